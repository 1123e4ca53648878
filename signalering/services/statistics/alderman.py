"""The report for the alderman: a half or a year, in plain words, with a coordinator's foreword."""

from signalering.domain.access import allowed, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotFound
from signalering.domain.permissions import Permission
from signalering.domain.views.statistics.published import PublishedPeriod
from signalering.domain.views.statistics.report import (
    AldermanPart,
    AldermanView,
    Gap,
    ShownTable,
)
from signalering.models.statistics.foreword import ReportForeword
from signalering.privacy.disclosure.gap import gap_rows, gap_statements
from signalering.privacy.disclosure.periods import Length, Period
from signalering.privacy.disclosure.shown import WHY_TOTALS_DIFFER
from signalering.privacy.disclosure.statements import TABLES
from signalering.services.audit.record import record
from signalering.services.statistics._published import published, released
from signalering.services.statistics._sections import asked_period, before, is_released, sections
from signalering.services.statistics._shown import beside
from signalering.services.work import Work

FAMILY = "alderman"


def alderman(work: Work, code: str) -> AldermanView:
    """Of a half or a year that is released, or whose quarters are. Raises Denied, NotFound."""
    require(Permission.STATISTICS, work.by(), None, work.clock.today())
    period = asked_period(code)
    figures = [(each, published(work, each.code)) for each in parts_of(work, period)]
    foreword = work.data.get(ReportForeword, period.code)
    view = AldermanView(
        period=period.code,
        foreword=foreword.text if foreword is not None else "",
        may_write=may_write(work),
        parts=tuple(
            AldermanPart(each.code, sections(found, before(work, each), tables=False))
            for each, found in figures
        ),
        tables=tuple(_tables([found for _, found in figures])),
        gap=_gap(work, period),
        why_totals_differ=WHY_TOTALS_DIFFER,
    )
    record(work, AuditAction.STATISTICS_READ, period=period.code, family=FAMILY)
    return view


def may_write(work: Work) -> bool:
    """Whether who asks may write forewords."""
    return allowed(Permission.FOREWORD, work.by(), None, work.clock.today())


def parts_of(work: Work, period: Period) -> tuple[Period, ...]:
    """What the report of a half or year is made of. Raises NotFound where there is none."""
    if period.length is not Length.QUARTER:
        if is_released(work, period):
            return (period,)
        quarters = period.children() if period.length is Length.HALF else ()
        if quarters and all(is_released(work, each) for each in quarters):
            return quarters
    raise NotFound


def _tables(parts: list[PublishedPeriod]) -> list[ShownTable]:
    """Those with one axis that every part has, by the same classes."""
    found: list[ShownTable] = []
    if any(part.alone for part in parts):
        return found
    for kind in TABLES.values():
        each = [table for part in parts if (table := part.table(kind)) is not None]
        if len(each) == len(parts) and len({table.code for table in each}) == 1:
            found.append(beside(each))
    return found


def _gap(work: Work, period: Period) -> Gap | None:
    """Of the newest year that is released and does not end after the period."""
    for each in released(work):
        if each.length is Length.YEAR and each.closed_on <= period.closed_on:
            year = published(work, each.code)
            return Gap(each.code, gap_statements(year), gap_rows(year))
    return None
