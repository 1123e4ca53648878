"""Which hats an account may wear; what a hat opened goes with it."""

from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.accounts.hats import ChangeHats
from signalering.domain.errors import InvalidInput
from signalering.domain.hats import KEY_GROUP_OF_HAT, check_hats, words_for
from signalering.domain.lifecycles import AccountState, KeyGroup, MailKind
from signalering.domain.states import Hat
from signalering.domain.views.accounts.hats import HatsView
from signalering.models.accounts.account import Account, AccountHat
from signalering.models.partners.partner import Partner
from signalering.services.accounts.calendar_stop import shut
from signalering.services.accounts.covering import end_covers_of
from signalering.services.accounts.deactivate import account_to_change
from signalering.services.accounts.invite import require_takes_part
from signalering.services.accounts.losing import (
    destroy_grants,
    destroy_log_in,
    hand_back_all,
    require_other_administrator,
)
from signalering.services.audit.record import record
from signalering.services.keys.coverage import require_other_holder
from signalering.services.network.queue import queue
from signalering.services.work import Work


def hats_of(work: Work, account_id: UUID) -> HatsView:
    """The hats now. Raises Denied, NotFound, NotAllowedNow."""
    account = account_to_change(work, account_id)
    return HatsView(account_id, account.name, tuple(row.hat for row in account.hats))


def change_hats(work: Work, command: ChangeHats) -> None:
    """Give the account these hats and no other; its sessions end.

    With the hat go its key and the work in hand. A hat that asks for a longer passphrase begins
    with one: the account gets a link to set up its log-in afresh. Raises Denied, NotFound,
    NotAllowedNow, and InvalidInput for hats that don't go together, a new reporter without an
    organisation that takes part, the last holder of a key, the last administrator.
    """
    account = account_to_change(work, command.account_id)
    before = frozenset(Hat(row.hat) for row in account.hats)
    check_hats(command.hats)
    if before == command.hats:
        return
    if Hat.FRONTLINE in command.hats - before:
        if account.partner_id is None:
            raise InvalidInput("hats", "needs_partner")
        require_takes_part(work.data.get_one(Partner, account.partner_id), "hats")
    if Hat.ADMINISTRATOR in before - command.hats:
        require_other_administrator(work, account.id)
    lost = _groups(before - command.hats)
    stricter = words_for(command.hats) > words_for(before) and account.state == AccountState.ACTIVE
    if lost:
        require_other_holder(work, account.id, *lost)
    kept = {row.hat: row.guide_away for row in account.hats}
    account.hats = [
        AccountHat(hat=hat.value, guide_away=kept.get(hat.value, False))
        for hat in sorted(command.hats)
    ]
    account.session_epoch += 1
    work.data.flush()
    if Hat.COORDINATOR in before - command.hats:
        hand_back_all(work, account.id)
        end_covers_of(work, account.id)
        shut(work, account.id)
        account.digest = False
    if lost:
        destroy_grants(work, account.id, *lost)
    if stricter:
        _afresh(work, account)
    record(work, AuditAction.HATS_CHANGED, account.id, hats=",".join(sorted(command.hats)))


def _afresh(work: Work, account: Account) -> None:
    destroy_log_in(work, account.id)
    queue(work, MailKind.RESET, account_id=account.id)


def _groups(hats: frozenset[Hat]) -> set[KeyGroup]:
    return {KeyGroup(KEY_GROUP_OF_HAT[hat]) for hat in hats if hat in KEY_GROUP_OF_HAT}
