"""Reading a case: everything in one timeline, written down, and for coordinators alone."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from kit import trail
from kit.cases import (
    case_in,
    case_row,
    closed_case,
    do,
    opened,
    referral_in,
    stepped,
    tried,
    version,
)
from kit.rights import informed
from kit.signals import a_signal
from kit.town import Town

from signalering.domain.commands.cases.consent import RecordConsent
from signalering.domain.commands.cases.note import WriteNote
from signalering.domain.commands.cases.pause import PauseCase
from signalering.domain.errors import Denied, InvalidInput, NotAllowedNow, NotFound
from signalering.domain.states import (
    AttemptResult,
    CaseOutcome,
    CaseState,
    ConsentScope,
    ConsentWay,
    PauseReason,
    ReferralState,
)
from signalering.domain.views.cases.show import CaseView
from signalering.services.cases.consent import consent
from signalering.services.cases.note import note
from signalering.services.cases.pause import pause
from signalering.services.cases.show import open_record


def shown(town: Town, case_id: UUID, key: str = "coordinator") -> CaseView:
    """What this person sees, committed for its audit entry."""
    view = do(town, lambda work: open_record(work, case_id), key)
    assert isinstance(view, CaseView)
    return view


def write(town: Town, case_id: UUID, text: str, corrects: int | None = None) -> None:
    """Write a note."""
    do(town, lambda w: note(w, WriteNote(case_id, version(w, case_id), text, corrects)))


def test_one_timeline_tells_it_all_newest_first(town: Town) -> None:
    case_id = opened(town)
    tried(town, case_id)
    write(town, case_id, "Wil graag\nschaken.")
    referral = case_in_conversation_with_referral(town, case_id)
    view = shown(town, case_id)
    kinds = [entry.kind for entry in view.timeline]
    assert kinds[-1] == "origin"
    assert kinds[:2] == ["referral", "assessment"]
    texts = [entry.text for entry in view.timeline]
    assert "Wil graag\nschaken." in texts
    assert "verloor haar zus" in texts
    assert {entry.author for entry in view.timeline} == {"Cor Dinator"}
    assert [entry.number for entry in view.timeline] == sorted(
        (entry.number for entry in view.timeline), reverse=True
    )
    assert [r.id for r in view.referrals] == [referral]
    assert view.contact is not None
    assert view.contact.name == "Truida Verzonnen"
    assert [c.scope for c in view.consents] == ["contact"]


def case_in_conversation_with_referral(town: Town, case_id: UUID) -> UUID:
    """Bring a case into conversation and propose a referral."""
    tried(town, case_id, AttemptResult.REACHED)
    return referral_in(town, ReferralState.PROPOSED, case_id)


def test_each_reading_is_written_down_with_who_and_what(town: Town) -> None:
    case_id = opened(town)
    shown(town, case_id, "other_coordinator")
    (entry,) = trail.entries(town, "case_read")
    assert entry["object"] == str(case_id)
    assert entry["actor"] == str(town.people["other_coordinator"].account_id)


@pytest.mark.parametrize("who", ["worker", "manager", "administrator", "privacy_officer"])
def test_nobody_else_reads_it(file_town: Town, who: str) -> None:
    case_id = opened(file_town)
    with file_town.work(who) as work, pytest.raises(Denied):
        open_record(work, case_id)


def test_what_is_not_there_is_not_found(file_town: Town) -> None:
    with file_town.work("coordinator") as work, pytest.raises(NotFound):
        open_record(work, uuid4())


def test_a_correction_leaves_what_it_corrects(file_town: Town) -> None:
    case_id = opened(file_town)
    write(file_town, case_id, "Belt dinsdag.")
    write(file_town, case_id, "Belt donderdag.", corrects=3)
    texts = [entry.text for entry in shown(file_town, case_id).timeline]
    assert texts[:2] == ["Belt donderdag.", "Belt dinsdag."]
    with pytest.raises(InvalidInput):
        write(file_town, case_id, "Belt nooit.", corrects=99)


@pytest.mark.parametrize("text", ["", "   ", "a\x00b", "x" * 4001])
def test_a_note_that_says_nothing_or_too_much_is_refused(file_town: Town, text: str) -> None:
    case_id = opened(file_town)
    with pytest.raises(InvalidInput) as refusal:
        write(file_town, case_id, text)
    assert refusal.value.field == "text"


def test_what_to_do_next_follows_from_where_it_stands(file_town: Town) -> None:
    def codes(case_id: UUID) -> list[str]:
        return [step.code for step in shown(file_town, case_id).next_steps]

    assert codes(opened(file_town, command=a_signal())) == ["attempt", "details_missing"]
    talking = case_in(file_town, CaseState.IN_CONVERSATION)
    assert codes(talking)[-1] == "inform"
    informed(file_town, talking)
    assert codes(talking) == ["propose_referral", "follow_up", "measure_start"]
    referral = referral_in(file_town, ReferralState.PROPOSED, talking)
    assert codes(talking) == ["ask_consent", "follow_up", "measure_start"]
    stepped(file_town, referral, ReferralState.CONSENTED)
    assert codes(talking) == ["send_referral", "follow_up", "measure_start"]
    assert codes(case_in(file_town, CaseState.AFTERCARE)) == ["measure", "inform"]
    assert codes(closed_case(file_town)) == ["give_feedback", "inform"]
    assert codes(closed_case(file_town, CaseOutcome.DUPLICATE)) == []


def test_what_is_late_says_so_and_a_pause_silences_it(file_town: Town) -> None:
    case_id = opened(file_town)
    informed(file_town, case_id)
    due = case_row(file_town, case_id).deadline_on
    assert due is not None
    file_town.clock.move_to(file_town.clock.now() + timedelta(days=20))
    assert shown(file_town, case_id).next_steps[0].overdue
    until = file_town.clock.today() + timedelta(days=14)
    command = PauseCase(case_id, 2, until, PauseReason.HOSPITAL)
    do(file_town, lambda w: pause(w, command))
    assert [step.code for step in shown(file_town, case_id).next_steps] == ["paused"]
    after = case_row(file_town, case_id).deadline_on
    assert after is not None
    assert after > until
    file_town.clock.move_to(file_town.clock.now() + timedelta(days=16))
    assert shown(file_town, case_id).next_steps[0].code == "attempt"


@pytest.mark.parametrize("days", [-1, 0, 57])
def test_a_pause_ends_on_a_day_to_come_within_eight_weeks(file_town: Town, days: int) -> None:
    case_id = opened(file_town)
    until = file_town.clock.today() + timedelta(days=days)
    command = PauseCase(case_id, 1, until, PauseReason.AWAY)
    with pytest.raises(InvalidInput):
        do(file_town, lambda w: pause(w, command))


def test_a_pause_needs_a_reason_can_be_ended_and_is_none_for_a_closed_case(
    file_town: Town,
) -> None:
    case_id = opened(file_town)
    until = file_town.clock.today() + timedelta(days=7)
    with pytest.raises(InvalidInput):
        do(file_town, lambda w: pause(w, PauseCase(case_id, 1, until, None)))
    with pytest.raises(InvalidInput):
        do(file_town, lambda w: pause(w, PauseCase(case_id, 1, None, None)))
    do(file_town, lambda w: pause(w, PauseCase(case_id, 1, until, PauseReason.AWAY)))
    do(file_town, lambda w: pause(w, PauseCase(case_id, 2, None, None)))
    row = case_row(file_town, case_id)
    assert (row.paused_until, row.pause_reason) == (None, None)
    closed = closed_case(file_town)
    with pytest.raises(NotAllowedNow):
        do(
            file_town,
            lambda w: pause(w, PauseCase(closed, version(w, closed), until, PauseReason.AWAY)),
        )


def test_a_consent_is_in_force_with_way_version_and_day(file_town: Town) -> None:
    case_id = opened(file_town)
    command = RecordConsent(
        case_id, 1, ConsentScope.MEASURE, ConsentWay.SPOKEN_TO_COORDINATOR, "measure-1"
    )
    do(file_town, lambda w: consent(w, command))
    found = {one.scope: one for one in shown(file_town, case_id).consents}["measure"]
    assert (found.way, found.text_version) == ("spoken_to_coordinator", "measure-1")
    assert found.day == file_town.clock.today()


@pytest.mark.parametrize(
    ("scope", "way", "text_version", "field"),
    [
        (ConsentScope.MEASURE, ConsentWay.OWN_PAGE, "measure-1", "way"),
        (ConsentScope.MEASURE, ConsentWay.WRITTEN, "", "text_version"),
        (ConsentScope.SHARE_WITH_INITIATIVE, ConsentWay.WRITTEN, "share-1", "initiative"),
    ],
)
def test_a_consent_says_how_and_to_what(
    file_town: Town, scope: ConsentScope, way: ConsentWay, text_version: str, field: str
) -> None:
    command = RecordConsent(opened(file_town), 1, scope, way, text_version)
    with pytest.raises(InvalidInput) as refusal:
        do(file_town, lambda w: consent(w, command))
    assert refusal.value.field == field
