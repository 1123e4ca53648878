"""What a worker always fills in: read off the own signals of late, stored nowhere."""

from datetime import date

from sqlalchemy import bindparam, select

from signalering.domain.access import Permission, allowed
from signalering.domain.clock import month_of
from signalering.domain.retention import add_months
from signalering.domain.states import Hat
from signalering.domain.vocabularies import vocabulary
from signalering.models.base import table_of
from signalering.models.signals.signal import Signal
from signalering.services.signals.tagging import BLOCK
from signalering.services.work import Work
from signalering.vault.tags import tags

# As often in a row, and it is what this worker always uses.
IN_A_ROW = 3
MONTHS_BACK = 3
_signals = table_of(Signal)
_AREAS = select(_signals.c.area, _signals.c.registered_on).where(
    _signals.c.reporter_tag.in_(bindparam("tags", expanding=True))
)


def usual_place(work: Work) -> str:
    """The place of the last three own signals when they agree, else nothing.

    A coordinator writes down for all of the municipality: nothing is usual there.
    """
    actor = work.by()
    mine = allowed(Permission.OWN_SIGNALS, actor, None, work.clock.today())
    if actor.hat is not Hat.FRONTLINE or work.opened.user_secret is None or not mine:
        return ""
    latest = _latest_areas(work)
    if len(latest) < IN_A_ROW or len(set(latest)) != 1:
        return ""
    area = latest[0]
    # Of a village only its area is kept: the village that the area is named after.
    return area if area in vocabulary("places") else ""


def _latest_areas(work: Work) -> list[str]:
    """Of the last own signals of a quarter of a year, a month at a time until there are enough."""
    today = work.clock.today()
    areas: list[str] = []
    for back in range(MONTHS_BACK):
        if len(areas) < IN_A_ROW:
            month = month_of(add_months(today.replace(day=1), -back))
            rows = sorted(_of_month(work, month), key=lambda row: row[1], reverse=True)
            areas += [area for area, _ in rows]
    return areas[:IN_A_ROW]


def _of_month(work: Work, month: str) -> list[tuple[str, date]]:
    found: list[tuple[str, date]] = []
    while True:
        block = tags(work.opened.tags, month, len(found) // BLOCK * BLOCK, BLOCK)
        rows = work.data.execute(_AREAS, {"tags": block}).all()
        found += [(row.area, row.registered_on) for row in rows]
        if len(rows) < BLOCK:
            return found
