"""Codes as RFC 6238 has them."""

from datetime import UTC, datetime, timedelta

import pytest

from signalering.vault.codes import code_at, new_secret, step_of

# Appendix B of RFC 6238, SHA-1: the last six of its eight digits.
SECRET = b"12345678901234567890"
VECTORS = {
    59: "287082",
    1111111109: "081804",
    1111111111: "050471",
    1234567890: "005924",
    2000000000: "279037",
    20000000000: "353130",
}


@pytest.mark.parametrize(("second", "code"), VECTORS.items())
def test_the_standard_s_own_vectors(second: int, code: str) -> None:
    assert code_at(SECRET, datetime.fromtimestamp(second, UTC)) == code


def test_one_step_early_or_late_is_taken_and_no_more() -> None:
    now = datetime.fromtimestamp(1234567890, UTC)
    taken = {
        away: step_of(SECRET, code_at(SECRET, now + timedelta(seconds=30 * away)), now)
        for away in range(-3, 4)
    }
    step = 1234567890 // 30
    assert taken == {-3: None, -2: None, -1: step - 1, 0: step, 1: step + 1, 2: None, 3: None}


@pytest.mark.parametrize("typed", ["", "28708", "2870820", "28708a", "²87082", "-28708", "287083"])
def test_what_is_no_code_is_no_code(typed: str) -> None:
    assert step_of(SECRET, typed, datetime.fromtimestamp(59, UTC)) is None


def test_blanks_in_a_code_are_no_matter() -> None:
    assert step_of(SECRET, " 287 082 ", datetime.fromtimestamp(59, UTC)) == 1


def test_secrets_are_long_and_differ() -> None:
    assert len({new_secret() for _ in range(20)}) == 20
    assert len(new_secret()) == 20
