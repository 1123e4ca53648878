"""Opening a case: words cross over, nothing in clear ties the two, and it is whole or not there."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from kit import trail
from kit.cases import case_row, contact_row, do, events_of, opened, told
from kit.signals import a_signal, details_at, row_of, taken, with_details, words_of
from kit.town import Town
from sqlalchemy import select

from signalering.domain.errors import Denied, NotAllowedNow, NotFound
from signalering.domain.states import CaseState, SignalState
from signalering.models.cases.case import Case
from signalering.models.keys.group import Wrap
from signalering.models.signals.contact import ContactCard
from signalering.models.signals.signal import Signal
from signalering.services.cases.open import open as open_case
from signalering.services.cases.show import open_record
from signalering.services.signals.triage import triage_entries, triage_key
from signalering.vault.wraps import Form


def from_signal(town: Town) -> tuple[UUID, UUID]:
    """A signal with details, and the case that came of it."""
    signal_id = taken(town, command=with_details())
    return signal_id, do(town, lambda work: open_case(work, signal_id))


def columns(row: Any) -> dict[str, Any]:
    """Every column of a row."""
    return {column.key: getattr(row, column.key) for column in row.__table__.columns}


def test_the_case_is_the_actors_with_five_working_days_for_the_first_attempt(town: Town) -> None:
    case = case_row(town, opened(town))
    assert case.state == CaseState.OPENED
    assert case.owner_id == town.people["coordinator"].account_id
    assert (case.deadline_on, case.deadline_kind) == (date(2026, 11, 30), "first_attempt")


def test_the_signal_is_finished_and_keeps_no_owner_and_no_day(town: Town) -> None:
    signal_id, _ = from_signal(town)
    signal = row_of(town, signal_id)
    assert signal.state == SignalState.CLOSED
    assert (signal.owner_id, signal.deadline_on, signal.deadline_kind) == (None, None, None)
    assert signal.hold_until == date(2027, 6, 30), "the end of the quarter six months ahead"


def test_each_names_the_other_inside_its_own_seal(town: Town) -> None:
    signal_id, case_id = from_signal(town)
    origin = told(town, case_id)[0]
    assert (origin["kind"], origin["signal"]) == ("origin", str(signal_id))
    assert origin["registered_in"] == "2026Q4"
    assert origin["reporter_group"] == "care"
    with town.work("coordinator", writes=False) as work:
        signal = work.data.get_one(Signal, signal_id)
        entries = triage_entries(work, signal, triage_key(work, signal))
    assert {"kind": "case", "case": str(case_id)} in [payload for _, payload in entries]


def test_no_clear_column_of_the_case_is_the_signals(town: Town) -> None:
    town.clock.move_to(town.clock.now().replace(month=12, day=7))
    signal_id, case_id = from_signal(town)
    contact = contact_row(town, case_id)
    assert contact is not None
    signal = columns(row_of(town, signal_id))
    shared = {None, False, True}
    of_signal = {value for value in signal.values() if value not in shared}
    for row in (case_row(town, case_id), contact):
        of_row = {value for value in columns(row).values() if value not in shared}
        assert not of_signal & of_row
    assert (contact.signal_id, contact.left_on, contact.lapses_on) == (None, None, None)


def test_the_details_move_under_the_same_key_and_open_in_the_case(town: Town) -> None:
    signal_id = taken(town, command=with_details())
    before = details_at(town, signal_id)
    assert before is not None
    case_id = do(town, lambda work: open_case(work, signal_id))
    contact = contact_row(town, case_id)
    assert contact is not None
    assert (contact.id, contact.key_id, contact.sealed) == (before.id, before.key_id, before.sealed)
    assert details_at(town, signal_id) is None
    assert words_of(town, contact)["name"] == "Truida Verzonnen"
    with town.work(writes=False) as work:
        wrap = work.keys.get_one(Wrap, (contact.key_id, "casework"))
        assert wrap.form == Form.AES


def test_the_consent_that_came_along_stands_in_the_timeline(town: Town) -> None:
    (given,) = told(town, opened(town), "consent")
    assert (given["scope"], given["way"], given["given"]) == ("contact", "spoken_to_worker", True)
    assert given["text_version"]


def test_a_case_without_details_is_allowed(town: Town) -> None:
    case_id = opened(town, command=a_signal())
    assert contact_row(town, case_id) is None
    assert told(town, case_id, "consent") == []
    with town.work("coordinator") as work:
        assert open_record(work, case_id).contact is None


def test_a_card_loses_its_way_to_the_signal_and_keeps_the_one_to_the_details(town: Town) -> None:
    signal_id = taken(town, command=with_details())
    with town.committed() as work:
        work.data.add(
            ContactCard(
                code_hash=b"c" * 32,
                state="handed_over",
                signal_id=signal_id,
                valid_until=date(2027, 1, 20),
            )
        )
    case_id = do(town, lambda work: open_case(work, signal_id))
    contact = contact_row(town, case_id)
    with town.work(writes=False) as work:
        card = work.data.scalars(select(ContactCard)).one()
        assert contact is not None
        assert (card.signal_id, card.contact_id, card.valid_until) == (None, contact.id, None)


def test_both_acts_are_accounted_for(town: Town) -> None:
    signal_id, case_id = from_signal(town)
    (entry,) = trail.entries(town, "case_opened")
    assert (entry["object"], entry["details"]) == (str(case_id), {"signal_id": str(signal_id)})
    (moved,) = trail.entries(town, "contact_details_moved")
    assert moved["details"] == {"case_id": str(case_id)}


def test_only_its_owner_opens_a_case_from_a_signal_in_triage(town: Town) -> None:
    signal_id = taken(town)
    with town.work("other_coordinator") as work, pytest.raises(Denied):
        open_case(work, signal_id)
    with town.work("worker") as work, pytest.raises(Denied):
        open_case(work, signal_id)
    with town.work("coordinator") as work, pytest.raises(NotFound):
        open_case(work, uuid4())


def test_one_signal_one_case(town: Town) -> None:
    signal_id, _ = from_signal(town)
    with town.committed() as work:
        row = work.data.get_one(Signal, signal_id)
        row.state, row.owner_id = "in_triage", town.people["coordinator"].account_id
    with town.work("coordinator") as work, pytest.raises(NotAllowedNow):
        open_case(work, signal_id)


def test_a_crash_between_the_two_commits_leaves_no_half_case(town: Town) -> None:
    signal_id = taken(town, command=with_details())
    with town.work("coordinator") as work:
        open_case(work, signal_id)
        work.data.flush()
        work.keys.flush()
        work.keys.commit()  # and then the machine stops: the data is rolled back
    with town.work(writes=False) as work:
        assert work.data.scalars(select(Case)).all() == []
    details = details_at(town, signal_id)
    assert details is not None
    assert row_of(town, signal_id).state == SignalState.IN_TRIAGE
    assert words_of(town, details)["name"] == "Truida Verzonnen"
    case_id = do(town, lambda work: open_case(work, signal_id))
    assert told(town, case_id)[0]["kind"] == "origin"
    assert events_of(town, case_id) == []
