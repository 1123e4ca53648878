"""Plan a training in a classroom."""

import re
from uuid import UUID, uuid4

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.training.plan import PlanTraining
from signalering.domain.errors import InvalidInput
from signalering.domain.text import clean_line
from signalering.models.training.session import TrainingSession
from signalering.services.audit.record import record
from signalering.services.training._rows import check_partner
from signalering.services.work import Work

MOST_SEATS = 200
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
NEEDED = ("place", "trainer")


def plan(work: Work, command: PlanTraining) -> UUID:
    """Plan one. Raises Denied, InvalidInput with the field."""
    require(Permission.TRAINING, work.by(), None, work.clock.today())
    if command.day < work.clock.today():
        raise InvalidInput("day", "pause_in_the_past")
    if not _TIME.fullmatch(command.starts_at):
        raise InvalidInput("starts_at", "not_a_time")
    if not 1 <= command.seats <= MOST_SEATS:
        raise InvalidInput("seats", "between", least="1", most=str(MOST_SEATS))
    texts = {name: clean_line(getattr(command, name), 200, field=name) for name in NEEDED}
    for name, text in texts.items():
        if not text:
            raise InvalidInput(name, "required")
    check_partner(work, command.partner_id)
    row = TrainingSession(
        id=uuid4(),
        day=command.day,
        starts_at=command.starts_at,
        seats=command.seats,
        partner_id=command.partner_id,
        **texts,
    )
    work.data.add(row)
    work.data.flush()
    record(work, AuditAction.TRAINING_PLANNED, row.id, seats=command.seats)
    return row.id
