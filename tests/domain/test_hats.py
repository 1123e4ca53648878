"""Which hats go together: every combination there is."""

from itertools import chain, combinations

import pytest

from signalering.domain.errors import InvalidInput
from signalering.domain.hats import KEY_GROUP_OF_HAT, WORDS_PER_PASSPHRASE, check_hats, words_for
from signalering.domain.states import Hat

EVERY = [
    frozenset(some)
    for some in chain.from_iterable(combinations(Hat, count) for count in range(len(Hat) + 1))
]
TOGETHER = {
    frozenset({Hat.PRIVACY_OFFICER}),
    frozenset({Hat.FRONTLINE}),
    frozenset({Hat.COORDINATOR}),
    frozenset({Hat.MANAGER}),
    frozenset({Hat.ADMINISTRATOR}),
    frozenset({Hat.FRONTLINE, Hat.COORDINATOR}),
    frozenset({Hat.ADMINISTRATOR, Hat.COORDINATOR}),
    frozenset({Hat.ADMINISTRATOR, Hat.MANAGER}),
    frozenset({Hat.COORDINATOR, Hat.MANAGER}),
    frozenset({Hat.ADMINISTRATOR, Hat.COORDINATOR, Hat.MANAGER}),
}


@pytest.mark.parametrize("hats", EVERY, ids=lambda hats: "+".join(sorted(hats)) or "none")
def test_every_combination_of_hats(hats: frozenset[Hat]) -> None:
    if hats in TOGETHER:
        check_hats(hats)
    else:
        with pytest.raises(InvalidInput) as refused:
            check_hats(hats)
        assert refused.value.code == ("hats_together" if hats else "required")


def test_who_holds_a_groups_key_has_the_longer_passphrase() -> None:
    assert WORDS_PER_PASSPHRASE.keys() == set(Hat)
    for hat, words in WORDS_PER_PASSPHRASE.items():
        assert words == (6 if hat in KEY_GROUP_OF_HAT else 4)
    assert words_for({Hat.ADMINISTRATOR}) == 4
    assert words_for({Hat.ADMINISTRATOR, Hat.COORDINATOR}) == 6


def test_two_hats_open_keys_and_no_other() -> None:
    assert dict(KEY_GROUP_OF_HAT) == {
        Hat.COORDINATOR: "casework",
        Hat.PRIVACY_OFFICER: "audit",
    }
