"""Closing: only outcomes that fit, sealed; clocks stop; retention begins; death stops all."""

from datetime import date
from uuid import UUID

import pytest
from kit import trail
from kit.cases import (
    WAY,
    case_in,
    case_row,
    closed_case,
    do,
    facts_of,
    referral_in,
    referral_row,
    told,
    version,
)
from kit.measures import refused
from kit.town import Town

from signalering.domain.commands.cases.close import CloseCase
from signalering.domain.errors import InvalidInput, NotAllowedNow
from signalering.domain.flows.case import OUTCOMES, WITHOUT_MEASURE
from signalering.domain.outcomes import OUTCOMES_WITHOUT_FEEDBACK
from signalering.domain.states import CaseOutcome, CaseState, FeedbackLine, ReferralState
from signalering.services.cases.close import close

R = ReferralState
FITTING = [(state, outcome) for state in WAY for outcome in sorted(OUTCOMES[state])]


def closed(town: Town, case_id: UUID, outcome: CaseOutcome) -> None:
    do(town, lambda w: close(w, CloseCase(case_id, version(w, case_id), outcome)))


@pytest.mark.parametrize(("state", "outcome"), FITTING)
def test_an_outcome_fits_where_the_case_stands(
    file_town: Town, state: CaseState, outcome: CaseOutcome
) -> None:
    case_id = case_in(file_town, state)
    if state is CaseState.AFTERCARE:
        refused(file_town, case_id, 3)
    closed(file_town, case_id, outcome)
    assert case_row(file_town, case_id).state == CaseState.CLOSED


@pytest.mark.parametrize("outcome", sorted(OUTCOMES[CaseState.AFTERCARE]))
def test_aftercare_ends_with_a_word_on_its_measure(file_town: Town, outcome: CaseOutcome) -> None:
    case_id = case_in(file_town, CaseState.AFTERCARE)
    if outcome in WITHOUT_MEASURE:
        closed(file_town, case_id, outcome)
        return
    with pytest.raises(InvalidInput) as refusal:
        closed(file_town, case_id, outcome)
    assert (refusal.value.field, refusal.value.code) == ("outcome", "measure_first")
    assert case_row(file_town, case_id).state == CaseState.AFTERCARE


@pytest.mark.parametrize("state", list(WAY))
def test_an_outcome_that_does_not_fit_is_refused(file_town: Town, state: CaseState) -> None:
    case_id = case_in(file_town, state)
    for outcome in set(CaseOutcome) - set(OUTCOMES[state]):
        with pytest.raises(InvalidInput):
            closed(file_town, case_id, outcome)
        assert case_row(file_town, case_id).state == state, outcome


def test_the_outcome_is_sealed_and_nowhere_in_clear(town: Town) -> None:
    case_id = closed_case(town, CaseOutcome.REFERRED_TO_CARE)
    assert told(town, case_id)[-1]["outcome"] == "referred_to_care"
    case = case_row(town, case_id)
    assert "referred_to_care" not in [getattr(case, c.key) for c in case.__table__.columns]
    (entry,) = trail.entries(town, "case_closed")
    assert "referred_to_care" not in str(entry)


def test_the_clocks_stop_and_a_month_is_set_for_erasing(file_town: Town) -> None:
    followed = case_row(file_town, closed_case(file_town, CaseOutcome.REFERRED_TO_CARE))
    not_followed = case_row(file_town, closed_case(file_town, CaseOutcome.OWN_STRENGTH))
    assert followed.erase_after == date(2027, 11, 30)
    assert not_followed.erase_after == date(2027, 2, 28)
    # Ten working days for telling the reporter; nothing else is left.
    assert (followed.deadline_on, followed.deadline_kind) == (date(2026, 12, 7), "feedback")
    assert followed.paused_until is None


@pytest.mark.parametrize("outcome", sorted(OUTCOMES_WITHOUT_FEEDBACK))
def test_after_a_death_or_a_duplicate_the_reporter_hears_nothing(
    file_town: Town, outcome: CaseOutcome
) -> None:
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    with pytest.raises(InvalidInput) as refusal:
        do(
            file_town,
            lambda w: close(
                w, CloseCase(case_id, version(w, case_id), outcome, FeedbackLine.THANKS)
            ),
        )
    assert (refusal.value.field, refusal.value.code) == ("feedback", "feedback_not_here")
    closed(file_town, case_id, outcome)
    case = case_row(file_town, case_id)
    assert (case.deadline_on, case.deadline_kind) == (None, None)


def test_whether_a_card_was_left_behind_is_kept_where_nobody_was_reached(file_town: Town) -> None:
    case_id = case_in(file_town, CaseState.CONTACTING)
    for outcome, left in ((CaseOutcome.MOVED, "refused"), (CaseOutcome.NOT_REACHED, "yes")):
        command = CloseCase(case_id, case_row(file_town, case_id).version, outcome, card_left=True)
        if left == "refused":
            with pytest.raises(InvalidInput, match="card_not_here"):
                do(file_town, lambda w, c=command: close(w, c))
        else:
            do(file_town, lambda w, c=command: close(w, c))
    assert told(file_town, case_id)[-1]["card_left"] == "yes"


def test_it_counts_as_closed_in_its_class(town: Town) -> None:
    case_id = closed_case(town, CaseOutcome.MOVED)
    (fact,) = [fact for fact in facts_of(town, case_id) if fact["event"] == "closed"]
    assert fact["outcome"] == "ended_otherwise"
    assert fact["registered_in"] == "2026Q4"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (R.PROPOSED, R.REVOKED),
        (R.SENT, R.REVOKED),
        (R.STARTED, R.STOPPED),
        (R.DECLINED, R.DECLINED),
    ],
)
def test_a_death_stops_every_referral_at_once(
    file_town: Town, before: ReferralState, after: ReferralState
) -> None:
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    referral_id = referral_in(file_town, before, case_id)
    outcome = CaseOutcome.DECEASED
    do(file_town, lambda w: close(w, CloseCase(case_id, version(w, case_id), outcome)))
    assert referral_row(file_town, referral_id).state == after


def test_what_is_closed_is_not_closed_again(file_town: Town) -> None:
    case_id = closed_case(file_town)
    with pytest.raises(NotAllowedNow):
        do(
            file_town,
            lambda w: close(w, CloseCase(case_id, version(w, case_id), CaseOutcome.MOVED)),
        )
