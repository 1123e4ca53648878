"""What the first coordinator to unlock in a new month sets going."""

from signalering.domain.lifecycles import KeyGroup
from signalering.services.cases.renew_holds import renew_holds
from signalering.services.cases.renew_terms import renew_terms
from signalering.services.keys.groups import is_member
from signalering.services.statistics.move import move_waiting
from signalering.services.work import Work


def new_month(work: Work) -> None:
    """Move what waits to be counted, keep signals of cases, give closed cases a changed term's day.

    Costs next to nothing when it is done. What is due is released by the work loop.
    """
    move_waiting(work)
    if is_member(work, KeyGroup.CASEWORK):
        renew_holds(work)
        renew_terms(work)
