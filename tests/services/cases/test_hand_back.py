"""Handing back: nobody's, counted in its queue, and too late there when its day has come."""

import pytest
from kit.cases import case_row, do, opened
from kit.covers import covered, pass_days
from kit.town import Town
from kit.trail import entries

from signalering.domain.commands.cases.list import CaseFilter, ListCases
from signalering.domain.errors import Denied
from signalering.services.cases.hand_back import hand_back
from signalering.services.cases.list import list_cases


def test_what_nobody_has_is_counted_and_turns_overdue(town: Town) -> None:
    case_id = opened(town)
    with town.work("other_coordinator") as work:
        assert list_cases(work, ListCases()).counts[CaseFilter.UNOWNED] == 0
    do(town, lambda work: hand_back(work, case_id, case_row(town, case_id).version))
    assert len(entries(town, "case_handed_back")) == 1
    for days, overdue in ((0, False), (20, True)):
        pass_days(town, days)
        with town.work("other_coordinator") as work:
            page = list_cases(work, ListCases(CaseFilter.UNOWNED))
        assert page.counts[CaseFilter.UNOWNED] == 1
        assert [(row.id, row.overdue, row.owner) for row in page.rows] == [(case_id, overdue, "")]


def test_who_stands_in_may_and_another_may_not(town: Town) -> None:
    case_id = opened(town)
    seen = case_row(town, case_id).version
    with town.work("other_coordinator") as work, pytest.raises(Denied):
        hand_back(work, case_id, seen)
    covered(town)
    do(town, lambda work: hand_back(work, case_id, seen), "other_coordinator")
    assert case_row(town, case_id).owner_id is None
