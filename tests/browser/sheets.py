"""What comes out of the printer: pictures of an A4 of each page that people print."""

from kit.visit import Visit

# An A4 less the margin that browsers leave, in the units of a page (96 to an inch).
MM = 96 / 25.4
SHEET = {"width": round(190 * MM), "height": round(277 * MM)}


def printed(visit: Visit) -> bytes:
    """The first sheet of the page that stands there, as PNG; it is left as it was."""
    page = visit.page
    usual = page.viewport_size
    assert usual is not None
    page.emulate_media(media="print", color_scheme="light")
    page.set_viewport_size({"width": SHEET["width"], "height": SHEET["height"]})
    taken = page.screenshot(scale="css")
    page.emulate_media(media="screen")
    page.set_viewport_size(usual)
    return taken


def receipt(worker: Visit) -> None:
    """A signal is logged, and its receipt stands there."""
    worker.go("/signals/log")
    worker.choose("Wat viel je op?", "says_lonely", of="indicators")
    worker.pick("Waar woont de inwoner?", "monster", of="places")
    worker.choose("Hoe oud is de inwoner?", "75+", of="age_bands")
    worker.choose("Wat vraag je van ons?", "contact", of="requests")
    worker.choose("Mogen wij contact opnemen?", "not_asked", of="contact_answers")
    worker.press("Signaal versturen")


def certificate(worker: Visit) -> None:
    """The worker's own."""
    worker.go("/training/certificate")


def case(coordinator: Visit) -> None:
    """The first on the list of cases."""
    coordinator.go("/cases")
    coordinator.leads(coordinator.page.get_by_role("rowheader").get_by_role("link").first.click)


def letter(coordinator: Visit) -> None:
    """To the resident of that case."""
    case(coordinator)
    coordinator.go(f"{coordinator.page.url.removeprefix(coordinator.site.address)}/letter")


def report(manager: Visit) -> None:
    """Of a whole year."""
    manager.go("/statistics/reports")
    reports = manager.page.locator("main a[href*='/statistics/report?']")
    link = reports.filter(has_text="Heel").first
    manager.leads(link.click)


def cards(administrator: Visit) -> None:
    """A sheet of contact cards, to be cut."""
    administrator.go("/signals/cards")
    administrator.press("Kaarten maken")


# Who prints what.
SHEETS = (
    ("frontline", "receipt", receipt),
    ("frontline", "certificate", certificate),
    ("coordinator", "case", case),
    ("coordinator", "letter", letter),
    ("manager", "report", report),
    ("administrator", "cards", cards),
)
