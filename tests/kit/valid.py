"""Pages are valid HTML; one that was seen before, but for its token, is not parsed again."""

import re
from hashlib import blake2b

import html5lib

_SEEN: set[bytes] = set()
# A token differs in every page, and is made of letters that no HTML hangs on.
_TOKEN = re.compile(r'(name="csrf_token"[^>]*? value=")[\w.-]+"')


def assert_valid(text: str) -> None:
    """Fails with the parser's own word on the first fault."""
    digest = blake2b(_TOKEN.sub(r'\1"', text).encode(), digest_size=16).digest()
    if digest not in _SEEN:
        html5lib.HTMLParser(strict=True).parse(text)
        _SEEN.add(digest)
