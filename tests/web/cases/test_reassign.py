"""The page that gives one case to a colleague."""

from kit.browser_like import Browser
from kit.cases import case_row, do, opened, told
from kit.covers import covered
from kit.town import Town

from signalering.domain.commands.cases.note import WriteNote
from signalering.services.cases.note import note


def sent(town: Town, case_id: object, version: int, **changes: str) -> dict[str, str]:
    return {
        "version": str(version),
        "owner": str(town.people["other_coordinator"].account_id),
        "note": "Belt liever na de middag.",
        **changes,
    }


def test_it_goes_and_the_colleague_gets_the_note(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town)
    browser.log_in("coordinator")
    assert f"/cases/{case_id}/reassign" in browser.get("cases.show", case_id=case_id)
    browser.get("cases.reassign", case_id=case_id)
    browser.post("cases.reassign", sent(file_town, case_id, 1), case_id=case_id)
    assert len(told(file_town, case_id, "handover")) == 1
    assert "Aan: Coby Dinator" in " ".join(browser.get("cases.show", case_id=case_id).split())
    browser.get("cases.reassign", case_id=case_id, status=403)


def test_nothing_typed_is_lost(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town)
    browser.log_in("coordinator")
    for wrong, said in (({"owner": ""}, "Vul dit in."), ({"owner": "x"}, "uit de lijst")):
        answer = browser.post(
            "cases.reassign", sent(file_town, case_id, 1, **wrong), case_id=case_id, status=422
        )
        assert said in answer.get_data(as_text=True)
        assert "Belt liever" in answer.get_data(as_text=True)
    do(file_town, lambda work: note(work, WriteNote(case_id, 1, "Iets nieuws.")))
    answer = browser.post(
        "cases.reassign", sent(file_town, case_id, 1), case_id=case_id, status=409
    )
    assert "Belt liever" in answer.get_data(as_text=True)
    seen = case_row(file_town, case_id).version
    browser.post("cases.reassign", sent(file_town, case_id, seen), case_id=case_id)


def test_a_colleague_who_is_away_is_offered_with_the_last_day(
    browser: Browser, file_town: Town
) -> None:
    case_id = opened(file_town)
    covered(file_town, "other_coordinator", "coordinator")
    page = browser.log_in("coordinator").get("cases.reassign", case_id=case_id)
    assert "Coby Dinator (afwezig tot en met 29 november)" in page
