"""What everybody may see: found without a log-in, and without a trace of who looks."""

import logging
from uuid import UUID, uuid4

import pytest
from kit.browser_like import BASE, Browser
from kit.dump import steal
from kit.hsds_files import as_json, services
from kit.offers import offer_of
from kit.town import Town

from signalering.domain.commands.directory.answer import AnswerOffer
from signalering.domain.commands.directory.bring_in import ConfirmDirectory, UploadDirectory
from signalering.domain.offers import OfferSaid
from signalering.models.directory.initiative import Initiative
from signalering.services.directory.bring_in import bring_in, upload, waiting
from signalering.services.directory.by_phone import by_phone


def filled(town: Town, count: int = 30) -> None:
    """Offers with all that can be said of them."""
    with town.committed("administrator") as work:
        upload(work, UploadDirectory(as_json(services(count))))
    with town.committed("administrator") as work:
        view = waiting(work)
        assert view is not None
        bring_in(work, ConfirmDirectory(view.seen))


def id_of(town: Town, name: str) -> UUID:
    with town.work(writes=False) as work:
        return work.data.query(Initiative.id).filter(Initiative.name == name).scalar()


def test_nobody_is_remembered(
    browser: Browser, file_town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    """No cookie, no row, no line in a log: what somebody looks for is nobody else's affair."""
    filled(file_town)
    offer = id_of(file_town, "Samen doen 1")
    before = steal(file_town.house)
    with caplog.at_level(logging.DEBUG):
        for path in (
            browser.url("directory.offers"),
            browser.url("directory.offers", name="Samen", day="ma", speaks="pl", language="en"),
            browser.url("directory.offer", initiative_id=offer),
            browser.url("directory.offer", initiative_id=offer, language="en"),
        ):
            answer = browser.client.get(path, base_url=BASE)
            assert answer.status_code == 200
            assert "Set-Cookie" not in answer.headers
            assert "X-Robots-Tag" not in answer.headers
            assert 'name="csrf_token"' not in answer.get_data(as_text=True)
    assert "Samen" not in caplog.text
    after = steal(file_town.house)
    assert after.data == before.data
    assert after.keystore == before.keystore


def test_all_that_somebody_needs_to_go_there(browser: Browser, file_town: Town) -> None:
    filled(file_town)
    offer = id_of(file_town, "Samen doen 1")
    with file_town.committed() as work:
        work.data.get_one(Initiative, offer).contact_address = "intern@groep.example"
    text = browser.get("directory.offer", initiative_id=offer)
    for told in (
        "elke week, op dinsdag, van 10:00 tot 12:30 uur",
        "om de week, op woensdag",
        "Buurthuis 0",
        "Dorpsstraat 0",
        "Bushalte voor de deur.",
        "Geen drempels.",
        "van 18 tot en met 99 jaar",
        "€ 2,50",
        "Nederlands en Pools",
        "Bel of loop binnen.",
        "0174 100001",
        "groep1@aanbod.example",
        "Stichting 0",
    ):
        assert told in text, told
    assert "intern@" not in text
    english = browser.get("directory.offer", initiative_id=offer, language="en")
    assert '<html lang="en">' in english
    assert "every week, on Tuesday, from 10:00 to 12:30" in english


def test_found_by_each_part_of_the_search(browser: Browser, file_town: Town) -> None:
    filled(file_town)
    assert "Samen doen 7<" in browser.get("directory.offers", name="DOEN 7")
    assert "Samen doen 7<" not in browser.get("directory.offers", name="doen 8")
    assert "Samen doen 21<" in browser.get("directory.offers", name="stichting 1")
    for search in ({"area": "monster"}, {"kind": "course"}, {"day": "zo"}, {"speaks": "pl"}):
        assert "Samen doen" in browser.get("directory.offers", **search)
    assert "Samen doen" not in browser.get("directory.offers", speaks="tr")
    assert "Zoek ruimer" in browser.get("directory.offers", area="elsewhere")


def test_pages_keep_the_search_and_the_language(browser: Browser, file_town: Town) -> None:
    filled(file_town, 60)
    first = browser.get("directory.offers", speaks="pl", language="en")
    assert first.count("Samen doen") == 25
    assert "page=2&amp;language=en&amp;speaks=pl" in first
    last = browser.get("directory.offers", speaks="pl", page=3)
    assert last.count("Samen doen") == 10
    assert browser.get("directory.offers", speaks="pl", page=999).count("Samen doen") == 10


def test_stale_ones_ask_for_a_call_and_stand_last(browser: Browser, file_town: Town) -> None:
    filled(file_town, 20)
    text = browser.get("directory.offers")
    assert "Bel eerst even" in text
    assert text.index("Samen doen 11<") > text.index("Samen doen 9<")


@pytest.mark.parametrize("how", ["ended", "stopped", "never was"])
def test_what_is_not_there_is_not_found(browser: Browser, file_town: Town, how: str) -> None:
    offer = offer_of(file_town)
    if how == "ended":
        with file_town.committed() as work:
            work.data.get_one(Initiative, offer).active = False
    elif how == "stopped":
        with file_town.committed("coordinator") as work:
            by_phone(work, offer, AnswerOffer(OfferSaid.STOPPED))
    else:
        offer = uuid4()
    browser.get("directory.offer", 404, initiative_id=offer)
    assert str(offer) not in browser.get("directory.offers")


@pytest.mark.parametrize(
    "value", ["", "' or 1=1", "x" * 3000, "\x00", "\u202e", "%", "_", "\ud83d", "<script>"]
)
def test_nonsense_finds_something_or_nothing(browser: Browser, file_town: Town, value: str) -> None:
    filled(file_town, 3)
    for name in ("pillar", "kind", "area", "day", "speaks", "name", "page", "language"):
        text = browser.open(
            browser.url("directory.offers", **{name: value.encode("utf-8", "replace").decode()})
        )
        assert "<script>" not in text


def test_the_first_page_leads_there(browser: Browser, file_town: Town) -> None:
    filled(file_town, 1)
    assert browser.url("directory.offers", language="nl") in browser.get("public.home")
