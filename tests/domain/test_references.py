"""A reference is read however it was typed, and nothing else is taken for one."""

import pytest

from signalering.domain.references import ALPHABET, LOOKS_LIKE, read_references, to_the_letter


@pytest.mark.parametrize(
    "typed", ["7KMD-R3XW", "7kmd-r3xw", "7kmdr3xw", "7KMD R3XW", " 7 kmd-r3 xw ", "7KMD\u2013R3XW"]
)
def test_any_spelling_of_a_reference(typed: str) -> None:
    assert read_references(typed) == ("7KMD-R3XW",)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("7KM0-R3XW", "7KMD-R3XW"),
        ("7KMO-R3XW", "7KMD-R3XW"),
        ("1KMD-R3XW", "7KMD-R3XW"),
        ("ikmd-r3xw", "7KMD-R3XW"),
        ("7KMD-BEXW", "7KMD-R3XW"),
        ("7KMD-R3XU", "7KMD-R3XW"),
    ],
)
def test_a_sign_that_no_reference_has_stands_for_what_looks_like_it(typed: str, meant: str) -> None:
    assert meant in read_references(typed)


@pytest.mark.parametrize(
    "typed",
    ["", "7KMD", "7KMD-R3X", "7KMD-R3XWW", "Hendriks", "0O1I-0O1I", "7KM\N{PILE OF POO}R3XW"],
)
def test_anything_else_is_none(typed: str) -> None:
    assert read_references(typed) == ()


@pytest.mark.parametrize("typed", ["7KMD-R3XW", " 7kmd-r3xw "])
def test_to_the_letter_it_is_the_one_that_was_meant(typed: str) -> None:
    assert to_the_letter(typed) == "7KMD-R3XW"


@pytest.mark.parametrize("typed", ["", "\x00", "7KMDR3XW", "7KM0-R3XW", "7KMD-R3X\x00", "7-MDR3XW"])
def test_to_the_letter_nothing_else_is_one(typed: str) -> None:
    assert to_the_letter(typed) == ""


def test_look_alikes_lead_from_outside_the_alphabet_into_it() -> None:
    assert not set(LOOKS_LIKE) & set(ALPHABET)
    assert set("".join(LOOKS_LIKE.values())) <= set(ALPHABET)


def test_a_text_stands_for_few_references() -> None:
    assert len(read_references("0000DDDD")) == 0
    assert len(read_references("000DDDDD")) == 27
