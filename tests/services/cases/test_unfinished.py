"""A closed case stands in a queue for as long as anything is left to do, and no longer."""

from datetime import date
from uuid import UUID

from kit.cards import ADDRESS, case_with_card
from kit.cases import case_in, case_row, closed_case, do, opened, version
from kit.rights import answered, asked
from kit.town import Town
from sqlalchemy import update

from signalering.domain.commands.cases.close import CloseCase
from signalering.domain.commands.cases.feedback import GiveFeedback
from signalering.domain.commands.cases.list import CaseFilter, ListCases
from signalering.domain.commands.cases.withdraw_consent import WithdrawConsent
from signalering.domain.lifecycles import CaseDeadline
from signalering.domain.states import (
    CaseOutcome,
    CaseState,
    ConsentScope,
    ConsentWay,
    NoFeedback,
)
from signalering.models.signals.contact import ContactDetails
from signalering.services.accounts.deactivate import deactivate
from signalering.services.cases.clocks import wake
from signalering.services.cases.close import close
from signalering.services.cases.feedback import feedback
from signalering.services.cases.list import list_cases
from signalering.services.cases.take import take
from signalering.services.cases.take_news import take_news
from signalering.services.cases.withdraw_consent import withdraw_consent
from signalering.services.public.withdraw import withdraw

NO_NEED = NoFeedback.REPORTER_LEFT


def wrote(town: Town, case_id: UUID, news: str = "replaced") -> None:
    """The resident let something know with the card."""
    with town.committed() as work:
        of_case = ContactDetails.case_id == case_id
        work.data.execute(update(ContactDetails).where(of_case).values(news=news))


def ended(town: Town, case_id: UUID, outcome: CaseOutcome = CaseOutcome.OWN_STRENGTH) -> None:
    do(town, lambda w: close(w, CloseCase(case_id, version(w, case_id), outcome)))


def told(town: Town, case_id: UUID) -> None:
    """Nobody needs to hear how it ended."""
    do(
        town,
        lambda w: feedback(w, GiveFeedback(case_id, version(w, case_id), reason=NO_NEED)),
    )


def withdrawn(town: Town, case_id: UUID) -> None:
    no = ConsentWay.SPOKEN_TO_COORDINATOR
    do(
        town,
        lambda w: withdraw_consent(
            w,
            WithdrawConsent(case_id, version(w, case_id), ConsentScope.CONTACT, no, confirmed=True),
        ),
    )


def queued(town: Town) -> dict[UUID, date | None]:
    view = do(town, lambda w: list_cases(w, ListCases(CaseFilter.OWN)))
    return {row.id: row.deadline_on for row in view.rows}


def left_for(town: Town, case_id: UUID) -> str | None:
    return case_row(town, case_id).deadline_kind


def test_what_was_let_know_before_the_end_keeps_the_case_in_its_queue(town: Town) -> None:
    case_id = opened(town)
    wrote(town, case_id)
    ended(town, case_id, CaseOutcome.DUPLICATE)
    assert queued(town) == {case_id: case_row(town, case_id).deadline_on}
    assert left_for(town, case_id) == CaseDeadline.TASK


def test_telling_the_reporter_leaves_what_the_resident_let_know(town: Town) -> None:
    case_id = closed_case(town)
    assert left_for(town, case_id) == CaseDeadline.FEEDBACK
    wrote(town, case_id)
    told(town, case_id)
    assert list(queued(town)) == [case_id]
    assert left_for(town, case_id) == CaseDeadline.TASK


def test_with_nothing_left_it_leaves_its_queue(file_town: Town) -> None:
    case_id = closed_case(file_town)
    told(file_town, case_id)
    assert queued(file_town) == {}


def test_a_no_in_person_takes_along_what_was_let_know_by_card(file_town: Town) -> None:
    case_id = closed_case(file_town)
    told(file_town, case_id)
    wrote(file_town, case_id)
    with file_town.committed() as work:
        wake(work, case_id)
    assert list(queued(file_town)) == [case_id]
    withdrawn(file_town, case_id)
    assert queued(file_town) == {}, "nothing is left that could be taken in"


def test_a_request_in_a_closed_case_stands_in_a_queue_until_it_is_answered(town: Town) -> None:
    case_id = closed_case(town)
    told(town, case_id)
    number = asked(town, case_id)
    assert queued(town) == {case_id: case_row(town, case_id).request_by}
    answered(town, case_id, number)
    assert queued(town) == {}


def test_a_request_outlives_closing_and_feedback(file_town: Town) -> None:
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    number = asked(file_town, case_id)
    ended(file_town, case_id)
    assert left_for(file_town, case_id) == CaseDeadline.FEEDBACK, "one day at a time"
    told(file_town, case_id)
    assert queued(file_town) == {case_id: case_row(file_town, case_id).request_by}
    answered(file_town, case_id, number)
    assert queued(file_town) == {}


def test_a_no_that_is_taken_in_leaves_a_request(file_town: Town) -> None:
    case_id, code = case_with_card(file_town)
    ended(file_town, case_id)
    told(file_town, case_id)
    asked(file_town, case_id)
    with file_town.committed() as work:
        withdraw(work, code, ADDRESS)
    do(file_town, lambda w: take_news(w, case_id, version(w, case_id)))
    assert queued(file_town) == {case_id: case_row(file_town, case_id).request_by}


def test_after_a_death_nobody_waits_for_an_answer(file_town: Town) -> None:
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    asked(file_town, case_id)
    ended(file_town, case_id, CaseOutcome.DECEASED)
    assert queued(file_town) == {}


def test_what_wakes_after_its_keeper_left_waits_where_every_coordinator_sees_it(
    town: Town,
) -> None:
    case_id, code = case_with_card(town)
    ended(town, case_id)
    told(town, case_id)
    with town.committed("administrator") as work:
        deactivate(work, town.people["coordinator"].account_id)
    assert case_row(town, case_id).owner_id is not None, "done with, it stays whose it was"
    with town.committed() as work:
        withdraw(work, code, ADDRESS)
    view = do(town, lambda w: list_cases(w, ListCases(CaseFilter.UNOWNED)), "other_coordinator")
    assert [row.id for row in view.rows] == [case_id]
    do(town, lambda w: take(w, case_id), "other_coordinator")


def test_what_wakes_is_its_keepers_who_is_there(file_town: Town) -> None:
    case_id, code = case_with_card(file_town)
    ended(file_town, case_id)
    told(file_town, case_id)
    with file_town.committed() as work:
        withdraw(work, code, ADDRESS)
    assert list(queued(file_town)) == [case_id]
