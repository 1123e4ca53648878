"""Two periods side by side: the earlier first, and only what may be said of the difference."""

import pytest
from kit.browser_like import Browser
from kit.published import publish
from kit.town import Town
from sqlalchemy import update

from signalering.domain.views.statistics.compare import CompareView
from signalering.models.statistics.release import PublishedCell
from signalering.services.statistics.compare import compare


def compared(town: Town, *periods: str) -> CompareView:
    with town.committed("manager") as work:
        return compare(work, *periods)


def test_the_earlier_comes_first_whichever_was_asked_first(file_town: Town) -> None:
    publish(file_town, (2025, 2026), 110)
    for pair in (("2026H1", "2025H2"), ("2025H2", "2026H1")):
        view = compared(file_town, *pair)
        assert view.first is not None
        assert view.second is not None
        assert (view.first.period, view.second.period) == ("2025H2", "2026H1")
        assert view.tables


def test_without_a_choice_the_newest_two_of_one_length(file_town: Town) -> None:
    publish(file_town, (2025, 2026), 110)
    view = compared(file_town)
    assert view.first is not None
    assert view.second is not None
    assert (view.first.period, view.second.period) == ("2025", "2026")


@pytest.mark.parametrize(("first", "second"), [("2025", "2026H1"), ("2026", "2026")])
def test_unlike_periods_are_not_compared_and_the_choice_stays(
    browser: Browser, file_town: Town, first: str, second: str
) -> None:
    publish(file_town, (2025, 2026), 110)
    assert compared(file_town, first, second).unlike
    page = browser.log_in("manager").get("statistics.compare", period=first, beside=second)
    assert "kunnen we niet vergelijken" in page
    assert f'<option value="{first}" selected>' in " ".join(page.split())


def test_more_is_said_only_of_a_clear_change(file_town: Town) -> None:
    publish(file_town, (2025, 2026), 110)
    for period, figure in (("2025", 40), ("2026", 60)):
        with file_town.committed() as work:
            work.data.execute(
                update(PublishedCell)
                .where(PublishedCell.period == period, PublishedCell.table == "total")
                .values(figure=figure)
            )
    assert compared(file_town, "2025", "2026").change == "geen duidelijke verandering"
    with file_town.committed() as work:
        work.data.execute(
            update(PublishedCell)
            .where(PublishedCell.period == "2026", PublishedCell.table == "total")
            .values(figure=65)
        )
    assert compared(file_town, "2025", "2026").change == "meer"


def test_one_released_period_is_compared_with_none(browser: Browser, file_town: Town) -> None:
    publish(file_town, (2026,), 110)
    page = browser.log_in("manager").get("statistics.compare", beside="2026")
    assert "nog geen twee perioden die even lang zijn" in page
