"""What waits, for the top of a page: in few statements, for whoever does it, of nobody else."""

from datetime import UTC, datetime

import pytest
from kit.cases import opened
from kit.offers import answered, asked_about, offer_of
from kit.signals import logged, taken
from kit.town import Town
from sqlalchemy import event, text

from signalering.domain.audit_reviews import ReviewOutcome
from signalering.domain.commands.audit.sign_review import SignReview
from signalering.services.accounts.own_work import with_news
from signalering.services.accounts.waiting import _OF_COORDINATOR, waiting
from signalering.services.audit.sign_review import sign_review

MOST_STATEMENTS = 2


def waits(town: Town, key: str) -> dict[str, int]:
    """By kind, for this person; and never by more statements than a page can bear."""
    said: list[str] = []
    with town.work(key, writes=False) as work:
        assert work.actor

        def hear(_connection: object, _cursor: object, statement: str, *_: object) -> None:
            said.append(statement)

        engine = work.data.get_bind()
        event.listen(engine, "before_cursor_execute", hear)
        found = waiting(work)
        event.remove(engine, "before_cursor_execute", hear)
    asked = [one for one in said if one.lstrip().upper().startswith("SELECT")]
    assert len(asked) <= MOST_STATEMENTS, asked
    return {one.kind.value: one.count for one in found}


def test_new_signals_wait_for_coordinators_until_somebody_takes_them(town: Town) -> None:
    logged(town)
    assert waits(town, "coordinator") == {"new_signals": 1}
    for key in ("worker", "manager", "administrator", "privacy_officer"):
        assert waits(town, key) == {}
    taken(town)
    assert waits(town, "coordinator") == {"new_signals": 1}
    opened(town)
    assert "news" not in waits(town, "coordinator")


def test_a_month_waits_until_it_is_reviewed(town: Town) -> None:
    logged(town)
    town.clock.move_to(datetime(2026, 12, 2, 12, tzinfo=UTC))
    assert waits(town, "privacy_officer") == {"reviews": 1}
    with town.committed("privacy_officer") as work:
        sign_review(work, SignReview("2026-11", ReviewOutcome.NOTHING_FOUND))
    assert waits(town, "privacy_officer") == {}


def test_an_answer_about_an_offer_waits_for_administrators(town: Town) -> None:
    answered(town, asked_about(town, offer_of(town)), note="Wij zijn nu op dinsdag open.")
    assert waits(town, "administrator") == {"offers": 1}


def test_no_more_are_counted_than_anybody_needs(town: Town) -> None:
    with town.work("coordinator", writes=False) as work:
        assert str(_OF_COORDINATOR.compile(work.data.get_bind())).count("LIMIT") == 2


@pytest.mark.sqlite  # PostgreSQL chooses by how much there is
def test_news_is_found_from_the_news_and_not_from_all_cases_of_a_keeper(file_town: Town) -> None:
    with file_town.work("coordinator", writes=False) as work:
        owners = work.by().in_hand
        literal = with_news(owners).compile(
            work.data.get_bind(), compile_kwargs={"literal_binds": True}
        )
        plan = work.data.execute(text(f"EXPLAIN QUERY PLAN {literal}")).all()
    steps = "\n".join(row.detail for row in plan)
    assert "ix_contact_details_news" in steps
    assert "SCAN referral_answer" in steps, "what nobody took in yet: a few"
    assert "ix_case_record_handed_over" in steps
    assert "ix_case_record_own" not in steps, steps
