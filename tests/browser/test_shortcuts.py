"""A coordinator's lists by keyboard alone: move, open, take, tick, assign; typing stays typing."""

import pytest
from kit.cases import opened
from kit.serving import Site
from kit.signals import logged, row_of, taken
from kit.town import Town
from kit.visit import Visit, Visitor

from signalering.domain.states import SignalState
from signalering.models.accounts.account import Account
from signalering.models.cases.case import Case

pytestmark = pytest.mark.browser

FOCUSED = "document.activeElement.closest('[data-row]')?.querySelector('th a').textContent ?? ''"
TAG = "document.activeElement.tagName"


def focused(visit: Visit) -> str:
    """The reference of the row that has the focus."""
    return str(visit.page.evaluate(FOCUSED)).strip()


def references(visit: Visit) -> list[str]:
    """Those of the rows on the page, in their order."""
    return [text.strip() for text in visit.page.locator("[data-row] th a").all_inner_texts()]


def press(visit: Visit, *keys: str) -> None:
    for key in keys:
        visit.page.keyboard.press(key)


def test_move_open_and_take(site: Site, desktop: Visitor) -> None:
    ids = [logged(site.town) for _ in range(3)]
    visit = desktop("coordinator")
    visit.go("/signals/inbox")
    rows = references(visit)
    press(visit, "j")
    assert focused(visit) == rows[0]
    press(visit, "j", "j", "j")
    assert focused(visit) == rows[2], "the last stays the last"
    press(visit, "k")
    assert focused(visit) == rows[1]
    visit.leads(lambda: press(visit, "Enter"))
    assert rows[1] in visit.heading
    visit.leads(lambda: press(visit, "g", "i"))
    press(visit, "j")
    first = focused(visit)
    visit.leads(lambda: press(visit, "a"))
    assert "Dit signaal is nu van jou." in visit.text
    assert first in visit.heading
    states = {row_of(site.town, one).reference: row_of(site.town, one).state for one in ids}
    assert states == {one: "in_triage" if one == first else "new" for one in rows}


def test_tick_and_assign_to_a_colleague(site: Site, desktop: Visitor) -> None:
    ids = [logged(site.town) for _ in range(3)]
    visit = desktop("coordinator")
    visit.go("/signals/inbox")
    rows = references(visit)
    press(visit, "j", "x", "j", "x")
    assert focused(visit) == rows[1]
    assert visit.page.locator("[data-row] :checked").count() == 2
    press(visit, "x")
    assert visit.page.locator("[data-row] :checked").count() == 1
    press(visit, "x", "a")
    assert visit.page.evaluate(TAG) == "SELECT"
    press(visit, "C", "o", "b", "y")
    assert visit.page.locator("#assign select option:checked").inner_text() == "Coby Dinator"
    press(visit, "Tab")
    visit.leads(lambda: press(visit, "Enter"))
    assert "De signalen zijn toegewezen." in visit.text
    keeper = site.town.people["other_coordinator"].account_id
    owners = {row_of(site.town, one).reference: row_of(site.town, one).owner_id for one in ids}
    assert owners == {rows[0]: keeper, rows[1]: keeper, rows[2]: None}


def test_on_a_box_enter_opens_the_row_and_sends_nothing(site: Site, desktop: Visitor) -> None:
    signal_id = logged(site.town)
    visit = desktop("coordinator")
    visit.go("/signals/inbox")
    press(visit, "j", "x")
    visit.leads(lambda: press(visit, "Enter"))
    assert row_of(site.town, signal_id).reference in visit.heading
    assert row_of(site.town, signal_id).state == SignalState.NEW


def test_what_is_ones_own_goes_to_a_colleague(site: Site, desktop: Visitor) -> None:
    taken(site.town)
    visit = desktop("coordinator")
    visit.go("/signals/inbox?queue=mine")
    press(visit, "j", "a")
    assert visit.page.evaluate(TAG) == "SELECT"
    assert visit.page.locator("[data-row] :checked").count() == 1


def test_a_case_of_nobody_is_taken_from_the_list(site: Site, desktop: Visitor) -> None:
    case_id = opened(site.town, "other_coordinator")
    with site.town.committed() as work:
        work.data.get_one(Case, case_id).owner_id = None
    visit = desktop("coordinator")
    visit.leads(lambda: press(visit, "g", "d"))
    visit.go("/cases?queue=unowned")
    press(visit, "j")
    visit.leads(lambda: press(visit, "a"))
    with site.town.work(writes=False) as work:
        owner = work.data.get_one(Case, case_id).owner_id
    assert owner == site.town.people["coordinator"].account_id


def test_the_sheet_is_there_by_key_and_by_button(desktop: Visitor) -> None:
    visit = desktop("coordinator")
    visit.go("/signals/inbox")
    sheet = visit.page.locator("dialog[data-shortcuts]")
    assert not sheet.is_visible()
    press(visit, "?")
    assert sheet.is_visible()
    visit.inspect("the sheet")
    press(visit, "g", "d")
    assert visit.heading.startswith("Inbox"), "under the sheet nothing moves"
    press(visit, "Escape")
    assert not sheet.is_visible()
    visit.page.get_by_role("button", name="Sneltoetsen").click()
    assert sheet.is_visible()
    sheet.get_by_role("button", name="Sluiten").click()
    assert not sheet.is_visible()


def test_slash_searches(desktop: Visitor) -> None:
    visit = desktop("coordinator")
    visit.leads(lambda: press(visit, "/"))
    press(visit, "/")
    assert visit.page.evaluate("document.activeElement.name") == "text"
    press(visit, "j", "?", "g", "i", "/")
    assert visit.field("Naam").input_value() == "j?gi/", "who types, types"


PRESS = """([key, held]) => document.activeElement.dispatchEvent(new KeyboardEvent(
    "keydown", {key, bubbles: true, cancelable: true, [held]: true}))"""


@pytest.mark.parametrize("held", ["ctrlKey", "altKey", "metaKey", "isComposing"])
def test_with_another_key_held_they_are_not_ours(site: Site, desktop: Visitor, held: str) -> None:
    ids = [logged(site.town) for _ in range(2)]
    visit = desktop("coordinator")
    visit.go("/signals/inbox")
    press(visit, "j")
    here = focused(visit)
    for key in ("j", "x", "?", "/", "a"):
        visit.page.evaluate(PRESS, [key, held])
    assert focused(visit) == here
    assert visit.page.locator("[data-row] :checked").count() == 0
    assert {row_of(site.town, one).state for one in ids} == {SignalState.NEW}
    visit.page.evaluate(PRESS, ["x", "shiftKey"])
    assert visit.page.locator("[data-row] :checked").count() == 1, "and without one it is"


def test_under_the_cover_of_a_locked_page_nothing_moves(site: Site, desktop: Visitor) -> None:
    logged(site.town)
    visit = desktop("coordinator")
    visit.go("/signals/inbox")
    visit.page.evaluate("document.querySelector('[data-locked]').hidden = false")
    press(visit, "j", "?")
    assert focused(visit) == ""
    assert not visit.page.locator("dialog[data-shortcuts]").is_visible()


def off(town: Town) -> None:
    with town.committed() as work:
        account = town.people["coordinator"].account_id
        work.data.get_one(Account, account).shortcuts = False


def test_switched_off_a_key_does_nothing(site: Site, desktop: Visitor) -> None:
    signal_id = logged(site.town)
    off(site.town)
    visit = desktop("coordinator")
    visit.go("/signals/inbox")
    press(visit, "j", "x", "a", "?", "g", "d")
    assert focused(visit) == ""
    assert visit.heading.startswith("Inbox")
    assert visit.page.get_by_role("button", name="Sneltoetsen").count() == 0
    assert row_of(site.town, signal_id).state == SignalState.NEW


def test_on_a_phone_in_english_the_sheet_fits(phone: Visitor) -> None:
    visit = phone("coordinator")
    visit.go("/account/preferences")
    visit.go("/account/calendar")
    visit.press("Make an address")
    visit.page.get_by_role("button", name="Keyboard shortcuts").click()
    visit.inspect("the sheet")
