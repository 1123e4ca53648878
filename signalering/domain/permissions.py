"""What can be allowed at all; domain/access.py says to whom."""

from enum import StrEnum


class Permission(StrEnum):
    """What can be allowed."""

    LOG_SIGNAL = "log_signal"
    OWN_SIGNALS = "own_signals"
    TRIAGE = "triage"
    KEEP_SIGNAL = "keep_signal"
    CASEWORK = "casework"
    REMINDERS = "reminders"
    KEEP_CASE = "keep_case"
    DIRECTORY = "directory"
    ASSURE_OFFERS = "assure_offers"
    EDIT_DIRECTORY = "edit_directory"
    STATISTICS = "statistics"
    OPEN_DATA_KEYS = "open_data_keys"
    ACCOUNTS = "accounts"
    PARTNERS = "partners"
    KEY_HOLDERS = "key_holders"
    ROTATE_KEYS = "rotate_keys"
    GIVE_KEY = "give_key"
    COURSE = "course"
    TRAINING = "training"
    COVER = "cover"
    CARDS = "cards"
    RELINK = "relink"
    MAIL = "mail"
    AUDIT_TRAIL = "audit_trail"
