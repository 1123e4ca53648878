"""Released figures on one topic, as far as the chosen period has them."""

from signalering.domain.audit_actions import AuditAction
from signalering.domain.figures import DURATION_KINDS, TOPIC_KINDS, Topic
from signalering.domain.views.statistics.chosen import FiguresView
from signalering.services.audit.record import record
from signalering.services.statistics._chosen import choose, middle_of
from signalering.services.work import Work


def figures(work: Work, topic: Topic, period: str = "") -> FiguresView:
    """The tables of a topic. Raises Denied, NotFound for a period that is not released."""
    kinds = TOPIC_KINDS[topic]
    chosen = choose(work, period, kinds)
    own = chosen.period
    tables = (own.table(kind) for kind in kinds) if own is not None else ()
    shown = tuple(table for table in tables if table is not None)
    middles = {table.kind: middle_of(table) for table in shown if table.kind in DURATION_KINDS}
    record(
        work,
        AuditAction.STATISTICS_READ,
        period=own.period if own is not None else "",
        family=topic.value,
    )
    return FiguresView(
        chosen, topic.value, shown, {kind: held for kind, held in middles.items() if held}
    )
