"""A colleague is taken in: with hats that go together, an organisation that agreed, an entry."""

import pytest
from kit.newcomers import invited
from kit.partners import stopped
from kit.town import Town
from kit.trail import entries
from sqlalchemy import func, select

from signalering.domain.commands.accounts.invite import Invite
from signalering.domain.errors import InvalidInput
from signalering.domain.states import Hat
from signalering.models.accounts.account import Account
from signalering.models.keys.user import Credential, UserKey
from signalering.models.partners.partner import Partner
from signalering.services.accounts.actors import first_hat
from signalering.services.accounts.invite import invite, new_link_token, open_link


@pytest.mark.parametrize(
    ("hats", "first"),
    [
        ((Hat.MANAGER,), Hat.MANAGER),
        ((Hat.FRONTLINE, Hat.COORDINATOR), Hat.COORDINATOR),
        ((Hat.MANAGER, Hat.ADMINISTRATOR, Hat.COORDINATOR), Hat.COORDINATOR),
        ((Hat.ADMINISTRATOR, Hat.MANAGER), Hat.MANAGER),
        ((Hat.PRIVACY_OFFICER,), Hat.PRIVACY_OFFICER),
    ],
)
def test_a_colleague_with_these_hats_is_taken_in(
    town: Town, hats: tuple[Hat, ...], first: Hat
) -> None:
    person = invited(town, "newcomer", *hats)
    with town.work(writes=False) as work:
        account = work.data.get_one(Account, person.account_id)
        assert {row.hat for row in account.hats} == set(hats)
        assert first_hat(account) is first
        assert work.keys.get(UserKey, person.account_id) is not None
        assert work.keys.get(Credential, person.account_id) is not None
    (entry,) = [
        entry
        for entry in entries(town, "account_invited")
        if entry["object"] == str(person.account_id)
    ]
    assert set(entry["details"]["hats"].split(",")) == set(hats)
    assert entry["actor"] == str(town.people["administrator"].account_id)


def refused(town: Town, command: Invite) -> tuple[str, str]:
    """Field and code of a refusal that left nothing behind."""
    with town.work(writes=False) as work:
        before = work.data.scalar(select(func.count()).select_from(Account))
    with town.work("administrator") as work, pytest.raises(InvalidInput) as error:
        invite(work, command)
    with town.work(writes=False) as work:
        assert work.data.scalar(select(func.count()).select_from(Account)) == before
    return error.value.field, error.value.code


@pytest.mark.parametrize(
    ("hats", "code"),
    [
        (frozenset[Hat](), "required"),
        (frozenset({Hat.PRIVACY_OFFICER, Hat.COORDINATOR}), "hats_together"),
        (frozenset({Hat.FRONTLINE, Hat.MANAGER}), "hats_together"),
    ],
)
def test_hats_that_do_not_go_together(town: Town, hats: frozenset[Hat], code: str) -> None:
    command = Invite("new@proefdorp.test", "Nieuw", hats, "Praktijk De Kas")
    assert refused(town, command) == ("hats", code)


def test_an_address_is_known_in_whatever_case(town: Town) -> None:
    command = Invite(" Worker@Proefdorp.TEST ", "Weer", frozenset({Hat.MANAGER}), None)
    assert refused(town, command) == ("email", "known_address")


@pytest.mark.parametrize("email", ["", "new", "new one@proefdorp.test", "new@proef\tdorp.test"])
def test_what_is_no_address(town: Town, email: str) -> None:
    command = Invite(email, "Nieuw", frozenset({Hat.MANAGER}), None)
    assert refused(town, command) == ("email", "not_an_address")


def test_a_worker_has_an_organisation(town: Town) -> None:
    hats = frozenset({Hat.FRONTLINE})
    command = Invite("new@proefdorp.test", "Nieuw", hats, None)
    assert refused(town, command) == ("partner", "required")
    command = Invite("new@proefdorp.test", "Nieuw", hats, "Onbekend")
    assert refused(town, command) == ("partner", "unknown_partner")


def test_the_agreement_comes_first(town: Town) -> None:
    with town.committed() as work:
        work.data.add(Partner(name="Zonder afspraak", domain="housing"))
    command = Invite("new@proefdorp.test", "Nieuw", frozenset({Hat.FRONTLINE}), "Zonder afspraak")
    assert refused(town, command) == ("partner", "no_agreement")


def test_a_link_of_an_organisation_that_stopped_opens_nothing(town: Town) -> None:
    command = Invite("new@proefdorp.test", "Nieuw", frozenset({Hat.FRONTLINE}), "Praktijk De Kas")
    with town.committed("administrator") as work:
        token = new_link_token(work, invite(work, command).id)
        assert open_link(work, token) is not None
    stopped(town)
    with town.work(writes=False) as work:
        assert open_link(work, token) is None
