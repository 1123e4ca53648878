"""A claim is a count of 1-4 that nine in ten parts of a belief agree on."""

import pytest

from signalering.privacy.disclosure.attack import Spot, claimed

SPOT = Spot("2026", "area", ("north",))


@pytest.mark.parametrize(
    ("belief", "claims"),
    [
        ({1: 9.0, 2: 1.0}, [(SPOT, 1)]),
        ({1: 8.9, 2: 1.1}, []),
        ({0: 10.0}, []),
        ({5: 10.0}, []),
        ({4: 0.0}, []),
        ({}, []),
    ],
)
def test_a_claim_needs_nine_in_ten(
    belief: dict[int, float], claims: list[tuple[Spot, int]]
) -> None:
    assert list(claimed(SPOT, belief)) == claims
