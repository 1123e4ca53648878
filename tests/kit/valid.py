"""Pages are valid HTML; one that differs from a page seen before in nothing a parser minds is not
parsed again.

A parser minds tags, the names and quotes of attributes, references and signs that may stand
nowhere. Which plain words stand between two tags, or in an attribute that holds a word, an address
or a name, is all the same to it; whether any stand there is not.
"""

import re
from hashlib import blake2b

import html5lib

_SEEN: set[bytes] = set()
_PLAIN = r"\w.,:;?!()/+*%€–—-"
_WORDS = re.compile(rf">[ \n]*(?=[{_PLAIN}])[ \n{_PLAIN}]+<")
_VALUE = re.compile(
    rf' (value|href|action|id|for|datetime|title|aria-[a-z]+)="[ =@#{_PLAIN}]+"(?=[ >])'
)


# What stands around a page's own part is the same on most pages, so each is parsed by itself.
_MAIN = re.compile("(<main[^>]*>)(.*?)(</main>)", re.DOTALL)


def assert_valid(text: str) -> None:
    """Fails with the parser's own word on the first fault."""
    alike = _VALUE.sub(r' \1="x"', _WORDS.sub(">x<", text))
    parts = _MAIN.search(alike)
    if parts is None:
        _parse_once(alike, text)
        return
    whole = _MAIN.search(text)
    assert whole is not None
    _parse_once(_MAIN.sub(r"\1\3", alike, 1), _MAIN.sub(r"\1\3", text, 1))
    _parse_once(parts[2], whole[2], within="main")


def _parse_once(alike: str, text: str, within: str = "") -> None:
    digest = blake2b(f"{within}:{alike}".encode(), digest_size=16).digest()
    if digest in _SEEN:
        return
    parser = html5lib.HTMLParser(strict=True)
    if within:
        parser.parseFragment(text, container=within)
    else:
        parser.parse(text)
    _SEEN.add(digest)
