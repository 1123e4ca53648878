"""Ask an initiative whether its offer still holds: by mail at once, or by a link on paper."""

from datetime import date, timedelta
from uuid import UUID, uuid4

from sqlalchemy import select

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.directory.ask import AskOffer
from signalering.domain.errors import InvalidInput, NotAllowedNow
from signalering.domain.lifecycles import LinkWay, MailFault, MailKind
from signalering.domain.permissions import Permission
from signalering.domain.views.directory.ask import AskView, MadeOfferLink
from signalering.models.directory.standing import OfferLink, OfferStanding
from signalering.services.accounts.totp import qr_code
from signalering.services.audit.record import record
from signalering.services.directory.links import PATH, end_mail, new_link
from signalering.services.directory.standings import initiative_of, standing_of
from signalering.services.network.at_once import send_at_once
from signalering.services.network.write import Letter
from signalering.services.work import House, Work


def to_ask(work: Work, initiative_id: UUID) -> AskView:
    """What is known before somebody asks. Raises Denied, NotFound."""
    today = work.clock.today()
    require(Permission.DIRECTORY, work.by(), None, today)
    offer = initiative_of(work, initiative_id)
    standing = work.data.get(OfferStanding, initiative_id)
    return AskView(
        id=offer.id,
        name=offer.name,
        contact_address=offer.contact_address or "",
        assured_on=offer.assured_on,
        asked_on=standing.asked_on if standing else None,
        asks=standing.asks if standing else 0,
        link_until=_link_until(work, initiative_id, today),
    )


def ask(work: Work, command: AskOffer) -> MadeOfferLink:
    """Make the link, which only this answer knows; the one of before is dead.

    Raises Denied, NotFound, NotAllowedNow for an offer that has ended, InvalidInput when there is
    no address to mail to.
    """
    require(Permission.DIRECTORY, work.by(), None, work.clock.today())
    offer = initiative_of(work, command.initiative_id)
    if not offer.active:
        raise NotAllowedNow
    by_mail = command.way is LinkWay.MAIL
    if by_mail and not offer.contact_address:
        raise InvalidInput("step", "offer_no_address")
    standing = standing_of(work, offer.id)
    standing.asked_on, standing.asks = work.clock.today(), standing.asks + 1
    end_mail(work, offer.id)
    token = new_link(work, offer.id)
    record(work, AuditAction.OFFER_ASKED, offer.id, way=command.way.value)
    url = f"{work.settings.public_url}{PATH}{token}"
    return MadeOfferLink(
        initiative_id=offer.id,
        initiative=offer.name,
        way=command.way,
        until=work.clock.today() + timedelta(days=work.periods.offer_link_days),
        receiver=(offer.contact_address or "") if by_mail else "",
        token=token,
        url=url,
        qr=qr_code(url),
    )


def mail_question(house: House, link: MadeOfferLink) -> MailFault | None:
    """Once the work that made it is committed. Gives what went wrong, if something did."""
    kind = MailKind.OFFER_CHECK
    return send_at_once(house, Letter(uuid4(), kind, link.receiver, "", "nl", link.token, PATH))


def note_failure(work: Work, link: MadeOfferLink, fault: MailFault) -> None:
    """Write down that the mail did not get away."""
    record(work, AuditAction.OFFER_MAIL_FAILED, link.initiative_id, cause=fault.value)


def _link_until(work: Work, initiative_id: UUID, today: date) -> date | None:
    return work.data.scalar(
        select(OfferLink.until).where(
            OfferLink.initiative_id == initiative_id, OfferLink.until >= today
        )
    )
