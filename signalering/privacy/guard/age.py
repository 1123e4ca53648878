"""Exact ages of ninety and above: so few people have them that an age is nearly a name.

The bound of 90 is that of the HIPAA Safe Harbor rule (45 CFR 164.514(b)(2)(i)(C)).
"""

import re

from signalering.privacy.guard.age_words import (
    END,
    NINETY,
    NO_TIME,
    NOT_COUNTED,
    OLD,
    PERSON,
    SOFTLY,
    SPELLED,
    START,
    WHOLE,
    YEARS,
)
from signalering.privacy.guard.finding import Found, Kind, finding

# Without one of these there is no such age.
_FIGURE = re.compile(r"9\d|1[01]\d|negentig|honderd", re.IGNORECASE)
_HE = r"(?:ze|je|jij|u|zij|hij|die|dat|ie|mw|mevr|mevrouw|meneer|dhr|ik|mijn|zijn|haar)"
_BEING = r"(?:wordt|werd|word|is|was|geworden|ben|bent|werden|worden)"
_AGE = re.compile(
    rf"{START}{NO_TIME}(?P<years>{OLD}){YEARS}"
    rf"|\b(?:is|was|wordt|werd|word|ben|bent|worden|haalt|turns|"
    rf"turned)\s+{SOFTLY}(?:bijna (?!{NINETY}\b))?"
    rf"(?<!\bin de )(?<!\bvan de )(?<!\bin )(?<!\bvan )(?<!\bmet )(?<!\bover )"
    rf"(?P<told>{OLD}){WHOLE}{NOT_COUNTED}"
    rf"|\b(?:bijna\s+(?!{NINETY}\b)|(?:pas|net|al|nu|dus|inmiddels|intussen|ondertussen|van|zijn|"
    rf"allebei|beiden|beide|"
    rf"alweer|reeds|zeker|oud)\s+)"
    rf"{SOFTLY}(?P<vague>{OLD}){WHOLE}{END}"
    rf"|\b{PERSON}\s+van\s+{SOFTLY}(?P<aged>{OLD}){WHOLE}{NOT_COUNTED}"
    # "she turns 94", "95 geworden", "94 is she already": the verb behind it.
    rf"|\b(?:{_HE}|met|op)\s+{SOFTLY}(?P<turning>{OLD})\s+{_BEING}(?![\w])"
    rf"|{START}(?P<become>{OLD})\s+(?:geworden|gehaald|gepasseerd|bereikt)(?![\w])"
    rf"|{START}(?P<first>{OLD}) {_BEING} {_HE}\b"
    # Beside who it is about: "an old man, 98, ...", "- 93 -"
    rf"|(?<=[a-zé)]), (?P<beside>9\d|10\d)(?=[,.;)!](?!\d)|\s*$)"
    rf"|(?<=[a-zé)] )- ?(?P<dashed>9\d|10\d)(?= ?(?:- |$))"
    # Spelled out as one word it is hardly ever anything else.
    rf"|{START}(?P<spelled>{SPELLED})(?![\w]){NOT_COUNTED}"
    rf"|\b{PERSON}\.?(?:,|:| -)? (?:is |van |v |nu )?"
    rf"(?:al |nu |ruim |dik |bijna (?!{NINETY}\b)|inmiddels |v |"
    rf"m )*(?P<person>{OLD}){WHOLE}{NOT_COUNTED}"
    rf"|\b(?:ruim|dik|tegen de|rond de|over de)\s+(?P<about>{OLD}){WHOLE}{NOT_COUNTED}"
    rf"|\b(?:leeftijd|leeft|lftd?|lftijd|aged?)\.?\s*(?:[:=]|is|van)?\s*(?P<named>{OLD})(?![\w])"
    rf"|\(\s*(?P<bracketed>(?:9\d|10\d))\s*(?:jr?\.?|jaar)?\s*[!?]*\s*\)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:^|[.!?]\s+|\n)[\"']?(?P<opening>9[1-9]|10[0-9])(?=!|,? (?:en|maar|inmiddels|al|nu|"
    r"alweer|pas|&|hoor|dus) "
    r"(?!\d)|,? (?:inmiddels|alweer|al)[.!,]|,? (?:inmiddels|alweer)$)"
)
# "at her 92nd", "in spite of her 94".
_HERS = re.compile(
    rf"\b(?:met|ondanks|op|in|viert|vierde|voor|na|morgen|vandaag|gisteren) (?:haar|zijn|d'r|z'n|"
    rf"zn|mijn|mn|m'n|hun|der|je)\s+(?:al )?"
    rf"(?:(?P<nth>{OLD}) ?(?:e|ste|de)(?![\w])(?! (?:keer|poging|bezoek|afspraak|rit|les|dag|"
    rf"week|plek))"
    rf"|(?P<hers>{OLD}){WHOLE}(?:{END}|(?=\s+(?:nog|al|de|een|echt|best|toch)\b)|(?= jaren\b)))",
    re.IGNORECASE,
)
_SEX = re.compile(
    rf"(?<![\w'])[vm][ /:,-]{{0,2}}(?P<sex>9\d|10[0-9])(?:jr?)?{WHOLE}{NOT_COUNTED}", re.IGNORECASE
)
_YEARS_TOLD = re.compile(rf"\btelt (?:al |inmiddels )?(?P<told>{OLD}) jaren\b", re.IGNORECASE)
_BIRTHDAY = re.compile(
    rf"\b(?:jarig|verjaardag|verjaart|verjaarde|"
    rf"a\.?s\.? \w{{2,9}}dag)\b(?:[ ,:!]{{1,2}}(?:gisteren|vandaag|morgen|al|alweer|"
    rf"werd|wordt|is|van|ze|hij|mw))*[ ,:!(]{{1,2}}(?P<birthday>{OLD}){WHOLE}{NOT_COUNTED}",
    re.IGNORECASE,
)
# A couple: "(90 en 92)", "echtpaar 88 en 93".
_PAIR = re.compile(
    r"(?:\(|\b(?:echtpaar|stel|ouders|zussen|zusjes|broers|oudjes|opa en oma|man en vrouw|"
    r"beiden)[ ,(:]{1,3}(?:van |zijn |is )?)"
    r"(?:hij |zij )?(?P<one>[6-9]\d|10\d)(?: ?(?:en|/|&|,|\+) ?)(?:hij |zij )?(?P<two>[6-9]\d|"
    r"10\d)(?= ?\)|[ ,.;:!?]|$)",
    re.IGNORECASE,
)
# "a box of 90", "a debt of 95": of these there are so many.
_THINGS = re.compile(
    r"\b(?:\w*doo?s(?:je|jes|sen)?|pak(?:je|ken)?|set|strip|kuur|verpakking|groep|ploeg|koor|"
    r"club|zaal|rij|"
    r"bedrag|som|totaal|boete|\w*schuld|rekening|huur|prijs|korting|premie|storting|aanbetaling|"
    r"hoogte|gewicht|temperatuur|snelheid|lengte|saturatie|pols|hartslag|bloeddruk|tempo|waarde|"
    r"score|gemiddelde|maximum|minimum|marge|wachttijd|afstand|duur|straal|hoek|jaren|aantal|lijst|"
    r"oplage|bundel|reeks|serie|tas|zak|fles|blik|krat|stapel|voorraad|dosis|dosering|huis|flat|"
    r"bus|lijn|"
    r"nummer|kamer|artikel|psalm|gezang|lied|bladzijde|pagina|muziek|film|plaat|radio) "
    r"(?:van|is|was|wordt|werd|zijn|nu|al)(?: (?:al|nu|net|pas|bijna|nog))? \Z",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\b(?:sat|saturatie|pols|hartslag|hf|bloeddruk|rr|gewicht|temp|score|crp|gfr|egfr|hba1c|"
    r"glucose|"
    r"bus|lijn|psalm|gezang|lied|kamer|maat|blz|pagina|artikel|nummer|nr|route|kanaal|het is|"
    r"het was|"
    r"dat is|dat was|(?:weegt|woog|kilo|kg|graden)\b[^.\d]{0,20}?)[ :,=]{1,3}\Z",
    re.IGNORECASE,
)


def find(text: str) -> Found:
    """Ages from 90 to 119. Younger ones are left: an age band is counted anyway."""
    if _FIGURE.search(text) is None:
        return
    for match in _AGE.finditer(text):
        group = next(name for name, held in match.groupdict().items() if held is not None)
        before = text[max(0, match.start(group) - 60) : match.start(group)]
        bare = group in {"vague", "told", "beside", "first"}
        if bare and (_THINGS.search(before) or _MEASURED.search(before)):
            continue
        end = match.end() if group == "years" else match.end(group)
        yield finding(Kind.AGE90, match.start(group), end)
    for pattern in (_OPENING, _HERS, _SEX, _YEARS_TOLD, _BIRTHDAY):
        for match in pattern.finditer(text):
            group = next(name for name, held in match.groupdict().items() if held is not None)
            yield finding(Kind.AGE90, match.start(group), match.end(group))
    for match in _PAIR.finditer(text):
        for group in ("one", "two"):
            if int(match.group(group)) >= _BOUND:
                yield finding(Kind.AGE90, match.start(group), match.end(group))


_BOUND = 90
