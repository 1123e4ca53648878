"""The report for the alderman: a half or a year, or the two quarters of a half."""

import pytest
from kit.published import publish
from kit.town import Town

from signalering.domain.errors import Denied, NotFound
from signalering.domain.views.statistics.report import AldermanView
from signalering.models.statistics.release import PublishedCell, Release
from signalering.services.statistics.alderman import alderman
from signalering.services.statistics.reports import reports


def read(town: Town, period: str, key: str = "manager") -> AldermanView:
    with town.committed(key) as work:
        return alderman(work, period)


def withdrawn(town: Town, period: str) -> None:
    """As if it had not been released yet."""
    with town.committed() as work:
        work.data.query(PublishedCell).filter_by(period=period).delete()
        work.data.query(Release).filter_by(period=period).delete()


@pytest.mark.parametrize(
    ("yearly", "period", "parts"),
    [
        (100, "2026H1", ["2026H1"]),
        (200, "2026H1", ["2026Q1", "2026Q2"]),
        (200, "2026H2", ["2026Q3", "2026Q4"]),
        (200, "2026", ["2026"]),
    ],
)
def test_what_it_is_made_of(town: Town, yearly: int, period: str, parts: list[str]) -> None:
    publish(town, [2026], yearly)
    view = read(town, period)
    assert [part.period for part in view.parts] == parts
    assert {len(row.figures) for table in view.tables for row in table.rows} <= {len(parts)}


@pytest.mark.parametrize("period", ["2026Q1", "2025H1", "2025", "", "2026H3", "nothing"])
def test_of_no_other_period(town: Town, period: str) -> None:
    publish(town, [2026])
    with pytest.raises(NotFound):
        read(town, period)


def test_half_a_half_is_none(town: Town) -> None:
    publish(town, [2026])
    withdrawn(town, "2026Q2")
    with pytest.raises(NotFound):
        read(town, "2026H1")
    with town.committed("manager") as work:
        view = reports(work)
    assert view.alderman == ("2026", "2026H2")
    assert "2026Q2" not in view.released


def test_wishes_and_offers_are_of_the_newest_year_that_had_ended(town: Town) -> None:
    publish(town, [2026, 2027])
    found = {period: read(town, period).gap for period in ("2027", "2027H2", "2027H1", "2026H1")}
    years = {period: gap.year if gap else "" for period, gap in found.items()}
    assert years == {"2027": "2027", "2027H2": "2027", "2027H1": "2026", "2026H1": ""}


def test_a_coordinator_may_write_a_foreword_and_a_manager_reads(town: Town) -> None:
    publish(town, [2026])
    assert read(town, "2026", "coordinator").may_write
    assert not read(town, "2026").may_write
    with pytest.raises(Denied):
        read(town, "2026", "worker")
    with town.work("worker") as work, pytest.raises(Denied):
        reports(work)
