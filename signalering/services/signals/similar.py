"""Signals that might be about the same person; only a coordinator can tell."""

from datetime import date, timedelta

from sqlalchemy import and_, or_, select

from signalering.domain.errors import CannotOpen
from signalering.domain.states import SignalState
from signalering.domain.views.signals.show import SimilarSignal
from signalering.models.signals.signal import Signal
from signalering.services.signals.thread import registered_on, thread_entries, thread_key
from signalering.services.work import Work

AT_MOST = 20
# Of these the clear day may be a month's: they are finished, or were and nobody took them yet.
BY_MONTH = (SignalState.CLOSED, SignalState.NEW)


def similar_signals(work: Work, signal: Signal, day: date) -> tuple[SimilarSignal, ...]:
    """Same area and age band, at most four weeks from `day`, newest first; no withdrawn ones.

    Of a finished signal only the month is known here: it is shown when the month may hold it. One
    that came back is looked at by the day in its seal; no word of it is given out.
    """
    apart = timedelta(weeks=work.periods.similar_weeks)
    first, last = day - apart, day + apart
    rows = work.data.scalars(
        select(Signal)
        .where(
            Signal.id != signal.id,
            Signal.area == signal.area,
            Signal.age_band == signal.age_band,
            or_(
                Signal.registered_on.between(first, last),
                and_(
                    Signal.state.in_([state.value for state in BY_MONTH]),
                    Signal.registered_on == first.replace(day=1),
                ),
            ),
            Signal.state != SignalState.WITHDRAWN.value,
        )
        .order_by(Signal.registered_on.desc(), Signal.id)
    )
    seen = [_seen(work, row) for row in rows]
    near = [one for one in seen if one.by_month or first <= one.registered_on <= last]
    near.sort(key=lambda one: one.registered_on, reverse=True)
    return tuple(near[:AT_MOST])


def _seen(work: Work, row: Signal) -> SimilarSignal:
    state, day, by_month = SignalState(row.state), row.registered_on, False
    if state is SignalState.CLOSED:
        by_month = True
    elif state is SignalState.NEW and day.day == 1:
        try:
            day = registered_on(thread_entries(work, row, thread_key(work, row)))
        except CannotOpen:
            by_month = True
    return SimilarSignal(row.id, row.reference, day, by_month, state)
