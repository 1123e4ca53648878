"""The rows of a new signal: its codes, in as few statements as there are tables."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, exists, insert, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from signalering.domain.clock import month_of
from signalering.domain.errors import Conflict
from signalering.models.base import table_of
from signalering.models.signals.signal import Signal, SignalIndicator, SignalWish
from signalering.services.references import a_reference
from signalering.services.signals.tagging import unused_tag
from signalering.services.work import Work

# Two requests of one reporter at the same moment may choose the same tag, two of anybody the same
# reference.
TRIES = 5

_signals = table_of(Signal)
_STORED = select(exists().where(_signals.c.id == bindparam("id")))
_SIGNAL = {
    "sqlite": sqlite_insert(_signals).on_conflict_do_nothing().returning(_signals.c.id),
    "postgresql": postgresql_insert(_signals).on_conflict_do_nothing().returning(_signals.c.id),
}
_INDICATOR = insert(table_of(SignalIndicator))
_WISH = insert(table_of(SignalWish))


def is_stored(work: Work, signal_id: UUID) -> bool:
    """Whether this signal came in before."""
    return bool(work.data.execute(_STORED, {"id": signal_id}).scalar())


def store(
    work: Work,
    signal_id: UUID,
    codes: Mapping[str, Any],
    indicators: Sequence[str],
    wishes: Sequence[str],
) -> str:
    """Write a signal under a tag of its reporter's, and give its new reference.

    Raises Conflict, also when it came in at this very moment.
    """
    statement = _SIGNAL[work.house.data.dialect.name]
    month = month_of(work.clock.today())
    for _ in range(TRIES):
        found = {"reference": a_reference(), "reporter_tag": unused_tag(work, month)}
        row = {"id": signal_id, **codes, **found}
        # Nothing is written when its id, its reference or its tag is taken.
        if work.data.execute(statement, row).scalar() is not None:
            break
        if is_stored(work, signal_id):
            raise Conflict
    else:
        raise Conflict
    codes_of = [{"signal_id": signal_id, "code": code} for code in indicators]
    work.data.execute(_INDICATOR, codes_of)
    if wishes:
        work.data.execute(_WISH, [{"signal_id": signal_id, "code": code} for code in wishes])
    return str(found["reference"])
