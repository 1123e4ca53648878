"""Measures for tests: a made-up wording (the real one is not ours), a yes, and answers."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from kit.cases import case_in, do, version
from kit.story import remembered
from kit.town import Town
from signalering.domain.commands.cases.close import CloseCase
from signalering.domain.commands.cases.consent import RecordConsent
from signalering.domain.commands.cases.measure import RecordMeasure
from signalering.domain.commands.cases.move import MoveCase
from signalering.domain.commands.cases.withdraw_consent import WithdrawConsent
from signalering.domain.measures import ItemAnswer, Part, Response
from signalering.domain.retention import add_months
from signalering.domain.states import CaseOutcome, CaseState, ConsentScope, ConsentWay
from signalering.services.cases.close import close
from signalering.services.cases.consent import consent
from signalering.services.cases.measure import measure
from signalering.services.cases.move import move
from signalering.services.cases.withdraw_consent import withdraw_consent

PERMISSION = "Brief van de rechthebbende, 3 maart 2026"
# In no order that could be guessed.
PARTS = {"a": "social", "b": "emotional", "c": "emotional", "d": "social", "e": "social"} | {
    "f": "emotional"
}
WORDING: dict[str, Any] = {
    "permission": PERMISSION,
    "items": [
        {"id": one, "scale": part, "nl": f"Verzonnen zin {one}.", "en": f"Made-up line {one}."}
        for one, part in PARTS.items()
    ],
}


def supplied(instance: Path, content: Any = WORDING) -> Path:
    """The municipality puts its file there."""
    file = instance / "measures" / "djg6.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(content), encoding="utf-8")
    return file


def answered(points: int, open_items: tuple[str, ...] = ()) -> dict[str, ItemAnswer]:
    """Answers to all but the open items that give this many points."""
    asked = [one for one in PARTS if one not in open_items]
    return {one: _answer(Part(PARTS[one]), number < points) for number, one in enumerate(asked)}


def _answer(part: Part, counts: bool) -> ItemAnswer:
    if part is Part.EMOTIONAL:
        return ItemAnswer.YES if counts else ItemAnswer.NO
    return ItemAnswer.NO if counts else ItemAnswer.YES


@remembered
def consented(town: Town, case_id: UUID) -> None:
    """The resident agrees to be measured."""
    do(
        town,
        lambda work: consent(
            work,
            RecordConsent(
                case_id,
                version(work, case_id),
                ConsentScope.MEASURE,
                ConsentWay.SPOKEN_TO_COORDINATOR,
                "measure-1",
            ),
        ),
    )


def recorded(
    town: Town, case_id: UUID, months: int, day: date | None = None, **answers: Any
) -> None:
    """Record a measure, today unless told otherwise; the rest as the command has it."""
    given = {"response": Response.ANSWERED} | answers
    on = day or town.clock.today()
    do(
        town,
        lambda work: measure(
            work, RecordMeasure(case_id, version(work, case_id), months, on, **given)
        ),
    )


def refused(town: Town, case_id: UUID, months: int) -> None:
    """The resident doesn't want to."""
    recorded(town, case_id, months, response=Response.REFUSED)


def after(town: Town, months: int, days: int = 0) -> None:
    """So much time passes."""
    day = add_months(town.clock.today(), months)
    passed = timedelta(days=(day - town.clock.today()).days + days)
    town.clock.move_to(town.clock.now() + passed)


@remembered
def supported(town: Town, state: CaseState = CaseState.SUPPORTED) -> UUID:
    """A case whose resident agrees to be measured."""
    case_id = case_in(town, state)
    consented(town, case_id)
    return case_id


@remembered
def moved(town: Town, case_id: UUID, to: CaseState) -> None:
    """A step of the case."""
    do(town, lambda work: move(work, MoveCase(case_id, version(work, case_id), to)))


@remembered
def withdrawn(
    town: Town, case_id: UUID, scope: ConsentScope, initiative_id: UUID | None = None
) -> None:
    """A yes is taken back."""
    way = ConsentWay.SPOKEN_TO_COORDINATOR
    do(
        town,
        lambda work: withdraw_consent(
            work,
            WithdrawConsent(
                case_id,
                version(work, case_id),
                scope,
                way,
                confirmed=True,
                initiative_id=initiative_id,
            ),
        ),
    )


@remembered
def closed(town: Town, case_id: UUID, outcome: CaseOutcome = CaseOutcome.OWN_STRENGTH) -> None:
    """The end."""
    do(town, lambda work: close(work, CloseCase(case_id, version(work, case_id), outcome)))
