"""An administrator writes down where people meet."""

from uuid import UUID, uuid4

from sqlalchemy import select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.directory.place import SavePlace
from signalering.domain.errors import NotFound
from signalering.domain.offer_facts import place_values
from signalering.domain.views.directory.organisation import PlaceView
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.organisation import Place
from signalering.services.audit.record import record
from signalering.services.directory._writing import change, insert_new, require_editor
from signalering.services.work import Work


def to_save(work: Work, place_id: UUID) -> PlaceView:
    """As it stands. Raises Denied, NotFound."""
    require_editor(work)
    row = work.data.get(Place, place_id)
    if row is None:
        raise NotFound
    offers = work.data.execute(
        select(Initiative.id, Initiative.name)
        .where(Initiative.place_id == row.id, Initiative.active)
        .order_by(Initiative.name, Initiative.id)
    )
    facts = SavePlace(
        name=row.name,
        street=row.street or "",
        postal_code=row.postal_code or "",
        city=row.city or "",
        route=row.route or "",
        accessibility=row.accessibility or "",
        place_id=row.id,
        version=row.version,
    )
    return PlaceView(row.id, facts, tuple((one, name) for one, name in offers))


def save_place(work: Work, command: SavePlace) -> UUID:
    """Add it or change it; gives its id. Raises Denied, NotFound, Conflict, InvalidInput."""
    require_editor(work)
    values = place_values(command)
    found = command.place_id
    if found is None:
        found = insert_new(work, Place(id=uuid4(), version=1, **values))
    else:
        change(work, Place, found, command.version, values)
    new = command.place_id is None
    record(work, AuditAction.PLACE_SAVED, found, new="yes" if new else "no")
    return found
