"""Withdrawing is asked twice: the page explains, and the word is typed over."""

import pytest
from kit.browser_like import Browser
from kit.cases import case_in, case_row, contact_row, opened, referral_in, referral_row
from kit.signals import a_signal
from kit.town import Town

from signalering.domain.states import CaseState, ReferralState

CONTACT = {"consent": "contact", "way": "spoken_to_coordinator", "confirmation": "Intrekken"}


def test_the_details_are_gone_and_the_page_says_so(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town)
    browser.log_in("coordinator")
    assert "ongedaan" in browser.get("cases.withdraw_consent", case_id=case_id)
    browser.post("cases.withdraw_consent", {**CONTACT, "version": "1"}, case_id=case_id)
    text = browser.get("cases.show", case_id=case_id)
    assert "De gegevens zijn vernietigd" in text
    assert "Truida" not in text
    assert "Contactpoging vastleggen" not in text
    assert contact_row(file_town, case_id) is None


@pytest.mark.parametrize("typed", ["", "ja", "intrek"])
def test_without_the_word_nothing_happens(browser: Browser, file_town: Town, typed: str) -> None:
    case_id = opened(file_town)
    browser.log_in("coordinator")
    data = {**CONTACT, "confirmation": typed, "version": "1"}
    browser.post("cases.withdraw_consent", data, status=422, case_id=case_id)
    assert contact_row(file_town, case_id) is not None


def test_one_initiative_can_be_chosen(browser: Browser, file_town: Town) -> None:
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    referral_id = referral_in(file_town, ReferralState.SENT, case_id)
    to = referral_row(file_town, referral_id).initiative_id
    browser.log_in("coordinator")
    data = {**CONTACT, "consent": f"share_with_initiative:{to}"}
    data["version"] = str(case_row(file_town, case_id).version)
    browser.post("cases.withdraw_consent", data, case_id=case_id)
    assert referral_row(file_town, referral_id).state == ReferralState.REVOKED
    assert contact_row(file_town, case_id) is not None


def test_with_nothing_given_there_is_nothing_to_choose(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town, command=a_signal())
    browser.log_in("coordinator")
    assert "geen geldige toestemming" in browser.get("cases.withdraw_consent", case_id=case_id)
    data = {**CONTACT, "version": "1"}
    browser.post("cases.withdraw_consent", data, status=422, case_id=case_id)
