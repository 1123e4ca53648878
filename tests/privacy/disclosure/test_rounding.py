"""Rounding: close, unbiased, never rising down a funnel, and the same for ever."""

import hashlib
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signalering.privacy.disclosure.addresses import address
from signalering.privacy.disclosure.periods import Period
from signalering.privacy.disclosure.rounding import (
    RoundingSecret,
    possible_counts,
    rounded,
    weight,
)

CELL = address("registered", Period.parse("2026"), {"area": "monster"}, "areas-9")
SECRETS = st.binary(min_size=32, max_size=48).map(RoundingSecret)
COUNTS = st.integers(0, 10**7)


def secret(number: int) -> RoundingSecret:
    return RoundingSecret(hashlib.sha256(number.to_bytes(4, "big")).digest())


@given(COUNTS, SECRETS)
def test_a_figure_is_a_multiple_of_five_at_most_four_off(count: int, key: RoundingSecret) -> None:
    figure = rounded(count, CELL, key)
    assert figure % 5 == 0
    assert abs(figure - count) <= 4
    assert count in possible_counts(figure)
    assert weight(count, figure) > 0


@given(SECRETS)
def test_nought_stays_nought(key: RoundingSecret) -> None:
    assert rounded(0, CELL, key) == 0


@given(COUNTS, COUNTS, SECRETS)
def test_stages_of_one_cell_never_rise(one: int, other: int, key: RoundingSecret) -> None:
    low, high = sorted((one, other))
    assert rounded(low, CELL, key) <= rounded(high, CELL, key)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 7, 13, 48])
def test_figures_are_right_on_average(count: int) -> None:
    draws = 4000
    figures = [rounded(count, CELL, secret(number)) for number in range(draws)]
    share = count % 5 / 5
    deviation = 5 * math.sqrt(share * (1 - share) / draws)
    assert abs(sum(figures) / draws - count) <= 4 * deviation


def test_the_weights_are_the_shares_of_offsets() -> None:
    for count in range(30):
        assert sum(weight(count, figure) for figure in range(0, 50, 5)) == 5
    draws = 4000
    below = sum(rounded(3, CELL, secret(number)) == 0 for number in range(draws)) / draws
    assert below == pytest.approx(weight(3, 0) / 5, abs=0.03)


def test_the_offset_hangs_on_the_cell() -> None:
    cells = [
        address("registered", Period.parse(f"{year}"), {"area": "monster"}, "areas-9")
        for year in range(2026, 2066)
    ]
    assert {rounded(3, cell, secret(1)) for cell in cells} == {0, 5}


def test_figures_once_published_come_out_again() -> None:
    figures = [rounded(count, CELL, secret(7)) for count in (0, 1, 2, 3, 4, 5, 12, 99)]
    assert figures == [0, 0, 0, 5, 5, 5, 10, 100]


@pytest.mark.parametrize(
    ("count", "key"), [(-1, secret(1)), (1, RoundingSecret(b"")), (1, RoundingSecret(b"x" * 31))]
)
def test_a_negative_count_or_a_weak_secret_is_refused(count: int, key: RoundingSecret) -> None:
    with pytest.raises(ValueError, match="needed"):
        rounded(count, CELL, key)


@pytest.mark.parametrize("figure", [-5, 3, 14])
def test_what_was_never_published_has_no_counts(figure: int) -> None:
    with pytest.raises(ValueError, match="no published figure"):
        possible_counts(figure)
