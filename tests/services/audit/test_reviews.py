"""A month of the trail gets one name, once it is over; who signs is a privacy officer."""

from datetime import UTC, date, datetime

import pytest
from kit.town import Town
from kit.trail import entries

from signalering.domain.audit_reviews import ReviewOutcome
from signalering.domain.commands.audit.sign_review import SignReview
from signalering.domain.errors import Denied, InvalidInput
from signalering.domain.views.audit.reviews import ReviewsView
from signalering.services.audit.reviews import reviews
from signalering.services.audit.sign_review import sign_review

JANUARY = datetime(2027, 1, 4, 10, tzinfo=UTC)


def look(town: Town) -> ReviewsView:
    with town.work("privacy_officer", writes=False) as work:
        return reviews(work)


def signed(town: Town, month: str, outcome: ReviewOutcome = ReviewOutcome.NOTHING_FOUND) -> None:
    with town.committed("privacy_officer") as work:
        sign_review(work, SignReview(month, outcome))


def test_months_wait_until_somebody_signs(town: Town) -> None:
    assert look(town).rows == ()
    town.clock.move_to(JANUARY)
    view = look(town)
    assert [row.month for row in view.rows] == ["2026-12", "2026-11"]
    assert [row.month for row in view.waiting] == ["2026-11", "2026-12"]
    assert (view.rows[1].first_day, view.rows[1].last_day) == (
        date(2026, 11, 1),
        date(2026, 11, 30),
    )
    signed(town, "2026-11", ReviewOutcome.EXPLAINED)
    view = look(town)
    assert [row.month for row in view.waiting] == ["2026-12"]
    row = view.rows[1]
    assert (row.outcome, row.signed_on) == ("explained", JANUARY.date())
    assert row.signed_by == "Po Officer"


def test_signing_is_written_down(town: Town) -> None:
    town.clock.move_to(JANUARY)
    signed(town, "2026-11", ReviewOutcome.PASSED_ON)
    (entry,) = entries(town, "audit_reviewed")
    assert entry["details"] == {"month": "2026-11", "ending": "passed_on"}


def test_the_first_name_stays(town: Town) -> None:
    town.clock.move_to(JANUARY)
    signed(town, "2026-11")
    with pytest.raises(InvalidInput) as refused:
        signed(town, "2026-11", ReviewOutcome.PASSED_ON)
    assert refused.value.code == "month_reviewed"
    assert [row.outcome for row in look(town).rows if row.outcome] == ["nothing_found"]
    assert len(entries(town, "audit_reviewed")) == 1


@pytest.mark.parametrize("month", ["2027-01", "2027-02", "2026-10", "", "2026-1", "nonsense", "\0"])
def test_a_month_that_goes_on_or_has_no_trail_is_not_signed(town: Town, month: str) -> None:
    town.clock.move_to(JANUARY)
    with pytest.raises(InvalidInput):
        signed(town, month)


@pytest.mark.parametrize("key", ["coordinator", "administrator", "manager", "worker"])
def test_nobody_else_looks_or_signs(town: Town, key: str) -> None:
    town.clock.move_to(JANUARY)
    with town.work(key) as work, pytest.raises(Denied):
        reviews(work)
    with town.work(key) as work, pytest.raises(Denied):
        sign_review(work, SignReview("2026-11", ReviewOutcome.EXPLAINED))
