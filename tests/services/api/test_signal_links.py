"""Codes are laid ready sealed, open once for a worker of that partner, and are tied to nothing."""

from datetime import timedelta

import pytest
from kit.dump import steal
from kit.guesses import try_everything
from kit.programs import CODES, HOUSING, caller_of, laid_ready
from kit.tampering import left_as, spoilt
from kit.thief import Thief
from kit.town import Town
from kit.trail import entries
from sqlalchemy import select

from signalering.domain.api import LINK_LASTS, ApiScope
from signalering.domain.errors import (
    Denied,
    InvalidInput,
    KeysNeeded,
    NotAllowedNow,
    NotFound,
    TooOften,
)
from signalering.domain.throttles import IN_A_MINUTE, Tried
from signalering.models.api.signal_link import ApiRequest, SignalLink
from signalering.models.signals.signal import Signal
from signalering.services.accounts import draft
from signalering.services.api.signal_links import sweep
from signalering.services.opened import Opened
from signalering.services.signals.open_link import open_link, waits
from signalering.vault.links import carrier_of, new_token, token_hash

PLACE = "signals.log"


def rows(town: Town) -> list[SignalLink]:
    with town.work(writes=False) as work:
        found = list(work.data.scalars(select(SignalLink)))
        work.data.expunge_all()
        return found


def test_a_worker_of_that_partner_opens_it_once(town: Town) -> None:
    token = laid_ready(town, caller_of(town))
    (row,) = rows(town)
    assert b"monster" not in row.sealed
    with town.work("worker", writes=False) as work:
        waits(work, token)
    with town.committed("worker") as work:
        open_link(work, token, PLACE)
    assert rows(town) == []
    with town.work("worker", writes=False) as work:
        found = draft.find(work, PLACE)
        assert work.data.scalars(select(Signal)).all() == [], "who pressed no button told nothing"
    assert sorted(found or []) == sorted((n, c) for n, listed in CODES.items() for c in listed)
    with town.committed("worker") as work:
        draft.forget(work, PLACE)
    with town.work("worker") as work, pytest.raises(NotFound):
        open_link(work, token, PLACE)
    (entry,) = entries(town, "signal_link_opened")
    assert (entry["object"], entry["details"]) == ("", {})
    (made,) = entries(town, "signal_link_made")
    assert made["details"] == {}


@pytest.mark.one_engine
def test_the_codes_open_with_the_address_alone(town: Town) -> None:
    """Sizes are alike, and no column says whose it is."""
    caller = caller_of(town)
    laid_ready(town, caller)
    laid_ready(town, caller, {"place": ("unknown",)})
    assert {column.name for column in SignalLink.__table__.columns} == {
        "token_hash",
        "sealed",
        "until",
    }
    assert len({len(row.sealed) for row in rows(town)}) == 1
    assert {row.until.second for row in rows(town)} == {0}


@pytest.mark.one_engine
@pytest.mark.parametrize(
    ("key", "error"),
    [
        ("other_worker", NotFound),  # trained, of another organisation
        ("coordinator", NotFound),  # of none
        ("untrained", Denied),
        ("administrator", Denied),
    ],
)
def test_nobody_else_opens_it(town: Town, key: str, error: type[Exception]) -> None:
    token = laid_ready(town, caller_of(town))
    for act in (waits, lambda work, token: open_link(work, token, PLACE)):
        with town.work(key) as work, pytest.raises(error):
            act(work, token)
    assert len(rows(town)) == 1


@pytest.mark.one_engine
def test_whoever_has_the_databases_and_the_settings_opens_none(town: Town) -> None:
    token = laid_ready(town, caller_of(town), key="de sleutel van het verzoek")
    thief = Thief(steal(town.house))
    try_everything(thief)
    assert thief.opened == {}
    thief.try_keys([carrier_of(token, "signal link")])
    assert set(thief.opened) == {"signal_link.sealed"}
    assert b"monster" in thief.has_opened


@pytest.mark.one_engine
def test_one_that_was_tampered_with_is_as_good_as_none(town: Town) -> None:
    caller = caller_of(town)
    laid_ready(town, caller)
    token = laid_ready(town, caller)
    key = {"token_hash": token_hash(token)}
    (value,) = (row.sealed for row in rows(town) if row.token_hash == key["token_hash"])
    for how, bad in spoilt(town, "signal_link.sealed", value).items():
        with left_as(town, "signal_link.sealed", key, bad), town.work("worker") as work:
            with pytest.raises(NotFound):
                open_link(work, token, PLACE)
            assert how
    with town.committed("worker") as work:
        open_link(work, token, PLACE)


@pytest.mark.one_engine
def test_it_is_over_in_minutes(town: Town) -> None:
    token = laid_ready(town, caller_of(town))
    town.clock.move_to(town.clock.now() + LINK_LASTS + timedelta(minutes=1))
    with town.work("worker") as work, pytest.raises(NotFound):
        open_link(work, token, PLACE)
    with town.work("worker") as work, pytest.raises(NotFound):
        waits(work, new_token())
    with town.committed() as work:
        sweep(work)
    assert rows(town) == []


@pytest.mark.one_engine
def test_nothing_typed_is_lost_to_it(town: Town) -> None:
    token = laid_ready(town, caller_of(town))
    with town.committed("worker") as work:
        draft.keep(work, PLACE, [("place", "poeldijk")])
    with town.work("worker") as work, pytest.raises(NotAllowedNow):
        open_link(work, token, PLACE)
    with town.committed("worker") as work:
        assert draft.find(work, PLACE) == [("place", "poeldijk")]
        draft.forget(work, PLACE)
    with town.work("worker") as work:
        work.opened = Opened(work.by().account_id)
        with pytest.raises(KeysNeeded):
            open_link(work, token, PLACE)
    with town.committed("worker") as work:
        open_link(work, token, PLACE)


@pytest.mark.one_engine
@pytest.mark.parametrize(
    ("codes", "field", "code"),
    [
        ({}, "", "api_nothing"),
        ({"indicators": ()}, "", "api_nothing"),
        ({"note": ("ze is eenzaam",)}, "note", "api_unknown_name"),
        ({"contact_answer": ("none",)}, "contact_answer", "api_unknown_name"),
        ({"main_wish": ("unknown",)}, "main_wish", "api_unknown_name"),
        ({"place": ("Kerkstraat 1",)}, "place", "unknown_code"),
        ({"place": ("a\x00b",)}, "place", "unknown_code"),
        ({"place": ("monster", "poeldijk")}, "place", "api_list"),
        ({"indicators": ("says_lonely", "says_lonely")}, "indicators", "api_list"),
    ],
)
def test_codes_of_closed_lists_alone(
    town: Town, codes: dict[str, tuple[str, ...]], field: str, code: str
) -> None:
    caller = caller_of(town)
    with pytest.raises(InvalidInput) as refused:
        laid_ready(town, caller, codes)
    assert (refused.value.field, refused.value.code) == (field, code)
    assert rows(town) == []


@pytest.mark.one_engine
def test_it_asks_for_its_scope_and_has_a_minute(town: Town) -> None:
    with pytest.raises(Denied):
        laid_ready(town, caller_of(town, HOUSING, ApiScope.TRAINING))
    caller = caller_of(town)
    for _ in range(IN_A_MINUTE[Tried.API_LINK]):
        laid_ready(town, caller)
    with pytest.raises(TooOften):
        laid_ready(town, caller)


def test_the_same_request_is_carried_out_once(town: Town) -> None:
    caller, other = caller_of(town), caller_of(town, HOUSING)
    token = laid_ready(town, caller, key="een")
    assert laid_ready(town, caller, key="een") == token
    assert len(rows(town)) == 1
    with town.committed("worker") as work:
        open_link(work, token, PLACE)
    # Used, it is not there again.
    assert laid_ready(town, caller, key="een") == token
    assert rows(town) == []
    with pytest.raises(InvalidInput) as refused:
        laid_ready(town, caller, {"place": ("poeldijk",)}, key="een")
    assert (refused.value.field, refused.value.code) == ("Idempotency-Key", "api_key_used")
    # A key is its client's own, and without one each request is another.
    assert laid_ready(town, other, key="een") != token
    assert laid_ready(town, caller, key="twee") != token
    assert laid_ready(town, caller) != laid_ready(town, caller)
    town.clock.move_to(town.clock.now() + timedelta(days=2))
    with town.committed() as work:
        sweep(work)
        assert work.data.scalars(select(ApiRequest)).all() == []
