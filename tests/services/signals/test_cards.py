"""A card goes with one signal, once; what comes late finds its way."""

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from kit.cards import ADDRESS, later, leaving, left, printed, with_card
from kit.signals import CONTACT, a_signal, details_at, logged, row_of, taken, words_of
from kit.town import Town
from kit.trail import entries

from signalering.domain.commands.signals.log import GivenContact
from signalering.domain.errors import Denied, InvalidInput, NotAllowedNow, NotFound, TooOften
from signalering.domain.states import SignalState
from signalering.services.cases.bring_details import bring_details
from signalering.services.cases.open import open as open_case
from signalering.services.public.card import card
from signalering.services.public.leave import leave
from signalering.services.public.withdraw import withdraw as take_back
from signalering.services.signals import cards
from signalering.services.signals.add_details import add_details
from signalering.services.signals.card import make_card
from signalering.services.signals.log import log
from signalering.services.signals.print_cards import MOST, print_cards
from signalering.services.signals.resume import resume
from signalering.services.signals.take import take
from signalering.services.signals.usual import usual_place
from signalering.services.signals.wait import wait


def test_a_batch_is_made_by_an_administrator_alone(town: Town) -> None:
    with town.committed("administrator") as work:
        batch = print_cards(work, 8)
    assert len({one.code for one in batch}) == 8
    assert all("<svg" in one.qr for one in batch)
    for key in ("worker", "coordinator", "manager"):
        with town.work(key) as work, pytest.raises(Denied):
            print_cards(work, 1)
    for count in (0, -1, MOST + 1):
        with town.work("administrator") as work, pytest.raises(InvalidInput):
            print_cards(work, count)
    assert entries(town, "cards_printed")[-1]["details"] == {"count": "8"}


def test_a_desk_makes_its_own(town: Town) -> None:
    with town.committed("worker") as work:
        code = make_card(work)
    logged(town, command=a_signal(contact_answer="card", card_code=code))
    with town.work("untrained") as work, pytest.raises(Denied):
        make_card(work)


def test_the_same_form_twice_hands_over_once(town: Town) -> None:
    command = a_signal(contact_answer="card", card_code=printed(town))
    assert logged(town, command=command) == logged(town, command=command)


@pytest.mark.parametrize("code", ["", "   ", "CDFG", "CDFG-HJKL-MN4D"])
def test_the_answer_card_needs_a_card(town: Town, code: str) -> None:
    with town.work("worker") as work, pytest.raises(InvalidInput) as refused:
        log(work, a_signal(contact_answer="card", card_code=code))
    assert refused.value.field == "card_code"


def test_a_code_without_that_answer_is_not_dropped_unseen(town: Town) -> None:
    command = a_signal(contact_answer="no", card_code=printed(town))
    with town.work("worker") as work, pytest.raises(InvalidInput, match="card_without_answer"):
        log(work, command)


def test_of_two_workers_with_one_card_one_gets_it(town: Town) -> None:
    code = printed(town)
    done: list[str] = []

    def hand_over(key: str) -> None:
        try:
            logged(town, key, a_signal(contact_answer="card", card_code=code))
            done.append("taken")
        except InvalidInput as error:
            done.append(error.code)

    both = ("worker", "other_worker")
    threads = [threading.Thread(target=hand_over, args=(key,)) for key in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == ["card_unknown", "taken"]


def test_waiting_needs_a_card_and_ends_when_one_wants(town: Town) -> None:
    without = taken(town)
    with town.work("coordinator") as work, pytest.raises(NotAllowedNow, match="no_card"):
        wait(work, without)
    signal_id, _ = with_card(town, in_triage=True)
    with town.committed("coordinator") as work:
        wait(work, signal_id)
    with town.committed("coordinator") as work:
        resume(work, signal_id)
    row = row_of(town, signal_id)
    assert (row.state, row.deadline_kind) == (SignalState.IN_TRIAGE, "triage")


def test_a_reporter_adds_details_later_and_cant_read_them(town: Town) -> None:
    signal_id = logged(town)
    with town.committed("worker") as work:
        add_details(work, signal_id, CONTACT)
    details = details_at(town, signal_id)
    assert details is not None
    assert words_of(town, details)["consent"]["way"] == "spoken_to_worker"
    with town.work("other_worker") as work, pytest.raises(NotFound):
        add_details(work, signal_id, CONTACT)


def test_a_reporter_never_learns_that_details_came_by_card(town: Town) -> None:
    """The newest yes counts, and the answer is the same as without details; its keeper is told."""
    signal_id, code = with_card(town, in_triage=True)
    with town.committed() as work:
        leave(work, leaving(code), "192.0.2.7")
    with town.committed("worker") as work:
        add_details(work, signal_id, replace(CONTACT, name="Geertruida Verzonnen"))
    details = details_at(town, signal_id)
    assert details is not None
    assert words_of(town, details)["name"] == "Geertruida Verzonnen"
    with town.work("coordinator") as work, pytest.raises(InvalidInput, match="details_there"):
        add_details(work, signal_id, CONTACT)


def test_a_worker_reads_out_a_text_that_is_spoken(town: Town) -> None:
    signal_id = logged(town)
    with town.work("worker") as work, pytest.raises(InvalidInput):
        add_details(work, signal_id, replace(CONTACT, text_version="card-1"))


@pytest.mark.parametrize("key", ["manager", "administrator", "worker"])
def test_for_anybody_but_a_coordinator_the_card_page_is_the_residents_own(
    town: Town, key: str
) -> None:
    signal_id, code = with_card(town)
    with town.committed(key) as work:
        assert not card(work, code, ADDRESS).spoken
    with town.committed(key) as work:
        leave(work, leaving(code), ADDRESS)
    details = details_at(town, signal_id)
    assert details is not None
    consent = words_of(town, details)["consent"]
    assert (consent["way"], consent["recorded_by"]) == ("own_page", None)
    (told,) = entries(town, "card_details_left")
    assert (told["actor"], told["hat"]) == ("", "")


def test_a_card_that_nobody_hands_over_goes_after_two_years(town: Town) -> None:
    printed(town)
    later(town, timedelta(days=700))
    with town.committed() as work:
        assert cards.sweep(work) == 0
    later(town, timedelta(days=62))
    with town.committed() as work:
        assert cards.sweep(work) == 1


def test_one_desk_makes_so_many_cards_in_an_hour(town: Town) -> None:
    for _ in range(20):
        with town.committed("worker") as work:
            make_card(work)
    with town.work("worker") as work:
        make_card(work)
        work.commit()
    with town.work("worker") as work, pytest.raises(TooOften):
        make_card(work)


def test_whoever_keeps_it_adds_what_was_told_by_phone(town: Town) -> None:
    signal_id, _ = with_card(town, in_triage=True)
    with town.committed("coordinator") as work:
        wait(work, signal_id)
    with town.committed("coordinator") as work:
        add_details(work, signal_id, CONTACT)
    assert row_of(town, signal_id).state == SignalState.IN_TRIAGE
    details = details_at(town, signal_id)
    assert details is not None
    assert words_of(town, details)["consent"]["way"] == "spoken_to_coordinator"
    with town.work("coordinator") as work, pytest.raises(InvalidInput):
        add_details(work, signal_id, GivenContact(name="Truida"))


def test_with_the_card_one_sees_and_takes_back_what_came_by_phone(town: Town) -> None:
    signal_id, code = with_card(town, in_triage=True)
    with town.committed("coordinator") as work:
        add_details(work, signal_id, CONTACT)
    with town.committed() as work:
        assert card(work, code, ADDRESS).kinds == ("phone",)
    with town.committed() as work:
        assert take_back(work, code, ADDRESS).taken_back
    with town.committed("coordinator") as work:
        add_details(work, signal_id, CONTACT)
    with town.committed() as work:
        assert card(work, code, ADDRESS).kinds == ("phone",), "a no and another yes: still good"


def test_a_card_stays_good_when_a_case_gets_newer_details(town: Town) -> None:
    signal_id, code = with_card(town, in_triage=True)
    left(town, code)
    with town.committed("coordinator") as work:
        open_case(work, signal_id)
    with town.committed("worker") as work:
        add_details(work, signal_id, CONTACT)
    with town.committed("coordinator") as work:
        take(work, signal_id)
        bring_details(work, signal_id)
    with town.committed() as work:
        assert card(work, code, ADDRESS).kinds == ("phone",)


def test_what_a_resident_types_counts_more_than_what_was_told(town: Town) -> None:
    signal_id, code = with_card(town)
    with town.committed("worker") as work:
        add_details(work, signal_id, CONTACT)
    left(town, code)
    details = details_at(town, signal_id)
    assert details is not None
    assert words_of(town, details)["consent"]["way"] == "own_page"


def test_the_place_that_a_worker_always_uses_is_filled_in(town: Town) -> None:
    for _ in range(2):
        logged(town, command=a_signal(place="monster"))
    with town.work("worker", writes=False) as work:
        assert usual_place(work) == ""
    logged(town, command=a_signal(place="monster"))
    with town.work("worker", writes=False) as work:
        assert usual_place(work) == "monster"
    logged(town, command=a_signal(place="naaldwijk"))
    with town.work("worker", writes=False) as work:
        assert usual_place(work) in {"", "monster"}
    with town.work("coordinator", writes=False) as work:
        assert usual_place(work) == ""


def test_a_card_of_a_desk_that_nobody_hands_over_goes_soon(town: Town) -> None:
    """By the month: a day would tell when somebody was at work."""
    with town.committed("worker") as work:
        code = make_card(work)
    town.clock.move_to(datetime(2027, 1, 31, 12, tzinfo=UTC))
    with town.committed() as work:
        assert cards.sweep(work) == 0
    later(town, timedelta(days=1))
    with town.work("worker") as work, pytest.raises(InvalidInput, match="card_unknown"):
        log(work, a_signal(contact_answer="card", card_code=code))
    with town.committed() as work:
        assert cards.sweep(work) == 1


def test_handed_over_in_time_a_desks_card_is_good_as_long_as_any(town: Town) -> None:
    with town.committed("worker") as work:
        code = make_card(work)
    town.clock.move_to(datetime(2027, 1, 31, 12, tzinfo=UTC))
    logged(town, command=a_signal(contact_answer="card", card_code=code))
    later(town, timedelta(days=60))
    with town.committed() as work:
        assert card(work, code, ADDRESS).code
