"""States of things that no list of the municipality names: accounts, keys, cards, clocks."""

from enum import StrEnum


class AccountState(StrEnum):
    """Deactivated, never deleted: attribution stays."""

    INVITED = "invited"
    ACTIVE = "active"
    DEACTIVATED = "deactivated"


class SignalDeadline(StrEnum):
    """What falls due on a signal's day."""

    TRIAGE = "triage"
    ANSWER = "answer"
    CARD = "card"


class CaseDeadline(StrEnum):
    """What falls due on a case's day."""

    FIRST_ATTEMPT = "first_attempt"
    NEXT_ATTEMPT = "next_attempt"
    FOLLOW_UP = "follow_up"
    MEASURE = "measure"
    FEEDBACK = "feedback"
    TASK = "task"


class CardState(StrEnum):
    """The life of a contact card's code."""

    PRINTED = "printed"
    HANDED_OVER = "handed_over"
    USED = "used"
    VOID = "void"


class TrainingWay(StrEnum):
    """How somebody was trained."""

    COURSE = "course"
    CLASSROOM = "classroom"
    EARLIER = "earlier"
    REFRESHER = "refresher"


class KeyGroup(StrEnum):
    """Groups of people who hold a key together."""

    CASEWORK = "casework"
    AUDIT = "audit"


class EpochState(StrEnum):
    """A wrap is accepted only under an open epoch; rotating ones are being emptied."""

    OPEN = "open"
    ROTATING = "rotating"
    CLOSED = "closed"


class UnlockWay(StrEnum):
    """How a user secret can be unwrapped."""

    PASSPHRASE = "passphrase"
    PASSKEY = "passkey"
    RECOVERY_CODE = "recovery_code"
