"""One sheet for a visit: for the keeper alone, written down, and never against a no."""

from uuid import UUID

import pytest
from kit import trail
from kit.cards import ADDRESS, left, with_card
from kit.cases import closed_case, do, opened, version
from kit.signals import a_signal
from kit.tasks import SAID, finished, planned, says_no
from kit.town import Town

from signalering.domain.commands.cases.note import WriteNote
from signalering.domain.errors import Denied, NotAllowedNow, NotFound
from signalering.domain.lifecycles import TaskKind
from signalering.domain.views.cases.visit_sheet import VisitSheet
from signalering.services.cases.note import note
from signalering.services.cases.open import open as open_case
from signalering.services.cases.visit_sheet import UNPLANNED, visit_sheet
from signalering.services.public.withdraw import withdraw


def sheet(town: Town, case_id: UUID, number: int, key: str = "coordinator") -> VisitSheet:
    """Make one, committed."""
    with town.committed(key) as work:
        return visit_sheet(work, case_id, number)


def test_it_says_how_to_get_there_and_what_was_agreed(town: Town) -> None:
    case_id = opened(town)
    number = planned(town, case_id, who="de buurvrouw")
    view = sheet(town, case_id, number)
    assert (view.contact.name, view.contact.phone) == ("Truida Verzonnen", "0174 55 55 55")
    assert view.contact.best_moment == "ochtend"
    assert view.task is not None
    assert (view.task.time, view.task.place) == ("14:30", SAID[TaskKind.APPOINTMENT]["place"])
    assert view.task.who == "de buurvrouw"
    (entry,) = trail.entries(town, "visit_sheet_made")
    assert (entry["object"], entry["details"]) == (str(case_id), {"entry_id": str(number)})
    assert "Truida" not in str(entry)


def test_of_the_last_three_entries_the_kinds_alone(file_town: Town) -> None:
    case_id = opened(file_town)
    for text in ("eerste", "tweede"):
        said = f"Een woord: {text}"
        do(file_town, lambda w, t=said: note(w, WriteNote(case_id, version(w, case_id), t)))
    number = planned(file_town, case_id)
    view = sheet(file_town, case_id, number)
    assert [entry.kind for entry in view.last] == ["note", "note", "consent"]
    assert "Een woord" not in repr(view)


def test_without_an_appointment_the_day_is_left_open(file_town: Town) -> None:
    case_id = opened(file_town)
    assert sheet(file_town, case_id, UNPLANNED).task is None


def test_only_its_keeper(file_town: Town) -> None:
    case_id = opened(file_town)
    number = planned(file_town, case_id)
    for key in ("other_coordinator", "worker", "privacy_officer"):
        with pytest.raises(Denied):
            sheet(file_town, case_id, number, key)
    assert trail.entries(file_town, "visit_sheet_made") == []


def test_none_for_what_is_done_or_never_was(file_town: Town) -> None:
    case_id, other = opened(file_town), opened(file_town)
    number = planned(file_town, case_id)
    finished(file_town, case_id, number)
    elsewhere = planned(file_town, other)
    for one in (number, elsewhere + 5, 1):
        with pytest.raises(NotFound):
            sheet(file_town, case_id, one)


def test_none_without_details_in_a_closed_case_or_against_a_no(file_town: Town) -> None:
    bare, shut, refusing = (
        opened(file_town, command=a_signal()),
        closed_case(file_town),
        opened(file_town),
    )
    says_no(file_town, refusing)
    codes = []
    for case_id in (bare, shut, refusing):
        with pytest.raises(NotAllowedNow) as refusal:
            sheet(file_town, case_id, UNPLANNED)
        codes.append(refusal.value.code)
    assert codes == ["sheet_needs_details", "not_allowed_now", "contact_withdrawn"]


def test_none_once_the_resident_said_no_by_card(file_town: Town) -> None:
    signal_id, code = with_card(file_town, in_triage=True)
    left(file_town, code)
    case_id: UUID = do(file_town, lambda work: open_case(work, signal_id))
    sheet(file_town, case_id, UNPLANNED)
    with file_town.committed() as work:
        withdraw(work, code, ADDRESS)
    with pytest.raises(NotAllowedNow) as refusal:
        sheet(file_town, case_id, UNPLANNED)
    assert refusal.value.code == "resident_wrote"
