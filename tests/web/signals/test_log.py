"""The form: without a script, with everything typed kept, and nothing half sent."""

import html
import re
from typing import Any

import pytest
from kit.browser_like import Browser
from kit.town import Town
from sqlalchemy import func, select

from signalering.domain.lifecycles import EpochState
from signalering.models.keys.group import GroupEpoch
from signalering.models.signals.signal import Signal

SHORTEST: dict[str, Any] = {
    "indicators": ["says_lonely"],
    "place": "monster",
    "age_band": "unknown",
    "request": "contact",
    "contact_answer": "not_asked",
}
CONTACT = {
    "contact_answer": "yes_details",
    "contact_name": "Truida Verzonnen",
    "contact_phone": "0174 55 55 55",
}


def token_of(page: str) -> str:
    found = re.search(r'name="token"[^>]*value="([^"]+)"', page)
    assert found is not None
    return html.unescape(found[1])


def send(browser: Browser, data: dict[str, Any], status: int = 302) -> str:
    """Open the form, fill it in, send it; gives where one is sent, or the page."""
    token = token_of(browser.get("signals.log"))
    answer = browser.post("signals.log", {"token": token, **data}, status=status)
    return answer.location if status == 302 else answer.get_data(as_text=True)


def count(town: Town) -> int:
    with town.work(writes=False) as work:
        return work.data.scalar(select(func.count()).select_from(Signal)) or 0


def test_the_shortest_honest_signal(browser: Browser, file_town: Town) -> None:
    browser.log_in("worker")
    receipt = browser.open(send(browser, SHORTEST))
    with file_town.work(writes=False) as work:
        signal = work.data.scalars(select(Signal)).one()
        assert signal.reference in receipt
        assert (signal.area, signal.lives_with, signal.duration) == (
            "monster",
            "unknown",
            "unknown",
        )
    assert "wo 25 november 2026" in receipt


def test_sent_twice_it_is_one_signal_with_one_receipt(browser: Browser, file_town: Town) -> None:
    browser.log_in("worker")
    data = {"token": token_of(browser.get("signals.log")), **SHORTEST}
    answers = {browser.post("signals.log", data).location for _ in range(2)}
    assert len(answers) == 1
    assert count(file_town) == 1


def test_an_empty_form_says_what_is_missing_and_where(browser: Browser) -> None:
    browser.log_in("worker")
    page = send(browser, {}, status=422)
    for field in ("indicators", "place", "age_band", "request", "contact_answer"):
        assert f'href="#{field}"' in page
        assert f'id="{field}"' in page
    assert 'href="#lives_with"' not in page


def test_a_note_that_identifies_comes_back_marked_and_everything_stays(
    browser: Browser, file_town: Town
) -> None:
    browser.log_in("worker")
    data = {**SHORTEST, **CONTACT, "note": "Bel haar <b>op</b> 06-12345678.", "duration": "months"}
    page = send(browser, data, status=422)
    assert "<mark>06-12345678</mark>" in page
    assert "[telefoon]" in page
    for kept in ("Truida Verzonnen", "0174 55 55 55", ['value="months"', "selected"][0]):
        assert kept in page
    assert re.search(r'<option selected value="months">', page)
    assert re.search(r'value="says_lonely"\s+checked', page)
    assert "<b>op</b>" not in page
    assert count(file_town) == 0


def test_what_is_missing_and_what_identifies_are_said_together(browser: Browser) -> None:
    browser.log_in("worker")
    page = send(browser, {"note": "Mail naar tr@voorbeeld.nl"}, status=422)
    assert 'href="#place"' in page
    assert 'href="#note"' in page
    assert "<mark>tr@voorbeeld.nl</mark>" in page


def test_one_click_takes_the_proposals_over_and_sends_nothing(
    browser: Browser, file_town: Town
) -> None:
    browser.log_in("worker")
    data = {**SHORTEST, "note": "Bel haar op 06-12345678.", "take_over": "yes"}
    page = send(browser, data, status=200)
    assert "Bel haar op [telefoon]." in page
    assert "12345678" not in page
    assert count(file_town) == 0
    send(browser, {**SHORTEST, "note": "Bel haar op [telefoon]."})
    assert count(file_town) == 1


def test_contact_details_without_a_yes_are_not_dropped_unseen(browser: Browser) -> None:
    browser.log_in("worker")
    page = send(browser, {**SHORTEST, **CONTACT, "contact_answer": "no"}, status=422)
    assert "Truida Verzonnen" in page
    assert 'href="#contact_answer"' in page


def test_the_receipt_shows_nothing_that_was_sealed(browser: Browser) -> None:
    browser.log_in("worker")
    receipt = browser.open(send(browser, {**SHORTEST, **CONTACT, "note": "Mist de buren erg."}))
    for words in ("Truida", "0174", "Mist de buren"):
        assert words not in receipt
        assert words not in browser.get("signals.mine")


def test_while_nobody_can_open_it_nothing_is_taken_and_nothing_lost(
    browser: Browser, file_town: Town
) -> None:
    browser.log_in("worker")
    token = token_of(browser.get("signals.log"))
    with file_town.committed() as work:
        query = select(GroupEpoch).where(GroupEpoch.group == "casework")
        work.keys.scalars(query).one().state = EpochState.CLOSED
    data = {"token": token, **SHORTEST, "note": "Mist de buren erg."}
    page = browser.post("signals.log", data, status=503).get_data(as_text=True)
    assert "Mist de buren erg." in page
    assert count(file_town) == 0


@pytest.mark.parametrize("key", ["untrained", "manager", "administrator", "privacy_officer"])
def test_the_form_is_shut_for_who_may_not_log(browser: Browser, key: str) -> None:
    browser.log_in(key)
    page = browser.get("signals.log", status=403)
    assert ("Volg eerst de training" in page) == (key == "untrained")


def test_help_is_in_reach(browser: Browser) -> None:
    browser.log_in("worker")
    page = browser.get("signals.log")
    for number in ("tel:112", "tel:08000113", "tel:08002000", "tel:08001205"):
        assert number in page
    assert "Jonger dan 18" in page
