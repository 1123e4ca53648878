"""A report is made of one released period and the one before it."""

import pytest
from kit.published import publish
from kit.town import Town
from kit.trail import entries

from signalering.domain.errors import Denied, NotFound
from signalering.domain.views.statistics.report import ReportView, Said, Topic
from signalering.services.statistics.report import report


def read(town: Town, period: str, key: str = "manager") -> ReportView:
    with town.committed(key) as work:
        return report(work, period)


@pytest.mark.parametrize("period", ["2026", "2026Q1", "2026Q3"])
def test_any_released_period_has_a_report(town: Town, period: str) -> None:
    publish(town, [2026])
    view = read(town, period)
    assert view.period == period
    assert view.sections[0].topic is Topic.MANY
    told = {section.topic for section in view.sections}
    assert {Topic.AREA, Topic.AGE, Topic.GROUP} <= told
    assert (Topic.OUTCOME in told) == (period == "2026")
    assert all(each.topic not in told for each in view.not_yet)


def test_it_is_compared_with_the_period_of_its_length_before_it(town: Town) -> None:
    publish(town, [2026, 2027])
    for period, before in {"2027": "2026", "2027Q1": "2026Q4", "2027Q3": "2027Q2"}.items():
        assert read(town, period).sections[0].statements[1].period == before
    for period in ("2026", "2026Q1"):
        assert read(town, period).sections[0].statements[1].kind is Said.NOTHING_BEFORE


def test_a_small_period_says_its_total_and_no_more(town: Town) -> None:
    publish(town, [2026], 60)
    view = read(town, "2026Q1")
    assert [section.topic for section in view.sections] == [Topic.MANY]
    assert view.sections[0].statements[-1].kind is Said.ALONE
    assert (view.not_yet, view.further) == ((), ())


@pytest.mark.parametrize(
    "period", ["", "2025", "2026H1", "2026Q5", "0000", "9999", "0001Q1", "2026\x00", "x" * 9000]
)
def test_of_no_other_period(town: Town, period: str) -> None:
    publish(town, [2026])
    with pytest.raises(NotFound):
        read(town, period)


def test_it_is_written_down_who_read_it_and_for_whom_it_is(town: Town) -> None:
    publish(town, [2026])
    read(town, "2026", "coordinator")
    (entry,) = entries(town, "statistics_read")
    assert entry["details"] == {"period": "2026", "family": "report"}
    for key in ("worker", "administrator", "privacy_officer"):
        with pytest.raises(Denied):
            read(town, "2026", key)
