"""Deciding on another value: from when it holds, for whom, and what stays."""

from dataclasses import replace
from datetime import date

import pytest
from kit import trail
from kit.settings import by_file, decided
from kit.signals import logged, row_of
from kit.town import Town
from sqlalchemy import select

from signalering.domain.commands.settings.change import ChangeSetting
from signalering.domain.errors import Conflict, Denied, InvalidInput, NotFound
from signalering.domain.house_rules import HouseRules
from signalering.models.settings.decision import SettingDecision
from signalering.services.audit.writer import AuditWriter
from signalering.services.settings.change import change, changing
from signalering.services.settings.overview import overview
from signalering.services.settings.rules import rules_of
from signalering.services.work import House, open_work

MONDAY, WEDNESDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 25), date(2026, 11, 27)


def test_without_a_decision_the_file_holds(file_town: Town) -> None:
    town = by_file(file_town, team_phone="0174 12 34 56", audit_many_reads=12)
    rules = rules_of(town.house)
    assert rules == replace(HouseRules(), team_phone="0174 12 34 56", audit_many_reads=12)
    decided(town, "audit_many_reads", "40")
    after = rules_of(town.house)
    assert after == replace(rules, audit_many_reads=40)


def test_days_that_were_set_stay_and_new_ones_follow(town: Town) -> None:
    before = logged(town)
    assert row_of(town, before).deadline_on == WEDNESDAY
    decided(town, "triage_working_days", "4")
    assert row_of(town, before).deadline_on == WEDNESDAY
    assert row_of(town, logged(town)).deadline_on == FRIDAY


def test_another_node_sees_it_in_its_next_unit_of_work(town: Town) -> None:
    house = town.house
    other = House(house.data, house.keystore, house.settings, house.clock, AuditWriter())
    with open_work(other, writes=False) as work:
        assert work.periods.card_days == 60
        decided(town, "card_days", "30")
        assert work.periods.card_days == 60, "one unit of work goes by one value"
    with open_work(other, writes=False) as work:
        assert work.periods.card_days == 30


def test_within_a_transaction_its_own_decision_holds_after_the_commit(file_town: Town) -> None:
    with file_town.work("administrator") as work:
        assert work.periods.card_days == 60
        change(work, ChangeSetting("card_days", 0, "30"))
        work.commit()
        assert work.periods.card_days == 30


def test_each_change_is_accounted_for_with_both_values(file_town: Town) -> None:
    decided(file_town, "follow_up_weeks", "1, 4")
    decided(file_town, "team_hours", "ma t/m do, 10-12 uur")
    decided(file_town, "team_phone", "0174 (12) 34 56")
    found = {one["details"]["setting"]: one for one in trail.entries(file_town, "setting_changed")}
    assert found["follow_up_weeks"]["details"] == {
        "setting": "follow_up_weeks",
        "number": "1",
        "from_value": "2,6",
        "to_value": "1,4",
    }
    assert found["team_hours"]["details"]["to_value"] == "-", "words stand in the decision"
    assert found["team_phone"]["details"]["to_value"] == "0174123456"
    who = {one["actor"] for one in found.values()}
    assert who == {str(file_town.people["administrator"].account_id)}


def test_who_looked_at_an_older_value_is_told(file_town: Town) -> None:
    decided(file_town, "card_days", "30")
    with pytest.raises(Conflict):
        decided(file_town, "card_days", "45")
    for number in (-1, 2):
        with pytest.raises(Conflict):
            decided(file_town, "card_days", "45", number)
    decided(file_town, "card_days", "45", 1)
    assert rules_of(file_town.house).periods.card_days == 45


def test_what_was_decided_before_stays_to_be_read(file_town: Town) -> None:
    decided(file_town, "card_days", "30")
    decided(file_town, "card_days", "45", 1)
    with file_town.work("administrator", writes=False) as work:
        view = changing(work, "card_days")
        lately = overview(work).lately
    assert [(one.number, one.value, one.by) for one in view.history] == [
        (2, "45", "Be Heerder"),
        (1, "30", "Be Heerder"),
    ]
    assert (view.now.value, view.first, view.now.since) == ("45", "60", MONDAY)
    assert [one.decision.number for one in lately] == [2, 1]


@pytest.mark.parametrize(
    ("name", "value", "refusal"),
    [
        ("card_days", "60", InvalidInput),
        ("card_days", "13", InvalidInput),
        ("closing_days", "2026-12-24", NotFound),
        ("secret_key", "x", NotFound),
        ("", "", NotFound),
    ],
)
def test_what_is_refused_leaves_nothing(
    file_town: Town, name: str, value: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        decided(file_town, name, value)
    with file_town.work(writes=False) as work:
        assert work.data.scalars(select(SettingDecision)).all() == []
    assert trail.entries(file_town, "setting_changed") == []


@pytest.mark.parametrize("who", ["worker", "coordinator", "manager", "privacy_officer"])
def test_nobody_else_decides(file_town: Town, who: str) -> None:
    with file_town.work(who) as work:
        with pytest.raises(Denied):
            change(work, ChangeSetting("card_days", 0, "30"))
        with pytest.raises(Denied):
            changing(work, "card_days")
        with pytest.raises(Denied):
            overview(work)
