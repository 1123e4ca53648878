"""Closing leaves no day and no owner in clear; the true ending is sealed."""

import pytest
from kit.signals import details_at, logged, row_of, taken, with_details
from kit.town import Town

from signalering.domain.commands.signals.close import CloseSignal
from signalering.domain.commands.signals.remark import RemarkOnSignal
from signalering.domain.errors import Denied, InvalidInput, NotAllowedNow, NotFound
from signalering.domain.states import NotSuitableReason, SignalEnding, SignalState
from signalering.services.signals.close import close
from signalering.services.signals.finding import signal_of
from signalering.services.signals.finish import finish
from signalering.services.signals.remark import remark
from signalering.services.signals.show import open_record


def test_no_owner_and_no_day_stay_and_the_ending_is_sealed(town: Town) -> None:
    signal_id = taken(town)
    with town.committed("coordinator") as work:
        close(work, CloseSignal(signal_id, "not_suitable", "outside_area", "thanks"))
    row = row_of(town, signal_id)
    assert row.state == SignalState.CLOSED
    assert (row.owner_id, row.deadline_on, row.deadline_kind) == (None, None, None)
    with town.work("other_coordinator") as work:
        record = open_record(work, signal_id)
    (ended,) = record.history
    assert ended.reason is NotSuitableReason.OUTSIDE_AREA
    assert ended.author == "Cor Dinator"


@pytest.mark.parametrize(
    ("ending", "reason", "line", "field"),
    [
        ("case_opened", None, None, "ending"),
        ("", None, None, "ending"),
        ("solved", None, None, "ending"),
        ("not_suitable", None, None, "reason"),
        ("not_suitable", "boring", None, "reason"),
        ("advice_given", "too_little", None, "reason"),
        ("advice_given", None, "hello", "feedback"),
        ("advice_given", None, "in_contact", "feedback"),
    ],
)
def test_what_an_ending_may_say(
    file_town: Town, ending: str, reason: str | None, line: str | None, field: str
) -> None:
    signal_id = taken(file_town)
    with file_town.work("coordinator") as work, pytest.raises(InvalidInput) as refusal:
        close(work, CloseSignal(signal_id, ending, reason, line))
    assert refusal.value.field == field
    assert row_of(file_town, signal_id).state == SignalState.IN_TRIAGE


def test_only_its_owner_closes_it(town: Town) -> None:
    signal_id = taken(town)
    command = CloseSignal(signal_id, "advice_given")
    for key in ("other_coordinator", "worker"):
        with town.work(key) as work, pytest.raises(Denied):
            close(work, command)
    untaken = logged(town)
    with town.work("coordinator") as work, pytest.raises(Denied):
        close(work, CloseSignal(untaken, "advice_given"))


def test_closing_keeps_contact_details_for_a_reopening(town: Town) -> None:
    signal_id = taken(town, command=with_details())
    with town.committed("coordinator") as work:
        close(work, CloseSignal(signal_id, "advice_given"))
    assert details_at(town, signal_id) is not None


def test_a_row_that_moved_on_meanwhile_is_not_closed_again(town: Town) -> None:
    """What was read before somebody else moved it is refused by the UPDATE itself."""
    signal_id = taken(town)
    with town.work("coordinator", writes=False) as work:
        stale = signal_of(work, signal_id)
        work.data.expunge_all()
    with town.committed("coordinator") as work:
        close(work, CloseSignal(signal_id, "advice_given"))
    with town.work("coordinator") as work, pytest.raises(NotAllowedNow):
        finish(work, stale, SignalEnding.DUPLICATE)


def test_a_remark_is_for_coordinators_and_by_the_owner(town: Town) -> None:
    signal_id = taken(town)
    with town.committed("coordinator") as work:
        remark(work, RemarkOnSignal(signal_id, "  Buurt gebeld.\r\nMorgen weer. "))
    with town.work("other_coordinator") as work:
        record = open_record(work, signal_id)
    assert [(one.text, one.author) for one in record.remarks] == [
        ("Buurt gebeld.\nMorgen weer.", "Cor Dinator")
    ]
    with town.work("other_coordinator") as work, pytest.raises(Denied):
        remark(work, RemarkOnSignal(signal_id, "Ik ook."))


@pytest.mark.parametrize("text", ["", " \n ", "a" * 4001])
def test_a_remark_says_something_and_not_too_much(file_town: Town, text: str) -> None:
    signal_id = taken(file_town)
    with file_town.work("coordinator") as work, pytest.raises(InvalidInput):
        remark(work, RemarkOnSignal(signal_id, text))


def test_what_does_not_exist_is_not_closed(file_town: Town) -> None:
    missing = file_town.people["worker"].account_id
    with file_town.work("coordinator") as work, pytest.raises(NotFound):
        close(work, CloseSignal(missing, "advice_given"))
