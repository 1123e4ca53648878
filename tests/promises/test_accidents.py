"""A crash at the worst moment, and two who want the same at once: nothing is ever half done."""

import threading
from collections.abc import Callable
from typing import NoReturn
from uuid import UUID

import pytest
from kit.cases import case_row, contact_row, initiative, opened, told, version
from kit.day import logged_in
from kit.dump import steal
from kit.signals import a_signal, details_at, logged, row_of, taken, with_details
from kit.town import PASSPHRASE, Town
from sqlalchemy import event

from signalering.domain.commands.cases.close import CloseCase
from signalering.domain.commands.cases.list import ListCases
from signalering.domain.commands.cases.move import MoveCase
from signalering.domain.commands.cases.note import WriteNote
from signalering.domain.commands.cases.withdraw_consent import WithdrawConsent
from signalering.domain.commands.referrals.propose import ProposeReferral
from signalering.domain.errors import CannotOpen, Conflict
from signalering.domain.states import CaseOutcome, CaseState, ConsentScope, ConsentWay
from signalering.services.accounts import log_in as service
from signalering.services.cases.close import close
from signalering.services.cases.hand_back import hand_back
from signalering.services.cases.list import list_cases
from signalering.services.cases.move import move
from signalering.services.cases.note import note
from signalering.services.cases.open import open as open_case
from signalering.services.cases.show import open_record
from signalering.services.cases.take import take as take_case
from signalering.services.cases.withdraw_consent import withdraw_consent
from signalering.services.referrals.propose import propose
from signalering.services.sealing import open_key
from signalering.services.signals.log import log
from signalering.services.signals.take import take
from signalering.services.signals.withdraw import withdraw as withdraw_signal
from signalering.services.work import Work
from signalering.vault.wraps import Purpose

ROUNDS = 50
NAMES = {"coordinator": "Cor Dinator", "other_coordinator": "Coby Dinator"}
# Which columns of the data name a key, table by table.
KEYED = {
    "signal": ("thread_key_id", "triage_key_id"),
    "contact_details": ("key_id",),
    "case_record": ("key_id",),
    "pending_fact": ("key_id",),
    "audit_segment": ("id",),
}

Verb = Callable[[Work], object]


class Crash(Exception):
    """The process is gone."""


def crash_between_the_commits(town: Town, key: str, verb: Verb) -> None:
    """Do it as this person; the keystore commits, the data never does."""

    def gone(_: object) -> NoReturn:
        raise Crash

    with town.work(key) as work:
        verb(work)
        event.listen(work.data, "before_commit", gone)
        with pytest.raises(Crash):
            work.commit()


def without_key(town: Town) -> set[tuple[str, UUID]]:
    """Every row of the data whose key is wrapped for nobody."""
    loot = steal(town.house)
    known = {row["key_id"] for row in loot.keystore["wrap"]}
    return {
        (table, row[column])
        for table, columns in KEYED.items()
        for row in loot.data[table]
        for column in columns
        if row[column] not in known
    }


def rows(town: Town) -> dict[str, int]:
    """How much there is of everything in the data."""
    return {table: len(found) for table, found in steal(town.house).data.items()}


def keys(town: Town) -> set[UUID]:
    """Every key that somebody can open."""
    return {row["key_id"] for row in steal(town.house).keystore["wrap"]}


def test_the_crash_falls_where_it_should(town: Town) -> None:
    before = keys(town)
    crash_between_the_commits(town, "worker", lambda work: log(work, with_details()))
    assert len(keys(town) - before) >= 3, "the keystore did commit"


def test_a_signal_is_there_whole_or_not_at_all(town: Town) -> None:
    before = rows(town)
    command = with_details()
    crash_between_the_commits(town, "worker", lambda work: log(work, command))
    assert rows(town) == before
    assert without_key(town) == set()
    # The worker sends the same form again.
    signal_id = logged(town, command=command)
    assert details_at(town, signal_id) is not None
    assert without_key(town) == set()


def test_a_crash_while_taking_leaves_it_to_be_taken(town: Town) -> None:
    signal_id = logged(town, command=with_details())
    before = rows(town)
    crash_between_the_commits(town, "coordinator", lambda work: take(work, signal_id))
    assert rows(town) == before
    assert row_of(town, signal_id).owner_id is None
    assert without_key(town) == set()
    with town.committed("other_coordinator") as work:
        take(work, signal_id)
    with town.committed("other_coordinator") as work:
        case_id = open_case(work, signal_id)
    with town.committed("coordinator") as work:
        seen = open_record(work, case_id)
        assert seen.contact is not None
        assert seen.contact.name == "Truida Verzonnen"


def test_no_half_case(town: Town) -> None:
    signal_id = taken(town, command=with_details())
    before = rows(town)
    crash_between_the_commits(town, "coordinator", lambda work: open_case(work, signal_id))
    assert rows(town) == before
    row = row_of(town, signal_id)
    assert row.state == "in_triage"
    assert row.owner_id == town.people["coordinator"].account_id
    details = details_at(town, signal_id)
    assert details is not None
    assert details.case_id is None
    assert without_key(town) == set()
    with town.committed("coordinator") as work:
        case_id = open_case(work, signal_id)
    moved = contact_row(town, case_id)
    assert moved is not None
    assert moved.id == details.id
    assert [entry["kind"] for entry in told(town, case_id)] == ["origin", "consent"]


def test_a_crash_while_writing_or_closing_changes_nothing(town: Town) -> None:
    case_id = opened(town)
    before, version_before = rows(town), case_row(town, case_id).version
    steps: tuple[Verb, ...] = (
        lambda work: note(work, WriteNote(case_id, version(work, case_id), "Een woord.")),
        lambda work: close(
            work, CloseCase(case_id, version(work, case_id), CaseOutcome.NOT_REACHED)
        ),
    )
    for step in steps:
        crash_between_the_commits(town, "coordinator", step)
    assert rows(town) == before
    row = case_row(town, case_id)
    assert (row.version, row.state) == (version_before, "opened")
    assert without_key(town) == set()


def test_a_crash_while_withdrawing_forgets_the_key_and_can_be_finished(town: Town) -> None:
    case_id = opened(town)
    details = contact_row(town, case_id)
    assert details is not None

    def withdraw(work: Work) -> None:
        command = WithdrawConsent(
            case_id,
            version(work, case_id),
            ConsentScope.CONTACT,
            ConsentWay.SPOKEN_TO_COORDINATOR,
            confirmed=True,
        )
        withdraw_consent(work, command)

    crash_between_the_commits(town, "coordinator", withdraw)
    # The resident's wish holds already; what is left are sealed details that nobody opens.
    assert without_key(town) == {("contact_details", details.key_id)}
    with town.work("coordinator") as work:
        with pytest.raises(CannotOpen):
            open_key(work, "casework", Purpose.CONTACT, details.key_id)
        # Nobody is kept from the case, nor from the list with the others.
        assert open_record(work, case_id).contact is None
        assert case_id in {row.id for row in list_cases(work, ListCases()).rows}
    with town.committed("coordinator") as work:
        withdraw(work)
    assert contact_row(town, case_id) is None
    assert without_key(town) == set()
    with town.committed("coordinator") as work:
        assert open_record(work, case_id).contact_withdrawn


def test_a_signal_whose_withdrawal_was_broken_off_can_still_be_taken(town: Town) -> None:
    signal_id = logged(town, command=with_details())
    crash_between_the_commits(town, "worker", lambda work: withdraw_signal(work, signal_id))
    assert row_of(town, signal_id).state == "new"
    with town.committed("coordinator") as work:
        take(work, signal_id)
    with town.committed("coordinator") as work:
        case_id = open_case(work, signal_id)
        assert open_record(work, case_id).contact is None


def test_a_crash_while_referring_leaves_no_referral(town: Town) -> None:
    case_id, to = opened(town), initiative(town)
    before = rows(town)

    def refer(work: Work) -> None:
        move(work, MoveCase(case_id, version(work, case_id), CaseState.IN_CONVERSATION))
        propose(work, ProposeReferral(case_id, version(work, case_id), to, "social", "Verlies."))

    crash_between_the_commits(town, "coordinator", refer)
    assert rows(town) == before


def test_a_crash_while_logging_in_leaves_no_session(town: Town) -> None:
    before = rows(town)["log_in_session"]

    def begin(work: Work) -> None:
        tried = service.challenge(work, town.people["worker"].email)
        service.log_in(work, tried, service.prove(tried, PASSPHRASE))

    crash_between_the_commits(town, "worker", begin)
    assert rows(town)["log_in_session"] == before
    assert logged_in(town, "worker")


def test_of_two_who_take_the_same_signal_one_has_it_every_time(town: Town) -> None:
    ids = [logged(town, command=a_signal(note="")) for _ in range(ROUNDS)]
    winners = _race(town, ids, take)
    owners = {town.people[key].account_id: name for key, name in NAMES.items()}
    assert [owners.get(row_of(town, one).owner_id) for one in ids] == winners


def test_of_two_who_take_the_same_case_one_has_it_every_time(town: Town) -> None:
    ids = []
    for _ in range(5):
        case_id = opened(town)
        with town.committed("coordinator") as work:
            hand_back(work, case_id, version(work, case_id))
        ids.append(case_id)
    _race(town, ids, take_case)


def _race(town: Town, ids: list[UUID], grab: Callable[[Work, UUID], object]) -> list[str]:
    """Both try each in turn at the same moment; gives the winners' names."""
    start = threading.Barrier(2, timeout=60)
    won: dict[UUID, list[str]] = {one: [] for one in ids}
    told_who: dict[UUID, list[str]] = {one: [] for one in ids}
    faults: list[BaseException] = []

    def run(key: str) -> None:
        for one in ids:
            start.wait()
            try:
                with town.committed(key) as work:
                    grab(work, one)
                won[one].append(NAMES[key])
            except Conflict as refusal:
                told_who[one].append(refusal.params["owner"])
            except Exception as fault:
                faults.append(fault)

    threads = [threading.Thread(target=run, args=[key]) for key in NAMES]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(100)
    assert not faults
    for one in ids:
        assert len(won[one]) == 1
        assert told_who[one] == won[one]
    return [won[one][0] for one in ids]
