"""Record a training for a list of people: an earlier group, or a classroom that never signed up."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.training.group import RecordGroup
from signalering.domain.commands.training.record import RecordTraining
from signalering.domain.errors import InvalidInput
from signalering.domain.text import clean_line, clean_text
from signalering.domain.views.training.session import GroupResult
from signalering.models.training.certificate import Certificate
from signalering.services.audit.record import record
from signalering.services.training._rows import accounts_of, check_partner, lines_of
from signalering.services.training.record import add_certificate, valid_after
from signalering.services.work import Work

MOST_LINES = 500
LONGEST = 60_000


def group(work: Work, command: RecordGroup) -> GroupResult:
    """Certificates for every address that has an account and none that lasts as long.

    The other lines are told, with why.

    Raises Denied, InvalidInput.
    """
    require(Permission.TRAINING, work.by(), None, work.clock.today())
    text = clean_text(command.addresses, LONGEST, field="addresses")
    trainer = clean_line(command.trainer, 200, field="trainer")
    lines = lines_of(text)
    if not lines or not trainer:
        raise InvalidInput("addresses" if not lines else "trainer", "required")
    if len(lines) > MOST_LINES:
        raise InvalidInput("addresses", "too_many_lines", limit=str(MOST_LINES))
    if command.trained_in > work.clock.today():
        raise InvalidInput("trained_in", "in_the_future")
    check_partner(work, command.partner_id)
    until = valid_after(command.trained_in, work.periods)
    if until + work.periods.training_grace < work.clock.today():
        raise InvalidInput("trained_in", "training_too_old")
    known = accounts_of(work, (line.address for line in lines))
    lasts = _longest(work, known.values())
    left_over, has_longer, recorded = [], [], 0
    for line in lines:
        account_id = known.get(line.address)
        if account_id is None:
            why = "no_account" if "@" in line.typed else "not_an_address"
            left_over.append((line.typed, why))
        elif lasts.get(account_id, date.min) >= until:
            has_longer.append(line.typed)
        else:
            training = RecordTraining(
                account_id, command.way, trainer, command.trained_in, command.partner_id
            )
            add_certificate(work, training)
            recorded += 1
    record(work, AuditAction.GROUP_TRAINED, count=recorded)
    return GroupResult(recorded, tuple(left_over), tuple(has_longer))


def _longest(work: Work, accounts: Iterable[UUID]) -> dict[UUID, date]:
    rows = work.data.execute(
        select(Certificate.account_id, func.max(Certificate.valid_until))
        .where(Certificate.account_id.in_(list(accounts)))
        .group_by(Certificate.account_id)
    )
    return {row.account_id: row[1] for row in rows}
