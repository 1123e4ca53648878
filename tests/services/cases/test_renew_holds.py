"""A live case keeps its signal from being erased, and all are renewed to one day."""

from datetime import UTC, date, datetime

from kit.cases import case_row, closed_case, do, opened
from kit.signals import row_of, taken, with_details
from kit.town import Town
from sqlalchemy import update

from signalering.models.keys.group import Wrap
from signalering.services.cases.open import open as open_case
from signalering.services.cases.renew_holds import renew_holds
from signalering.services.retention.erase_case import erase_case


def test_cases_are_renewed_to_the_same_quarters_end(town: Town) -> None:
    """Closed ones too: while they are kept, they can be taken up again."""
    first = taken(town, command=with_details())
    do(town, lambda work: open_case(work, first))
    closed_case(town)
    assert do(town, renew_holds) == 0
    town.clock.move_to(datetime(2027, 1, 4, 9, 0, tzinfo=UTC))
    second = taken(town, command=with_details())
    do(town, lambda work: open_case(work, second))
    assert do(town, renew_holds, "other_coordinator") == 2
    assert {row_of(town, one).hold_until for one in (first, second)} == {date(2027, 9, 30)}


def test_signals_without_a_case_are_let_go_all_at_once(town: Town) -> None:
    signals = [taken(town, command=with_details()) for _ in range(3)]
    cases = [do(town, lambda work, s=one: open_case(work, s)) for one in signals]
    for one in cases[:2]:
        do(town, lambda work, c=one: erase_case(work, case_row(town, c).reference))
    town.clock.move_to(datetime(2027, 1, 4, 9, 0, tzinfo=UTC))
    assert do(town, renew_holds) == 1
    assert [row_of(town, one).hold_until for one in signals] == [None, None, date(2027, 9, 30)]


def test_where_a_case_opens_for_nobody_none_is_let_go_before_its_day(town: Town) -> None:
    gone, damaged = (taken(town, command=with_details()) for _ in range(2))
    case_id = do(town, lambda work: open_case(work, gone))
    other = do(town, lambda work: open_case(work, damaged))
    do(town, lambda work: erase_case(work, case_row(town, case_id).reference))
    with town.committed() as work:
        key = case_row(town, other).key_id
        work.keys.execute(update(Wrap).where(Wrap.key_id == key).values(epoch_id=None))
    town.clock.move_to(datetime(2027, 1, 4, 9, 0, tzinfo=UTC))
    do(town, renew_holds)
    assert {row_of(town, one).hold_until for one in (gone, damaged)} == {date(2027, 6, 30)}
    town.clock.move_to(datetime(2027, 7, 1, 9, 0, tzinfo=UTC))
    do(town, renew_holds)
    assert {row_of(town, one).hold_until for one in (gone, damaged)} == {None}


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
