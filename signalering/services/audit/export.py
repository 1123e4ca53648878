"""Take a part of the trail along as a file, as a privacy officer; that is accounted for."""

from typing import Any

from sqlalchemy import select

from signalering.domain.access import require
from signalering.domain.audit_actions import ACTIONS, AuditAction
from signalering.domain.commands.audit.export import ExportTrail
from signalering.domain.commands.audit.trail import SearchTrail
from signalering.domain.errors import InvalidInput
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.permissions import Permission
from signalering.domain.views.audit.export import ExportLine, ExportView
from signalering.models.accounts.account import Account
from signalering.services.audit._names import names_in
from signalering.services.audit._newest_first import NewestFirst, Place, day_begins
from signalering.services.audit._searching import asked, fits, id_wanted
from signalering.services.audit.record import record
from signalering.services.keys.groups import open_group
from signalering.services.work import Work

# More is opened in parts: a file that silently lacks its end would mislead.
LOOKED_AT_ONCE = 50_000
NAMES_AT_ONCE = 200

Opened = tuple[Place, dict[str, Any]]


def export(work: Work, command: ExportTrail) -> ExportView:
    """Every entry that the search finds, and an entry that it was taken along.

    Raises Denied, CannotOpen without the audit group's key, InvalidInput for an unknown reference
    and for more than goes into one file.
    """
    require(Permission.AUDIT_TRAIL, work.by(), None, work.clock.today())
    open_group(work, KeyGroup.AUDIT)
    wanted = id_wanted(work, command.search.wanted)
    entries = NewestFirst(work)
    found = _found(entries, command.search, wanted)
    accounts = {str(row.id): row.name for row in work.data.scalars(select(Account))}
    names = _names(work, found)
    lines = tuple(_line(place, payload, accounts, names) for place, payload in found)
    record(
        work,
        AuditAction.AUDIT_EXPORTED,
        count=len(lines),
        form=command.form.value,
        **asked(command.search, wanted),
    )
    return ExportView(lines, entries.unopened)


def _found(entries: NewestFirst, search: SearchTrail, wanted: str) -> list[Opened]:
    found: list[Opened] = []
    for looked_at, (place, payload) in enumerate(entries.since(search.to_day)):
        if search.from_day and place.at < day_begins(search.from_day):
            break
        if looked_at == LOOKED_AT_ONCE:
            raise InvalidInput("from_day", "export_too_large")
        if fits(payload, place, search, wanted):
            found.append((place, payload))
    return found


def _names(work: Work, found: list[Opened]) -> dict[str, str]:
    """Asked for in parts: a database takes so many ids in one question."""
    names: dict[str, str] = {}
    for start in range(0, len(found), NAMES_AT_ONCE):
        part = found[start : start + NAMES_AT_ONCE]
        names |= names_in(work, [payload for _, payload in part])
    return names


def _line(
    place: Place, payload: dict[str, Any], accounts: dict[str, str], names: dict[str, str]
) -> ExportLine:
    action = payload["action"]
    known = action in list(AuditAction)
    return ExportLine(
        at=place.at,
        actor_id=payload["actor"],
        actor=accounts.get(payload["actor"], ""),
        hat=payload["hat"],
        action=action,
        label=ACTIONS[AuditAction(action)].label if known else "",
        object_kind=payload["kind"],
        object_id=payload["object"],
        object_name=names.get(payload["object"], ""),
        outcome=payload["outcome"],
        purpose=payload["purpose"],
        details=dict(sorted(payload["details"].items())),
    )
