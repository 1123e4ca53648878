"""What waits beside a name: counted in few statements, for whoever does it, of nobody else."""

from datetime import UTC, datetime

from kit.cases import opened
from kit.offers import answered, asked_about, offer_of
from kit.signals import logged, taken
from kit.town import Town
from sqlalchemy import event

from signalering.domain.audit_reviews import ReviewOutcome
from signalering.domain.commands.audit.sign_review import SignReview
from signalering.services.accounts.waiting import waiting
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
