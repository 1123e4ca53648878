"""The rows of a new signal: its codes, in as few statements as there are tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, exists, insert, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from signalering.domain.errors import Conflict
from signalering.models.base import table_of
from signalering.models.signals.entries import ThreadEntry, TriageEntry
from signalering.models.signals.signal import Signal, SignalIndicator, SignalWish
from signalering.services.sealing import FreshKey, drop_keys, keep_keys
from signalering.services.work import Work

_signals = table_of(Signal)
_STORED = select(exists().where(_signals.c.id == bindparam("id")))
_SIGNAL = {
    "sqlite": sqlite_insert(_signals).on_conflict_do_nothing().returning(_signals.c.id),
    "postgresql": postgresql_insert(_signals).on_conflict_do_nothing().returning(_signals.c.id),
}
_INDICATOR = insert(table_of(SignalIndicator))
_WISH = insert(table_of(SignalWish))
_TRIAGE, _THREAD = insert(table_of(TriageEntry)), insert(table_of(ThreadEntry))


def is_stored(work: Work, signal_id: UUID) -> bool:
    """Whether this signal came in before."""
    return bool(work.data.execute(_STORED, {"id": signal_id}).scalar())


@dataclass(frozen=True)
class NewSignal:
    """Everything of a signal that can be made before the databases are locked."""

    signal: Mapping[str, Any]
    indicators: Sequence[str]
    wishes: Sequence[str]
    triage: Sequence[Mapping[str, Any]] = field(repr=False)
    thread: Sequence[Mapping[str, Any]] = field(repr=False)
    keys: tuple[FreshKey, ...] = field(repr=False)

    @property
    def id(self) -> UUID:
        """The signal's."""
        found: UUID = self.signal["id"]
        return found

    @property
    def reference(self) -> str:
        """The signal's."""
        return str(self.signal["reference"])


def store(work: Work, new: NewSignal) -> None:
    """Write a signal. Raises IntakeClosed.

    Raises Conflict, with nothing written, when its id, its reference or its reporter's
    tag was taken meanwhile, or its keys lie under an epoch that isn't open any more.
    """
    keep_keys(work, *new.keys)
    statement = _SIGNAL[work.house.data.dialect.name]
    if work.data.execute(statement, new.signal).scalar() is None:
        drop_keys(work, *new.keys)
        raise Conflict
    for insertion, codes in ((_INDICATOR, new.indicators), (_WISH, new.wishes)):
        if codes:
            rows = [{"signal_id": new.id, "code": code} for code in codes]
            work.data.execute(insertion, rows)
    work.data.execute(_TRIAGE, new.triage)
    work.data.execute(_THREAD, new.thread)
