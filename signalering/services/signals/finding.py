"""Finding a signal's row, and moving it without overtaking anybody."""

from typing import Any
from uuid import UUID

from sqlalchemy import select, update

from signalering.domain.errors import Conflict, NotAllowedNow, NotFound
from signalering.domain.states import SignalState
from signalering.models.accounts.account import Account
from signalering.models.signals.signal import Signal
from signalering.services.work import Work


def signal_of(work: Work, signal_id: UUID) -> Signal:
    """The row. Raises NotFound."""
    signal = work.data.get(Signal, signal_id, populate_existing=True)
    if signal is None:
        raise NotFound
    return signal


def move(
    work: Work, signal: Signal, end: SignalState, *, owner_id: UUID | None, **values: Any
) -> None:
    """One UPDATE from the state and owner that were checked to `end`.

    `owner_id` is the new owner. Raises Conflict with the name of who has it now, or NotAllowedNow,
    when somebody moved it in between.
    """
    held = (
        Signal.owner_id.is_(None)
        if signal.owner_id is None
        else (Signal.owner_id == signal.owner_id)
    )
    moved = work.data.scalar(
        update(Signal)
        .where(Signal.id == signal.id, Signal.state == signal.state, held)
        .values(state=end.value, owner_id=owner_id, **values)
        .returning(Signal.id)
        .execution_options(synchronize_session=False)
    )
    if moved is None:
        raise overtaken(work, signal.id)
    work.data.refresh(signal)


def overtaken(work: Work, signal_id: UUID) -> Conflict | NotAllowedNow:
    """Why a move came too late: somebody else has it, or it is no longer there to be moved."""
    owner = owner_name(
        work, work.data.scalar(select(Signal.owner_id).where(Signal.id == signal_id))
    )
    return Conflict(owner=owner) if owner else NotAllowedNow()


def owner_name(work: Work, account_id: UUID | None) -> str:
    """A colleague's name; nothing for nobody."""
    if account_id is None:
        return ""
    return work.data.scalar(select(Account.name).where(Account.id == account_id)) or ""
