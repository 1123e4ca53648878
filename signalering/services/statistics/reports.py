"""Which reports can be made now."""

from signalering.domain.access import require
from signalering.domain.permissions import Permission
from signalering.domain.views.statistics.reports import ReportsView
from signalering.privacy.disclosure.periods import Length
from signalering.services.statistics._published import released
from signalering.services.statistics.alderman import may_write
from signalering.services.work import Work


def reports(work: Work) -> ReportsView:
    """Every released period, and every half and year that a report for the alderman is made of.

    Raises Denied.
    """
    require(Permission.STATISTICS, work.by(), None, work.clock.today())
    periods = released(work)
    found = set(periods)
    halves = {each.parent for each in periods if each.length is Length.QUARTER}
    whole = {half for half in halves if half is not None and found.issuperset(half.children())}
    whole |= {each for each in periods if each.length is not Length.QUARTER}
    newest = sorted(whole, key=lambda each: (each.closed_on, each.length), reverse=True)
    return ReportsView(
        tuple(each.code for each in periods),
        tuple(each.code for each in newest),
        may_write(work),
    )
