"""The letter has every word of the case and no reporter; its making is accounted for."""

from uuid import UUID

import pytest
from kit import trail
from kit.cases import do, opened, told, version
from kit.played import CONTACT, WORDS, played_case
from kit.town import PEOPLE, Town

from signalering.domain.commands.cases.close import CloseCase
from signalering.domain.errors import Denied, NotAllowedNow
from signalering.domain.states import CaseOutcome
from signalering.domain.views.cases.access_letter import LetterView
from signalering.services.cases.access_letter import PDF, access_letter
from signalering.services.cases.close import close


def letter(town: Town, case_id: UUID, key: str = "coordinator") -> LetterView:
    view: LetterView = do(town, lambda w: access_letter(w, case_id), key)
    return view


def test_every_entry_is_in_it_newest_first(file_town: Town) -> None:
    case_id = played_case(file_town)
    view = letter(file_town, case_id)
    numbers = [entry.number for entry in view.timeline]
    assert numbers == sorted(range(1, len(told(file_town, case_id)) + 1), reverse=True)
    texts = {entry.text for entry in view.timeline} | {entry.along for entry in view.timeline}
    assert set(WORDS.values()) <= texts
    assert view.contact is not None
    assert view.contact.name == CONTACT.name


def test_who_reported_and_who_wrote_is_not(file_town: Town) -> None:
    """But for the coordinator who answers for it."""
    view = letter(file_town, played_case(file_town))
    assert view.keeper == PEOPLE["coordinator"][0]
    said = repr(view) + "".join(entry.text for entry in view.timeline)
    for key in ("worker", "other_worker"):
        name, partner, _ = PEOPLE[key]
        assert name not in said
        assert str(partner) not in said
    assert {entry.author for entry in view.timeline} == {""}
    assert view.reporter_group


def test_it_is_accounted_for(file_town: Town) -> None:
    case_id = opened(file_town)
    letter(file_town, case_id)
    do(file_town, lambda w: access_letter(w, case_id, PDF))
    lines = trail.entries(file_town, "access_letter_made")
    assert sorted(line["details"]["form"] for line in lines) == ["pdf", "screen"]


def test_only_for_its_keeper(file_town: Town) -> None:
    case_id = opened(file_town)
    for key in ("other_coordinator", "privacy_officer", "manager"):
        with pytest.raises(Denied):
            letter(file_town, case_id, key)
    assert trail.entries(file_town, "access_letter_made") == []


def test_nobody_writes_to_the_dead(file_town: Town) -> None:
    case_id = opened(file_town)
    do(
        file_town,
        lambda w: close(w, CloseCase(case_id, version(w, case_id), CaseOutcome.DECEASED)),
    )
    with pytest.raises(NotAllowedNow, match="resident_deceased"):
        letter(file_town, case_id)
