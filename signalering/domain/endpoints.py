"""Which permission each page asks for. An endpoint is `room.task`; one that is absent is shut."""

from collections.abc import Mapping
from types import MappingProxyType

from signalering.domain.permissions import Permission

# For everybody, without an account.
PUBLIC: frozenset[str] = frozenset(
    {
        "static",
        "public.home",
        "public.help",
        "public.privacy",
        "accounts.log_in",
        "accounts.language",
    }
)

# For every account, in whatever hat.
SIGNED_IN: frozenset[str] = frozenset(
    {
        "accounts.start",
        "accounts.hat",
        "accounts.log_out",
    }
)

_TASKS: Mapping[Permission, tuple[str, ...]] = {
    Permission.LOG_SIGNAL: ("signals.log",),
    Permission.OWN_SIGNALS: ("signals.mine", "signals.receipt", "signals.withdraw"),
    Permission.TRIAGE: ("signals.inbox", "signals.show", "signals.take", "signals.reopen"),
    Permission.KEEP_SIGNAL: (
        "signals.remark",
        "signals.hand_back",
        "signals.close",
        "cases.open",
    ),
    Permission.CASEWORK: ("cases.list", "cases.show", "cases.take", "cases.reopen"),
    Permission.KEEP_CASE: (
        "cases.hand_back",
        "cases.note",
        "cases.attempt",
        "cases.consent",
        "cases.withdraw_consent",
        "cases.move",
        "cases.pause",
        "cases.close",
        "referrals.propose",
        "referrals.advance",
    ),
    Permission.DIRECTORY: ("directory.list",),
    Permission.STATISTICS: ("statistics.overview", "statistics.rounding"),
    Permission.ACCOUNTS: ("accounts.list",),
    Permission.PARTNERS: ("partners.list",),
    Permission.KEY_HOLDERS: ("keys.holders",),
    Permission.AUDIT_TRAIL: ("audit.trail",),
}

ENDPOINTS: Mapping[str, Permission] = MappingProxyType(
    {task: permission for permission, tasks in _TASKS.items() for task in tasks}
)
