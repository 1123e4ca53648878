"""A reporter's own pages: where it stands, and taking it back."""

from datetime import UTC, datetime

from kit.browser_like import Browser
from kit.signals import logged, row_of, taken, with_details
from kit.town import Town

from signalering.domain.states import SignalState

TYPED = {"confirmation": "Intrekken"}


def test_an_empty_list_says_what_will_come(browser: Browser) -> None:
    browser.log_in("worker")
    assert "Hier komen de signalen" in browser.get("signals.mine")


def test_status_shows_when_it_is_published(browser: Browser, file_town: Town) -> None:
    taken(file_town)
    browser.log_in("worker")
    assert "ontvangen" in browser.get("signals.mine")
    file_town.clock.move_to(datetime(2026, 11, 24, 6, tzinfo=UTC))
    browser.log_in("worker")
    page = browser.get("signals.mine")
    assert "opgepakt" in page
    assert "Cor Dinator" not in page


def test_taking_it_back_asks_once(browser: Browser, file_town: Town) -> None:
    signal_id = logged(file_town, command=with_details())
    browser.log_in("worker")
    assert browser.url("signals.withdraw", signal_id=signal_id) in browser.get("signals.mine")
    browser.get("signals.withdraw", signal_id=signal_id)
    assert row_of(file_town, signal_id).state == SignalState.NEW
    browser.post("signals.withdraw", {}, 422, signal_id=signal_id)
    browser.post("signals.withdraw", {"confirmation": "intrek"}, 422, signal_id=signal_id)
    assert row_of(file_town, signal_id).state == SignalState.NEW
    browser.post("signals.withdraw", TYPED, signal_id=signal_id)
    page = browser.get("signals.mine")
    assert "Je signaal is ingetrokken." in page
    assert browser.url("signals.withdraw", signal_id=signal_id) not in page


def test_somebody_elses_signal_does_not_exist(browser: Browser, file_town: Town) -> None:
    signal_id = logged(file_town, "other_worker")
    browser.log_in("worker")
    browser.get("signals.receipt", status=404, signal_id=signal_id)
    browser.get("signals.withdraw", status=404, signal_id=signal_id)
    browser.post("signals.withdraw", TYPED, 404, signal_id=signal_id)
    assert row_of(file_town, signal_id).state == SignalState.NEW


def test_too_late_to_take_back(browser: Browser, file_town: Town) -> None:
    signal_id = taken(file_town)
    browser.log_in("worker")
    browser.post("signals.withdraw", TYPED, 409, signal_id=signal_id)
