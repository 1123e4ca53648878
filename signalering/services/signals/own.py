"""A reporter's own signals, found by tags that nobody else can make."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from signalering.domain.access import Permission, Subject, require
from signalering.domain.clock import month_of
from signalering.domain.errors import NotFound
from signalering.domain.retention import add_months
from signalering.models.signals.signal import Signal
from signalering.services.sealing import open_own_key
from signalering.services.signals.tagging import BLOCK, used_of
from signalering.services.signals.thread import registered_on, thread_entries
from signalering.services.work import Work
from signalering.vault.tags import tags
from signalering.vault.wraps import Purpose

# Signals are kept for 24 months; with the running one that makes 25.
MONTHS = 25


def own_signal(work: Work, signal_id: UUID) -> Signal:
    """One of the actor's own signals. Raises NotFound, also for somebody else's, and Denied."""
    signal = work.data.get(Signal, signal_id, populate_existing=True)
    if signal is None or not _is_own(work, signal):
        raise NotFound
    subject = Subject(owner_id=signal.owner_id, is_reporter=True)
    require(Permission.OWN_SIGNALS, work.by(), subject, work.clock.today())
    return signal


def own_signals(work: Work) -> list[Signal]:
    """All of the actor's own signals, in no order. Raises Denied."""
    require(Permission.OWN_SIGNALS, work.by(), None, work.clock.today())
    return tagged_signals(work)


def tagged_signals(work: Work) -> list[Signal]:
    """What the actor's tags find, in whatever hat: to move it to other keys. Raises KeysNeeded."""
    today = work.clock.today()
    months = [month_of(add_months(today.replace(day=1), -back)) for back in range(MONTHS)]
    found: list[Signal] = []
    start = 0
    while months:
        blocks = {month: tags(work.opened.tags, month, start, BLOCK) for month in months}
        wanted = [tag for block in blocks.values() for tag in block]
        rows = work.data.scalars(select(Signal).where(Signal.reporter_tag.in_(wanted))).all()
        found += rows
        used = {row.reporter_tag for row in rows}
        # A month has no more when a whole block of its tags is free: single ones were erased.
        months = [month for month, block in blocks.items() if not used.isdisjoint(block)]
        start += BLOCK
    return found


def own_day(work: Work, signal: Signal) -> date:
    """The day on which one's own signal was registered. Raises CannotOpen."""
    key = open_own_key(work, Purpose.THREAD, signal.thread_key_id)
    return registered_on(thread_entries(work, signal, key))


def _is_own(work: Work, signal: Signal) -> bool:
    month = month_of(signal.registered_on)
    start = 0
    while True:
        block = tags(work.opened.tags, month, start, BLOCK)
        if signal.reporter_tag in block:
            return True
        if not used_of(work, block):
            return False
        start += BLOCK
