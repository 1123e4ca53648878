"""How often what may be tried: a few free tries, then waits that grow up to a cap.

The cap is low wherever a stranger can try in somebody else's name: it slows guessing down to
nothing and locks nobody out for long. NIST SP 800-63B, 3.2.2, asks for growing waits like these.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType


class Tried(StrEnum):
    """What is tried."""

    LOG_IN = "log_in"
    KNOWN_LOG_IN = "known_log_in"
    UNLOCK = "unlock"
    SECOND_FACTOR = "second_factor"
    KNOWN_SECOND_FACTOR = "known_second_factor"
    SECOND_FACTOR_SESSION = "second_factor_session"
    PASSKEY = "passkey"
    RECOVERY = "recovery"
    ACTIVATION = "activation"
    SINGLE_SIGN_ON = "single_sign_on"
    CARD = "card"
    CARD_MADE = "card_made"
    REFERRAL = "referral"
    OFFER = "offer"
    MEETING = "meeting"
    CALENDAR = "calendar"
    OPEN_DATA = "open_data"
    OPEN_DATA_READ = "open_data_read"
    API = "api"
    API_PROOF = "api_proof"
    API_CALL = "api_call"
    API_LINK = "api_link"
    SUBSCRIBE = "subscribe"
    SUBSCRIBE_MAIL = "subscribe_mail"
    SUBSCRIBE_LINK = "subscribe_link"
    TRIAL_MAIL = "trial_mail"


class Ceiling(StrEnum):
    """Whose tries are counted together. Each stays full by itself: cards keep nobody from logging

    in.
    """

    STRANGERS = "strangers"
    CARDS = "cards"
    REFERRALS = "referrals"
    OFFERS = "offers"
    MEETINGS = "meetings"
    CALENDARS = "calendars"
    OPEN_DATA = "open_data"
    API = "api"
    SUBSCRIPTIONS = "subscriptions"


@dataclass(frozen=True)
class Rule:
    """`free` tries without a wait, then `first`, twice as long, ... up to `cap` seconds.

    After `forget_after` without a try all is as before. Tries with a `ceiling` also count
    together with all others that have it.
    """

    free: int
    cap: int
    forget_after: timedelta
    ceiling: Ceiling | None = Ceiling.STRANGERS
    first: int = 1

    def waits(self) -> tuple[int, ...]:
        """The wait in seconds after the first try, the second, ...; the last one goes on."""
        growing = []
        wait = self.first
        while wait < self.cap:
            growing.append(wait)
            wait *= 2
        return (*(0 for _ in range(self.free)), *growing, self.cap)


MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

RULES: Mapping[Tried, Rule] = MappingProxyType(
    {
        Tried.LOG_IN: Rule(5, 60, HOUR),
        # From a browser that has logged this account in before: strangers can't fill this one,
        # nor the shared ceiling, so its owner always gets a turn.
        Tried.KNOWN_LOG_IN: Rule(5, 60, HOUR, ceiling=None),
        Tried.UNLOCK: Rule(5, 60, HOUR, ceiling=None),
        # Whoever gets here knows the passphrase: no stranger, so the cap may be high. A code has
        # a chance of 3 in a million; 96 tries a day need a century for an even chance.
        Tried.SECOND_FACTOR: Rule(5, 900, DAY, ceiling=None),
        Tried.KNOWN_SECOND_FACTOR: Rule(5, 900, DAY, ceiling=None),
        # The fifth try is the last of its session, which has ten minutes.
        Tried.SECOND_FACTOR_SESSION: Rule(4, 3600, HOUR, ceiling=None, first=3600),
        Tried.PASSKEY: Rule(5, 60, HOUR),
        Tried.RECOVERY: Rule(5, 60, HOUR),
        Tried.ACTIVATION: Rule(10, 60, HOUR),
        Tried.SINGLE_SIGN_ON: Rule(5, 60, HOUR),
        # By address, which a whole library may share: a low cap.
        Tried.CARD: Rule(10, 30, HOUR, Ceiling.CARDS),
        # Nobody guesses 256 bits: it keeps a machine from asking on and on. Right links cost none.
        Tried.REFERRAL: Rule(10, 30, HOUR, Ceiling.REFERRALS),
        Tried.OFFER: Rule(10, 30, HOUR, Ceiling.OFFERS),
        Tried.MEETING: Rule(10, 30, HOUR, Ceiling.MEETINGS),
        # Wrong ones alone: a right address is asked for all day, by programs that share theirs.
        Tried.CALENDAR: Rule(10, 30, HOUR, Ceiling.CALENDARS),
        # Wrong keys alone; what right ones read has IN_A_MINUTE.
        Tried.OPEN_DATA: Rule(10, 30, HOUR, Ceiling.OPEN_DATA),
        # Wrong secrets and tokens alone; what right ones do has IN_A_MINUTE.
        Tried.API: Rule(10, 30, HOUR, Ceiling.API),
        # By address, which a whole library may share. Each sends a mail to somebody.
        Tried.SUBSCRIBE: Rule(10, 900, HOUR, Ceiling.SUBSCRIPTIONS, first=60),
        # To one mailbox: whoever types in somebody else's sends three mails a day and no more.
        Tried.SUBSCRIBE_MAIL: Rule(2, 86400, DAY, ceiling=None, first=86400),
        # Wrong links alone, as with offers.
        Tried.SUBSCRIBE_LINK: Rule(10, 30, HOUR, Ceiling.SUBSCRIPTIONS),
        # One a minute, whoever asks: it tells how the mail server fares, and that holds for all.
        Tried.TRIAL_MAIL: Rule(0, 60, HOUR, ceiling=None, first=60),
        # A desk makes a card a resident: more in an hour is a stuck key.
        Tried.CARD_MADE: Rule(20, 900, HOUR, ceiling=None, first=60),
    }
)

# Tries together, a minute. Strangers: two Argon2id runs at once take some 150 a minute on one node,
# and what hundreds of colleagues do at nine o'clock stays far below. Cards: with ten thousand codes
# about, one is guessed in two thousand years; a village that leaves its details stays far below.
CEILINGS: Mapping[Ceiling, int] = MappingProxyType(
    {
        Ceiling.STRANGERS: 120,
        Ceiling.CARDS: 60,
        Ceiling.REFERRALS: 60,
        Ceiling.OFFERS: 60,
        Ceiling.MEETINGS: 60,
        Ceiling.CALENDARS: 60,
        Ceiling.OPEN_DATA: 60,
        Ceiling.API: 60,
        Ceiling.SUBSCRIPTIONS: 60,
    }
)
# What is no guess and has no growing wait: so many a minute of each, and then the next minute. A
# tool that takes in twelve years of figures at once is done in a quarter of an hour. A program
# keeps its token for ten minutes, and a busy desk lays a signal ready now and then.
IN_A_MINUTE: Mapping[Tried, int] = MappingProxyType(
    {
        Tried.OPEN_DATA_READ: 120,
        Tried.API_PROOF: 10,
        Tried.API_CALL: 120,
        Tried.API_LINK: 30,
    }
)
# How long it is remembered that a code or a challenge was used: longer than any of them lives.
USED_FOR = HOUR
