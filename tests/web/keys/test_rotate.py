"""The page that changes a key: asked why, one batch a press, done when it says so."""

from flask import Flask
from kit.browser_like import Browser
from kit.signals import logged
from kit.town import PASSPHRASE, Town
from sqlalchemy import select

from signalering.models.keys.group import GroupEpoch, StaleKey
from signalering.models.keys.user import UserKey
from signalering.services.keys.rotate import ask_for_rotation
from signalering.vault import users


def states(town: Town, group: str) -> list[str]:
    with town.work(writes=False) as work:
        query = select(GroupEpoch.state).filter_by(group=group).order_by(GroupEpoch.number)
        return list(work.keys.scalars(query))


def test_a_coordinator_is_asked_and_changes_the_key(browser: Browser, file_town: Town) -> None:
    logged(file_town)
    with file_town.committed() as work:
        ask_for_rotation(work, "casework")
    browser.log_in("coordinator")
    assert "De sleutel moet worden gewisseld" in browser.get("signals.inbox")
    assert "Waarom wissel je" in browser.get("keys.rotate")
    browser.post("keys.rotate", status=422)
    browser.post("keys.rotate", {"reason": "left"})
    page = browser.get("keys.rotate")
    assert "<progress" in page
    assert "data-goes-on" in page
    browser.post("keys.rotate")
    assert "De sleutel is gewisseld." in browser.get("keys.rotate")
    assert states(file_town, "casework") == ["closed", "open"]
    assert "moet worden gewisseld" not in browser.get("signals.inbox")
    browser.post("keys.rotate", status=422)
    assert states(file_town, "casework") == ["closed", "open"], "a late press begins nothing"


def test_when_somebody_knew_it_records_get_new_keys_too(browser: Browser, file_town: Town) -> None:
    logged(file_town)
    browser.log_in("coordinator")
    browser.post("keys.rotate", {"reason": "known"}, 422)
    browser.post("keys.rotate", {"reason": "known", "confirmation": "ja"}, 422)
    assert states(file_town, "casework") == ["open"], "without the word nothing begins"
    browser.post("keys.rotate", {"reason": "known", "confirmation": " Wisselen "})
    for _ in range(10):
        if "data-goes-on" not in browser.get("keys.rotate"):
            break
        browser.post("keys.rotate")
    with file_town.work(writes=False) as work:
        assert not work.keys.scalars(select(StaleKey)).all()
    assert states(file_town, "casework") == ["closed", "open"]


def test_a_privacy_officer_changes_the_audit_key(browser: Browser, file_town: Town) -> None:
    browser.log_in("privacy_officer")
    browser.post("keys.rotate", {"reason": "left"})
    while "data-goes-on" in browser.get("keys.rotate"):
        browser.post("keys.rotate")
    assert states(file_town, "audit") == ["closed", "open"]
    assert states(file_town, "casework") == ["open"]
    browser.get("audit.trail")


def test_a_swapped_key_is_shown_and_acknowledged(
    browser: Browser, app: Flask, file_town: Town
) -> None:
    person = file_town.people["coordinator"]
    with file_town.committed() as work:
        row = work.keys.get_one(UserKey, person.account_id)
        row.public_key = users.public_key(users.new_user_secret())
    Browser(app, file_town).post(
        "accounts.log_in",
        {"email": person.email, "passphrase": PASSPHRASE},
        status=422,
    )
    browser.log_in("administrator")
    assert "De openbare sleutel van Cor Dinator" in browser.get("keys.holders")
    browser.post("keys.alarm", object_id=person.account_id)
    assert "Zodra je collega weer inlogt" in browser.get("keys.holders")
    Browser(app, file_town).log_in("coordinator").get("signals.inbox")
    assert "verwisseld" not in browser.get("keys.holders")
