"""The coordinators' pages: queues, a signal, and every step with it."""

import re

import pytest
from flask import Flask
from kit.browser_like import Browser
from kit.signals import a_signal, logged, row_of, taken, with_details
from kit.town import Town

from signalering.domain.states import SignalState
from signalering.services.signals.inbox import PAGE
from signalering.services.signals.log import log
from signalering.web.assets import assets

# Over the wire, with all that a first visit loads; pages with words are never compressed.
MOST_BYTES = 60_000


def test_the_queues_show_codes_and_no_words(browser: Browser, file_town: Town) -> None:
    signal_id = logged(file_town)
    browser.log_in("coordinator")
    page = browser.get("signals.inbox")
    assert row_of(file_town, signal_id).reference in page
    assert "Nieuw (1)" in page
    assert "Mist de buren" not in page
    assert "Wil Melder" not in page
    for queue in ("mine", "waiting", "overdue", "nonsense"):
        browser.get("signals.inbox", queue=queue)


def test_a_full_page_is_light_and_the_next_goes_on_where_it_ends(
    browser: Browser, file_town: Town
) -> None:
    with file_town.committed("coordinator") as work:
        for _ in range(PAGE + 1):
            log(work, a_signal(note=""))
    browser.log_in("coordinator")
    page = browser.get("signals.inbox")
    fetched = sum(len(assets()[name].packed) for name in ("site.css", "site.js", "icon.svg"))
    assert page.count('scope="row"') == PAGE
    assert len(page.encode()) + fetched < MOST_BYTES
    following = page.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0]
    second = browser.open(following.replace("&amp;", "&"))
    assert second.count('scope="row"') == 1
    assert 'rel="prev"' in second


def test_from_the_queue_to_the_end(browser: Browser, file_town: Town) -> None:
    signal_id = logged(file_town, command=with_details())
    browser.log_in("coordinator")
    assert "Oppakken" in browser.get("signals.show", signal_id=signal_id)
    browser.post("signals.take", signal_id=signal_id)
    page = browser.get("signals.show", signal_id=signal_id)
    for shown in ("Dit signaal is nu van jou.", "Zit veel binnen", "Wil Melder", "telefoonnummer"):
        assert shown in page
    for sealed in ("Truida", "0174"):
        assert sealed not in page
    browser.post("signals.remark", {"text": "Morgen <i>bellen</i>"}, signal_id=signal_id)
    page = browser.get("signals.show", signal_id=signal_id)
    assert "Morgen &lt;i&gt;bellen&lt;/i&gt;" in page
    browser.get("signals.close", signal_id=signal_id)
    answer = {"ending": "not_suitable", "feedback": "thanks"}
    page = browser.post("signals.close", answer, status=422, signal_id=signal_id)
    assert 'href="#reason"' in page.get_data(as_text=True)
    browser.post("signals.close", {**answer, "reason": "too_little"}, signal_id=signal_id)
    page = browser.get("signals.show", signal_id=signal_id)
    assert "past niet bij ons (te weinig informatie)" in page
    page = browser.post("signals.reopen", status=422, signal_id=signal_id)
    assert 'href="#reason"' in page.get_data(as_text=True)
    browser.post("signals.reopen", {"reason": "asked_again"}, signal_id=signal_id)
    browser.post("signals.hand_back", signal_id=signal_id)
    row = row_of(file_town, signal_id)
    assert (row.state, row.owner_id) == (SignalState.NEW, None)


def test_a_remark_that_is_too_long_comes_back_with_its_words(
    browser: Browser, file_town: Town
) -> None:
    signal_id = taken(file_town)
    browser.log_in("coordinator")
    words = "Lang verhaal. " * 300
    page = browser.post("signals.remark", {"text": words}, status=422, signal_id=signal_id)
    assert words.strip() in page.get_data(as_text=True)


def test_who_comes_second_is_told_who_was_first(
    app: Flask, browser: Browser, file_town: Town
) -> None:
    signal_id = logged(file_town)
    browser.log_in("coordinator").post("signals.take", signal_id=signal_id)
    second = Browser(app, file_town).log_in("other_coordinator")
    page = second.post("signals.take", status=409, signal_id=signal_id)
    assert "Cor Dinator" in page.get_data(as_text=True)
    for step in ("remark", "hand_back", "close"):
        data = {"text": "Ik ook", "ending": "advice_given"}
        second.post(f"signals.{step}", data, status=403, signal_id=signal_id)
    second.get("signals.close", status=403, signal_id=signal_id)
    assert row_of(file_town, signal_id).state == SignalState.IN_TRIAGE


@pytest.mark.parametrize("key", ["worker", "manager", "administrator", "privacy_officer"])
def test_nobody_else_comes_here(browser: Browser, file_town: Town, key: str) -> None:
    signal_id = logged(file_town)
    browser.log_in(key)
    browser.get("signals.inbox", status=403)
    browser.get("signals.show", status=403, signal_id=signal_id)
    for step in ("take", "hand_back", "remark", "close", "reopen"):
        browser.post(f"signals.{step}", status=403, signal_id=signal_id)


def test_what_was_chosen_above_the_list_is_remembered(browser: Browser, file_town: Town) -> None:
    signal_id = logged(file_town)
    row = row_of(file_town, signal_id)
    browser.log_in("coordinator")
    assert row.reference not in browser.get("signals.inbox", narrow="yes", age_band="18-34")
    assert row.reference not in browser.get("signals.inbox")
    assert row.reference in browser.get("signals.inbox", narrow="yes", area=row.area)
    assert row.reference in browser.get("signals.inbox", narrow="yes", area="nonsense")
    assert row.reference in browser.get("signals.inbox", narrow="no")


def test_ticked_signals_go_to_a_colleague(browser: Browser, file_town: Town) -> None:
    ids = [logged(file_town) for _ in range(3)]
    other = str(file_town.people["other_coordinator"].account_id)
    browser.log_in("coordinator")
    ticked = {"signals": [str(one) for one in ids[:2]]}
    page = browser.post("signals.assign", ticked, status=422).get_data(as_text=True)
    assert len(re.findall(r"\schecked\b", page)) == 2
    browser.post("signals.assign", ticked | {"owner": other}, queue="new")
    assert "De signalen zijn toegewezen." in browser.get("signals.inbox")
    assert [row_of(file_town, one).state for one in ids] == ["in_triage", "in_triage", "new"]
