"""The packaged lists that names are told by, read once a process.

`data/README_guard.md` says where they come from and how they were distilled.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache

from signalering.domain.packaged import packaged, packaged_lines


@dataclass(frozen=True)
class WordLists:
    """Lower-case words, each also as it is typed without its accents."""

    first_names: frozenset[str]
    surnames: frozenset[str]
    words: frozenset[str]
    # Out of the lists of names, but words all the same.
    ordinary: frozenset[str]
    # Words that are names as well, where they are written like one.
    also_names: frozenset[str]
    short_names: frozenset[str]
    # In the list of words too, and names all the same; and words that a title makes names of.
    clear_surnames: frozenset[str]
    surname_words: frozenset[str]
    never_surname: frozenset[str]
    human_verbs: frozenset[str]
    titles: frozenset[str]
    kin: frozenset[str]
    close_kin: frozenset[str]
    naming: frozenset[str]
    particles: frozenset[str]
    sure_particles: frozenset[str]
    # Places and organisations: known names of what is no person.
    known: frozenset[str]
    # Before a name with a capital: trades and tasks; houses, firms and works; nicknames.
    roles: frozenset[str]
    houses: frozenset[str]
    loose_houses: frozenset[str]
    houses_behind: frozenset[str]
    nicks: frozenset[str]
    works: frozenset[str]
    # Verbs of what is swallowed; names out of the bible, and where it is read.
    taken: frozenset[str]
    biblical: frozenset[str]
    reading: frozenset[str]
    # Capitals that are no initials: "TV Kok".
    capitals: frozenset[str]
    # Trees, birds, flowers, stars: whole quarters have streets of these names.
    street_themes: frozenset[str]
    phrases: tuple[str, ...]


@cache
def word_lists() -> WordLists:
    """All of them, read once: a tenth of a second."""
    lists = packaged("guard/lists")

    def of(name: str) -> frozenset[str]:
        return _spelled(lists[name].split())

    return WordLists(
        first_names=_spelled(_both("first_names")),
        surnames=_spelled(_both("surnames")),
        words=_spelled(packaged_lines("guard/words")),
        ordinary=of("ordinary") - of("also_names"),
        also_names=of("also_names"),
        short_names=of("short_names"),
        clear_surnames=of("clear_surnames"),
        surname_words=of("surname_words"),
        never_surname=of("never_surname"),
        human_verbs=of("human_verbs"),
        titles=of("titles"),
        kin=of("kin"),
        close_kin=of("close_kin"),
        naming=of("naming"),
        particles=of("particles"),
        sure_particles=of("sure_particles"),
        known=of("places") | of("organisations"),
        roles=of("roles"),
        houses=of("houses"),
        loose_houses=of("loose_houses"),
        houses_behind=of("houses_behind"),
        nicks=of("nicks"),
        works=of("works"),
        taken=of("taken"),
        biblical=of("biblical"),
        reading=of("reading"),
        capitals=of("capitals"),
        street_themes=of("street_themes"),
        phrases=tuple(lists["organisation_phrases"]),
    )


def plain(word: str) -> str:
    """A lower-case word without its accents."""
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFKD", word.replace("ł", "l").replace("ı", "i"))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def _both(name: str) -> tuple[str, ...]:
    """The distilled list, and what it lacks of names that are common here."""
    return packaged_lines(f"guard/{name}") + packaged_lines(f"guard/more_{name}")


def _spelled(words: list[str] | tuple[str, ...]) -> frozenset[str]:
    return frozenset(words) | frozenset(plain(word) for word in words)
