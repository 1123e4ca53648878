"""Somebody without a mouse: Tab, arrows, Space and Enter, and nothing else."""

import re
from typing import Literal

from playwright.sync_api import Locator

from kit.visit import Visit

Role = Literal["button", "link"]
MOST_STOPS = 120
IS_FOCUSED = "element => element === document.activeElement"


def tab_to(visit: Visit, wanted: Locator) -> None:
    """Press Tab until it has the focus, as somebody without a mouse does."""
    for _ in range(MOST_STOPS):
        visit.page.keyboard.press("Tab")
        if wanted.evaluate(IS_FOCUSED):
            return
    raise AssertionError(f"the keyboard never reaches {wanted}")


def tick_by_key(visit: Visit, group: str, code: str, of: str) -> None:
    """Go to a question with choices and tick one of them."""
    place = visit.page.get_by_role("group", name=visit.said(group))
    choice = place.get_by_label(visit.site.label(code, of, visit.language), exact=True)
    tick(visit, place, choice)


def tick(visit: Visit, place: Locator, choice: Locator) -> None:
    """Into a group of choices by Tab, to this one by the arrows."""
    tab_to(visit, place.locator("input").first)
    for _ in range(MOST_STOPS):
        if choice.evaluate(IS_FOCUSED):
            break
        visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("Space")
    assert choice.is_checked()


def type_in(visit: Visit, name: str, text: str) -> None:
    """Into the field, or the list, whose label begins so: a list is chosen from by its letters."""
    tab_to(visit, visit.field(name))
    visit.page.keyboard.type(text)


def enter(
    visit: Visit, role: Role, name: str | re.Pattern[str], within: Locator | None = None
) -> None:
    """To the button or the link with this name, and through it."""
    place = within or visit.page
    wanted = visit.said(name) if isinstance(name, str) else name
    found = place.get_by_role(role, name=wanted, exact=isinstance(name, str)).first
    tab_to(visit, found)
    visit.leads(lambda: visit.page.keyboard.press("Enter"))


def unfold(visit: Visit, name: str) -> None:
    """Open what is folded under this name."""
    summary = visit.page.locator("summary").filter(has_text=visit.said(name)).first
    tab_to(visit, summary)
    visit.page.keyboard.press("Enter")
