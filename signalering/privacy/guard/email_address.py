"""E-mail addresses, also as people spell them out: "jan at voorbeeld punt nl"."""

import re

from signalering.privacy.guard.finding import Found, Kind, finding

_TOP = r"(?:nl|c[o0]m|net|org|eu|be|de|pl|fr|uk|info|online|frl|amsterdam)"
_AT_WORD = r"(?:at|ap[ep]?nstaart(?:je)?|apestaart(?:je)?|aapje|aap)"
_AT = (
    rf"(?: @ |@@? ?| @(?=[\w-]+(?:\.[\w-]+)*\.{_TOP}\b)"
    rf"| ?[\[({{<_*-] ?(?:{_AT_WORD}|a) ?[\])}}>_*-] ?| {_AT_WORD} )"
)
_DOT = (
    rf"(?:\.{{1,2}}| ?[.,;•·] ?(?={_TOP}\b)"
    r"| ?[\[({] ?(?:dot|punt|\.) ?[\])}] ?| (?:dot|punt) )"
)
_SPELLED = r"(?: (?:punt|dot|streepje|min|underscore|liggend streepje|laag streepje) [\w+-]{1,30})"
_ADDRESS = re.compile(
    rf"(?<![\w.+-])[\w.+'-]{{1,64}}{_SPELLED}{{0,3}}{_AT}"
    rf"[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,4}}{_DOT}[^\W\d][\w]{{1,23}}\b",
    re.IGNORECASE,
)
# Known houses of mail, whose ending people leave out or write without its dot.
_HOUSE = (
    r"(?:gmail|g-mail|hotmail|outlook|live|ziggo|kpnmail|kpnplanet|planet|xs4all|yahoo|icloud|msn|"
    r"hetnet|home|casema|chello|caiway|upcmail|telfort|tele2|quicknet|solcon|zonnet|proton|"
    r"protonmail|wp|onet|o2|interia|abv|mail|gmx|web)"
)
_HOUSED = re.compile(
    rf"(?<![\w.+-])[\w.+'-]{{1,64}}{_SPELLED}{{0,3}}(?:{_AT}(?:{_HOUSE}[ .,;]{{1,2}}{_TOP}|gmail|"
    rf"hotmail|"
    rf"outlook|ziggo|kpnmail|icloud|yahoo)\b"
    rf"| (?:bij |op )?{_HOUSE}(?: | punt | dot ){_TOP}\b)",
    re.IGNORECASE,
)
# Without blanks an @ between letters is nothing else.
_STUCK = re.compile(r"(?<![\w.+@-])[\w.+-]{2,64}@[\w-]{2,63}(?:\.[\w-]{2,63}){0,4}(?!@)\b")

_MEDIA = frozenset(
    {"insta", "instagram", "snap", "snapchat", "tiktok", "twitter", "facebook", "fb", "x", "ig"}
)


def find(text: str) -> Found:
    """E-mail addresses."""
    for pattern in (_ADDRESS, _HOUSED, _STUCK):
        for match in pattern.finditer(text):
            if " @" in match.group() and match.group().split()[0].casefold() in _MEDIA:
                # "insta @name.surname": an account, which has a finder of its own.
                continue
            yield finding(Kind.EMAIL, match.start(), match.end())
