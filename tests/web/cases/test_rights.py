"""Rights of the resident on the pages: recorded, answered, stilled, corrected, erased."""

import html
from datetime import timedelta
from uuid import UUID

from kit.browser_like import Browser
from kit.cases import case_in, case_row, contact_row, opened, told, tried
from kit.rights import asked, restricted
from kit.town import Town

from signalering.domain.states import AttemptResult, CaseState

TODAY = "2026-11-23"


def seen(town: Town, case_id: UUID, **values: str) -> dict[str, str]:
    return {"version": str(case_row(town, case_id).version), **values}


def shown(browser: Browser, case_id: UUID) -> str:
    return html.unescape(browser.get("cases.show", case_id=case_id))


def test_one_tick_with_the_first_word(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town)
    browser.log_in("coordinator")
    text = shown(browser, case_id)
    assert "Wij houden een dossier over u bij" in text
    assert "Ik vertelde wat we bijhouden" in text
    whole = {"channel": "phone", "part_of_day": "morning", "result": "reached", "informed": "y"}
    browser.post("cases.attempt", seen(file_town, case_id, **whole), case_id=case_id)
    text = shown(browser, case_id)
    assert "Inwoner geïnformeerd" in text
    assert "Ik vertelde wat we bijhouden" not in text


def test_what_is_late_is_marked(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town)
    tried(file_town, case_id, AttemptResult.REACHED)
    file_town.clock.move_to(file_town.clock.now() + timedelta(days=1))
    browser.log_in("coordinator")
    text = shown(browser, case_id)
    assert "De inwoner moet weten dat we dit dossier hebben" in text
    assert "te laat" in text
    way = {"way": "letter", "day": TODAY, "text_version": "informed-1"}
    browser.post("cases.inform", seen(file_town, case_id, **way), case_id=case_id)
    assert "te laat" not in shown(browser, case_id)


def test_a_request_comes_back_with_its_words_and_is_answered(
    browser: Browser, file_town: Town
) -> None:
    case_id = opened(file_town)
    browser.log_in("coordinator")
    asking = {"right": "access", "received": "31-12-2031", "text": "Ik wil alles lezen"}
    text = browser.post(
        "cases.request", seen(file_town, case_id, **asking), status=422, case_id=case_id
    )
    assert "Ik wil alles lezen" in text.get_data(as_text=True)
    asking["received"] = TODAY
    browser.post("cases.request", seen(file_town, case_id, **asking), case_id=case_id)
    assert "Beantwoord het verzoek" in shown(browser, case_id)
    number = str(len(told(file_town, case_id)))
    page = browser.get("cases.answer_request", case_id=case_id, entry=number)
    assert "Ik wil alles lezen" in page
    no = {"entry": number, "ruling": "refused", "text": "Dat kan niet", "told": "y"}
    browser.post("cases.answer_request", seen(file_town, case_id, **no), case_id=case_id)
    text = shown(browser, case_id)
    assert "afgewezen" in text
    assert "Beantwoord het verzoek" not in text


def test_an_objection_asks_for_the_word(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town)
    browser.log_in("coordinator")
    no = {"right": "objection", "received": TODAY, "way": "written", "confirmation": "ja"}
    browser.post("cases.request", seen(file_town, case_id, **no), status=422, case_id=case_id)
    assert contact_row(file_town, case_id) is not None
    no["confirmation"] = "Bezwaar"
    browser.post("cases.request", seen(file_town, case_id, **no), case_id=case_id)
    assert contact_row(file_town, case_id) is None
    assert "De gegevens zijn vernietigd" in shown(browser, case_id)


def test_a_still_case_offers_nothing_and_takes_no_post_around_the_page(
    browser: Browser, file_town: Town
) -> None:
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    browser.log_in("coordinator")
    why = {"text": "Eerst uitzoeken", "until": "2026-12-20"}
    browser.post("cases.restrict", seen(file_town, case_id, **why), case_id=case_id)
    text = shown(browser, case_id)
    assert "Dit dossier staat stil" in text
    for offer in ("Contactpoging vastleggen", "Verwijzing voorstellen", "Meting vastleggen"):
        assert offer not in text
    around = {"channel": "phone", "part_of_day": "morning", "result": "reached"}
    browser.post("cases.attempt", seen(file_town, case_id, **around), status=409, case_id=case_id)
    browser.get("cases.measure", 409, case_id=case_id)
    browser.post("cases.lift_restriction", seen(file_town, case_id), status=422, case_id=case_id)
    browser.post("cases.lift_restriction", seen(file_town, case_id, told="y"), case_id=case_id)
    assert "Contactpoging vastleggen" in shown(browser, case_id)


def test_a_correction_stands_beside_what_it_corrects(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town)
    browser.log_in("coordinator")
    browser.post("cases.note", seen(file_town, case_id, text="Houdt van thee"), case_id=case_id)
    number = str(len(told(file_town, case_id)))
    assert "Houdt van thee" in browser.get("cases.correct", case_id=case_id, corrects=number)
    right = seen(file_town, case_id, corrects=number, text="Houdt van koffie")
    browser.post("cases.correct", right, case_id=case_id)
    text = shown(browser, case_id)
    assert text.count("Houdt van koffie") == 2
    assert "Houdt van thee" in text


def test_details_are_filled_in_and_replaced(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town)
    browser.log_in("coordinator")
    assert "Truida Verzonnen" in browser.get("cases.correct_details", case_id=case_id)
    new = {"contact_name": "Trudie Verzonnen", "contact_phone": "0174 44 44 44"}
    browser.post("cases.correct_details", seen(file_town, case_id, **new), case_id=case_id)
    text = shown(browser, case_id)
    assert "Trudie Verzonnen" in text
    assert "Truida Verzonnen" not in text


def test_erasing_shows_its_declaration_once(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town)
    reference = case_row(file_town, case_id).reference
    browser.log_in("coordinator")
    assert "Wat blijft" in browser.get("cases.erase", case_id=case_id)
    wrong = seen(file_town, case_id, reference="AAAA-AAAA")
    browser.post("cases.erase", wrong, status=422, case_id=case_id)
    right = seen(file_town, case_id, reference=reference)
    answer = browser.post("cases.erase", right, status=200, case_id=case_id)
    text = answer.get_data(as_text=True)
    assert "VERNIETIGINGSVERKLARING" in text
    assert reference in text
    browser.get("cases.show", 404, case_id=case_id)
    browser.get("cases.erase", 404, case_id=case_id)


def test_a_still_case_is_not_erased_around_the_page(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town)
    restricted(file_town, case_id)
    browser.log_in("coordinator")
    assert "Definitief wissen" not in browser.get("cases.erase", case_id=case_id)
    right = seen(file_town, case_id, reference=case_row(file_town, case_id).reference)
    browser.post("cases.erase", right, status=409, case_id=case_id)
    assert case_row(file_town, case_id).restricted


def test_others_get_none_of_the_pages(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town)
    number = asked(file_town, case_id)
    browser.log_in("other_coordinator")
    for endpoint, more in (
        ("cases.request", {}),
        ("cases.answer_request", {"entry": str(number)}),
        ("cases.restrict", {}),
        ("cases.lift_restriction", {}),
        ("cases.correct", {"corrects": "1"}),
        ("cases.correct_details", {}),
        ("cases.erase", {}),
    ):
        browser.get(endpoint, 403, case_id=case_id, **more)
