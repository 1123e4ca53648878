"""A signal is taken in whole or not at all; only its reporter and coordinators read it."""

import threading
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from kit.signals import (
    CONTACT,
    a_signal,
    details_at,
    logged,
    row_of,
    with_details,
    words_of,
)
from kit.town import Town
from sqlalchemy import func, select

from signalering.domain.commands.signals.log import GivenContact
from signalering.domain.errors import CannotOpen, Denied, InvalidInput
from signalering.domain.states import SignalState
from signalering.domain.views.signals.note import DangerAsked, NoteIdentifies
from signalering.models.audit.segment import AuditEntry
from signalering.models.keys.group import Wrap
from signalering.models.signals.contact import ContactDetails
from signalering.models.signals.entries import ThreadEntry, TriageEntry
from signalering.models.signals.signal import Signal
from signalering.services.sealing import open_key, open_own_key
from signalering.services.signals.log import log
from signalering.services.signals.own import BLOCK
from signalering.vault.wraps import Purpose


def rows(town: Town) -> dict[str, int]:
    """How many rows there are of what a signal makes, in both databases."""
    with town.work(writes=False) as work:
        tables = {
            work.data: (Signal, ThreadEntry, TriageEntry, ContactDetails, AuditEntry),
            work.keys: (Wrap,),
        }
        return {
            table.__tablename__: session.scalar(select(func.count()).select_from(table)) or 0
            for session, found in tables.items()
            for table in found
        }


def test_a_signal_waits_for_two_working_days_at_most(town: Town) -> None:
    town.clock.move_to(datetime(2026, 11, 27, 10, tzinfo=UTC))
    with town.committed("worker") as work:
        receipt = log(work, a_signal())
    assert receipt.due_on == date(2026, 12, 1), "the weekend doesn't count"
    row = row_of(town, receipt.signal_id)
    assert (row.state, row.deadline_on) == (SignalState.NEW, date(2026, 12, 1))
    assert row.area == "s-gravenzande", "of the village only its area is kept"
    assert row.reporter_group == "care"
    assert row.reference == receipt.reference
    assert {one.code for one in row.indicators} == {"says_lonely", "curtains"}


def test_nothing_asked_is_noted_outside_every_clock(town: Town) -> None:
    with town.committed("worker") as work:
        receipt = log(work, a_signal(request="none"))
    row = row_of(town, receipt.signal_id)
    assert row.state == SignalState.NOTED
    assert (row.deadline_on, row.deadline_kind, receipt.due_on) == (None, None, None)


def test_the_same_form_twice_is_one_signal(town: Town) -> None:
    command = a_signal()
    with town.committed("worker") as work:
        first = log(work, command)
    before = rows(town)
    with town.committed("worker") as work:
        second = log(work, command)
    assert second == first
    assert rows(town) == before


def test_a_form_that_comes_back_changed_is_another_signal(town: Town) -> None:
    """The browser's back button brings the old form: what was changed in it isn't lost."""
    command = a_signal()
    changed = replace(command, age_band="35-64", note="Iets anders.")
    assert logged(town, "worker", command) != logged(town, "worker", changed)


def test_the_same_token_of_somebody_else_is_another_signal(town: Town) -> None:
    command = a_signal()
    assert logged(town, "worker", command) != logged(town, "other_worker", command)


def test_a_form_sent_twice_at_the_same_moment_is_one_signal(town: Town) -> None:
    command = a_signal()
    found: list[UUID] = []
    start = threading.Barrier(2)

    def send() -> None:
        start.wait()
        found.append(logged(town, "worker", command))

    threads = [threading.Thread(target=send) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(found) == 2
    assert len(set(found)) == 1
    made = rows(town)
    assert (made["signal"], made["triage_entry"]) == (1, 1)


def test_two_signals_at_the_same_moment_get_tags_of_their_own(town: Town) -> None:
    found: list[UUID] = []
    start = threading.Barrier(2)

    def send() -> None:
        start.wait()
        found.append(logged(town, "worker"))

    threads = [threading.Thread(target=send) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(set(found)) == 2
    assert len({row_of(town, one).reporter_tag for one in found}) == 2


def test_a_note_that_identifies_leaves_nothing_behind(town: Town) -> None:
    before = rows(town)
    with town.work("worker") as work:
        with pytest.raises(NoteIdentifies) as refusal:
            log(work, a_signal(note="Bel haar op 06-12345678."))
        work.commit()
    assert refusal.value.field == "note"
    assert [(one.kind, one.start, one.end) for one in refusal.value.findings] == [("phone", 12, 23)]
    assert refusal.value.params == {"kinds": "phone"}
    assert "12345678" not in repr(refusal.value.findings)
    assert rows(town) == before


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"indicators": ()}, "indicators"),
        ({"indicators": ("says_lonely", "tall")}, "indicators"),
        ({"place": "rotterdam"}, "place"),
        ({"place": ""}, "place"),
        ({"age_band": "12"}, "age_band"),
        ({"request": "police"}, "request"),
        ({"contact_answer": "perhaps"}, "contact_answer"),
        ({"lives_with": "cats"}, "lives_with"),
        ({"duration": "aeons"}, "duration"),
        ({"loneliness": "cosmic"}, "loneliness"),
        ({"main_wish": "riches"}, "main_wish"),
        ({"further_wishes": ("riches",)}, "further_wishes"),
        ({"talked_about": "maybe"}, "talked_about"),
        ({"note": "a" * 281}, "note"),
        ({"token": "short"}, "token"),
        ({"contact": CONTACT}, "contact_answer"),
        ({"contact_answer": "yes_details"}, "contact_name"),
        ({"contact_answer": "yes_details", "contact": GivenContact(name="T")}, "contact_phone"),
        (
            {"contact_answer": "yes_details", "contact": replace(CONTACT, email="nonsense")},
            "contact_email",
        ),
        (
            {"contact_answer": "yes_details", "contact": replace(CONTACT, text_version="x")},
            "contact_answer",
        ),
        ({"contact_answer": "yes_details", "contact": CONTACT, "request": "none"}, "request"),
    ],
)
def test_what_is_on_no_list_or_not_allowed_is_refused(
    file_town: Town, changes: dict[str, object], field: str
) -> None:
    before = rows(file_town)
    with file_town.work("worker") as work:
        with pytest.raises(InvalidInput) as refusal:
            log(work, a_signal(**changes))
        work.commit()
    assert refusal.value.field == field
    assert rows(file_town) == before


@pytest.mark.parametrize("key", ["untrained", "manager", "administrator", "privacy_officer"])
def test_only_trained_workers_and_coordinators_log(file_town: Town, key: str) -> None:
    with file_town.work(key) as work, pytest.raises(Denied):
        log(work, a_signal())


def test_a_coordinator_logs_for_a_resident_who_phones(town: Town) -> None:
    signal_id = logged(town, "coordinator", with_details())
    assert row_of(town, signal_id).reporter_group == "resident"
    details = details_at(town, signal_id)
    assert details is not None
    consent = words_of(town, details, "other_coordinator")["consent"]
    assert consent["way"] == "spoken_to_coordinator"


def test_a_worker_reads_the_thread_and_neither_triage_nor_contact_details(town: Town) -> None:
    signal_id = logged(town, "worker", with_details())
    row, details = row_of(town, signal_id), details_at(town, signal_id)
    assert details is not None
    with town.work("worker", writes=False) as work:
        open_own_key(work, Purpose.THREAD, row.thread_key_id)
        for purpose, key_id in (
            (Purpose.TRIAGE, row.triage_key_id),
            (Purpose.CONTACT, details.key_id),
        ):
            with pytest.raises(CannotOpen):
                open_own_key(work, purpose, key_id)
            with pytest.raises(CannotOpen):
                open_key(work, "casework", purpose, key_id)
    with town.work("other_worker", writes=False) as work, pytest.raises(CannotOpen):
        open_own_key(work, Purpose.THREAD, row.thread_key_id)


def test_contact_details_are_sealed_for_coordinators_and_lapse_after_thirty_days(
    town: Town,
) -> None:
    signal_id = logged(town, "worker", with_details())
    details = details_at(town, signal_id)
    assert details is not None
    payload = words_of(town, details)
    assert (payload["name"], payload["phone"]) == (CONTACT.name, CONTACT.phone)
    assert payload["consent"] == {
        "scope": "contact",
        "way": "spoken_to_worker",
        "text_version": "contact-2",
        "language": "nl",
        "given": True,
        "day": "2026-11-23",
        "recorded_by": str(town.people["worker"].account_id),
    }
    assert (details.left_on, details.lapses_on) == (date(2026, 11, 23), date(2026, 12, 23))
    assert (details.has_phone, details.has_email, details.has_address) == (True, False, False)
    for word in ("Truida", "0174"):
        assert word.encode() not in details.sealed


def test_a_crash_between_the_two_commits_leaves_keys_without_words(town: Town) -> None:
    command = with_details()
    before = rows(town)
    with town.work("worker") as work:
        log(work, command)
        work.data.flush()
        work.keys.commit()
        work.data.rollback()
    left = rows(town)
    assert left.pop("wrap") > before.pop("wrap")
    assert left == before
    signal_id = logged(town, "worker", command)
    assert row_of(town, signal_id).state == SignalState.NEW
    with town.work("worker", writes=False) as work:
        open_own_key(work, Purpose.THREAD, row_of(town, signal_id).thread_key_id)


def test_more_signals_in_a_month_than_one_block_of_tags(file_town: Town) -> None:
    with file_town.committed("worker") as work:
        ids = [log(work, a_signal()).signal_id for _ in range(BLOCK + 2)]
    assert len({row_of(file_town, one).reporter_tag for one in ids}) == BLOCK + 2


def test_an_answer_about_danger_is_about_these_cues_alone(file_town: Town) -> None:
    bedroom, worse = "Haar zoon bedreigt haar.", "Haar zoon bedreigt haar, ze wil niet meer leven."
    asked: list[str] = []
    for note in (bedroom, worse):
        with file_town.work("worker") as work, pytest.raises(DangerAsked) as refusal:
            log(work, a_signal(note=note, danger="helped", danger_about="".join(asked)))
        asked = [refusal.value.key]
    with file_town.committed("worker") as work:
        assert log(work, a_signal(note=worse, danger="past", danger_about=asked[0])).reference
