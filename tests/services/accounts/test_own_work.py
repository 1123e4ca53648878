"""What of the work is one person's, by day: for the digest and the calendar."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from kit.cases import closed_case, do, opened, referral_in, version
from kit.covers import covered
from kit.rights import asked, informed
from kit.signals import taken
from kit.tasks import paused, planned
from kit.town import Town
from sqlalchemy import update

from signalering.domain.commands.cases.close import CloseCase
from signalering.domain.lifecycles import (
    CaseDeadline,
    ReceiverSaid,
)
from signalering.domain.states import (
    CaseOutcome,
    CaseState,
    FeedbackLine,
    PauseReason,
    ReferralState,
)
from signalering.domain.views.accounts.digest import Digest
from signalering.models.cases.case import Case
from signalering.models.referrals.referral import Referral
from signalering.models.signals.contact import ContactDetails
from signalering.models.signals.signal import Signal
from signalering.services.accounts.own_work import days_of, digest_of
from signalering.services.cases.close import close
from signalering.services.referrals.answers import leave


def due(town: Town, case_id: UUID, day: date | None) -> None:
    with town.committed() as work:
        work.data.execute(
            update(Case).where(Case.id == case_id).values(deadline_on=day, inform_by=None)
        )


def counted(town: Town, key: str = "coordinator") -> Digest:
    with town.work(writes=False) as work:
        return digest_of(work, town.people[key].account_id)


def test_own_work_alone_counts(town: Town) -> None:
    today = town.clock.today()
    due(town, opened(town), today)
    due(town, opened(town, "other_coordinator"), today)
    signal_id = taken(town)
    with town.committed() as work:
        work.data.get_one(Signal, signal_id).deadline_on = today - timedelta(days=1)
    assert counted(town) == Digest(today=1, overdue=1, new=0, news=0)
    assert counted(town, "other_coordinator") == Digest(today=1, overdue=0, new=0, news=0)
    assert counted(town, "worker").is_empty


def test_what_is_planned_counts_and_not_while_the_case_rests(town: Town) -> None:
    case_id = opened(town)
    due(town, case_id, town.clock.today() + timedelta(days=30))
    planned(town, case_id, days=0)
    assert counted(town).today == 1
    paused(town, case_id, 7)
    assert counted(town).is_empty


def test_what_fell_in_a_rest_is_due_after_it(town: Town) -> None:
    """As the day's list has it, and the deadline of the case itself."""
    case_id = opened(town)
    due(town, case_id, town.clock.today() + timedelta(days=60))
    planned(town, case_id, days=2)
    paused(town, case_id, 4)  # until and with a Friday
    with town.work(writes=False) as work:
        days = days_of(work, town.people["coordinator"].account_id)
    assert sorted(days) == [date(2026, 11, 30), date(2027, 1, 22)]
    town.clock.move_to(datetime(2026, 12, 2, 9, tzinfo=UTC))
    assert counted(town) == Digest(today=0, overdue=1, new=0, news=0)


def test_the_day_of_a_closed_case_that_the_law_set_counts_once(file_town: Town) -> None:
    case_id, today = closed_case(file_town), file_town.clock.today()
    task = {"deadline_on": today, "deadline_kind": CaseDeadline.TASK.value}
    with file_town.committed() as work:
        of_case = update(Case).where(Case.id == case_id)
        work.data.execute(of_case.values(request_by=today, inform_by=None, **task))
    assert counted(file_town).today == 1


@pytest.mark.parametrize("column", ["inform_by", "request_by"])
def test_what_the_law_sets_a_day_for_counts_and_a_rest_does_not_put_it_off(
    file_town: Town, column: str
) -> None:
    case_id, today = opened(file_town), file_town.clock.today()
    with file_town.committed() as work:
        days = {"deadline_on": None, "inform_by": None, "request_by": None}
        values = {**days, "paused_until": today + timedelta(days=9), column: today}
        values["pause_reason"] = PauseReason.HOSPITAL.value
        work.data.execute(update(Case).where(Case.id == case_id).values(values))
    assert counted(file_town) == Digest(today=1, overdue=0, new=0, news=0)


def test_a_closed_case_with_a_day_left_counts(town: Town) -> None:
    """Its reporter is still to be told, or a resident let something know."""
    case_id = opened(town)
    with town.committed() as work:
        values = {"state": CaseState.CLOSED.value, "deadline_on": town.clock.today()}
        work.data.execute(update(Case).where(Case.id == case_id).values(values))
        at_case = ContactDetails.case_id == case_id
        work.data.execute(update(ContactDetails).where(at_case).values(news="replaced"))
    assert counted(town) == Digest(today=1, overdue=0, new=0, news=1)


def test_a_case_that_was_handed_over_is_news(town: Town) -> None:
    case_id = opened(town)
    with town.committed() as work:
        work.data.execute(update(Case).where(Case.id == case_id).values(handed_over=True))
    assert counted(town).news == 1


def test_covered_work_counts_for_who_stands_in(town: Town) -> None:
    due(town, opened(town, "other_coordinator"), town.clock.today())
    assert counted(town).is_empty
    covered(town, "other_coordinator", by="coordinator")
    assert counted(town).today == 1


def test_news_of_residents_and_initiatives_is_counted_by_case(town: Town) -> None:
    referral_id = referral_in(town, ReferralState.SENT)
    with town.committed() as work:
        referral = work.data.get_one(Referral, referral_id)
        leave(work, referral, ReceiverSaid.CALL)
        leave(work, referral, ReceiverSaid.CALL)
    assert counted(town).news == 1
    case_id = opened(town)
    with town.committed() as work:
        at_case = ContactDetails.case_id == case_id
        work.data.execute(update(ContactDetails).where(at_case).values(news="replaced"))
    assert counted(town).news == 2
    assert counted(town, "other_coordinator").news == 0


def test_what_the_law_asks_of_a_closed_case_counts_once(file_town: Town) -> None:
    """Its day stands twice in its row: as that of the request, and as the case's own."""
    case_id = opened(file_town)
    informed(file_town, case_id)
    outcome, line = CaseOutcome.INFORMATION_ONLY, FeedbackLine.THANKS
    do(file_town, lambda w: close(w, CloseCase(case_id, version(w, case_id), outcome, line)))
    asked(file_town, case_id)
    account_id = file_town.people["coordinator"].account_id
    with file_town.work() as work:
        assert days_of(work, account_id) == {date(2026, 12, 23): 1}
