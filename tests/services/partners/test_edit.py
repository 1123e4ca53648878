"""An organisation is changed by one at a time; who stops keeps accounts, and gets no new ones."""

from dataclasses import replace

import pytest
from kit.partners import HOUSING, partner_id, partner_view
from kit.town import Town
from kit.trail import entries

from signalering.domain.commands.accounts.invite import Invite
from signalering.domain.commands.partners.edit import EditPartner
from signalering.domain.errors import Conflict, Denied, InvalidInput, NotFound
from signalering.domain.states import Hat
from signalering.services.accounts.actors import standing_actor
from signalering.services.accounts.invite import invite, organisations
from signalering.services.partners.edit import edit


def changed(town: Town) -> EditPartner:
    """All of it different, but for its domain."""
    view = partner_view(town)
    return EditPartner(view.id, "Wonen aan Land", "housing", "Info@Wonen.test", False, view.version)


def test_all_of_it_is_changed(town: Town) -> None:
    command = changed(town)
    with town.committed("administrator") as work:
        edit(work, command)
    view = partner_view(town, "Wonen aan Land")
    assert (view.contact_address, view.active) == ("info@wonen.test", False)
    assert view.version == command.version + 1
    assert view.agreement_version == "1"
    (entry,) = entries(town, "partner_changed")
    assert entry["object"] == str(view.id)
    assert entry["details"] == {"domain": "housing", "active": "no", "seats": "0"}


def test_who_was_overtaken_is_told(town: Town) -> None:
    command = changed(town)
    with town.committed("administrator") as work:
        edit(work, command)
    with town.work("administrator") as work, pytest.raises(Conflict):
        edit(work, replace(command, name=HOUSING))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "Praktijk De Kas"}, "name"),
        ({"name": "a\x00b"}, "name"),
        ({"domain": "pub"}, "domain"),
        ({"contact_address": ""}, "contact_address"),
        ({"contact_address": "info at wonen"}, "contact_address"),
        ({"contact_address": f"{'x' * 250}@wonen.test"}, "contact_address"),
    ],
)
def test_what_is_wrong_is_told(town: Town, changes: dict[str, str], field: str) -> None:
    command = changed(town)
    with town.work("administrator") as work, pytest.raises(InvalidInput) as refused:
        edit(work, replace(command, **changes))
    assert refused.value.field == field


def test_others_may_not_and_strangers_are_not_found(file_town: Town) -> None:
    command = changed(file_town)
    with file_town.work("coordinator") as work, pytest.raises(Denied):
        edit(work, command)
    stranger = file_town.people["worker"].account_id
    with file_town.work("administrator") as work, pytest.raises(NotFound):
        edit(work, replace(command, partner_id=stranger))


def test_who_stopped_keeps_accounts_and_gets_no_new_ones(town: Town) -> None:
    command = replace(changed(town), name="Praktijk De Kas", domain="care_welfare")
    command = replace(command, partner_id=partner_id(town, "Praktijk De Kas"))
    with town.committed("administrator") as work:
        edit(work, command)
    with town.work(writes=False) as work:
        worker = town.people["worker"].account_id
        assert standing_actor(work, worker, 0, Hat.FRONTLINE) is not None
    asked = Invite("x@kas.test", "Nieuw", frozenset({Hat.FRONTLINE}), "Praktijk De Kas")
    with town.work("administrator") as work, pytest.raises(InvalidInput) as refused:
        invite(work, asked)
    assert refused.value.code == "partner_stopped"
    with town.work("administrator", writes=False) as work:
        assert "Praktijk De Kas" not in organisations(work)
