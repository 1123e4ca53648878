"""The room of retention in a real browser: a notice, a hold, a run, its declaration."""

from datetime import date, timedelta

import pytest
from kit.cases import case_row, closed_case
from kit.retention import decided, notices, on, opened_run
from kit.serving import Site
from kit.town import Town
from kit.visit import Visitor

from signalering.domain.retention import KeepFor, Kept

pytestmark = pytest.mark.browser
LAST = date(2027, 2, 28)


def test_from_the_notice_to_the_signature(site: Site, file_town: Town, desktop: Visitor) -> None:
    case_id, other = closed_case(file_town), closed_case(file_town)
    on(file_town, LAST - timedelta(days=14))
    notices(file_town)
    keeper = desktop("coordinator")
    keeper.go("/today")
    assert "Wordt binnenkort gewist" in keeper.text
    keeper.follow("Langer bewaren")
    keeper.choose("Wat moet langer bewaard blijven?", "case", of="erasables")
    keeper.fill("Kenmerk", case_row(file_town, case_id).reference)
    keeper.choose("Waarom?", "complaint", of="hold_reasons")
    keeper.choose("Hoe lang?", "3_months", of="hold_terms")
    keeper.press("Langer bewaren")
    keeper.go(f"/cases/{case_id}")
    assert "er loopt een klacht" in keeper.text
    on(file_town, LAST + timedelta(days=1))
    officer = desktop("privacy_officer")
    officer.go("/retention")
    officer.follow("Bekijk wat nu gewist kan worden")
    officer.fill("Typ het woord", "vernietigen")
    officer.press("Nu vernietigen")
    officer.press("Ondertekenen")
    assert "Ondertekend door Po Officer" in officer.text
    officer.go("/retention")
    again = desktop("coordinator")
    again.go(f"/cases/{case_id}")
    again.go(f"/cases/{other}", 404)


def test_on_a_phone_without_script(site: Site, file_town: Town, phone: Visitor) -> None:
    run_id = opened_run(file_town)
    decided(file_town, Kept.SIGNAL, KeepFor.MONTHS_12)
    officer = phone("privacy_officer", script=False)
    officer.go("/retention")
    officer.go("/retention/terms/case-with-follow-up")
    officer.page.locator("#reason").fill("Eerst kijken")
    officer.press("Termijn wijzigen", 422)
    assert "Eerst kijken" in officer.page.content()
    officer.go("/retention/holds")
    officer.go("/retention/run")
    officer.go(f"/retention/runs/{run_id}")
