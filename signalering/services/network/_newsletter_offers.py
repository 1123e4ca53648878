"""New and freshly confirmed offers, for the newsletter."""

from datetime import date

from sqlalchemy import select

from signalering.domain.languages import LANGUAGES
from signalering.domain.newsletter import MOST_PROPOSED, Item, Spoken
from signalering.domain.vocabularies import vocabulary
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.organisation import Organisation
from signalering.models.directory.standing import OfferStanding
from signalering.services.work import Work

PATH = "/offers/"


def between(work: Work, first: date, last: date) -> list[Item]:
    """Those whose maintainers said on these days that they hold, the newest first."""
    rows = work.data.execute(
        select(Initiative, Organisation.name)
        .outerjoin(Organisation, Organisation.id == Initiative.organisation_id)
        .outerjoin(OfferStanding, OfferStanding.initiative_id == Initiative.id)
        .where(
            Initiative.active,
            OfferStanding.stopped_on.is_(None),
            Initiative.assured_on.between(first, last),
        )
        .order_by(Initiative.assured_on.desc(), Initiative.name, Initiative.id)
        .limit(MOST_PROPOSED)
    )
    return [_item(offer, organisation) for offer, organisation in rows]


def _item(offer: Initiative, organisation: str | None) -> Item:
    return Item(
        # Confirmed anew it may be told anew.
        key=f"offer:{offer.id}:{offer.assured_on.isoformat()}",
        title=dict.fromkeys(LANGUAGES, offer.name),
        text=_text(offer, organisation),
        path=f"{PATH}{offer.id}",
    )


def _text(offer: Initiative, organisation: str | None) -> Spoken:
    kinds, areas = vocabulary("kinds"), vocabulary("areas")
    found = {}
    for language in LANGUAGES:
        kind = kinds.label(offer.kind, language)
        said = f"{kind[:1].upper()}{kind[1:]}, {areas.label(offer.area, language)}"
        found[language] = f"{said}. {organisation}" if organisation else said
    return found
