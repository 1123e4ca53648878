"""Writing to a reporter: what comes too late is refused, and what was typed is not lost."""

import pytest
from kit.browser_like import Browser
from kit.signals import taken
from kit.town import Town

from signalering.models.signals.entries import ThreadEntry

TYPED = "Een lange vraag die niet weg mag <b>zijn</b>"


def test_a_second_question_is_refused_and_stays_readable(browser: Browser, file_town: Town) -> None:
    signal_id = taken(file_town)
    browser.log_in("coordinator")
    question = {"message": TYPED, "kind": "question"}
    browser.post("signals.ask", question, signal_id=signal_id)
    answer = browser.post("signals.ask", question, status=409, signal_id=signal_id)
    page = answer.get_data(as_text=True)
    assert "Een lange vraag die niet weg mag &lt;b&gt;zijn" in page


@pytest.mark.parametrize(
    ("task", "field", "status"), [("remark", "text", 403), ("ask", "message", 403)]
)
def test_what_was_typed_when_a_colleague_has_it_by_now_is_shown(
    browser: Browser, file_town: Town, task: str, field: str, status: int
) -> None:
    signal_id = taken(file_town)
    browser.log_in("coordinator")
    browser.post("signals.hand_back", signal_id=signal_id)
    data = {field: TYPED, "kind": "message"}
    answer = browser.post(f"signals.{task}", data, status=status, signal_id=signal_id)
    assert "Een lange vraag die niet weg mag" in answer.get_data(as_text=True)


def test_a_fault_shows_it_too(browser: Browser, file_town: Town) -> None:
    signal_id = taken(file_town)
    with file_town.house.data.begin() as connection:
        ThreadEntry.__table__.drop(connection)
    browser.log_in("coordinator")
    data = {"message": TYPED, "kind": "message"}
    answer = browser.post("signals.ask", data, status=500, signal_id=signal_id)
    assert "Een lange vraag die niet weg mag" in answer.get_data(as_text=True)


def test_a_name_is_marked_before_a_reporter_reads_it(browser: Browser, file_town: Town) -> None:
    signal_id = taken(file_town)
    browser.log_in("coordinator")
    question = {"message": "Is mevrouw Bakker gebeld op 06-12345678?", "kind": "question"}
    answer = browser.post("signals.ask", question, status=422, signal_id=signal_id)
    page = answer.get_data(as_text=True)
    assert "<mark>06-12345678</mark>" in page
    taken_over = browser.post(
        "signals.ask", question | {"take_over": "all"}, status=200, signal_id=signal_id
    ).get_data(as_text=True)
    assert "06-12345678" not in taken_over
    assert "gebeld op" in taken_over


def test_both_reporters_get_no_name_either(browser: Browser, file_town: Town) -> None:
    first, second = taken(file_town), taken(file_town)
    browser.log_in("coordinator")
    question = {"other": str(second), "message": "Bel 06-12345678."}
    answer = browser.post("signals.ask_both", question, status=422, signal_id=first)
    assert "<mark>06-12345678</mark>" in answer.get_data(as_text=True)
    answer = browser.post(
        "signals.ask_both", question | {"take_over": "all"}, status=200, signal_id=first
    )
    assert "06-12345678" not in answer.get_data(as_text=True)
