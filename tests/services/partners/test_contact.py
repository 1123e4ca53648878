"""Whom to turn to: one or more, in their order, and never nobody again."""

from dataclasses import replace

import pytest
from kit.partners import ANNE, partner_view, with_contact
from kit.town import Town
from kit.trail import entries

from signalering.domain.commands.partners.contact import SaveContact
from signalering.domain.errors import Conflict, Denied, InvalidInput, NotFound
from signalering.domain.partner_facts import MOST_CONTACTS, ContactPerson
from signalering.services.partners.contact import save_contact

BEN = ContactPerson("Ben Bereikbaar", "directeur", "Ben@Wonen.test")


def saved(town: Town, number: int, person: ContactPerson | None) -> None:
    view = partner_view(town)
    with town.committed("administrator") as work:
        save_contact(work, SaveContact(view.id, number, person, view.version))


def names(town: Town) -> list[tuple[int, str]]:
    return [(one.number, one.name) for one in partner_view(town).contacts]


def test_added_changed_and_taken_away(town: Town) -> None:
    assert names(town) == []
    with_contact(town)
    saved(town, 0, BEN)
    assert names(town) == [(1, ANNE.name), (2, BEN.name)]
    assert partner_view(town).contacts[1].email == "ben@wonen.test"
    saved(town, 1, replace(ANNE, name="Anna Aanspreek", phone=""))
    assert names(town) == [(1, "Anna Aanspreek"), (2, BEN.name)]
    saved(town, 1, None)
    assert names(town) == [(1, BEN.name)]
    found = [entry["details"] for entry in entries(town, "partner_contact_saved")]
    assert found == [{"new": "yes"}, {"new": "yes"}, {"new": "no"}]
    assert len(entries(town, "partner_contact_removed")) == 1


def test_the_last_one_stays(town: Town) -> None:
    with_contact(town)
    with pytest.raises(InvalidInput) as refused:
        saved(town, 1, None)
    assert refused.value.code == "last_contact"
    assert names(town) == [(1, ANNE.name)]


def test_there_is_a_most(file_town: Town) -> None:
    for _ in range(MOST_CONTACTS):
        saved(file_town, 0, ANNE)
    with pytest.raises(InvalidInput) as refused:
        saved(file_town, 0, ANNE)
    assert refused.value.code == "contacts_many"


def test_who_was_overtaken_is_told(town: Town) -> None:
    view = partner_view(town)
    with_contact(town)
    with town.work("administrator") as work, pytest.raises(Conflict):
        save_contact(work, SaveContact(view.id, 0, BEN, view.version))


@pytest.mark.parametrize("number", [-1, 2, 10**30])
@pytest.mark.parametrize("person", [None, BEN])
def test_a_number_that_nobody_has(
    file_town: Town, number: int, person: ContactPerson | None
) -> None:
    with_contact(file_town)
    with pytest.raises(NotFound):
        saved(file_town, number, person)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"),
        ({"function": ""}, "function"),
        ({"function": "x" * 201}, "function"),
        ({"email": ""}, "email"),
        ({"email": "anne"}, "email"),
        ({"phone": "bel maar"}, "phone"),
        ({"name": "a\x00b"}, "name"),
    ],
)
def test_what_is_wrong_is_told(file_town: Town, changes: dict[str, str], field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        saved(file_town, 0, replace(ANNE, **changes))
    assert refused.value.field == field


def test_others_may_not(file_town: Town) -> None:
    view = partner_view(file_town)
    with file_town.work("coordinator") as work, pytest.raises(Denied):
        save_contact(work, SaveContact(view.id, 0, BEN, view.version))
