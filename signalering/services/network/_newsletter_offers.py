"""New and freshly confirmed offers, for the newsletter."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import select

from signalering.domain.languages import LANGUAGES
from signalering.domain.newsletter import MOST_PROPOSED, Item, Since, Spoken, id_of
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


def again(work: Work, item: Item) -> Item | Since:
    """As it was read, as long as it is there; confirmed anew it has been told for that day too."""
    offer_id = UUID(id_of(item.key))
    offer = work.data.get(Initiative, offer_id, populate_existing=True)
    standing = work.data.get(OfferStanding, offer_id, populate_existing=True)
    stopped = standing is not None and standing.stopped_on is not None
    if offer is None or not offer.active or stopped:
        return Since.ENDED
    return replace(item, key=_key(offer))


def _key(offer: Initiative) -> str:
    # Confirmed anew it may be told anew.
    return f"offer:{offer.id}:{offer.assured_on.isoformat()}"


def _item(offer: Initiative, organisation: str | None) -> Item:
    return Item(
        key=_key(offer),
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
