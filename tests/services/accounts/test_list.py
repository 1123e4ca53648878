"""Pages of accounts by name, with training as it counts today."""

from datetime import date
from uuid import uuid4

import pytest
from kit.town import PEOPLE, Town

from signalering.domain.errors import Denied
from signalering.models.accounts.account import Account
from signalering.services.accounts.list import PAGE, list_accounts


def test_training_counts_with_its_grace(town: Town) -> None:
    for today, lapsed in ((date(2028, 3, 31), False), (date(2028, 4, 1), True)):
        town.clock.move_to(
            town.clock.now().replace(year=today.year, month=today.month, day=today.day)
        )
        with town.committed("administrator") as work:
            lines = {line.name: line for line in list_accounts(work).lines}
        assert lines["Wil Melder"].training_lapsed is lapsed
        assert lines["Ulla Melder"].training_lapsed
        assert not lines["Cor Dinator"].training_lapsed, "coordinators are exempt"


def test_pages_hold_fifty_and_everybody_once(file_town: Town) -> None:
    with file_town.committed() as work:
        for number in range(PAGE):
            work.data.add(Account(id=uuid4(), email=f"a{number}@proefdorp.test", name="Zus Zoveel"))
    seen = []
    with file_town.committed("administrator") as work:
        for page in (1, 2):
            view = list_accounts(work, page)
            assert view.has_next is (page == 1)
            seen += [line.id for line in view.lines]
    assert len(seen) == len(set(seen)) == PAGE + len(PEOPLE)


@pytest.mark.parametrize("person", ["worker", "coordinator", "manager", "privacy_officer"])
def test_administrators_only(file_town: Town, person: str) -> None:
    with file_town.work(person) as work, pytest.raises(Denied):
        list_accounts(work)


def test_a_part_of_a_name_or_an_address_finds(town: Town) -> None:
    with town.committed() as work:
        work.data.add(Account(id=uuid4(), email="e100%@proefdorp.test", name="Élise Verzonnen"))
    found = {}
    with town.committed("administrator") as work:
        for part in ("wil mel", "Élise", "100%", "1000", "%"):
            found[part] = {line.name for line in list_accounts(work, name=part).lines}
    assert found == {
        "wil mel": {"Wil Melder"},
        "Élise": {"Élise Verzonnen"},
        "100%": {"Élise Verzonnen"},
        "1000": set(),
        "%": {"Élise Verzonnen"},
    }
