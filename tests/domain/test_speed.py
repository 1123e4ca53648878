"""How long something took is counted in four classes."""

import pytest

from signalering.domain.speed import FIRST_CONTACT, PICK_UP, class_of_days
from signalering.domain.vocabularies import vocabulary


@pytest.mark.parametrize(
    ("days", "found"),
    [(-3, "0-2"), (0, "0-2"), (2, "0-2"), (3, "3-5"), (10, "6-10"), (11, "11+"), (900, "11+")],
)
def test_working_days_until_it_was_picked_up(days: int, found: str) -> None:
    assert class_of_days(PICK_UP, days) == found


@pytest.mark.parametrize(("days", "found"), [(5, "0-5"), (6, "6-10"), (15, "11-15"), (16, "16+")])
def test_working_days_until_the_first_contact(days: int, found: str) -> None:
    assert class_of_days(FIRST_CONTACT, days) == found


@pytest.mark.parametrize("name", [PICK_UP, FIRST_CONTACT])
def test_every_class_is_reached_in_order(name: str) -> None:
    found = dict.fromkeys(class_of_days(name, days) for days in range(40))
    assert list(found) == list(vocabulary(name).codes)
