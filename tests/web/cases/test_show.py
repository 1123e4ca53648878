"""The page of a case: one timeline, forms that lose nothing, and nobody else gets in."""

import re
from html import unescape
from uuid import uuid4

import pytest
from flask import Flask
from kit.browser_like import Browser
from kit.cases import case_in, case_row, closed_case, opened, referral_in, tried
from kit.signals import a_signal, taken, with_details
from kit.town import Town
from kit.trail import entries

from signalering.domain.states import AttemptResult, CaseState, ReferralState
from signalering.domain.views.cases import part

ATTEMPT = {"channel": "phone", "part_of_day": "morning", "result": "no_answer", "text": ""}


def test_from_the_signal_to_the_case(browser: Browser, file_town: Town) -> None:
    signal_id = taken(file_town, command=with_details())
    browser.log_in("coordinator")
    answer = browser.post("cases.open", signal_id=signal_id)
    text = browser.open(answer.location)
    assert "Truida Verzonnen" in text
    assert "Zoek contact" in text
    assert "Cor Dinator" in text
    assert "Naar het dossier" in browser.get("signals.show", signal_id=signal_id)


def test_older_entries_stand_behind_a_link_and_each_reading_is_told(
    browser: Browser, file_town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(part, "SHOWN", 2)
    case_id = opened(file_town)
    tried(file_town, case_id, AttemptResult.NO_ANSWER)
    tried(file_town, case_id, AttemptResult.REACHED)
    before = len(entries(file_town, "case_read"))
    page, seen = browser.log_in("coordinator").get("cases.show", case_id=case_id), list[str]()
    pages = 1
    while True:
        seen += re.findall(r"nr\. (\d+)\n", page)
        link = re.search(r'href="([^"]*older=\d+[^"]*)"', page)
        if link is None:
            break
        page, pages = browser.open(unescape(link[1])), pages + 1
        assert "Naar de nieuwste regels" in page
    assert seen == sorted(seen, key=int, reverse=True)
    assert seen[-1] == "1"
    assert len(seen) == len(set(seen)) > pages > 1
    assert len(entries(file_town, "case_read")) == before + pages
    whole = re.search(r'href="([^"]*whole=1[^"]*)"', page)
    assert whole
    paper = browser.open(unescape(whole[1]))
    assert re.findall(r"nr\. (\d+)\n", paper) == seen
    assert "older=" not in paper


def test_every_kind_of_entry_can_be_read(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town)
    tried(file_town, case_id, AttemptResult.REACHED)
    referral_in(file_town, ReferralState.STOPPED, case_id)
    referral_in(file_town, ReferralState.DECLINED, case_id, "WestlandOntmoet")
    browser.log_in("coordinator")
    version = case_row(file_town, case_id).version
    browser.post(
        "cases.note", {"text": "Houdt van <b>schaken</b>", "version": version}, case_id=case_id
    )
    browser.post(
        "cases.pause",
        {"paused_until": "2026-12-10", "reason": "away", "version": version + 1},
        case_id=case_id,
    )
    browser.post("cases.pause", {"end": "yes", "version": version + 2}, case_id=case_id)
    text = browser.get("cases.show", case_id=case_id)
    for words in (
        "Houdt van &lt;b&gt;schaken&lt;/b&gt;",
        "verloor haar zus",
        "bereikt",
        "gestopt (gezondheid)",
        "afgewezen (vol)",
        "Rust voorbij",
    ):
        assert words in text


def test_a_case_that_is_taken_up_again_says_why(browser: Browser, file_town: Town) -> None:
    case_id = closed_case(file_town)
    browser.log_in("coordinator")
    version = case_row(file_town, case_id).version
    answer = browser.post(
        "cases.reopen", {"reason": "asked_again", "version": version}, case_id=case_id
    )
    assert "in gesprek (nieuwe vraag van inwoner of melder)" in browser.open(answer.location)


@pytest.mark.parametrize("state", list(CaseState))
def test_the_page_stands_in_every_state(
    browser: Browser, file_town: Town, state: CaseState
) -> None:
    closed = state is CaseState.CLOSED
    case_id = closed_case(file_town) if closed else case_in(file_town, state)
    browser.log_in("coordinator")
    text = browser.get("cases.show", case_id=case_id)
    assert ("Dossier heropenen" in text) is closed
    assert ("Notitie schrijven" in text) is not closed
    browser.get("cases.close", case_id=case_id)


def test_a_case_without_details_has_a_page(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town, command=a_signal())
    browser.log_in("coordinator")
    assert "Je werkt via de melder" in browser.get("cases.show", case_id=case_id)


@pytest.mark.parametrize(
    ("endpoint", "data", "kept"),
    [
        ("cases.note", {"text": "bel\u202een"}, "bel"),
        ("cases.note", {"text": ""}, "Vul dit in"),
        ("cases.attempt", {**ATTEMPT, "result": "", "text": "was er niet"}, "was er niet"),
        ("cases.attempt", {**ATTEMPT, "channel": "pigeon"}, "Kies iets uit de lijst"),
        ("cases.consent", {"scope": "share_with_initiative", "way": "written"}, "Kies iets"),
    ],
)
def test_what_is_refused_comes_back_with_what_was_typed(
    browser: Browser, file_town: Town, endpoint: str, data: dict[str, str], kept: str
) -> None:
    case_id = opened(file_town)
    browser.log_in("coordinator")
    answer = browser.post(endpoint, {**data, "version": "1"}, status=422, case_id=case_id)
    text = answer.get_data(as_text=True)
    assert "Er klopt iets nog niet" in text
    assert kept in text
    assert case_row(file_town, case_id).version == 1


def test_a_stale_form_is_refused_and_its_words_come_back_to_be_sent_again(
    browser: Browser, file_town: Town
) -> None:
    case_id = opened(file_town)
    browser.log_in("coordinator")
    tried(file_town, case_id)
    note = {"text": "Belangrijk: belt liever zelf.", "version": "1"}
    answer = browser.post("cases.note", note, status=409, case_id=case_id)
    text = answer.get_data(as_text=True)
    assert "Belangrijk: belt liever zelf." in text
    assert "Iemand anders heeft dit net veranderd" in text
    now = case_row(file_town, case_id).version
    assert f'name="version" value="{now}"' in text
    browser.post("cases.note", {**note, "version": now}, case_id=case_id)


@pytest.mark.parametrize("version", ["", "-1", "abc", "9" * 40, "1; drop"])
def test_a_meddled_number_is_a_stale_one(browser: Browser, file_town: Town, version: str) -> None:
    case_id = opened(file_town)
    browser.log_in("coordinator")
    browser.post("cases.note", {"text": "hallo", "version": version}, status=409, case_id=case_id)


def test_attempt_consent_move_and_hand_back_through_the_page(
    browser: Browser, file_town: Town
) -> None:
    case_id = opened(file_town)
    browser.log_in("coordinator")
    browser.post("cases.attempt", {**ATTEMPT, "version": "1"}, case_id=case_id)
    browser.post("cases.move", {"to": "in_conversation", "version": "2"}, case_id=case_id)
    consent = {"scope": "measure", "way": "spoken_to_coordinator", "version": "3"}
    browser.post("cases.consent", consent, case_id=case_id)
    assert "vragenlijst over eenzaamheid" in browser.get("cases.show", case_id=case_id)
    browser.post("cases.hand_back", {"version": "4"}, case_id=case_id)
    assert "Van niemand" in browser.get("cases.list", queue="unowned")
    browser.post("cases.take", case_id=case_id)
    assert case_row(file_town, case_id).owner_id == file_town.people["coordinator"].account_id


@pytest.mark.parametrize("to", ["closed", "nowhere", "aftercare"])
def test_a_step_that_no_button_offers_is_refused(
    browser: Browser, file_town: Town, to: str
) -> None:
    case_id = opened(file_town)
    browser.log_in("coordinator")
    browser.post("cases.move", {"to": to, "version": "1"}, status=409, case_id=case_id)


def test_closing_and_reopening(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town)
    browser.log_in("coordinator")
    wrong = {"outcome": "linked_and_started", "version": "1"}
    browser.post("cases.close", wrong, status=422, case_id=case_id)
    browser.post("cases.close", {"outcome": "declined", "version": "1"}, case_id=case_id)
    assert "wil geen hulp" in browser.get("cases.show", case_id=case_id)
    browser.post("cases.reopen", {"version": "2"}, status=422, case_id=case_id)
    browser.post("cases.reopen", {"reason": "late_answer", "version": "2"}, case_id=case_id)
    # Nobody was spoken to before it closed.
    assert case_row(file_town, case_id).state == CaseState.CONTACTING


def test_a_pause_too_long_is_told_at_its_field(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town)
    browser.log_in("coordinator")
    long = {"paused_until": "2027-06-01", "reason": "away", "version": "1"}
    answer = browser.post("cases.pause", long, status=422, case_id=case_id)
    assert "niet langer dan 8 weken" in answer.get_data(as_text=True)


def test_a_colleague_reads_but_does_not_write(
    browser: Browser, app: Flask, file_town: Town
) -> None:
    case_id = opened(file_town)
    browser.log_in("other_coordinator")
    text = browser.get("cases.show", case_id=case_id)
    assert "Notitie schrijven" not in text
    browser.post("cases.note", {"text": "x", "version": "1"}, status=403, case_id=case_id)
    for endpoint in ("cases.close", "cases.pause", "cases.withdraw_consent", "referrals.propose"):
        browser.get(endpoint, status=403, case_id=case_id)


@pytest.mark.parametrize("who", ["worker", "manager", "administrator", "privacy_officer"])
def test_nobody_else_gets_in(browser: Browser, file_town: Town, who: str) -> None:
    case_id = opened(file_town)
    browser.log_in(who)
    browser.get("cases.list", status=403)
    browser.get("cases.show", status=403, case_id=case_id)
    browser.get("cases.show", status=403, case_id=uuid4())


def test_an_unknown_case_is_not_found(browser: Browser) -> None:
    browser.log_in("coordinator")
    for endpoint in ("cases.show", "cases.close", "cases.pause", "referrals.propose"):
        browser.get(endpoint, status=404, case_id=uuid4())
    browser.get("referrals.advance", status=404, referral_id=uuid4())
