"""What a worker always fills in: read off the own signals of late, stored nowhere."""

from signalering.domain.access import Permission, allowed
from signalering.domain.states import Hat
from signalering.domain.vocabularies import vocabulary
from signalering.services.signals.own import own_signals
from signalering.services.work import Work

# As often in a row, and it is what this worker always uses.
IN_A_ROW = 3


def usual_place(work: Work) -> str:
    """The place of the last three own signals when they agree, else nothing.

    A coordinator writes down for all of the municipality: nothing is usual there.
    """
    actor = work.by()
    mine = allowed(Permission.OWN_SIGNALS, actor, None, work.clock.today())
    if actor.hat is not Hat.FRONTLINE or work.opened.user_secret is None or not mine:
        return ""
    signals = sorted(own_signals(work), key=lambda one: one.registered_on, reverse=True)
    areas = {signal.area for signal in signals[:IN_A_ROW]}
    if len(signals) < IN_A_ROW or len(areas) != 1:
        return ""
    (area,) = areas
    # Of a village only its area is kept: the village that the area is named after.
    return area if area in vocabulary("places") else ""
