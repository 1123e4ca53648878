"""Measures of loneliness: answers, points and classes, by the rules in data/measures.json.

The scale is De Jong Gierveld's, six items (Vrije Universiteit Amsterdam). Its points say something
about groups; they are no diagnosis of a person.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from signalering.domain.packaged import packaged
from signalering.domain.states import ChangeClass

DIRECT, SCALE = "direct_question", "djg6"
MOST_DIRECT, MOST_TOTAL = 4, 6
# With more items open than this there is no total.
MOST_OPEN = 1


class Part(StrEnum):
    """The two subscales."""

    EMOTIONAL = "emotional"
    SOCIAL = "social"


class ItemAnswer(StrEnum):
    """What somebody can say to a statement."""

    NO = "no"
    MORE_OR_LESS = "more_or_less"
    YES = "yes"


class Response(StrEnum):
    """What came of asking; what is not an answer is counted too."""

    ANSWERED = "answered"
    REFUSED = "refused"
    NOT_ASKED = "not_asked"
    NOT_POSSIBLE = "not_possible"


ONE_POINT: Mapping[Part, frozenset[ItemAnswer]] = MappingProxyType(
    {
        Part.EMOTIONAL: frozenset({ItemAnswer.MORE_OR_LESS, ItemAnswer.YES}),
        Part.SOCIAL: frozenset({ItemAnswer.NO, ItemAnswer.MORE_OR_LESS}),
    }
)


@dataclass(frozen=True)
class Item:
    """One statement of the scale, in the municipality's own wording."""

    id: str
    part: Part
    nl: str
    en: str

    def text(self, language: str) -> str:
        """In a language; Dutch for any other than English."""
        return self.en if language == "en" else self.nl


@dataclass(frozen=True)
class Score:
    """Points; None where too much is open. Higher is lonelier."""

    emotional: int | None = None
    social: int | None = None
    total: int | None = None


def score(items: Sequence[Item], answers: Mapping[str, ItemAnswer]) -> Score:
    """Points of the answers, by the ids of the items; an item without an answer is open.

    A subscale needs all of its items. A total may have one open, which then gives no point.
    """
    points = {
        item.id: int(answers[item.id] in ONE_POINT[item.part])
        for item in items
        if item.id in answers
    }
    return Score(
        emotional=_of(Part.EMOTIONAL, items, points),
        social=_of(Part.SOCIAL, items, points),
        total=sum(points.values()) if len(items) - len(points) <= MOST_OPEN else None,
    )


def _of(part: Part, items: Sequence[Item], points: Mapping[str, int]) -> int | None:
    ids = [item.id for item in items if item.part is part]
    return sum(points[one] for one in ids) if all(one in points for one in ids) else None


def class_of(total: int) -> str:
    """The class of a total, as "2-4". Raises ValueError for a number that no total is."""
    scale = next(one for one in packaged("measures")["measures"] if one["code"] == SCALE)
    for row in scale["scoring"]["classes"]:
        if row["from"] <= total <= row["to"]:
            return f"{row['from']}-{row['to']}"
    raise ValueError("no total of this scale")


def change(
    before: tuple[int | None, int | None] | None, after: tuple[int | None, int | None] | None
) -> ChangeClass:
    """What changed between two moments, each (direct question, total of the scale).

    The scale decides by its classes where both moments have a total, or else the direct question.
    """
    if before is None or after is None:
        return ChangeClass.NOT_MEASURED
    (direct, total), (direct_after, total_after) = before, after
    if total is not None and total_after is not None:
        return _compared(_rank(total), _rank(total_after))
    if direct is not None and direct_after is not None:
        return _compared(direct, direct_after)
    return ChangeClass.NOT_MEASURED


def _rank(total: int) -> int:
    return int(class_of(total).partition("-")[0])


def _compared(before: int, after: int) -> ChangeClass:
    if before == after:
        return ChangeClass.SAME
    return ChangeClass.LESS if after < before else ChangeClass.MORE
