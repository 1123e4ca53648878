"""What may go by a day."""

from datetime import date

import pytest
from kit.retention import closed_signal
from kit.signals import taken
from kit.town import Town
from sqlalchemy import update

from signalering.domain.retention import Erasable, KeepFor
from signalering.models.signals.signal import Signal
from signalering.models.statistics.release import Release
from signalering.privacy.disclosure.audit import Rung
from signalering.services.retention.due import due

pytestmark = pytest.mark.one_engine


def due_by(town: Town, day: date) -> list[date]:
    with town.work(writes=False) as work:
        found = due(work, Erasable.SIGNAL, day, keep_for=KeepFor.MONTHS_12)
        return [one.due_on for one in found]


def test_a_signal_waits_for_late_figures_of_its_year_and_not_for_ever(town: Town) -> None:
    signal_id = taken(town)
    closed_signal(town, signal_id)
    with town.committed() as work:
        january = update(Signal).where(Signal.id == signal_id)
        work.data.execute(january.values(registered_on=date(2026, 1, 1)))
    assert due_by(town, date(2027, 3, 30)) == []
    assert due_by(town, date(2027, 3, 31)) == [date(2027, 3, 31)]
    with town.committed() as work:
        work.data.add(Release(period="2026", rung=Rung.PLAN, verdict="{}"))
    assert due_by(town, date(2027, 1, 31)) == [date(2027, 1, 31)]
