"""Signals that might be about the same person; only a coordinator can tell."""

from datetime import timedelta

from sqlalchemy import select

from signalering.domain.states import SignalState
from signalering.domain.views.signals.show import SimilarSignal
from signalering.models.signals.signal import Signal
from signalering.services.signals.due import PERIODS
from signalering.services.work import Work

AT_MOST = 20


def similar_signals(work: Work, signal: Signal) -> tuple[SimilarSignal, ...]:
    """Same area and age band, at most four weeks apart, newest first; withdrawn ones left out."""
    apart = timedelta(weeks=PERIODS.similar_weeks)
    rows = work.data.scalars(
        select(Signal)
        .where(
            Signal.id != signal.id,
            Signal.area == signal.area,
            Signal.age_band == signal.age_band,
            Signal.registered_on.between(
                signal.registered_on - apart, signal.registered_on + apart
            ),
            Signal.state != SignalState.WITHDRAWN.value,
        )
        .order_by(Signal.registered_on.desc(), Signal.id)
        .limit(AT_MOST)
    )
    return tuple(
        SimilarSignal(row.id, row.reference, row.registered_on, SignalState(row.state))
        for row in rows
    )
