"""Names of live cases, opened into this process's memory for one session's searches.

Kept per session, so that nobody searches with what somebody else opened; swept within a minute
after the session ended or locked, whichever process it ended in.
"""

import re
import threading
import time
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import Select, func, select

from signalering.domain.errors import CannotOpen
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.states import CaseState
from signalering.models.accounts.session import LogInSession
from signalering.models.cases.case import Case
from signalering.models.signals.contact import ContactDetails
from signalering.services.cases.contact import contact_slot
from signalering.services.opening import AT_ONCE, open_keys
from signalering.services.sealing import open_payload
from signalering.services.work import House, Work, open_work
from signalering.vault.wraps import Purpose

SWEEP_EVERY = 30.0
READ_AGAIN = timedelta(minutes=1)
WORDS = re.compile(r"[^\W_]+")
WATCH = "names of live cases"
# Plain columns, not the mapped ones: thousands of rows come without the mapper's share of time.
DETAILS, CASES = ContactDetails.__table__.c, Case.__table__.c

log = structlog.get_logger()


@dataclass(frozen=True)
class Names:
    """What one session has opened: the details in which each word of a name stands."""

    read_at: datetime
    counted: tuple[int, int]
    folded: Mapping[UUID, str] = field(repr=False)
    standing: Mapping[str, Sequence[UUID]] = field(repr=False)


_kept: dict[bytes, Names] = {}
_watches: set[str] = set()
_lock = threading.Lock()


def fold(name: str) -> str:
    """As names are compared: no accents, no case, no signs between the words."""
    if not name.isascii():
        plain = unicodedata.normalize("NFKD", name)
        name = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(WORDS.findall(name.casefold()))


def names_of_live_cases(work: Work) -> Names:
    """All of them as they stand now; only what this session hasn't opened yet is opened.

    Raises CannotOpen without a grant.
    """
    known = _kept.get(work.opened.session)
    counted = _counted(work)
    now = work.clock.now()
    if known and known.counted == counted and now - known.read_at < READ_AGAIN:
        return known
    before = known.folded if known else {}
    live = _live(work) if before else ()
    folded = {one: before[one] for one in live if one in before}
    folded |= _opened(work, [one for one in live if one not in before] if before else None)
    standing = defaultdict(list)
    for contact_id, name in folded.items():
        for word in set(name.split()):
            standing[word].append(contact_id)
    names = Names(now, counted, folded, standing)
    if work.opened.session:
        with _lock:
            _kept[work.opened.session] = names
        _watch(work.house)
    return names


def _counted(work: Work) -> tuple[int, int]:
    """What tells cheaply that something came or went; the rest is noticed within a minute."""
    there = work.data.scalar(select(func.count(ContactDetails.case_id)))
    closed = work.data.scalar(
        select(func.count()).select_from(Case).where(Case.state == CaseState.CLOSED.value)
    )
    return there or 0, closed or 0


def _live(work: Work) -> Sequence[UUID]:
    return work.data.scalars(_of_live_cases(DETAILS.id)).all()


def _of_live_cases(*columns: Any) -> Select[Any]:
    return (
        select(*columns)
        .join(Case.__table__, CASES.id == DETAILS.case_id)
        .where(CASES.state != CaseState.CLOSED.value)
    )


def _opened(work: Work, missing: Sequence[UUID] | None) -> dict[UUID, str]:
    """These, or all; a forgotten or damaged one hides no other."""
    query = _of_live_cases(DETAILS.id, DETAILS.key_id, DETAILS.sealed)
    if missing is not None and len(missing) <= AT_ONCE:
        query = query.where(DETAILS.id.in_(missing))
    rows = work.data.execute(query).all()
    keys = dict(open_keys(work, KeyGroup.CASEWORK, Purpose.CONTACT, [row[1] for row in rows]))
    names = {}
    for contact_id, key_id, sealed in rows:
        key = keys.get(key_id)
        if key is None:
            continue
        try:
            payload = open_payload(key, contact_slot(contact_id), sealed)
        except CannotOpen:
            continue
        names[contact_id] = fold(payload.get("name") or "")
    return names


def sweep(house: House) -> int:
    """Forget the names of sessions that ended or locked; gives how many went."""
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
    """Forget every name that this process keeps."""
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
        except Exception as error:  # who can't ask whether a session lives forgets its names
            log.error("names_not_swept", kind=type(error).__name__)
            forget_all()
        # Decided under the lock: who keeps names at this moment finds this watch, or starts one.
        with _lock:
            if not _kept:
                _watches.discard(WATCH)
                return
