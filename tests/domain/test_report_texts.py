"""Every statement has a text, every text its figures, in both languages."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import signalering
from signalering.domain.report_texts import CAPTIONS, HEADINGS, NOT_YET, TEXTS
from signalering.domain.views.statistics.report import Said, Topic
from signalering.privacy.disclosure.tables import Kind

CATALOGUE = Path(signalering.__file__).parent / "translations/en/LC_MESSAGES/messages.po"
HOLES = re.compile(r"%\((\w+)\)s")
CARRIES = {
    Said.TOTAL: {"first"},
    Said.MORE: {"period", "second"},
    Said.FEWER: {"period", "second"},
    Said.NO_CLEAR_CHANGE: {"period", "second"},
    Said.MOST: {"names"},
    Said.SEVERAL: {"names"},
    Said.MIDDLE: {"names"},
    Said.MIDDLE_ONE_OF: {"names"},
    Said.PICKED_UP: {"first"},
    Said.REFERRED: {"first"},
    Said.STILL_ATTENDING: {"first"},
    Said.BETTER: {"first", "second"},
    Said.WORSE: {"first", "second"},
    Said.NO_CLEAR_DIFFERENCE: {"first", "second"},
    Said.NOT_MEASURED: {"first"},
    Said.GAP: {"names", "first", "second"},
}


def test_each_topic_has_a_heading_and_each_table_a_caption() -> None:
    assert set(HEADINGS) == set(Topic)
    assert set(CAPTIONS) == set(Kind)
    assert {kind for _, kind in TEXTS} | set(NOT_YET) == set(Said)


@pytest.mark.parametrize(("topic", "kind"), TEXTS, ids=str)
def test_a_sentence_shows_all_that_it_carries_in_both_languages(topic: Topic, kind: Said) -> None:
    text = TEXTS[topic, kind]
    assert set(HOLES.findall(text)) == CARRIES.get(kind, set())
    with CATALOGUE.open("rb") as file:
        message = read_po(file).get(text)
    assert message is not None
    assert isinstance(message.string, str)
    assert sorted(HOLES.findall(message.string)) == sorted(HOLES.findall(text))


def test_no_sentence_has_a_number_of_its_own() -> None:
    for text in (*TEXTS.values(), *HEADINGS.values(), *NOT_YET.values(), *CAPTIONS.values()):
        assert not re.search(r"\d", text), text
