"""Take a colleague in: the account, its hats, its proof and key pair."""

from sqlalchemy import select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.accounts.invite import Invite
from signalering.domain.errors import InvalidInput
from signalering.domain.hats import check_hats
from signalering.domain.states import Hat
from signalering.models.accounts.account import Account, AccountHat
from signalering.models.partners.partner import Partner
from signalering.services.accounts.enrol import Enrolment, store
from signalering.services.audit.record import record
from signalering.services.work import Work


def invite(work: Work, command: Invite, enrolment: Enrolment) -> Account:
    """Create the account. Raises InvalidInput for hats that don't go together, a known address,

    an unknown organisation, one without agreement, or a worker without organisation.
    """
    check_hats(command.hats)
    email = address_of(command.email)
    if work.data.scalar(select(Account.id).where(Account.email == email)):
        raise InvalidInput("email", "known_address")
    account = Account(
        id=enrolment.account_id,
        email=email,
        name=command.name.strip(),
        partner_id=_partner(work, command),
        language=command.language,
        hats=[AccountHat(hat=hat) for hat in sorted(command.hats)],
    )
    work.data.add(account)
    work.data.flush()
    store(work, enrolment)
    record(
        work,
        AuditAction.ACCOUNT_INVITED,
        account.id,
        hats=",".join(sorted(command.hats)),
    )
    return account


def address_of(text: str) -> str:
    """An e-mail address as it is stored. Raises InvalidInput for what can't be one."""
    email = text.strip().lower()
    if "@" not in email or any(sign.isspace() for sign in email):
        raise InvalidInput("email", "not_an_address")
    return email


def _partner(work: Work, command: Invite) -> object:
    if command.partner is None:
        if Hat.FRONTLINE in command.hats:
            raise InvalidInput("partner", "required")
        return None
    partner = work.data.scalar(select(Partner).where(Partner.name == command.partner))
    if partner is None:
        raise InvalidInput("partner", "unknown_partner")
    if partner.agreement_on is None:
        raise InvalidInput("partner", "no_agreement")
    return partner.id
