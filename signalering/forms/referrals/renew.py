"""A new link for attendance."""

from uuid import UUID

from signalering.domain.commands.referrals.renew import RenewLink
from signalering.domain.lifecycles import LinkWay
from signalering.forms.referrals._link import LinkForm


class RenewForm(LinkForm):
    """Only how the link gets there."""

    def to_command(self, referral_id: UUID, way: LinkWay) -> RenewLink:
        """What the service takes."""
        return RenewLink(referral_id, self.seen(), way, self.receiver.data or "")
