"""Web addresses: with a scheme, with www, a bare name under a common domain, or spelled out."""

import re

from signalering.privacy.guard.finding import Found, Kind, finding
from signalering.privacy.guard.word_lists import word_lists

_REST = r"(?::\d{2,5})?(?:[/?#](?:[^\s<>\"']|'(?=\w))*)?"
# Bare names only under domains that are no Dutch word ("thuis.Nu" is a missing space).
_BARE_TOP = r"(?:nl|com|org|net|eu|info|frl|io|app|online|pl|amsterdam|be|co\.uk)"
_URL = re.compile(
    rf"\b(?:(?:https?|hxxps?|ftp):/{{0,2}}(?=\w)|www\.(?=\w))(?:[^\s<>\"']|'(?=\w))+"
    r"(?: ?\. ?(?:nl|com|org|eu)\b)?"
    rf"|(?<![\w@.-])(?:[a-z0-9-]{{1,63}}\.){{1,4}}{_BARE_TOP}\b{_REST}",
    re.IGNORECASE,
)
# Under these only what is no word, or has a path: "aan.tv" is a missing space.
_RARE_TOP = (
    r"(?:de|tv|me|co|shop|store|club|site|blog|dev|tk|fm|uk|us|ly|ee|gg|be|cc|to|sh|st|im|gl|page|"
    r"link|live|care|help|art|fr|es|it|tech|email|social|world|today|pm)"
)
_RARE = re.compile(
    rf"(?<![\w@.-])(?:[a-z0-9-]{{1,63}}\.){{0,3}}(?P<name>[a-z0-9-]{{1,63}})\.{_RARE_TOP}\b"
    r"(?![.]\w)(?P<path>/\w(?:[^\s<>\"']|'(?=\w))*)?",
)
_SPELLED = re.compile(
    r"(?<![\w@.-])(?:(?P<www>www)(?:\.| |punt )+)?(?P<name>[a-z0-9-]{2,63})"
    r"(?P<dot> ?\[\.\] ?| ?[(\[] ?(?:punt|dot) ?[)\]] ?| (?:punt|dot) | \. | \.|\. | )"
    r"(?:nl|com|org|eu|net|info)\b(?!')",
    re.IGNORECASE,
)
_SITE = re.compile(r"\b(?:\w*sites?|webpagina|homepage|link|webshop|blog)\b", re.IGNORECASE)


def find(text: str) -> Found:
    """Web addresses, without the full stop that ends their sentence."""
    for match in _URL.finditer(text):
        found = match.group().rstrip(".,;:!?)")
        yield finding(Kind.URL, match.start(), match.start() + len(found))
    words = word_lists().words
    for match in _RARE.finditer(text):
        if match.group("path") or (match.group("name") not in words and len(match.group()) > 5):
            found = match.group().rstrip(".,;:!?)")
            yield finding(Kind.URL, match.start(), match.start() + len(found))
    for match in _SPELLED.finditer(text):
        if _is_spelled(text, match):
            yield finding(Kind.URL, match.start(), match.end())


def _is_spelled(text: str, match: re.Match[str]) -> bool:
    dot = match.group("dot").strip()
    if match.group("www") or dot.startswith(("(", "[")):
        return True
    if not dot:
        return False
    unknown = match.group("name").casefold() not in word_lists().words
    return unknown if dot in {"punt", "dot"} else bool(unknown and _SITE.search(text))
