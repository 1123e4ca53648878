"""The guide in a browser: found by words without a mouse, and reached from where it is needed."""

import pytest
from kit.visit import Visitor

pytestmark = pytest.mark.browser


def test_who_has_a_question_finds_the_answer(desktop: Visitor, phone: Visitor) -> None:
    visit = desktop("coordinator")
    visit.go("/signals/inbox")
    visit.follow("Hoe werkt dit?")
    assert visit.page.get_by_role("heading", level=1).inner_text() == "Signalen oppakken"
    assert visit.page.get_by_role("navigation", name="Hoofdmenu").is_visible()
    visit.follow("Alle uitleg")
    visit.fill("Zoek in de uitleg", "HERSTELCODE")
    visit.leads(lambda: visit.page.keyboard.press("Enter"))
    assert visit.page.get_by_role("status").filter(has_text="keer gevonden").is_visible()
    visit.follow("Wachtzin kwijt of bekend bij een ander: Je hebt een herstelcode")
    assert visit.page.get_by_role("heading", name="Je hebt een herstelcode").is_visible()
    stranger = phone()
    stranger.go("/log-in")
    stranger.follow("How does this work?")
    stranger.follow("Next: Passphrase lost, or known to somebody else")
    stranger.go("/guide?q=nothing+of+the+kind")
