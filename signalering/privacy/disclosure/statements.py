"""Which statements a report may make of a released period, from its published figures alone.

No statement adds figures up, and none compares what is not clearly different. Classes of a table
are not compared with those of the period before: among so many pairs a few always seem to differ.
"""

from collections.abc import Iterator

from signalering.domain.report_texts import TEXTS
from signalering.domain.states import StatisticsEvent
from signalering.domain.views.statistics.published import (
    Figure,
    Label,
    PublishedPeriod,
    PublishedTable,
)
from signalering.domain.views.statistics.report import Named, Said, Statement, Topic
from signalering.privacy.disclosure.leading import leading
from signalering.privacy.disclosure.middle import middle
from signalering.privacy.disclosure.shown import Change, change, percentage
from signalering.privacy.disclosure.tables import Kind

# The table that each topic is told from.
TABLES: dict[Topic, Kind] = {
    Topic.AREA: Kind.AREA,
    Topic.AGE: Kind.AGE,
    Topic.GROUP: Kind.GROUP,
    Topic.REASON: Kind.INDICATOR,
    Topic.LIFE_EVENT: Kind.LIFE_EVENT,
    Topic.WISH: Kind.WISH,
    Topic.PICK_UP: Kind.PICK_UP,
    Topic.FIRST_CONTACT: Kind.FIRST_CONTACT,
    Topic.STAGE: Kind.STAGE,
    Topic.OUTCOME: Kind.OUTCOME,
    Topic.CHANGE: Kind.CHANGE,
}
OF_ANY_LENGTH = (Topic.AREA, Topic.AGE, Topic.GROUP)
_TOLD_STAGES = {
    StatisticsEvent.PICKED_UP: Said.PICKED_UP,
    StatisticsEvent.REFERRED: Said.REFERRED,
    StatisticsEvent.STILL_ATTENDING: Said.STILL_ATTENDING,
}
_STEPS = {
    Change.MORE: Said.MORE,
    Change.FEWER: Said.FEWER,
    Change.NO_CLEAR_CHANGE: Said.NO_CLEAR_CHANGE,
}
_LESS_LONELY = {
    Change.MORE: Said.BETTER,
    Change.FEWER: Said.WORSE,
    Change.NO_CLEAR_CHANGE: Said.NO_CLEAR_DIFFERENCE,
}
# One of three or four classes says nothing any more.
_MOST_MIDDLES = 2


def statements(period: PublishedPeriod, before: PublishedPeriod | None) -> tuple[Statement, ...]:
    """What may be said, in the order of the topics; `before` is of the same length."""
    found = list(_many(period, before))
    if period.alone:
        found.append(_said(Topic.MANY, Said.ALONE))
        return tuple(found)
    for topic, kind in TABLES.items():
        table = period.table(kind)
        if table is None:
            continue
        if topic is Topic.OUTCOME and period.closed is not None:
            found.append(_said(topic, Said.TOTAL, first=period.closed))
        found += _of_table(topic, table)
    return tuple(found)


def missing(period: PublishedPeriod, yearly: bool) -> tuple[tuple[Topic, Said], ...]:
    """The topics that nothing is said about, and why; none of a period whose total is alone."""
    if period.alone:
        return ()
    return tuple(
        (topic, Said.NOT_YET if yearly or topic in OF_ANY_LENGTH else Said.YEAR_ONLY)
        for topic, kind in TABLES.items()
        if period.table(kind) is None
    )


def _said(
    topic: Topic, kind: Said, first: Figure | None = None, second: Figure | None = None
) -> Statement:
    return Statement(topic, kind, TEXTS[topic, kind], first, second)


def _many(period: PublishedPeriod, before: PublishedPeriod | None) -> Iterator[Statement]:
    yield _said(Topic.MANY, Said.TOTAL, first=period.total)
    if before is None:
        yield _said(Topic.MANY, Said.NOTHING_BEFORE)
        return
    kind = _STEPS[change(before.total.figure, period.total.figure)]
    yield Statement(
        Topic.MANY,
        kind,
        TEXTS[Topic.MANY, kind],
        first=period.total,
        second=before.total,
        period=before.period,
    )


def _of_table(topic: Topic, table: PublishedTable) -> Iterator[Statement]:
    if topic in (Topic.PICK_UP, Topic.FIRST_CONTACT):
        yield _middle(topic, table)
    elif topic is Topic.STAGE:
        yield from _stages(table)
    elif topic is Topic.CHANGE:
        yield from _changes(table)
    else:
        yield _first(topic, table)


def _cells(table: PublishedTable) -> list[tuple[Label, Figure]]:
    """Of a table with one axis, in the order of its classes."""
    labels = table.axes[0].labels
    return [(held, table.cells[held.code,]) for held in labels if (held.code,) in table.cells]


def _first(topic: Topic, table: PublishedTable) -> Statement:
    cells = _cells(table)
    figures = [figure.figure for _, figure in cells]
    if not any(figures):
        return _said(topic, Said.TOO_SMALL)
    first = leading(figures)
    if not first:
        return _said(topic, Said.SPREAD)
    kind = Said.MOST if len(first) == 1 else Said.SEVERAL
    named = tuple(_named(*cells[place], table.base) for place in first)
    return Statement(topic, kind, TEXTS[topic, kind], named=named)


def _named(label: Label, figure: Figure, base: Figure | None) -> Named:
    share = None if base is None else percentage(figure.figure, base.figure)
    return Named(label, figure, share)


def _middle(topic: Topic, table: PublishedTable) -> Statement:
    cells = _cells(table)
    places = middle([figure.figure for _, figure in cells])
    if not 1 <= len(places) <= _MOST_MIDDLES:
        return _said(topic, Said.MIDDLE_UNSURE)
    kind = Said.MIDDLE if len(places) == 1 else Said.MIDDLE_ONE_OF
    named = tuple(Named(cells[place][0]) for place in places)
    return Statement(topic, kind, TEXTS[topic, kind], named=named)


def _stages(table: PublishedTable) -> Iterator[Statement]:
    for stage, kind in _TOLD_STAGES.items():
        figure = table.cells.get((stage,))
        if figure is not None:
            share = None
            if table.base is not None and figure.figure:
                share = percentage(figure.figure, table.base.figure)
            yield Statement(
                Topic.STAGE, kind, TEXTS[Topic.STAGE, kind], first=figure, percent=share
            )


def _changes(table: PublishedTable) -> Iterator[Statement]:
    less, more = table.cells.get(("less",)), table.cells.get(("more",))
    if less is None or more is None or not less.figure + more.figure:
        yield _said(Topic.CHANGE, Said.TOO_SMALL)
    else:
        kind = _LESS_LONELY[change(more.figure, less.figure)]
        yield _said(Topic.CHANGE, kind, first=less, second=more)
    rest = table.cells.get(("not_measured",))
    if rest is not None:
        yield _said(Topic.CHANGE, Said.NOT_MEASURED, first=rest)
