"""A number read aloud leads to its signal or case, however it was typed."""

import pytest
from kit.cases import case_row, opened
from kit.signals import logged, row_of
from kit.town import Town
from kit.trail import entries

from signalering.domain.commands.signals.find import FindByReference
from signalering.domain.errors import Denied, InvalidInput
from signalering.services.signals.find import find_by_reference


def found(town: Town, text: str) -> list[tuple[bool, object]]:
    with town.work("coordinator") as work:
        rows = find_by_reference(work, FindByReference(text))
    return [(one.is_case, one.object_id) for one in rows]


def test_case_blanks_and_hyphens_make_no_difference(town: Town) -> None:
    signal_id = logged(town)
    reference = row_of(town, signal_id).reference
    bare = reference.replace("-", "")
    before = len(entries(town))
    for typed in (reference, bare, bare.lower(), f" {reference[:4]} {reference[5:]} "):
        assert found(town, typed) == [(False, signal_id)]
    assert len(entries(town)) == before, "nothing was opened"


def test_a_case_is_found_by_its_number_too(file_town: Town) -> None:
    case_id = opened(file_town)
    assert found(file_town, case_row(file_town, case_id).reference) == [(True, case_id)]


def test_what_is_no_number_is_refused_and_a_reporter_may_not_look(file_town: Town) -> None:
    for typed in ("", "Truida", "CCCC-CCC", "%%%%%%%%"):
        with file_town.work("coordinator") as work, pytest.raises(InvalidInput) as refusal:
            find_by_reference(work, FindByReference(typed))
        assert refusal.value.field == "reference"
    assert found(file_town, "CCCC-CCCC") == []
    with file_town.work("worker") as work, pytest.raises(Denied):
        find_by_reference(work, FindByReference("CCCC-CCCC"))
