"""What people should know of their keys before anything else on a page."""

from dataclasses import dataclass
from enum import StrEnum


class KeyNoticeKind(StrEnum):
    """What there is to say."""

    KEY_ALARM = "key_alarm"
    ROTATION_DUE = "rotation_due"
    FEW_HOLDERS = "few_holders"
    NO_HOLDER = "no_holder"
    KEY_NOT_GRANTED = "key_not_granted"
    COLLEAGUES_WAIT = "colleagues_wait"
    REPORTERS_WAIT = "reporters_wait"
    OLD_SIGNALS_WAIT = "old_signals_wait"


@dataclass(frozen=True)
class KeyNotice:
    """One notice, of one group where it is about a group."""

    kind: KeyNoticeKind
    group: str = ""
