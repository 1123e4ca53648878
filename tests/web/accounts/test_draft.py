"""Drafts through the pages: kept, shown again, sent and forgotten."""

import re

import pytest
from kit.browser_like import BASE, Browser
from kit.cases import case_row, opened
from kit.signals import taken
from kit.town import Town
from sqlalchemy import select

from signalering.domain.card_codes import new_code, shown
from signalering.models.signals.guard_count import GuardCount

NOTE = "Zit al weken binnen sinds de kat weg is"


@pytest.fixture
def worker(browser: Browser) -> Browser:
    """A worker at work."""
    return browser.log_in("worker")


def autosaved(browser: Browser, where: str, status: int = 204, **fields: object) -> None:
    data = {"autosave": "yes", "draft_place": where, **fields}
    answer = browser.post("accounts.draft", data, status=status)
    if status == 204:
        assert answer.headers["Locks-In"] == "900"


def test_what_was_typed_is_there_when_the_page_opens_again(worker: Browser) -> None:
    assert "eerder getypt" not in worker.get("signals.log")
    autosaved(worker, "signals.log", note=NOTE, indicators=["grief", "few_contacts"])
    page = worker.get("signals.log")
    assert "eerder getypt" in page
    assert NOTE in page
    assert page.count("checked") == 2
    assert "Vul dit in" not in page, "nothing is refused yet"


def test_it_survives_the_session(worker: Browser, file_town: Town) -> None:
    autosaved(worker, "signals.log", note=NOTE)
    worker.post("accounts.log_out")
    worker.log_in("worker")
    assert NOTE in worker.get("signals.log")


def test_nobody_else_gets_it(worker: Browser, file_town: Town) -> None:
    autosaved(worker, "signals.log", note=NOTE)
    worker.post("accounts.log_out")
    worker.log_in("other_worker")
    assert NOTE not in worker.get("signals.log")


def test_without_a_script_a_button_keeps_it(worker: Browser) -> None:
    answer = worker.post(
        "accounts.draft", {"draft_place": "signals.log", "draft_back": "/signals/log", "note": NOTE}
    )
    assert answer.location == "/signals/log"
    page = worker.get("signals.log")
    assert "concept is bewaard" in page
    assert NOTE in page


def test_beginning_afresh_drops_it(worker: Browser) -> None:
    autosaved(worker, "signals.log", note=NOTE)
    worker.post("accounts.draft", {"draft_place": "signals.log", "forget": "yes"})
    assert NOTE not in worker.get("signals.log")


def test_a_sent_form_forgets_it(worker: Browser) -> None:
    fields = {
        "indicators": ["says_lonely"],
        "place": "naaldwijk",
        "age_band": "75+",
        "request": "advice",
        "contact_answer": "not_asked",
        "note": NOTE,
    }
    autosaved(worker, "signals.log", **fields)
    page = worker.get("signals.log")
    token = page.split('id="token"')[1].split('value="')[1].split('"')[0]
    answer = worker.post("signals.log", {**fields, "token": token})
    assert "/signals/" in answer.location
    assert NOTE not in worker.get("signals.log")


def test_a_form_of_a_case_keeps_it_until_it_is_carried_out(
    browser: Browser, file_town: Town
) -> None:
    case_id = opened(file_town)
    at = {"case_id": case_id}
    browser.log_in("coordinator")
    place = f"cases.restrict:{case_id}"
    assert f'data-draft="{place}"' in browser.get("cases.restrict", **at)
    autosaved(browser, place, text=NOTE, version="1", confirmation="wissen")
    page = browser.get("cases.restrict", **at)
    assert "eerder getypt" in page
    assert NOTE in page
    assert f'name="version" value="{case_row(file_town, case_id).version}"' in page
    assert NOTE not in browser.get("cases.reassign", **at)
    fields = {"version": case_row(file_town, case_id).version, "text": NOTE, "until": "2026-12-20"}
    browser.post("cases.restrict", fields, **at)
    assert NOTE not in browser.get("cases.restrict", **at)


def test_where_a_case_comes_back_with_errors_the_button_leads_to_its_page(
    browser: Browser, file_town: Town
) -> None:
    at = {"case_id": opened(file_town)}
    browser.log_in("coordinator")
    fields = {"version": case_row(file_town, at["case_id"]).version, "text": ""}
    page = browser.post("cases.note", fields, status=422, **at).get_data(as_text=True)
    ways = set(re.findall(r'name="draft_back"\s+value="([^"]+)"', page))
    assert ways == {f"/cases/{at['case_id']}"}


def test_a_reply_and_a_remark_keep_it_each_for_its_own_signal(
    browser: Browser, file_town: Town
) -> None:
    first, second = taken(file_town), taken(file_town)
    browser.log_in("coordinator")
    autosaved(browser, f"signals.remark:{first}", text=NOTE)
    assert NOTE in browser.get("signals.show", signal_id=first)
    assert NOTE not in browser.get("signals.show", signal_id=second)
    browser.post("signals.remark", {"text": "Gebeld."}, signal_id=first)
    assert NOTE not in browser.get("signals.show", signal_id=first)
    browser.log_in("worker")
    autosaved(browser, f"signals.reply:{first}", text=NOTE)
    assert NOTE in browser.get("signals.reply", signal_id=first)
    browser.post("signals.reply", {"text": "Ze doet weer open."}, signal_id=first)
    assert NOTE not in browser.get("signals.reply", signal_id=first)


def test_a_refused_form_keeps_it(worker: Browser) -> None:
    autosaved(worker, "signals.log", note=NOTE)
    worker.post("signals.log", {"note": "iets anders"}, status=422)
    assert NOTE in worker.get("signals.log")


CONTACT = {"contact_name": "Truida Verzonnen", "contact_phone": "0174 55 55 55"}
REFUSED = "Bel haar op 06-12345678."


def test_contact_details_and_refused_words_are_kept_nowhere(
    worker: Browser, file_town: Town
) -> None:
    answers = {"danger": "helped", "no_name": "0123456789abcdef", "contact_answer": "yes_details"}
    autosaved(worker, "signals.log", note=REFUSED, indicators=["grief"], **CONTACT, **answers)
    page = worker.get("signals.log")
    assert "eerder getypt" in page
    assert page.count("checked") == 2, "codes are kept"
    for gone in (*CONTACT.values(), REFUSED, 'name="danger"', "0123456789abcdef"):
        assert gone not in page
    with file_town.work(writes=False) as work:
        assert work.data.scalars(select(GuardCount)).all() == [], "nothing was sent yet"


def test_a_button_shows_once_more_what_is_not_kept(worker: Browser) -> None:
    data = {"draft_place": "signals.log", "draft_back": "/signals/log", "note": REFUSED}
    answer = worker.post("accounts.draft", {**data, **CONTACT}, status=200)
    page = answer.get_data(as_text=True)
    for typed in (*CONTACT.values(), REFUSED):
        assert typed in page
        assert typed not in worker.get("signals.log")


def test_a_card_that_was_made_stays_with_the_draft(worker: Browser) -> None:
    code = shown(new_code())
    autosaved(worker, "signals.log", card_code=code, contact_answer="card")
    assert code in worker.get("signals.log")
    autosaved(worker, "signals.log", card_code="Truida, Dorpsstraat 1", contact_answer="card")
    assert "Truida" not in worker.get("signals.log")


def test_only_where_drafts_are_kept(worker: Browser) -> None:
    for place in ("", "signals.mine", "signals.log:x", "cases.note", "cases.note:1", "list"):
        autosaved(worker, place, status=400, note=NOTE)


def test_too_much_is_refused(worker: Browser) -> None:
    autosaved(worker, "signals.log", status=400, indicators=["a" * 40_000])


def test_a_locked_session_keeps_nothing(worker: Browser, file_town: Town) -> None:
    answer = worker.client.post(
        "/draft",
        data={"autosave": "yes", "draft_place": "signals.log", "note": NOTE},
        base_url=BASE,
        headers={"Referer": f"{BASE}/"},
    )
    assert answer.status_code == 403, "a token is asked for, as everywhere"
    assert NOTE not in worker.get("signals.log")


def test_the_writing_in_a_case_is_kept_too(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town)
    browser.log_in("coordinator")
    autosaved(browser, f"cases.note:{case_id}", text=NOTE, version="1")
    page = browser.get("cases.show", case_id=case_id)
    assert NOTE in page
    version = page.split('name="version" value="')[1].split('"')[0]
    browser.post("cases.note", {"text": NOTE, "version": version}, case_id=case_id)
    page = browser.get("cases.show", case_id=case_id)
    assert "eerder getypt" not in page
    assert page.count(NOTE) == 1, "it stands in the record alone"
