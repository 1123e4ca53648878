"""How somebody wants to work: the counts of the day by mail or not, single keys or not."""

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.accounts.preferences import ChangePreferences
from signalering.domain.permissions import Permission
from signalering.domain.views.accounts.preferences import Preferences
from signalering.models.accounts.account import Account
from signalering.services.audit.record import record
from signalering.services.work import Work


def preferences(work: Work) -> Preferences:
    """One's own, as they are now. Raises Denied."""
    account = _own(work)
    return Preferences(digest=account.digest, shortcuts=account.shortcuts)


def change_preferences(work: Work, command: ChangePreferences) -> None:
    """Keep these. Raises Denied."""
    account = _own(work)
    account.digest, account.shortcuts = command.digest, command.shortcuts
    work.data.flush()
    record(
        work,
        AuditAction.PREFERENCES_CHANGED,
        account.id,
        digest="yes" if command.digest else "no",
        shortcuts="yes" if command.shortcuts else "no",
    )


def _own(work: Work) -> Account:
    require(Permission.REMINDERS, work.by(), None, work.clock.today())
    return work.data.get_one(Account, work.by().account_id)
