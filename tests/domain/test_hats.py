"""Which hats go together: every combination there is."""

from itertools import chain, combinations

import pytest

from signalering.domain.errors import InvalidInput
from signalering.domain.hats import (
    KEEPER_OF_GROUP,
    KEY_GROUP_OF_HAT,
    WORDS_PER_PASSPHRASE,
    check_hats,
    needs_second_factor,
    words_for,
)
from signalering.domain.states import Hat

EVERY = [
    frozenset(some)
    for some in chain.from_iterable(combinations(Hat, count) for count in range(len(Hat) + 1))
]
TOGETHER = {
    frozenset({Hat.PRIVACY_OFFICER}),
    frozenset({Hat.DATA_PROTECTION_OFFICER}),
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


def test_three_hats_open_keys_and_no_other() -> None:
    assert dict(KEY_GROUP_OF_HAT) == {
        Hat.COORDINATOR: "casework",
        Hat.PRIVACY_OFFICER: "audit",
        Hat.DATA_PROTECTION_OFFICER: "audit",
    }


def test_every_group_has_one_hat_that_keeps_its_key() -> None:
    assert KEEPER_OF_GROUP.keys() == set(KEY_GROUP_OF_HAT.values())
    for group, hat in KEEPER_OF_GROUP.items():
        assert KEY_GROUP_OF_HAT[hat] == group
    assert Hat.DATA_PROTECTION_OFFICER not in KEEPER_OF_GROUP.values()


def test_the_supervisor_holds_a_key_and_proves_it_twice() -> None:
    assert needs_second_factor({Hat.DATA_PROTECTION_OFFICER})
