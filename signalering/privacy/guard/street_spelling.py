"""Streets as they are typed and told: the name in two words, the number stuck to it or in words."""

import re

from signalering.privacy.guard.finding import Found, Kind, finding
from signalering.privacy.guard.lexicon import COUNTED, NUMBER_WORD
from signalering.privacy.guard.street import NUMBER, begun, is_street_word
from signalering.privacy.guard.word_lists import plain, word_lists

_STOP = r"(?=\s*(?:$|[.,;:!?)\]]))"
_HOUSE = r"[1-9]\d{0,3} ?[a-h]?(?!\w)"
# "havenstraat3", "Herenstr.12", "Havenstraat #3", "Havenstraat (nr 3)"
_STUCK = re.compile(
    r"(?<!\w)(?P<word>[^\W\d_][^\W\d_'-]{3,40}?)(?:(?<=[^\W\d_])\.? ?#? ?(?<! )|\.| #|"
    r":? ?\((?:nr\.? ?|no\.? ?|nummer )?)"
    r"(?P<number>[1-9]\d{0,3}[a-h]?)(?!\w|[.,]\d)\)?",
    re.IGNORECASE,
)
# "Havenstraat: 3", "Havenstraat - 3" at the end of a phrase
_APART = re.compile(
    rf"(?<!\w)(?P<word>[^\W\d_][^\W\d_'-]{{3,40}})(?: - |: | op (?:nr\.? |nummer )?|"
    rf", op (?:nr\.? |nummer ))"
    rf"{_HOUSE}(?! ?(?:{COUNTED})){_STOP}",
    re.IGNORECASE,
)
# "Parklaan twaalf", "Kerkstraat nummer twaalf"
_WORDED = re.compile(
    rf"(?<!\w)(?P<word>[^\W\d_][^\W\d_'-]{{3,40}})(?:,? (?:op )?(?:nummer|nr\.?|"
    rf"huisnummer) (?:{NUMBER_WORD})(?!\w)"
    rf"|,? (?!een\b)(?:{NUMBER_WORD})(?!\w)(?! ?(?:{COUNTED})){_STOP})",
    re.IGNORECASE,
)
# "at 14 of the Dorpsstraat"
_NUMBER_BEFORE = re.compile(
    rf"\b(?:op|bij|van|nummer|nr\.?) (?P<whole>(?:nummer |nr\.? )?(?:{_HOUSE}|"
    rf"(?:{NUMBER_WORD})) (?:van|in|aan|op) (?:de |het )?"
    r"(?P<word>[^\W\d_][\w'-]{4,40}))(?!\w)",
    re.IGNORECASE,
)
# "Haven straat 3", "prins hendrik laan 33"
_SPLIT = re.compile(
    rf"(?<!\w)(?P<first>[^\W\d_][^\W\d_'-]{{2,30}}) (?:straat|laan|weg|plein|kade|dijk|singel|"
    rf"hof|gracht|steeg|dreef|plantsoen)"
    rf"{NUMBER}",
    re.IGNORECASE,
)
# "Plein 1940 nr 3"
_YEARED = re.compile(
    rf"(?<!\w)(?:plein|laan|straat|singel) (?:1[5-9]|"
    rf"20)\d\d{NUMBER}",
    re.IGNORECASE,
)


def find(text: str) -> Found:
    """Streets whose spelling is loose."""
    for pattern in (_STUCK, _APART, _WORDED):
        for match in pattern.finditer(text):
            if is_street_word(match.group("word")):
                yield finding(Kind.STREET, begun(text, match.start()), match.end())
    for match in _NUMBER_BEFORE.finditer(text):
        if is_street_word(match.group("word")):
            yield finding(Kind.STREET, match.start("whole"), match.end("whole"))
    for match in _SPLIT.finditer(text):
        if _may_begin(text, match):
            yield finding(Kind.STREET, begun(text, match.start()), match.end())
    for match in _YEARED.finditer(text):
        yield finding(Kind.STREET, match.start(), match.end())


def _may_begin(text: str, match: re.Match[str]) -> bool:
    """Whether a word before "straat" is part of its name: a capital, or a name."""
    word, lists = plain(match.group("first").casefold()), word_lists()
    if word in lists.never_surname or word in lists.particles:
        return False
    opens = text[: match.start()].rstrip()[-1:] in {"", ".", "!", "?", ":"}
    if match.group("first")[0].isupper() and not opens:
        return True
    named = word in lists.surnames or word in lists.first_names
    return (named and word not in lists.ordinary) or (
        opens and word not in lists.human_verbs and word[-1] == "s"
    )
