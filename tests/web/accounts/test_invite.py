"""The administrator invites, sends and shows links, and resets."""

import re

from flask import Flask
from kit import newly
from kit.browser_like import Browser
from kit.town import PASSPHRASE, Town
from kit.trail import entries
from sqlalchemy import delete, select

from signalering.domain.lifecycles import AccountState, MailKind
from signalering.models.accounts.account import Account
from signalering.models.keys.group import Grant
from signalering.models.keys.user import Credential
from signalering.models.network.outbox import OutboxMail

TYPED = {"confirmation": "wissen"}
FIELDS = {
    "name": "Nina Nieuw",
    "email": "nina@proefdorp.test",
    "hats": "frontline",
    "partner": "Praktijk De Kas",
    "language": "nl",
}


def mails(town: Town) -> list[str]:
    """Kinds of what waits."""
    with town.work(writes=False) as work:
        return list(work.data.scalars(select(OutboxMail.kind)))


def test_a_colleague_is_invited_by_mail(browser: Browser, file_town: Town) -> None:
    browser.log_in("administrator").get("accounts.invite")
    browser.post("accounts.invite", FIELDS)
    page = browser.get("accounts.list")
    assert "uitgenodigd" in page
    assert "Nieuwe link sturen" in page
    assert mails(file_town) == [MailKind.INVITATION]
    browser.post("accounts.invite", FIELDS, status=422)
    browser.post("accounts.invite", {**FIELDS, "partner": "", "email": "x@y.test"}, status=422)


def test_a_link_can_be_shown_and_opens(browser: Browser, file_town: Town) -> None:
    browser.log_in("administrator").post("accounts.invite", FIELDS)
    with file_town.work(writes=False) as work:
        account_id = work.data.scalars(
            select(Account.id).where(Account.email == FIELDS["email"])
        ).one()
    browser.post("accounts.send_link", account_id=account_id)
    answer = browser.post("accounts.show_link", status=200, account_id=account_id)
    found = re.search(
        r"https://signalering\.test(/activate/\S{43})<", answer.get_data(as_text=True)
    )
    assert found is not None
    page = newly.send(Browser(browser.app, file_town), found[1], step="begin")
    assert "Nina Nieuw" in page
    ways = [entry["details"]["way"] for entry in entries(file_town, "link_made")]
    assert sorted(ways) == ["mail", "shown"]


def test_who_can_log_in_gets_no_link(browser: Browser, file_town: Town) -> None:
    worker = file_town.people["worker"].account_id
    browser.log_in("administrator")
    browser.post("accounts.show_link", status=409, account_id=worker)
    browser.post("accounts.send_link", status=409, account_id=worker)


def test_a_reset_ends_all_and_a_link_gives_a_log_in_without_keys(
    app: Flask, file_town: Town
) -> None:
    person = file_town.people["coordinator"]
    theirs = Browser(app, file_town).log_in("coordinator")
    admin = Browser(app, file_town).log_in("administrator")
    admin.get("accounts.reset", account_id=person.account_id)
    admin.post("accounts.reset", TYPED, account_id=person.account_id)
    theirs.get("signals.inbox", status=302)
    failed = Browser(app, file_town).post(
        "accounts.log_in", {"email": person.email, "passphrase": PASSPHRASE}, status=422
    )
    assert "horen niet bij elkaar" in failed.get_data(as_text=True)
    assert MailKind.RESET in mails(file_town)
    assert "Link tonen" in admin.get("accounts.list")
    answer = admin.post("accounts.show_link", status=200, account_id=person.account_id)
    found = re.search(r"(/activate/\S{43})<", answer.get_data(as_text=True))
    assert found is not None
    fresh = Browser(app, file_town)
    newly.walk(fresh, found[1], newly.send(fresh, found[1], step="begin"))
    with file_town.work(writes=False) as work:
        assert work.data.get_one(Account, person.account_id).state == AccountState.ACTIVE
        assert work.keys.get(Credential, person.account_id) is not None
        held = select(Grant).where(Grant.account_id == person.account_id)
        assert work.keys.scalars(held).all() == []


def test_the_last_holder_is_not_reset(browser: Browser, file_town: Town) -> None:
    other = file_town.people["other_coordinator"].account_id
    with file_town.committed() as work:
        work.keys.execute(delete(Grant).where(Grant.account_id == other))
    person = file_town.people["coordinator"]
    answer = browser.log_in("administrator").post(
        "accounts.reset", TYPED, 422, account_id=person.account_id
    )
    assert "laatste die de sleutel heeft" in answer.get_data(as_text=True)
    own = file_town.people["administrator"].account_id
    browser.post("accounts.reset", TYPED, 422, account_id=own)
    with file_town.work(writes=False) as work:
        assert work.keys.get(Credential, person.account_id) is not None
