"""Common refinements: the coarsest classes in which every classification in use can be counted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from signalering.privacy.disclosure.classifications import Classification

# Every code of these is in some class, so that their classes add up to what they are classes of.
WITHOUT_REMAINDER = frozenset({"group", "outcome", "stage", "period", "part"})


@dataclass(frozen=True)
class Dimension:
    """Refined classes of one dimension: per class its place in each classification in use.

    A class that has no place anywhere is the remainder: codes that are counted in totals alone.
    """

    name: str
    places: tuple[Mapping[str, str], ...]

    def __len__(self) -> int:
        return len(self.places)

    def within(self, classification: str, code: str) -> tuple[int, ...]:
        """The refined classes that make up one class of a classification."""
        return tuple(
            index for index, place in enumerate(self.places) if place.get(classification) == code
        )


def refined(
    name: str,
    classifications: Iterable[Classification],
    *,
    closed: bool = False,
    without: int | None = None,
) -> Dimension:
    """The common refinement of classifications of one dimension, with a remainder unless closed.

    `without` leaves out one class, by its index: a reader who knows all about it.
    """
    used = {
        each.code: each.class_of for each in sorted(classifications, key=lambda each: each.code)
    }
    members = dict.fromkeys(code for class_of in used.values() for code in class_of)
    found: dict[tuple[str | None, ...], Mapping[str, str]] = {}
    for member in members:
        places = {code: class_of[member] for code, class_of in used.items() if member in class_of}
        found.setdefault(tuple(places.get(code) for code in used), places)
    classes = list(found.values())
    if without is not None:
        del classes[without]
    if not closed and name not in WITHOUT_REMAINDER:
        classes.append({})
    return Dimension(name, tuple(classes))
