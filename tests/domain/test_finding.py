"""What a typed text may be, and how phone numbers, streets and postcodes are compared."""

import pytest

from signalering.domain.finding import (
    SearchKind,
    address_words,
    is_enough,
    likeness_of_number,
    likeness_of_phone,
    phone_numbers,
    readings,
    stem_of,
)

K = SearchKind


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("06-12345678", ["612345678"]),
        ("06 1234 5678", ["612345678"]),
        ("0612345678", ["612345678"]),
        ("+31 6 12345678", ["612345678"]),
        ("+31612345678", ["612345678"]),
        ("+31 (0)6 12 34 56 78", ["612345678"]),
        ("(+31) 6 12345678", ["612345678"]),
        ("0031 6 12345678", ["612345678"]),
        ("0031(0)612345678", ["612345678"]),
        ("31612345678", ["612345678"]),
        ("(0174) 555 555", ["174555555"]),
        ("0174/555555", ["174555555"]),
        ("0174.55.55.55", ["174555555"]),
        ("0174\u2013555555", ["174555555"]),
        ("+48 22 123 45 67", ["48221234567"]),
        ("0048 22 123 45 67", ["48221234567"]),
        ("\u0660\u0666\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668", ["612345678"]),
        ("0174 555555 / 06 12345678", ["174555555", "612345678"]),
        ("0174-555555, of dochter 06-12345678", ["174555555", "612345678"]),
        ("0174 55 55 55 (na 18 uur)", ["174555555"]),
        ("geen", []),
        ("", []),
    ],
)
def test_one_number_however_it_is_spelled(written: str, numbers: list[str]) -> None:
    assert list(phone_numbers(written)) == numbers


@pytest.mark.parametrize(
    ("typed", "likeness"),
    [
        ("0612345678", 100),
        ("+31 6 1234-5678", 100),
        ("5678", 90),
        ("34 56 78", 90),
        ("06 123", 80),
        ("+31 6 12", 80),
        ("6123", 0),
        ("1234", 0),
        ("0612345679", 0),
        ("+32 6 12345678", 0),
        ("0031", 0),
        ("+31 0", 0),
    ],
)
def test_a_number_is_known_by_all_its_last_or_its_first_digits(typed: str, likeness: int) -> None:
    assert likeness_of_phone(typed)("612345678") == likeness


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Kerkstraat 12", ["kerkstraat", "12"]),
        ("Kerkstr. 12", ["kerkstraat", "12"]),
        ("Kerk straat 12", ["kerkstraat", "12"]),
        ("Kerk str 12", ["kerkstraat", "12"]),
        ("kerkstraat nr 12-A", ["kerkstraat", "12a"]),
        ("Prins Hendrik laan 3", ["prins", "hendriklaan", "3"]),
        ("Pr. Hendriklaan 3", ["prins", "hendriklaan", "3"]),
        ("Burg. van der Verzonnenlaan 3", ["burgemeester", "verzonnenlaan", "3"]),
        ("Hoflaan 1, 2671 ab Naaldwijk", ["hoflaan", "1", "2671ab", "naaldwijk"]),
        ("2671AB 12", ["2671ab", "12"]),
        ("Laan van Verzonnen 5", ["laan", "verzonnen", "5"]),
        ("1e Verzonnenstraat 5", ["1e", "verzonnenstraat", "5"]),
        ("", []),
    ],
)
def test_a_street_however_it_is_written(written: str, words: list[str]) -> None:
    assert list(address_words(written)) == words


@pytest.mark.parametrize(
    ("word", "typed", "likeness"),
    [
        ("12", "12", 100),
        ("12a", "12", 90),
        ("2671ab", "2671", 90),
        ("2671ab", "2671ab", 100),
        ("2671ac", "2671ab", 0),
        ("120", "12", 0),
        ("12", "12a", 0),
        ("12b", "12a", 0),
    ],
)
def test_another_number_is_another_place(word: str, typed: str, likeness: int) -> None:
    assert likeness_of_number(word, typed) == likeness


def test_what_many_streets_share_is_no_likeness() -> None:
    assert stem_of("kerkstraat") == "kerk"
    assert stem_of("hoflaan") == "hof"
    assert stem_of("straat") == "straat"
    assert stem_of("naaldwijk") == "naaldwijk"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Jansen", [K.NAME, K.ADDRESS, K.EMAIL]),
        ("Jan van Dijk", [K.NAME, K.ADDRESS]),
        ("van der Laan", [K.NAME, K.ADDRESS]),
        ("Laan van Verzonnen", [K.NAME, K.ADDRESS]),
        ("Kerkstraat", [K.ADDRESS, K.NAME, K.EMAIL]),
        ("Kerk straat", [K.ADDRESS, K.NAME]),
        ("Hoek 12", [K.ADDRESS, K.NAME]),
        ("2671 AB", [K.ADDRESS, K.NAME]),
        ("0174 555 555", [K.PHONE]),
        ("+31 (0)174-555.555", [K.PHONE]),
        ("5678", [K.PHONE, K.ADDRESS]),
        ("truida@", [K.EMAIL]),
        ("truida.v", [K.NAME, K.ADDRESS, K.EMAIL]),
        ("7KMD-R3XW", [K.REFERENCE, K.ADDRESS, K.NAME, K.EMAIL]),
        ("3679-4673", [K.REFERENCE, K.PHONE]),
    ],
)
def test_a_text_is_read_in_the_likeliest_way_first(text: str, kinds: list[SearchKind]) -> None:
    assert list(readings(text)) == kinds


@pytest.mark.parametrize(
    "text",
    ["", "a", "12", "1 2", "?!", "- -", "...", "+", "()", "\N{GRINNING FACE}" * 4, "@", "@@@"],
)
def test_too_little_is_read_in_no_way(text: str) -> None:
    assert readings(text) == ()
    assert not any(is_enough(kind, text) for kind in SearchKind)


def test_three_digits_may_begin_an_address_of_mail_alone() -> None:
    assert readings("123") == ()
    assert [kind for kind in SearchKind if is_enough(kind, "123")] == [K.EMAIL, K.ADDRESS]


@pytest.mark.parametrize("text", ["(.*)+$", "[a-z]{9}", "a" * 10_000, "0 " * 5_000, "\\", "%_%"])
def test_signs_of_patterns_and_long_texts_are_only_text(text: str) -> None:
    for kind in readings(text):
        assert kind in SearchKind
    phone_numbers(text)
    address_words(text)
