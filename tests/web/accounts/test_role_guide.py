"""What each role does first: on top of its start page until it is put away, and called back."""

import pytest
from kit.browser_like import Browser
from kit.town import Town

from signalering.domain.commands.accounts.hats import ChangeHats
from signalering.domain.states import Hat
from signalering.services.accounts.hats import change_hats
from signalering.web.first_visit import FIRST

TITLE = "Dit doe je eerst"
AWAY = "Uitleg weghalen"
BY_HAT = {
    Hat.FRONTLINE: ("worker", "/training"),
    Hat.COORDINATOR: ("coordinator", "/signals/inbox"),
    Hat.MANAGER: ("manager", "/statistics/rounding"),
    Hat.ADMINISTRATOR: ("administrator", "/first-steps"),
    Hat.PRIVACY_OFFICER: ("privacy_officer", "/audit-trail/reviews"),
}


def guide_of(page: str) -> str:
    """The part of the page that stands above its own content."""
    _, _, rest = page.partition(TITLE)
    return rest.partition(AWAY)[0]


@pytest.mark.parametrize("hat", BY_HAT)
def test_every_role_is_told_where_to_begin_and_puts_it_away(browser: Browser, hat: Hat) -> None:
    key, path = BY_HAT[hat]
    browser.log_in(key)
    assert f'href="{path}"' in guide_of(browser.get(FIRST[hat]))
    browser.post("accounts.role_guide", {"away": "yes"})
    assert AWAY not in browser.get(FIRST[hat])


def test_it_stands_on_no_other_page(browser: Browser) -> None:
    assert AWAY not in browser.log_in("coordinator").get("signals.inbox")


def test_it_is_read_at_any_time_and_called_back(browser: Browser, file_town: Town) -> None:
    browser.log_in("coordinator")
    browser.post("accounts.role_guide", {"away": "yes"})
    assert browser.url("accounts.role_guide") in browser.get("accounts.own")
    assert "Zet deze uitleg op mijn startpagina" in browser.get("accounts.role_guide")
    browser.post("accounts.role_guide", {"away": "no"})
    assert AWAY in browser.get("cases.today")
    with file_town.work("other_coordinator", writes=False) as work:
        assert not work.by().guide_away


def test_another_hat_takes_nothing_of_what_was_put_away(browser: Browser, file_town: Town) -> None:
    browser.log_in("coordinator").post("accounts.role_guide", {"away": "yes"})
    person = file_town.people["coordinator"]
    with file_town.committed("administrator") as work:
        both = frozenset({Hat.COORDINATOR, Hat.MANAGER})
        change_hats(work, ChangeHats(person.account_id, both))
    browser.log_in("coordinator")
    assert AWAY not in browser.get("cases.today")
    browser.post("accounts.hat", {"hat": "manager"})
    assert AWAY in browser.get("statistics.overview")
