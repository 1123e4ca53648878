"""Signals by the dozen and facts for tests of figures."""

import os
from collections.abc import Iterable
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from kit.town import Town
from signalering.domain.commands.statistics.pend import Fact
from signalering.domain.states import CaseOutcome, SignalState, StatisticsEvent
from signalering.models.signals.signal import Signal
from signalering.services.sealing import new_key
from signalering.services.statistics.move import move_waiting
from signalering.services.statistics.pend import pend
from signalering.services.statistics.release import release_due
from signalering.vault.wraps import Purpose

AREAS = ("naaldwijk", "s-gravenzande", "wateringen", "de-lier", "monster", "poeldijk")
AGES = ("18-34", "35-64", "65-74", "75+")
GROUPS = ("care", "housing", "community")


def signals(
    town: Town, day: date, count: int, *, state: str = SignalState.NOTED, codes: int = 0
) -> None:
    """So many signals registered on a day, spread over areas, ages and groups."""
    with town.committed() as work:
        for index in range(codes, codes + count):
            signal = Signal(
                reference=uuid4().hex[:9].upper(),
                state=state,
                registered_on=day,
                area=AREAS[index % len(AREAS)],
                age_band=AGES[index % len(AGES)],
                reporter_group=GROUPS[index % len(GROUPS)],
                lives_with="alone",
                duration="months",
                loneliness="social",
                main_wish="encounters",
                request="none",
                contact_answer="no",
                reporter_tag=os.urandom(16),
                thread_key_id=uuid4(),
                triage_key_id=uuid4(),
            )
            work.data.add(signal)


def a_fact(event: StatisticsEvent, outcome: CaseOutcome | None = None, **changes: str) -> Fact:
    """A fact about a made-up resident of 2026."""
    codes = {
        "registered_in": "2026Q4",
        "area": "de-lier",
        "age_band": "75+",
        "reporter_group": "care",
        **changes,
    }
    return Fact(event=event, outcome=outcome, **codes)


def pended(town: Town, facts: Iterable[Fact], purpose: str = Purpose.CASE) -> UUID:
    """These facts wait under the key of one record; gives the key's id."""
    with town.committed("coordinator") as work:
        key_id, key = new_key(work, "casework", purpose)
        for fact in facts:
            pend(work, key_id, key, fact)
    return key_id


def at(town: Town, year: int, month: int, day: int) -> None:
    """Move the town's clock to a morning."""
    town.clock.move_to(datetime(year, month, day, 9, 0, tzinfo=UTC))


def settled(town: Town) -> list[str]:
    """A coordinator logs in and facts move; then all that is due is released, in order."""
    with town.committed("coordinator") as work:
        move_waiting(work)
    return list(release_due(town.house).periods)
