"""Handing back and taking: always somebody's or in the queue; of two at once one has it."""

import threading
from uuid import UUID, uuid4

import pytest
from kit.cases import case_row, closed_case, do, opened
from kit.cases import told as entries
from kit.town import Town

from signalering.domain.commands.cases.note import WriteNote
from signalering.domain.errors import Conflict, Denied, NotAllowedNow, NotFound
from signalering.services.cases.hand_back import hand_back
from signalering.services.cases.note import note
from signalering.services.cases.take import take
from signalering.services.work import Work


def handed_back(town: Town) -> UUID:
    """A case that nobody has."""
    case_id = opened(town)
    do(town, lambda work: hand_back(work, case_id, case_row(town, case_id).version))
    return case_id


def test_handed_back_it_is_nobodys_and_its_deadline_runs_on(town: Town) -> None:
    case_id = opened(town)
    before = case_row(town, case_id)
    do(town, lambda work: hand_back(work, case_id, before.version))
    after = case_row(town, case_id)
    assert after.owner_id is None
    assert after.deadline_on == before.deadline_on


def test_two_at_once_and_the_other_hears_who_has_it(town: Town) -> None:
    case_id = handed_back(town)
    won: list[str] = []
    told: list[str] = []
    start = threading.Barrier(2)

    def try_it(key: str) -> None:
        start.wait()
        try:
            with town.committed(key) as work:
                take(work, case_id)
                name = work.by().name
            won.append(name)
        except Conflict as refusal:
            told.append(refusal.params["owner"])

    threads = [
        threading.Thread(target=try_it, args=[key]) for key in ("coordinator", "other_coordinator")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(won) == 1
    assert told == won


def test_two_writers_at_once_never_share_an_entry(town: Town) -> None:
    case_id = opened(town)
    seen = case_row(town, case_id).version
    results: list[str] = []
    start = threading.Barrier(2)

    def write(text: str) -> None:
        def verb(work: Work) -> None:
            note(work, WriteNote(case_id, seen, text))

        start.wait()
        try:
            do(town, verb)
            results.append("kept")
        except Conflict:
            results.append("told")

    threads = [threading.Thread(target=write, args=[text]) for text in ("een", "twee")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(results) == ["kept", "told"]
    assert len(entries(town, case_id, "note")) == 1


def test_who_may_and_what_can_be_taken(file_town: Town) -> None:
    mine = opened(file_town)
    with file_town.work("other_coordinator") as work, pytest.raises(Conflict) as refusal:
        take(work, mine)
    assert refusal.value.params["owner"] == "Cor Dinator"
    with file_town.work("other_coordinator") as work, pytest.raises(Denied):
        hand_back(work, mine, case_row(file_town, mine).version)
    with file_town.work("manager") as work, pytest.raises(Denied):
        take(work, mine)
    with file_town.work("coordinator") as work, pytest.raises(NotFound):
        take(work, uuid4())
    closed = closed_case(file_town)
    for verb in (lambda w: take(w, closed), lambda w: hand_back(w, closed, 0)):
        with pytest.raises((NotAllowedNow, Conflict)):
            do(file_town, verb)
