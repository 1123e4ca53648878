"""What was searched in the trail comes as a file: no cell is a formula, and each line is whole."""

import csv
import io
import json

from flask import Flask
from kit.browser_like import Browser
from kit.signals import row_of, taken
from kit.town import Town
from sqlalchemy import update

from signalering.models.accounts.account import Account


def rows_of(body: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_as_csv_it_has_what_was_searched(browser: Browser, file_town: Town) -> None:
    signal_id = taken(file_town)
    browser.log_in("privacy_officer").get("audit.trail")
    answer = browser.post("audit.export", {"written_as": "csv", "action": "signal_taken"}, 200)
    assert 'filename="signalering-logboek.csv"' in answer.headers["Content-Disposition"]
    assert answer.mimetype == "text/csv"
    header, *lines = rows_of(answer.data)
    assert header[:4] == ["Wanneer", "Wie", "Rol", "Wat"]
    (line,) = lines
    assert line[1] == "Cor Dinator"
    assert line[3] == "signaal opgepakt"
    assert row_of(file_town, signal_id).reference in line
    assert b"mist de buren" not in answer.data


def test_a_name_like_a_formula_is_text(browser: Browser, file_town: Town) -> None:
    taken(file_town)
    with file_town.committed() as work:
        work.data.execute(
            update(Account)
            .where(Account.id == file_town.people["coordinator"].account_id)
            .values(name='=HYPERLINK("http://kwaad.test";"klik")')
        )
    browser.log_in("privacy_officer").get("audit.trail")
    answer = browser.post("audit.export", {"written_as": "csv"}, 200)
    cells = [cell for row in rows_of(answer.data) for cell in row]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_as_json_each_line_is_an_act(browser: Browser, file_town: Town) -> None:
    signal_id = taken(file_town)
    browser.log_in("privacy_officer").get("audit.trail")
    answer = browser.post("audit.export", {"written_as": "jsonl", "object_kind": "signal"}, 200)
    acts = [json.loads(line) for line in answer.data.decode().splitlines()]
    assert "signal_taken" in {act["action"] for act in acts}
    assert {act["object_kind"] for act in acts} == {"signal"}
    assert str(signal_id) in {act["object"] for act in acts}
    assert {"at", "actor", "hat", "outcome", "purpose", "details"} <= set(acts[0])


def test_the_page_hands_its_search_on(browser: Browser, file_town: Town) -> None:
    taken(file_town)
    browser.log_in("privacy_officer")
    page = browser.get("audit.trail", action="signal_taken", from_day="2026-11-01")
    form = page.split("/audit-trail/export")[1].split("</form>")[0]
    assert 'name="action" value="signal_taken"' in form
    assert 'name="from_day" value="2026-11-01"' in form
    assert 'name="account"' not in form


def test_a_search_that_cannot_be_done_comes_back(browser: Browser) -> None:
    browser.log_in("privacy_officer").get("audit.trail")
    answer = browser.post("audit.export", {"written_as": "csv", "wanted": "ABCD-9999"}, 422)
    assert "Dit kenmerk kennen we niet" in answer.get_data(as_text=True)
    browser.post("audit.export", {"written_as": "csv", "from_day": "gisteren"}, 422)
    browser.post("audit.export", {"written_as": "xml"}, 400)
    browser.post("audit.export", {}, 400)


def test_nobody_else_gets_it(browser: Browser, app: Flask, file_town: Town) -> None:
    browser.log_in("coordinator").post("audit.export", {"written_as": "csv"}, 403)
