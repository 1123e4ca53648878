"""A link that is made: its secret is in the address alone, of which a hash is kept."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from signalering.domain.errors import InvalidInput
from signalering.domain.lifecycles import LinkWay
from signalering.domain.views.referrals.send import MadeLink
from signalering.models.directory.initiative import Initiative
from signalering.models.referrals.referral import Referral
from signalering.services.accounts.invite import address_of
from signalering.services.accounts.totp import qr_code
from signalering.services.work import Work
from signalering.vault.kinds import LinkSecret
from signalering.vault.links import token_hash
from signalering.vault.packages import new_link_secret, token_of

PATH = "/referral/"


@dataclass(frozen=True)
class Fresh:
    """A secret that nobody has yet, and the columns by which its link is found."""

    secret: LinkSecret = field(repr=False)
    token: str = field(repr=False)
    columns: dict[str, Any] = field(repr=False)


def fresh_link(until: date) -> Fresh:
    """A new link; the old one, if there was one, is dead once the columns are written."""
    secret = new_link_secret()
    token = token_of(secret)
    return Fresh(secret, token, {"link_hash": token_hash(token), "link_until": until})


def receiver_of(way: LinkWay, typed: str) -> str:
    """The address of the mail; none for paper. Raises InvalidInput on `receiver`."""
    if way is LinkWay.PAPER:
        return ""
    try:
        return address_of(typed)
    except InvalidInput as error:
        raise InvalidInput("receiver", error.code) from None


def made_link(
    work: Work, referral: Referral, fresh: Fresh, way: LinkWay, receiver: str
) -> MadeLink:
    """The link, to be shown or mailed at once."""
    if referral.link_until is None:
        raise ValueError("a link has a last day")
    url = f"{work.settings.public_url}{PATH}{fresh.token}"
    return MadeLink(
        referral_id=referral.id,
        case_id=referral.case_id,
        initiative=work.data.get_one(Initiative, referral.initiative_id).name,
        way=way,
        until=referral.link_until,
        has_package=referral.package_id is not None,
        receiver=receiver,
        token=fresh.token,
        url=url,
        qr=qr_code(url),
    )
