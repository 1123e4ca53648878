"""The page of the accountability pack: read, printed, signed, and read by its supervisor."""

from flask import Flask
from kit.browser_like import BASE, Browser
from kit.pango import need_pango
from kit.retention import decided
from kit.supervisor import KEY, supervised
from kit.town import Town
from sqlalchemy import delete

from signalering.domain.pack_lines import Coded, Said
from signalering.domain.retention import KeepFor, Kept
from signalering.models.audit.pack import SignedPart
from signalering.web.packs import spoken


def seen(page: str) -> str:
    """What the form of the page would send."""
    return page.partition('name="seen" value="')[2].partition('"')[0]


def test_it_is_signed_and_tells_what_changed_since(app: Flask, file_town: Town) -> None:
    browser = Browser(app, file_town).log_in("privacy_officer")
    page = browser.get("audit.pack")
    assert page.count("Nog niet ondertekend") == 8
    browser.post("audit.sign_pack", {"seen": seen(page)})
    page = browser.get("audit.pack")
    assert "Je hebt de verantwoording ondertekend" in page
    assert page.count("Niet veranderd sinds ma 23 november 2026") == 7
    decided(file_town, Kept.SIGNAL, KeepFor.MONTHS_12)
    late = browser.post("audit.sign_pack", {"seen": seen(page)}, 409).text
    assert "Er is iets veranderd sinds je deze pagina opende" in late
    assert "Veranderd sinds ma 23 november 2026" in late
    assert "signalen · 24 maanden · het begin" in late
    assert "signalen · 12 maanden · ma 23 november 2026" in late
    browser.post("accounts.language", {"language": "en"})
    page = browser.get("audit.pack")
    assert "24 months" in page
    assert "Changed since" in page
    browser.post("audit.sign_pack", {"seen": seen(page)})
    assert "Everything is still as it was signed" in browser.get("audit.pack")


def test_a_part_that_was_taken_away_is_told(app: Flask, file_town: Town) -> None:
    browser = Browser(app, file_town).log_in("privacy_officer")
    browser.post("audit.sign_pack", {"seen": seen(browser.get("audit.pack"))})
    with file_town.committed() as work:
        work.data.execute(delete(SignedPart).where(SignedPart.part == "risks"))
    page = browser.get("audit.pack")
    assert "De ondertekende tekst is veranderd" in page
    assert "Van 1 deel dat is ondertekend, is de tekst weg." in page
    assert "Dit deel is op ma 23 november 2026 ondertekend, maar die tekst is weg." in page
    assert "Nog niet ondertekend" not in page


def test_what_this_release_does_not_know_is_shown_as_it_was_signed(app: Flask) -> None:
    with app.test_request_context():
        assert spoken(Coded("gone", "areas")) == "gone"
        assert spoken(Coded("gone", "no_such_list")) == "gone"
        for text in ("%(other)s", "50 %", "%(count)d"):
            assert spoken(Said(text, (("count", "x"),))) == text


def test_bad_input_signs_nothing(app: Flask, file_town: Town) -> None:
    browser = Browser(app, file_town).log_in("privacy_officer")
    for sent in ({}, {"seen": "\0"}, {"seen": ["a", "b"]}, {"seen": "x" * 100_000}):
        browser.post("audit.sign_pack", sent, 409)
    assert "Nog niet ondertekend" in browser.get("audit.pack")


def test_it_is_a_file_too(app: Flask, file_town: Town) -> None:
    need_pango()
    browser = Browser(app, file_town).log_in("privacy_officer")
    response = browser.client.get(browser.url("audit.pack_pdf"), base_url=BASE)
    assert response.data.startswith(b"%PDF")
    assert "verantwoording-2026-11-23.pdf" in response.headers["Content-Disposition"]


def test_the_supervisor_begins_there_and_sees_nothing_to_press(app: Flask, file_town: Town) -> None:
    supervised(file_town)
    browser = Browser(app, file_town).log_in(KEY)
    page = browser.get("audit.pack")
    for text in ("Verantwoording", "Logboek", "Bewaren en wissen"):
        assert text in page
    assert "Sleutelhouders" not in page
    assert 'name="seen"' not in page
    page = browser.get("retention.overview")
    for text in ("Wijzigen", "Iets langer bewaren", "Nu beëindigen"):
        assert text not in page
    browser.get("audit.trail")
    assert "Jij leest hier mee" in browser.get("audit.reviews")
