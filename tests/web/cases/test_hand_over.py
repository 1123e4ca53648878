"""The page of a caseload: everything in one step, and nothing typed is lost."""

from uuid import UUID, uuid4

import pytest
from flask import Flask
from kit.browser_like import Browser
from kit.cases import case_row, do, opened, told
from kit.town import Town

from signalering.domain.commands.cases.note import WriteNote
from signalering.services.cases import list as listing
from signalering.services.cases.hand_back import hand_back
from signalering.services.cases.note import note


def filled(town: Town, *case_ids: UUID, **more: str) -> dict[str, str]:
    """As the page that shows these cases would send it, each to the colleague."""
    to = str(town.people["other_coordinator"].account_id)
    fields = {}
    for number, one in enumerate(case_ids):
        fields[f"version_{one.hex}"] = str(case_row(town, one).version)
        fields[f"to_{one.hex}"] = to
        fields[f"note_{one.hex}"] = f"Notitie nummer {number}."
    return {**fields, **more}


def owner(town: Town, case_id: UUID) -> str:
    found = case_row(town, case_id).owner_id
    return next((key for key, one in town.people.items() if one.account_id == found), "")


def test_the_list_names_its_residents_and_colleagues(browser: Browser, file_town: Town) -> None:
    opened(file_town)
    browser.log_in("coordinator")
    page = browser.get("cases.hand_over")
    assert "Truida Verzonnen" in page
    assert "Coby Dinator" in page
    assert "blijft bij mij" in page
    assert 'href="/cases/hand-over"' in browser.get("cases.list")


def test_nobody_with_nothing_is_offered_anything(browser: Browser) -> None:
    assert "geen lopende dossiers" in browser.log_in("coordinator").get("cases.hand_over")


def test_each_goes_with_its_own_note(app: Flask, file_town: Town) -> None:
    first, second, stays = (opened(file_town) for _ in range(3))
    browser = Browser(app, file_town).log_in("coordinator")
    sent = filled(file_town, first, second)
    sent[f"version_{stays.hex}"] = str(case_row(file_town, stays).version)
    browser.post("cases.hand_over", sent)
    assert [owner(file_town, one) for one in (first, second)] == ["other_coordinator"] * 2
    assert owner(file_town, stays) == "coordinator"
    assert told(file_town, second, "handover")[0]["text"] == "Notitie nummer 1."
    colleague = Browser(app, file_town).log_in("other_coordinator")
    assert "nieuws" in colleague.get("cases.list")
    page = colleague.get("cases.show", case_id=first)
    assert "Overgedragen door Cor Dinator" in page
    assert "Notitie nummer 0." in page
    again = colleague.get("cases.show", case_id=first)
    assert "Overgedragen door" not in again
    assert "Notitie nummer 0." in again


def test_all_that_are_ticked_go_to_one(browser: Browser, file_town: Town) -> None:
    first, second = opened(file_town), opened(file_town)
    sent = filled(file_town, first, second)
    for one in (first, second):
        sent[f"to_{one.hex}"] = ""
    sent[f"note_{second.hex}"] = ""
    to = str(file_town.people["other_coordinator"].account_id)
    browser.log_in("coordinator")
    data = {**sent, "cases": [str(first), str(second)], "owner": to, "note": "Voor allebei."}
    browser.post("cases.hand_over", data)
    texts = [told(file_town, one, "handover")[0]["text"] for one in (first, second)]
    assert texts == ["Notitie nummer 0.", "Voor allebei."]


def test_an_error_keeps_every_note_and_nothing_went(browser: Browser, file_town: Town) -> None:
    first, second = opened(file_town), opened(file_town)
    sent = filled(file_town, first, second)
    sent[f"to_{second.hex}"] = ""
    browser.log_in("coordinator")
    page = browser.post("cases.hand_over", sent, status=422).get_data(as_text=True)
    assert "Kies aan wie je dit dossier geeft." in page
    assert "Notitie nummer 0." in page
    assert "Notitie nummer 1." in page
    assert owner(file_town, first) == "coordinator"


def test_one_that_changed_is_told_and_the_next_try_goes(browser: Browser, file_town: Town) -> None:
    first, second = opened(file_town), opened(file_town)
    sent = filled(file_town, first, second)
    seen = case_row(file_town, second).version
    do(file_town, lambda work: note(work, WriteNote(second, seen, "Iets nieuws.")))
    browser.log_in("coordinator")
    page = browser.post("cases.hand_over", sent, status=422).get_data(as_text=True)
    assert "intussen veranderd" in page
    assert "Notitie nummer 1." in page
    assert owner(file_town, first) == "coordinator"
    assert f'name="version_{second.hex}" value="{seen + 1}"' in " ".join(page.split())
    browser.post("cases.hand_over", filled(file_town, first, second))
    assert owner(file_town, second) == "other_coordinator"


def test_the_note_for_one_that_is_gone_comes_back(browser: Browser, file_town: Town) -> None:
    first, second = opened(file_town), opened(file_town)
    sent = filled(file_town, first, second)
    seen = case_row(file_town, second).version
    do(file_town, lambda work: hand_back(work, second, seen))
    browser.log_in("coordinator")
    page = browser.post("cases.hand_over", sent, status=422).get_data(as_text=True)
    assert "niet meer bij jou" in page
    assert "Notitie nummer 1." in page
    assert "Notitie nummer 0." in page


@pytest.mark.parametrize("name", ["version_", "version_zz", "version_\x00", "to_x", "cases"])
def test_meddled_fields_are_no_fault(browser: Browser, file_town: Town, name: str) -> None:
    opened(file_town)
    browser.log_in("coordinator")
    browser.post("cases.hand_over", {name: "\x00"}, status=422)


def test_an_unknown_case_and_too_long_a_note_are_told(browser: Browser, file_town: Town) -> None:
    case_id, unknown = opened(file_town), uuid4()
    sent = filled(file_town, case_id)
    to = sent[f"to_{case_id.hex}"]
    more = {f"version_{unknown.hex}": "1", f"to_{unknown.hex}": to, f"note_{unknown.hex}": "Weg."}
    browser.log_in("coordinator")
    page = browser.post("cases.hand_over", {**sent, **more}, status=422).get_data(as_text=True)
    assert "Weg." in page
    long = {**sent, f"note_{case_id.hex}": "a" * 1001}
    page = browser.post("cases.hand_over", long, status=422).get_data(as_text=True)
    assert "a" * 1001 in page


def test_pages_follow(browser: Browser, file_town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "PAGE_SIZE", 1)
    opened(file_town)
    opened(file_town)
    first = browser.log_in("coordinator").get("cases.hand_over")
    address = first.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0]
    assert 'rel="prev"' in browser.open(address.replace("&amp;", "&"))
