"""From an account without a training to the first signal, by the pages."""

import pytest
from kit.serving import Site
from kit.town import Town
from kit.training import answers
from kit.visit import Visit, Visitor

from signalering.domain.course import COURSE

pytestmark = pytest.mark.browser


def take(worker: Visit, town: Town, chapter: str, wrong: int = 0) -> None:
    """Answer the questions of the chapter that stands open."""
    command = answers(town, next(one for one in COURSE if one == chapter), wrong)
    for number, place in enumerate(command.chosen, start=1):
        worker.page.locator(f'[name="question_{number}"][value="{place}"]').check()
    worker.press("Nakijken")


def test_the_course_opens_the_form(site: Site, file_town: Town, desktop: Visitor) -> None:
    worker = desktop("untrained")
    worker.go("/signals/log", status=403)
    worker.follow("Naar de training")
    for chapter in COURSE:
        worker.go(f"/training/{chapter}")
        if chapter is COURSE[0]:
            take(worker, file_town, chapter, wrong=3)
            assert worker.heading == worker.said("Nog niet gehaald")
            worker.follow("Opnieuw proberen")
        take(worker, file_town, chapter)
    assert worker.heading == worker.said("Je training is klaar")
    worker.follow("Certificaat printen")
    assert "30 november 2028" in worker.text
    worker.go("/signals/log")
    worker.go("/training")


def test_a_group_is_planned_signed_up_for_and_recorded(
    site: Site, file_town: Town, desktop: Visitor, phone: Visitor
) -> None:
    keeper = desktop("administrator")
    keeper.go("/training/sessions")
    keeper.fill("Dag", file_town.clock.today().isoformat())
    keeper.fill("Begint om", "14:00")
    keeper.fill("Plaats", "De Kas, Plein 1")
    keeper.fill("Trainer", "Tia Trainer")
    keeper.press("Plannen")
    assert "De Kas" in keeper.text
    worker = phone("untrained")
    worker.go("/training")
    worker.press("Aanmelden")
    keeper.go("/training/sessions")
    keeper.leads(keeper.page.get_by_role("rowheader").get_by_role("link").first.click)
    keeper.page.get_by_role("checkbox").first.check()
    keeper.press("Aanwezigen vastleggen")
    worker.go("/signals/log")
    keeper.go("/training/group")
    keeper.fill("E-mailadressen", "niemand@voorbeeld.test")
    keeper.fill("Trainer", "Tia Trainer")
    keeper.fill("Wanneer?", "2026-03-01")
    keeper.press("Registreren")
    assert keeper.field("E-mailadressen").input_value() == "niemand@voorbeeld.test"
