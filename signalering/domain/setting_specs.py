"""What a setting is: its kind, its bounds, and what it is for."""

from dataclasses import dataclass
from enum import StrEnum


class SettingGroup(StrEnum):
    """Under which heading a setting stands."""

    TEAM = "team"
    HELP = "help"
    DAYS = "days"
    SIGNALS = "signals"
    CARDS = "cards"
    CASES = "cases"
    CONTACT = "contact"
    REFERRALS = "referrals"
    OFFERS = "offers"
    TRAINING = "training"
    COVER = "cover"
    NETWORK = "network"
    AUDIT = "audit"


class SettingKind(StrEnum):
    """How a value is written. Several numbers stand in their order, with commas."""

    NUMBER = "number"
    RISING = "rising"
    FALLING = "falling"
    SWITCH = "switch"
    PHONE = "phone"
    WORDS = "words"
    CLOSING_DAYS = "closing_days"


class Unit(StrEnum):
    """What a number counts."""

    WORKING_DAYS = "working_days"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    TIMES = "times"
    CHANNELS = "channels"
    READS = "reads"


@dataclass(frozen=True)
class Setting:
    """One thing that can be decided. `label` and `explanation` are Dutch, marked.

    `count` is how many numbers there are; each is at least `least` and at most `most`. Any mixture
    of values within their bounds works: no two settings have to be changed at once. `in_course`:
    lessons speak of it, and they are texts in files.
    """

    name: str
    group: SettingGroup
    kind: SettingKind
    label: str
    explanation: str
    unit: Unit | None = None
    least: int = 0
    most: int = 0
    count: int = 1
    required: bool = True
    in_course: bool = False
