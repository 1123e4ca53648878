"""Names told by their shape: initials with a surname, and particles that only surnames have."""

import re
from collections.abc import Iterator

from signalering.privacy.guard.tokens import Token, Told, tokens_of

_PARTICLES = r"(?:(?i:van|de|den|der|het|'t|ten|ter|te|el|al|ben|von|vd|v\.d\.|v/d|la|le|da|dos) )*"
_INITIALS = re.compile(
    rf"(?<!\w)(?:(?:[A-Z](?:\.|(?=[A-Z]\.))|(?:Th|Chr?|Ph|Joh|Jac)\.) ?){{1,5}}"
    rf"(?:-[A-Z]\. ?)?{_PARTICLES}"
    r"(?P<name>[A-Z][^\W\d_]+(?:-[^\W\d_]+)?)"
    rf"|(?<![\w.])(?:[a-z]\. ?){{1,4}}{_PARTICLES}(?P<low>[^\W\d_]{{3,}})"
    rf"|(?<![\w'])[A-Za-z] (?P<particle>{_PARTICLES})(?P<bare>[^\W\d_]{{4,}})",
)
# "e.d.", "d.w.z.", "a.u.b." and their kind.
_NO_INITIALS = re.compile(
    r"(?:e\.?d|o\.?a|i\.?v\.?m|m\.?b\.?t|d\.?w\.?z|a\.?u\.?b|m\.?n|t\.?h\.?v|t\.?a\.?v|m\.?b\.?v|"
    r"o\.?l\.?v|i\.?o\.?m|t\.?o\.?v|i\.?h\.?k\.?v|n\.?a\.?v|a\.?d\.?h\.?v|o\.?v\.?v|i\.?p\.?v|"
    r"t\.?z\.?t|i\.?a|o\.?b\.?v|i\.?t\.?t|b\.?v|z\.?s\.?m|n\.?v\.?t|t\.?g\.?v|t\.?b\.?v|d\.?v)\b"
)
_SURE = re.compile(
    r"(?<!\w)(?:v\.? ?d\.?|v/d|van der|van den|von der|van 't) "
    r"(?P<name>[^\W\d_]{3,}(?:-[^\W\d_]+)?)",
    re.IGNORECASE,
)

# "t.a.v. Hagestein": for whom something is.
_ATTENTION = re.compile(
    r"(?<!\w)(?:t\.?a\.?v\.?|ter attentie van|c/o|p/a) "
    rf"(?P<whole>{_PARTICLES}(?P<name>[A-Z][^\W\d_]{{2,}}(?:-[^\W\d_]+)?))"
)
# "mo el idrissi": no Dutch word is spelled like these.
_ARTICLE = re.compile(
    r"(?<!\w)(?:(?P<before>[^\W\d_]{2,12}) )?(?:el|ait|aït|ould|oulad|bou|bint|abu|abou)[ -]"
    r"(?P<name>[^\W\d_]{3,})",
    re.IGNORECASE,
)

# "met van vliet": a surname in lower case behind what leads to somebody.
_SOMEBODY = re.compile(
    r"(?<!\w)(?:met|bij|door|aan|over|en|namens|sprak|gesproken|gebeld|belde|bel|mailde|"
    r"appte|volgens|zei|zegt) "
    r"(?P<whole>(?:van|de|ter|ten|van de|van der|van den) (?P<name>[^\W\d_]{4,}))",
)

_STARTING = re.compile(
    r"(?:^|[.!?] )(?P<whole>(?:van|ter|ten|van de|van der|"
    r"van den) (?P<name>[^\W\d_]{4,})) (?P<after>[^\W\d_]+)"
)


def by_particle_low(text: str, told: Told) -> Iterator[tuple[int, int, bool]]:
    """A surname with its particle and no capital, where a person is meant."""
    for match in _SOMEBODY.finditer(text):
        token = _token_at(match.start("name"), match.group("name"))
        if told.surname(token) and match.group("whole").startswith("van"):
            yield match.start("whole"), match.end("whole"), False
    for match in _STARTING.finditer(text):
        token = _token_at(match.start("name"), match.group("name"))
        after = _token_at(match.start("after"), match.group("after"))
        if told.surname(token) and told.human(after):
            yield match.start("whole"), match.end("whole"), False


def by_attention(text: str, told: Told) -> Iterator[tuple[int, int, bool]]:
    """For whose attention it is, unless that is an organisation or a word."""
    for match in _ATTENTION.finditer(text):
        token = _token_at(match.start("name"), match.group("name"))
        word, lists = token.word, told.lists
        if word not in lists.known and (word not in lists.words or told.any_surname(token)):
            yield match.start("whole"), match.end("whole"), False


def by_article(text: str, told: Told) -> Iterator[tuple[int, int, bool]]:
    """An Arabic or Berber particle, the name behind it, and a first name before it."""
    for match in _ARTICLE.finditer(text):
        start = match.start() if not match.group("before") else match.end("before") + 1
        if match.group("before"):
            first = _token_at(match.start("before"), match.group("before"))
            if told.first(first) or told.unknown(first) or first.word not in told.lists.words:
                start = first.start
        yield start, match.end(), False


def by_initials(text: str, told: Told) -> Iterator[tuple[int, int, bool]]:
    """Initials and what follows them: start, end, and that they are no matter of lists."""
    for match in _INITIALS.finditer(text):
        if _NO_INITIALS.match(match.group().casefold()):
            continue
        group = next(name for name in ("name", "low", "bare") if match.group(name))
        token = _token_at(match.start(group), match.group(group))
        if told.names_a_street(token):
            continue
        place = token.word in told.lists.known and token.word not in told.lists.surnames
        shut = token.word in told.lists.never_surname - told.lists.surname_words
        if place or (shut and group != "name"):
            continue
        if group == "name":
            # "pakket B. Neemt": the letter ended a sentence.
            fits = not (shut and " " in match.group())
        elif group == "low":
            fits = told.any_surname(token) or told.unknown(token)
        else:
            with_particle = bool(match.group("particle")) and told.any_surname(token)
            fits = with_particle or (told.surname(token) and token.capital)
        if fits:
            yield match.start(), match.end(), True


def by_particle(text: str, told: Told) -> Iterator[tuple[int, int, bool]]:
    """ "van der" and its like with the word behind it."""
    for match in _SURE.finditer(text):
        token = _token_at(match.start("name"), match.group("name"))
        lists = told.lists
        if token.word in lists.never_surname or token.word in lists.known:
            continue
        known = token.word in lists.surnames or token.word in lists.surname_words
        short = match.group().casefold().startswith(("vd", "v.d", "v d", "v/d"))
        if short and not token.capital:
            # "de trap vd kerk": there it is only short for "van de".
            known = token.word in lists.clear_surnames | lists.surname_words
        if token.capital or known or (told.unknown(token) and not short):
            yield match.start(), match.end(), False


def _token_at(start: int, raw: str) -> Token:
    (token,) = tokens_of(raw)[:1] or [Token(0, len(raw), raw, raw.casefold(), False, False)]
    return Token(start, start + len(raw), raw, token.word, raw[:1].isupper(), False)


# "Mol, P.J.", "PJ Mol", "P Mol".
_TURNED = re.compile(
    r"(?<![\w.])(?P<turned>(?:(?:van|de|der|den|ter|ten|"
    r"'t) ){0,2}[A-Z][^\W\d_]{2,30}),? (?:[A-Z]\.){1,4}(?![^\W\d_])"
    r"|(?<![\w.])(?P<letters>[A-Z]{1,2}) (?P<after>[A-Z][a-zà-ÿ]{2,30})(?![\w-])"
)


def by_turned_initials(text: str, told: Told) -> Iterator[tuple[int, int, bool]]:
    """A surname with its initials behind it, or with letters that have lost their dots."""
    for match in _TURNED.finditer(text):
        group = "turned" if match.group("turned") else "after"
        raw = match.group(group).split()[-1]
        token = _token_at(match.end(group) - len(raw), raw)
        if (
            token.word in told.lists.known
            or (match.group("letters") or "").casefold() in told.lists.capitals
        ):
            continue
        initials = match.group().count(".") > 1
        sure = told.surname(token) or (initials and told.any_surname(token))
        letters = match.group("letters")
        bare = letters is not None and told.any_surname(token) and token.word not in {"heer", "god"}
        if sure or bare:
            yield match.start(), match.end(), False


# "mw in 't Veld", "dhr op den Brouw"
_LONG = re.compile(
    r"(?<!\w)(?i:mw|mevr|mevrouw|mvr|dhr|hr|heer|meneer|fam|familie|echtpaar)\.? "
    r"(?P<whole>(?:[A-Z]\.? ?){0,3}(?i:in|op|uit|aan|onder|voor|over|bij|achter) (?:de|den|der|"
    r"het|'t|t) "
    r"(?P<name>[A-Z][^\W\d_]{2,30}))"
)
# A list turned about: "Bos, Annie".
_LISTED = re.compile(
    r"(?:^|\n|[;:(*-] ?|\d[.)] )(?P<whole>(?:(?:van|de|der|den|ter|ten|"
    r"'t) ){0,2}(?P<name>[^\W\d_]{3,30}), "
    r"(?P<first>[^\W\d_]{2,20}))(?!\w)"
)


def by_long_particle(text: str, told: Told) -> Iterator[tuple[int, int, bool]]:
    """A title and a surname that begins with a preposition."""
    for match in _LONG.finditer(text):
        token = _token_at(match.start("name"), match.group("name"))
        if token.word not in told.lists.known and (told.any_surname(token) or told.unknown(token)):
            yield match.start("whole"), match.end("whole"), False


def by_turned_name(text: str, told: Told) -> Iterator[tuple[int, int, bool]]:
    """A surname, a comma and a first name."""
    for match in _LISTED.finditer(text):
        name = _token_at(match.start("name"), match.group("name"))
        first = _token_at(match.start("first"), match.group("first"))
        if name.capital == first.capital and told.any_surname(name) and told.first(first):
            yield match.start("whole"), match.end("whole"), False


# "Ik sprak De Jongh": amid a sentence only a surname begins so.
_GREAT = re.compile(
    r"(?<=[a-zà-ÿ,;&] )(?<!\bin )(?<!\bnaar )(?<!\buit )(?<!\bop )(?<!\bbij )"
    r"(?<!\bvan )(?<!\bvia )(?<!\blangs )"
    r"(?P<whole>(?:Van|De|Den|Ter|Ten|Het)"
    r"(?: (?:[Dd]en?|[Dd]er|[Hh]et|'[Tt]))? (?P<name>[A-Z][^\W\d_]{2,30}))(?![\w-])"
)


_TO_SOMEBODY = re.compile(r"\b(?:sprak|gesproken|volgens|namens|belde|mailde|appte|door|met) \Z")


def by_great_particle(text: str, told: Told) -> Iterator[tuple[int, int, bool]]:
    """A particle and a surname, both with a capital, inside a sentence."""
    lists = told.lists
    for match in _GREAT.finditer(text):
        token = _token_at(match.start("name"), match.group("name"))
        listed = token.word in lists.surnames or token.word in lists.surname_words
        # "in De Lier", "De Brug": of these many are places and houses.
        plain_word = token.word in lists.words and token.word not in lists.surname_words
        spoken = _TO_SOMEBODY.search(text, max(0, match.start() - 12), match.start()) is not None
        house = token.word in lists.known or (plain_word and not spoken)
        if listed and (match.group("whole").startswith("Van") or not house):
            yield match.start("whole"), match.end("whole"), False
