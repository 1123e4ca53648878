"""The letter on the screen, on paper and as PDF; the copy beside it."""

import html
import json

import pytest
from kit.browser_like import BASE, Browser
from kit.cases import case_row, opened
from kit.pango import need_pango
from kit.played import CONTACT, WORDS, played_case
from kit.town import PEOPLE, Town
from web.test_pdf import text_of

from signalering.web import context, pdf


def test_every_word_of_a_played_case(
    browser: Browser, file_town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id = played_case(file_town)
    browser.log_in("coordinator")
    page = html.unescape(browser.get("cases.access_letter", case_id=case_id))
    letter = page[page.index("Wat wij over u bewaren") :]
    wanted = [*WORDS.values(), CONTACT.name, CONTACT.phone, CONTACT.email, CONTACT.address]
    wanted += ["Vitis Welzijn: maatjes", "Wij deelden met", "Autoriteit Persoonsgegevens"]
    for words in wanted:
        assert words in letter, words
    for key in ("worker", "other_worker"):
        assert PEOPLE[key][0] not in letter
    need_pango()
    drawn: list[str] = []

    def kept(text: str) -> bytes:
        drawn.append(text_of(text))
        return pdf.pdf_of(text)

    monkeypatch.setattr(context, "pdf_of", kept)
    url = browser.url("cases.access_letter_pdf", case_id=case_id)
    answer = browser.client.get(url, base_url=BASE)
    assert answer.status_code == 200
    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF-")
    assert answer.headers["Cache-Control"] == "no-store"
    reference = case_row(file_town, case_id).reference
    assert answer.headers["Content-Disposition"] == (
        f'attachment; filename="inzage-{reference}.pdf"'
    )
    for words in wanted:
        assert words in drawn[0], words


def test_where_none_can_be_drawn_the_page_says_how_else(
    browser: Browser, file_town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "available", lambda: False)
    case_id = opened(file_town)
    browser.log_in("coordinator")
    url = browser.url("cases.access_letter_pdf", case_id=case_id)
    answer = browser.client.get(url, base_url=BASE)
    assert answer.status_code == 302
    text = browser.open(answer.location)
    assert "Print de pagina" in text
    assert "Als PDF" not in text


def test_the_copy_is_a_file_that_nothing_keeps(browser: Browser, file_town: Town) -> None:
    case_id = played_case(file_town)
    browser.log_in("coordinator")
    url = browser.url("cases.portable_copy", case_id=case_id)
    answer = browser.client.get(url, base_url=BASE)
    assert answer.headers["Content-Type"] == "application/json; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Truida" not in answer.headers["Content-Disposition"]
    assert json.loads(answer.data)["contact"]["name"] == CONTACT.name


@pytest.mark.parametrize(
    "endpoint", ["cases.access_letter", "cases.access_letter_pdf", "cases.portable_copy"]
)
def test_nobody_elses(browser: Browser, file_town: Town, endpoint: str) -> None:
    case_id = opened(file_town)
    browser.log_in("other_coordinator")
    browser.get(endpoint, 403, case_id=case_id)
