"""The main job, from a conversation to a safe figure, as the people of one town do it."""

import re
from datetime import UTC, datetime

import pytest
from kit.serving import Site
from kit.visit import Visit, Visitor

from signalering.services.directory.load import load
from signalering.services.statistics.release import release_due

pytestmark = pytest.mark.browser

REFERENCE = re.compile(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b")
NAME, PHONE = "Anna Voorbeeld", "06 12345678"
NOTE = "Zit al weken binnen sinds de kat weg is."
CASE_NOTE = "Zong jaren in een koor en wil dat graag weer."

# The first page of each task, and who may open it.
PAGES = {
    "/signals/log": {"worker", "coordinator"},
    "/signals/mine": {"worker", "coordinator"},
    "/signals/inbox": {"coordinator"},
    "/today": {"coordinator"},
    "/cases": {"coordinator"},
    "/directory": {"coordinator", "administrator"},
    "/statistics": {"coordinator", "manager"},
    "/accounts": {"administrator"},
    "/partners": {"administrator"},
    "/audit-trail": {"privacy_officer"},
}


def reference_on(visit: Visit) -> str:
    """The reference that the page shows."""
    found = REFERENCE.search(visit.heading) or REFERENCE.search(visit.text)
    assert found is not None, visit.text
    return found[0]


def log_signal(worker: Visit) -> str:
    """A conversation becomes a signal; the first note says too much and is refused."""
    worker.follow("Signaal melden")
    worker.choose("Wat viel je op?", "says_lonely", of="indicators")
    worker.pick("Waar woont de inwoner?", "naaldwijk", of="places")
    worker.choose("Hoe oud is de inwoner?", "75+", of="age_bands")
    worker.pick("Woont", "alone", of="lives_with")
    worker.choose("Wat vraag je van ons?", "contact", of="requests")
    worker.choose("Mogen wij contact opnemen?", "yes_details", of="contact_answers")
    worker.fill("Naam", NAME)
    worker.fill("Telefoonnummer", PHONE)
    worker.fill("Wat moeten we nog weten?", f"{NOTE} Bel 0174 123456.")
    worker.press("Signaal versturen", status=422)

    assert "Er klopt iets nog niet" in worker.text
    assert worker.page.locator("mark").inner_text() == "0174 123456"
    note = worker.field("Wat moeten we nog weten?")
    assert note.input_value() == f"{NOTE} Bel 0174 123456."
    assert worker.field("Naam").input_value() == NAME
    assert worker.page.get_by_label("zegt zelf eenzaam te zijn").is_checked()

    worker.press("Alles vervangen")
    assert note.input_value() == f"{NOTE} Bel [telefoon]."
    worker.press("Signaal versturen")
    assert worker.heading == "Je signaal is ontvangen"
    assert "wo 25 november 2026" in worker.text  # two working days
    reference = reference_on(worker)
    worker.follow("Naar mijn signalen")
    assert_status(worker, reference, "received")
    return reference


def assert_status(worker: Visit, reference: str, status: str, line: str = "") -> None:
    """The worker sees number, day, status, perhaps a line, and nothing else of the signal."""
    told = worker.row(reference).inner_text()
    assert worker.site.label(status, "reporter_status", "nl") in told
    assert not line or worker.site.label(line, "feedback_lines", "nl") in told
    for secret in (NAME, PHONE, NOTE, CASE_NOTE, "Cor Dinator", "Naaldwijk", "75 jaar"):
        assert secret not in worker.text


def take_and_open(coordinator: Visit, reference: str) -> None:
    """From the inbox to an open case with the contact details in it."""
    coordinator.follow("Inbox")
    assert reference in coordinator.text
    coordinator.press("Oppakken", within=coordinator.row(reference))
    assert "Dit signaal is nu van jou." in coordinator.text
    assert NOTE in coordinator.text
    assert NAME not in coordinator.text
    assert PHONE not in coordinator.text
    coordinator.press("Dossier openen")
    assert NAME in coordinator.text
    assert PHONE in coordinator.text


def follow_up(coordinator: Visit) -> None:
    """An attempt that reaches, a note, a consent."""
    coordinator.field("Hoe zocht je contact?").select_option(label="bellen")
    coordinator.field("Wanneer op de dag?").select_option(label="ochtend")
    coordinator.choose("Wat kwam eruit?", "reached", of="attempt_results")
    coordinator.press("Poging bewaren")
    assert "De contactpoging is bewaard." in coordinator.text

    coordinator.unfold("Notitie schrijven")
    coordinator.fill("Notitie", CASE_NOTE)
    coordinator.press("Notitie bewaren")
    assert CASE_NOTE in coordinator.text

    coordinator.unfold("Toestemming vastleggen")
    coordinator.choose("Waarvoor zei de inwoner ja?", "tell_reporter", of="consent_scopes")
    coordinator.field("Hoe?").select_option(label="mondeling aan de coördinator")
    coordinator.press("Toestemming bewaren")
    assert "De toestemming is bewaard." in coordinator.text


def refer(coordinator: Visit) -> None:
    """To an initiative: proposed, agreed to, passed on, accepted and begun, by phone."""
    page = coordinator.page
    coordinator.follow("Verwijzing voorstellen")
    coordinator.choose("Wat voor eenzaamheid is het?", "social", of="kinds_of_loneliness")
    coordinator.fill("Wat zit erachter?", "Verlies van een huisdier en een klein netwerk.")
    page.get_by_role("group", name="Welk initiatief past?").get_by_role("radio").first.check()
    coordinator.press("Voorstellen")
    assert "De verwijzing is voorgesteld." in coordinator.text
    for step in ("consented", "sent", "accepted", "started"):
        coordinator.follow(re.compile("^Stap vastleggen"))
        coordinator.choose("Wat is er gebeurd?", step, of="referral_states")
        if step == "consented":
            way = coordinator.field("Hoe gaf de inwoner toestemming?")
            way.select_option(label="mondeling aan de coördinator")
        coordinator.press("Stap bewaren")
        assert "De stap van de verwijzing is bewaard." in coordinator.text


def close_case(coordinator: Visit) -> None:
    """Supported, then closed with its outcome; one timeline tells it all."""
    coordinator.press("Naar: begeleiding")
    coordinator.follow("Dossier afsluiten")
    coordinator.choose("Hoe loopt het dossier af?", "linked_and_started", of="case_outcomes")
    coordinator.press("Afsluiten")
    assert "Het dossier is afgesloten." in coordinator.text
    told = [title.inner_text() for title in coordinator.page.locator(".timeline h3").all()]
    assert told[0] == "Dossier afgesloten"
    assert told[-1] == "Dossier geopend uit een signaal"
    for title, times in {
        "Contactpoging": 1,
        "Notitie": 1,
        "Toestemming": 3,
        "Wat er speelt": 1,
        "Verwijzing": 5,
    }.items():
        assert told.count(title) == times, (title, told)
    assert CASE_NOTE in coordinator.text


def next_morning(site: Site, day: int, hour: int = 9) -> None:
    """Another day of November 2026, in the morning."""
    site.town.clock.move_to(datetime(2026, 11, day, hour, 30, tzinfo=UTC))


def test_from_a_conversation_to_the_end(site: Site, desktop: Visitor) -> None:
    with site.town.committed() as work:
        load(work)
    reference = log_signal(desktop("worker"))
    coordinator = desktop("coordinator")
    take_and_open(coordinator, reference)
    worker = desktop("worker")
    assert_status(worker, reference, "received")  # it shows from the next working day on
    follow_up(coordinator)
    refer(coordinator)
    close_case(coordinator)

    next_morning(site, 24, hour=5)  # half past six in Amsterdam
    assert_status(desktop("worker"), reference, "received")
    next_morning(site, 24)
    assert_status(desktop("worker"), reference, "finished")

    officer = desktop("privacy_officer")
    officer.unfold("Zoeken in het logboek")
    officer.fill("Kenmerk", reference)
    officer.press("Zoeken")
    for done in ("signaal gemeld", "signaal gelezen", "signaal opgepakt", "dossier geopend"):
        assert done in officer.text
    for secret in (NAME, PHONE, NOTE, CASE_NOTE):
        assert secret not in officer.text


def test_picked_up_shows_a_day_before_finished(site: Site, desktop: Visitor) -> None:
    reference = log_signal(desktop("worker"))
    coordinator = desktop("coordinator")
    coordinator.follow("Inbox")
    coordinator.press("Oppakken")
    next_morning(site, 24)
    assert_status(desktop("worker"), reference, "picked_up")

    coordinator = desktop("coordinator")
    coordinator.follow("Inbox")
    coordinator.follow(re.compile("^Van mij"))
    coordinator.follow(reference)
    coordinator.follow("Afronden zonder dossier")
    coordinator.choose("Hoe loopt dit signaal af?", "advice_given", of="signal_endings")
    coordinator.choose("Wat laten we de melder weten?", "thanks", of="feedback_lines")
    coordinator.press("Afronden")
    assert_status(desktop("worker"), reference, "picked_up")
    next_morning(site, 25)
    assert_status(desktop("worker"), reference, "finished", "thanks")


def test_a_manager_sees_what_was_released(site: Site, desktop: Visitor) -> None:
    reference = log_signal(desktop("worker"))
    manager = desktop("manager")
    assert "Er zijn nog geen cijfers." in manager.text
    site.town.clock.move_to(datetime(2027, 1, 4, 9, 0, tzinfo=UTC))
    desktop("coordinator")  # the first to unlock in a new month moves what waits
    assert release_due(site.town.house).periods, "then the work loop releases what is due"
    manager = desktop("manager")
    assert "0-4" in manager.text
    manager.field("Periode").select_option(label="4e kwartaal van 2026")
    manager.press("Laat zien")
    assert "0-4" in manager.text
    assert "Naaldwijk" not in manager.text
    assert reference not in manager.text
    manager.follow("Hoe we afronden, en waarom")


def test_an_administrator_sees_accounts_and_partners(desktop: Visitor) -> None:
    administrator = desktop("administrator")
    assert "Wil Melder" in administrator.text
    administrator.follow("Partners")
    assert "Praktijk De Kas" in administrator.text
    administrator.follow("Sleutelhouders")
    assert "Cor Dinator" in administrator.text


def test_everybody_is_refused_at_the_others_pages(desktop: Visitor) -> None:
    hats = ("worker", "coordinator", "manager", "administrator", "privacy_officer")
    for key in hats:
        visit = desktop(key)
        others = [path for path, welcome in PAGES.items() if key not in welcome]
        visit.go(others[0], status=403)
        for path in others[1:]:
            visit.is_refused(path)
    visit.go("/audit-trail")
    visit.unfold("Zoeken in het logboek")
    visit.field("Uitkomst").select_option(label="geweigerd")
    visit.press("Zoeken")
    refused = sum(len(hats) - len(welcome) for welcome in PAGES.values())
    assert visit.page.get_by_role("row").count() - 1 == refused
