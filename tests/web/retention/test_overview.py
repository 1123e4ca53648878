"""The room of retention: what a privacy officer sees, decides, holds, runs and signs."""

from datetime import date, timedelta

import pytest
from flask import Flask
from kit.browser_like import BASE, Browser
from kit.cases import case_row, closed_case
from kit.pango import need_pango
from kit.retention import decided, held, on, opened_run, ran_on
from kit.town import Town
from kit.trail import entries

from signalering.domain.retention import Erasable, KeepFor, Kept

# Closed on 23 November 2026 without follow-up.
LAST = date(2027, 2, 28)
A_DAY = timedelta(days=1)


def officer(app: Flask, town: Town) -> Browser:
    return Browser(app, town).log_in("privacy_officer")


def test_an_empty_room_says_what_will_be_there(app: Flask, file_town: Town) -> None:
    page = officer(app, file_town).get("retention.overview")
    for text in ("24 maanden", "3 maanden", "5 jaar", "Er is nog niets vernietigd", "het begin"):
        assert text in page
    assert page.count("Wijzigen") == len(Kept)


def test_a_term_is_changed_with_its_reason_and_stays_to_be_read(
    app: Flask, file_town: Town
) -> None:
    browser = officer(app, file_town)
    page = browser.get("retention.change_policy", of_what="case-without-follow-up")
    assert "hooguit 0 worden meteen aangekondigd" in page
    said = {"version": "0", "keep_for": "6_months", "reason": "De gemeenteraad wil het."}
    again = browser.post(
        "retention.change_policy", said, of_what="case-without-follow-up", status=422
    ).text
    assert "een eigen reden nodig" in again
    assert "De gemeenteraad wil het." in again
    said["why_longer"] = "Bezwaar duurt zo lang."
    browser.post("retention.change_policy", said, of_what="case-without-follow-up")
    page = browser.get("retention.overview")
    for text in ("6 maanden", "De gemeenteraad wil het.", "Bezwaar duurt zo lang.", "Po Officer"):
        assert text in page
    assert "Tot er een coördinator inlogt, wordt geen dossier gewist" in page
    # A page from before the change: nothing typed is lost.
    late = browser.post(
        "retention.change_policy", said, of_what="case-without-follow-up", status=409
    ).text
    assert "Bezwaar duurt zo lang." in late
    (entry,) = entries(file_town, "policy_changed")
    assert entry["details"] == {
        "kept": "case_without_follow_up",
        "from_term": "3_months",
        "to_term": "6_months",
    }


@pytest.mark.parametrize("term", ["0", "", "never", "7_years", "30_days"])
def test_only_named_terms_are_taken(app: Flask, file_town: Town, term: str) -> None:
    said = {"version": "0", "keep_for": term, "reason": "Zo", "why_longer": "Zo"}
    officer(app, file_town).post("retention.change_policy", said, of_what="signal", status=422)
    assert entries(file_town, "policy_changed") == []


def test_what_goes_stands_on_the_page_and_on_the_keepers_day(app: Flask, file_town: Town) -> None:
    case_id = closed_case(file_town)
    ran_on(file_town, LAST - 14 * A_DAY)
    page = officer(app, file_town).get("retention.overview")
    assert "ma 1 maart 2027" in page
    reference = case_row(file_town, case_id).reference
    assert reference not in page
    day = Browser(app, file_town).log_in("coordinator").get("cases.today")
    assert "Wordt binnenkort gewist" in day
    assert reference in day
    other = Browser(app, file_town).log_in("other_coordinator").get("cases.today")
    assert reference not in other


def test_a_coordinator_holds_a_case_and_it_says_so(app: Flask, file_town: Town) -> None:
    case_id = closed_case(file_town)
    browser = Browser(app, file_town).log_in("coordinator")
    said = {
        "kind": "case",
        "reference": case_row(file_town, case_id).reference.lower(),
        "reason": "complaint",
        "hold_for": "12_months",
    }
    browser.post("retention.hold", said)
    assert "er loopt een klacht" in browser.get("cases.show", case_id=case_id)
    assert "di 30 november 2027" in browser.get("retention.hold")
    refused = browser.post("retention.hold", said | {"hold_for": "0"}, status=422).text
    assert said["reference"] in refused
    unknown = browser.post("retention.hold", said | {"reference": "AAAA-AAAA"}, status=422).text
    assert "Dit kenmerk kennen we niet" in unknown


def test_a_hold_is_ended(app: Flask, file_town: Town) -> None:
    hold_id = held(file_town, Erasable.CASE, case_row(file_town, closed_case(file_town)).reference)
    browser = officer(app, file_town)
    browser.post("retention.end_hold", hold_id=hold_id)
    assert "Nu beëindigen" not in browser.get("retention.hold")
    browser.post("retention.end_hold", hold_id=hold_id, status=404)


def test_a_run_is_typed_over_shown_and_signed(app: Flask, file_town: Town) -> None:
    case_id = closed_case(file_town)
    ran_on(file_town, LAST - 14 * A_DAY)
    on(file_town, LAST + A_DAY)
    browser = officer(app, file_town)
    assert "Nu vernietigen" in browser.get("retention.run")
    browser.post("retention.run", {"confirmation": "ja"}, status=422)
    assert case_row(file_town, case_id)
    browser.post("retention.run", {"confirmation": "vernietigen"})
    page = browser.get("retention.overview")
    assert "nog niet" in page
    (entry,) = entries(file_town, "retention_erased")
    assert entry["actor"] == str(file_town.people["privacy_officer"].account_id)
    run_id = entry["object"]
    page = browser.get("retention.declaration", run_id=run_id)
    for text in ("februari 2027", "wo 31 maart 2027", "zo 30 mei 2027", "Nog niet ondertekend"):
        assert text in page
    browser.post("retention.sign_declaration", run_id=run_id)
    assert "Ondertekend door Po Officer" in browser.get("retention.declaration", run_id=run_id)
    browser.post("retention.sign_declaration", run_id=run_id, status=409)
    assert "Er is nu niets te wissen" in browser.get("retention.run")


def test_the_declaration_is_a_file_too(app: Flask, file_town: Town) -> None:
    need_pango()
    run_id = opened_run(file_town)
    browser = officer(app, file_town)
    url = browser.url("retention.declaration_pdf", run_id=run_id)
    response = browser.client.get(url, base_url=BASE)
    assert response.data.startswith(b"%PDF")
    assert "vernietigingsverklaring-2026-11-23.pdf" in response.headers["Content-Disposition"]


@pytest.mark.parametrize("key", ["coordinator", "administrator", "manager", "worker"])
def test_nobody_else_gets_in(app: Flask, file_town: Town, key: str) -> None:
    browser = Browser(app, file_town).log_in(key)
    browser.get("retention.overview", status=403)
    browser.get("retention.run", status=403)
    browser.get("retention.declaration", run_id=opened_run(file_town), status=403)


def test_what_residents_read_is_what_holds(app: Flask, file_town: Town) -> None:
    anybody = Browser(app, file_town)
    assert "Een signaal: 24 maanden" in anybody.get("public.privacy")
    decided(file_town, Kept.SIGNAL, KeepFor.MONTHS_12)
    assert "Een signaal: 12 maanden" in anybody.get("public.privacy")


def test_in_english_too(app: Flask, file_town: Town) -> None:
    decided(file_town, Kept.SIGNAL, KeepFor.MONTHS_12)
    browser = officer(app, file_town)
    browser.post("accounts.language", {"language": "en"})
    page = browser.get("retention.overview")
    assert "Keeping and erasing" in page
    assert "12 months" in page
