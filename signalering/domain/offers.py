"""Local offers: what their maintainers can say, and when they are asked whether all still holds."""

from datetime import date, timedelta
from enum import StrEnum

from signalering.domain.periods import Periods
from signalering.domain.retention import add_months


class OfferRoom(StrEnum):
    """Whether somebody can come now."""

    ROOM = "room"
    WAITING_LIST = "waiting_list"
    FULL = "full"
    UNKNOWN = "unknown"


class OfferSaid(StrEnum):
    """What a maintainer answers first."""

    STANDS = "stands"
    STOPPED = "stopped"


class OfferRuling(StrEnum):
    """What the administrator decides about an answer, or about an offer that has ended."""

    ACCEPT = "accept"
    REFUSE = "refuse"
    END = "end"
    GOES_ON = "goes_on"
    REVIVE = "revive"


WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
FREQUENCIES = ("daily", "weekly", "biweekly", "monthly")
# What a maintainer can propose to change, and how long it may be.
LONGEST_NOTE = 2000
LONGEST_ADDRESS = 254
MOST_PLACES = 999
# How far ahead somebody can know that it is full.
LONGEST_ROOM = timedelta(days=366)
# How many times an offer is asked by itself before people take over.
MOST_ASKS = 2


def is_old(assured_on: date, today: date, periods: Periods) -> bool:
    """Whether it is time to ask again: somewhat before the offer counts as stale."""
    return add_months(assured_on, periods.offer_ask_months) < today


def asks_now(
    assured_on: date, asked_on: date | None, asks: int, today: date, periods: Periods
) -> bool:
    """Whether the offer is asked by itself today: once when it is old, and once more later.

    `asks` counts since the last answer, also those by a person.
    """
    if not is_old(assured_on, today, periods) or asks >= MOST_ASKS:
        return False
    if asks == 0 or asked_on is None:
        return True
    return asked_on + timedelta(days=periods.offer_ask_again_days) <= today


def room_now(room: OfferRoom, until: date | None, today: date) -> OfferRoom:
    """What still holds of what was said: past its last day nobody knows."""
    return OfferRoom.UNKNOWN if until is not None and until < today else room
