"""Changing a row without overtaking anybody: whoever looked at an older one is told."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from signalering.domain.errors import Conflict, InvalidInput, NotFound
from signalering.services.work import Work


def change_named(
    work: Work,
    model: Any,
    row_id: UUID,
    version: int,
    values: Mapping[str, Any],
    *,
    taken: str,
    field: str = "name",
) -> None:
    """One UPDATE of the row that was looked at, and no other; its names are each given once.

    Raises NotFound, Conflict when somebody changed it since, InvalidInput (the code `taken`) for a
    name that another has, or whatever else in `field` the table itself refuses.
    """
    try:
        with work.data.begin_nested():
            changed = work.data.scalar(
                update(model)
                .where(model.id == row_id, model.version == version)
                .values(version=version + 1, **values)
                .returning(model.id)
                .execution_options(synchronize_session=False)
            )
    except IntegrityError:
        raise InvalidInput(field, taken) from None
    if changed is not None:
        work.data.expire_all()
        return
    if work.data.scalar(select(model.id).where(model.id == row_id)) is None:
        raise NotFound
    raise Conflict
