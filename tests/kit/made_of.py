"""Released periods made by hand, and which numbers a report of them may show."""

import re
from collections.abc import Iterable, Mapping

from signalering.domain.views.statistics.published import (
    Axis,
    Figure,
    Label,
    PublishedPeriod,
    PublishedTable,
)
from signalering.privacy.disclosure.ladders import OF_EVERY_YEAR, Expected
from signalering.privacy.disclosure.periods import Length, Period
from signalering.privacy.disclosure.plan import plan
from signalering.privacy.disclosure.shown import percentage, shown, total_alone
from signalering.privacy.disclosure.tables import Kind, Table

EVERYTHING = plan(Expected(400, 200, 200, 200), {"care": 9, "housing": 9, "community": 9})
TABLES = {table.family: table for table in (*EVERYTHING.of(Length.YEAR), *OF_EVERY_YEAR)}
# Who reads the rounding explained reads these.
EXAMPLE = re.compile(r"(Een voorbeeld: zijn|An example: if) .{0,140}?(vier|four)\.")


def figure(number: int) -> Figure:
    """As published."""
    return Figure(number, shown(number).text)


def table(kind: Kind, cells: Mapping[str, int], base: int | None = None) -> PublishedTable:
    """With one axis: the planned one's classes, by code."""
    held: Table = TABLES[kind]
    axis = held.axes[0]
    return PublishedTable(
        kind,
        held.counted,
        held.code,
        (Axis(axis.code, axis.dimension, tuple(Label(c.code, c.nl, c.en) for c in axis.classes)),),
        {(code,): figure(number) for code, number in cells.items()},
        None if base is None else figure(base),
    )


def period(
    code: str, total: int, *tables: PublishedTable, closed: int | None = None
) -> PublishedPeriod:
    """A released one."""
    ended = None if closed is None else figure(closed)
    return PublishedPeriod(code, "plan", figure(total), ended, total_alone(total), tables)


def named_in(each: PublishedPeriod) -> Iterable[str]:
    """What its classes and itself are called, where a number can stand in a name."""
    for one in each.tables:
        for axis in one.axes:
            for label in axis.labels:
                yield from (label.nl, label.en)
    held = Period.parse(each.period)
    if held.length is Length.QUARTER:
        yield f"{held.part}e kwartaal van {held.year}"
        yield f"quarter {held.part} of {held.year}"
        yield f"Quarter {held.part} of {held.year}"
    elif held.length is Length.YEAR:
        yield from (f"heel {held.year}", f"all of {held.year}", f"Heel {held.year}")
        yield f"All of {held.year}"
    yield from (f"helft van {held.year}", f"half of {held.year}")


def numbers_left(text: str, *periods: PublishedPeriod) -> set[str]:
    """The numbers of a text that are no published figure or share of these, nor part of a name."""
    text = EXAMPLE.sub("", " ".join(text.split()))
    names = {name for each in periods for name in named_in(each)}
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    figures = {str(held) for each in periods for held in figures_of(each)}
    shares = {str(held) for each in periods for held in shares_of(each)}
    about = r"(?:ongeveer|about) "
    text = re.sub(rf"{about}(\d+)%", lambda m: "" if m[1] in shares else m[0], text)
    text = re.sub(rf"{about}(\d+)(?![\d%])", lambda m: "" if m[1] in figures else m[0], text)
    return set(re.findall(r"\d+", text.replace("0-4", "")))


def figures_of(each: PublishedPeriod) -> set[int]:
    """Every published figure."""
    found = {held.figure for one in each.tables for held in one.cells.values()}
    found |= {held.figure for held in (each.total, each.closed) if held is not None}
    return found - {0}


def shares_of(each: PublishedPeriod) -> set[int | None]:
    """Every share that may be shown of a cell with one axis."""
    return {
        percentage(held.figure, one.base.figure)
        for one in each.tables
        if one.base is not None and len(one.axes) == 1
        for held in one.cells.values()
    }
