"""Looking up a card's code: slow for who guesses, open for who has one, and no address is kept."""

from datetime import timedelta

import pytest
from kit.cards import ADDRESS, later, leaving, left, printed, with_card
from kit.town import Town
from sqlalchemy import select

from signalering.domain.card_codes import new_code
from signalering.domain.errors import InvalidInput, TooOften
from signalering.domain.throttles import CEILINGS, RULES, Ceiling, Tried
from signalering.models.accounts.day_key import DayKey
from signalering.models.accounts.throttle import Throttle
from signalering.models.signals.contact import ContactCard
from signalering.services.public.card import card
from signalering.services.public.leave import leave
from signalering.services.upkeep import run_jobs

OTHER = "2001:db8::7"


def wrong(town: Town, address: str = ADDRESS) -> None:
    with town.work() as work, pytest.raises(InvalidInput, match="card_unknown"):
        card(work, new_code(), address)


def test_after_ten_wrong_codes_one_waits_and_others_dont(town: Town) -> None:
    _, code = with_card(town)
    for _ in range(RULES[Tried.CARD].free + 1):
        wrong(town)
    with town.work() as work, pytest.raises(TooOften):
        card(work, code, ADDRESS)
    with town.committed() as work:
        assert card(work, code, OTHER).kinds == ()
    later(town, timedelta(minutes=1))
    with town.committed() as work:
        card(work, code, ADDRESS)


def test_a_right_code_costs_nothing_and_forgives_nothing(town: Town) -> None:
    _, code = with_card(town)
    for _ in range(2 * CEILINGS[Ceiling.CARDS]):
        with town.committed() as work:
            card(work, code, ADDRESS)
    for number in range(RULES[Tried.CARD].free + 1):
        wrong(town)
        if number < RULES[Tried.CARD].free:
            with town.committed() as work:
                card(work, code, ADDRESS)
    with town.work() as work, pytest.raises(TooOften):
        card(work, code, ADDRESS)
    later(town, timedelta(minutes=1))
    wrong(town)
    with town.work() as work, pytest.raises(TooOften):
        card(work, new_code(), ADDRESS)


def test_a_slip_in_the_details_is_no_wrong_code(town: Town) -> None:
    _, code = with_card(town)
    for _ in range(3 * RULES[Tried.CARD].free):
        with town.work() as work, pytest.raises(InvalidInput, match="consent_tick"):
            leave(work, leaving(code, agreed=False), ADDRESS)


def test_other_addresses_of_one_connection_are_no_others(town: Town) -> None:
    for number in range(RULES[Tried.CARD].free + 1):
        wrong(town, f"2001:db8::{number:x}:1")
    with town.work() as work, pytest.raises(TooOften):
        card(work, new_code(), "2001:db8::ffff")
    wrong(town, "2001:db8:0:1::1")
    wrong(town, "::ffff:203.0.113.7")


def test_all_together_meet_a_ceiling_that_keeps_nobody_from_logging_in(town: Town) -> None:
    most = CEILINGS[Ceiling.CARDS]
    for number in range(most):
        wrong(town, f"203.0.113.{number}")
    with town.work() as work, pytest.raises(TooOften):
        card(work, new_code(), "203.0.113.250")
    later(town, timedelta(minutes=1))
    wrong(town, "203.0.113.251")


def test_no_address_and_no_key_of_yesterday_is_kept(town: Town) -> None:
    wrong(town)
    with town.work(writes=False) as work:
        (key,) = work.data.scalars(select(DayKey))
        stored = [row.key_hash for row in work.data.scalars(select(Throttle))]
        assert key.day == town.clock.today()
        secret = key.secret
    assert not any(ADDRESS.encode() in one for one in stored)
    later(town, timedelta(days=1))
    assert run_jobs(town.house, lambda: False) == []
    with town.work(writes=False) as work:
        assert work.data.scalars(select(DayKey)).all() == []
    wrong(town)
    with town.work(writes=False) as work:
        (fresh,) = work.data.scalars(select(DayKey))
        assert fresh.secret != secret


def test_a_typing_error_costs_no_try(town: Town) -> None:
    for _ in range(30):
        with town.work() as work, pytest.raises(InvalidInput, match="card_mistyped"):
            card(work, "CDFG-HJKL-MN4", ADDRESS)
    with town.work(writes=False) as work:
        assert work.data.scalars(select(Throttle)).all() == []


def test_the_code_itself_is_nowhere(town: Town) -> None:
    code = printed(town)
    plain = code.replace("-", "")
    with town.work(writes=False) as work:
        (row,) = work.data.scalars(select(ContactCard))
        assert len(row.code_hash) == 32
        assert plain.encode() not in row.code_hash


def test_unopened_details_and_lapsed_cards_go_by_themselves(town: Town) -> None:
    _, code = with_card(town)
    _, unused = with_card(town)
    left(town, code)
    # Announced two weeks before.
    for days in (16, 14, 1):
        later(town, timedelta(days=days))
        assert run_jobs(town.house, lambda: False) == []
    with town.work() as work, pytest.raises(InvalidInput, match="card_unknown"):
        card(work, code, ADDRESS)
    with town.committed() as work:
        card(work, unused, ADDRESS)
    later(town, timedelta(days=30))
    assert run_jobs(town.house, lambda: False) == []
    with town.work(writes=False) as work:
        assert work.data.scalars(select(ContactCard)).all() == []
