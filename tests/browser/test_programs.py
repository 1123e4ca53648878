"""The page of a partner's programs, and the link that one of them gives to a worker."""

from datetime import timedelta

import pytest
from kit.partners import partner_id
from kit.programs import PRACTICE, agreed, caller_of, laid_ready
from kit.serving import Site
from kit.visit import Visitor

pytestmark = pytest.mark.browser


def test_a_program_is_let_in_and_a_worker_opens_its_link(
    site: Site, desktop: Visitor, phone: Visitor
) -> None:
    town = site.town
    agreed(town)
    keeper = desktop("administrator")
    keeper.go(f"/partners/{partner_id(town, PRACTICE)}")
    keeper.follow("Programma's van deze organisatie toelaten of intrekken")
    keeper.fill("Voor welk programma?", "Een dossiersysteem met een lange naam van de praktijk")
    keeper.press("Toegang maken", 422)
    keeper.page.get_by_label("een signaal klaarzetten voor een eigen melder").check()
    keeper.fill("Laatste dag", (town.clock.today() + timedelta(days=90)).isoformat())
    keeper.press("Toegang maken")
    assert "Je ziet het geheim één keer." in keeper.text
    worker = phone("worker")
    worker.go(f"/signals/links/{laid_ready(town, caller_of(town))}")
    assert "prepared codes for a signal" in worker.text
    worker.press("To the form")
    assert "The codes are below." in worker.text
