"""Changing one's words: the same keys, or new ones when somebody may know them."""

import pytest
from flask import Flask
from kit import newly
from kit.browser_like import Browser
from kit.signals import logged
from kit.town import PASSPHRASE, PHONE, Town
from kit.trail import entries
from sqlalchemy import delete, select

from signalering.domain.lifecycles import KeyGroup
from signalering.models.keys.group import Grant, GroupEpoch
from signalering.models.keys.user import Credential, UserKey
from signalering.models.signals.signal import Signal
from signalering.services.accounts import log_in, totp


def changed(browser: Browser, *, new_keys: bool) -> tuple[list[str], str]:
    """Go through the pages; gives words and code."""
    fields = {"passphrase": PASSPHRASE, **({"new_keys": "y"} if new_keys else {})}
    page = newly.send(browser, "/passphrase", **fields)
    words, code, answer = newly.walk(browser, "/passphrase", page)
    assert answer.status_code == 302, newly.SHOWN.findall(answer.get_data(as_text=True))
    return words, code


def test_new_words_open_the_same_keys_and_end_other_sessions(app: Flask, file_town: Town) -> None:
    person = file_town.people["coordinator"]
    other = Browser(app, file_town).log_in("coordinator")
    browser = Browser(app, file_town).log_in("coordinator")
    words, code = changed(browser, new_keys=False)
    assert code
    browser.get("signals.inbox")
    assert (
        other.client.get("/signals/inbox", base_url="https://signalering.test").status_code == 302
    )
    with file_town.work(writes=False) as work:
        tried = log_in.challenge(work, person.email)
    keys = log_in.prove(tried, " ".join(words))
    assert log_in.is_right(tried, keys)
    with file_town.work(writes=False) as work:
        assert log_in.unwrap(work, person.account_id, keys) == person.secret
        sealed = work.keys.get_one(Credential, person.account_id).totp_sealed
        assert sealed is not None
        assert totp.open_secret(keys.totp_key, person.account_id, sealed) == PHONE


def test_wrong_present_words_change_nothing(browser: Browser, file_town: Town) -> None:
    browser.log_in("worker")
    page = newly.send(browser, "/passphrase", 422, passphrase="aap noot mies wim")
    assert "hoort niet bij je account" in page
    assert [entry["outcome"] for entry in entries(file_town, "unlock_refused")] == ["refused"]
    browser.get("accounts.passphrase")


def test_words_of_an_earlier_change_are_refused(browser: Browser) -> None:
    """The page that carried the first change is of no use after the second."""
    browser.log_in("worker")
    page = newly.send(browser, "/passphrase", passphrase=PASSPHRASE)
    words, code = newly.shown(page)
    second = newly.send(browser, "/passphrase", step="seen", carried=newly.carried(page))
    fields = newly.typed_back(second, words, code)
    assert newly.answered(browser, "/passphrase", **fields).status_code == 302
    assert newly.answered(browser, "/passphrase", **fields).status_code == 409


def test_new_keys_take_a_reporters_signals_along(app: Flask, file_town: Town) -> None:
    signal_id = logged(file_town)
    with file_town.work(writes=False) as work:
        before = work.data.get_one(Signal, signal_id).reporter_tag
        old = work.keys.get_one(UserKey, file_town.people["worker"].account_id).public_key
    browser = Browser(app, file_town).log_in("worker")
    changed(browser, new_keys=True)
    with file_town.work(writes=False) as work:
        assert work.data.get_one(Signal, signal_id).reporter_tag != before
        assert work.keys.get_one(UserKey, file_town.people["worker"].account_id).public_key != old
        reference = work.data.get_one(Signal, signal_id).reference
    assert reference in browser.get("signals.mine")
    browser.get("signals.receipt", signal_id=signal_id)


def test_new_keys_of_a_coordinator_wait_for_a_colleague(app: Flask, file_town: Town) -> None:
    person = file_town.people["coordinator"]
    changed(Browser(app, file_town).log_in("coordinator"), new_keys=True)
    with file_town.work(writes=False) as work:
        held = work.keys.scalars(select(Grant).where(Grant.account_id == person.account_id)).all()
        assert list(held) == []
        due = work.keys.scalar(
            select(GroupEpoch.rotation_due).where(GroupEpoch.group == KeyGroup.CASEWORK.value)
        )
        assert due is True


def test_the_last_holder_keeps_the_key_and_is_asked_to_rotate(app: Flask, file_town: Town) -> None:
    other = file_town.people["other_coordinator"]
    with file_town.committed() as work:
        work.keys.execute(delete(Grant).where(Grant.account_id == other.account_id))
    browser = Browser(app, file_town).log_in("coordinator")
    signal_id = logged(file_town)
    changed(browser, new_keys=True)
    browser.get("signals.show", signal_id=signal_id)


@pytest.mark.parametrize("key", ["worker", "manager", "privacy_officer"])
def test_everybody_may(app: Flask, file_town: Town, key: str) -> None:
    words, code = changed(Browser(app, file_town).log_in(key), new_keys=False)
    assert len(words) == (6 if key == "privacy_officer" else 4)
    assert bool(code) is (key == "privacy_officer")
