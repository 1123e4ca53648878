"""An administrator writes a new offer down."""

from uuid import UUID, uuid4

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.directory.edit import OfferFacts
from signalering.domain.offer_facts import offer_values
from signalering.models.directory.initiative import Initiative
from signalering.services.audit.record import record
from signalering.services.directory._writing import insert_new, require_editor, require_links
from signalering.services.directory.schedules import set_languages
from signalering.services.work import Work


def add(work: Work, facts: OfferFacts) -> UUID:
    """Its id. Whoever writes it down has just asked, so it counts as assured today.

    Raises Denied, InvalidInput.
    """
    require_editor(work)
    values = offer_values(facts)
    require_links(work, facts.organisation_id, facts.place_id)
    row = Initiative(id=uuid4(), assured_on=work.clock.today(), active=True, **values)
    initiative_id = insert_new(work, row)
    set_languages(work, initiative_id, facts.languages)
    record(work, AuditAction.OFFER_ADDED, initiative_id)
    return initiative_id
