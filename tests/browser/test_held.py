"""A session that ends under one's hands: nothing typed is lost, nothing is done twice."""

from datetime import timedelta

import pytest
from kit.serving import Site
from kit.visit import Visit, Visitor

pytestmark = pytest.mark.browser

NOTE = "Zit al weken binnen sinds de kat weg is. Wil graag weer eens met anderen eten."


def fill_in(worker: Visit) -> None:
    """A short but whole signal with a note."""
    worker.choose("Wat viel je op?", "says_lonely", of="indicators")
    worker.pick("Waar woont de inwoner?", "naaldwijk", of="places")
    worker.choose("Hoe oud is de inwoner?", "75+", of="age_bands")
    worker.choose("Wat vraag je van ons?", "advice", of="requests")
    worker.choose("Mogen wij contact opnemen?", "not_asked", of="contact_answers")
    worker.fill("Wat moeten we nog weten?", NOTE)


def test_what_was_typed_comes_back_after_the_log_in(site: Site, desktop: Visitor) -> None:
    worker = desktop("worker")
    worker.go("/signals/log")
    fill_in(worker)
    site.town.clock.move_to(site.town.clock.now() + timedelta(hours=8))

    worker.press("Signaal versturen", status=403)
    assert "Je sessie is voorbij." in worker.text
    assert NOTE not in worker.page.content()

    worker.fill_log_in("worker")
    assert worker.heading == "Opnieuw versturen"
    assert NOTE in worker.text

    worker.press("Verstuur opnieuw")
    assert worker.heading == "Je signaal is ontvangen"
    worker.go("/signals/mine")
    assert worker.page.get_by_role("rowheader").count() == 1


def test_somebody_else_gets_nothing_of_it(site: Site, desktop: Visitor) -> None:
    worker = desktop("worker")
    worker.go("/signals/log")
    fill_in(worker)
    site.town.clock.move_to(site.town.clock.now() + timedelta(hours=8))
    worker.press("Signaal versturen", status=403)

    worker.fill_log_in("other_worker")
    assert "hoort bij een ander account" in worker.text
    assert NOTE not in worker.page.content()
