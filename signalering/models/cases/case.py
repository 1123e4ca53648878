"""A case: state, owner and next deadline in clear; everything said stands in sealed entries."""

import uuid
from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, false
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from signalering.domain.lifecycles import CaseDeadline
from signalering.domain.states import CaseState, PauseReason
from signalering.models.base import UNORDERED, Code, DataBase, Id, Ref, Sealed, known, where

_LISTED = ("deadline_on", "id", "state", "deadline_kind", "active_on", "paused_until")
_IF_UNFINISHED = where(f"state <> '{CaseState.CLOSED.value}' OR deadline_on IS NOT NULL")
_IF_HANDED_OVER = where("handed_over IS 1", on_postgresql="handed_over IS true")


class Case(DataBase):
    """No column copies a code or a day of the signal it came from."""

    __tablename__ = "case_record"
    __table_args__ = (
        known("state", CaseState),
        known("deadline_kind", CaseDeadline, optional=True),
        known("pause_reason", PauseReason, optional=True),
        CheckConstraint("(paused_until IS NULL) = (pause_reason IS NULL)", name="pause_has_reason"),
        Index("ix_case_record_due", "state", "deadline_on", "id"),
        Index("ix_case_record_owner", "owner_id", "state", "deadline_on", "id"),
        # What a list of unfinished cases asks for, in its order: a page is found in these alone.
        Index("ix_case_record_unfinished", *_LISTED, **_IF_UNFINISHED),
        Index("ix_case_record_own", "owner_id", *_LISTED, **_IF_UNFINISHED),
        # Asked for with every page of a coordinator: few are, and not for long.
        Index("ix_case_record_handed_over", "owner_id", "state", **_IF_HANDED_OVER),
        UNORDERED,
    )

    id: Mapped[Id]
    reference: Mapped[str] = mapped_column(String(9), unique=True)
    state: Mapped[Code]
    owner_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"))
    deadline_on: Mapped[date | None]
    deadline_kind: Mapped[Code | None]
    paused_until: Mapped[date | None]
    pause_reason: Mapped[Code | None]
    key_id: Mapped[Ref]
    # Set at closing; the last day of a month. A hold (with its reason sealed) puts it off.
    erase_after: Mapped[date | None]
    hold_until: Mapped[date | None]
    # The Monday of the week of the last entry: no day on which somebody worked. Unknown where
    # nothing was written since it is kept; a closed case has none.
    active_on: Mapped[date | None]
    # By when the resident must know of this case, and must have an answer to the earliest request.
    inform_by: Mapped[date | None]
    request_by: Mapped[date | None]
    # The resident asked for it to lie still: it is read, and nothing else is done with it.
    restricted: Mapped[bool] = mapped_column(default=False, server_default=false())
    version: Mapped[int] = mapped_column(default=1)
    # A colleague gave it, and its keeper has not opened it since; by whom and why is sealed.
    handed_over: Mapped[bool | None]

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        """Two who change the same row: the second is told, and loses nothing."""
        return {"version_id_col": cls.version}


class CaseEntry(DataBase):
    """One entry of the timeline; immutable, a correction is a following entry."""

    __tablename__ = "case_entry"
    __table_args__ = (UNORDERED,)

    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_record.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sealed: Mapped[Sealed]
