"""A live case keeps its signal from being erased, and all are renewed to one day."""

from datetime import UTC, date, datetime

from kit.cases import case_row, closed_case, do, opened
from kit.signals import row_of, taken, with_details
from kit.town import Town
from sqlalchemy import update

from signalering.models.keys.group import Wrap
from signalering.services.cases.open import open as open_case
from signalering.services.cases.renew_holds import renew_holds


def test_live_cases_are_renewed_to_the_same_quarters_end(town: Town) -> None:
    first = taken(town, command=with_details())
    do(town, lambda work: open_case(work, first))
    closed_case(town)
    assert do(town, renew_holds) == 0
    town.clock.move_to(datetime(2027, 1, 4, 9, 0, tzinfo=UTC))
    second = taken(town, command=with_details())
    do(town, lambda work: open_case(work, second))
    assert do(town, renew_holds, "other_coordinator") == 1
    assert {row_of(town, one).hold_until for one in (first, second)} == {date(2027, 9, 30)}


def test_without_cases_there_is_nothing_to_do(file_town: Town) -> None:
    opened(file_town)
    assert do(file_town, renew_holds) == 0


def test_a_case_that_opens_for_nobody_stops_no_other(town: Town) -> None:
    first = taken(town, command=with_details())
    do(town, lambda work: open_case(work, first))
    damaged = case_row(town, opened(town)).key_id
    with town.committed() as work:
        work.keys.execute(update(Wrap).where(Wrap.key_id == damaged).values(epoch_id=None))
    town.clock.move_to(datetime(2027, 1, 4, 9, 0, tzinfo=UTC))
    assert do(town, renew_holds) == 1
    assert row_of(town, first).hold_until == date(2027, 9, 30)
