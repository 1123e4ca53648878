"""Contact details of cases, opened into this process's memory for one session's searches.

Those of live cases are kept per session, so that nobody searches with what somebody else opened;
swept within a minute after the session ended or locked, whichever process it ended in.
"""

import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import Select, func, select

from signalering.domain.errors import CannotOpen
from signalering.domain.finding import fold
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.states import CaseState
from signalering.models.accounts.session import LogInSession
from signalering.models.cases.case import Case
from signalering.models.signals.contact import ContactDetails
from signalering.services.cases._index import Index, Known
from signalering.services.cases.contact import contact_slot
from signalering.services.opening import AT_ONCE, open_keys
from signalering.services.sealing import open_payload
from signalering.services.work import House, Work, open_work
from signalering.vault.wraps import Purpose

SWEEP_EVERY = 30.0
READ_AGAIN = timedelta(minutes=1)
WATCH = "details of live cases"
# Plain columns, not the mapped ones: thousands of rows come without the mapper's share of time.
DETAILS, CASES = ContactDetails.__table__.c, Case.__table__.c

log = structlog.get_logger()


@dataclass(frozen=True)
class Kept:
    """What one session has opened, and how many there were to open."""

    read_at: datetime
    counted: tuple[int, int]
    index: Index = field(repr=False)


_kept: dict[bytes, Kept] = {}
_watches: set[str] = set()
_lock = threading.Lock()


def details_of_live_cases(work: Work) -> Index:
    """All of them as they stand now; only what this session hasn't opened yet is opened.

    Raises CannotOpen without a grant.
    """
    kept = _kept.get(work.opened.session)
    counted = _counted(work)
    now = work.clock.now()
    if kept and kept.counted == counted and now - kept.read_at < READ_AGAIN:
        return kept.index
    before = kept.index.known if kept else {}
    live = _live(work) if before else ()
    known = {one: before[one] for one in live if one in before}
    known |= _opened(work, [one for one in live if one not in before] if before else None)
    index = Index(known)
    if work.opened.session:
        with _lock:
            _kept[work.opened.session] = Kept(now, counted, index)
        _watch(work.house)
    return index


def details_of_closed_cases(work: Work) -> Index:
    """Opened for one search and kept by nobody: what ended is asked for seldom.

    Raises CannotOpen without a grant.
    """
    return Index(_opened(work, None, closed=True))


def _counted(work: Work) -> tuple[int, int]:
    """What tells cheaply that something came or went; the rest is noticed within a minute."""
    there = work.data.scalar(select(func.count(ContactDetails.case_id)))
    closed = work.data.scalar(
        select(func.count()).select_from(Case).where(Case.state == CaseState.CLOSED.value)
    )
    return there or 0, closed or 0


def _live(work: Work) -> Sequence[UUID]:
    return work.data.scalars(_of_cases(DETAILS.id)).all()


def _of_cases(*columns: Any, closed: bool = False) -> Select[Any]:
    state = CASES.state == CaseState.CLOSED.value
    return (
        select(*columns)
        .join(Case.__table__, CASES.id == DETAILS.case_id)
        .where(state if closed else ~state)
    )


def _opened(
    work: Work, missing: Sequence[UUID] | None, *, closed: bool = False
) -> Mapping[UUID, Known]:
    """These, or all; a forgotten or damaged one hides no other."""
    query = _of_cases(DETAILS.id, DETAILS.key_id, DETAILS.sealed, closed=closed)
    if missing is not None and len(missing) <= AT_ONCE:
        query = query.where(DETAILS.id.in_(missing))
    rows = work.data.execute(query).all()
    keys = dict(open_keys(work, KeyGroup.CASEWORK, Purpose.CONTACT, [row[1] for row in rows]))
    known = {}
    for contact_id, key_id, sealed in rows:
        key = keys.get(key_id)
        if key is None:
            continue
        try:
            payload = open_payload(key, contact_slot(contact_id), sealed)
        except CannotOpen:
            continue
        name, *others = (payload.get(one) or "" for one in ("name", "phone", "email", "address"))
        known[contact_id] = Known(fold(name), *others)
    return known


def sweep(house: House) -> int:
    """Forget the details of sessions that ended or locked; gives how many went."""
    with _lock:
        kept = list(_kept)
    if not kept:
        return 0
    with open_work(house, writes=False) as work:
        alive = set(
            work.data.scalars(
                select(LogInSession.find_hash).where(
                    LogInSession.find_hash.in_(kept),
                    LogInSession.keys_sealed.is_not(None),
                    LogInSession.expires_at > work.clock.now(),
                )
            )
        )
    with _lock:
        gone = [session for session in kept if session not in alive]
        for session in gone:
            _kept.pop(session, None)
    return len(gone)


def forget_all() -> None:
    """Forget everything that this process keeps."""
    with _lock:
        _kept.clear()


def _watch(house: House) -> None:
    """Let one thread of this process sweep for as long as anything is kept."""
    with _lock:
        if WATCH in _watches:
            return
        _watches.add(WATCH)
        threading.Thread(target=_sweep_on, args=(house,), name=WATCH, daemon=True).start()


def _sweep_on(house: House) -> None:
    while True:
        time.sleep(SWEEP_EVERY)
        try:
            sweep(house)
        except Exception as error:  # who can't ask whether a session lives forgets its details
            forget_all()
            log.error("details_not_swept", kind=type(error).__name__)
        # Decided under the lock: who keeps details at this moment finds this watch, or starts one.
        with _lock:
            if not _kept:
                _watches.discard(WATCH)
                return
