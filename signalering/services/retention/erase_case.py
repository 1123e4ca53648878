"""Erase one case before its time: its keys first, its rows after, a tombstone for each key."""

from contextlib import suppress

from sqlalchemy import select

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.backups import BackupKind, lapses_on
from signalering.domain.errors import CannotOpen, KeysNeeded, NotAllowedNow, NotFound
from signalering.domain.references import to_the_letter
from signalering.domain.views.retention.erase_case import Declaration
from signalering.models.cases.case import Case
from signalering.services.audit.record import record
from signalering.services.cases.entries import case_entries, case_key
from signalering.services.cases.finding import name_of
from signalering.services.cases.telling import end_talk
from signalering.services.retention._taking import take_case_down
from signalering.services.retention.holding import is_held
from signalering.services.work import Work


def erase_case(work: Work, reference: str) -> Declaration:
    """Erase a case with everything that hangs on it; gives what the declaration says.

    Nothing need open for it; where its entries do, the talk with the reporter ends. Broken off
    between the two commits, the words are shut for good already, and doing it again finishes. What
    the signal's own seal says of the case points to nothing from then on. Raises Denied, NotFound,
    NotAllowedNow (a hold runs).
    """
    today = work.clock.today()
    require(Permission.CASEWORK, work.by(), None, today)
    # Held: sealing it again at this moment would leave its words under a key that nobody erased.
    case = work.data.scalar(
        select(Case)
        .where(Case.reference == to_the_letter(reference))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if case is None:
        raise NotFound
    if is_held(work, case, today):
        raise NotAllowedNow("case_on_hold")
    _end_talk(work, case)
    case_id, said = case.id, case.reference
    keys, gone = take_case_down(work, case_id)
    until = lapses_on(BackupKind.DATA, today)
    record(
        work, AuditAction.CASE_ERASED, case_id, count=sum(gone.values()), until=until.isoformat()
    )
    return Declaration(
        reference=said,
        erased_on=today,
        by=name_of(work, work.by().account_id),
        keys=len(keys),
        rows=tuple(sorted(gone.items())),
        keystore_until=lapses_on(BackupKind.KEYSTORE, today),
        data_until=until,
    )


def _end_talk(work: Work, case: Case) -> None:
    """No reporter is left writing about somebody to nobody. What doesn't open stops no erasing."""
    with suppress(CannotOpen, KeysNeeded):
        entries = case_entries(work, case, case_key(work, case))
        if entries:
            end_talk(work, entries)
