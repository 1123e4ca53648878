"""The form and one's own signals say in time that the training ends, and where to renew it."""

from datetime import UTC, datetime, timedelta

import pytest
from kit.browser_like import Browser
from kit.town import Town

# The training of the town's workers ends on 31 January 2028.
LAST_DAY = datetime(2028, 1, 31, 9, 30, tzinfo=UTC)
ENDS = "Je training is nog geldig tot en met"
ENDED = "Je training is verlopen. Melden kan nog tot en met"


@pytest.mark.parametrize(
    ("days", "said", "last_day"),
    [
        (-61, None, ""),
        (-60, ENDS, "ma 31 januari 2028"),
        (0, ENDS, "ma 31 januari 2028"),
        (1, ENDED, "vr 31 maart 2028"),
        (60, ENDED, "vr 31 maart 2028"),
    ],
)
@pytest.mark.parametrize("page", ["signals.log", "signals.mine"])
def test_it_is_said_from_sixty_days_before(
    browser: Browser, file_town: Town, page: str, days: int, said: str | None, last_day: str
) -> None:
    file_town.clock.move_to(LAST_DAY + timedelta(days=days))
    browser.log_in("worker")
    shown = " ".join(browser.get(page).split())
    refresher = browser.url("training.lesson", chapter="refresher")
    assert (refresher in shown) is (said is not None)
    assert said is None or f"{said} {last_day}" in shown


@pytest.mark.parametrize("page", ["signals.log", "signals.mine"])
def test_a_coordinator_needs_no_training(browser: Browser, file_town: Town, page: str) -> None:
    file_town.clock.move_to(LAST_DAY)
    browser.log_in("coordinator")
    assert ENDS not in browser.get(page)
