"""How the installation fares, for who looks after it: good, look at this, act now."""

from signalering.domain.access import Permission, require
from signalering.domain.views.settings.state import StateView
from signalering.services.settings._machine import fits, machine, sign_on, site_texts
from signalering.services.settings._running import jobs_of, running
from signalering.services.settings._safe import safe
from signalering.services.settings.marks import marks
from signalering.services.work import Work

__all__ = ["fits", "state", "state_of"]


def state(work: Work) -> StateView:
    """For an administrator. Raises Denied."""
    require(Permission.STATE, work.by(), None, work.clock.today())
    return state_of(work)


def state_of(work: Work) -> StateView:
    """The same for whoever is at the machine itself.

    Of databases of another version it says that alone, and how the machine stands: in these may be
    no table of ours that can be asked.
    """
    if not fits(work):
        return StateView(tuple(machine(work)), (), work.clock.now(), can_test_mail=False)
    found = marks(work)
    return StateView(
        lines=(
            *machine(work),
            *running(work, found),
            *safe(work, found),
            *sign_on(work),
            *site_texts(work),
        ),
        jobs=jobs_of(found),
        looked_at=work.clock.now(),
        can_test_mail=work.settings.mail is not None and not work.settings.demonstration,
    )
