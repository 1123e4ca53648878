"""What became of referrals without their coordinator: left in codes, taken into the case later."""

from collections.abc import Iterable
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

FACT_OF_STEP: dict[str, StatisticsEvent] = {
    ReferralState.ACCEPTED.value: StatisticsEvent.REFERRED,
    Attendance.FIRST.value: StatisticsEvent.ATTENDED_FIRST,
    Attendance.THIRD.value: StatisticsEvent.ATTENDED_THIRD,
    Attendance.STILL.value: StatisticsEvent.STILL_ATTENDING,
}


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


def cases_with_answers_of(keeper_id: UUID) -> Select[UUID | None]:
    """The same of all cases of one keeper, as a part of another query."""
    return (
        select(Referral.case_id)
        .join(ReferralAnswer, ReferralAnswer.referral_id == Referral.id)
        .join(Case, Case.id == Referral.case_id)
        .where(Case.owner_id == keeper_id)
    )


def payloads(work: Work, case_id: UUID) -> list[Payload]:
    """The same as entries of the timeline, the earliest first."""
    return [_payload(answer, referral) for answer, referral in _rows(work, case_id)]


def write_in(work: Work, case: Case, key: RecordKey, entries: Entries) -> None:
    """Write every answer into the timeline, and count what it stands for.

    The caller has changed the case's row. Whoever is about to write about a referral does this
    first: what was said earlier stands above it.
    """
    for answer, referral in _rows(work, case.id):
        add_case_entry(work, case, key, _payload(answer, referral))
        count_step(work, case, key, entries, referral, answer.said)
        work.data.delete(answer)
    work.data.flush()


def count_step(
    work: Work, case: Case, key: RecordKey, entries: Entries, referral: Referral, step: str
) -> None:
    """Let the fact wait that a state or a step of taking part stands for, if it stands for one."""
    event = FACT_OF_STEP.get(step)
    if event is not None:
        pillar = work.data.get_one(Initiative, referral.initiative_id).pillar
        count(work, case, key, entries, event, pillar=pillar)


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
