"""What somebody is typing is kept for a week, for them alone."""

from datetime import timedelta

import pytest
from kit.town import Town
from sqlalchemy import select

from signalering.domain.errors import InvalidInput, KeysNeeded
from signalering.models.accounts.draft import Draft
from signalering.services.accounts import draft

WORDS = [("note", "Zit al weken binnen."), ("indicators", "grief"), ("indicators", "few_contacts")]


def kept(town: Town, place: str = "signals.log", words: draft.Fields = WORDS) -> None:
    with town.committed("worker") as work:
        draft.keep(work, place, words)


def found(town: Town, place: str = "signals.log", key: str = "worker") -> object:
    with town.work(key, writes=False) as work:
        return draft.find(work, place)


def later(town: Town, days: int) -> None:
    town.clock.move_to(town.clock.now() + timedelta(days=days))


def test_it_comes_back_to_its_writer_alone(town: Town) -> None:
    kept(town)
    assert found(town) == WORDS
    assert found(town, key="other_worker") is None
    assert found(town, "cases.note") is None


def test_the_newest_words_stand(town: Town) -> None:
    kept(town)
    kept(town, words=[("note", "Opnieuw begonnen.")])
    assert found(town) == [("note", "Opnieuw begonnen.")]


def test_nothing_stands_in_clear(town: Town) -> None:
    kept(town)
    with town.work(writes=False) as work:
        rows = list(work.data.scalars(select(Draft)))
        assert len(rows) == 2
        for row in rows:
            for word in (b"weken", b"note", b"signals", b"2026"):
                assert word not in row.sealed
            assert row.erase_after == town.clock.today() + timedelta(days=7)


def test_a_sent_one_is_gone(town: Town) -> None:
    kept(town)
    kept(town, "cases.note")
    with town.committed("worker") as work:
        draft.forget(work, "signals.log")
    assert found(town) is None
    assert found(town, "cases.note") == WORDS


def test_forgetting_what_is_not_there_is_no_fault(town: Town) -> None:
    with town.committed("worker") as work:
        draft.forget(work, "signals.log")
    assert found(town) is None


def test_after_a_week_it_is_gone(town: Town) -> None:
    kept(town)
    later(town, 7)
    assert found(town) == WORDS
    later(town, 1)
    assert found(town) is None
    with town.committed() as work:
        draft.sweep(work)
        assert list(work.data.scalars(select(Draft))) == []


def test_twenty_a_person_and_no_more(town: Town) -> None:
    for number in range(25):
        kept(town, f"place-{number}")
    places = [found(town, f"place-{number}") is not None for number in range(25)]
    assert places == [False] * 5 + [True] * 20
    with town.work(writes=False) as work:
        assert len(list(work.data.scalars(select(Draft)))) == 21


def test_one_that_is_too_long_is_refused(town: Town) -> None:
    with town.work("worker") as work, pytest.raises(InvalidInput) as refused:
        draft.keep(work, "signals.log", [("note", "a" * 40_000)])
    assert refused.value.code == "draft_too_long"


def test_a_damaged_one_reads_as_none(town: Town) -> None:
    kept(town)
    with town.committed() as work:
        for row in work.data.scalars(select(Draft)):
            row.sealed = row.sealed[:-1] + bytes([row.sealed[-1] ^ 1])
    assert found(town) is None
    kept(town)
    assert found(town) == WORDS


def test_without_keys_there_is_none_and_none_is_made(town: Town) -> None:
    kept(town)
    with town.work("worker") as work:
        work.opened.user_secret = None
        assert draft.find(work, "signals.log") is None
        with pytest.raises(KeysNeeded):
            draft.keep(work, "signals.log", WORDS)


def test_a_form_that_needs_no_keys_is_sent_without_them(town: Town) -> None:
    kept(town)
    with town.committed("worker") as work:
        work.opened.user_secret = None
        draft.sent(work, "signals.log")
    assert found(town) == WORDS
    with town.committed("worker") as work:
        draft.sent(work, "signals.log")
    assert found(town) is None
