"""An administrator writes down who offers something."""

from uuid import UUID, uuid4

from sqlalchemy import select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.directory.organisation import SaveOrganisation
from signalering.domain.errors import NotFound
from signalering.domain.offer_facts import organisation_values
from signalering.domain.views.directory.organisation import OrganisationView
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.organisation import Organisation
from signalering.services.audit.record import record
from signalering.services.directory._writing import change, insert_new, require_editor
from signalering.services.work import Work


def to_save(work: Work, organisation_id: UUID) -> OrganisationView:
    """As it stands. Raises Denied, NotFound."""
    require_editor(work)
    row = work.data.get(Organisation, organisation_id)
    if row is None:
        raise NotFound
    offers = work.data.execute(
        select(Initiative.id, Initiative.name)
        .where(Initiative.organisation_id == row.id, Initiative.active)
        .order_by(Initiative.name, Initiative.id)
    )
    facts = SaveOrganisation(
        name=row.name,
        description=row.description or "",
        phone=row.phone or "",
        email=row.email or "",
        url=row.url or "",
        organisation_id=row.id,
        version=row.version,
    )
    return OrganisationView(row.id, facts, tuple((one, name) for one, name in offers))


def save_organisation(work: Work, command: SaveOrganisation) -> UUID:
    """Add it or change it; gives its id. Raises Denied, NotFound, Conflict, InvalidInput."""
    require_editor(work)
    values = organisation_values(command)
    found = command.organisation_id
    if found is None:
        found = insert_new(work, Organisation(id=uuid4(), version=1, **values))
    else:
        change(work, Organisation, found, command.version, values)
    new = command.organisation_id is None
    record(work, AuditAction.ORGANISATION_SAVED, found, new="yes" if new else "no")
    return found
