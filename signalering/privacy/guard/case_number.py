"""Numbers of cases, patients, customers and papers, told by the word before them."""

import re

from signalering.privacy.guard.finding import Found, Kind, finding

_THING = (
    r"(?:[^\W\d_]{2,14}dossier|dossier|zaak|casus|pati[eë]nt(?:en)?|pat|ptn?|cl|dos|cli[eë]nt(?:en)?|klant(?:en)?|relatie|polis|contract|ref|aanmeld|cjib|wmo|incasso|"
    r"lid|pas|registratie|meld|melding(?:s)?|referentie|aanvraag|beschikking|inschrijf|debiteur(?:en)?|"
    r"huurder(?:s)?|paspoort|rijbewijs|id(?:-?kaart)?|identiteits(?:kaart|bewijs)|vreemdelingen|"
    r"v(?=[- ]?(?:nummer|nr))|"
    r"personeels|verzekerde(?:n)?|verzekering(?:s)?|zorgkaart|kenmerk|ordernummer|order|factuur)"
)
_NUMBER = (
    r"(?P<{name}>[A-Z]{{1,4}} \d{{3,10}}(?!\w)|"
    r"(?=[\w./-]*\d[\w./-]*\d[\w./-]*\d)[a-z0-9][\w./-]{{2,30}}[\w]|\d{{3}})"
)
_NUMBERED = re.compile(
    rf"\b{_THING}[-. ]{{0,2}}(?:nummer|nr|no|id)\b[ .:#=]*(?:(?:is|was|van|hem|haar|:)[ :#=]+)*"
    rf"{_NUMBER.format(name='numbered')}",
    re.IGNORECASE,
)
# "the file with you is said to be no. 55.817": a few words between.
_LATER = re.compile(
    rf"\b{_THING}(?: [^\W\d_]{{1,12}}){{1,5}} (?:nummer|nr|no)\b[ .:#=]*"
    rf"{_NUMBER.format(name='later')}",
    re.IGNORECASE,
)
# Without "number" the figure must be long, and no year: "klant sinds 2023", "dossier 2024".
_BARE = re.compile(
    rf"\b{_THING}(?:[ :#=]+)(?P<bare>(?!(?:19|20)\d\d(?![-/.]?\d)(?!\w))"
    r"(?=[\w./-]*\d[\w./-]*\d[\w./-]*\d[\w./-]*\d)"
    r"[a-z0-9][\w./-]{2,30}[\w])",
    re.IGNORECASE,
)


def find(text: str) -> Found:
    """Numbers under which an organisation knows a person."""
    for pattern, group in ((_NUMBERED, "numbered"), (_LATER, "later"), (_BARE, "bare")):
        for match in pattern.finditer(text):
            yield finding(Kind.CASENR, match.start(group), match.end(group))
