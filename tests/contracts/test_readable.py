"""Dutch texts read easily: measured place by place, with what may be harder named."""

from collections.abc import Iterator

import pytest
from kit.readable import EASY, EXCEPTIONS, LONGEST, REPORT, Place, ease, places, sentences, words_in

# Words of offices that have a plain one beside them.
STIFF = {
    "aangaande", "alsmede", "alsook", "conform", "derhalve", "desbetreffende", "desgewenst",
    "dient", "dienen", "echter", "gaarne", "geschieden", "hetgeen", "hieromtrent", "hiertoe",
    "indien", "inzake", "jegens", "krachtens", "middels", "mits", "mogelijkerwijs", "nadien",
    "namelijk", "nimmer", "omtrent", "ongeacht", "onverwijld", "reeds", "slechts", "teneinde",
    "tenzij", "tevens", "thans", "uiterst", "veelal", "vermits", "voornoemd", "waarborgen",
    "wenselijk", "zodoende", "zulks",
}  # fmt: skip


@pytest.fixture(scope="module")
def told() -> Iterator[list[Place]]:
    """Every place with its score."""
    return places()


def test_each_place_reads_easily_or_is_an_exception(told: list[Place]) -> None:
    assert len(told) > 150
    hard = {place.name: round(place.score) for place in told if place.score < EASY}
    assert set(hard) == set(EXCEPTIONS), hard


def test_sentences_are_short(told: list[Place]) -> None:
    long = {
        place.name: sentence
        for place in told
        for sentence in place.sentences
        if words_in(sentence) > LONGEST
    }
    assert long == {}


def test_plain_words_are_taken(told: list[Place]) -> None:
    found = {
        (place.name, word)
        for place in told
        for sentence in place.sentences
        for word in sentence.lower().replace(".", " ").replace(",", " ").split()
        if word in STIFF
    }
    assert found == set()


def test_the_measure_tells_hard_from_easy() -> None:
    """A check that can't fail would say nothing."""
    easy = [*sentences("Je belt de buurman op. Hij is blij dat je belt. Dat zegt hij ook.")]
    hard = (
        "Overeenkomstig de desbetreffende uitvoeringsbepalingen geschiedt gegevensverstrekking "
        "uitsluitend na voorafgaande schriftelijke toestemmingsverlening van betrokkene."
    )
    assert len(easy) == 3
    assert ease(easy) > 90
    assert ease([hard]) < 30


def test_the_paper_names_the_exceptions() -> None:
    written = REPORT.read_text("utf-8").splitlines()
    reasons = {line.rpartition(" | ")[2].rstrip(" |") for line in written if line.startswith("| ")}
    assert set(EXCEPTIONS.values()) <= reasons
