"""An administrator takes an offer out of the list; it is never deleted, and can come back."""

from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotAllowedNow
from signalering.models.directory.initiative import Initiative
from signalering.services.audit.record import record
from signalering.services.directory._writing import change, require_editor
from signalering.services.directory.answer import forget_correction
from signalering.services.directory.links import end_link
from signalering.services.directory.standings import initiative_of, standing_of
from signalering.services.work import Work


def end(work: Work, initiative_id: UUID, version: int) -> None:
    """From now on nobody is referred there, and nobody finds it. What was referred goes on.

    Raises Denied, NotFound, Conflict, and NotAllowedNow for one that has ended.
    """
    require_editor(work)
    offer = initiative_of(work, initiative_id)
    if not offer.active:
        raise NotAllowedNow
    # In the order in which all others take the rows of an offer: standing, mail, link.
    standing = standing_of(work, initiative_id)
    standing.asked_on, standing.asks, standing.stopped_on = None, 0, None
    work.data.flush()
    change(work, Initiative, initiative_id, version, {"active": False})
    end_link(work, initiative_id)
    forget_correction(work, initiative_id)
    record(work, AuditAction.OFFER_ENDED, initiative_id)
