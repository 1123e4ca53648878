"""The page of the day: where a coordinator begins, and a call logged in two taps."""

import re
from datetime import timedelta

import pytest
from kit.browser_like import BASE, Browser
from kit.cases import case_in, case_row, opened, told
from kit.signals import logged, taken, with_details
from kit.tasks import planned
from kit.town import Town
from sqlalchemy import update

from signalering.domain.lifecycles import TaskKind
from signalering.domain.states import CaseState
from signalering.models.cases.case import Case

CALL = {"channel": "phone", "part_of_day": "morning", "back": "today"}


def test_a_coordinator_begins_there(browser: Browser) -> None:
    browser.log_in("coordinator")
    answer = browser.client.get("/start", base_url=BASE)
    assert answer.headers["Location"] == "/today"
    assert "Vandaag vraagt geen inwoner iets van je" in browser.get("cases.today")


def test_the_number_is_there_to_be_clicked_and_each_end_of_a_call(
    browser: Browser, file_town: Town
) -> None:
    opened(file_town)
    page = browser.log_in("coordinator").get("cases.today")
    assert "Truida Verzonnen" in page
    assert 'href="tel:0174555555"' in page
    for code in ("no_answer", "message_left", "reached", "appointment"):
        assert f'name="result" value="{code}"' in re.sub(r"\s+", " ", page)


@pytest.mark.parametrize(
    ("result", "leads_to"), [("no_answer", "/today"), ("message_left", "/today")]
)
def test_one_tap_logs_the_call_and_the_list_goes_on(
    browser: Browser, file_town: Town, result: str, leads_to: str
) -> None:
    case_id = opened(file_town)
    browser.log_in("coordinator")
    seen = str(case_row(file_town, case_id).version)
    form = {**CALL, "version": seen, "result": result}
    answer = browser.post("cases.attempt", form, case_id=case_id)
    assert answer.headers["Location"] == leads_to
    (attempt,) = told(file_town, case_id, "attempt")
    assert (attempt["channel"], attempt["result"]) == ("phone", result)
    assert case_row(file_town, case_id).state == CaseState.CONTACTING


def test_whoever_was_reached_has_more_to_tell(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town)
    browser.log_in("coordinator")
    seen = str(case_row(file_town, case_id).version)
    answer = browser.post(
        "cases.attempt", {**CALL, "version": seen, "result": "reached"}, case_id=case_id
    )
    assert answer.headers["Location"] == f"/cases/{case_id}"


def test_a_list_that_is_out_of_date_logs_nothing_twice(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town)
    browser.log_in("coordinator")
    form = {**CALL, "version": str(case_row(file_town, case_id).version), "result": "no_answer"}
    browser.post("cases.attempt", form, case_id=case_id)
    browser.post("cases.attempt", form, 409, case_id=case_id)
    assert len(told(file_town, case_id, "attempt")) == 1


def test_signals_details_and_counts_stand_below(browser: Browser, file_town: Town) -> None:
    taken(file_town)
    logged(file_town, command=with_details())
    case_in(file_town, CaseState.IN_CONVERSATION)
    page = browser.log_in("coordinator").get("cases.today")
    assert "1 nieuw signaal" in page
    assert "Contactgegevens die wachten" in page


def test_it_reads_in_english_too(browser: Browser, file_town: Town) -> None:
    opened(file_town)
    browser.log_in("coordinator")
    browser.post("accounts.language", {"language": "en", "next": "/today"})
    assert "Call 0174 55 55 55" in re.sub(r"\s+", " ", browser.get("cases.today"))


def test_an_appointment_stands_there_with_its_time_and_place(
    browser: Browser, file_town: Town
) -> None:
    case_id = opened(file_town)
    planned(file_town, case_id, days=0)
    planned(file_town, case_id, TaskKind.TASK, days=0)
    page = browser.log_in("coordinator").get("cases.today")
    assert "Afspraak vandaag om 14:30: bij de kapel in het bos." in page
    assert "Afspraken" in page


def test_the_call_stays_at_hand_when_the_law_s_day_is_over(
    browser: Browser, file_town: Town
) -> None:
    case_id = opened(file_town)
    with file_town.committed() as work:
        over = file_town.clock.today() - timedelta(days=1)
        work.data.execute(update(Case).where(Case.id == case_id).values(inform_by=over))
    page = re.sub(r"\s+", " ", browser.log_in("coordinator").get("cases.today"))
    assert "De inwoner moet weten" in page
    assert 'class="button button--primary" href="tel:0174555555"' in page
    assert 'name="result" value="no_answer"' in page
    assert page.index("De inwoner moet weten") < page.index("Zoek contact")
