"""The mark of something new, on both sides' lists, and the sentence where one can't write."""

from datetime import UTC, datetime

from flask import Flask
from kit.browser_like import Browser
from kit.signals import row_of, taken
from kit.town import Town

MARK = "nieuw bericht"


def test_new_until_it_is_opened_on_both_sides(
    app: Flask, browser: Browser, file_town: Town
) -> None:
    signal_id = taken(file_town)
    keeper = browser.log_in("coordinator")
    keeper.post("signals.ask", {"message": "Komt er iemand langs?"}, signal_id=signal_id)
    file_town.clock.move_to(datetime(2026, 11, 24, 7, tzinfo=UTC))
    worker = Browser(app, file_town).log_in("worker")
    assert MARK in worker.get("signals.mine")
    assert "Komt er iemand langs?" in worker.get("signals.reply", signal_id=signal_id)
    assert MARK not in worker.get("signals.mine")
    worker.post("signals.reply", {"text": "Ja, elke week."}, signal_id=signal_id)
    keeper = Browser(app, file_town).log_in("coordinator")
    assert MARK in keeper.get("signals.inbox", queue="mine")
    assert "Ja, elke week." in keeper.get("signals.show", signal_id=signal_id)
    assert MARK not in keeper.get("signals.inbox", queue="mine")


def test_who_writes_just_after_it_was_closed_gets_the_words_back_and_a_sentence(
    app: Flask, browser: Browser, file_town: Town
) -> None:
    signal_id = taken(file_town)
    browser.log_in("coordinator").post(
        "signals.close", {"ending": "advice_given"}, signal_id=signal_id
    )
    worker = Browser(app, file_town).log_in("worker")
    answer = worker.post("signals.reply", {"text": "Nog iets."}, status=409, signal_id=signal_id)
    page = answer.get_data(as_text=True)
    assert "Nog iets." in page
    assert "kun je niet meer schrijven" in page
    file_town.clock.move_to(datetime(2026, 11, 24, 7, tzinfo=UTC))
    worker = Browser(app, file_town).log_in("worker")
    page = worker.get("signals.reply", signal_id=signal_id)
    assert "kun je niet meer schrijven" in page
    assert "<textarea" not in page


def test_a_duplicate_of_a_duplicate_is_refused_with_a_reason(
    browser: Browser, file_town: Town
) -> None:
    first, second = taken(file_town), taken(file_town)
    browser.log_in("coordinator")
    answer = {"ending": "duplicate", "duplicate_of": str(first)}
    browser.post("signals.close", answer, signal_id=second)
    answer = {"ending": "duplicate", "duplicate_of": str(second)}
    page = browser.post("signals.close", answer, status=422, signal_id=first)
    assert "zelf dubbel" in page.get_data(as_text=True)
    assert row_of(file_town, first).state == "in_triage"
