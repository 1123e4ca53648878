"""A report of a released period: sentences and tables, of its published figures and no other."""

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.permissions import Permission
from signalering.domain.report_texts import HEADINGS, NOT_YET
from signalering.domain.views.statistics.report import Omission, ReportView
from signalering.privacy.disclosure.periods import Length
from signalering.privacy.disclosure.shown import WHY_TOTALS_DIFFER
from signalering.privacy.disclosure.statements import TABLES, missing
from signalering.services.audit.record import record
from signalering.services.statistics._published import published
from signalering.services.statistics._sections import asked_period, before, sections
from signalering.services.statistics._shown import shown_table
from signalering.services.work import Work

FAMILY = "report"


def report(work: Work, code: str) -> ReportView:
    """Of any released period. Raises Denied, NotFound."""
    require(Permission.STATISTICS, work.by(), None, work.clock.today())
    period = asked_period(code)
    figures = published(work, period.code)
    told = set(TABLES.values())
    view = ReportView(
        period=period.code,
        sections=sections(figures, before(work, period)),
        not_yet=tuple(
            Omission(topic, HEADINGS[topic], NOT_YET[kind])
            for topic, kind in missing(figures, period.length is Length.YEAR)
        ),
        further=tuple(shown_table(each) for each in figures.tables if each.kind not in told)
        if not figures.alone
        else (),
        why_totals_differ=WHY_TOTALS_DIFFER,
    )
    record(work, AuditAction.STATISTICS_READ, period=period.code, family=FAMILY)
    return view
