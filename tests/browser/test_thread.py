"""A question and its answer, by the pages: on a desk and on a phone."""

from datetime import UTC, datetime

import pytest
from kit.serving import Site
from kit.signals import taken
from kit.town import Town
from kit.visit import Visitor

pytestmark = pytest.mark.browser


def test_ask_and_answer(site: Site, file_town: Town, desktop: Visitor, phone: Visitor) -> None:
    signal_id = taken(file_town)
    keeper = desktop("coordinator")
    keeper.go(f"/signals/{signal_id}")
    keeper.fill("Bericht aan de melder", "Komt er nog iemand langs?")
    keeper.press("Stel als vraag")
    assert "Komt er nog iemand langs?" in keeper.text
    assert site.label("question_asked", "signal_states", "nl") in keeper.text

    file_town.clock.move_to(datetime(2026, 11, 24, 7, tzinfo=UTC))
    worker = phone("worker")
    worker.go("/signals/mine")
    worker.leads(worker.page.get_by_role("rowheader").get_by_role("link").first.click)
    assert "Komt er nog iemand langs?" in worker.text
    worker.fill("Je bericht", "Ja, bel 06 12345678.")
    worker.press("Antwoord versturen", status=422)
    assert "[telefoon]" in worker.text
    worker.press("Alles vervangen")
    worker.press("Antwoord versturen")
    assert "[telefoon]" in worker.text
    assert "06 12345678" not in worker.text

    keeper = desktop("coordinator")
    keeper.go(f"/signals/{signal_id}")
    assert "Ja, bel [telefoon]." in keeper.text
    assert site.label("in_triage", "signal_states", "nl") in keeper.text
