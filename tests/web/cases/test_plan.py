"""Pages of what is planned: in both languages, by keyboard, losing nothing."""

import html
import re
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from flask import Flask
from kit.browser_like import Browser
from kit.cases import case_in, case_row, closed_case, do, opened, version
from kit.tasks import SAID, finished, moved, paused, planned, rows_of
from kit.town import Town

from signalering.domain.commands.cases.note import WriteNote
from signalering.domain.lifecycles import TaskEnd, TaskKind
from signalering.domain.states import CaseState
from signalering.services.cases.note import note

K = TaskKind
APPOINTMENT = {"kind": "appointment", "due_on": "2026-12-10", "time": "14:00"} | {
    "place": "achter de molen",
    "text": "samen soep maken",
}
TASK_PAGES = ("cases.finish_task", "cases.move_task", "cases.visit_sheet")


def sent(town: Town, case_id: UUID, **values: str) -> dict[str, str]:
    """A form from a page that was just shown."""
    return {"version": str(case_row(town, case_id).version), **values}


def in_english(browser: Browser) -> Browser:
    browser.post("accounts.language", {"language": "en", "next": "/start"})
    return browser


def later(town: Town, days: int) -> None:
    town.clock.move_to(town.clock.now() + timedelta(days=days))


def test_from_plan_to_done(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town)
    browser.log_in("coordinator")
    assert "Er staat niets gepland" in browser.get("cases.show", case_id=case_id)
    assert "Wat plan je?" in browser.get("cases.plan", case_id=case_id)
    answer = browser.post("cases.plan", sent(file_town, case_id, **APPOINTMENT), case_id=case_id)
    text = browser.open(answer.location)
    for words in ("Het staat gepland", "achter de molen", "samen soep maken", "om 14:00"):
        assert words in text
    ((number, _, _),) = rows_of(file_town, case_id)
    change = {"due_on": "2026-12-11", "time": "15:30", "text": "de bus"}
    assert 'value="2026-12-10"' in browser.get("cases.move_task", case_id=case_id, number=number)
    browser.post(
        "cases.move_task", sent(file_town, case_id, **change), case_id=case_id, number=number
    )
    text = browser.get("cases.show", case_id=case_id)
    assert "om 15:30" in text
    assert f"In plaats van nr. {number}." in text
    ((number, _, _),) = rows_of(file_town, case_id)
    # The button of the page needs no more than that.
    browser.post(
        "cases.finish_task", sent(file_town, case_id, how="done"), case_id=case_id, number=number
    )
    text = browser.get("cases.show", case_id=case_id)
    assert "Er staat niets gepland" in text
    assert "Afgerond" in text
    assert rows_of(file_town, case_id) == []


def test_every_kind_reads_in_both_languages(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town)
    for kind in K:
        planned(file_town, case_id, kind, days=0)
    number = planned(file_town, case_id, days=3)
    finished(file_town, case_id, moved(file_town, case_id, number, 4, "10:00"), TaskEnd.CANCELLED)
    browser.log_in("coordinator")
    text = browser.get("cases.show", case_id=case_id)
    said = html.unescape(text)
    for words in ("Afspraak vandaag om 14:30", "Denk eraan: vragen naar de dochter", "Afgezegd"):
        assert words in said
    assert SAID[K.REMINDER]["reason"] in said
    in_english(browser)
    english = html.unescape(browser.get("cases.show", case_id=case_id))
    for words in (
        "Appointment today at 14:30",
        "Remember: vragen naar",
        "Called off",
        "Visit sheet",
    ):
        assert words in english
    for endpoint in ("cases.plan", "cases.pause", "cases.close"):
        browser.get(endpoint, case_id=case_id)
    today = rows_of(file_town, case_id)[0][0]
    for endpoint in TASK_PAGES:
        assert "Truida" in browser.get(endpoint, case_id=case_id, number=today) or (
            endpoint != "cases.visit_sheet"
        )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"due_on": "2026-11-22"}, "Deze dag is voorbij"),
        ({"due_on": "0001-01-01"}, "Deze dag is voorbij"),
        ({"due_on": "9999-12-31"}, "Kies een dag binnen een jaar"),
        ({"due_on": "2026-13-01"}, "Vul een dag in"),
        ({"time": "25:00"}, "Vul een tijd in"),
        ({"time": ""}, "Vul dit in"),
        ({"place": ""}, "Vul dit in"),
        ({"kind": "reminder"}, "Vul dit in"),
        ({"kind": "wedding"}, "Kies iets uit de lijst"),
        ({"version": "77"}, "Iemand anders heeft dit net veranderd"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    browser: Browser, file_town: Town, change: dict[str, str], said: str
) -> None:
    case_id = opened(file_town)
    browser.log_in("coordinator")
    data = sent(file_town, case_id, **APPOINTMENT) | change
    status = 409 if "version" in change else 422
    answer = browser.post("cases.plan", data, status=status, case_id=case_id)
    text = html.unescape(answer.get_data(as_text=True))
    assert said in text
    assert "samen soep maken" in text
    assert rows_of(file_town, case_id) == []


def test_somebody_else_s_case_can_be_read_and_not_planned_in(
    browser: Browser, file_town: Town
) -> None:
    case_id = opened(file_town)
    number = planned(file_town, case_id)
    browser.log_in("other_coordinator")
    text = browser.get("cases.show", case_id=case_id)
    assert SAID[K.APPOINTMENT]["place"] in text, "cover needs it"
    assert "Gedaan" not in text
    assert "Verzetten" not in text
    browser.get("cases.plan", status=403, case_id=case_id)
    browser.post("cases.plan", sent(file_town, case_id, **APPOINTMENT), 403, case_id=case_id)
    for endpoint in TASK_PAGES:
        browser.get(endpoint, status=403, case_id=case_id, number=number)
    assert [row[0] for row in rows_of(file_town, case_id)] == [number]


def test_numbers_and_cases_that_are_not_there(browser: Browser, file_town: Town) -> None:
    case_id, other = opened(file_town), opened(file_town)
    number = planned(file_town, other)
    browser.log_in("coordinator")
    for endpoint in TASK_PAGES:
        for wrong in (1, 999, 999999999):
            browser.get(endpoint, status=404, case_id=case_id, number=wrong)
        browser.get(endpoint, status=404, case_id=uuid4(), number=number)
        browser.open(browser.url(endpoint, case_id=case_id, number=1) + "9" * 30, 404)


def test_what_was_just_finished_keeps_what_is_typed(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town)
    number = planned(file_town, case_id)
    browser.log_in("coordinator")
    stale = sent(file_town, case_id, how="done", text="het was gezellig")
    finished(file_town, case_id, number)
    answer = browser.post("cases.finish_task", stale, status=409, case_id=case_id, number=number)
    text = answer.get_data(as_text=True)
    assert "het was gezellig" in text
    assert "staat niet meer open" in text


def test_a_change_meanwhile_is_told_and_can_be_sent_again(
    browser: Browser, file_town: Town
) -> None:
    case_id = opened(file_town)
    number = planned(file_town, case_id)
    browser.log_in("coordinator")
    stale = sent(file_town, case_id, due_on="2026-12-20", time="10:15", text="later")
    do(file_town, lambda w: note(w, WriteNote(case_id, version(w, case_id), "iets anders")))
    answer = browser.post("cases.move_task", stale, status=409, case_id=case_id, number=number)
    text = answer.get_data(as_text=True)
    for typed in ('value="2026-12-20"', 'value="10:15"', "later"):
        assert typed in text
    again = stale | sent(file_town, case_id)
    browser.post("cases.move_task", again, case_id=case_id, number=number)


def test_the_pages_of_pause_and_close_say_what_is_planned(
    browser: Browser, file_town: Town
) -> None:
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    browser.log_in("coordinator")
    assert "al gepland" not in browser.get("cases.pause", case_id=case_id)
    assert "vervalt als je afsluit" not in browser.get("cases.close", case_id=case_id)
    number = planned(file_town, case_id, days=4)
    text = browser.get("cases.pause", case_id=case_id)
    assert browser.url("cases.move_task", case_id=case_id, number=number) in text
    assert SAID[K.APPOINTMENT]["place"] not in text, "this page opens no words"
    assert "Er staat nog 1 taak of afspraak" in browser.get("cases.close", case_id=case_id)
    planned(file_town, case_id, K.TASK, days=40)
    assert "Er staan nog 2 taken of afspraken" in browser.get("cases.close", case_id=case_id)
    rest = sent(file_town, case_id, paused_until="2026-12-10", reason="away")
    answer = browser.post("cases.pause", rest, case_id=case_id)
    text = browser.open(answer.location)
    assert "In de rust vallen nog afspraken of taken" in text
    assert text.count("valt in de rust") == 1


def test_a_pause_over_nothing_says_no_more_than_that(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town)
    planned(file_town, case_id, days=40)
    browser.log_in("coordinator")
    rest = sent(file_town, case_id, paused_until="2026-12-10", reason="away")
    text = browser.open(browser.post("cases.pause", rest, case_id=case_id).location)
    assert "Het dossier is gepauzeerd." in text
    assert "In de rust vallen" not in text


def test_a_rest_is_told_where_one_plans(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town)
    paused(file_town, case_id, 20)
    browser.log_in("coordinator")
    assert "rust tot en met" in browser.get("cases.plan", case_id=case_id)
    data = sent(file_town, case_id, **APPOINTMENT)
    answer = browser.post("cases.plan", data, status=422, case_id=case_id)
    assert "Het dossier rust die dag" in answer.get_data(as_text=True)


def test_a_closed_case_offers_nothing_to_plan(browser: Browser, file_town: Town) -> None:
    case_id = closed_case(file_town)
    browser.log_in("coordinator")
    assert "Wat plan je?" not in browser.get("cases.plan", case_id=case_id)
    browser.post("cases.plan", sent(file_town, case_id, **APPOINTMENT), 409, case_id=case_id)
    text = browser.get("cases.show", case_id=case_id)
    assert browser.url("cases.plan", case_id=case_id) not in text
    browser.get("cases.visit_sheet", status=409, case_id=case_id, number=0)


def test_the_sheet_has_what_one_needs_and_no_more(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town)
    do(file_town, lambda w: note(w, WriteNote(case_id, version(w, case_id), "houdt van duiven")))
    number = planned(file_town, case_id)
    browser.log_in("coordinator")
    text = browser.get("cases.visit_sheet", case_id=case_id, number=number)
    for words in ("Truida Verzonnen", "0174 55 55 55", "14:30", "bij de kapel", "Vernietig dit"):
        assert words in text
    assert "Notitie" in text
    assert "houdt van duiven" not in text
    bare = browser.get("cases.visit_sheet", case_id=case_id, number=0)
    assert "14:30" not in bare
    assert "____" in bare


def test_by_keyboard_and_without_a_script(browser: Browser, file_town: Town) -> None:
    """Every step is a link or a button with a name of its own; nothing needs a pointer."""
    case_id = opened(file_town)
    for days in (3, 5):
        planned(file_town, case_id, days=days)
    browser.log_in("coordinator")
    text = browser.get("cases.show", case_id=case_id)
    names = [
        " ".join(re.sub(r"<[^>]+>", "", found).split())
        for found in re.findall(r"<(?:a|button)\b[^>]*>(.*?)</(?:a|button)>", text, re.DOTALL)
    ]
    for step in ("Gedaan", "Verzetten", "Afronden of afzeggen", "Bezoekblad"):
        of_step = [name for name in names if name.startswith(f"{step}:")]
        assert len(of_step) == len(set(of_step)) == 2, step
    form = browser.get("cases.plan", case_id=case_id)
    assert "tabindex" not in re.sub(r'tabindex="-1"|tabindex="0"', "", form)
    for name in ("time", "place", "who", "bring", "reason"):
        assert f'name="{name}"' in form, "there without a script too"


def test_another_day_the_page_of_the_case_still_opens(app: Flask, file_town: Town) -> None:
    case_id = opened(file_town)
    planned(file_town, case_id, days=1)
    later(file_town, 3)
    browser = Browser(app, file_town).log_in("coordinator")
    text = browser.get("cases.show", case_id=case_id)
    assert "is voorbij. Leg vast" in text
    assert "24 november" in text
