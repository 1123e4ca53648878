"""Read and search the audit trail, as a privacy officer; reading it is itself accounted for."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import select

from signalering.domain.access import require
from signalering.domain.audit_actions import ACTIONS, AuditAction
from signalering.domain.clock import day_of
from signalering.domain.commands.audit.trail import SearchTrail
from signalering.domain.errors import InvalidInput
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.permissions import Permission
from signalering.domain.views.audit.trail import TrailLine, TrailView
from signalering.models.accounts.account import Account
from signalering.services.audit._names import is_id, names_in
from signalering.services.audit._newest_first import (
    NewestFirst,
    Place,
    day_begins,
    place_of,
)
from signalering.services.audit._searching import asked, fits, id_wanted
from signalering.services.audit.record import record
from signalering.services.keys.groups import open_group
from signalering.services.work import Work

PAGE = 50
# A search that finds little stops here and goes on with the next page.
LOOKED_AT_ONCE = 5000

Opened = tuple[Place, dict[str, Any]]


def trail(work: Work, search: SearchTrail) -> TrailView:
    """One page of the trail, newest first, and its own entry in it.

    Raises Denied, CannotOpen without the audit group's key, InvalidInput for an unknown reference
    or a page that is none.
    """
    require(Permission.AUDIT_TRAIL, work.by(), None, work.clock.today())
    open_group(work, KeyGroup.AUDIT)
    wanted = id_wanted(work, search.wanted)
    entries = NewestFirst(work)
    found, goes_on = _found(entries, search, wanted)
    accounts = {account.id: account.name for account in work.data.scalars(select(Account))}
    names = names_in(work, [payload for _, payload in found])
    view = TrailView(
        lines=tuple(_line(place, payload, accounts, names) for place, payload in found),
        next_before=goes_on.text if goes_on else "",
        unopened=entries.unopened,
        accounts=tuple(sorted(accounts.items(), key=lambda pair: pair[1].casefold())),
    )
    _account_for(work, search, wanted, len(found))
    return view


def _found(
    entries: NewestFirst, search: SearchTrail, wanted: str
) -> tuple[list[Opened], Place | None]:
    before = _before(search.before)
    last_day = search.to_day
    if before is not None:
        turned = day_of(before.at)
        last_day = min(last_day, turned) if last_day else turned
    found: list[Opened] = []
    looked_at = 0
    for place, payload in entries.since(last_day):
        if search.from_day and place.at < day_begins(search.from_day):
            return found, None
        if before is not None and place >= before:
            continue
        looked_at += 1
        if fits(payload, place, search, wanted):
            found.append((place, payload))
        if len(found) == PAGE or looked_at == LOOKED_AT_ONCE:
            return found, place
    return found, None


def _before(text: str) -> Place | None:
    try:
        return place_of(text) if text else None
    except ValueError:
        raise InvalidInput("before") from None


def _line(
    place: Place, payload: dict[str, Any], accounts: dict[UUID, str], names: dict[str, str]
) -> TrailLine:
    by = UUID(payload["actor"]) if payload["actor"] else None
    known = payload["action"] in list(AuditAction)
    object_id = payload["object"]
    return TrailLine(
        at=place.at,
        actor=accounts.get(by, str(by)) if by else "",
        hat=payload["hat"],
        action=payload["action"],
        label=ACTIONS[AuditAction(payload["action"])].label if known else payload["action"],
        object_kind=payload["kind"],
        object_id=object_id,
        object_name=names.get(object_id, ""),
        outcome=payload["outcome"],
        details=tuple(_named(payload["details"], names)),
    )


def _named(details: dict[str, str], names: dict[str, str]) -> Iterator[tuple[str, str]]:
    """An id becomes what it stands for; one that stands for nothing any more is left out."""
    for name, value in sorted(details.items()):
        if not is_id(value):
            yield name, value
        elif value in names:
            yield name, names[value]


def _account_for(work: Work, search: SearchTrail, wanted: str, count: int) -> None:
    if not search.searches:
        record(work, AuditAction.AUDIT_READ, count=count)
        return
    record(work, AuditAction.AUDIT_SEARCHED, count=count, **asked(search, wanted))
