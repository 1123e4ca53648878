"""From an account without a training to the first signal, by the pages."""

from datetime import UTC, datetime

import pytest
from kit.serving import Site
from kit.town import Town
from kit.training import answers
from kit.visit import Visit, Visitor

from signalering.domain.course import COURSE, Chapter

pytestmark = pytest.mark.browser


def take(worker: Visit, town: Town, chapter: str, wrong: int = 0) -> None:
    """Answer the questions of the chapter that stands open."""
    command = answers(town, Chapter(chapter), wrong)
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
    assert keeper.said("Open voor iedereen") in keeper.row("De Kas").inner_text()
    worker = phone("untrained")
    worker.go("/training")
    worker.press("Aanmelden")
    keeper.go("/training/sessions")
    keeper.leads(keeper.page.get_by_role("rowheader").get_by_role("link").first.click)
    keeper.press("Aanwezigen vastleggen", 422)
    keeper.page.get_by_role("checkbox").first.check()
    keeper.fill("Kwam er nog iemand?", "niemand@voorbeeld.test")
    keeper.press("Aanwezigen vastleggen", 422)
    assert keeper.page.get_by_role("checkbox").first.is_checked()
    keeper.fill("Kwam er nog iemand?", "")
    keeper.press("Aanwezigen vastleggen")
    worker.go("/signals/log")


def test_a_partner_has_a_training_and_somebody_comes_along(
    site: Site, file_town: Town, desktop: Visitor, phone: Visitor
) -> None:
    keeper = phone("administrator")
    keeper.go("/training/sessions")
    keeper.fill("Dag", file_town.clock.today().isoformat())
    keeper.fill("Begint om", "14:00")
    keeper.fill("Plaats", "De Kas, Plein 1")
    keeper.fill("Trainer", "Tia Trainer")
    keeper.field("Voor welke organisatie?").select_option(label="Wonen aan Zee")
    keeper.press("Plannen")
    keeper.leads(keeper.page.get_by_role("rowheader").get_by_role("link").first.click)
    assert "Wonen aan Zee" in keeper.text
    came_too = keeper.page.get_by_role(
        "group", name=keeper.said("Wie kwamen er zonder aanmelding?")
    )
    came_too.get_by_label("Ulla Melder").check()
    keeper.press("Aanwezigen vastleggen")
    worker = desktop("untrained")
    worker.go("/training/certificate")
    assert "Wonen aan Zee" in worker.text


def test_earlier_trainees_are_recorded_by_list(
    site: Site, file_town: Town, desktop: Visitor
) -> None:
    keeper = desktop("administrator")
    keeper.go("/training/group")
    people = file_town.people
    lines = [people["worker"].email, people["untrained"].email, "niemand@voorbeeld.test"]
    keeper.fill("E-mailadressen", "\n".join(lines))
    keeper.fill("Trainer", "Tia Trainer")
    keeper.fill("Wanneer?", "2026-01-09")
    keeper.press("Registreren")
    assert "1 training geregistreerd" in keeper.text
    assert lines[0] in keeper.text
    assert keeper.field("E-mailadressen").input_value() == "niemand@voorbeeld.test"


def test_before_the_end_the_form_leads_to_the_refresher(
    site: Site, file_town: Town, phone: Visitor
) -> None:
    file_town.clock.move_to(datetime(2028, 1, 10, 9, tzinfo=UTC))
    worker = phone("worker")
    worker.go("/training")
    assert (
        worker.said("Met opfrissen kun je daarna weer %(months)s maanden verder.") % {"months": 24}
        in worker.text
    )
    worker.go("/signals/mine")
    worker.go("/signals/log")
    worker.follow("Doe nu de opfriscursus, tien minuten")
    take(worker, file_town, Chapter.REFRESHER)
    assert worker.heading == worker.said("Je training is klaar")
    worker.go("/training")
    worker.go("/signals/log")
    assert worker.said("Je training is nog geldig tot en met") not in worker.text


def test_a_mistake_in_the_own_files_is_seen_where_it_matters(
    site: Site, file_town: Town, desktop: Visitor, phone: Visitor
) -> None:
    for language, text in (("nl", 'title = "Ons gesprek'), ("en", "minutes = 3\n")):
        own = file_town.house.settings.instance / "training" / language
        own.mkdir(parents=True)
        (own / "talk.toml").write_text(text, encoding="utf-8")
    for keeper in (desktop("administrator"), phone("administrator")):
        keeper.go("/training/sessions")
        assert "training/nl/talk.toml" in keeper.text
    worker = phone("untrained")
    worker.go("/training")
    worker.go("/training/talk", status=503)
    assert "training/en/talk.toml" in worker.text
