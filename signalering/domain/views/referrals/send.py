"""What is put together for a receiver, and the link that comes of it."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from signalering.domain.lifecycles import LinkWay
from signalering.domain.views.cases.show import ContactView
from signalering.domain.views.referrals.advance import ReferralView


@dataclass(frozen=True, repr=False)
class PackageView:
    """What a receiver reads: only what is needed to invite somebody."""

    name: str
    phone: str = ""
    email: str = ""
    address: str = ""
    best_moment: str = ""
    wish: str = ""
    along: str = ""
    asked_by: str = ""


@dataclass(frozen=True)
class ComposeView:
    """What the coordinator chooses from, and what was written the last time it was sent."""

    referral: ReferralView
    contact: ContactView | None
    wish: str = field(repr=False)
    along: str = field(repr=False)


@dataclass(frozen=True)
class MadeLink:
    """A link that was made just now: it is shown or mailed at once, for it is stored nowhere."""

    referral_id: UUID
    case_id: UUID
    initiative: str
    way: LinkWay
    until: date
    # Whether a resident's details lie behind it.
    has_package: bool
    receiver: str = field(repr=False)
    token: str = field(repr=False)
    url: str = field(repr=False)
    qr: str = field(repr=False)
