"""Keep the signals of cases from being erased: the link is inside the seal, so a keeper does.

All at once and to the same quarter's end: one row renewed, or let go, by itself would tell which
case it is.
"""

from uuid import UUID

from sqlalchemy import or_, select, update

from signalering.domain.case_clocks import hold_until
from signalering.domain.lifecycles import KeyGroup
from signalering.models.cases.case import Case
from signalering.models.signals.signal import Signal
from signalering.services.cases.entries import origins
from signalering.services.keys.groups import open_group
from signalering.services.work import Work

AT_ONCE = 500


def renew_holds(work: Work) -> int:
    """Put off the erasure of every case's signal, closed ones too: while it is kept it can be

    reopened. Signals whose case is gone are let go. Gives how many were renewed; cheap when
    nothing is due. For the first coordinator to unlock in a month. Raises CannotOpen.
    """
    until = hold_until(work.clock.today())
    if not work.data.scalar(select(Signal.id).where(Signal.hold_until < until).limit(1)):
        return 0
    open_group(work, KeyGroup.CASEWORK)
    cases = work.data.scalars(select(Case).order_by(Case.id)).all()
    ids = [UUID(origin["signal"]) for origin in origins(work, cases).values()]
    renewed = 0
    for start in range(0, len(ids), AT_ONCE):
        found = work.data.scalars(
            update(Signal)
            .where(
                Signal.id.in_(ids[start : start + AT_ONCE]),
                or_(Signal.hold_until < until, Signal.hold_until.is_(None)),
            )
            .values(hold_until=until)
            .returning(Signal.id)
            .execution_options(synchronize_session=False)
        )
        renewed += len(found.all())
    _let_go(work, all_read=len(ids) == len(cases))
    return renewed


def _let_go(work: Work, *, all_read: bool) -> None:
    """What was not renewed has no case any more. Where one can't be read, damaged or half erased,

    it may be that case's: then each is held to its own last day.
    """
    today = work.clock.today()
    behind = Signal.hold_until < (hold_until(today) if all_read else today)
    work.data.execute(
        update(Signal)
        .where(behind)
        .values(hold_until=None)
        .execution_options(synchronize_session=False)
    )
