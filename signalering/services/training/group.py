"""Record a training for a list of people: an earlier group, or a classroom that never signed up."""

from sqlalchemy import select

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.training.group import RecordGroup
from signalering.domain.commands.training.record import RecordTraining
from signalering.domain.errors import InvalidInput
from signalering.domain.text import clean_line, clean_text
from signalering.domain.views.training.session import GroupResult
from signalering.models.accounts.account import Account
from signalering.services.audit.record import record
from signalering.services.training.record import add_certificate
from signalering.services.work import Work

MOST_LINES = 500
LONGEST = 60_000


def group(work: Work, command: RecordGroup) -> GroupResult:
    """Certificates for every address that has an account; the other lines come back with why.

    Raises Denied, InvalidInput.
    """
    require(Permission.TRAINING, work.by(), None, work.clock.today())
    text = clean_text(command.addresses, LONGEST, field="addresses")
    trainer = clean_line(command.trainer, 200, field="trainer")
    lines = list(dict.fromkeys(line.strip().casefold() for line in text.splitlines()))
    lines = [line for line in lines if line]
    if not lines or not trainer:
        raise InvalidInput("addresses" if not lines else "trainer", "required")
    if len(lines) > MOST_LINES:
        raise InvalidInput("addresses", "too_many_lines", limit=str(MOST_LINES))
    if command.trained_in > work.clock.today():
        raise InvalidInput("trained_in", "in_the_future")
    known = {
        email.casefold(): account_id
        for account_id, email in work.data.execute(select(Account.id, Account.email))
    }
    left_over, recorded = [], 0
    for line in lines:
        if line in known:
            training = RecordTraining(known[line], command.way, trainer, command.trained_in)
            add_certificate(work, training)
            recorded += 1
        else:
            left_over.append((line, "no_account" if "@" in line else "not_an_address"))
    record(work, AuditAction.GROUP_TRAINED, count=recorded)
    return GroupResult(recorded, tuple(left_over))
