"""Exact ages of ninety and above: so few people have them that an age is nearly a name.

The bound of 90 is that of the HIPAA Safe Harbor rule (45 CFR 164.514(b)(2)(i)(C)).
"""

import re

from signalering.privacy.guard.finding import Found, Kind, finding
from signalering.privacy.guard.lexicon import COUNTED

_OLD_WORD = (
    r"(?:(?:één|een|twee|drie|vier|vijf|zes|zeven|acht|negen)(?:en|ën))?negentig"
    r"|honderd(?: ?(?:en ?)?(?:één|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien))?"
)
_OLD = rf"(?:9\d|10\d|11\d|{_OLD_WORD})"
_START = r"(?<![\w.,€])(?<!€ )(?<!\d-)(?<!\d -)"
# "after 90 years", "90 years long": something lasted.
_NO_TIME = (
    r"(?<!\bna )(?<!\bsinds )(?<!\bover )(?<!\bbinnen )(?<!\bafgelopen )(?<!\blaatste )(?<!\bzo'n )"
)
# "nearly ninety" is younger; "nearly 94" is not.
_NINETY = r"(?:90|negentig)"
_PERSON = (
    r"(?:man|vrouw|dame|heer|mevrouw|mevr|mw|mvr|meneer|dhr|hr|oma|opa|moeder|vader|mama|papa|ma|pa|tante|oom|"
    r"weduwe|weduwnaar|inwoner|inwoonster|bewoner|bewoonster|huurder|huurster|buurman|buurvrouw|"
    r"buur|zus|zuster|broer|echtgenoot|echtgenote|partner|vriend|vriendin|lid|klant|iemand|persoon|"
    r"mens|mensje|vrouwtje|mannetje|omaatje|oudje|bezoeker|bezoekster|deelnemer|deelneemster|schoonmoeder|schoonvader|"
    r"cli[eë]nte?|pati[eë]nte?|pt|ptn|pte|cl)"
)
_YEARS = (
    r"(?:[ -]?(?:jarig|jarige|jarigen|jr\.?|j\.?|lentes)(?![\w])"
    r"|(?:e|ste) (?:verjaardag|levensjaar)"
    r"|[ -]?jaar(?![\w])(?! (?:geleden|en ouder|of ouder|bestaan|oude|terug|lang|samen|getrouwd)))"
)
# A bare number after "is" or "wordt" is an age, unless something is counted or measured.
_NOT_COUNTED = rf"(?! ?(?:{COUNTED}))"
# After vaguer words ("van 91") only at the end of a phrase, or where the person goes on.
_END = (
    r"(?=\s*(?:$|[.,;:!?)])"
    r"|\s+(?:en|maar|dus|met|die|want|of|geworden|oud|woont|heeft|kan|wil|zit|komt|ziet|hoort)\b)"
)
_SOFTLY = (
    r"(?:(?:al|d\.?v\.?|nu|net|pas|bijna|inmiddels|ook|reeds|morgen|binnenkort|straks|volgende|deze|dit|komende|"
    r"week|maand|jaar|allebei|beiden|beide|"
    r"maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\s+)*"
)
_AGE = re.compile(
    rf"{_START}{_NO_TIME}(?P<years>{_OLD}){_YEARS}"
    rf"|\b(?:is|was|wordt|werd|word|ben|bent)\s+{_SOFTLY}(?P<told>{_OLD})"
    rf"(?![\w]|[.,:-]\d){_NOT_COUNTED}"
    rf"|\b(?:bijna\s+(?!{_NINETY}\b)|(?:pas|net|al|nu|dus|inmiddels|ondertussen|van|zijn|allebei|beiden|beide)\s+){_SOFTLY}(?P<vague>{_OLD})(?![\w]|[.,:-]\d){_END}"
    rf"|\b{_PERSON}\s+van\s+{_SOFTLY}(?P<aged>{_OLD})(?![\w]|[.,:-]\d){_NOT_COUNTED}"
    # "she turns 94", "95 geworden": the verb behind it.
    rf"|\b(?:ze|zij|hij|die|dat|ie|mw|mevrouw|meneer|dhr|ik|met|op)\s+{_SOFTLY}(?P<turning>{_OLD})\s+"
    rf"(?:wordt|werd|word|is|was|geworden|ben|bent|werden)(?![\w])"
    rf"|{_START}(?P<become>{_OLD})\s+(?:geworden|gehaald)(?![\w])"
    # Beside who it is about: "an old man, 98, ..."
    rf"|(?<=[a-zé)]), (?P<beside>9[1-9]|10\d|90)(?=[,.;)](?!\d)|$)"
    # Spelled out as one word it is hardly ever anything else.
    rf"|{_START}(?P<spelled>(?:één|een|twee|drie|vier|vijf|zes|zeven|acht|negen)(?:en|ën)negentig)"
    rf"(?![\w]){_NOT_COUNTED}"
    rf"|\b{_PERSON}\.?,? (?:is |van |v )?"
    rf"(?:al |nu |ruim |dik |bijna (?!{_NINETY}\b)|inmiddels )*(?P<person>{_OLD})(?![\w]|"
    rf"[.,:-]\d){_NOT_COUNTED}"
    rf"|\b(?:ruim|dik|tegen de|rond de|over de)\s+(?P<about>{_OLD})(?![\w]|[.,:-]\d){_NOT_COUNTED}"
    rf"|\b(?:leeftijd|lft)\.?\s*(?:[:=]|is|van)?\s*(?P<named>{_OLD})(?![\w])"
    rf"|\(\s*(?P<bracketed>(?:9\d|10\d))\s*(?:jr?\.?|jaar)?\s*[!?]*\s*\)",
    re.IGNORECASE,
)


# "a box of 90", "a debt of 95": of these there are so many.
_THINGS = re.compile(
    r"\b(?:\w*doo?s(?:je|jes|sen)?|pak(?:je|ken)?|set|strip|kuur|verpakking|groep|ploeg|koor|club|zaal|rij|"
    r"bedrag|som|totaal|boete|\w*schuld|rekening|huur|prijs|korting|premie|storting|aanbetaling|"
    r"hoogte|gewicht|temperatuur|snelheid|lengte|saturatie|pols|hartslag|bloeddruk|tempo|waarde|"
    r"score|gemiddelde|maximum|minimum|marge|wachttijd|afstand|duur|straal|hoek|jaren|aantal|lijst|"
    r"oplage|bundel|reeks|serie|tas|zak|fles|blik|krat|stapel|voorraad|dosis|dosering) van \Z",
    re.IGNORECASE,
)


def find(text: str) -> Found:
    """Ages from 90 to 119. Younger ones are left: an age band is counted anyway."""
    for match in _AGE.finditer(text):
        group = next(name for name, held in match.groupdict().items() if held is not None)
        if group == "vague" and _THINGS.search(text[: match.start(group)]):
            continue
        end = match.end() if group == "years" else match.end(group)
        yield finding(Kind.AGE90, match.start(group), end)
