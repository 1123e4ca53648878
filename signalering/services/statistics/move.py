"""Move facts that wait sealed to where they are counted: once a month, all at once, shuffled."""

import random
from collections.abc import Iterable, Iterator
from uuid import UUID, uuid4

from sqlalchemy import delete, insert, select
from sqlalchemy.exc import IntegrityError

from signalering.domain.audit_actions import AuditAction
from signalering.domain.clock import month_of, quarter_of
from signalering.domain.commands.statistics.pend import Fact
from signalering.domain.errors import CannotOpen
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.outcomes import OutcomeClass
from signalering.domain.states import ChangeClass, StatisticsEvent
from signalering.models.cases.case import Case
from signalering.models.keys.group import Wrap
from signalering.models.statistics.fact import FactMove, PendingFact, StatFact
from signalering.models.statistics.release import Release
from signalering.services.audit.record import record
from signalering.services.keys.groups import is_member
from signalering.services.sealing import open_key, open_payload
from signalering.services.statistics._plan_rows import hold_years
from signalering.services.statistics.pend import slot_of
from signalering.services.work import Work
from signalering.vault.kinds import RecordKey
from signalering.vault.wraps import Purpose

Row = dict[str, object]
AT_ONCE = 500


def move_waiting(work: Work) -> int:
    """Move all that wait, as the first coordinator of a new month; gives how many were counted.

    Does nothing in other hats, and next to nothing when the month's move is done. A fact whose
    record's key is gone is dropped with it. One that opens only under another epoch waits on, and
    so does one of a case whose resident asked that nothing is done with it; GDPR article 18(2).
    """
    month = month_of(work.clock.today())
    if work.data.get(FactMove, month) is not None or not is_member(work, KeyGroup.CASEWORK):
        return 0
    try:
        with work.data.begin_nested():
            work.data.add(FactMove(month=month))
            work.data.flush()
    except IntegrityError:  # a colleague logged in at this very moment
        return 0
    hold_years(work)
    rows, done = _opened(work)
    # The order of insertion must not be the order in which things happened.
    random.SystemRandom().shuffle(rows)
    if rows:
        work.data.execute(insert(StatFact), rows)
    for start in range(0, len(done), AT_ONCE):
        ids = done[start : start + AT_ONCE]
        work.data.execute(delete(PendingFact).where(PendingFact.id.in_(ids)))
    # How many there were is finer than any figure may be.
    record(work, AuditAction.FACTS_MOVED, period=quarter_of(work.clock.today()))
    return len(rows)


def _opened(work: Work) -> tuple[list[Row], list[UUID]]:
    """The rows to count, and the waiting facts that are done with."""
    released = set(work.data.scalars(select(Release.period)))
    running = quarter_of(work.clock.today())
    keys: dict[UUID, RecordKey | None] = dict.fromkeys(_lying_still(work))
    rows: list[Row] = []
    done: list[UUID] = []
    for fact in work.data.scalars(select(PendingFact).order_by(PendingFact.id)):
        if work.keys.get(Wrap, (fact.key_id, KeyGroup.CASEWORK)) is None:
            done.append(fact.id)
            continue
        if fact.key_id not in keys:
            keys[fact.key_id] = _key(work, fact.key_id)
        key = keys[fact.key_id]
        if key is None:
            continue
        done.append(fact.id)
        rows += _row(key, fact, released, running)
    return rows, done


def _lying_still(work: Work) -> Iterable[UUID]:
    """Keys of cases with which nothing is done."""
    return work.data.scalars(select(Case.key_id).where(Case.restricted))


def _key(work: Work, key_id: UUID) -> RecordKey | None:
    for purpose in (Purpose.CASE, Purpose.TRIAGE):
        try:
            return open_key(work, KeyGroup.CASEWORK, purpose, key_id)
        except CannotOpen:
            continue
    return None


def _row(key: RecordKey, fact: PendingFact, released: set[str], running: str) -> Iterator[Row]:
    """What will be counted of it; nothing of one that somebody damaged or planted."""
    try:
        payload = open_payload(key, slot_of(fact.id), fact.sealed)
        known = Fact(
            event=StatisticsEvent(payload["event"]),
            registered_in=payload["registered_in"],
            area=payload["area"],
            age_band=payload["age_band"],
            reporter_group=payload["reporter_group"],
            pillar=payload["pillar"],
            change=ChangeClass(payload["change"]) if payload["change"] else None,
            # What has waited since before it was kept says nothing of it.
            days=payload.get("days"),
        )
        outcome = OutcomeClass(payload["outcome"]).value if payload["outcome"] else None
        period = str(payload["period"])
    except (CannotOpen, KeyError, ValueError):
        return
    frozen = {period, period[:4], f"{period[:4]}H{1 if period[-1] in '12' else 2}"}
    yield {
        "id": uuid4(),
        "event": known.event,
        "period": running if frozen & released else period,
        "registered_in": known.registered_in,
        "area": known.area,
        "age_band": known.age_band,
        "reporter_group": known.reporter_group,
        "pillar": known.pillar,
        "outcome": outcome,
        "change": known.change,
        "days": known.days,
    }
