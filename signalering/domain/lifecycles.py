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


class TaskKind(StrEnum):
    """What a coordinator has planned in a case."""

    APPOINTMENT = "appointment"
    TASK = "task"
    REMINDER = "reminder"


class TaskEnd(StrEnum):
    """What became of it; moved to another day, it goes on."""

    DONE = "done"
    CANCELLED = "cancelled"


class CardState(StrEnum):
    """The life of a contact card's code."""

    PRINTED = "printed"
    HANDED_OVER = "handed_over"
    USED = "used"
    VOID = "void"


class ResidentNews(StrEnum):
    """What a resident did with the card that the coordinator of a case has not taken in yet."""

    LEFT = "left"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    ERASED = "erased"


class ReceiverSaid(StrEnum):
    """What became of a referral without its coordinator, who has not taken it in yet.

    The receiver said it by the link, but for `expired`: that nothing was said.
    """

    ACCEPTED = "accepted"
    DECLINED = "declined"
    WAITING_LIST = "waiting_list"
    STARTED = "started"
    NOT_STARTED = "not_started"
    COMPLETED = "completed"
    STOPPED = "stopped"
    EXPIRED = "expired"
    ACCOMPANIED = "accompanied"
    FIRST = "first"
    THIRD = "third"
    STILL = "still"
    CALL = "call"


class LinkWay(StrEnum):
    """How a receiver gets the link of a referral."""

    MAIL = "mail"
    PAPER = "paper"


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


class MailKind(StrEnum):
    """Every mail that goes out; `domain/mail_texts.py` has the words, which name nobody."""

    INVITATION = "invitation"
    RESET = "reset"
    SIGNAL_NEWS = "signal_news"
    KEYS_RECOVERED = "keys_recovered"
    KEY_HOLDERS_FEW = "key_holders_few"
    TRAINING_REMINDER = "training_reminder"
    TRIAGE_LATE = "triage_late"
    OFFER_CHECK = "offer_check"
    DIGEST = "digest"
    ERASURE_NOTICE = "erasure_notice"
    CHAIN_HEAD = "chain_head"
    MEETING_INVITATION = "meeting_invitation"
    MEETING_CHANGED = "meeting_changed"
    MEETING_CANCELLED = "meeting_cancelled"
    MEETING_NOTES = "meeting_notes"
    NEWSLETTER_CONFIRM = "newsletter_confirm"
    NEWSLETTER = "newsletter"


class SubscriberState(StrEnum):
    """Somebody asked for the newsletter; it counts once the link in the mail was used."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"


class NewsletterState(StrEnum):
    """An issue is written, goes out in batches, and then stands as it is."""

    DRAFT = "draft"
    SENDING = "sending"
    SENT = "sent"


class MailState(StrEnum):
    """A mail that could not be sent stays, to be seen and sent again."""

    WAITING = "waiting"
    FAILED = "failed"


class MailFault(StrEnum):
    """Why a mail did not get away; never the server's own words."""

    UNREACHABLE = "unreachable"
    UNTRUSTED = "untrusted"
    LOG_IN_REFUSED = "log_in_refused"
    LATER = "later"
    REFUSED = "refused"
    ADDRESS = "address"
    BROKEN_OFF = "broken_off"


class DailyJob(StrEnum):
    """What the work loop does once a day, whichever node comes first."""

    TRAINING_REMINDERS = "training_reminders"
    OLD_ROWS = "old_rows"
    ORPHAN_KEYS = "orphan_keys"
    LATE_TRIAGE = "late_triage"
    DIGEST = "digest"
    ERASURE_NOTICES = "erasure_notices"
    CHAIN_HEAD = "chain_head"


class AlarmKind(StrEnum):
    """Whose public key was found swapped."""

    USER_KEY = "user_key"
    GROUP_KEY = "group_key"


class Stage(StrEnum):
    """How far a log-in has come."""

    SECOND_FACTOR = "second_factor"
    # Logged in, and a second factor must be set up before anything else.
    SET_UP = "set_up"
    OPEN = "open"
