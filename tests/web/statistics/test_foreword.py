"""The page of a foreword: kept, refused, and nothing typed is lost."""

import html
import re

import pytest
from kit.browser_like import Browser
from kit.published import publish
from kit.town import Town

from signalering.domain.commands.statistics.foreword import WriteForeword
from signalering.services.statistics.foreword import foreword

TEXT = "Samen letten we op elkaar.\nDank aan alle vrijwilligers <van harte>."
PERIOD = "2025H1"


@pytest.fixture
def coordinator(browser: Browser, file_town: Town) -> Browser:
    publish(file_town, [2025], 200)
    return browser.log_in("coordinator")


def version(page: str) -> str:
    (found,) = re.findall(r'name="version" value="(\d+)"', page)
    return str(found)


def test_it_is_written_and_stands_at_the_front_of_the_report(coordinator: Browser) -> None:
    page = coordinator.get("statistics.foreword", period=PERIOD)
    assert version(page) == "0"
    answer = coordinator.post("statistics.foreword", {"version": "0", "text": TEXT}, period=PERIOD)
    report = coordinator.open(answer.location)
    assert "Het voorwoord is bewaard" in report
    assert TEXT in html.unescape(report)
    assert report.index("Samen letten") < report.index("Hoeveel signalen kwamen er?")
    page = coordinator.get("statistics.foreword", period=PERIOD)
    assert TEXT in html.unescape(page)
    assert version(page) == "1"


def test_a_manager_reads_it_and_may_not_write(browser: Browser, file_town: Town) -> None:
    publish(file_town, [2025], 200)
    with file_town.committed("coordinator") as work:
        foreword(work, WriteForeword(PERIOD, 0, TEXT))
    browser.log_in("manager")
    report = browser.get("statistics.alderman", period=PERIOD)
    assert TEXT in html.unescape(report)
    assert "statistics/foreword" not in report
    browser.get("statistics.foreword", 403, period=PERIOD)
    browser.post("statistics.foreword", {"text": TEXT}, 403, period=PERIOD)


def test_whoever_is_second_keeps_both_texts_before_them(
    coordinator: Browser, file_town: Town
) -> None:
    with file_town.committed("other_coordinator") as work:
        foreword(work, WriteForeword(PERIOD, 0, "Van een collega."))
    answer = coordinator.post(
        "statistics.foreword", {"version": "0", "text": TEXT}, 409, period=PERIOD
    )
    page = html.unescape(answer.get_data(as_text=True))
    assert TEXT in page
    assert "Van een collega." in page
    # Sent once more, with both read, it takes the place.
    coordinator.post("statistics.foreword", {"version": version(page), "text": TEXT}, period=PERIOD)
    assert TEXT in html.unescape(coordinator.get("statistics.alderman", period=PERIOD))


def test_who_it_tells_of_is_marked_and_can_be_replaced(coordinator: Browser) -> None:
    typed = "Wij danken mevrouw Jansen uit de straat."
    answer = coordinator.post(
        "statistics.foreword", {"version": "0", "text": typed}, 422, period=PERIOD
    )
    page = html.unescape(answer.get_data(as_text=True))
    assert typed in page
    assert "Hieraan kan iemand te herkennen zijn" in page
    answer = coordinator.post(
        "statistics.foreword",
        {"version": "0", "text": typed, "take_over": "all"},
        200,
        period=PERIOD,
    )
    assert "Jansen" not in answer.get_data(as_text=True)
    assert "Jansen" not in coordinator.get("statistics.alderman", period=PERIOD)


def test_a_draft_comes_back_on_its_own_page(coordinator: Browser, file_town: Town) -> None:
    here = coordinator.url("statistics.foreword", period=PERIOD).removeprefix(
        "https://signalering.test"
    )
    place = f"statistics.foreword:{PERIOD}"
    answer = coordinator.post(
        "accounts.draft", {"draft_place": place, "draft_back": here, "text": TEXT}
    )
    page = html.unescape(coordinator.open(answer.location))
    assert TEXT in page
    assert "Het is nog niet verstuurd" in page
    assert "Dit is nu bewaard" not in page
    with file_town.committed("other_coordinator") as work:
        foreword(work, WriteForeword(PERIOD, 0, "Van een collega."))
    beside = html.unescape(coordinator.get("statistics.foreword", period=PERIOD))
    assert "Dit is nu bewaard" in beside
    assert "Van een collega." in beside
    assert TEXT in beside
    assert TEXT not in html.unescape(coordinator.get("statistics.foreword", period="2025H2"))
    coordinator.post("statistics.foreword", {"version": "1", "text": TEXT}, period=PERIOD)
    page = coordinator.get("statistics.foreword", period=PERIOD)
    assert "Het is nog niet verstuurd" not in page
