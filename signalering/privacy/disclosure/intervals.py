"""Which counts a reader can still hold for possible: exact bounds on tables that share a total."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from signalering.privacy.disclosure.rounding import possible_counts


class NothingFits(ValueError):
    """No counts at all can have been published as these figures."""


@dataclass(frozen=True)
class OneWay:
    """Candidate figures of a table with one axis: class code to figure."""

    name: str
    figures: Mapping[str, int]


@dataclass(frozen=True)
class Interval:
    """Counts from `low` to `high`, both possible."""

    low: int
    high: int

    def __len__(self) -> int:
        return self.high - self.low + 1


TOTAL = ("total", "")
# What no class of a table holds (an unknown age, an area elsewhere).
REMAINDER = "-"
Target = tuple[str, str]


def intervals(
    total: int, tables: Sequence[OneWay], *, with_remainder: bool = False
) -> dict[Target, Interval]:
    """The interval of the total and of each cell, keyed by (table, class).

    Exact, because tables that share nothing but their total are independent once it is known, and
    one sum of intervals reaches every whole number between its ends. With a remainder the cells of
    a table may add up to less than the total. Raises NothingFits.
    """
    spans = [_spans(table, total, with_remainder) for table in tables]
    shared = _of_figure(total)
    low = max([shared.low, *(sum(cell.low for cell in span.values()) for span in spans)])
    high = min([shared.high, *(sum(cell.high for cell in span.values()) for span in spans)])
    if low > high:
        raise NothingFits
    found = {TOTAL: Interval(low, high)}
    for table, span in zip(tables, spans, strict=True):
        least = sum(cell.low for cell in span.values())
        most = sum(cell.high for cell in span.values())
        for code, cell in span.items():
            found[table.name, code] = Interval(
                max(cell.low, low - (most - cell.high)), min(cell.high, high - (least - cell.low))
            )
    return found


def _of_figure(figure: int) -> Interval:
    counts = possible_counts(figure)
    return Interval(counts[0], counts[-1])


def _spans(table: OneWay, total: int, with_remainder: bool) -> dict[str, Interval]:
    spans = {code: _of_figure(figure) for code, figure in table.figures.items()}
    if with_remainder:
        spans[REMAINDER] = Interval(0, _of_figure(total).high)
    return spans
