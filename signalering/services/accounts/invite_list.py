"""Invite by a list: first looked through, then everybody at once or nobody."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.accounts.invite import Invite
from signalering.domain.commands.accounts.invite_list import InviteList
from signalering.domain.errors import Conflict, InvalidInput
from signalering.domain.faults import Fault
from signalering.domain.invite_file import (
    Colleague,
    Row,
    carried,
    of_carried,
    read_row,
    rows_of,
)
from signalering.domain.permissions import Permission
from signalering.domain.states import Hat
from signalering.domain.views.accounts.invite_list import InviteListView
from signalering.models.accounts.account import Account
from signalering.services.accounts.invite import invite, partner_named
from signalering.services.audit.record import record
from signalering.services.work import Work


def look_through(work: Work, content: bytes) -> InviteListView:
    """What the file would do; nothing of it is kept. Raises Denied, InvalidInput."""
    require(Permission.ACCOUNTS, work.by(), None, work.clock.today())
    return _view(work, rows_of(content), 0)


def look_again(work: Work, text: str) -> InviteListView:
    """What is left of a list that was looked through before. Raises Denied, InvalidInput."""
    require(Permission.ACCOUNTS, work.by(), None, work.clock.today())
    return _view(work, *of_carried(text))


def invite_list(work: Work, command: InviteList) -> None:
    """Carry it out, in one transaction.

    Raises Denied, InvalidInput when faults were not agreed to or nobody is left, and Conflict when
    one of these can't be invited any more: then nobody is.
    """
    require(Permission.ACCOUNTS, work.by(), None, work.clock.today())
    rows, left_out = of_carried(command.carried)
    view = _view(work, rows, left_out)
    if view.faults:
        raise Conflict
    if left_out and not command.without:
        raise InvalidInput("without", "list_without")
    try:
        for one in view.good:
            hats = frozenset(Hat(code) for code in one.hats)
            invite(work, Invite(one.email, one.name, hats, one.partner or None, one.language))
    except IntegrityError:
        raise Conflict from None
    record(work, AuditAction.ACCOUNTS_INVITED, count=len(view.good), left_out=left_out)


def _view(work: Work, rows: list[Row], left_out: int) -> InviteListView:
    good: list[Colleague] = []
    faults: list[Fault] = []
    first: dict[str, int] = {}
    read = [read_row(row) for row in rows]
    known = _known(work, [one.email for one, _ in read])
    for one, wrong in read:
        found = [*wrong, *_refused(work, one, wrong, known, first)]
        first.setdefault(one.email, one.row)
        if found:
            left_out += 1
            faults += found
        else:
            good.append(one)
    return InviteListView(tuple(good), tuple(faults), left_out, carried(good, left_out))


def _refused(
    work: Work, one: Colleague, wrong: list[Fault], known: set[str], first: dict[str, int]
) -> list[Fault]:
    """What only this installation knows to be wrong, of cells that can be read."""
    told = {fault.name for fault in wrong}
    found = []
    if one.email in known:
        found.append(Fault("", one.row, "email", "known_address"))
    elif one.email and one.email in first:
        found.append(Fault("", one.row, "email", "list_twice", {"row": str(first[one.email])}))
    if "partner" not in told:
        try:
            partner_named(work, one.partner or None, frozenset(Hat(code) for code in one.hats))
        except InvalidInput as error:
            found.append(Fault("", one.row, "partner", error.code, error.params))
    return found


def _known(work: Work, emails: Iterable[str]) -> set[str]:
    return set(work.data.scalars(select(Account.email).where(Account.email.in_(list(emails)))))
