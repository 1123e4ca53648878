"""A client gets a token for its secret while it may, and a token lets in while its client may."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from kit.partners import partner_id, stopped
from kit.programs import ADDRESS, ALL, HOUSING, PRACTICE, client_of, client_row, token_of
from kit.town import Town
from kit.trail import entries
from sqlalchemy import select

from signalering.domain.api import CLIENT_LASTS, TOKEN_LASTS, ApiScope
from signalering.domain.commands.api.token import AskToken
from signalering.domain.commands.partners.clients import MakeClient
from signalering.domain.errors import Denied, InvalidInput, NotAllowedNow, NotFound, TooOften
from signalering.domain.throttles import IN_A_MINUTE, RULES, Tried
from signalering.domain.views.api.caller import Caller
from signalering.models.api.client import ApiClient, ApiToken
from signalering.services.api.callers import count_call, count_wrong, let_in
from signalering.services.api.token import sweep, token
from signalering.services.partners.clients import KEPT, MOST, clients, make_client
from signalering.services.partners.clients import sweep as sweep_clients
from signalering.services.partners.revoke_client import revoke_client
from signalering.services.retention._snapshot import NEVER
from signalering.vault.links import new_token

pytestmark = pytest.mark.one_engine


def let(town: Town, given: str) -> Caller | None:
    with town.work(writes=False) as work:
        return let_in(work, given)


def refusals(town: Town) -> list[str]:
    return [entry["details"]["cause"] for entry in entries(town, "api_refused")]


def test_a_token_lives_for_minutes_and_says_whose_it_is(town: Town) -> None:
    client = client_of(town)
    given = token_of(town, client)
    assert let(town, given) == Caller(
        client.client_id, partner_id(town, PRACTICE), frozenset(ApiScope)
    )
    assert client_row(town, client.client_id).used_on == town.clock.today()
    for other in (new_token(), "", "a\x00b", client.secret):
        assert let(town, other) is None
    town.clock.move_to(town.clock.now() + TOKEN_LASTS - timedelta(seconds=1))
    assert let(town, given)
    town.clock.move_to(town.clock.now() + timedelta(seconds=1))
    assert let(town, given) is None
    with town.committed() as work:
        sweep(work)
        assert work.data.scalars(select(ApiToken)).all() == []


def test_a_token_may_have_less_than_its_client_and_never_more(town: Town) -> None:
    client = client_of(town, scopes=("training:read", "statistics:read"))
    caller = let(town, token_of(town, client, "training:read"))
    assert caller is not None
    assert caller.scopes == {ApiScope.TRAINING}
    caller.require(ApiScope.TRAINING)
    with pytest.raises(Denied):
        caller.require(ApiScope.STATISTICS)
    for more in ("workers:read", "no-such-scope"):
        with pytest.raises(InvalidInput):
            token_of(town, client, more)
    assert refusals(town) == ["client_scope"] * 2


def test_nothing_is_kept_that_lets_in(town: Town) -> None:
    client = client_of(town)
    given = token_of(town, client)
    with town.work(writes=False) as work:
        kept = [
            value
            for model in (ApiClient, ApiToken)
            for row in work.data.execute(select(model.__table__)).all()
            for value in row
        ]
    for secret in (client.secret, given):
        assert not any(secret in str(value) or secret.encode() == value for value in kept)
    assert {"api_client", "api_token", "api_request", "signal_link"} <= NEVER


def test_a_wrong_secret_is_told_no_and_accounted_for(town: Town) -> None:
    client = client_of(town)
    other = client_of(town, HOUSING)
    for secret in ("wrong", other.secret, client.secret + "x", "\ufffd", "é" * 40):
        with pytest.raises(Denied):
            token(town.house, AskToken(client.client_id, secret), ADDRESS)
    assert refusals(town) == ["wrong_secret"] * 5
    # Nobody knows of it: there is nothing to account for.
    with pytest.raises(Denied):
        token(town.house, AskToken(uuid4(), client.secret), ADDRESS)
    assert len(refusals(town)) == 5


def test_a_client_ends_with_its_last_day(town: Town) -> None:
    client = client_of(town, days=1)
    town.clock.move_to(town.clock.now() + timedelta(days=1))
    given = token_of(town, client)
    town.clock.move_to(town.clock.now().replace(hour=22, minute=55))
    late = token_of(town, client)
    assert let(town, given) is None
    assert let(town, late)
    town.clock.move_to(town.clock.now() + timedelta(minutes=6))
    assert let(town, late) is None, "the day is over before the token is"
    with pytest.raises(Denied):
        token_of(town, client)
    assert refusals(town) == ["client_ended"]


def test_a_revoked_client_gets_nothing_from_that_moment(town: Town) -> None:
    client = client_of(town)
    given, partner = token_of(town, client), partner_id(town, PRACTICE)
    with town.work("administrator") as work, pytest.raises(NotFound):
        revoke_client(work, partner_id(town, HOUSING), client.client_id)
    with town.committed("administrator") as work:
        revoke_client(work, partner, client.client_id)
    assert let(town, given) is None
    with pytest.raises(Denied):
        token_of(town, client)
    with town.work("administrator") as work, pytest.raises(NotAllowedNow):
        revoke_client(work, partner, client.client_id)
    with town.work("administrator") as work, pytest.raises(NotFound):
        revoke_client(work, partner, uuid4())
    (made,), (gone,) = entries(town, "api_client_made"), entries(town, "api_client_revoked")
    assert made["object"] == gone["object"] == str(client.client_id)
    assert gone["details"] == {"partner_id": str(partner)}


def test_a_partner_that_stopped_is_shut_out(town: Town) -> None:
    client = client_of(town)
    given = token_of(town, client)
    stopped(town, PRACTICE)
    assert let(town, given) is None
    with pytest.raises(Denied):
        token_of(town, client)


@pytest.mark.parametrize("key", ["worker", "coordinator", "manager", "privacy_officer"])
def test_others_let_no_program_in(town: Town, key: str) -> None:
    client, partner = client_of(town), partner_id(town, PRACTICE)
    wanted = MakeClient(partner, "Nog een", ALL, town.clock.today() + timedelta(days=1))
    with town.work(key) as work:
        with pytest.raises(Denied):
            clients(work, partner)
        with pytest.raises(Denied):
            make_client(work, wanted)
        with pytest.raises(Denied):
            revoke_client(work, partner, client.client_id)


def test_what_cannot_be_is_said(town: Town) -> None:
    client_of(town, name="Systeem")
    partner, today = partner_id(town, PRACTICE), town.clock.today()
    good = MakeClient(partner, "Nieuw", ALL, today + CLIENT_LASTS)

    def refused(**changes: Any) -> tuple[str, str]:
        with town.work("administrator") as work, pytest.raises(InvalidInput) as error:
            make_client(work, replace(good, **changes))
        return error.value.field, error.value.code

    assert refused(until_on=today) == ("until_on", "key_past")
    assert refused(until_on=today + CLIENT_LASTS + timedelta(days=1)) == ("until_on", "key_long")
    assert refused(scopes=()) == ("scopes", "client_scopes")
    assert refused(scopes=("everything",)) == ("scopes", "client_scopes")
    assert refused(name="SYSTEEM") == ("name", "known_name")
    for number in range(MOST - 1):
        client_of(town, name=f"Systeem {number}")
    assert refused() == ("name", "clients_many")
    stopped(town, PRACTICE)
    assert refused() == ("", "partner_stopped")
    with town.work("administrator") as work, pytest.raises(NotFound):
        make_client(work, MakeClient(uuid4(), "x", ALL, today + timedelta(days=1)))


def test_what_ended_long_ago_is_forgotten(town: Town) -> None:
    old = client_of(town, days=1)
    token_of(town, old)
    town.clock.move_to(town.clock.now() + KEPT + timedelta(days=2))
    fresh = client_of(town, name="Nieuw")
    with town.committed() as work:
        sweep_clients(work)
    with town.work("administrator", writes=False) as work:
        lines = clients(work, partner_id(town, PRACTICE)).lines
    assert [line.id for line in lines] == [fresh.client_id]


def test_wrong_tries_wait_by_where_they_come_from(town: Town) -> None:
    client = client_of(town)
    for _ in range(RULES[Tried.API].free + 1):
        with town.work() as work:
            count_wrong(work, ADDRESS)
    with pytest.raises(TooOften):
        token(town.house, AskToken(client.client_id, "wrong"), ADDRESS)
    assert refusals(town) == [], "nor does it fill the trail"
    with pytest.raises(Denied):
        token(town.house, AskToken(client.client_id, "wrong"), "192.0.2.99")
    # Who has the right one is let in all the same.
    assert token_of(town, client)


def test_each_client_has_a_minute_of_its_own(town: Town) -> None:
    client, other = client_of(town), client_of(town, HOUSING)
    for _ in range(IN_A_MINUTE[Tried.API_PROOF]):
        given = token_of(town, client)
    with pytest.raises(TooOften):
        token_of(town, client)
    assert token_of(town, other)
    caller = let(town, given)
    assert caller is not None
    for _ in range(IN_A_MINUTE[Tried.API_CALL]):
        with town.work() as work:
            count_call(work, caller)
    with town.work() as work, pytest.raises(TooOften):
        count_call(work, caller)
    town.clock.move_to(town.clock.now() + timedelta(minutes=1))
    assert token_of(town, client)
