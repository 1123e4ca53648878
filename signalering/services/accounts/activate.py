"""Set up one's account by a one-time link: the first time, or afresh after a reset."""

from dataclasses import dataclass
from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotFound
from signalering.domain.lifecycles import AccountState
from signalering.domain.states import Hat
from signalering.domain.throttles import Tried
from signalering.domain.views.accounts.drawn import Drawn
from signalering.models.accounts.account import Account
from signalering.models.keys.user import UserKey
from signalering.services.accounts import new_pairs, passkeys, throttle
from signalering.services.accounts.arrive import arrive
from signalering.services.accounts.enrol import Enrolment, cost_of, enrol, store
from signalering.services.accounts.invite import open_link, use_link
from signalering.services.accounts.relink import ask_for_relink
from signalering.services.audit.record import record
from signalering.services.work import Work
from signalering.vault.kinds import SessionSecret
from signalering.vault.links import Carrier, carrier_of


@dataclass(frozen=True)
class Guest:
    """Who a link was made for."""

    account_id: UUID
    name: str
    hats: frozenset[Hat]


def carrier(token: str) -> Carrier:
    """The page is sealed under the link's own token: who has neither opens nothing."""
    return carrier_of(token, "activation")


def claim(work: Work, token: str) -> None:
    """Take one try with this link. Raises TooOften."""
    throttle.claim(work, Tried.ACTIVATION, token)


def enrolled(work: Work, drawn: Drawn) -> Enrolment:
    """The one Argon2id run over the new words; no transaction may be open."""
    cost = cost_of(work.settings)
    return enrol(drawn.account_id, " ".join(drawn.words), cost, code=drawn.code)


def guest_of(work: Work, token: str) -> Guest:
    """Raises NotFound with one text for a link that is wrong, was used or has expired."""
    account = open_link(work, token)
    if account is None:
        raise NotFound("link_gone")
    return Guest(account.id, account.name, frozenset(Hat(row.hat) for row in account.hats))


def activate(work: Work, token: str, enrolment: Enrolment) -> SessionSecret:
    """Take the link, store proof and keys, and begin a session; gives what the cookie keeps.

    Somebody who had keys before has new ones now: a coordinator is asked to link their older
    signals again, and a colleague to grant the group's key. Raises NotFound when the link was
    used by somebody quicker.
    """
    guest = guest_of(work, token)
    if guest.account_id != enrolment.account_id or not use_link(work, token, guest.account_id):
        raise NotFound("link_gone")
    account = work.data.get_one(Account, guest.account_id)
    had_keys = work.keys.get(UserKey, account.id) is not None
    store(work, enrolment)
    passkeys.forget_wraps(work, account.id)
    account.state = AccountState.ACTIVE
    account.session_epoch += 1
    work.data.flush()
    if had_keys:
        ask_for_relink(work, account.id)
        new_pairs.note(work, account)
    cookie = arrive(work, account, enrolment.secret)
    record(work, AuditAction.ACCOUNT_ACTIVATED, account.id, had_keys=str(had_keys).lower())
    return cookie
