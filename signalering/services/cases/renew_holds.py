"""Keep the signals of live cases from being erased: the link is inside the seal, so a keeper does.

All at once and to the same quarter's end: one row renewed by itself would tell which case it is.
"""

from uuid import UUID

from sqlalchemy import or_, select, update

from signalering.domain.case_clocks import hold_until
from signalering.domain.errors import CannotOpen
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.states import CaseState
from signalering.models.cases.case import Case
from signalering.models.signals.signal import Signal
from signalering.services.cases.entries import case_entries, case_key
from signalering.services.keys.groups import open_group
from signalering.services.work import Work


def renew_holds(work: Work) -> int:
    """Put off the erasure of every live case's signal; gives how many. Cheap when nothing is due.

    For the first coordinator to unlock in a month. Raises CannotOpen.
    """
    until = hold_until(work.clock.today())
    behind = or_(Signal.hold_until < until, Signal.hold_until.is_(None))
    if not work.data.scalar(select(Signal.id).where(Signal.hold_until < until).limit(1)):
        return 0
    open_group(work, KeyGroup.CASEWORK)
    live = work.data.scalars(select(Case).where(Case.state != CaseState.CLOSED)).all()
    ids = [signal_id for case in live if (signal_id := _signal_of(work, case))]
    renewed = work.data.scalars(
        update(Signal)
        .where(Signal.id.in_(ids), behind)
        .values(hold_until=until)
        .returning(Signal.id)
        .execution_options(synchronize_session=False)
    )
    return len(renewed.all())


def _signal_of(work: Work, case: Case) -> UUID | None:
    """Nothing of a case that can't be read, damaged or half erased: it stops no other's."""
    try:
        return UUID(case_entries(work, case, case_key(work, case))[0][1]["signal"])
    except (CannotOpen, IndexError):
        return None
