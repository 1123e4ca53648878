"""Exact ages of ninety and above: so few people have them that an age is nearly a name.

The bound of 90 is that of the HIPAA Safe Harbor rule (45 CFR 164.514(b)(2)(i)(C)).
"""

import re

from signalering.privacy.guard.finding import Found, Kind, finding
from signalering.privacy.guard.lexicon import COUNTED

_OLD_WORD = (
    r"(?:(?:één|een|twee|drie|vier|vijf|zes|zeven|acht|negen)(?:en|ën))?negentig"
    r"|honderd(?:(?:en)?(?:één|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien))?"
)
_OLD = rf"(?:9\d|10\d|11\d|{_OLD_WORD})"
_START = r"(?<![\w.,€])(?<!€ )(?<!\d-)(?<!\d -)"
_YEARS = (
    r"(?:[ -]?(?:jarig|jarige|jarigen|jr\.?)(?![\w])"
    r"|[ -]?jaar(?![\w])(?! (?:geleden|en ouder|of ouder|bestaan|oude)))"
)
# After "is" or "wordt" a bare number is an age unless a noun follows that is counted.
_STOP = (
    r"(?=\s*(?:$|[.,;:!?)])|\s+(?:en|maar|dus|met|woont|die|want|of|geworden|heeft|al|nu|inmiddels|"
    r"oud|maart|alleen|kan|wil|zit|komt|nog|ziet|hoort|slecht|geweest|gewoond|volgende|deze|vorige|"
    r"morgen|vandaag|binnenkort|sinds)\b(?!\s+(?:kilo|keer|euro)))"
)
_AGE = re.compile(
    rf"{_START}(?P<years>{_OLD}){_YEARS}"
    rf"|\b(?:is|was|wordt|werd|bijna|pas|net|al|nu|van|ben|bent|zijn)\s+"
    rf"(?:(?:al|nu|net|pas|bijna|inmiddels|ook|reeds)\s+)*(?P<told>{_OLD})(?![\w]|[.,:-]\d){_STOP}"
    rf"|\b(?:leeftijd|lft)\.?\s*(?:[:=]|is|van)?\s*(?P<named>{_OLD})(?![\w])"
    rf"|\(\s*(?P<bracketed>(?:9\d|10\d))\s*(?:jr?\.?)?\s*\)",
    re.IGNORECASE,
)


def find(text: str) -> Found:
    """Ages from 90 to 119. Younger ones are left: an age band is counted anyway."""
    for match in _AGE.finditer(text):
        group = next(name for name, held in match.groupdict().items() if held is not None)
        end = match.end() if group == "years" else match.end(group)
        yield finding(Kind.AGE90, match.start(group), end)
