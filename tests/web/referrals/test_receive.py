"""A receiver's pages: a button for everybody, the question behind it, and what can be answered."""

import pytest
from kit.browser_like import BASE, Browser
from kit.cases import referral_row
from kit.receivers import ADDRESS, PACKAGE, asked, heard
from kit.town import Town
from kit.trail import keys_of_entries

from signalering.domain.lifecycles import ReceiverSaid
from signalering.domain.states import ReferralState
from signalering.vault.links import new_token

R = ReferralState
S = ReceiverSaid
PERSONAL = (PACKAGE["name"], PACKAGE["wish"], PACKAGE["along"], PACKAGE["best_moment"], "0174")


def say(browser: Browser, token: str, said: str, status: int = 200, **more: str) -> str:
    """The receiver's answer through the page."""
    answer = browser.post("referrals.answer", {"said": said, **more}, status, token=token)
    assert answer.headers["Referrer-Policy"] == "strict-origin"
    return answer.get_data(as_text=True)


def test_a_get_shows_the_same_button_for_every_link_and_does_nothing(
    browser: Browser, file_town: Town
) -> None:
    referral_id, link = asked(file_town)
    version, before = referral_row(file_town, referral_id).version, keys_of_entries(file_town)
    pages = []
    for token in (link.token, new_token()):
        for _ in range(2):
            pages.append(browser.get("referrals.receive", token=token).replace(token, "TOKEN"))
    assert "Gemeente Proefdorp vraagt u iets over een inwoner." in pages[0]
    for page in pages:
        assert not any(word in page for word in PERSONAL)
    assert referral_row(file_town, referral_id).version == version
    assert keys_of_entries(file_town) == before


def test_the_whole_way_without_an_account(browser: Browser, file_town: Town) -> None:
    referral_id, link = asked(file_town)
    opened = browser.post("referrals.receive", {}, 200, token=link.token).get_data(as_text=True)
    assert all(word in opened for word in PERSONAL[:4])
    text = say(browser, link.token, "accepted")
    assert "voor het laatst" in text
    assert PACKAGE["name"] in text
    for said in ("call", "started", "accompanied", "first", "third", "still"):
        text = say(browser, link.token, said)
        assert not any(word in text for word in PERSONAL), said
    again = browser.post("referrals.receive", {}, 200, token=link.token).get_data(as_text=True)
    assert not any(word in again for word in PERSONAL)
    text = say(browser, link.token, "completed")
    assert "De link werkt vanaf nu niet meer." in text
    row = referral_row(file_town, referral_id)
    assert (row.state, row.attendance) == (R.COMPLETED, "still")
    say(browser, link.token, "call", 404)
    browser.post("referrals.receive", {}, 404, token=link.token)


def test_what_is_missing_or_too_late_is_told(browser: Browser, file_town: Town) -> None:
    referral_id, link = asked(file_town)
    assert "Kies een reden." in say(browser, link.token, "declined", 422)
    say(browser, link.token, "declined", 422, decline_reason="because")
    say(browser, link.token, "", 422)
    say(browser, link.token, "revoked", 422)
    assert "Dit kan nu niet meer" in say(browser, link.token, "first", 409)
    say(browser, link.token, "stopped", 409, stop_reason="health")
    say(browser, link.token, "stopped", 422, stop_reason="consent_withdrawn")
    assert referral_row(file_town, referral_id).state == R.SENT


def test_one_page_for_wrong_used_and_expired_links(browser: Browser, file_town: Town) -> None:
    _, used = asked(file_town)
    heard(file_town, used, S.DECLINED, reason="full")
    pages = {
        browser.post("referrals.receive", {}, 404, token=token).get_data(as_text=True)
        for token in (used.token, new_token())
    } | {say(browser, token, "accepted", 404) for token in (used.token, new_token())}
    bare = {page.split("<main")[1].split("</main>")[0] for page in pages}
    assert len(bare) == 1
    assert "Deze link werkt niet (meer)" in bare.pop()


def test_who_tries_too_often_is_told_to_wait(browser: Browser) -> None:
    statuses = []
    for _ in range(15):
        answer = browser.client.post(
            f"/referral/{new_token()}",
            data={"csrf_token": browser.token()},
            base_url=BASE,
            headers={"Referer": f"{BASE}/"},
        )
        statuses.append(answer.status_code)
    assert statuses[0] == 404
    assert statuses[-1] == 429


def test_the_address_of_an_answer_can_be_kept(browser: Browser, file_town: Town) -> None:
    _, link = asked(file_town)
    say(browser, link.token, "accepted")
    address = browser.url("referrals.answer", token=link.token)
    again = browser.client.get(address, base_url=BASE)
    assert (again.status_code, again.location) == (302, f"/referral/{link.token}")
    assert again.headers["Referrer-Policy"] == "strict-origin"
    assert browser.client.head(address, base_url=BASE).status_code == 302


def test_a_page_that_stood_open_too_long_asks_nobody_to_log_in(
    browser: Browser, file_town: Town
) -> None:
    referral_id, link = asked(file_town)
    late = {"csrf_token": "stale"}
    for endpoint, data in (
        ("referrals.receive", {}),
        ("referrals.answer", {"said": "declined", "decline_reason": "full"}),
    ):
        answer = browser.post(endpoint, late | data, 403, token=link.token)
        text = answer.get_data(as_text=True)
        assert "stond te lang open" in text
        assert 'name="passphrase"' not in text
        for name, value in data.items():
            assert f'<textarea name="{name}" hidden>{value}</textarea>' in text
    assert referral_row(file_town, referral_id).state == R.SENT
    say(browser, link.token, "declined", decline_reason="full")
    assert referral_row(file_town, referral_id).state == R.DECLINED


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_what_only_asks_changes_nothing_and_is_kept_nowhere(
    browser: Browser, file_town: Town, method: str
) -> None:
    referral_id, link = asked(file_town)
    version, before = referral_row(file_town, referral_id).version, keys_of_entries(file_town)
    for endpoint in ("referrals.receive", "referrals.answer"):
        answer = browser.client.open(
            browser.url(endpoint, token=link.token),
            method=method,
            base_url=BASE,
            data={"said": "accepted", "csrf_token": browser.token()},
        )
        assert answer.status_code < 400
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "strict-origin"
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert not any(word in answer.get_data(as_text=True) for word in PERSONAL)
    assert referral_row(file_town, referral_id).version == version
    assert keys_of_entries(file_town) == before


def test_pressed_twice_it_is_answered_once(browser: Browser, file_town: Town) -> None:
    referral_id, link = asked(file_town)
    say(browser, link.token, "accepted")
    text = say(browser, link.token, "accepted", 409)
    assert not any(word in text for word in PERSONAL), "once is once"
    assert referral_row(file_town, referral_id).state == R.ACCEPTED
    assert ReceiverSaid.STARTED.value in text, "it goes on from where it is"


def test_in_english_too(browser: Browser, file_town: Town) -> None:
    _, link = asked(file_town)
    browser.post("accounts.language", {"language": "en"})
    assert "Open the question" in browser.get("referrals.receive", token=link.token)
    text = browser.post("referrals.receive", {}, 200, token=link.token).get_data(as_text=True)
    assert "Yes, this resident is welcome" in text


@pytest.mark.parametrize("key", ["worker", "coordinator", "administrator"])
def test_who_is_logged_in_opens_it_as_anybody_would(
    browser: Browser, file_town: Town, key: str
) -> None:
    _, link = asked(file_town)
    text = browser.log_in(key).post("referrals.receive", {}, 200, token=link.token)
    assert PACKAGE["name"] in text.get_data(as_text=True)


def test_the_case_shows_the_news_and_its_keeper_takes_it_in(
    browser: Browser, file_town: Town
) -> None:
    referral_id, link = asked(file_town)
    case_id = referral_row(file_town, referral_id).case_id
    heard(file_town, link, S.CALL, S.DECLINED, reason="full")
    browser.log_in("coordinator")
    assert "nieuws" in browser.get("cases.list")
    text = browser.get("cases.show", case_id=case_id)
    assert "Nieuws van een initiatief" in text
    assert "vraagt of je belt" in text
    assert "kan de verwijzing niet aannemen (vol)" in " ".join(text.split())
    version = text.split('name="version" value="')[1].split('"')[0]
    browser.post("referrals.take_answers", {"version": version}, case_id=case_id)
    text = browser.get("cases.show", case_id=case_id)
    assert "De antwoorden van initiatieven staan in het dossier." in text
    assert "Nieuws van een initiatief" not in text
    assert text.count("vraagt of je belt") == 1
    assert ADDRESS not in text
