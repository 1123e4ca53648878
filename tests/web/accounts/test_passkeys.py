"""The pages of passkeys, with an authenticator in software in the place of the browser's."""

import json
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from kit.authenticator import Authenticator, Lie
from kit.browser_like import BASE, Browser
from kit.town import PASSPHRASE, Town
from sqlalchemy import select

from signalering.models.keys.passkey import Passkey
from signalering.services.accounts.passkey_challenge import spend


def ask(browser: Browser, purpose: str, **more: str) -> dict[str, Any]:
    answer = browser.post("accounts.passkey_challenge", {"purpose": purpose, **more}, status=200)
    options: dict[str, Any] = json.loads(answer.get_data())
    return options


def add(browser: Browser, device: Authenticator, name: str = "Werklaptop") -> None:
    answer, prf = device.make(ask(browser, "add"))
    browser.post("accounts.passkey_add", {"answer": answer, "prf": prf, "name": name})


def show(browser: Browser, device: Authenticator, lie: Lie | None = None, **more: str) -> Any:
    answer, prf = device.show(ask(browser, "log_in", **more), lie or Lie())
    return {"answer": answer, "prf": prf, **more}


def test_make_log_out_log_in(app: Flask, file_town: Town) -> None:
    device = Authenticator()
    mine = Browser(app, file_town).log_in("worker")
    add(mine, device)
    page = mine.get("accounts.passkeys")
    assert "Werklaptop" in page
    assert "Je logt ermee in en ontgrendelt ermee." in page
    mine.post("accounts.log_out")

    other = Browser(app, file_town)
    shown = show(other, device, next="/signals/log")
    assert other.post("accounts.passkey_log_in", shown).location == "/signals/log"
    assert "Wil Melder" in other.get("signals.mine")


def test_without_prf_it_leads_to_the_page_that_unlocks(app: Flask, file_town: Town) -> None:
    device = Authenticator(prf=False)
    add(Browser(app, file_town).log_in("worker"), device)
    other = Browser(app, file_town)
    answer = other.post("accounts.passkey_log_in", show(other, device))
    assert answer.location == "/unlock"
    assert "Wil Melder" in other.get("accounts.unlock")
    assert "Ontgrendel eerst je sleutels" in other.get("accounts.passkeys")


def test_a_sent_answer_sent_again_with_its_cookie_is_refused(app: Flask, file_town: Town) -> None:
    device = Authenticator(counts=False)
    add(Browser(app, file_town).log_in("worker"), device)
    other = Browser(app, file_town)
    shown = show(other, device)
    token = other.token()
    cookie = other.client.get_cookie("__Host-notes", domain="signalering.test")
    assert cookie is not None
    for status in (302, 422):
        other.client.set_cookie(
            "__Host-notes", cookie.value, domain="signalering.test", secure=True
        )
        answer = other.client.post(
            other.url("accounts.passkey_log_in"),
            data={"csrf_token": token, **shown},
            base_url=BASE,
            headers={"Referer": f"{BASE}/"},
        )
        assert answer.status_code == status
        other.client.delete_cookie("__Host-session", domain="signalering.test")


def test_a_refusal_says_why_and_keeps_what_was_typed(app: Flask, file_town: Town) -> None:
    device = Authenticator()
    add(Browser(app, file_town).log_in("worker"), device)
    other = Browser(app, file_town)
    shown = show(other, device, Lie(origin="https://signalering.example"), next="/signals/log")
    answer = other.post("accounts.passkey_log_in", shown | {"held": "abcd"}, status=422)
    text = answer.get_data(as_text=True)
    assert "Deze passkey klopt niet." in text
    assert 'value="abcd"' in text
    assert 'value="/signals/log"' in text
    other.post("accounts.passkey_log_in", {}, status=422)
    stranger = show(other, Authenticator())
    answer = other.post("accounts.passkey_log_in", stranger, status=422)
    assert "hoort hier niet" in answer.get_data(as_text=True)


def test_too_many_tries_wait(app: Flask, file_town: Town) -> None:
    device = Authenticator()
    add(Browser(app, file_town).log_in("worker"), device)
    other = Browser(app, file_town)
    status = []
    for _ in range(7):
        shown = show(other, device, Lie(signature=False))
        answer = other.client.post(
            other.url("accounts.passkey_log_in"),
            data={"csrf_token": other.token(), **shown},
            base_url=BASE,
            headers={"Referer": f"{BASE}/"},
        )
        status.append(answer.status_code)
    assert status[:5] == [422] * 5
    assert status[-1] == 429
    assert int(answer.headers["Retry-After"]) > 0


def test_a_locked_session_opens_with_its_own_passkey_alone(app: Flask, file_town: Town) -> None:
    mine, theirs, plain = Authenticator(), Authenticator(), Authenticator(prf=False)
    add(Browser(app, file_town).log_in("other_worker"), theirs)
    browser = Browser(app, file_town).log_in("worker")
    add(browser, mine)
    add(browser, plain, "Telefoon")
    file_town.clock.move_to(file_town.clock.now() + timedelta(minutes=20))
    assert browser.get("signals.mine", status=302) is not None
    assert "Ontgrendelen met een passkey" in browser.get("accounts.unlock")
    shown = show(browser, theirs, own="1")
    refused = browser.post("accounts.passkey_log_in", shown, status=422)
    assert "hoort bij een ander account" in refused.get_data(as_text=True)
    shown = show(browser, plain, own="1")
    refused = browser.post("accounts.passkey_log_in", shown, status=422)
    assert "niet ontgrendelen" in refused.get_data(as_text=True)
    shown = show(browser, mine, own="1", next="/signals/log")
    assert browser.post("accounts.passkey_log_in", shown).location == "/signals/log"
    browser.get("signals.mine")


def test_what_was_typed_goes_along_when_the_session_opened_elsewhere_meanwhile(
    app: Flask, file_town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = Browser(app, file_town).log_in("worker")
    device = Authenticator()
    add(browser, device)
    file_town.clock.move_to(file_town.clock.now() + timedelta(minutes=20))
    shown = show(browser, device, own="1")

    def meanwhile(*given: Any) -> bytes:
        """In another tab; this request was on its way with the cookie of before."""
        monkeypatch.undo()
        browser.post("accounts.unlock", {"passphrase": PASSPHRASE})
        return spend(*given)

    monkeypatch.setattr("signalering.routes.accounts.passkey_log_in.spend", meanwhile)
    answer = browser.post("accounts.passkey_log_in", shown | {"held": "abcd"}, status=403)
    assert 'value="abcd"' in answer.get_data(as_text=True)
    browser.get("signals.mine")


def test_names_and_removal(app: Flask, file_town: Town) -> None:
    browser = Browser(app, file_town).log_in("worker")
    device = Authenticator()
    add(browser, device)
    with file_town.work(writes=False) as work:
        passkey_id = work.keys.query(Passkey).one().id
    browser.post("accounts.passkey_rename", {"name": ""}, status=422, passkey_id=passkey_id)
    browser.post("accounts.passkey_rename", {"name": "Van thuis"}, passkey_id=passkey_id)
    assert "Van thuis" in browser.get("accounts.passkeys")
    stranger = Browser(app, file_town).log_in("other_worker")
    stranger.post("accounts.passkey_remove", status=404, passkey_id=passkey_id)
    browser.post("accounts.passkey_remove", passkey_id=passkey_id)
    assert "Je hebt nog geen passkey." in browser.get("accounts.passkeys")
    other = Browser(app, file_town)
    other.post("accounts.passkey_log_in", show(other, device), status=422)


def test_what_is_wrong_with_a_new_one_is_told(app: Flask, file_town: Town) -> None:
    browser = Browser(app, file_town).log_in("worker")
    assert "Later, ga naar mijn werk" in browser.get("accounts.passkeys", first=1)
    answer, prf = Authenticator().make(ask(browser, "add"), Lie(origin="https://other.example"))
    sent = {"answer": answer, "prf": prf, "name": "Laptop"}
    browser.post("accounts.passkey_add", sent, status=422)
    browser.post("accounts.passkey_add", {"name": "Laptop"}, status=422)
    browser.post("accounts.passkey_add", sent | {"name": ""}, status=422)


def test_a_challenge_is_for_who_may_have_it(app: Flask, file_town: Town) -> None:
    stranger = Browser(app, file_town)
    for purpose, status in (("add", 403), ("renew", 403), ("nonsense", 422), ("log_in", 200)):
        stranger.post("accounts.passkey_challenge", {"purpose": purpose}, status=status)
    assert ask(stranger, "log_in", own="1")["allowCredentials"] == []


def test_as_the_second_step_of_a_log_in(app: Flask, file_town: Town) -> None:
    device, theirs = Authenticator(prf=False), Authenticator()
    add(Browser(app, file_town).log_in("coordinator"), device)
    add(Browser(app, file_town).log_in("worker"), theirs)
    other = Browser(app, file_town)
    email = file_town.people["coordinator"].email
    page = other.post(
        "accounts.log_in", {"email": email, "passphrase": PASSPHRASE}, status=200
    ).get_data(as_text=True)
    assert "Verder met een passkey" in page
    other.post("accounts.passkey_log_in", show(other, theirs, own="1"), status=422)
    answer = other.post("accounts.passkey_log_in", show(other, device, own="1"))
    assert answer.location == "/start"
    other.get("signals.inbox")  # the keys came from the passphrase


def test_an_open_session_that_somebody_finds_gets_no_lasting_way_in(
    app: Flask, file_town: Town
) -> None:
    mine, device = Browser(app, file_town).log_in("worker"), Authenticator()
    answer, prf = device.make(ask(mine, "add"))
    for _ in range(4):
        file_town.clock.move_to(file_town.clock.now() + timedelta(minutes=4))
        page = mine.get("accounts.passkeys")
    assert "Uitloggen en opnieuw inloggen" in page
    late = {"answer": answer, "prf": prf, "name": "Telefoon"}
    mine.post("accounts.passkey_add", late, 422)
    answer, prf = device.make(ask(mine, "add"))
    said = mine.post("accounts.passkey_add", late | {"answer": answer, "prf": prf}, 422)
    assert "Je bent te lang geleden ingelogd" in said.get_data(as_text=True)
    with file_town.work(writes=False) as work:
        assert list(work.keys.scalars(select(Passkey))) == []
    mine.log_in("worker")
    add(mine, device)
