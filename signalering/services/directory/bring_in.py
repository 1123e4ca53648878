"""Bring in a file of another directory: first looked through, then all of it at once or nothing."""

import json
import zlib
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import delete

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.directory.bring_in import ConfirmDirectory, UploadDirectory
from signalering.domain.drafts import Drafts, as_json, of_json
from signalering.domain.errors import Conflict, InvalidInput, NotFound
from signalering.domain.hsds import MOST_FAULTS
from signalering.domain.views.directory.bring_in import BringLine, BringView
from signalering.models.directory.imports import DirectoryImport
from signalering.services.audit.record import record
from signalering.services.directory._applying import apply
from signalering.services.directory._hsds_draft import FIRST_DAY, drafts_of
from signalering.services.directory._matching import Matched, Step, match
from signalering.services.directory._writing import require_editor
from signalering.services.work import Work

LASTS = timedelta(hours=2)
MOST_LINES = 200


def upload(work: Work, command: UploadDirectory) -> None:
    """Read the file and keep what it tells, in the place of one that waits.

    Raises Denied, InvalidInput.
    """
    require_editor(work)
    today = work.clock.today()
    if command.assured_on is not None and not FIRST_DAY <= command.assured_on <= today:
        raise InvalidInput("assured_on", "hsds_day_ahead")
    drafts = drafts_of(command.content, today)
    kept = {
        "drafts": as_json(drafts),
        "assured_on": command.assured_on.isoformat() if command.assured_on else None,
    }
    content = zlib.compress(json.dumps(kept, default=str).encode(), 6)
    forget(work)
    work.data.add(
        DirectoryImport(
            account_id=work.by().account_id,
            content=content,
            expires_at=work.clock.now() + LASTS,
        )
    )
    work.data.flush()


def waiting(work: Work) -> BringView | None:
    """What the file that waits would do now; None when none waits. Raises Denied."""
    require_editor(work)
    found = _kept(work)
    if found is None:
        return None
    drafts, fallback = found
    return _view(drafts, match(work, drafts, fallback))


def bring_in(work: Work, command: ConfirmDirectory) -> None:
    """Carry it out, in one transaction. Offers that the file doesn't have stay as they are.

    Raises Denied, NotFound when nothing waits any more, InvalidInput when faults were not agreed
    to, and Conflict when the directory has changed since it was looked through.
    """
    require_editor(work)
    found = _kept(work)
    if found is None:
        raise NotFound("import_gone")
    drafts, fallback = found
    plan = match(work, drafts, fallback)
    view = _view(drafts, plan)
    if view.seen != command.seen:
        raise Conflict
    if view.left_out and not command.without:
        raise InvalidInput("without", "import_without")
    apply(work, plan)
    forget(work)
    record(
        work,
        AuditAction.DIRECTORY_BROUGHT_IN,
        added=str(view.count_added),
        changed=str(view.count_changed),
        left_out=str(view.left_out),
    )


def forget(work: Work) -> None:
    """The file that waits is not wanted any more. Raises Denied."""
    require_editor(work)
    _delete(work, work.by().account_id)


def sweep(work: Work) -> None:
    """Delete what nobody said yes to in time."""
    work.data.execute(delete(DirectoryImport).where(DirectoryImport.expires_at <= work.clock.now()))


def _delete(work: Work, account_id: UUID) -> None:
    work.data.execute(delete(DirectoryImport).where(DirectoryImport.account_id == account_id))


def _kept(work: Work) -> tuple[Drafts, date | None] | None:
    row = work.data.get(DirectoryImport, work.by().account_id, populate_existing=True)
    if row is None or row.expires_at <= work.clock.now():
        return None
    kept = json.loads(zlib.decompress(row.content))
    day = kept["assured_on"]
    return of_json(kept["drafts"]), date.fromisoformat(day) if day else None


def _view(drafts: Drafts, plan: Matched) -> BringView:
    added = [one for one in plan.offers if one.new]
    changed = [one for one in plan.offers if not one.new and one.writes]
    return BringView(
        read=drafts.read,
        added=tuple(map(_line, added[:MOST_LINES])),
        changed=tuple(map(_line, changed[:MOST_LINES])),
        faults=(*drafts.faults, *plan.faults)[:MOST_FAULTS],
        count_added=len(added),
        count_changed=len(changed),
        count_same=len(plan.offers) - len(added) - len(changed),
        left_out=drafts.left_out + len(plan.faults),
        organisations=sum(one.new for one in plan.organisations),
        places=sum(one.new for one in plan.places),
        seen=plan.seen(),
    )


def _line(step: Step) -> BringLine:
    row = step.draft.row if step.draft else 0
    fields = () if step.new else step.fields
    return BringLine(row, step.name, step.organisation, fields)
