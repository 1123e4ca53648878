"""What to do next in a case: computed from where it stands, never stored."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from signalering.domain.contact_protocol import Advice, Proposal
from signalering.domain.flows.case import SEEKING
from signalering.domain.lifecycles import CaseDeadline, TaskKind
from signalering.domain.moments import START, Moment, is_settled
from signalering.domain.states import CaseState, ReferralState
from signalering.domain.views.cases.rights import RightsView
from signalering.domain.views.cases.show import CaseHead, NextStep
from signalering.domain.views.cases.tasks import TaskView
from signalering.domain.views.referrals.advance import ReferralView

# What a referral in each of these states waits for.
_OF_REFERRAL: dict[ReferralState, str] = {
    ReferralState.PROPOSED: "ask_consent",
    ReferralState.CONSENTED: "send_referral",
    ReferralState.SENT: "await_answer",
    ReferralState.ACCEPTED: "see_start",
    ReferralState.WAITING_LIST: "ask_for_place",
    ReferralState.STARTED: "ask_attendance",
    ReferralState.EXPIRED: "expired_referral",
}
# Only while no other one led anywhere is one that expired still to be asked about.
_NOTHING = frozenset(
    {
        ReferralState.EXPIRED,
        ReferralState.DECLINED,
        ReferralState.NOT_STARTED,
        ReferralState.REVOKED,
    }
)


@dataclass(frozen=True)
class Situation:
    """What the steps are computed from."""

    head: CaseHead
    today: date
    has_details: bool
    withdrawn: bool
    has_consent: bool
    proposal: Proposal
    referrals: tuple[ReferralView, ...]
    # By referral: the day on which to ask after a warm handover.
    follow_ups: Mapping[UUID, date]
    # Moments of which a measure, or why there is none, is recorded; and those that are left.
    recorded: frozenset[int]
    moments: tuple[Moment, ...]
    # What is planned and open, by day and time.
    tasks: tuple[TaskView, ...]
    rights: RightsView = field(default_factory=RightsView)


def next_steps(now: Situation) -> tuple[NextStep, ...]:
    """The most pressing first; in a closed case the feedback, one in a case that rests. What the

    law asks runs on in a rest, and after the end.
    """
    rights = _rights(now)
    if now.head.state == CaseState.CLOSED:
        waits = now.head.deadline_kind == CaseDeadline.FEEDBACK
        return (*((_due(now, "give_feedback"),) if waits else ()), *rights)
    if now.rights.restricted:
        return (_due(now, "restricted"), *rights)
    if now.head.paused_until is not None:
        # A rest silences our own clocks; those that the law sets run on.
        return (NextStep("paused", due=now.head.paused_until), *rights)
    return (*(r for r in rights if r.overdue), *_steps(now), *(r for r in rights if not r.overdue))


def _rights(now: Situation) -> tuple[NextStep, ...]:
    """What the resident must know or hear, by when."""
    found = [
        NextStep(
            "answer_request",
            due=one.due,
            overdue=one.overdue,
            number=one.number,
            right=one.right,
        )
        for one in now.rights.waiting
    ]
    if now.rights.inform_by is not None:
        due, late = now.rights.inform_by, now.rights.inform_overdue
        found.append(NextStep("inform", due=due, overdue=late))
    return tuple(found)


def is_given_up(now: Situation) -> bool:
    """Whether the protocol says that the resident can't be reached."""
    seeking = CaseState(now.head.state) in SEEKING and not now.withdrawn
    return seeking and now.proposal.advice is Advice.NOT_REACHED


def _steps(now: Situation) -> Iterator[NextStep]:
    state = CaseState(now.head.state)
    if now.withdrawn:
        yield _due(now, "close_declined")
        yield from _tasks(now)
        return
    yield from _appointments(now)
    yield from _tasks(now)
    if state in SEEKING:
        yield _seek(now)
        if not now.has_details:
            yield NextStep("details_missing")
        return
    yield from _handovers(now)
    yield from _referrals(now)
    if state is CaseState.IN_CONVERSATION and not any(r.unfinished for r in now.referrals):
        yield NextStep("propose_referral")
    if state is CaseState.AFTERCARE:
        yield from _aftercare(now)
    else:
        if not now.follow_ups:
            yield _due(now, "follow_up")
        yield from _measures(now)
    if now.has_details and not now.has_consent:
        yield NextStep("record_consent")


def _appointments(now: Situation) -> Iterator[NextStep]:
    """Those of today by their time, then those that are over and of which nothing is said."""
    found = [one for one in now.tasks if one.is_due and one.kind == TaskKind.APPOINTMENT]
    yield from (NextStep("appointment", task=one) for one in found if not one.overdue)
    yield from (_planned("appointment_late", one) for one in found if one.overdue)


def _tasks(now: Situation) -> Iterator[NextStep]:
    """Tasks and reminders whose day has come."""
    for one in now.tasks:
        if one.is_due and one.kind != TaskKind.APPOINTMENT:
            yield _planned(one.kind, one)


def _planned(code: str, one: TaskView) -> NextStep:
    return NextStep(code, due=one.due_on, overdue=one.overdue, task=one)


def _seek(now: Situation) -> NextStep:
    advice = now.proposal.advice
    if advice is Advice.DECLINED:
        return _due(now, "close_declined")
    if advice is Advice.NOT_REACHED:
        return _due(now, "close_not_reached")
    channel = now.proposal.channel
    return _due(
        now,
        "attempt",
        channel=channel.value if channel else "",
        part_of_day=now.proposal.part_of_day,
    )


def _handovers(now: Situation) -> Iterator[NextStep]:
    for referral in now.referrals:
        due = now.follow_ups.get(referral.id)
        if due is not None:
            yield NextStep(
                "follow_up_handover",
                due=due,
                overdue=due < now.today,
                initiative=referral.initiative,
                referral_id=referral.id,
            )


def _referrals(now: Situation) -> Iterator[NextStep]:
    came_to_nothing = all(one.state in _NOTHING for one in now.referrals)
    for referral in now.referrals:
        code = _OF_REFERRAL.get(ReferralState(referral.state))
        if code is not None and (referral.unfinished or came_to_nothing):
            due = referral.deadline_on
            yield NextStep(
                code,
                due=due,
                overdue=due is not None and due < now.today,
                initiative=referral.initiative,
                referral_id=referral.id,
            )


def _aftercare(now: Situation) -> Iterator[NextStep]:
    """It waits for the first measure after the start; then for the decision to end."""
    if is_settled(now.recorded):
        yield from _measures(now)
        yield _due(now, "end_aftercare")
        return
    later = [moment for moment in now.moments if moment.months > START]
    for number, moment in enumerate(later):
        if number == 0 or moment.is_open:
            yield _measure(now, moment)


def _measures(now: Situation) -> Iterator[NextStep]:
    """Moments that are there: the start until the next one, each later one from shortly before."""
    later = [moment for moment in now.moments if moment.months > START and moment.is_open]
    if not later and any(moment.months == START for moment in now.moments):
        yield NextStep("measure_start", months=START)
    for moment in later:
        yield _measure(now, moment)


def _measure(now: Situation, moment: Moment) -> NextStep:
    late = moment.due is not None and moment.due < now.today
    return NextStep("measure", due=moment.due, overdue=late, months=moment.months)


def _due(now: Situation, code: str, *, channel: str = "", part_of_day: str = "") -> NextStep:
    due = now.head.deadline_on
    overdue = due is not None and due < now.today
    return NextStep(code, due=due, overdue=overdue, channel=channel, part_of_day=part_of_day)
