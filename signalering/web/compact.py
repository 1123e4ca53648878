"""Pages without the indentation of their templates: it is half of a long list's bytes.

Pages with words are never compressed on the way (BREACH), so each byte of them is sent. Only what
stands in the template itself is touched, once, when it is compiled: never what somebody typed.
"""

import re

from flask import Flask
from jinja2.ext import Extension

INDENTED = re.compile(r"\n[ \t]{2,}")
# A line with nothing but a tag or a remark: its break moves into the tag, where nobody gets it.
ALONE = re.compile(r"\n[ \t]*(\{%[-+]?|\{#-?)(?=(?:(?![%#]\}).)*[%#]\}[ \t]*\n)")


class Compact(Extension):
    """Leaves one blank at the beginning of a template's lines; lines stay, for faults name them."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The template as it is compiled."""
        del filename
        if not name or not name.endswith(".html"):
            return source
        return INDENTED.sub("\n ", ALONE.sub(r"\1\n", source))


def install(app: Flask) -> None:
    """Before the first template is loaded."""
    app.jinja_env.add_extension(Compact)
