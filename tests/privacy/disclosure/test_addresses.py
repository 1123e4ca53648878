"""One cell has one address, and no two cells share one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signalering.privacy.disclosure.addresses import Address, address
from signalering.privacy.disclosure.periods import Period

YEAR = Period.parse("2026")
PARTS = st.text(st.sampled_from("ab|\x00é"), min_size=1, max_size=4)
ADDRESSES = st.builds(Address, PARTS, st.just(YEAR), PARTS, st.lists(PARTS, max_size=3).map(tuple))


def test_the_order_in_which_categories_are_given_does_not_matter() -> None:
    one = address("registered", YEAR, {"area": "monster", "age": "75+"})
    other = address("registered", YEAR, {"age": "75+", "area": "monster"})
    assert one.canonical() == other.canonical()
    assert one.table == "area x age"


def test_the_bytes_of_an_address_never_change() -> None:
    cell = address("registered", Period.parse("2026H1"), {"area": "monster"}, "areas-9")
    assert cell.canonical() == (
        b"\x00\x00\x00\x0aregistered\x00\x00\x00\x062026H1\x00\x00\x00\x07areas-9"
        b"\x00\x00\x00\x07monster"
    )


@given(ADDRESSES, ADDRESSES)
def test_two_cells_never_share_an_address(one: Address, other: Address) -> None:
    assert (one.canonical() == other.canonical()) == (one == other)


@pytest.mark.parametrize("categories", [{"street": "x"}, {"area": ""}])
def test_a_cell_outside_the_known_dimensions_is_refused(categories: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="no such cell"):
        address("registered", YEAR, categories)
