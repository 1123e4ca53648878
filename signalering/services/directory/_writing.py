"""What all writing in the directory has in common: who may, and that nobody is overtaken."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from signalering.domain.access import require
from signalering.domain.errors import InvalidInput
from signalering.domain.permissions import Permission
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.organisation import Organisation, Place
from signalering.services.changing import change_named
from signalering.services.work import Work

Kept = type[Initiative] | type[Organisation] | type[Place]


def require_editor(work: Work) -> None:
    """Raises Denied for whoever doesn't keep the directory."""
    require(Permission.EDIT_DIRECTORY, work.by(), None, work.clock.today())


def change(work: Work, model: Kept, row_id: UUID, version: int, values: Mapping[str, Any]) -> None:
    """One UPDATE of the row that was looked at, and no other.

    Raises NotFound, Conflict when somebody changed it since, InvalidInput for a name that is taken.
    """
    change_named(work, model, row_id, version, values, taken="name_taken")


def insert_new(work: Work, row: Initiative | Organisation | Place) -> UUID:
    """A new row's id. Raises InvalidInput for a name that is taken."""
    try:
        with work.data.begin_nested():
            work.data.add(row)
    except IntegrityError:
        raise InvalidInput("name", "name_taken") from None
    return row.id


def require_links(work: Work, organisation_id: UUID | None, place_id: UUID | None) -> None:
    """That both are there, where they are given. Raises InvalidInput."""
    if organisation_id is not None and work.data.get(Organisation, organisation_id) is None:
        raise InvalidInput("organisation_id", "unknown_code")
    if place_id is not None and work.data.get(Place, place_id) is None:
        raise InvalidInput("place_id", "unknown_code")
