"""Look for what stands out in the trail, as a privacy officer; looking is accounted for."""

from datetime import date, datetime, timedelta

from sqlalchemy import select

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.clock import day_of
from signalering.domain.commands.audit.patterns import LookForPatterns
from signalering.domain.errors import InvalidInput
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.odd_patterns import Act, Finding, findings
from signalering.domain.permissions import Permission
from signalering.domain.views.audit.patterns import Oddity, PatternsView
from signalering.models.accounts.account import Account
from signalering.services.audit._newest_first import NewestFirst, day_begins, day_ends
from signalering.services.audit.record import record
from signalering.services.keys.groups import open_group
from signalering.services.work import Work

WEEK = timedelta(days=7)
# Nothing was kept here before.
EARLIEST = date(2020, 1, 1)
# A night that begins on the last day ends on the next one, and the first may have begun before.
BEFORE, AFTER = timedelta(hours=2), timedelta(hours=6)
LOOKED_AT_ONCE = 20_000


def patterns(work: Work, command: LookForPatterns) -> PatternsView:
    """What stands out in some days, and an entry in the trail that it was looked for.

    Raises Denied, CannotOpen without the audit group's key, InvalidInput for days that end before
    they begin.
    """
    require(Permission.AUDIT_TRAIL, work.by(), None, work.clock.today())
    open_group(work, KeyGroup.AUDIT)
    first, last = _days(command, work.clock.today())
    entries = NewestFirst(work)
    acts, looked_since = _acts(entries, day_begins(first) - BEFORE, day_ends(last) + AFTER)
    many = work.rules.audit_many_reads
    now = min(work.clock.now(), day_ends(last) + AFTER)
    found = [
        one
        for one in findings(acts, many, now)
        if day_of(one.since) <= last and day_of(one.until) >= first
    ]
    names = {str(row.id): row.name for row in work.data.scalars(select(Account))}
    view = PatternsView(
        from_day=first,
        to_day=last,
        threshold=many,
        found=tuple(_oddity(one, names) for one in found),
        looked_since=looked_since,
        unopened=entries.unopened,
    )
    record(
        work,
        AuditAction.AUDIT_PATTERNS_READ,
        from_day=first.isoformat(),
        to_day=last.isoformat(),
        count=len(found),
    )
    return view


def _days(command: LookForPatterns, today: date) -> tuple[date, date]:
    last = max(min(command.to_day or today, today), EARLIEST)
    first = max(command.from_day or last - WEEK + timedelta(days=1), EARLIEST)
    if first > last:
        raise InvalidInput("from_day", "days_turned_round")
    return first, last


def _acts(
    entries: NewestFirst, begin: datetime, end: datetime
) -> tuple[list[Act], datetime | None]:
    """Acts by accounts between two moments, and since when if that was too much for one go."""
    acts: list[Act] = []
    looked_at = 0
    for place, payload in entries.since(day_of(end)):
        if place.at < begin:
            break
        if place.at >= end:
            continue
        if looked_at == LOOKED_AT_ONCE:
            return acts, acts[-1].at if acts else place.at
        looked_at += 1
        if payload["actor"]:
            acts.append(Act(place.at, payload["actor"], payload["action"], payload["object"]))
    return acts, None


def _oddity(one: Finding, names: dict[str, str]) -> Oddity:
    return Oddity(
        pattern=one.pattern.value,
        actor=names.get(one.account, one.account),
        account_id=one.account,
        since=one.since,
        until=one.until,
        first_day=day_of(one.since),
        last_day=day_of(one.until),
        count=one.count,
        different=one.different,
    )
