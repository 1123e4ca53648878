"""The search on its page: by POST alone, an error that says what to do, nothing typed is lost."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from kit.browser_like import Browser
from kit.cases import case_row, closed_case, opened
from kit.signals import CONTACT, with_details
from kit.town import Town

from signalering.services.cases import _details


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """What a search opened stays with the process: here it ends with the test."""
    yield
    _details.forget_all()


def asked(browser: Browser, text: str, status: int = 200, **others: str) -> str:
    return browser.post("cases.find", {"text": text, **others}, status).get_data(as_text=True)


def test_the_page_finds_and_links(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town, command=with_details())
    browser.log_in("coordinator")
    browser.get("cases.find")
    page = asked(browser, "truida verzonen")
    assert CONTACT.name in page
    assert browser.url("cases.show", case_id=case_id) in page
    assert "truida verzonen" in page


def test_nobody_found_says_so(browser: Browser) -> None:
    browser.log_in("coordinator")
    assert "Geen lopend dossier" in asked(browser, "Quispel")


def test_too_little_comes_back_with_an_error(browser: Browser) -> None:
    browser.log_in("coordinator")
    page = asked(browser, "?", 422)
    assert "twee letters" in page


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (CONTACT.phone, "telefoonnummer"),
        ("5555", "telefoonnummer"),
        ("Hoflaan 7", "adres"),
        ("truida@", "e-mailadres"),
        ("Truida", "naam"),
    ],
)
def test_the_page_says_what_was_searched(
    browser: Browser, file_town: Town, text: str, kind: str
) -> None:
    contact = replace(CONTACT, email="truida@example.org", address="Hoflaan 7")
    opened(file_town, command=replace(with_details(), contact=contact))
    browser.log_in("coordinator")
    page = asked(browser, text)
    assert f"Gezocht op {kind}." in page
    assert CONTACT.name in page


def test_a_reference_finds_a_closed_case(browser: Browser, file_town: Town) -> None:
    case_id = closed_case(file_town)
    browser.log_in("coordinator")
    page = asked(browser, case_row(file_town, case_id).reference.lower())
    assert "Gezocht op dossiernummer." in page
    assert browser.url("cases.show", case_id=case_id) in page


def test_closed_cases_by_the_box_alone(browser: Browser, file_town: Town) -> None:
    case_id = closed_case(file_town)
    browser.log_in("coordinator")
    address = browser.url("cases.show", case_id=case_id)
    page = asked(browser, CONTACT.name)
    assert address not in page
    assert "Misschien is het afgesloten" in page
    page = asked(browser, CONTACT.name, closed="y")
    assert address in page
    assert "checked" in page


def test_another_way_of_reading_is_offered_and_taken(browser: Browser, file_town: Town) -> None:
    opened(file_town, command=with_details())
    browser.log_in("coordinator")
    page = asked(browser, "truida")
    assert "Zoek dit op adres" in page
    page = asked(browser, "truida", kind="address")
    assert "Gezocht op: adres." in page
    assert "Zoek dit op naam" in page
    asked(browser, "truida", 422, kind="nonsense")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("a" * 10_000, 422),
        ("06\x0012345678", 422),
        ("\N{GRINNING FACE}" * 5, 422),
        ("(.*)+$[", 422),
        ("een.*(a|b)+", 200),
        ("%' OR 'a'='a", 200),
    ],
)
def test_bad_input_is_refused_or_finds_nobody(browser: Browser, text: str, status: int) -> None:
    browser.log_in("coordinator")
    page = asked(browser, text, status)
    assert 'scope="row"' not in page


def test_what_is_typed_stands_in_no_address(browser: Browser, file_town: Town) -> None:
    opened(file_town, command=with_details())
    browser.log_in("coordinator")
    answer = browser.post("cases.find", {"text": "Verzonnen"}, 200)
    assert not answer.location
    page = answer.get_data(as_text=True)
    addresses = re.findall(r'(?:href|action|formaction)="([^"]*)"', page)
    assert addresses
    assert not [one for one in addresses if "erzonnen" in one]
    assert "no-store" in answer.headers["Cache-Control"]


def test_an_address_with_words_searches_nothing(browser: Browser, file_town: Town) -> None:
    opened(file_town, command=with_details())
    browser.log_in("coordinator")
    assert CONTACT.name not in browser.get("cases.find", text="Verzonnen")
