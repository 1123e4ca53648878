"""A measure with a resident beside you, after a yes, and on paper that names nobody."""

import re

import pytest
from kit.browser_like import Browser
from kit.cases import case_in, case_row, told
from kit.measures import PERMISSION, WORDING, after, answered, consented, recorded, supplied
from kit.town import Town

from signalering.domain.states import CaseState
from signalering.services.cases.wording import LARGEST
from signalering.web.trend import HEIGHT, WIDTH

ASKED = "Hoe vaak voelt u zich eenzaam?"
SHOWN_ITEM = "Verzonnen zin a."


@pytest.fixture
def case_id(file_town: Town) -> object:
    """A case in support, whose resident agrees to be measured."""
    found = case_in(file_town, CaseState.SUPPORTED)
    consented(file_town, found)
    return found


def sent(town: Town, case_id: object, **fields: str) -> dict[str, str]:
    """The form as a browser sends it."""
    whole = {"moment": "0", "day": town.clock.today().isoformat(), "response": "answered"}
    return whole | {"version": str(case_row(town, case_id).version)} | fields


def test_without_a_file_there_is_one_question(
    browser: Browser, file_town: Town, case_id: object
) -> None:
    browser.log_in("coordinator")
    text = browser.get("cases.measure", case_id=case_id)
    assert ASKED in text
    assert "De Jong Gierveld" not in text
    assert "Truida" not in text, "a resident looks along: nothing about anybody stands here"
    browser.post("cases.measure", sent(file_town, case_id, direct="3"), case_id=case_id)
    assert told(file_town, case_id)[-1]["direct"] == 3
    assert "regelmatig" in browser.get("cases.show", case_id=case_id)


def test_with_the_file_come_its_statements_and_whose_permission(
    browser: Browser, file_town: Town, case_id: object
) -> None:
    supplied(file_town.house.settings.instance)
    browser.log_in("coordinator")
    text = browser.get("cases.measure", case_id=case_id)
    assert SHOWN_ITEM in text
    assert PERMISSION in text
    assert "geen diagnose" in text
    said = {f"item_{one}": answer.value for one, answer in answered(5).items()}
    said["item_a"] = "open"
    browser.post("cases.measure", sent(file_town, case_id, **said), case_id=case_id)
    entry = told(file_town, case_id)[-1]
    assert "a" not in entry["answers"]
    assert entry["score"]["total"] == 4
    assert "4 van 6 (enigszins eenzaam)" in browser.get("cases.show", case_id=case_id)


def test_a_file_that_is_refused_is_said_and_the_question_stays(
    browser: Browser, file_town: Town, case_id: object
) -> None:
    file = supplied(file_town.house.settings.instance, {"permission": PERMISSION, "items": []})
    browser.log_in("coordinator")
    for content in (file.read_bytes(), b"\xff\xfe", b" " * (LARGEST + 1)):
        file.write_bytes(content)
        text = browser.get("cases.measure", case_id=case_id)
        assert "De stellingen kloppen niet" in text
        assert ASKED in text


def test_without_a_yes_the_questions_do_not_stand_there(browser: Browser, file_town: Town) -> None:
    case_id = case_in(file_town, CaseState.SUPPORTED)
    browser.log_in("coordinator")
    text = browser.get("cases.measure", case_id=case_id)
    assert "zei nog geen ja" in text
    assert ASKED not in text
    answer = browser.post(
        "cases.measure", sent(file_town, case_id, direct="3"), status=422, case_id=case_id
    )
    assert "eerst toestemming" in answer.get_data(as_text=True)
    data = sent(file_town, case_id, response="refused")
    browser.post("cases.measure", data, case_id=case_id)
    assert told(file_town, case_id)[-1]["response"] == "refused"


def test_what_was_chosen_is_still_there_when_it_is_refused(
    browser: Browser, file_town: Town, case_id: object
) -> None:
    supplied(file_town.house.settings.instance)
    browser.log_in("coordinator")
    data = sent(file_town, case_id, moment="3", direct="2", item_b="more_or_less")
    text = browser.post("cases.measure", data, status=422, case_id=case_id).get_data(as_text=True)
    assert "kan nog niet" in text
    assert re.search(r'id="direct-2"[^>]*checked', text)
    assert re.search(r'id="item_b-more_or_less"[^>]*checked', text)
    stale = {**data, "moment": "0", "version": "1"}
    text = browser.post("cases.measure", stale, status=409, case_id=case_id).get_data(as_text=True)
    assert re.search(r'id="direct-2"[^>]*checked', text)


def test_a_measure_is_put_right_from_what_was_recorded(
    browser: Browser, file_town: Town, case_id: object
) -> None:
    recorded(file_town, case_id, 0, direct=4)
    number = len(told(file_town, case_id))
    browser.log_in("coordinator")
    assert f"corrects={number}" in browser.get("cases.show", case_id=case_id)
    text = browser.get("cases.measure", case_id=case_id, corrects=number)
    assert re.search(r'id="direct-4"[^>]*checked', text)
    data = sent(file_town, case_id, direct="1", corrects=str(number))
    browser.post("cases.measure", data, case_id=case_id)
    assert f"Verbetert nr. {number}" in browser.get("cases.show", case_id=case_id)
    for other in (number, 1, 999, "x"):
        browser.get("cases.measure", status=409, case_id=case_id, corrects=other)


def test_one_moment_is_a_table_and_two_are_a_picture_too(
    browser: Browser, file_town: Town, case_id: object
) -> None:
    supplied(file_town.house.settings.instance)
    recorded(file_town, case_id, 0, direct=4, answers=answered(6))
    browser.log_in("coordinator")
    text = browser.get("cases.show", case_id=case_id)
    assert "vaak of altijd (4)" in text
    assert "trend-" not in text
    after(file_town, 3)
    recorded(file_town, case_id, 3, direct=2)
    browser.log_in("coordinator")
    text = browser.get("cases.show", case_id=case_id)
    assert 'aria-labelledby="trend-direct_question-title"' in text
    assert "trend-djg6" not in text, "the scale was taken once"
    picture = text[text.index("<svg") : text.index("</svg>")]
    told_aloud = " ".join(picture[picture.index("<desc") : picture.index("</desc>")].split())
    assert "bij de start: 4 van 4. na 3 maanden: 2 van 4. Hoe hoger" in told_aloud
    assert "style=" not in picture
    places = re.findall(r'cx="(\d+)" cy="(\d+)"', picture)
    (x, y), (later_x, later_y) = (tuple(map(int, place)) for place in places)
    assert 0 < x < later_x < WIDTH
    assert 0 < y < later_y < HEIGHT, "less lonely stands lower"


def test_the_paper_names_nobody(browser: Browser, file_town: Town) -> None:
    supplied(file_town.house.settings.instance)
    browser.log_in("coordinator")
    text = browser.get("cases.measure_paper")
    for row in WORDING["items"]:
        assert row["nl"] in text
    assert ASKED in text
    assert PERMISSION in text
    assert "Truida" not in text


def test_all_is_said_once_all_is_recorded(
    browser: Browser, file_town: Town, case_id: object
) -> None:
    after(file_town, 6)
    recorded(file_town, case_id, 6, direct=0)
    browser.log_in("coordinator")
    assert "zijn vastgelegd" in browser.get("cases.measure", case_id=case_id)
    browser.post("cases.measure", sent(file_town, case_id), status=422, case_id=case_id)


def test_each_reads_it_in_the_own_language(
    browser: Browser, file_town: Town, case_id: object
) -> None:
    recorded(file_town, case_id, 0, direct=4)
    browser.log_in("coordinator")
    for chosen, question in (("en", "How often do you feel lonely?"), ("nl", ASKED)):
        browser.post("accounts.language", {"language": chosen})
        assert question in browser.get("cases.show", case_id=case_id)
        assert question in browser.get("cases.measure_paper")
