"""Give a case to a colleague, with a note for whoever gets it."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import update

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.cases.reassign import ReassignCase
from signalering.domain.errors import InvalidInput, NotAllowedNow
from signalering.domain.lifecycles import KeyGroup, MailKind
from signalering.domain.text import clean_text
from signalering.domain.views.accounts.cover import Colleague
from signalering.models.cases.case import Case
from signalering.services.accounts.covering import colleagues_of
from signalering.services.audit.record import record
from signalering.services.cases.entries import TEXT_LIMIT, add_case_entry, case_key
from signalering.services.cases.finding import change, kept_case
from signalering.services.cases.unfinished import is_unfinished
from signalering.services.keys.coverage import holders
from signalering.services.network.queue import queue
from signalering.services.work import Work

KIND = "handover"


def reassign(work: Work, command: ReassignCase) -> None:
    """It is the colleague's from now on, its deadline runs on, and the note stands in it, sealed.

    The colleague hears by a mail without content, and sees it as news until it was opened. Raises
    NotFound, Denied, Conflict, NotAllowedNow when closed
    with nothing left to do, InvalidInput, CannotOpen.
    """
    give(work, command, holders(work, KeyGroup.CASEWORK))
    tell_receivers(work, {command.owner_id})


def colleagues(work: Work) -> tuple[Colleague, ...]:
    """Who can have a case, by name, and until when they are away. Raises Denied.

    Oneself stands among them for who covers somebody.
    """
    require(Permission.CASEWORK, work.by(), None, work.clock.today())
    able = holders(work, KeyGroup.CASEWORK)
    if not work.by().covers:
        able.discard(work.by().account_id)
    return colleagues_of(work, able)


def give(work: Work, command: ReassignCase, able: Collection[UUID]) -> None:
    """One case, to one of these accounts. Raises as `reassign`."""
    case = kept_case(work, command.case_id, command.version)
    if not is_unfinished(work, case):
        raise NotAllowedNow
    if command.owner_id not in able or command.owner_id == case.owner_id:
        raise InvalidInput("owner", "unknown_code")
    note = clean_text(command.note, TEXT_LIMIT)
    if not note:
        raise InvalidInput("note", "handover_note")
    payload = {"kind": KIND, "text": note, "receiver": str(command.owner_id)}
    key = case_key(work, case)
    change(work, case, owner_id=command.owner_id, handed_over=True)
    number = add_case_entry(work, case, key, payload)
    record(
        work,
        AuditAction.CASE_REASSIGNED,
        case.id,
        account_id=command.owner_id,
        entry_id=number,
    )


def tell_receivers(work: Work, account_ids: Collection[UUID]) -> None:
    """One mail each, however many cases; none to oneself."""
    for account_id in sorted(set(account_ids) - {work.by().account_id}):
        queue(work, MailKind.SIGNAL_NEWS, account_id)


def opened_by_keeper(work: Work, case: Case) -> None:
    """Its keeper saw what came along: it is news no more. The row's number stays what it is, so

    that a form on a page that stands open can still be sent.
    """
    if case.handed_over and case.owner_id == work.by().account_id:
        work.data.execute(
            update(Case)
            .where(Case.id == case.id, Case.owner_id == case.owner_id)
            .values(handed_over=None)
            .execution_options(synchronize_session=False)
        )
