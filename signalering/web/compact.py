"""Pages without the indentation of their templates: it is half of a long list's bytes.

Pages with words are never compressed on the way (BREACH), so each byte of them is sent. Only what
stands in the template itself is touched, once, when it is compiled: never what somebody typed.
"""

import re

from flask import Flask
from jinja2.ext import Extension

INDENTED = re.compile(r"\n[ \t]+")
# A line with nothing but a tag or a remark: its break moves into the tag, where nobody gets it.
ALONE = re.compile(r"\n[ \t]*(\{%[-+]?|\{#-?)(?=(?:(?![%#]\}).)*[%#]\}[ \t]*\n)")

# At the ends of what stands on lines of its own no blank is ever seen. Jinja gets the break in a
# remark of its own.
BLOCK = (
    "(?:html|head|body|meta|title|link|script|header|main|footer|nav|section|aside|details|summary"
    "|dialog|fieldset|legend|h[1-6]|p|div|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tfoot|tr|th|td"
    "|option)"
)
BEFORE = re.compile(rf"\n[ \t]*(?=</?{BLOCK}\b)")
BEHIND = re.compile(rf"(</?{BLOCK}\b[^<>]*>)\n[ \t]*")
BREAK = "{#\n#}"


class Compact(Extension):
    """Leaves no blank at the beginning of a template's lines; lines stay, for faults name them."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The template as it is compiled."""
        del filename
        if not name or not name.endswith(".html"):
            return source
        source = ALONE.sub(r"\1\n", source)
        source = BEHIND.sub(rf"\1{BREAK}", BEFORE.sub(BREAK, source))
        return INDENTED.sub("\n", source)


def install(app: Flask) -> None:
    """Before the first template is loaded."""
    app.jinja_env.add_extension(Compact)
