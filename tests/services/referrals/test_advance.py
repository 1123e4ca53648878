"""Referrals: nothing goes out without consent in force, and no step that isn't in the table."""

from datetime import timedelta
from uuid import UUID

import pytest
from kit import trail
from kit.cases import (
    REFERRED,
    case_in,
    case_row,
    do,
    events_of,
    facts_of,
    referral_in,
    referral_row,
    stepped,
    told,
)
from kit.town import Town

from signalering.domain.commands.cases.withdraw_consent import WithdrawConsent
from signalering.domain.commands.referrals.advance import AdvanceReferral
from signalering.domain.errors import Conflict, Denied, InvalidInput, NotAllowedNow
from signalering.domain.flows.referral import FLOW
from signalering.domain.flows.table import By
from signalering.domain.states import (
    Attendance,
    CaseState,
    ConsentScope,
    ConsentWay,
    ReferralState,
)
from signalering.models.referrals.referral import Referral
from signalering.services.cases.withdraw_consent import withdraw_consent
from signalering.services.referrals.advance import advance

R = ReferralState
REASONS = {R.DECLINED: "full", R.NOT_STARTED: "transport", R.STOPPED: "health"}
# Withdrawing is a verb of its own.
BY_OWNER = {
    (edge.start, edge.end)
    for edge in FLOW.edges
    if By.OWNER in edge.by and edge.end is not R.REVOKED
}


@pytest.mark.parametrize("start", list(REFERRED))
def test_what_is_not_in_the_table_is_refused(file_town: Town, start: ReferralState) -> None:
    referral_id = referral_in(file_town, start)
    refused = [end for end in ReferralState if (start, end) not in BY_OWNER]
    assert refused
    for end in refused:
        with pytest.raises(NotAllowedNow):
            stepped(file_town, referral_id, end, reason=REASONS.get(end))
        assert referral_row(file_town, referral_id).state == start, end


@pytest.mark.parametrize(("start", "end"), sorted(BY_OWNER))
def test_what_is_in_the_table_is_done(
    file_town: Town, start: ReferralState, end: ReferralState
) -> None:
    referral_id = referral_in(file_town, start)
    stepped(file_town, referral_id, end, reason=REASONS.get(end))
    row = referral_row(file_town, referral_id)
    assert row.state == end
    assert (row.decline_reason or row.stop_reason) == REASONS.get(end)


def test_without_consent_nothing_is_sent_not_even_by_a_row_that_says_so(town: Town) -> None:
    """Somebody who writes to the database can set a state, but not seal a yes."""
    referral_id = referral_in(town, R.PROPOSED)
    with pytest.raises(NotAllowedNow):
        stepped(town, referral_id, R.SENT)
    with town.committed() as work:
        work.data.get_one(Referral, referral_id).state = "consented"
    with pytest.raises(NotAllowedNow, match="consent_needed"):
        stepped(town, referral_id, R.SENT)


def test_consent_for_another_initiative_is_none_for_this(file_town: Town) -> None:
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    referral_in(file_town, R.CONSENTED, case_id)
    other = referral_in(file_town, R.PROPOSED, case_id, "WestlandOntmoet")
    with file_town.committed() as work:
        work.data.get_one(Referral, other).state = "consented"
    with pytest.raises(NotAllowedNow, match="consent_needed"):
        stepped(file_town, other, R.SENT)


def test_the_step_to_consented_writes_the_consent_down(town: Town) -> None:
    case_id = case_in(town, CaseState.IN_CONVERSATION)
    referral_id = referral_in(town, R.CONSENTED, case_id)
    given = told(town, case_id, "consent")[-1]
    assert given["scope"] == ConsentScope.SHARE_WITH_INITIATIVE
    assert given["initiative"] == str(referral_row(town, referral_id).initiative_id)
    assert (given["way"], given["text_version"]) == ("spoken_to_coordinator", "share-1")


@pytest.mark.parametrize(
    ("way", "text_version"),
    [(None, "share-1"), (ConsentWay.OWN_PAGE, "share-1"), (ConsentWay.WRITTEN, "")],
)
def test_a_yes_says_how_it_was_given(
    file_town: Town, way: ConsentWay | None, text_version: str
) -> None:
    referral_id = referral_in(file_town, R.PROPOSED)
    command = AdvanceReferral(referral_id, 1, R.CONSENTED, way=way, text_version=text_version)
    with pytest.raises(InvalidInput):
        do(file_town, lambda work: advance(work, command))
    assert referral_row(file_town, referral_id).state == R.PROPOSED


def test_an_answer_is_due_in_fourteen_days_and_no_longer_once_it_came(file_town: Town) -> None:
    referral_id = referral_in(file_town, R.SENT)
    due = file_town.clock.today() + timedelta(days=14)
    assert referral_row(file_town, referral_id).deadline_on == due
    stepped(file_town, referral_id, R.ACCEPTED)
    assert referral_row(file_town, referral_id).deadline_on is None


@pytest.mark.parametrize(
    ("start", "end"), [(R.SENT, R.DECLINED), (R.ACCEPTED, R.NOT_STARTED), (R.STARTED, R.STOPPED)]
)
@pytest.mark.parametrize("reason", [None, "because"])
def test_an_ending_says_why(
    file_town: Town, start: ReferralState, end: ReferralState, reason: str | None
) -> None:
    referral_id = referral_in(file_town, start)
    with pytest.raises(InvalidInput):
        stepped(file_town, referral_id, end, reason=reason)


def test_the_waiting_list_may_be_reason_enough(town: Town) -> None:
    referral_id = referral_in(town, R.WAITING_LIST)
    stepped(town, referral_id, R.NOT_STARTED)
    assert referral_row(town, referral_id).stop_reason == "other"


def test_accepting_and_taking_part_count_with_the_pillar_and_sending_does_not(town: Town) -> None:
    case_id = case_in(town, CaseState.IN_CONVERSATION)
    referral_id = referral_in(town, R.SENT, case_id)
    assert events_of(town, case_id) == ["first_contact"]
    stepped(town, referral_id, R.ACCEPTED)
    stepped(town, referral_id, R.STARTED)
    for step in Attendance:
        stepped(town, referral_id, attendance=step)
    facts = {fact["event"]: fact for fact in facts_of(town, case_id)}
    assert sorted(facts) == [
        "attended_first",
        "attended_third",
        "first_contact",
        "referred",
        "still_attending",
    ]
    assert {facts[e]["pillar"] for e in facts if e != "first_contact"} == {"encounters"}


def test_steps_go_forward_and_only_once_started(file_town: Town) -> None:
    with pytest.raises(NotAllowedNow):
        stepped(file_town, referral_in(file_town, R.ACCEPTED), attendance=Attendance.FIRST)
    referral_id = referral_in(file_town, R.STARTED)
    stepped(file_town, referral_id, attendance=Attendance.FIRST)
    for step in (Attendance.ACCOMPANIED, Attendance.FIRST):
        with pytest.raises(NotAllowedNow):
            stepped(file_town, referral_id, attendance=step)


def test_the_trail_says_what_was_recorded_on_behalf(file_town: Town) -> None:
    referral_in(file_town, R.DECLINED)
    steps = {
        e["details"]["to_state"]: e["details"]
        for e in trail.entries(file_town, "referral_advanced")
    }
    assert steps["sent"]["on_behalf"] == "no"
    assert (steps["declined"]["on_behalf"], steps["declined"]["reason"]) == ("yes", "full")


def test_only_the_cases_keeper_and_not_from_a_stale_page(town: Town) -> None:
    referral_id = referral_in(town, R.PROPOSED)
    command = AdvanceReferral(
        referral_id, 1, R.CONSENTED, way=ConsentWay.WRITTEN, text_version="share-1"
    )
    for who in ("other_coordinator", "worker"):
        with town.work(who) as work, pytest.raises(Denied):
            advance(work, command)
    do(town, lambda work: advance(work, command))
    with town.work("coordinator") as work, pytest.raises(Conflict):
        advance(work, command)


def test_one_thing_at_a_time(file_town: Town) -> None:
    referral_id = referral_in(file_town, R.STARTED)
    row = referral_row(file_town, referral_id)
    for to, step in ((None, None), (R.COMPLETED, Attendance.FIRST)):
        command = AdvanceReferral(referral_id, row.version, to, step)
        with file_town.work("coordinator") as work, pytest.raises(InvalidInput):
            advance(work, command)


def withdraw_sharing(town: Town, case_id: UUID, initiative_id: UUID) -> None:
    """Take the yes for one initiative back."""
    command = WithdrawConsent(
        case_id,
        case_row(town, case_id).version,
        ConsentScope.SHARE_WITH_INITIATIVE,
        ConsentWay.SPOKEN_TO_COORDINATOR,
        confirmed=True,
        initiative_id=initiative_id,
    )
    do(town, lambda work: withdraw_consent(work, command))


def test_a_yes_taken_back_must_be_given_anew(file_town: Town) -> None:
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    first = referral_in(file_town, R.CONSENTED, case_id)
    withdraw_sharing(file_town, case_id, referral_row(file_town, first).initiative_id)
    again = referral_in(file_town, R.PROPOSED, case_id)
    with file_town.committed() as work:
        work.data.get_one(Referral, again).state = "consented"
    with pytest.raises(NotAllowedNow, match="consent_needed"):
        stepped(file_town, again, R.SENT)


def test_a_coordinator_does_not_just_say_that_consent_is_gone(file_town: Town) -> None:
    referral_id = referral_in(file_town, R.STARTED)
    with pytest.raises(InvalidInput) as refusal:
        stepped(file_town, referral_id, R.STOPPED, reason="consent_withdrawn")
    assert refusal.value.field == "reason"
    assert referral_row(file_town, referral_id).state == R.STARTED


def test_what_expired_does_not_go_on_by_phone_beside_one_that_runs(file_town: Town) -> None:
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    expired = referral_in(file_town, R.EXPIRED, case_id)
    referral_in(file_town, R.PROPOSED, case_id)
    with pytest.raises(NotAllowedNow, match="referral_runs_already"):
        stepped(file_town, expired, R.SENT)
