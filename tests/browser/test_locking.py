"""A page that is left alone: a warning, a cover, and everything that was typed still there."""

from datetime import timedelta

import pytest
from kit.serving import Site
from kit.town import PASSPHRASE
from kit.visit import Visit, Visitor
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

NOTE = "Zit al weken binnen sinds de kat weg is."


def away(site: Site, visit: Visit, minutes: int) -> None:
    """Time passes for the server and for the page alike."""
    site.town.clock.move_to(site.town.clock.now() + timedelta(minutes=minutes))
    visit.page.clock.fast_forward(minutes * 60_000)


@pytest.fixture
def worker(desktop: Visitor) -> Visit:
    """A worker at the form of a signal, with a clock that the test moves."""
    visit: Visit = desktop("worker", own=True)
    visit.page.clock.install()
    visit.go("/signals/log")
    return visit


def test_a_warning_comes_first_and_one_press_is_enough(site: Site, worker: Visit) -> None:
    warning = worker.page.get_by_role("alertdialog", name="Ben je er nog?")
    expect(warning).to_be_hidden()
    away(site, worker, 13)
    expect(warning).to_be_visible()
    worker.inspect("warned")
    warning.get_by_role("button", name="Ik ben er nog").click()
    expect(warning).to_be_hidden()
    away(site, worker, 12)
    assert worker.heading == "Signaal melden"
    worker.go("/signals/mine")


def test_what_was_typed_is_kept_and_the_page_is_covered(site: Site, worker: Visit) -> None:
    worker.fill("Wat moeten we nog weten?", NOTE)
    with worker.page.expect_response("**/draft") as kept:
        worker.page.clock.fast_forward(11_000)
    assert kept.value.status == 204
    away(site, worker, 16)
    expect(worker.page.get_by_role("heading", name="Deze pagina is op slot")).to_be_visible()
    assert NOTE not in worker.page.content()
    assert "Wil Melder" not in worker.page.content()
    worker.inspect("covered")

    worker.follow("Weer openen")
    assert worker.heading == "Op slot"
    worker.fill("Wachtzin", PASSPHRASE)
    worker.press("Openen")
    assert worker.heading == "Signaal melden"
    assert worker.field("Wat moeten we nog weten?").input_value() == NOTE
    assert "eerder getypt" in worker.text
    worker.press("Begin opnieuw")
    assert worker.field("Wat moeten we nog weten?").input_value() == ""


def test_without_a_script_a_button_keeps_it_and_the_lock_loses_nothing(
    site: Site, desktop: Visitor
) -> None:
    worker: Visit = desktop("worker", script=False)
    worker.go("/signals/log")
    worker.fill("Wat moeten we nog weten?", NOTE)
    worker.press("Bewaar als concept")
    assert worker.field("Wat moeten we nog weten?").input_value() == NOTE
    site.town.clock.move_to(site.town.clock.now() + timedelta(minutes=20))
    worker.press("Signaal versturen", status=403)
    assert worker.heading == "Op slot"
    worker.fill("Wachtzin", PASSPHRASE)
    worker.press("Openen")
    assert worker.heading == "Opnieuw versturen"
    assert NOTE in worker.text
