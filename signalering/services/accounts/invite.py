"""Take a colleague in: the account and its hats first, its words by a one-time link."""

from datetime import timedelta
from uuid import UUID, uuid4

from sqlalchemy import delete, select

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.accounts.invite import Invite
from signalering.domain.errors import InvalidInput
from signalering.domain.hats import check_hats
from signalering.domain.lifecycles import AccountState, MailKind
from signalering.domain.permissions import Permission
from signalering.domain.states import Hat
from signalering.domain.text import clean_line
from signalering.models.accounts.account import Account, AccountHat
from signalering.models.accounts.invitation import Invitation
from signalering.models.keys.user import Credential
from signalering.models.partners.partner import Partner
from signalering.services.accounts.enrol import Enrolment, store
from signalering.services.audit.record import record
from signalering.services.network.queue import queue
from signalering.services.work import Work
from signalering.vault import links

LINK_LASTS = timedelta(hours=72)


def invite(work: Work, command: Invite) -> Account:
    """Create the account, and mail a link by which its owner draws the words.

    The command line acts without an actor; on a page it takes the permission. Raises Denied, and
    InvalidInput for hats that don't go together, a known address, an unknown organisation, one
    that stopped or has no agreement, or a worker without organisation.
    """
    if work.actor is not None:
        require(Permission.ACCOUNTS, work.actor, None, work.clock.today())
    account = _account(work, command, uuid4(), AccountState.INVITED)
    queue(work, MailKind.INVITATION, account_id=account.id)
    return account


def admit(work: Work, command: Invite, enrolment: Enrolment) -> Account:
    """Create an account whose words were drawn already: at set-up, before anybody can log in.

    Raises InvalidInput as `invite` does.
    """
    account = _account(work, command, enrolment.account_id, AccountState.ACTIVE)
    store(work, enrolment)
    return account


def address_of(text: str) -> str:
    """An e-mail address as it is stored. Raises InvalidInput for what can't be one."""
    email = text.strip().lower()
    if "@" not in email or any(sign.isspace() for sign in email):
        raise InvalidInput("email", "not_an_address")
    return email


def new_link_token(work: Work, account_id: UUID) -> str:
    """A link's token, made when it is sent or shown and kept nowhere; 72 hours long it opens.

    Several may be alive; using one ends all of the account's.
    """
    token = links.new_token()
    expires_at = work.clock.now() + LINK_LASTS
    row = Invitation(
        token_hash=links.token_hash(token), account_id=account_id, expires_at=expires_at
    )
    work.data.add(row)
    work.data.flush()
    return token


def open_link(work: Work, token: str) -> Account | None:
    """Whose link it is; None for a wrong, used or expired one alike."""
    row = work.data.get(Invitation, links.token_hash(token))
    if row is None or row.expires_at <= work.clock.now():
        return None
    account = work.data.get(Account, row.account_id)
    return account if account is not None and waits_for_link(work, account) else None


def use_link(work: Work, token: str, account_id: UUID) -> bool:
    """Take the link, and all others of the account; False when somebody was first."""
    taken = work.data.scalar(
        delete(Invitation)
        .where(
            Invitation.token_hash == links.token_hash(token),
            Invitation.account_id == account_id,
            Invitation.expires_at > work.clock.now(),
        )
        .returning(Invitation.account_id)
    )
    if taken is None:
        return False
    work.data.execute(delete(Invitation).where(Invitation.account_id == account_id))
    return True


def waits_for_link(work: Work, account: Account) -> bool:
    """Whether the account has a log-in to set up: for the first time, or again after a reset."""
    if account.state == AccountState.ACTIVE:
        return work.keys.get(Credential, account.id) is None
    return account.state == AccountState.INVITED


def sweep(work: Work) -> None:
    """Delete links that have expired."""
    work.data.execute(delete(Invitation).where(Invitation.expires_at <= work.clock.now()))


def _account(work: Work, command: Invite, account_id: UUID, state: AccountState) -> Account:
    check_hats(command.hats)
    email = address_of(command.email)
    name = clean_line(command.name, 120, field="name")
    if not name:
        raise InvalidInput("name", "required")
    if work.data.scalar(select(Account.id).where(Account.email == email)):
        raise InvalidInput("email", "known_address")
    account = Account(
        id=account_id,
        email=email,
        name=name,
        partner_id=partner_named(work, command.partner, command.hats),
        language=command.language,
        state=state,
        hats=[AccountHat(hat=hat) for hat in sorted(command.hats)],
    )
    work.data.add(account)
    work.data.flush()
    record(work, AuditAction.ACCOUNT_INVITED, account.id, hats=",".join(sorted(command.hats)))
    return account


def partner_named(work: Work, name: str | None, hats: frozenset[Hat]) -> UUID | None:
    """For whom somebody with these hats works; None for the municipality's own.

    Raises InvalidInput for a name that is not known, an organisation that stopped or has no
    agreement, and for a reporter without one.
    """
    if name is None:
        if Hat.FRONTLINE in hats:
            raise InvalidInput("partner", "required")
        return None
    partner = work.data.scalar(select(Partner).where(Partner.name == name))
    if partner is None:
        raise InvalidInput("partner", "unknown_partner")
    if not partner.active:
        raise InvalidInput("partner", "partner_stopped")
    if partner.agreement_on is None:
        raise InvalidInput("partner", "no_agreement")
    return partner.id


def organisations(work: Work) -> tuple[str, ...]:
    """Names of the organisations that take part; without an agreement `invite` says what lacks."""
    require(Permission.ACCOUNTS, work.by(), None, work.clock.today())
    return tuple(
        work.data.scalars(select(Partner.name).where(Partner.active).order_by(Partner.name))
    )
