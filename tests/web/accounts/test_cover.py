"""The pages of cover: entered, shown on the work itself, changed, ended."""

from uuid import uuid4

import pytest
from flask import Flask
from kit.browser_like import Browser
from kit.cases import opened
from kit.covers import covered, in_days, pass_days
from kit.signals import logged, row_of, taken
from kit.town import Town


def asked(town: Town, **changes: str) -> dict[str, str]:
    return {
        "account": str(town.people["coordinator"].account_id),
        "by": str(town.people["other_coordinator"].account_id),
        "from_on": in_days(town, 0).isoformat(),
        "until_on": in_days(town, 6).isoformat(),
        **changes,
    }


@pytest.mark.parametrize("key", ["coordinator", "other_coordinator", "administrator"])
def test_who_may_enter_one_sees_it_stand_there(browser: Browser, file_town: Town, key: str) -> None:
    browser.log_in(key)
    assert "niemand afwezig" in browser.get("accounts.cover")
    browser.post("accounts.cover", asked(file_town))
    page = browser.get("accounts.cover")
    assert "Cor Dinator" in page
    assert "loopt nu" in page


def test_the_work_stands_with_who_stands_in_and_can_be_done(app: Flask, file_town: Town) -> None:
    case_id, signal_id = opened(file_town), taken(file_town)
    away, stands_in = Browser(app, file_town), Browser(app, file_town)
    stands_in.log_in("other_coordinator")
    stands_in.get("cases.pause", case_id=case_id, status=403)
    away.log_in("coordinator").post("accounts.cover", asked(file_town))
    for endpoint in ("cases.list", "signals.inbox"):
        page = stands_in.get(endpoint, queue="own" if endpoint == "cases.list" else "mine")
        assert "Je vervangt Cor Dinator" in page
        assert "namens Cor Dinator" in page
        assert "Coby Dinator vervangt jou" in away.get(endpoint)
    assert "bij jou, namens Cor Dinator" in stands_in.get("cases.show", case_id=case_id)
    assert "bij jou, namens Cor Dinator" in stands_in.get("signals.show", signal_id=signal_id)
    stands_in.get("cases.pause", case_id=case_id)
    stands_in.post("signals.remark", {"text": "Nog eens bellen."}, signal_id=signal_id)
    pass_days(file_town, 7)
    again = Browser(app, file_town).log_in("other_coordinator")
    again.get("cases.pause", case_id=case_id, status=403)
    assert "Je vervangt" not in again.get("cases.list")


def test_it_ends_on_the_very_next_request(app: Flask, file_town: Town) -> None:
    case_id, cover_id = opened(file_town), covered(file_town)
    away, stands_in = Browser(app, file_town), Browser(app, file_town)
    stands_in.log_in("other_coordinator").get("cases.pause", case_id=case_id)
    away.log_in("coordinator")
    away.post("accounts.change_cover", {"version": "1", "end": "yes"}, cover_id=cover_id)
    stands_in.get("cases.pause", case_id=case_id, status=403)


def test_errors_keep_what_was_chosen(browser: Browser, file_town: Town) -> None:
    browser.log_in("administrator")
    early = in_days(file_town, -9).isoformat()
    answer = browser.post("accounts.cover", asked(file_town, until_on=early), status=422)
    page = answer.get_data(as_text=True)
    assert "De laatste dag ligt voor de eerste dag." in page
    assert early in page


@pytest.mark.parametrize(
    "changes",
    [
        {"from_on": "0001-01-01"},
        {"until_on": "9999-12-31"},
        {"from_on": "9999-12-31", "until_on": "9999-12-31"},
        {"from_on": "31-02-2026"},
        {"from_on": "\x00", "by": "\x00"},
        {"by": "niet een id"},
        {"account": "", "by": "", "from_on": "", "until_on": ""},
        {"until_on": "9" * 5000},
    ],
)
def test_what_can_not_be_is_told(
    browser: Browser, file_town: Town, changes: dict[str, str]
) -> None:
    browser.log_in("coordinator")
    browser.post("accounts.cover", asked(file_town, **changes), status=422)


def test_one_is_changed_and_an_old_page_is_told(browser: Browser, file_town: Town) -> None:
    cover_id = covered(file_town)
    browser.log_in("administrator")
    assert "Cor Dinator" in browser.get("accounts.change_cover", cover_id=cover_id)
    longer = {**asked(file_town, until_on=in_days(file_town, 20).isoformat()), "version": "1"}
    browser.post("accounts.change_cover", longer, cover_id=cover_id)
    browser.post("accounts.change_cover", longer, cover_id=cover_id, status=409)
    wrong = {**longer, "version": "2", "by": longer["account"]}
    answer = browser.post("accounts.change_cover", wrong, cover_id=cover_id, status=422)
    assert "jezelf" in answer.get_data(as_text=True)
    browser.get("accounts.change_cover", cover_id=uuid4(), status=404)


def test_an_administrator_sees_no_word_of_a_resident(browser: Browser, file_town: Town) -> None:
    opened(file_town)
    covered(file_town)
    browser.log_in("administrator")
    assert "Truida" not in browser.get("accounts.cover")


def test_a_bare_count_of_late_triage_stands_on_the_administrators_first_page(
    browser: Browser, file_town: Town
) -> None:
    signal_id = logged(file_town)
    pass_days(file_town, 8)
    page = browser.log_in("administrator").get("accounts.list")
    assert "te lang op een coördinator wachten: 1" in page
    assert row_of(file_town, signal_id).reference not in page


def test_who_leaves_is_told_of_and_how_to_hand_over_first(
    browser: Browser, file_town: Town
) -> None:
    taken(file_town)
    browser.log_in("administrator")
    account_id = file_town.people["coordinator"].account_id
    page = browser.get("accounts.deactivate", account_id=account_id)
    assert "Eerst overdragen is beter" in page
    assert "Kies dan eerst een vervanger" in page
    covered(file_town)
    assert "Coby Dinator vervangt Cor Dinator" in browser.get(
        "accounts.deactivate", account_id=account_id
    )
    by = file_town.people["other_coordinator"].account_id
    assert "Coby Dinator vervangt nu Cor Dinator" in browser.get(
        "accounts.deactivate", account_id=by
    )
