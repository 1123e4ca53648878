"""What stands around a word, and makes it a name, a month, a place or a thing."""

from itertools import pairwise

from signalering.privacy.guard.tokens import Token, Told

ARTICLES = frozenset({"de", "het", "een", "'t", "den"})
OWNING = frozenset({"z'n", "zn", "zijn", "d'r", "haar", "der", "hun"})
BEING = frozenset({"is", "een", "als", "was", "zijn", "ben", "oude", "jonge", "de"})
NATIONALITIES = frozenset(
    {"pool", "turk", "fries", "zeeuw", "deen", "fin", "let", "rus", "iraniër"}
)

_ADJECTIVES = ("loos", "zaam", "baar", "achtig", "matig", "isch", "ster", "ief", "eel", "iek")
_PREFIXES = ("ver", "be", "ge", "ont", "over", "onder", "uit", "af", "aan")


def ends_sentence(text: str, token: Token, after: Token) -> bool:
    """ "weduwe. Telt de dagen": behind a whole word a full stop ends the sentence."""
    return len(token.word) > 4 and "." in text[token.end : after.start]


def is_hers(before: Token) -> bool:
    """ "in dr hoofd": her head, and no doctor."""
    return before.word in {
        "in",
        "op",
        "van",
        "met",
        "aan",
        "uit",
        "voor",
        "naar",
        "bij",
        "om",
        "over",
    }


def is_whose(particles: list[Token], first: Token) -> bool:
    """ "ex van haar", "zoon van hem": whose it is, and no name."""
    owner = {"haar", "hem", "hun", "mij", "me", "ons", "hier", "daar", "die", "dat", "mijn", "zijn"}
    return bool(particles) and not first.capital and first.word in owner


def is_month(token: Token, before: list[Token]) -> bool:
    """ "in jan", "sinds mei": the month."""
    return (
        token.word in {"jan", "mei", "juni", "august"}
        and not token.capital
        and bool(before)
        and before[-1].word
        in {"in", "sinds", "vanaf", "tot", "eind", "begin", "half", "per", "van"}
    )


def looks_like_name(word: str) -> bool:
    """Not the ending of a verb or an adjective that was typed wrongly."""
    if word.endswith("d") and word.startswith(_PREFIXES):
        return False
    return len(word) > 3 and not word.endswith(
        ("t", "en", "de", "te", "ig", "lijk", "end", "ende", *_ADJECTIVES)
    )


def is_no_surname(word: str) -> bool:
    """Ends as verbs, participles and adjectives do."""
    return word.endswith((*_ADJECTIVES, "t", "d", "en", "de", "te", "ig", "lijk", "s"))


def is_of_things(token: Token, before: list[Token], told: Told) -> bool:
    """ "bij de Dirk": an article before a first name makes it a shop, a club, a thing."""
    if not before or before[-1].capital or before[-1].word not in ARTICLES:
        return False
    return token.word in told.lists.first_names and token.word not in told.lists.clear_surnames


def is_place(token: Token, before: list[Token], after: Token | None, told: Told) -> bool:
    """ "terug naar nador", "uit Oujda": a place, unless it is a first name or somebody acts."""
    if not before or before[-1].word not in {"naar", "uit", "vanuit"} or told.first(token):
        return False
    return not told.leads_to_surname([after] if after else [])


def is_named_house(name: list[Token], before: list[str], told: Told) -> bool:
    """ "bij De Kreek", "in Het Anker": an article with a capital behind a preposition."""
    if len(name) < len(("De", "Kreek")) or name[0].word not in ARTICLES:
        return False
    listed = name[-1].word in told.lists.surnames or name[-1].word in told.lists.surname_words
    if name[0].opens and name[0].capital and not listed:
        return True
    if not before:
        return False
    if before[-1] in {"in", "naar", "uit", "vanuit", "op", "langs"}:
        return True
    if not name[0].capital:
        return before[-1] == "aan" and name[-1].word in told.lists.words
    return before[-1] in {"bij", "via", "van"} and not listed


def is_thing(token: Token, before: list[Token], told: Told) -> bool:
    """ "Op de Dag van ...": a word with an article behind a preposition."""
    if len(before) < 2 or before[-1].word not in ARTICLES or token.word not in told.lists.words:
        return False
    return before[-2].word in {"op", "in", "tijdens", "naar", "uit", "voor", "na", "vanaf", "langs"}


def after_thing(previous: Token | None) -> bool:
    """Behind an article, "in" or "naar" an unknown word with a capital is a place or thing."""
    places = {"in", "op", "naar", "uit", "vanuit", "bij", "via", "tegen", "per"}
    return previous is not None and previous.word in ARTICLES | places


def acts(after: Token | None) -> bool:
    """ "iris zei": what only people do."""
    speaks = {
        "zei",
        "zegt",
        "vertelt",
        "vertelde",
        "belt",
        "belde",
        "vindt",
        "vond",
        "huilt",
        "lacht",
    }
    return after is not None and after.word in speaks


def joined(text: str, tokens: list[Token]) -> bool:
    """Whether nothing but blanks, and the dot of an abbreviation, stands between them."""
    return all(
        text[left.end : right.start].strip(" .") == "" and right.start - left.end <= 3
        for left, right in pairwise(tokens)
    )
