"""Six digits, and not the ones that anybody would try first."""

import pytest

from signalering.domain.errors import InvalidInput
from signalering.domain.pins import checked_pin


@pytest.mark.parametrize("typed", ["402815", " 402 815 ", "193746", "000481"])
def test_six_digits_will_do(typed: str) -> None:
    assert checked_pin(typed) == "".join(typed.split())


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "40281a", "٤٠٢٨١٥", "-40281"])
def test_anything_else_is_no_pin(typed: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        checked_pin(typed)
    assert refused.value.code == "pin_six_digits"


@pytest.mark.parametrize(
    "typed",
    ["000000", "999999", "123456", "654321", "890123", "121212", "123123", "112233", "123321"],
)
def test_what_anybody_would_try_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        checked_pin(typed)
    assert refused.value.code == "pin_obvious"
