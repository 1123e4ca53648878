"""Signals that might be about the same person; only a coordinator can tell."""

from datetime import date, timedelta

from sqlalchemy import and_, or_, select

from signalering.domain.states import SignalState
from signalering.domain.views.signals.show import SimilarSignal
from signalering.models.signals.signal import Signal
from signalering.services.signals.due import PERIODS
from signalering.services.work import Work

AT_MOST = 20


def similar_signals(work: Work, signal: Signal, day: date) -> tuple[SimilarSignal, ...]:
    """Same area and age band, at most four weeks from `day`, newest first; no withdrawn ones.

    Of a finished signal only the month is known here: it is shown when the month may hold it.
    """
    apart = timedelta(weeks=PERIODS.similar_weeks)
    first, last = day - apart, day + apart
    finished = Signal.state == SignalState.CLOSED.value
    rows = work.data.scalars(
        select(Signal)
        .where(
            Signal.id != signal.id,
            Signal.area == signal.area,
            Signal.age_band == signal.age_band,
            or_(
                Signal.registered_on.between(first, last),
                and_(finished, Signal.registered_on.between(first.replace(day=1), last)),
            ),
            Signal.state != SignalState.WITHDRAWN.value,
        )
        .order_by(Signal.registered_on.desc(), Signal.id)
        .limit(AT_MOST)
    )
    return tuple(
        SimilarSignal(
            signal_id=row.id,
            reference=row.reference,
            registered_on=row.registered_on,
            by_month=row.state == SignalState.CLOSED,
            state=SignalState(row.state),
        )
        for row in rows
    )
