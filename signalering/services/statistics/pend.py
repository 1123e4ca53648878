"""Let a fact wait under its record's key until it can be counted among others."""

import json
from uuid import UUID, uuid4

from sqlalchemy import select

from signalering.domain.clock import quarter_of
from signalering.domain.commands.statistics.pend import Fact
from signalering.domain.errors import CannotOpen
from signalering.domain.outcomes import OUTCOME_CLASS
from signalering.domain.states import CaseOutcome, StatisticsEvent
from signalering.models.statistics.fact import PendingFact
from signalering.services.sealing import open_payload
from signalering.services.work import Work
from signalering.vault.kinds import RecordKey
from signalering.vault.seals import Slot, seal_fixed

# All alike, so that a row's size tells neither event nor outcome.
FACT_SIZE = 512


def slot_of(fact_id: UUID) -> Slot:
    """Where a waiting fact is sealed."""
    return Slot("pending_fact", "sealed", fact_id, 0)


def pend(work: Work, key_id: UUID, key: RecordKey, fact: Fact) -> None:
    """Seal a fact of the running quarter under the key of the record that it is about.

    An outcome waits as one of the five classes in which it is counted. The writer's own audit
    entry covers it; whoever forgets the record's key forgets the fact.
    """
    outcome = None if fact.outcome is None else OUTCOME_CLASS[CaseOutcome(fact.outcome)].value
    payload = {
        "kind": "fact",
        "event": StatisticsEvent(fact.event).value,
        "period": quarter_of(work.clock.today()),
        "registered_in": fact.registered_in,
        "area": fact.area,
        "age_band": fact.age_band,
        "reporter_group": fact.reporter_group,
        "pillar": fact.pillar,
        "outcome": outcome,
        "change": fact.change,
        "days": fact.days,
    }
    fact_id = uuid4()
    sealed = seal_fixed(key, slot_of(fact_id), json.dumps(payload, sort_keys=True), FACT_SIZE)
    work.data.add(PendingFact(id=fact_id, key_id=key_id, sealed=sealed))


def take_back(work: Work, key_id: UUID, key: RecordKey, event: StatisticsEvent) -> bool:
    """Drop a record's facts of this event that still wait; whether there was one.

    What was moved is counted, and stays so.
    """
    found = False
    for fact in work.data.scalars(select(PendingFact).where(PendingFact.key_id == key_id)):
        try:
            payload = open_payload(key, slot_of(fact.id), fact.sealed)
        except CannotOpen:  # damaged: it is dropped when facts are moved
            continue
        if payload.get("event") == event:
            work.data.delete(fact)
            found = True
    return found
