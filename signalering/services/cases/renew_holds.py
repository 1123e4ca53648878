"""Keep the signals of live cases from being erased: the link is inside the seal, so a keeper does.

All at once and to the same quarter's end: one row renewed by itself would tell which case it is.
"""

from uuid import UUID

from sqlalchemy import or_, select, update

from signalering.domain.case_clocks import hold_until
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.states import CaseState
from signalering.models.cases.case import Case
from signalering.models.signals.signal import Signal
from signalering.services.cases.entries import case_entries, case_key
from signalering.services.sealing import is_forgotten
from signalering.services.work import Work


def renew_holds(work: Work) -> int:
    """Put off the erasure of every live case's signal; gives how many. Cheap when nothing is due.

    For the first coordinator to unlock in a month. Raises CannotOpen.
    """
    until = hold_until(work.clock.today())
    behind = or_(Signal.hold_until < until, Signal.hold_until.is_(None))
    if not work.data.scalar(select(Signal.id).where(Signal.hold_until < until).limit(1)):
        return 0
    live = [
        case
        for case in work.data.scalars(select(Case).where(Case.state != CaseState.CLOSED))
        # One whose erasure was broken off keeps nobody else's from being renewed.
        if not is_forgotten(work, KeyGroup.CASEWORK, case.key_id)
    ]
    ids = [UUID(case_entries(work, case, case_key(work, case))[0][1]["signal"]) for case in live]
    renewed = work.data.scalars(
        update(Signal)
        .where(Signal.id.in_(ids), behind)
        .values(hold_until=until)
        .returning(Signal.id)
        .execution_options(synchronize_session=False)
    )
    return len(renewed.all())
