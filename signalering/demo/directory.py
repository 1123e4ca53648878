"""Who offers what and where in the demonstration, so that the directory has more than names."""

from dataclasses import replace

from sqlalchemy import select

from signalering.demo.stage import Stage
from signalering.domain.commands.directory.edit import EditOffer
from signalering.domain.commands.directory.organisation import SaveOrganisation
from signalering.domain.commands.directory.place import SavePlace
from signalering.domain.commands.directory.schedule import SaveSchedule
from signalering.domain.schedules import Schedule
from signalering.models.directory.initiative import Initiative
from signalering.services.directory.edit import edit, to_edit
from signalering.services.directory.organisation import save_organisation
from signalering.services.directory.place import save_place
from signalering.services.directory.schedule import save_schedule

WALKERS = SaveOrganisation(
    name="Stichting Stap voor Stap",
    description="Vrijwilligers die met buurtgenoten wandelen en koffiedrinken (verzonnen).",
    phone="0174 000010",
    email="wandelen@voorbeeld.example",
    url="https://wandelen.voorbeeld.example/",
)
COOKS = SaveOrganisation(
    name="Koks van de Buurt",
    description="Koken en eten met de buurt (verzonnen).",
    phone="0174 000011",
    email="eten@voorbeeld.example",
)
HALL = SavePlace(
    name="Dorpshuis De Steiger",
    street="Vaartpad 1",
    postal_code="0000 AA",
    city="Maasdijk",
    route="De bushalte is voor de deur.",
    accessibility="Geen drempels, een toilet voor wie in een rolstoel zit.",
)
KITCHEN = SavePlace(
    name="Buurthuis De Pan", street="Kerkpad 2", postal_code="0000 AB", city="De Lier"
)
WALK, MEAL = "Wandelgroep (voorbeeld)", "Buurtrestaurant Bij Mekaar"
MORNING = Schedule("weekly", byday=("SA",), opens_at="10:00", closes_at="11:30")


def directory(stage: Stage) -> None:
    """One offer that everything is known of, and one of which who and where are known."""
    with stage.as_("administrator") as work:
        found = {
            name: work.data.scalars(select(Initiative.id).where(Initiative.name == name)).one()
            for name in (WALK, MEAL)
        }
        seen = {name: to_edit(work, offer) for name, offer in found.items()}
        walk = replace(
            seen[WALK].facts,
            organisation_id=save_organisation(work, WALKERS),
            place_id=save_place(work, HALL),
            languages=("nl", "pl"),
            cost="Gratis, koffie € 1",
            sign_up="Kom gewoon langs, of bel eerst.",
            phone="0174 000010",
        )
        meal = replace(
            seen[MEAL].facts,
            organisation_id=save_organisation(work, COOKS),
            place_id=save_place(work, KITCHEN),
            cost_cents=600,
            sign_up="Bel een dag van tevoren.",
            phone="0174 000011",
        )
        for name, facts in ((WALK, walk), (MEAL, meal)):
            edit(work, EditOffer(found[name], seen[name].version, facts))
        version = to_edit(work, found[WALK]).version
        save_schedule(work, SaveSchedule(found[WALK], version, 1, MORNING))
