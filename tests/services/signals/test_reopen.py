"""A finished signal comes back with a reason, unless its case still exists."""

from uuid import uuid4

import pytest
from kit.signals import row_of, taken
from kit.town import Town

from signalering.domain.commands.signals.close import CloseSignal
from signalering.domain.commands.signals.reopen import ReopenSignal
from signalering.domain.errors import Conflict, Denied, InvalidInput, NotAllowedNow
from signalering.domain.states import SignalEnding, SignalState
from signalering.models.cases.case import Case
from signalering.services.signals.close import close
from signalering.services.signals.finding import signal_of
from signalering.services.signals.finish import finish
from signalering.services.signals.reopen import reopen
from signalering.services.signals.show import open_record
from signalering.services.signals.triage import add_triage_entry, triage_key


def closed(town: Town) -> ReopenSignal:
    signal_id = taken(town)
    with town.committed("coordinator") as work:
        close(work, CloseSignal(signal_id, "duplicate"))
    return ReopenSignal(signal_id, "by_mistake")


def test_it_comes_back_in_hand_with_a_fresh_deadline_and_its_reason_sealed(town: Town) -> None:
    day = town.clock.today()
    command = closed(town)
    with town.committed("other_coordinator") as work:
        reopen(work, command)
    row = row_of(town, command.signal_id)
    assert row.state == SignalState.IN_TRIAGE
    assert row.owner_id == town.people["other_coordinator"].account_id
    assert row.deadline_kind == "triage"
    assert row.registered_on == day
    with town.work("coordinator") as work:
        history = open_record(work, command.signal_id).history
    assert [one.reason for one in history] == [None, "by_mistake"]


def test_a_reason_is_asked_and_must_be_on_the_list(file_town: Town) -> None:
    signal_id = closed(file_town).signal_id
    for reason in ("", "boredom"):
        with file_town.work("coordinator") as work, pytest.raises(InvalidInput) as refusal:
            reopen(work, ReopenSignal(signal_id, reason))
        assert refusal.value.field == "reason"


def test_what_somebody_has_in_hand_is_not_reopened(town: Town) -> None:
    signal_id = taken(town)
    with town.work("other_coordinator") as work, pytest.raises(Conflict) as refusal:
        reopen(work, ReopenSignal(signal_id, "by_mistake"))
    assert refusal.value.params["owner"] == "Cor Dinator"
    with town.work("worker") as work, pytest.raises(Denied):
        reopen(work, ReopenSignal(signal_id, "by_mistake"))


def test_one_person_one_case(town: Town) -> None:
    signal_id = taken(town)
    case_id = uuid4()
    with town.committed("coordinator") as work:
        signal = signal_of(work, signal_id)
        finish(work, signal, SignalEnding.CASE_OPENED)
        link = {"kind": "case", "case": str(case_id)}
        add_triage_entry(work, signal, triage_key(work, signal), link)
        work.data.add(Case(id=case_id, reference="CCCC-CCCC", state="opened", key_id=uuid4()))
    command = ReopenSignal(signal_id, "asked_again")
    with town.work("coordinator") as work:
        assert open_record(work, signal_id).case_id == case_id
        with pytest.raises(NotAllowedNow):
            reopen(work, command)
    with town.committed() as work:
        work.data.delete(work.data.get_one(Case, case_id))
    with town.committed("coordinator") as work:
        reopen(work, command)
    assert row_of(town, signal_id).state == SignalState.IN_TRIAGE
