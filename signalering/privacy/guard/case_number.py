"""Numbers of cases, patients, customers and papers, told by the word before them."""

import re

from signalering.privacy.guard.finding import Found, Kind, finding
from signalering.privacy.guard.lexicon import COUNTED

# Words that stand before a number of their own, with or without "number" behind them.
_THING = (
    r"(?:(?:[^\W\d_]{2,14})?(?:dossier|polis|contract|kenmerk|zaak)|zk|casus|dos|doss|"
    r"pati[eë]nte?(?:n)?|pati[eë]nts|pat|pte?|ptn|cli[eë]nte?(?:n)?|cl|klant(?:en)?|kl|his|epd|"
    r"ecd|mrn|hap|"
    r"relatie|ref|referentie|aanmeld(?:ing)?|inschrijf|inschrijving|cjib|wmo|wlz|zvw|ciz|cak|svb|"
    r"uwv|ind|coa|duo|lcr|incasso|vordering|boete|aanslag|beschikking|besluit|indicatie|toewijzing|"
    r"lid|lidmaatschap(?:s)?|pas|bibliotheekpas|biebpas|zorgpas|stadspas|ooievaarspas|klantenkaart|"
    r"bonuskaart|ov-?chip(?:kaart)?|(?:zorg|id|identiteits|verblijfs)-?kaart|identiteitsbewijs|"
    r"registratie|reg|melding(?:s)?|meld|aanvraag|intake|traject|verwijzing|zorgdomein|"
    r"debiteur(?:en)?|deb|"
    r"crediteur(?:en)?|huurder(?:s)?|vhe|paspoort|rijbewijs|document|id|vreemdelingen|"
    r"v(?=[- ]?(?:nummer|nr))|personeels|pers|verzekerde(?:n)?|verzekering(?:s)?|order|ordernummer|"
    r"bestelling|factuur|nota|ticket|incident|aangifte|proces-?verbaal|pv|politie|woningnet|"
    r"abonnement|abo|leerling|student|kvk|agb|big|ean|bewind(?:s)?)"
)
# Any word made with "number": "vorderingsnummer". These are no organisation's number of anybody.
_OTHERS = (
    r"(?:tel|telefoon|mobiel|mob|gsm|bel|huis|straat|postbus|bank|reken(?:ing)?|rek|giro|iban|"
    r"bsn|bsn-?|"
    r"burger|burgerservice|burger-?service|persoons|sofi|nood|alarm|hulp|service|info|06-?|bus|"
    r"lijn|"
    r"tram|spoor|trein|kamer|lokaal|"
    r"pagina|lied|gezang|psalm|maat|schoen|week|rug|start|kenteken|plaat|serie|lot|versie|punt|"
    r"gemeente|centrale|algemene?|contact|privé|prive|werk|thuis|whatsapp|app|fax|rij|stoel|tafel)"
)
_WORD = rf"(?!\w*{_OTHERS}(?:nummer|nr)\b)[^\W\d_](?:[\w-]|\.(?=\w)){{1,24}}?"
_SIGN = r"[ .:;=#(>-]{0,4}"
_FILLER = (
    r"(?:(?:is|was|luidt|van|hem|haar|mw|dhr|mevr|de|het|ons|uw|bij|op|onder|met|voor|heb|heeft|"
    r"ik|hij|ze|dus|nu|nog|wmo|zvw|svb|uwv|cak|energie|vitens|eneco|politie|gemeente|"
    r"woningnet)\b[ .:=#]{1,3})"
)
# Ten figures with a nought in front are a telephone's.
_PHONE = r"0\d{1,3}[ -]{0,3}\d[\d ]{5,9}(?!\d)"
_NO_YEAR = r"(?!(?:19|20)\d\d(?![\w./-]*\d)(?!\w))"
_LONG = r"(?=[\w./-]*\d[\w./-]*\d[\w./-]*\d[\w./-]*\d)[a-z0-9][\w./-]{2,30}[\w]"
_GROUPS = r"\d{2,4}(?:[ ](?!0[1-9])\d{2,5}){1,5}(?!\w)|\d{4}(?: \d{4}){1,4}(?!\w)"
_SHORT = r"(?=[\w./-]*\d[\w./-]*\d[\w./-]*\d)[a-z0-9][\w./-]{1,30}[\w]|\d{3}"
_LETTERED = r"(?!BSN|IB|NL|TEL|RR)[A-Z]{1,4} (?!(?:19|20)\d\d(?!\d))\d[\d.-]{2,12}(?!\w)"
_NOT_COUNTED = rf"(?! ?(?:{COUNTED}|euro|gulden|kcal|woningen|leden))"

_NUMBERED = re.compile(
    rf"\b(?:{_THING}[-. ]{{0,2}}(?:nummers?|nrs?|no|id|code)|{_WORD}(?:nummer|"
    rf"nr))\b{_SIGN}{_FILLER}{{0,4}}"
    rf"(?:(?-i:[a-zà-ÿ]{{2,12}}) )?(?!0[89]00|14 ?0\d|11[23]\b|{_PHONE})"
    rf"(?P<numbered>(?-i:{_LETTERED})|{_GROUPS}|{_SHORT}){_NOT_COUNTED}",
    re.IGNORECASE,
)
# "the file with you is said to be no. 55.817": a few words between.
_LATER = re.compile(
    rf"\b{_THING}(?: [^\W\d_]{{1,12}}){{1,5}} (?:nummer|nr|no)\b[ .:#=]*"
    rf"(?P<later>(?-i:{_LETTERED})|{_SHORT})",
    re.IGNORECASE,
)
# Without "number" the figure must be long, and no year: "klant sinds 2023", "dossier 2024".
_BARE = re.compile(
    rf"\b(?:ov-?chip(?:kaart)?|{_THING})(?:\.? |[ .:#=(>-]{{1,4}}){_FILLER}{{0,4}}"
    rf"(?P<bare>{_NO_YEAR}(?:(?-i:{_LETTERED})|\d{{4}}(?: \d{{4}}){{1,4}}(?!\w)|{_LONG}))"
    rf"{_NOT_COUNTED}",
    re.IGNORECASE,
)
_ON_PAPER = re.compile(
    r"\b(?:nummer|nr)\.? (?:op|van|uit|bij) (?:de |het |zijn |haar |die |dat )?"
    r"(?:brief|pas|pasje|kaart|polis|factuur|rekening|dossier|aanmaning|beschikking|acceptgiro|"
    r"zaak)"
    rf"(?: is)?[ :=]{{1,3}}(?P<paper>{_LONG})",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?<![\w.,/€-])(?P<after>[a-z]{0,3}[./-]?\d{2,}[\w./-]{3,20}\w)"
    r" (?:is (?:het|haar|zijn|ons|mijn) |in (?:het|ons|haar|zijn) |\()"
    r"(?:dossier|zaak|klant|cli[eë]nt|pati[eë]nt|polis|lidmaatschap)",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d[^\W_]?[\W_]?\d")
_PATTERNS = (
    (_NUMBERED, "numbered"),
    (_LATER, "later"),
    (_BARE, "bare"),
    (_ON_PAPER, "paper"),
    (_AFTER, "after"),
)


def find(text: str) -> Found:
    """Numbers under which an organisation knows a person."""
    if _FIGURES.search(text) is None:
        return
    for pattern, group in _PATTERNS:
        for match in pattern.finditer(text):
            yield finding(Kind.CASENR, match.start(group), match.end(group))
