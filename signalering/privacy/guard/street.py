"""Streets with a house number, by the endings that Dutch street names have."""

import re

from signalering.privacy.guard.finding import Found, Kind, finding
from signalering.privacy.guard.lexicon import COUNTED
from signalering.privacy.guard.word_lists import plain, word_lists

_ENDING = (
    r"(?:straat|straatje|str\.?|laan|laantje|weg|wegje|paadje|plein|pleintje|hof|hofje|kade|kaai|"
    r"dijk|dijkje|singel|"
    r"pad|steeg|gracht|dreef|plantsoen|wal|boulevard|brink|zoom|ring|park|baan|veld|akker|weide|"
    r"oord|stede|werf|erf|meent|dam|sluis|vaart|wetering|polder|haven|markt|tuin|tuinen|horst|bos|"
    r"burg|hage|land|landen|rijk|watering|kreek|vliet|heuvel|berg|brug|poort|allee|passage|"
    r"slag|(?:noord|zuid|oost|west|dorps|kerk|molen|dijk)einde?|gaarde|hoeve|hoek|zicht|geest|"
    r"duin|kwartier|woud|schans|waard|heul|terras|promenade|"
    r"ln\.?)"
)
# Ordinary words with such an ending, which stand before numbers too.
_ORDINARY = (
    r"(?:onder|half|snel|auto|fiets|wandel|voet|rijks|uit|hang|spoor|school|lucht|water)weg|weg|"
    r"(?:fiets|wandel|voet|kerk|levens)pad|(?:super|rommel|week|arbeids|woning|bouw|kerst|vlooien|"
    r"braderie)markt|(?:sport|speel|vakantie|bungalow|wagen|zorg|pret)park|(?:voetbal|sport|speel|"
    r"werk|hockey)veld|(?:loop|rij|tennis|ijs|kegel|atletiek|bowling|renn?)baan|(?:achter|voor|"
    r"moes|"
    r"volks|dieren|buurt|kinder|bloemen|groente)tuin(?:en)?|(?:ei|buiten|vader|west|ne?der|duits|"
    r"rus|"
    r"pol|neder|thuis|platte|wei|moeder|bin+en)land|(?:speel|school|dorps)plein|(?:gerechts)hof|"
    r"(?:jacht|lucht)haven|(?:huis|bij|ge)weg|[\w-]*(?:toe|be|ver|uit|aan|op|om|in|neer|bij)slag|"
    r"slag|maasdijk|honselersdijk|poeldijk|zuidbuurt|strijk|be?lang?rijk|omgeving|belangrijk|"
    r"koninkrijk|"
    r"ring|park|markt|bos|berg|brug|dam|veld|land|baan|tuin|tuinen|haven|straat|plein|pad|erf|hof|"
    r"laan|dijk|rijk|poort|sluis|polder|burg|werf|passage|oord|kade|singel|wal|gracht|vaart|steeg|"
    r"heuvel|akker|weide|horst|aard(?:berg)|om(?:slag)?weg"
)
NUMBER = (
    r"(?:[ ,]{1,3}|-)(?:(?:op )?(?:nr|no|nummer|huisnummer|huisnr)\.?:? ?)?"
    rf"(?!(?:19|20)\d\d(?!\d))[1-9]\d{{0,3}}(?![\d%€])(?![.,:]\d)(?! ?(?:{COUNTED}))"
    r"(?: ?[a-hz](?!\w)|-[a-z](?!\w)| ?[-/]? ?(?:bis|huis|hs|zw|rd|rood|boven|beneden|"
    r"i{2,3}|iv|vi{0,3})\b"
    r"|[-/ ]\d{1,3}(?!\w)(?![.,:]\d))?(?!\w)"
    # More of the house: "t/m 9", "3a/b", "1-hoog", "A-2", "app. 12".
    rf"(?: ?(?:t/m|tm|to|en|/|\+|&) ?(?:\d{{1,3}}[a-h]?|[a-h])(?=[.,;)]|$)| [1-4]-?hoog|-hoog"
    r"|-\d{1,2}(?!\w)|\.?g\.(?!\w)| (?:bov|ben|bg|b\.g|boven|beneden|links|rechts|achter)\b\.?"
    r"|,? (?:app|appartement|kamer|unit|bus|etage|et|verd)\.? ?\d{1,3}\b)?"
)
_AT_THE_END = re.compile(
    r"(?:noord|zuid|oost|west|dorps|kerk|molen|laan|"
    r"vliet)einde?",
    re.IGNORECASE,
)
# Endings that other words have as well.
_WEAK = re.compile(
    r"[A-Z][\w'-]+(?:einde|eind|gaard|oever|rust|kant|molen|dal|rug|wende|kamp|drift|blok|zijde|"
    r"loods|hil|"
    r"zand|om|veer|plas|vaert|burcht|slot|stee|geer|bloem|tocht|woerd|spui|wacht|gors|schoor|"
    r"wijck|dorp|hout)"
)
# Of whom it is called: "Piet Heinstraat", "Willem de Zwijgerlaan", "J.P. Coenstraat".
_NAMESAKE = re.compile(
    r"(?<!\w)(?:(?P<initials>(?:(?i:dr|prof|mr|ds|ir|jhr|chr|burg|past)\.? ){0,3}(?:[A-Z]\.){1,3} ?"
    r"(?:(?:van|de|der|den|ter|ten) ){0,2})"
    r"|(?P<first>[^\W\d_]{2,15}) (?P<particle>de |den |der )?)\Z"
)
_STEM = re.compile(
    r"(?P<stem>[^\W\d_]{3,20}?)(?:straat|laan|weg|plein|kade|singel|hof|park|dreef|str|ln|"
    r"gracht)(?!\w)",
    re.IGNORECASE,
)
# Words before the one with the ending: "Burgemeester Elsenweg", "prins hendrikstraat".
_LEAD = re.compile(
    r"(?<!\w)(?:(?:[A-Z][^\W\dA-Z_][\w'-]{0,29}|(?i:prs?\.?|kon\.?|secr\.?|wethr\.?|secretaris|"
    r"wethouder|notaris|"
    r"van|jhr\.?|chr\.?|ir\.?|ds\.?|graaf|gravin|hertog|baron|freule|admiraal|generaal|kapitein|"
    r"minister|v/d|v\.d\.?|vd|de|den|der|het|ten|ter|'t|prins|prinses|koning|koningin|sint|"
    r"st\.?|burgemeester|burg\.?|pastoor|past\.?|dokter|dr\.?|professor|prof\.?|meester|mr\.?|jan|"
    r"oude|nieuwe|grote|kleine|lange|korte|hoge|lage)) ){1,3}\Z"
)
# Where somebody lives, whatever the street is called.
_LIVES = re.compile(
    r"\b(?:woont|wonen|woonde|woonachtig|woonadres|adres|verhuis(?:t|d|en))(?: (?:nu|al|nog))?"
    r"(?: ?:| is)? ?(?:(?:op|aan|in|naar) )?(?:(?:de|het|een flat aan de|nr\.?) )?"
    rf"(?P<lives>[A-Z][\w'-]{{2,30}}(?: [A-Z][\w'-]{{2,30}}){{0,2}}{NUMBER})"
)
_LEADING_WORDS = (
    "secr wethr jhr chr ir ds graaf gravin hertog baron freule admiraal generaal kapitein "
    "minister pr "
    "prs v/d vd v.d kon secretaris wethouder notaris van de den der ten ter prins prinses "
    "koning koningin sint st burgemeester burg pastoor past dokter dr professor prof meester "
    "mr jan oude nieuwe grote kleine lange korte hoge lage"
)
_LEADING = frozenset(_LEADING_WORDS.split())
# A word and a number: cheap to find; whether the word is a street is asked afterwards.
_WORD_AND_NUMBER = re.compile(rf"(?<!\w)(?P<word>[^\W\d_][\w'.-]{{2,40}}){NUMBER}", re.IGNORECASE)
_STREET_WORD = re.compile(rf"(?!(?:{_ORDINARY})\Z).+{_ENDING}", re.IGNORECASE)
# "Laan van ... 12", "Hof van ... 3"; "Grote Markt 5", "Oude Haven 3".
_COMPOUND = re.compile(
    r"(?<!\w)(?:laan|hof|plein|weg|park|kade|dijk|straat|pad) (?:van|v\.?|der|ten|ter|aan)"
    rf"(?: (?:de|den|der|het|'t))? [\w'-]{{2,30}}(?: [A-Z][\w'-]{{1,30}})?{NUMBER}"
    r"|(?<!\w)(?:(?-i:Het|De|'t) )?(?:grote|kleine|oude|nieuwe|lange|korte|hoge|lage|"
    r"eerste|tweede|derde|1e|2e|3e) "
    rf"(?:[A-Z][\w'-]{{0,30}} )?(?:[\w'-]{{0,30}}?){_ENDING}(?!\w){NUMBER}",
    re.IGNORECASE,
)
# "Hoge Woerd 6": both with a capital.
_PAIRED = re.compile(
    rf"(?<!\w)(?:Oude|Nieuwe|Hoge|Lage|Lange|Korte|Grote|Kleine|Eerste|"
    rf"Tweede) [A-Z][a-z]{{2,20}}{NUMBER}"
)
_NUMBER_FIRST = re.compile(
    r"(?<!\w)(?:huis)?(?:nummer|nr)\.? [1-9]\d{0,3} ?[a-h]? (?:aan|in|op|van) (?:de|het) "
    r"(?P<word>[^\W\d_][\w'-]{2,40})",
    re.IGNORECASE,
)


def find(text: str) -> Found:
    """Addresses: a street name with its number, in either order."""
    for pattern in (_WORD_AND_NUMBER, _NUMBER_FIRST):
        for match in pattern.finditer(text):
            if is_street_word(match.group("word")):
                yield finding(Kind.STREET, begun(text, match.start()), match.end())
    for match in _LIVES.finditer(text):
        if plain(match.group("lives").split()[0].casefold()) in word_lists().known:
            continue
        yield finding(Kind.STREET, match.start("lives"), match.end("lives"))
    for pattern in (_COMPOUND, _PAIRED):
        for match in pattern.finditer(text):
            yield finding(Kind.STREET, match.start(), match.end())


def is_street_word(word: str) -> bool:
    """Whether it ends as streets do. Where the ending is weak, only with a capital and no word."""
    if _STREET_WORD.fullmatch(word) or _AT_THE_END.fullmatch(word):
        return True
    if _WEAK.fullmatch(word) is None:
        return False
    low = word.casefold()
    return low not in word_lists().words and low not in word_lists().surnames


def begun(text: str, start: int) -> int:
    """Where the whole name begins of a street whose last word was found."""
    named = _NAMESAKE.search(text[max(0, start - 40) : start])
    if named is not None and _is_namesake(named, text[start:]):
        start -= len(named.group())
    return _led(text, start)


def _is_namesake(named: re.Match[str], following: str) -> bool:
    """ "Piet Heinstraat": a first name or initials before a street called after somebody."""
    if named.group("initials"):
        return True
    lists, first = word_lists(), plain(named.group("first").casefold())
    if first not in lists.first_names and first not in lists.also_names:
        return False
    ending = _STEM.match(following)
    stem = plain(ending.group("stem").casefold()) if ending else ""
    people = lists.first_names | lists.surnames
    known = stem in people or stem.removesuffix("s") in people
    return bool(named.group("particle")) or (
        known and (stem not in lists.words or stem in lists.first_names)
    )


def _led(text: str, start: int) -> int:
    """With the words of its name before the one that was found, if they are of such a kind."""
    lead = _LEAD.search(text[max(0, start - 60) : start])
    words = lead.group().split() if lead else []
    if not any(word.casefold().strip(".") in _LEADING for word in words):
        return start
    begun = start - sum(len(word) + 1 for word in words)
    opens = text[:begun].rstrip()[-1:] in {"", ".", "!", "?", ":"}
    while words:
        first = words[0]
        # The first word of a sentence, or one that leads to the street: no part of its name.
        led = first in {"van", "de", "den", "der", "het", "ten", "ter"}
        if not led and not (opens and first.casefold().strip(".") not in _LEADING):
            break
        begun, opens = begun + len(first) + 1, False
        del words[0]
    return begun
