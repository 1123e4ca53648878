"""What stands on top of every page; a fault in it takes no page away."""

from signalering.domain.views.keys.coverage import KeyNotice
from signalering.services.keys.notices import key_notices
from signalering.services.work import Work
from signalering.web.around import asked


def notices(work: Work | None) -> tuple[KeyNotice, ...]:
    """About keys, for who is logged in."""
    return () if work is None else asked(work, "notices", key_notices, ())
