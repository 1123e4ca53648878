"""What became of referrals without their coordinator: left in codes, taken into the case later."""

from collections.abc import Collection, Iterable, Iterator
from uuid import UUID

from sqlalchemy import Select, func, select

from signalering.domain.lifecycles import ReceiverSaid
from signalering.domain.states import Attendance, ReferralState, StatisticsEvent
from signalering.domain.views.referrals.answer import AnswerView
from signalering.models.cases.case import Case
from signalering.models.directory.initiative import Initiative
from signalering.models.referrals.answer import ReferralAnswer
from signalering.models.referrals.referral import Referral
from signalering.services.cases.entries import Entries, Payload, add_case_entry
from signalering.services.cases.facts import count
from signalering.services.signals.come_back import tell
from signalering.services.work import Work
from signalering.vault.kinds import RecordKey

# In their order: a step says that those before it were taken too.
FACT_OF_STEP: dict[str, StatisticsEvent] = {
    ReferralState.ACCEPTED.value: StatisticsEvent.REFERRED,
    Attendance.FIRST.value: StatisticsEvent.ATTENDED_FIRST,
    Attendance.THIRD.value: StatisticsEvent.ATTENDED_THIRD,
    Attendance.STILL.value: StatisticsEvent.STILL_ATTENDING,
}
_STEPS = list(FACT_OF_STEP)


def leave(work: Work, referral: Referral, said: ReceiverSaid, reason: str | None = None) -> None:
    """Lay an answer down for the case's keeper, who hears that something waits.

    The caller has changed the referral's row, which keeps others from taking the same number.
    """
    last = work.data.scalar(
        select(func.max(ReferralAnswer.number)).where(ReferralAnswer.referral_id == referral.id)
    )
    work.data.add(
        ReferralAnswer(
            referral_id=referral.id,
            number=(last or 0) + 1,
            said=said.value,
            reason=reason,
            said_on=work.clock.today(),
        )
    )
    work.data.flush()
    tell(work, work.data.scalar(select(Case.owner_id).where(Case.id == referral.case_id)))


def waits(work: Work, referral: Referral, said: ReceiverSaid) -> bool:
    """Whether this very answer was left and nobody has taken it in yet."""
    query = select(ReferralAnswer.number).where(
        ReferralAnswer.referral_id == referral.id, ReferralAnswer.said == said.value
    )
    return work.data.scalar(query.limit(1)) is not None


def waiting(work: Work, case_id: UUID) -> tuple[AnswerView, ...]:
    """What nobody has taken in yet, referral by referral, in the order in which it was said."""
    rows = work.data.execute(
        select(ReferralAnswer, Initiative.name)
        .join(Referral, Referral.id == ReferralAnswer.referral_id)
        .join(Initiative, Initiative.id == Referral.initiative_id)
        .where(Referral.case_id == case_id)
        .order_by(Initiative.name, Referral.id, ReferralAnswer.number)
    )
    return tuple(AnswerView(name, row.said, row.reason or "", row.said_on) for row, name in rows)


def cases_with_news(work: Work, case_ids: Iterable[UUID]) -> frozenset[UUID]:
    """Which of these cases have answers that nobody has taken in yet."""
    rows = work.data.scalars(
        select(Referral.case_id)
        .join(ReferralAnswer, ReferralAnswer.referral_id == Referral.id)
        .where(Referral.case_id.in_(list(case_ids)))
        .distinct()
    )
    return frozenset(rows)


def cases_with_answers_of(keeper_ids: Collection[UUID]) -> Select[UUID | None]:
    """The same of all cases of these keepers, as a part of another query."""
    return (
        select(Referral.case_id)
        .join(ReferralAnswer, ReferralAnswer.referral_id == Referral.id)
        .join(Case, Case.id == Referral.case_id)
        .where(Case.owner_id.in_(keeper_ids))
    )


def payloads(work: Work, case_id: UUID) -> list[Payload]:
    """The same as entries of the timeline, the earliest first."""
    return [_payload(answer, referral) for answer, referral in _rows(work, case_id)]


def write_in(work: Work, case: Case, key: RecordKey, entries: Entries) -> Entries:
    """Write every answer into the timeline, count what it stands for, and give it with them.

    The caller has changed the case's row. Whoever is about to write about a referral does this
    first: what was said earlier stands above it.
    """
    there = list(entries)
    for answer, referral in _rows(work, case.id):
        payload = _payload(answer, referral)
        number = add_case_entry(work, case, key, payload)
        count_step(work, case, key, there, referral, answer.said)
        there.append((number, payload))
        work.data.delete(answer)
    work.data.flush()
    return there


def count_step(
    work: Work, case: Case, key: RecordKey, entries: Entries, referral: Referral, step: str
) -> None:
    """Let the facts wait that a state or a step of taking part stands for, if it does for any.

    People are counted: each step once a case, whichever referral took it first, and one that was
    passed over along with the later one. `entries` are those from before the step.
    """
    if step not in _STEPS:
        return
    taken = max((_STEPS.index(one) for one in _steps(entries)), default=-1)
    for one in _STEPS[taken + 1 : _STEPS.index(step) + 1]:
        pillar = work.data.get_one(Initiative, referral.initiative_id).pillar
        count(work, case, key, entries, FACT_OF_STEP[one], pillar=pillar)


def pillar_of_last(work: Work, entries: Entries) -> str | None:
    """The pillar of the referral that was accepted last; None without one, or outside pillars."""
    accepted = [
        payload["initiative"]
        for _, payload in entries
        if ReferralState.ACCEPTED.value in _said(payload)
    ]
    found = work.data.get(Initiative, UUID(accepted[-1])) if accepted else None
    return found.pillar if found is not None else None


def _steps(entries: Entries) -> Iterator[str]:
    for _, payload in entries:
        yield from (one for one in _said(payload) if one in _STEPS)


def _said(payload: Payload) -> tuple[str | None, ...]:
    if payload["kind"] != "referral":
        return ()
    return payload.get("to"), payload.get("said"), payload.get("attendance")


def _rows(work: Work, case_id: UUID) -> list[tuple[ReferralAnswer, Referral]]:
    query = (
        select(ReferralAnswer, Referral)
        .join(Referral, Referral.id == ReferralAnswer.referral_id)
        .where(Referral.case_id == case_id)
        .order_by(ReferralAnswer.said_on, Referral.id, ReferralAnswer.number)
    )
    return [(answer, referral) for answer, referral in work.data.execute(query)]


def _payload(answer: ReferralAnswer, referral: Referral) -> Payload:
    return {
        "kind": "referral",
        "referral": str(referral.id),
        "initiative": str(referral.initiative_id),
        "said": answer.said,
        "said_on": answer.said_on.isoformat(),
        "reason": answer.reason,
    }
