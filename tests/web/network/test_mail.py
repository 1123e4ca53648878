"""The administrator's page of mail: what waits, what failed, sending it again."""

from dataclasses import replace
from uuid import UUID

import pytest
from kit.browser_like import Browser, app_of, close
from kit.signals import taken
from kit.town import Town
from sqlalchemy import select

from signalering.domain.lifecycles import AccountState, MailFault, MailKind, MailState
from signalering.models.accounts.account import Account
from signalering.models.network.outbox import OutboxMail
from signalering.services.network.queue import queue


def failed_mail(town: Town, kind: MailKind = MailKind.KEYS_RECOVERED) -> UUID:
    with town.committed() as work:
        queue(work, kind, town.people["manager"].account_id)
        mail = work.data.scalars(select(OutboxMail).where(OutboxMail.kind == kind)).one()
        mail.state, mail.fault, mail.tries = MailState.FAILED, MailFault.REFUSED, 6
        return mail.id


def test_an_empty_outbox_says_so(browser: Browser) -> None:
    shown = browser.log_in("administrator").get("network.mail")
    assert "Er wacht geen mail" in shown
    assert "Er is geen mailserver ingesteld" in shown


def test_what_failed_says_why_and_goes_again(browser: Browser, file_town: Town) -> None:
    mail_id = failed_mail(file_town)
    browser.log_in("administrator")
    shown = browser.get("network.mail")
    assert "Kijk of het adres klopt" in shown
    assert "manager@proefdorp.test" in shown
    assert "Mail: 1 mislukt" in browser.get("accounts.list")
    browser.post("network.resend", mail_id=mail_id)
    again = browser.get("network.mail")
    assert "Opnieuw versturen" not in again
    assert "De mail gaat zo opnieuw weg." in again
    assert "mislukt" not in browser.get("accounts.list")
    browser.post("network.resend", mail_id=mail_id, status=409)


def test_only_administrators_hear_of_failures(browser: Browser, file_town: Town) -> None:
    failed_mail(file_town)
    assert "mislukt" not in browser.log_in("coordinator").get("signals.inbox")


def test_who_gets_news_of_a_signal_is_not_shown(browser: Browser, file_town: Town) -> None:
    taken(file_town)
    shown = browser.log_in("administrator").get("network.mail")
    assert "1 mail over het werk wacht" in shown
    assert "worker@proefdorp.test" not in shown
    assert "Wil Melder" not in shown


def test_a_mail_that_is_gone(browser: Browser, file_town: Town) -> None:
    other = file_town.people["manager"].account_id
    browser.log_in("administrator").post("network.resend", mail_id=other, status=404)


def test_a_real_installation_opens_nobodys_mail(browser: Browser, file_town: Town) -> None:
    mail_id = failed_mail(file_town)
    browser.log_in("administrator").post("network.deliver", mail_id=mail_id, status=404)


@pytest.fixture
def demonstration(file_town: Town) -> Browser:
    settings = replace(file_town.house.settings, demonstration=True)
    town = Town(replace(file_town.house, settings=settings), file_town.people)
    return Browser(app_of(town), town)


def test_the_demonstration_opens_a_mail_once_with_a_link(
    demonstration: Browser, file_town: Town
) -> None:
    with file_town.committed() as work:
        account = work.data.get_one(Account, file_town.people["manager"].account_id)
        account.state = AccountState.INVITED
        queue(work, MailKind.INVITATION, account.id)
        mail_id = work.data.scalars(select(OutboxMail.id)).one()
    demonstration.log_in("administrator")
    assert "Mail openen" in demonstration.get("network.mail")
    shown = demonstration.post("network.deliver", mail_id=mail_id, status=200)
    assert "https://signalering.test/activate/" in shown.get_data(as_text=True)
    demonstration.post("network.deliver", mail_id=mail_id, status=404)
    close(demonstration.app)
