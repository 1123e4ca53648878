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


def test_a_desk_that_makes_too_many_cards_waits_and_keeps_what_was_typed(browser: Browser) -> None:
    browser.log_in("worker")
    press = SHORTEST | {"note": "Mist de buren.", "new_card": "yes"}
    codes = set()
    for _ in range(21):
        page = send(browser, press, status=200)
        codes |= set(re.findall(r'name="card_code"[^>]*value="([^"]+)"', page))
    assert len(codes) == 21
    page = send(browser, press, status=429)
    assert "Mist de buren." in page
    assert "Deze kaart printen" not in page


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}"[^>]*value="([^"]*)"', page)
    assert found is not None
    return html.unescape(found[1])


def test_an_answer_about_danger_is_not_an_answer_to_what_is_written_later(
    browser: Browser, file_town: Town
) -> None:
    browser.log_in("worker")
    first = SHORTEST | {"note": "Haar zoon bedreigt haar."}
    about = hidden(send(browser, first, status=422), "danger_about")
    # Answered, and then something else is wrong: the answer stays in the form.
    page = send(
        browser, first | {"age_band": "", "danger": "helped", "danger_about": about}, status=422
    )
    kept = {name: hidden(page, name) for name in ("danger", "danger_about")}
    assert kept == {"danger": "helped", "danger_about": about}
    worse = SHORTEST | {"note": "Haar zoon bedreigt haar. Ze wil niet meer leven."}
    page = send(browser, worse | kept, status=422)
    assert "Ik heb hulp ingeschakeld" in page
    assert count(file_town) == 0
    send(browser, worse | {"danger": "helped", "danger_about": hidden(page, "danger_about")})
    assert count(file_town) == 1


def test_the_cards_text_is_none_that_a_worker_reads_out(browser: Browser, file_town: Town) -> None:
    browser.log_in("worker")
    page = send(browser, SHORTEST | CONTACT | {"text_version": "card-1"}, status=422)
    assert CONTACT["contact_name"] in page
    assert hidden(page, "text_version") == "contact-2", "the form comes back with one that is"
    assert count(file_town) == 0
