"""Groups of reporters, as far as enough partners stand behind each to show it."""

from collections.abc import Mapping

from signalering.domain.vocabularies import vocabulary
from signalering.privacy.disclosure.classifications import Classification, CountedClass

FEWEST_PARTNERS = 3
# What is too small to show goes here for the year; so do residents, who have no partner.
COLLECTOR = "community"
_OTHERS = ("Alle anderen", "All others")
_COARSE: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("care", "Zorg en welzijn", "Care and welfare", ("care",)),
    ("living", "Wonen, schuld en geld", "Housing, debt and money", ("housing", "debt_finance")),
)
_SOCIETY = (
    "society",
    "Overheid, vereniging en inwoner",
    "Public bodies, associations and residents",
    ("public", COLLECTOR, "resident"),
)


def groups(active_partners: Mapping[str, int]) -> tuple[Classification, Classification]:
    """The groups of a year, fine (at most 5) and coarse (at most 3).

    `active_partners` counts them per group at plan time, from administration and not from signals.
    A group with fewer than three merges into "community"; if that has fewer than three itself, the
    smallest shown group joins it, until it has enough.
    """
    codes = [code for code in vocabulary("statistics_groups").codes if code != COLLECTOR]
    shown = [code for code in codes if active_partners.get(code, 0) >= FEWEST_PARTNERS]
    collected = [COLLECTOR, *(code for code in codes if code not in shown)]
    while shown and sum(active_partners.get(code, 0) for code in collected) < FEWEST_PARTNERS:
        smallest = min(shown, key=lambda code: (active_partners[code], code))
        shown.remove(smallest)
        collected.append(smallest)
    return _fine(shown, collected), _coarse(shown)


def _fine(shown: list[str], collected: list[str]) -> Classification:
    classes = [_named(code, (code,)) for code in shown]
    return Classification(
        "groups-5", "group", (*classes, CountedClass(COLLECTOR, *_OTHERS, tuple(collected)))
    )


def _coarse(shown: list[str]) -> Classification:
    classes = []
    for code, nl, en, wanted in _COARSE:
        members = tuple(group for group in wanted if group in shown)
        if members == wanted:
            classes.append(CountedClass(code, nl, en, members))
        elif members:
            # A class is never called after a group that is not in it.
            classes.append(_named(code, members))
    placed = {member for held in classes for member in held.members}
    rest = tuple(each for each in vocabulary("statistics_groups").codes if each not in placed)
    code, nl, en, wanted = _SOCIETY
    label = (nl, en) if set(rest) == set(wanted) else _OTHERS
    return Classification("groups-3", "group", (*classes, CountedClass(code, *label, rest)))


def _named(code: str, members: tuple[str, ...]) -> CountedClass:
    """A class that has the name of its one group."""
    (only,) = members
    term = vocabulary("statistics_groups").term(only)
    return CountedClass(code, term.nl, term.en, members)
