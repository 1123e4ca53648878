"""The directory: loaded once, searched by code, what nobody asked after lately comes last."""

from datetime import date, timedelta

import pytest
from kit.town import Town
from sqlalchemy import func, select

from signalering.domain.case_clocks import is_fresh
from signalering.domain.commands.directory.list import SearchDirectory
from signalering.domain.errors import Denied
from signalering.domain.samples import sample_initiatives
from signalering.domain.views.directory.list import InitiativeView
from signalering.models.directory.initiative import Initiative
from signalering.services.directory.list import list_initiatives
from signalering.services.directory.load import load


def found(town: Town, search: SearchDirectory | None = None) -> tuple[InitiativeView, ...]:
    """What a coordinator finds in the loaded directory."""
    with town.committed() as work:
        load(work)
    with town.work("coordinator", writes=False) as work:
        return list_initiatives(work, search or SearchDirectory()).offers


def test_loading_twice_adds_nothing(town: Town) -> None:
    with town.committed() as work:
        assert load(work) == len(sample_initiatives())
    with town.committed() as work:
        assert load(work) == 0
        count = work.data.scalar(select(func.count()).select_from(Initiative))
    assert count == len(sample_initiatives())


def test_practical_help_stands_outside_the_pillars(file_town: Town) -> None:
    practical = found(file_town, SearchDirectory(pillar="none"))
    assert practical
    assert all(one.pillar is None for one in practical)


def test_stale_ones_come_last(file_town: Town) -> None:
    views = found(file_town)
    order = [one.fresh for one in views]
    assert order == sorted(order, reverse=True)
    assert {True, False} == set(order)


@pytest.mark.parametrize(
    ("assured_on", "fresh"),
    [(date(2026, 5, 23), True), (date(2026, 5, 22), False), (date(2026, 11, 23), True)],
)
def test_six_months_is_fresh(assured_on: date, fresh: bool) -> None:
    assert is_fresh(assured_on, date(2026, 11, 23)) is fresh


def test_searching_by_each_code(file_town: Town) -> None:
    everything = found(file_town)
    for name in ("pillar", "kind", "area"):
        code = getattr(everything[0], name)
        views = found(file_town, SearchDirectory(**{name: code}))
        assert views
        assert {getattr(one, name) for one in views} == {code}
    assert found(file_town, SearchDirectory(area="nowhere")) == ()


def test_ended_offers_are_not_shown(file_town: Town) -> None:
    gone = found(file_town)[0]
    with file_town.committed() as work:
        work.data.get_one(Initiative, gone.id).active = False
    assert gone.id not in {one.id for one in found(file_town)}


@pytest.mark.parametrize("who", ["worker", "manager", "privacy_officer"])
def test_who_may_not(file_town: Town, who: str) -> None:
    with file_town.work(who, writes=False) as work, pytest.raises(Denied):
        list_initiatives(work, SearchDirectory())


def test_a_day_without_a_calendar_month_is_no_problem() -> None:
    assert is_fresh(date(2026, 8, 31), date(2027, 2, 28))
    assert not is_fresh(date(2026, 8, 31), date(2027, 2, 28) + timedelta(days=1))
