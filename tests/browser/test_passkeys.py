"""Passkeys in Chromium, with its own virtual authenticator: once with PRF, once without."""

from datetime import timedelta
from typing import Any

import pytest
from kit.serving import Site
from kit.visit import Visit, Visitor
from playwright.sync_api import CDPSession

pytestmark = pytest.mark.browser


def plug_in(visit: Visit, *, prf: bool = True, consents: bool = True) -> tuple[CDPSession, str]:
    """Give this browser an authenticator that verifies its holder without asking."""
    session = visit.page.context.new_cdp_session(visit.page)
    session.send("WebAuthn.enable")
    options: dict[str, Any] = {
        "protocol": "ctap2",
        "ctap2Version": "ctap2_1",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": consents,
        "automaticPresenceSimulation": True,
        "hasPrf": prf,
    }
    made = session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return session, made["authenticatorId"]


def make(visit: Visit, name: str = "Werklaptop") -> None:
    """Add a passkey by its page."""
    visit.go("/passkeys")
    visit.fill("Naam van de passkey", name)
    visit.press("Passkey maken")


def later(site: Site, minutes: int) -> None:
    """Let time go by."""
    site.town.clock.move_to(site.town.clock.now() + timedelta(minutes=minutes))


def test_make_log_in_lock_unlock_remove(site: Site, desktop: Visitor) -> None:
    worker = desktop("worker", own=True)
    plug_in(worker)
    make(worker)
    assert "inloggen en ontgrendelen" in worker.text
    assert "Je logt ermee in en ontgrendelt ermee." in worker.text

    worker.press("Uitloggen")
    worker.go("/log-in")
    worker.press("Inloggen met een passkey")
    worker.go("/signals/mine")
    assert worker.heading == "Mijn signalen"

    later(site, 20)
    worker.go("/signals/mine")
    assert worker.page.url.endswith("/unlock?next=/signals/mine")
    worker.press("Ontgrendelen met een passkey")
    assert worker.heading == "Mijn signalen"

    worker.go("/passkeys")
    worker.unfold("Naam wijzigen of verwijderen")
    worker.press("Verwijderen: Werklaptop")
    assert "Je hebt nog geen passkey." in worker.text
    worker.press("Uitloggen")
    worker.go("/log-in")
    worker.press("Inloggen met een passkey", status=422)
    assert "hoort hier niet" in worker.text


def test_without_prf_it_logs_in_and_the_passphrase_unlocks(site: Site, desktop: Visitor) -> None:
    worker = desktop("worker", own=True)
    plug_in(worker, prf=False)
    make(worker)
    assert "ontgrendelen doe je met je wachtzin" in worker.text
    worker.press("Uitloggen")
    worker.go("/log-in")
    worker.press("Inloggen met een passkey")
    worker.go("/unlock")
    assert worker.page.get_by_role("button", name="Ontgrendelen met een passkey").count() == 0
    worker.fill("Wachtzin", site.log_in_of("worker")[1])
    worker.press("Openen")
    worker.go("/signals/mine")
    assert worker.heading == "Mijn signalen"


def test_who_refuses_is_told_and_loses_nothing(desktop: Visitor) -> None:
    worker = desktop("worker", own=True)
    session, authenticator = plug_in(worker, consents=False)
    worker.go("/passkeys")
    worker.fill("Naam van de passkey", "Werklaptop")
    worker.page.get_by_role("button", name="Passkey maken").click()
    fault = worker.page.locator("[data-passkey-fault]").last
    fault.filter(has_text="Er is niets veranderd").wait_for()
    assert worker.field("Naam van de passkey").input_value() == "Werklaptop"
    worker.inspect("with the refusal")

    session.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": authenticator})
    plug_in(worker)
    worker.press("Passkey maken")
    assert "Werklaptop" in worker.text
    # The same authenticator again: it says that it has one.
    worker.fill("Naam van de passkey", "Nog een")
    worker.page.get_by_role("button", name="Passkey maken").click()
    fault.filter(has_text="Op dit apparaat staat al een passkey").wait_for()


def test_without_script_a_sentence_says_so(desktop: Visitor) -> None:
    visit = desktop(script=False, own=True)
    visit.go("/log-in")
    assert "Een passkey gebruik je in een nieuwere browser" in visit.text
    assert not visit.page.get_by_role("button", name="Inloggen met een passkey").is_visible()


def test_two_people_at_one_desk(site: Site, desktop: Visitor) -> None:
    """A locked session is opened by its own passkey; a name typed before the lock stays sealed."""
    worker = desktop("worker", own=True)
    plug_in(worker)
    make(worker)
    worker.go("/signals/log")
    worker.fill("Wat moeten we nog weten?", "Zit al weken binnen.")
    later(site, 20)
    worker.press("Signaal versturen", status=403)
    assert "Zit al weken binnen." not in worker.page.content()
    worker.press("Ontgrendelen met een passkey")
    assert "Zit al weken binnen." in worker.text
