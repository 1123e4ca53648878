"""An organisation comes in with a known domain, and its agreement whole."""

from dataclasses import replace
from datetime import date

import pytest
from kit.town import PARTNERS, Town

from signalering.domain.commands.partners.add import AddPartner
from signalering.domain.errors import Denied, InvalidInput
from signalering.services.partners.add import add
from signalering.services.partners.list import list_partners

BAKERY = AddPartner("Bakkerij Vroeg", "business", date(2026, 5, 1), "1")


def test_it_is_listed_with_its_agreement(town: Town) -> None:
    with town.committed("administrator") as work:
        added = add(work, BAKERY)
    with town.committed("administrator") as work:
        lines = list_partners(work).lines
    assert [line.name for line in lines] == sorted([*PARTNERS, "Bakkerij Vroeg"])
    line = next(line for line in lines if line.id == added)
    assert (line.agreement_on, line.people) == (date(2026, 5, 1), 0)
    assert next(line for line in lines if line.name == "Wonen aan Zee").people == 2


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "Wonen aan Zee"}, "name"),
        ({"domain": "pub"}, "domain"),
        ({"agreement_version": None}, "agreement_version"),
        ({"agreement_on": None}, "agreement_on"),
        ({"agreement_on": date(2026, 11, 25)}, "agreement_on"),
        ({"agreement_on": date(1, 1, 1)}, "agreement_on"),
        ({"contact_address": "info"}, "contact_address"),
    ],
)
def test_what_is_wrong_is_told(file_town: Town, changes: dict[str, str | None], field: str) -> None:
    with file_town.work("administrator") as work, pytest.raises(InvalidInput) as refused:
        add(work, replace(BAKERY, **changes))
    assert refused.value.field == field


def test_others_may_not(file_town: Town) -> None:
    with file_town.work("coordinator") as work, pytest.raises(Denied):
        add(work, BAKERY)
