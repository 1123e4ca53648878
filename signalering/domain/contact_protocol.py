"""How contact is sought: another day, another part of the day, two channels, three tries.

The numbers are in domain/periods.py; the protocol is the coalition's own (design: domain, Case).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from signalering.domain.deadlines import Calendar
from signalering.domain.periods import Periods
from signalering.domain.states import AttemptResult, Channel
from signalering.domain.vocabularies import vocabulary

# Results after which there is a conversation.
REACHED: frozenset[AttemptResult] = frozenset({AttemptResult.REACHED, AttemptResult.APPOINTMENT})

# Which channels each kind of contact details opens, the lightest first.
CHANNELS_OF_DETAILS: tuple[tuple[str, tuple[Channel, ...]], ...] = (
    ("phone", (Channel.PHONE, Channel.TEXT_MESSAGE)),
    ("email", (Channel.EMAIL,)),
    ("address", (Channel.VISIT, Channel.LETTER)),
)


class Advice(StrEnum):
    """What the protocol says after a number of tries."""

    TRY_AGAIN = "try_again"
    NOT_REACHED = "not_reached"
    DECLINED = "declined"


@dataclass(frozen=True)
class Try:
    """One attempt, as far as the protocol looks at it."""

    channel: Channel
    result: AttemptResult
    part_of_day: str


@dataclass(frozen=True)
class Proposal:
    """What to do next; day, part of the day and channel only with TRY_AGAIN."""

    advice: Advice
    day: date | None = None
    part_of_day: str = ""
    channel: Channel | None = None


def propose(
    tries: Sequence[Try],
    details: Collection[str],
    calendar: Calendar,
    periods: Periods,
    today: date,
) -> Proposal:
    """What comes after these tries (oldest first, since contact was last there).

    `details` are the kinds that are known: phone, email, address.
    """
    if tries and tries[-1].result is AttemptResult.DECLINED:
        return Proposal(Advice.DECLINED)
    used = {one.channel for one in tries}
    if len(tries) >= periods.contact_tries and len(used) >= periods.contact_channels:
        return Proposal(Advice.NOT_REACHED)
    return Proposal(
        Advice.TRY_AGAIN,
        next_day(calendar, periods, today),
        _part_of_day(tries),
        _channel(tries, used, details),
    )


def next_day(calendar: Calendar, periods: Periods, today: date) -> date:
    """A working day, soon enough for all tries to fit, and another day of the week."""
    day = calendar.add_working_days(
        today, periods.contact_working_days // periods.contact_tries - 1
    )
    while day.weekday() == today.weekday():
        day = calendar.next_working_day(day)
    return day


def parts_until(part_of_day: str) -> tuple[str, ...]:
    """The parts of a day up to and with this one: a call that was meant for them is due by now."""
    parts = vocabulary("parts_of_day").codes
    return tuple(parts[: parts.index(part_of_day) + 1])


def _part_of_day(tries: Sequence[Try]) -> str:
    parts = vocabulary("parts_of_day").codes
    if not tries:
        return parts[0]
    start = parts.index(tries[-1].part_of_day) + 1
    cycle = [parts[(start + step) % len(parts)] for step in range(len(parts) - 1)]
    used = {one.part_of_day for one in tries}
    return next((part for part in cycle if part not in used), cycle[0])


def _channel(tries: Sequence[Try], used: Collection[Channel], details: Collection[str]) -> Channel:
    open_ones = [
        channel for kind, channels in CHANNELS_OF_DETAILS if kind in details for channel in channels
    ]
    fresh = next((channel for channel in open_ones if channel not in used), None)
    if fresh is not None:
        return fresh
    if Channel.THROUGH_REPORTER not in used:
        return Channel.THROUGH_REPORTER
    return tries[-1].channel
