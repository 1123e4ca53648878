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
    r"(?:[ -]?(?:jarig|jarige|jarigen|jr\.?|j\.?|lentes)(?![\w])"
    r"|(?:e|ste) (?:verjaardag|levensjaar)"
    r"|[ -]?jaar(?![\w])(?! (?:geleden|en ouder|of ouder|bestaan|oude)))"
)
# A bare number after "is" or "wordt" is an age, unless something is counted or measured.
_NOT_COUNTED = rf"(?! ?(?:{COUNTED}))"
# After vaguer words ("van 91") only at the end of a phrase, or where the person goes on.
_END = (
    r"(?=\s*(?:$|[.,;:!?)])"
    r"|\s+(?:en|maar|dus|met|die|want|of|geworden|oud|woont|heeft|kan|wil|zit|komt|ziet|hoort)\b)"
)
_SOFTLY = (
    r"(?:(?:al|nu|net|pas|bijna|inmiddels|ook|reeds|morgen|binnenkort|straks|volgende|deze|dit|komende|"
    r"week|maand|jaar|allebei|beiden|beide|"
    r"maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\s+)*"
)
_AGE = re.compile(
    rf"{_START}(?P<years>{_OLD}){_YEARS}"
    rf"|\b(?:is|was|wordt|werd|word|ben|bent)\s+{_SOFTLY}(?P<told>{_OLD})"
    rf"(?![\w]|[.,:-]\d){_NOT_COUNTED}"
    rf"|\b(?:bijna|pas|net|al|nu|van|zijn|allebei|beiden|beide)\s+{_SOFTLY}(?P<vague>{_OLD})(?![\w]|[.,:-]\d){_END}"
    # Spelled out as one word it is hardly ever anything else.
    rf"|{_START}(?P<spelled>(?:één|een|twee|drie|vier|vijf|zes|zeven|acht|negen)(?:en|ën)negentig)"
    rf"(?![\w]){_NOT_COUNTED}"
    rf"|\b(?:man|vrouw|dame|heer|mevrouw|mevr|mw|meneer|dhr|oma|opa|moeder|vader|weduwe|weduwnaar|"
    rf"inwoner|bewoner|bewoonster|cli[eë]nte?|pati[eë]nte?)\.?,? (?:is |van |v )?"
    rf"(?:al |nu |ruim |dik |bijna |inmiddels )*(?P<person>{_OLD})(?![\w]|[.,:-]\d){_NOT_COUNTED}"
    rf"|\b(?:ruim|dik|tegen de|rond de|over de)\s+(?P<about>{_OLD})(?![\w]|[.,:-]\d){_NOT_COUNTED}"
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
