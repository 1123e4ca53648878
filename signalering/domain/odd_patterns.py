"""Patterns in the audit trail that ask for a second look. None of them proves anything.

Pure functions over acts; what an act was about stays in the trail.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import groupby

from signalering.domain.audit_words import AuditAction
from signalering.domain.clock import AMSTERDAM

HOUR = timedelta(hours=1)
# Who looked somebody up has opened the record by then, or didn't need it.
TIME_TO_OPEN = timedelta(minutes=15)
NIGHT_BEGINS, NIGHT_ENDS = 22, 6  # o'clock in Amsterdam; the end itself is morning

# Words about a resident on a screen or on paper. A reporter's own signals are no news to them.
READS = frozenset(
    {
        AuditAction.SIGNAL_READ,
        AuditAction.CASE_READ,
        AuditAction.CONTACT_DETAILS_READ,
        AuditAction.LETTER_PRINTED,
        AuditAction.VISIT_SHEET_MADE,
        AuditAction.ACCESS_LETTER_MADE,
        AuditAction.PORTABLE_COPY_MADE,
    }
)
# Being logged out happens by itself, and who is refused did no work.
NO_WORK = frozenset({AuditAction.LOG_OUT, AuditAction.LOG_IN_REFUSED})


class Pattern(StrEnum):
    """What stood out."""

    MANY_READS = "many_reads"
    AT_NIGHT = "at_night"
    SEARCHED_ONLY = "searched_only"


@dataclass(frozen=True)
class Act:
    """One entry of the trail by an account; `about` is the id of its object, or empty."""

    at: datetime
    account: str
    action: str
    about: str = ""


@dataclass(frozen=True)
class Finding:
    """Who, from when until when, how many acts, about how many different things (0: not told)."""

    pattern: Pattern
    account: str
    since: datetime
    until: datetime
    count: int
    different: int = 0


def findings(acts: Iterable[Act], many: int, now: datetime) -> tuple[Finding, ...]:
    """All that stands out, newest first. `many` reads in an hour are too many, `now` ends it all.

    Raises ValueError for fewer than one.
    """
    if many < 1:
        raise ValueError("a threshold is at least one")
    found: list[Finding] = []
    for _, own in groupby(sorted(acts, key=_by_account), key=lambda act: act.account):
        mine = list(own)
        found += [*many_reads(mine, many), *at_night(mine), *searched_only(mine, now)]
    return tuple(sorted(found, key=lambda one: (one.since, one.account), reverse=True))


def many_reads(acts: Sequence[Act], many: int) -> Iterator[Finding]:
    """Hours in which one account read `many` times or more; no read counts in two of them."""
    reads = [act for act in acts if act.action in READS]
    moments = [act.at for act in reads]
    first = 0
    while first < len(reads):
        after = bisect_left(moments, moments[first] + HOUR, first)
        if after - first >= many:
            hour = reads[first:after]
            yield _finding(Pattern.MANY_READS, hour, len({act.about for act in hour}))
            first = after
        else:
            first += 1


def at_night(acts: Sequence[Act]) -> Iterator[Finding]:
    """Nights in which one account worked: from 22 o'clock until 6 o'clock in Amsterdam."""
    worked = (act for act in acts if act.action not in NO_WORK and _night(act.at) is not None)
    for _, night in groupby(worked, key=lambda act: _night(act.at)):
        yield _finding(Pattern.AT_NIGHT, list(night))


def searched_only(acts: Sequence[Act], now: datetime) -> Iterator[Finding]:
    """Days on which one account searched for a resident and opened no case within 15 minutes.

    A search of a moment ago may still be followed by one.
    """
    opened = [act.at for act in acts if act.action == AuditAction.CASE_READ]
    alone = (
        act
        for act in acts
        if act.action == AuditAction.CASE_SEARCHED
        and act.at + TIME_TO_OPEN <= now
        and bisect_left(opened, act.at) == bisect_left(opened, act.at + TIME_TO_OPEN)
    )
    for _, day in groupby(alone, key=lambda act: act.at.astimezone(AMSTERDAM).date()):
        yield _finding(Pattern.SEARCHED_ONLY, list(day))


def _by_account(act: Act) -> tuple[str, datetime]:
    return act.account, act.at


def _night(moment: datetime) -> date | None:
    """The day on whose evening the night began; None by day."""
    local = moment.astimezone(AMSTERDAM)
    if local.hour >= NIGHT_BEGINS:
        return local.date()
    return local.date() - timedelta(days=1) if local.hour < NIGHT_ENDS else None


def _finding(pattern: Pattern, acts: Sequence[Act], different: int = 0) -> Finding:
    return Finding(pattern, acts[0].account, acts[0].at, acts[-1].at, len(acts), different)
