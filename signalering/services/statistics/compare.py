"""What two released periods of one length have in common, and what may be said of it."""

from collections.abc import Iterator

from signalering.domain.audit_actions import AuditAction
from signalering.domain.views.statistics.compare import ComparedRow, ComparedTable, CompareView
from signalering.domain.views.statistics.published import PublishedPeriod, PublishedTable
from signalering.privacy.disclosure.periods import Period
from signalering.privacy.disclosure.shown import CHANGE_TEXTS, change
from signalering.services.audit.record import record
from signalering.services.statistics._chosen import choose
from signalering.services.statistics._published import published
from signalering.services.work import Work


def compare(work: Work, first: str = "", second: str = "") -> CompareView:
    """The earlier period beside the later one, whichever comes first.

    Without a choice the newest two of one length that have tables. Two of different lengths, or one
    twice, are not compared. Raises Denied, NotFound for a period that is not released.
    """
    chosen = choose(work, second)
    choose(work, first)
    codes = chosen.periods
    pair = (first, second) if first and second else _newest_pair(chosen.period, codes)
    if pair is None:
        return CompareView(chosen, None, None, "", ())
    lengths = {Period.parse(code).length for code in pair}
    if len(lengths) != 1 or pair[0] == pair[1]:
        return CompareView(chosen, None, None, "", (), unlike=True)
    earlier, later = (published(work, code) for code in sorted(pair))
    record(work, AuditAction.STATISTICS_READ, period=later.period, family="compare")
    return CompareView(
        chosen,
        earlier,
        later,
        CHANGE_TEXTS[change(earlier.total.figure, later.total.figure)],
        tuple(_tables(earlier, later)),
    )


def _newest_pair(newest: PublishedPeriod | None, codes: tuple[str, ...]) -> tuple[str, str] | None:
    """The newest period and the one of its length before it."""
    if newest is None:
        return None
    length = Period.parse(newest.period).length
    alike = [code for code in codes if Period.parse(code).length is length]
    before = alike[alike.index(newest.period) + 1 :]
    return (before[0], newest.period) if before else None


def _tables(earlier: PublishedPeriod, later: PublishedPeriod) -> Iterator[ComparedTable]:
    for table in later.tables:
        before = earlier.table(table.kind)
        if before is not None and len(table.axes) == 1 and before.axes == table.axes:
            yield ComparedTable(table.kind, tuple(_rows(before, table)))


def _rows(before: PublishedTable, after: PublishedTable) -> Iterator[ComparedRow]:
    for label in after.axes[0].labels:
        codes = (label.code,)
        if codes in before.cells and codes in after.cells:
            first, second = before.cells[codes], after.cells[codes]
            said = CHANGE_TEXTS[change(first.figure, second.figure)]
            yield ComparedRow(label, first, second, said)
