"""Addresses whose street is not named like one: told by who lives there, or standing alone."""

import re

from signalering.privacy.guard import postcode
from signalering.privacy.guard.finding import Found, Kind, finding
from signalering.privacy.guard.street import NUMBER
from signalering.privacy.guard.word_lists import plain, word_lists

_SMALL = r"(?:van|de|den|der|het|'t|ten|ter|te|op|aan|achter|voor|bij|in|onder|over|tussen)"
_NAME = (
    rf"(?:{_SMALL} ){{0,3}}[^\W\d_][\w'.-]{{2,30}}(?: (?:{_SMALL} "
    rf"){{0,2}}[A-Z][\w'-]{{2,30}}){{0,2}}"
)
_LIVING = (
    r"(?:woont|wonen|woonde|woonden|wonend|woonachtig|gewoond|ligt|verblijft|slaapt|huurt|woning|"
    r"flat|huis|verhuis(?:t|d|en)|"
    r"verhuisde|"
    r"zit|zitten|zat|staat|logeert|inwonend|ingetrokken|langs|huisbezoek|bezoek|geweest|bezorgd|"
    r"ophalen|afhalen|afgezet|opgehaald|aangebeld|gebracht)"
)
_ADDRESS = r"(?:adres|woonadres|adr|postadres|huisadres|bezoekadres|wonende te|woonplek)"
# "address: ...", whatever follows.
_SAID = re.compile(
    rf"\b{_ADDRESS}(?: (?:is|was|nu|nog|bekend|mw|dhr|haar|zijn|klopt|van|zoon|dochter|"
    rf"moeder))?\.?(?: ?[:=])? ?(?P<said>{_NAME}{NUMBER})",
    re.IGNORECASE,
)
# "lives since then on ...": the name of a street with a capital.
_ON = re.compile(
    rf"\b(?i:{_LIVING})\b(?: [a-zà-ÿ'0-9]{{1,14}}){{0,5}} (?i:op|aan|in|naar|bij)(?: (?:de|"
    rf"het|den|'t))? "
    rf"(?P<on>(?:(?:De|Het|Den|'t) )?[A-Z][\w'-]{{2,30}}(?: [A-Z][\w'-]{{2,30}})?{NUMBER})"
)
# Whatever stands before a postcode with letters.
_BEFORE_CODE = re.compile(
    rf"(?<!\w)(?P<street>(?:(?:(?i:{_SMALL})|[A-Z][\w'.-]{{1,30}}) ){{0,3}}"
    rf"[^\W\d_][\w'.-]{{2,40}}{NUMBER})[ ,;-]{{1,3}}(?=(?P<code>[1-9]\d{{3}}))"
)
_LEADS = re.compile(r"(?:(?:naar|op|aan|in|bij|te|uit|is|nu) (?:(?:de|het) )?)*", re.IGNORECASE)
# Alone between brackets, or as a sentence of its own.
_ALONE = re.compile(
    rf"(?:\(|(?:^|[.;:!?/,]\s|\n)(?=['A-Z]))(?P<alone>(?:(?i:{_SMALL}) "
    rf"){{0,2}}(?P<word>[^\W\d_][\w'-]{{3,30}})"
    rf"{NUMBER})(?=\s*(?:$|[),.;!?/]|\n))"
)
# "Achterom 6 te Monster": before a place.
_BEFORE_PLACE = re.compile(
    rf"(?<!\w)(?P<street>[A-Z][\w'-]{{3,30}}{NUMBER}),? (?:te |"
    rf"in )?(?P<place>'?[A-Z][\w'-]{{2,20}}|'s-Gravenzande)"
)
# "bij De Poort 14", "aan het Slot 6": a capital behind a preposition of place.
_AT = re.compile(
    rf"(?<!\w)(?i:bij|op|aan|van|naar|in|tegenover|naast) (?P<at>(?:De|Het|'t|Den|het|"
    rf"de) [A-Z][\w'-]{{2,30}}{NUMBER})"
)
# "woont op lisdodde 44": whatever word comes directly behind it.
_LOW = re.compile(
    r"\b(?:woont|wonen|woonde|woonachtig|verhuisd|verhuist)(?: (?:nu|al|nog|dus|alleen|"
    r"samen))?(?: (?:op|aan)| aan de| aan het) "
    r"(?!kamer|verdieping|etage|nummer|nr|flat|huis|unit|afdeling|groep|plek|kavel|boerderij|de |"
    r"het |een )"
    rf"(?P<low>[a-z][a-z'-]{{3,20}}{NUMBER})"
)
# "bewoner van Rozemarijn 4", "op Rozemarijn 4": behind what stands before an address.
_CUED = re.compile(
    r"\b(?i:op|naar|bij|van|naast|tegenover|portiek|flat|huisbezoek|bezoek|melding|overlast|"
    r"bewoner|bewoonster|"
    rf"huurder|huurster|achter|voor|tot) (?P<cued>(?P<cued_word>[A-Z][a-zà-ÿ'-]{{3,30}}){NUMBER})"
)
# Whole quarters are called after trees, birds, flowers and fish.
_THEMED = re.compile(rf"(?<!\w)(?P<themed>(?P<theme>[A-Z][a-zà-ÿ-]{{2,20}}){NUMBER})")
_NUMBERED = re.compile(r"(?<!\w)(?:nr|no|nummer)\b", re.IGNORECASE)
_MEDICINE = re.compile(
    r".+(?:ine|lol|pril|sartan|statine?|pam|lam|zol|mide|cilline|mycine|oxine|xaban|tide|"
    r"profen|amol|olon|asone|oxone)"
)


def find(text: str) -> Found:
    """Addresses with a number whose street's name ends like none."""
    for match in _SAID.finditer(text):
        yield finding(Kind.STREET, match.start("said"), match.end("said"))
    codes = {found.start for found in postcode.find(text)}
    for match in _BEFORE_CODE.finditer(text) if codes else ():
        if match.start("code") in codes:
            led = _LEADS.match(match.group("street"))
            start = match.start("street") + (led.end() if led else 0)
            yield finding(Kind.STREET, start, match.end("street"))
    for match in _ON.finditer(text):
        if not _is_known(match.group("on")):
            yield finding(Kind.STREET, match.start("on"), match.end("on"))
    for match in _BEFORE_PLACE.finditer(text):
        place = plain(match.group("place").casefold())
        named = match.group("street")
        near = place in word_lists().known and not _is_known(named)
        if near and _may_be_street(named.split()[0]):
            yield finding(Kind.STREET, match.start("street"), match.end("street"))
    for match in _AT.finditer(text):
        if not _is_known(match.group("at").split(maxsplit=1)[1]):
            yield finding(Kind.STREET, match.start("at"), match.end("at"))
    for match in _LOW.finditer(text):
        if not _is_known(match.group("low")):
            yield finding(Kind.STREET, match.start("low"), match.end("low"))
    for match in _THEMED.finditer(text):
        if match.group("theme").casefold() in word_lists().street_themes:
            yield finding(Kind.STREET, match.start("themed"), match.end("themed"))
    for match in _CUED.finditer(text):
        if _may_be_street(match.group("cued_word")):
            yield finding(Kind.STREET, match.start("cued"), match.end("cued"))
    for match in _ALONE.finditer(text):
        if _may_be_street(match.group("word")) and not _NUMBERED.search(match.group("alone")):
            yield finding(Kind.STREET, match.start("alone"), match.end("alone"))


def _is_known(name: str) -> bool:
    first = plain(name.split()[0].casefold())
    return first in word_lists().known


def _may_be_street(raw: str) -> bool:
    word, lists = plain(raw.casefold()), word_lists()
    if word in lists.words or word in lists.known or word in lists.first_names:
        return False
    if word.endswith(("nummer", "nr")) or not raw.replace("-", "").replace("'", "").isalpha():
        return False
    return not _MEDICINE.fullmatch(word) and not raw.isupper()
