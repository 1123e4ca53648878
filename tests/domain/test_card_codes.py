"""The code on a card: read by old eyes, said over a bad line, and checked by its last sign."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.iso7064 import mod_37_36

from signalering.domain.card_codes import ALPHABET, LENGTH, check_sign, new_code, normalised, shown
from signalering.domain.errors import InvalidInput

RANDOM = st.text(ALPHABET, min_size=LENGTH - 1, max_size=LENGTH - 1)


@given(RANDOM)
def test_the_last_sign_is_that_of_the_standard(text: str) -> None:
    assert check_sign(text) == mod_37_36.calc_check_digit(text, ALPHABET)


def test_no_vowels_and_nothing_that_looks_alike() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET) == 22
    assert not set(ALPHABET) & set("AEIOU01258QSZ7")


def test_a_fresh_code_is_as_it_stands_on_the_card() -> None:
    code = new_code()
    assert len(code) == LENGTH
    assert len(shown(code)) == LENGTH + 2
    assert normalised(shown(code)) == code
    assert len({new_code() for _ in range(200)}) == 200


@given(RANDOM, st.sampled_from(["", "-", " ", " - ", "–", "."]), st.booleans())
def test_it_may_be_typed_in_many_ways(text: str, between: str, low: bool) -> None:
    code = text + check_sign(text)
    typed = between.join(code[start : start + 4] for start in (0, 4, 8))
    assert normalised(f" {typed.lower() if low else typed} ") == code
    looked = code.replace("B", "8").replace("L", "1")
    assert normalised(looked) == code


@given(RANDOM, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_one_wrong_sign_is_noticed(text: str, place: int, sign: str) -> None:
    code = text + check_sign(text)
    wrong = code[:place] + sign + code[place + 1 :]
    if wrong != code:
        with pytest.raises(InvalidInput, match="card_mistyped"):
            normalised(wrong)


def test_two_that_changed_places_are_nearly_always_noticed() -> None:
    pairs = [(a, b) for a in ALPHABET for b in ALPHABET if a != b]
    same = [check_sign(f"CDF{a}{b}GHJKLM") == check_sign(f"CDF{b}{a}GHJKLM") for a, b in pairs]
    assert sum(same) <= len(pairs) / 20


@given(st.text(max_size=60))
def test_anything_else_is_refused_in_words(text: str) -> None:
    with pytest.raises(InvalidInput, match=r"card_mistyped|required") as refused:
        normalised(text + "?")
    assert refused.value.field == "code"
