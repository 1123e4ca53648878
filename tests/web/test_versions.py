"""A page that comes back with errors still says which row its reader looked at, in every room."""

import html
import re
from typing import Any
from uuid import UUID

from kit.browser_like import Browser
from kit.cases import case_row, do, opened
from kit.offers import offer_forms, offer_of
from kit.town import Town
from sqlalchemy import select

from signalering.domain.commands.cases.note import WriteNote
from signalering.models.partners.partner import Partner
from signalering.services.cases.note import note

HIDDEN = re.compile(r'name="version" value="([^"]*)"')


def numbers(text: str) -> set[str]:
    """What the forms on a page would send along."""
    return set(HIDDEN.findall(" ".join(text.split())))


def sent(browser: Browser, endpoint: str, data: dict[str, Any], status: int, **at: Any) -> str:
    return html.unescape(browser.post(endpoint, data, status, **at).get_data(as_text=True))


def test_an_error_does_not_hide_what_a_colleague_did(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town)
    first = case_row(file_town, case_id).version
    do(file_town, lambda work: note(work, WriteNote(case_id, first, "Belde terug.")))
    now = case_row(file_town, case_id).version
    browser.log_in("coordinator")
    at = {"case_id": case_id}
    refused = sent(browser, "cases.note", {"text": "", "version": first}, 422, **at)
    assert numbers(refused) == {str(first)}
    told = sent(browser, "cases.note", {"text": "Erbij.", "version": first}, 409, **at)
    assert numbers(told) == {str(now)}
    browser.post("cases.note", {"text": "Erbij.", "version": now}, **at)


def test_of_a_caseload_each_case_keeps_its_own(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town)
    first = case_row(file_town, case_id).version
    do(file_town, lambda work: note(work, WriteNote(case_id, first, "Belde terug.")))
    browser.log_in("coordinator")
    fields = {f"version_{case_id.hex}": str(first), f"note_{case_id.hex}": "Voor jou."}
    page = sent(browser, "cases.hand_over", fields, 422)
    assert f'name="version_{case_id.hex}" value="{first}"' in " ".join(page.split())


def partner(town: Town) -> tuple[UUID, dict[str, str]]:
    with town.work(writes=False) as work:
        row = work.data.scalars(select(Partner)).first()
        assert row is not None
        known = {"name": row.name, "domain": row.domain, "active": "yes"}
        return row.id, known | {"contact_address": row.contact_address or "info@wonen.test"}


def test_who_comes_second_reads_what_is_kept_by_now(browser: Browser, file_town: Town) -> None:
    partner_id, known = partner(file_town)
    at = {"partner_id": partner_id}
    browser.log_in("administrator")
    theirs = known | {"name": "Naam van een collega", "version": "1"}
    browser.post("partners.edit", theirs, **at)
    mine = known | {"contact_address": "mijn@adres.test", "version": "1"}
    wrong = sent(browser, "partners.edit", mine | {"contact_address": "geen adres"}, 422, **at)
    assert numbers(wrong) == {"1"}
    assert "Nu is bewaard" not in wrong
    told = sent(browser, "partners.edit", mine, 409, **at)
    assert numbers(told) == {"2"}
    assert "Nu is bewaard: Naam van een collega" in told
    assert f"Nu is bewaard: {known['contact_address']}" in told
    assert "Nu is bewaard: ja" not in told, "what is the same is not mentioned"
    assert "mijn@adres.test" in told
    browser.post("partners.edit", mine | {"version": "2"}, **at)


def test_choices_and_ticks_are_told_in_words(browser: Browser, file_town: Town) -> None:
    offer = offer_of(file_town)
    form = offer_forms(file_town)["directory.edit"].values
    at = {"initiative_id": offer}
    browser.log_in("administrator")
    browser.post("directory.edit", form | {"version": 1, "languages": ["nl", "ar"]}, **at)
    late = form | {"version": 1, "languages": ["nl"], "area": "monster"}
    told = sent(browser, "directory.edit", late, 409, **at)
    assert "Nu is bewaard: Nederlands, Arabisch" in " ".join(told.split())


def test_a_button_beside_it_still_needs_a_fresh_look(browser: Browser, file_town: Town) -> None:
    offer = offer_of(file_town)
    browser.log_in("administrator")
    at = {"initiative_id": offer}
    told = sent(browser, "directory.end", {"version": 9}, 409, **at)
    assert "9" not in numbers(told)
