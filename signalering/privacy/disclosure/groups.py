"""Groups of reporters, as far as enough partners stand behind each to show it."""

from collections.abc import Mapping

from signalering.domain.vocabularies import vocabulary
from signalering.privacy.disclosure.classifications import Classification, CountedClass

FEWEST_PARTNERS = 3
# What is too small to show goes here for the year; so do residents, who have no partner.
COLLECTOR = "community"
_COARSE: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("care", "Zorg en welzijn", "Care and welfare", ("care",)),
    ("living", "Wonen, schuld en geld", "Housing, debt and money", ("housing", "debt_finance")),
    ("society", "Overheid, vereniging en inwoner", "Public bodies, associations and residents", ()),
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
    listed = vocabulary("statistics_groups")
    classes = [
        CountedClass(code, listed.term(code).nl, listed.term(code).en, (code,)) for code in shown
    ]
    rest = CountedClass(COLLECTOR, "Alle anderen", "All others", tuple(collected))
    return Classification("groups-5", "group", (*classes, rest))


def _coarse(shown: list[str]) -> Classification:
    classes = [
        CountedClass(code, nl, en, tuple(group for group in members if group in shown))
        for code, nl, en, members in _COARSE[:-1]
    ]
    classes = [held for held in classes if held.members]
    placed = {member for held in classes for member in held.members}
    code, nl, en, _ = _COARSE[-1]
    rest = tuple(each for each in vocabulary("statistics_groups").codes if each not in placed)
    return Classification("groups-3", "group", (*classes, CountedClass(code, nl, en, rest)))
