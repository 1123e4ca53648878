"""What a report says of a released period: statements, and the tables that they come from."""

from dataclasses import dataclass
from enum import StrEnum

from signalering.domain.views.statistics.published import Figure, Label


class Topic(StrEnum):
    """What a part of a report is about, in the order of the report."""

    MANY = "many"
    AREA = "area"
    AGE = "age"
    GROUP = "group"
    REASON = "reason"
    LIFE_EVENT = "life_event"
    WISH = "wish"
    PICK_UP = "pick_up"
    FIRST_CONTACT = "first_contact"
    STAGE = "stage"
    OUTCOME = "outcome"
    CHANGE = "change"
    GAP = "gap"


class Said(StrEnum):
    """A kind of statement. Which ones a topic has: signalering.domain.report_texts."""

    TOTAL = "total"
    MORE = "more"
    FEWER = "fewer"
    NO_CLEAR_CHANGE = "no_clear_change"
    NOTHING_BEFORE = "nothing_before"
    ALONE = "alone"
    MOST = "most"
    SEVERAL = "several"
    SPREAD = "spread"
    TOO_SMALL = "too_small"
    MIDDLE = "middle"
    MIDDLE_ONE_OF = "middle_one_of"
    MIDDLE_UNSURE = "middle_unsure"
    PICKED_UP = "picked_up"
    REFERRED = "referred"
    STILL_ATTENDING = "still_attending"
    BETTER = "better"
    WORSE = "worse"
    NO_CLEAR_DIFFERENCE = "no_clear_difference"
    NOT_MEASURED = "not_measured"
    GAP = "gap"
    NO_GAP = "no_gap"
    # Of what a report leaves out.
    NOT_YET = "not_yet"
    YEAR_ONLY = "year_only"


@dataclass(frozen=True)
class Named:
    """A class of a table with its figure, and its share in steps of five where the base is large.

    Without a figure the class alone is named.
    """

    label: Label
    figure: Figure | None = None
    percent: int | None = None


@dataclass(frozen=True)
class Statement:
    """One sentence: its text by topic and kind, and the published figures that it carries.

    `text` is Dutch with %(first)s, %(second)s, %(names)s and %(period)s. `period` is a code.
    """

    topic: Topic
    kind: Said
    text: str
    first: Figure | None = None
    second: Figure | None = None
    percent: int | None = None
    named: tuple[Named, ...] = ()
    period: str = ""


@dataclass(frozen=True)
class ShownRow:
    """One class with a figure per column; None where a cell was not published."""

    label: Label
    figures: tuple[Figure | None, ...]
    percent: int | None = None


@dataclass(frozen=True)
class ShownTable:
    """A table as it is shown. `columns` is empty for one axis; `caption` is Dutch."""

    kind: str
    caption: str
    columns: tuple[Label, ...]
    rows: tuple[ShownRow, ...]

    @property
    def has_percents(self) -> bool:
        """Whether any row has a share."""
        return any(row.percent is not None for row in self.rows)


@dataclass(frozen=True)
class Section:
    """What is said about one topic, and the table beneath it."""

    topic: Topic
    heading: str
    statements: tuple[Statement, ...]
    table: ShownTable | None = None


@dataclass(frozen=True)
class Omission:
    """A topic that a report says nothing about, and why, in Dutch."""

    topic: Topic
    heading: str
    text: str


@dataclass(frozen=True)
class ReportView:
    """A report of a released period. `not_yet` tells what it can't say, and why."""

    period: str
    sections: tuple[Section, ...]
    not_yet: tuple[Omission, ...]
    further: tuple[ShownTable, ...]
    why_totals_differ: str


@dataclass(frozen=True)
class AldermanPart:
    """A released period that the report is made of: the half or year, or one of two quarters."""

    period: str
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Gap:
    """What is wished for beside what was found, in the newest released year; none before it."""

    year: str
    statements: tuple[Statement, ...]
    rows: tuple[ShownRow, ...]


@dataclass(frozen=True)
class AldermanView:
    """A report for the alderman. `tables` have a column per part; `foreword` may be empty."""

    period: str
    foreword: str
    may_write: bool
    parts: tuple[AldermanPart, ...]
    tables: tuple[ShownTable, ...]
    gap: Gap | None
    why_totals_differ: str
