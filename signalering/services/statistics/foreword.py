"""Keep the foreword of a report for the alderman. It is about nobody: the guard reads it first."""

from sqlalchemy import update

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.statistics.foreword import FOREWORD_LIMIT, WriteForeword
from signalering.domain.errors import Conflict
from signalering.domain.permissions import Permission
from signalering.domain.text import clean_text
from signalering.domain.views.statistics.foreword import ForewordView
from signalering.models.accounts.account import Account
from signalering.models.statistics.foreword import ReportForeword
from signalering.services.accounts.throttle import insert_of
from signalering.services.audit.record import record
from signalering.services.signals.note import check_text
from signalering.services.statistics._sections import asked_period
from signalering.services.statistics.alderman import parts_of
from signalering.services.work import Work

FIELD = "text"


def foreword(work: Work, command: WriteForeword) -> None:
    """Keep it in place of what stood there when the page was shown.

    Raises Denied, NotFound, InvalidInput (NoteIdentifies), Conflict when somebody was first.
    """
    period = _asked(work, command.period)
    text = clean_text(command.text, FOREWORD_LIMIT, field=FIELD)
    text = check_text(work, text, FIELD, command.no_names)
    values = {"text": text, "written_by_id": work.by().account_id}
    if command.version == 0:
        first = insert_of(work, ReportForeword).values(period=period, version=1, **values)
        kept = work.data.scalar(first.on_conflict_do_nothing().returning(ReportForeword.period))
    else:
        kept = work.data.scalar(
            update(ReportForeword)
            .where(ReportForeword.period == period, ReportForeword.version == command.version)
            .values(version=command.version + 1, **values)
            .returning(ReportForeword.period)
            .execution_options(synchronize_session=False)
        )
    if kept is None:
        raise Conflict
    record(work, AuditAction.FOREWORD_WRITTEN, period=period)


def kept_foreword(work: Work, code: str) -> ForewordView:
    """What is kept now. Raises Denied, NotFound."""
    period = _asked(work, code)
    row = work.data.get(ReportForeword, period, populate_existing=True)
    if row is None:
        return ForewordView(period, "", "", 0)
    writer = work.data.get(Account, row.written_by_id)
    return ForewordView(period, row.text, writer.name if writer else "", row.version)


def _asked(work: Work, code: str) -> str:
    require(Permission.FOREWORD, work.by(), None, work.clock.today())
    period = asked_period(code)
    parts_of(work, period)
    return period.code
