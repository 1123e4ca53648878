"""Every kind of entry can be put right, and nothing that was written is overwritten."""

import pytest
from kit.cases import case_row, closed_case, do, told, version
from kit.played import played_case
from kit.town import Town

from signalering.domain.commands.cases.note import WriteNote
from signalering.domain.errors import InvalidInput, NotAllowedNow
from signalering.services.cases.correct import correct, correcting
from signalering.services.cases.show import open_record

NOW = "Het was anders"


def test_every_kind_of_entry_and_both_are_shown(file_town: Town) -> None:
    case_id = played_case(file_town)
    before = told(file_town, case_id)
    kinds = {payload["kind"]: number for number, payload in enumerate(before, start=1)}
    assert len(kinds) >= 12
    for number in kinds.values():
        do(
            file_town,
            lambda w, n=number: correct(w, WriteNote(case_id, version(w, case_id), NOW, n)),
        )
    assert told(file_town, case_id)[: len(before)] == before
    with file_town.work("coordinator") as work:
        shown = {entry.number: entry for entry in open_record(work, case_id).timeline}
    for number in kinds.values():
        later = shown[number].corrected_by[-1]
        assert (shown[later].corrects, shown[later].text) == (number, NOW)


def test_a_closed_case_too(file_town: Town) -> None:
    case_id = closed_case(file_town)
    do(file_town, lambda w: correct(w, WriteNote(case_id, version(w, case_id), NOW, 1)))
    assert told(file_town, case_id)[-1]["corrects"] == 1


@pytest.mark.parametrize("number", [-1, 0, 99])
def test_there_must_be_such_an_entry(file_town: Town, number: int) -> None:
    case_id = closed_case(file_town)
    seen = case_row(file_town, case_id).version
    with pytest.raises(InvalidInput):
        do(file_town, lambda w: correct(w, WriteNote(case_id, seen, NOW, number)))
    with pytest.raises(NotAllowedNow):
        do(file_town, lambda w: correcting(w, case_id, number))
    with pytest.raises(NotAllowedNow):
        do(file_town, lambda w: correct(w, WriteNote(case_id, seen, NOW, None)))
