"""Web addresses: with a scheme, with www, or a bare name under a common top-level domain."""

import re

from signalering.privacy.guard.finding import Found, Kind, finding

# Bare names only under domains that are no Dutch word ("thuis.Nu" is a missing space).
_BARE_TOP = r"(?:nl|com|org|net|eu|info|frl|io|app|online|pl|amsterdam)"
_URL = re.compile(
    rf"\b(?:https?://|www\.)[^\s<>\"']+"
    rf"|(?<![\w@.-])(?:[a-z0-9-]{{1,63}}\.){{1,4}}{_BARE_TOP}\b(?:[/?#][^\s<>\"']*)?",
    re.IGNORECASE,
)


def find(text: str) -> Found:
    """Web addresses, without the full stop that ends their sentence."""
    for match in _URL.finditer(text):
        found = match.group().rstrip(".,;:!?)")
        yield finding(Kind.URL, match.start(), match.start() + len(found))
