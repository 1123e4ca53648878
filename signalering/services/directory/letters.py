"""The mail that asks whether an offer still holds; its link is made when it is sent."""

from signalering.domain.lifecycles import MailKind
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.standing import OfferStanding
from signalering.models.network.outbox import OutboxMail
from signalering.services.directory.links import PATH, new_link
from signalering.services.network.write import Letter
from signalering.services.work import Work


def question_about(work: Work, mail: OutboxMail) -> Letter | None:
    """To the address of today, with a new link; None when there is nothing to ask any more."""
    offer = work.data.get(Initiative, mail.initiative_id) if mail.initiative_id else None
    standing = work.data.get(OfferStanding, mail.initiative_id) if offer else None
    if offer is None or not offer.active or not offer.contact_address:
        return None
    if standing is None or standing.asked_on is None or standing.stopped_on is not None:
        return None
    token = new_link(work, offer.id)
    return Letter(mail.id, MailKind.OFFER_CHECK, offer.contact_address, "", "nl", token, PATH)
