"""E-mail addresses, also as people spell them out: "jan at voorbeeld punt nl"."""

import re

from signalering.privacy.guard.finding import Found, Kind, finding

_AT = (
    r"(?: @ |@ ?| @(?=[\w-]+(?:\.[\w-]+)*\.(?:nl|com|net|org|eu|be|de|pl|online)\b)|"
    r" ?[(\[] ?(?:at|apenstaartje|apestaartje) ?[)\]] ?| (?:at|apenstaartje|apestaartje) )"
)
_DOT = (
    r"(?:\.| \. ?(?=(?:nl|com|net|org|eu|be|de|pl)\b)| ?[(\[] ?(?:dot|punt) ?[)\]] ?| (?:dot|"
    r"punt) )"
)
_ADDRESS = re.compile(
    rf"(?<![\w.+-])[\w.+'-]{{1,64}}(?: (?:punt|dot) [\w+-]{{1,30}}){{0,3}}{_AT}"
    rf"[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,4}}{_DOT}[^\W\d]{{2,24}}\b",
    re.IGNORECASE,
)

_MEDIA = frozenset(
    {"insta", "instagram", "snap", "snapchat", "tiktok", "twitter", "facebook", "fb", "x"}
)


def find(text: str) -> Found:
    """E-mail addresses."""
    for match in _ADDRESS.finditer(text):
        if " @" in match.group() and match.group().split()[0].casefold() in _MEDIA:
            # "insta @name.surname": an account, which has a finder of its own.
            continue
        yield finding(Kind.EMAIL, match.start(), match.end())
