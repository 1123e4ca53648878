"""Asking an initiative through the pages: looked at first, mailed at once, or printed."""

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from kit import trail
from kit.browser_like import Browser, app_of, close
from kit.cases import case_in, referral_in, referral_row
from kit.mail import Mailbox, mail_server
from kit.town import Town
from sqlalchemy import select

from signalering.domain.lifecycles import MailFault
from signalering.domain.states import CaseState, ReferralState
from signalering.models.directory.initiative import Initiative
from signalering.models.network.outbox import OutboxMail

R = ReferralState
LINK = re.compile(r"https://signalering\.test/referral/([A-Za-z0-9_-]{43})")
WISH = "Wil graag wandelen.\nHoudt van duiven."
TO = "post@initiatief.test"


@pytest.fixture
def box(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    """A mail server that is reached by TLS."""
    with mail_server(tmp_path) as found:
        monkeypatch.setenv("SSL_CERT_FILE", str(found.certificate))
        yield found


@pytest.fixture
def mailing(file_town: Town, box: Mailbox) -> Iterator[Browser]:
    """The coordinator's browser, where mail gets away."""
    settings = replace(file_town.house.settings, mail=box.server)
    app = app_of(replace(file_town, house=replace(file_town.house, settings=settings)))
    yield Browser(app, file_town).log_in("coordinator")
    close(app)


def filled(town: Town, referral_id: UUID, step: str, **changes: Any) -> dict[str, Any]:
    """The form as somebody filled it in, with the button that is pressed."""
    return {
        "version": str(referral_row(town, referral_id).version),
        "name": "Mevrouw Verzonnen",
        "kinds": ["phone"],
        "best_moment": "na tienen",
        "wish": WISH,
        "along": "Cor",
        "receiver": TO,
        "step": step,
    } | changes


def test_the_form_is_filled_in_with_what_is_known_and_shows_the_choice(
    browser: Browser, file_town: Town
) -> None:
    referral_id = referral_in(file_town, R.CONSENTED)
    with file_town.committed() as work:
        row = work.data.get_one(Initiative, referral_row(file_town, referral_id).initiative_id)
        row.contact_address = TO
    text = browser.log_in("coordinator").get("referrals.send", referral_id=referral_id)
    assert TO in text
    assert 'name="kinds"' in text
    assert "checked" not in text.split('name="kinds"')[1][:200], "nothing goes along by itself"
    assert trail.entries(file_town, "contact_details_read")


def test_it_is_looked_at_before_it_goes(browser: Browser, file_town: Town) -> None:
    referral_id = referral_in(file_town, R.CONSENTED)
    browser.log_in("coordinator")
    data = filled(file_town, referral_id, "preview")
    text = browser.post("referrals.send", data, 200, referral_id=referral_id).get_data(as_text=True)
    assert "Wat Vitis Welzijn: maatjes te zien krijgt" in html.unescape(text)
    assert "Houdt van duiven." in text
    assert referral_row(file_town, referral_id).state == R.CONSENTED
    assert not LINK.search(text)
    data["step"] = "edit"
    text = browser.post("referrals.send", data, 200, referral_id=referral_id).get_data(as_text=True)
    assert "Houdt van duiven." in text
    assert "Voorbeeld bekijken" in text


def test_on_paper_the_link_and_its_code_show_once(browser: Browser, file_town: Town) -> None:
    referral_id = referral_in(file_town, R.CONSENTED)
    browser.log_in("coordinator")
    data = filled(file_town, referral_id, "paper", receiver="")
    answer = browser.post("referrals.send", data, 200, referral_id=referral_id)
    text = answer.get_data(as_text=True)
    assert LINK.search(text)
    assert "<svg" in text
    assert answer.headers["Referrer-Policy"] == "strict-origin"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert referral_row(file_town, referral_id).state == R.SENT
    case_id = referral_row(file_town, referral_id).case_id
    page = browser.get("cases.show", case_id=case_id)
    assert not LINK.search(page)
    assert "Link op papier gegeven." in page


def test_the_mail_goes_out_in_the_request_and_says_nothing_of_the_resident(
    mailing: Browser, file_town: Town, box: Mailbox
) -> None:
    referral_id = referral_in(file_town, R.CONSENTED)
    with file_town.work(writes=False) as work:
        waiting = len(work.data.scalars(select(OutboxMail)).all())
    mailing.post("referrals.send", filled(file_town, referral_id, "mail"), referral_id=referral_id)
    (mail,) = box.mails
    assert box.receivers() == [TO]
    assert box.encrypted == [True]
    body = mail.get_content()
    assert LINK.search(body)
    assert "De link werkt 14 dagen." in body
    for word in ("Verzonnen", "wandelen", "duiven", "maatjes", "06 "):
        assert word not in body + str(mail["Subject"])
    with file_town.work(writes=False) as work:
        assert len(work.data.scalars(select(OutboxMail)).all()) == waiting
    case_id = referral_row(file_town, referral_id).case_id
    assert "De mail met de link is weg." in mailing.get("cases.show", case_id=case_id)


@pytest.mark.parametrize("fault", ["refused", "gone"])
def test_a_mail_that_fails_shows_at_once_with_the_link(
    mailing: Browser, file_town: Town, box: Mailbox, fault: str
) -> None:
    referral_id = referral_in(file_town, R.CONSENTED)
    if fault == "refused":
        box.answers.append("550 no such box")
    else:
        box.drops_data = True
    data = filled(file_town, referral_id, "mail")
    text = mailing.post("referrals.send", data, 200, referral_id=referral_id).get_data(as_text=True)
    assert "De mail is niet verstuurd" in text
    assert LINK.search(text)
    assert "<svg" in text
    assert box.raw == []
    (entry,) = trail.entries(file_town, "referral_mail_failed")
    assert entry["details"]["cause"] in {"refused", "unreachable"}


@pytest.mark.parametrize("cause", ["later", "log_in_refused", "untrusted"])
def test_whatever_goes_wrong_the_link_is_shown_and_the_trail_says_why(
    file_town: Town, box: Mailbox, monkeypatch: pytest.MonkeyPatch, cause: str
) -> None:
    server = box.server
    if cause == "later":
        box.answers.append("450 not now")
    elif cause == "untrusted":
        monkeypatch.delenv("SSL_CERT_FILE")
    else:
        server = replace(server, password="another one")
    settings = replace(file_town.house.settings, mail=server)
    app = app_of(replace(file_town, house=replace(file_town.house, settings=settings)))
    referral_id = referral_in(file_town, R.CONSENTED)
    browser = Browser(app, file_town).log_in("coordinator")
    data = filled(file_town, referral_id, "mail")
    text = browser.post("referrals.send", data, 200, referral_id=referral_id).get_data(as_text=True)
    assert LINK.search(text)
    assert TO not in text
    assert box.raw == []
    (entry,) = trail.entries(file_town, "referral_mail_failed")
    assert entry["details"] == {"cause": cause}
    close(app)


def test_without_a_mail_server_it_shows_at_once(browser: Browser, file_town: Town) -> None:
    referral_id = referral_in(file_town, R.CONSENTED)
    browser.log_in("coordinator")
    data = filled(file_town, referral_id, "mail")
    text = browser.post("referrals.send", data, 200, referral_id=referral_id).get_data(as_text=True)
    assert "De mailserver is niet bereikbaar." in text
    assert LINK.search(text)


@pytest.mark.parametrize("step", ["mail", "paper", "preview", "edit"])
def test_a_direct_post_without_consent_makes_nothing(
    browser: Browser, file_town: Town, step: str
) -> None:
    referral_id = referral_in(file_town, R.PROPOSED)
    browser.log_in("coordinator")
    data = filled(file_town, referral_id, step)
    answer = browser.post("referrals.send", data, 409, referral_id=referral_id)
    assert not LINK.search(answer.get_data(as_text=True))
    row = referral_row(file_town, referral_id)
    assert (row.state, row.link_hash, row.package) == (R.PROPOSED, None, None)


def test_what_is_wrong_is_told_and_nothing_typed_is_lost(browser: Browser, file_town: Town) -> None:
    referral_id = referral_in(file_town, R.CONSENTED)
    browser.log_in("coordinator")
    for changes in ({"receiver": "nobody"}, {"kinds": [], "along": ""}):
        data = filled(file_town, referral_id, "mail", **changes)
        answer = browser.post("referrals.send", data, 422, referral_id=referral_id)
        assert "Houdt van duiven." in answer.get_data(as_text=True)
    assert referral_row(file_town, referral_id).state == R.CONSENTED


def test_a_colleague_sends_nothing(browser: Browser, file_town: Town) -> None:
    referral_id = referral_in(file_town, R.CONSENTED)
    browser.log_in("other_coordinator")
    browser.get("referrals.send", status=403, referral_id=referral_id)
    data = filled(file_town, referral_id, "paper")
    browser.post("referrals.send", data, 403, referral_id=referral_id)


def test_capacity_and_freshness_show_and_stale_offers_come_last(
    browser: Browser, file_town: Town
) -> None:
    referral_id = referral_in(file_town, R.CONSENTED)
    initiative_id = referral_row(file_town, referral_id).initiative_id
    with file_town.committed() as work:
        row = work.data.get_one(Initiative, initiative_id)
        row.capacity, row.assured_on = 6, file_town.clock.today().replace(year=2025)
    browser.log_in("coordinator")
    text = browser.get("referrals.advance", referral_id=referral_id)
    assert "Plek voor 6 mensen." in text
    assert "langer dan een half jaar geleden nagevraagd" in text
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    text = browser.get("referrals.propose", case_id=case_id)
    offered = re.findall(r'name="initiative"[^>]*value="([0-9a-f-]{36})"', text)
    assert offered[-1] == str(initiative_id)
    assert "plek voor 6" in text


def test_a_new_link_for_attendance(mailing: Browser, file_town: Town, box: Mailbox) -> None:
    referral_id = referral_in(file_town, R.STARTED)
    seen = {"version": str(referral_row(file_town, referral_id).version), "receiver": TO}
    mailing.post("referrals.renew", {**seen, "step": "mail"}, referral_id=referral_id)
    assert "De link werkt 6 maanden." in box.mails[0].get_content()
    seen["version"] = str(referral_row(file_town, referral_id).version)
    answer = mailing.post(
        "referrals.renew", {**seen, "step": "paper"}, 200, referral_id=referral_id
    )
    assert LINK.search(answer.get_data(as_text=True))
    seen["version"] = str(referral_row(file_town, referral_id).version)
    wrong = {**seen, "receiver": "nobody", "step": "mail"}
    answer = mailing.post("referrals.renew", wrong, 422, referral_id=referral_id)
    assert "nobody" in answer.get_data(as_text=True)


@pytest.mark.parametrize("fault", list(MailFault))
def test_every_fault_has_its_words(app: Flask, fault: MailFault) -> None:
    with app.test_request_context():
        macros = app.jinja_env.get_template("macros/mail.html").make_module()
        told = {str(vars(macros)["mail_fault"](one)) for one in (fault, fault.value)}
    assert len(told) == 1
    assert "mail" in told.pop() or fault is MailFault.BROKEN_OFF
