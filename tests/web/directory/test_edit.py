"""An administrator keeps the directory by its pages; nothing typed is lost."""

import html
from typing import Any

from kit import trail
from kit.browser_like import Browser
from kit.offers import offer_forms, offer_of, offer_row, organisation_of, place_of
from kit.town import Town
from sqlalchemy import select

from signalering.models.directory.initiative import Initiative
from signalering.models.directory.schedule import OfferLanguage
from signalering.services.directory.schedules import schedules_of

FACTS: dict[str, Any] = {
    "name": "Koffie op de hoek",
    "kind": "drop_in",
    "area": "monster",
    "note": "Aanschuiven en bijpraten.",
    "languages": ["nl", "ar"],
    "amount": "1,50",
    "minimum_age": "18",
    "phone": "0174 123456",
    "contact_address": "groep@initiatief.test",
}


def test_a_new_offer_with_its_times(browser: Browser, file_town: Town) -> None:
    owner, spot = organisation_of(file_town), place_of(file_town)
    browser.log_in("administrator")
    links = {"organisation_id": owner, "place_id": spot}
    answer = browser.post("directory.add", FACTS | links)
    with file_town.work(writes=False) as work:
        row = work.data.scalars(
            select(Initiative).where(Initiative.name == "Koffie op de hoek")
        ).one()
        spoken = work.data.scalars(select(OfferLanguage.language)).all()
        work.data.expunge_all()
    assert str(row.id) in answer.location
    assert (row.pillar, row.cost_cents, row.place_id) == ("encounters", 150, spot)
    assert sorted(spoken) == ["ar", "nl"]
    assert row.assured_on == file_town.clock.today()
    at = {"initiative_id": row.id}
    rule = {"freq": "weekly", "days": ["di", "do"], "opens_at": "9.30", "version": 1}
    browser.post("directory.schedule_new", rule, **at)
    text = browser.get("directory.edit", initiative_id=row.id)
    assert "elke week, op dinsdag en donderdag, vanaf 09:30 uur" in text
    browser.post("directory.schedule_new", {"freq": "weekly", "days": ["ma"], "version": 2}, **at)
    with file_town.work(writes=False) as work:
        rules = schedules_of(work, [row.id])[row.id]
    assert [one.byday for one in rules] == [("TU", "TH"), ("MO",)]
    browser.post("directory.schedule", {"remove": "yes", "version": 3}, **at | {"number": 1})
    stands = offer_row(file_town, row.id)
    assert (stands.weekday, stands.frequency) == ("ma", "weekly")
    assert [one["action"] for one in trail.entries(file_town, "offer_changed")] == [
        "offer_changed"
    ] * 3
    found = browser.get("directory.list", name="koffie", day="ma", speaks="ar")
    assert "Koffie op de hoek" in found


def test_two_at_once_and_what_was_typed_comes_back(browser: Browser, file_town: Town) -> None:
    offer = offer_of(file_town)
    form = offer_forms(file_town)["directory.edit"].values
    browser.log_in("administrator")
    at = {"initiative_id": offer}
    browser.post("directory.edit", form | {"version": 1, "assured": "y"}, **at)
    stale = form | {"version": 1, "note": "Dit typte ik net."}
    answer = browser.post("directory.edit", stale, 409, **at)
    text = html.unescape(answer.get_data(as_text=True))
    assert "Iemand anders heeft dit net veranderd" in text
    assert "Dit typte ik net." in text
    browser.post("directory.edit", stale | {"version": 2}, **at)
    assert offer_row(file_town, offer).note == "Dit typte ik net."


def test_every_wrong_field_is_named_at_once(browser: Browser, file_town: Town) -> None:
    del file_town
    browser.log_in("administrator")
    wrong = FACTS | {
        "phone": "bel maar",
        "url": "javascript:alert(1)",
        "minimum_age": "90",
        "maximum_age": "18",
    }
    text = browser.post("directory.add", wrong, 422).get_data(as_text=True)
    for told in ("telefoonnummer in zoals", "begint met https", "leeftijd ligt onder"):
        assert told in text
    assert "bel maar" in text
    browser.post("directory.add", FACTS | {"minimum_age": "9" * 5000}, 422)
    browser.post("directory.add", FACTS | {"amount": "veel"}, 422)


def test_a_name_is_taken_once_an_organisation(browser: Browser, file_town: Town) -> None:
    browser.log_in("administrator")
    browser.post("directory.add", FACTS)
    assert "staat er al" in browser.post("directory.add", FACTS, 422).get_data(as_text=True)
    browser.post("directory.add", FACTS | {"organisation_id": organisation_of(file_town)})
    browser.post("directory.organisation_new", {"name": "Stichting Samen"}, 422)


def test_out_of_the_list_and_back(browser: Browser, file_town: Town) -> None:
    offer = offer_of(file_town)
    browser.log_in("administrator")
    at = {"initiative_id": offer}
    browser.post("directory.end", {"version": 9}, 409, **at)
    browser.post("directory.end", {"version": offer_row(file_town, offer).version}, **at)
    assert not offer_row(file_town, offer).active
    assert "Vitis Welzijn: maatjes" not in browser.get("directory.list")
    browser.post("directory.settle", {"ruling": "revive"}, **at)
    assert "Vitis Welzijn: maatjes" in browser.get("directory.list")


def test_organisations_and_places(browser: Browser, file_town: Town) -> None:
    owner, spot = organisation_of(file_town), place_of(file_town)
    browser.log_in("administrator")
    assert "Stichting Samen" in browser.get("directory.organisations")
    changed = {"name": "Stichting Anders", "phone": "0174 123456", "version": 1}
    browser.post("directory.organisation", changed, organisation_id=owner)
    browser.post("directory.organisation", changed, 409, organisation_id=owner)
    assert "Stichting Anders" in browser.get("directory.organisation", organisation_id=owner)
    browser.post(
        "directory.place", {"name": "Zaal", "city": "Monster", "version": 1}, place_id=spot
    )
    assert "Monster" in browser.get("directory.places")


def test_what_was_chosen_is_remembered_but_not_what_was_typed(
    browser: Browser, file_town: Town
) -> None:
    offer_of(file_town)
    browser.log_in("coordinator")
    assert "Vitis" not in browser.get("directory.list", area="monster", name="iets")
    assert "Vitis" not in browser.get("directory.list"), "the area is"
    assert 'value="iets"' not in browser.get("directory.list")
    assert "Vitis" in browser.get("directory.list", narrow="no")
    assert "Vitis" in browser.get("directory.list")
