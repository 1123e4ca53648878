"""Wrong contact details are replaced: the new ones open, the old ones for nobody."""

from dataclasses import replace

import pytest
from kit import trail
from kit.cases import case_in, case_row, contact_row, do, opened, told, version
from kit.dump import steal
from kit.played import CONTACT
from kit.receivers import asked as linked_to
from kit.receivers import opened_by
from kit.signals import a_signal
from kit.town import Town

from signalering.domain.commands.cases.correct_details import CorrectDetails
from signalering.domain.errors import Denied, InvalidInput, NotAllowedNow
from signalering.domain.states import CaseState
from signalering.services.cases.correct_details import correct_details
from signalering.services.cases.show import open_record
from signalering.services.sealing import forget_key


def test_the_old_key_is_gone_and_the_yes_stands(town: Town) -> None:
    case_id = opened(town)
    before = contact_row(town, case_id)
    assert before is not None
    do(town, lambda w: correct_details(w, CorrectDetails(case_id, version(w, case_id), CONTACT)))
    after = contact_row(town, case_id)
    assert after is not None
    assert after.key_id != before.key_id
    loot = steal(town.house)
    assert before.key_id not in {row["key_id"] for row in loot.keystore["wrap"]}
    assert before.sealed not in {row["sealed"] for row in loot.data["contact_details"]}
    with town.work("coordinator") as work:
        view = open_record(work, case_id)
    assert view.contact is not None
    assert (view.contact.name, view.contact.address) == (CONTACT.name, CONTACT.address)
    assert "contact" in {one.scope for one in view.consents}
    entry = told(town, case_id)[-1]
    assert set(entry) == {"kind", "by", "at"}, "that it changed, not what it was"
    (line,) = trail.entries(town, "contact_details_corrected")
    assert line["details"] == {"case_id": str(case_id)}


def test_what_is_out_with_an_initiative_stays(file_town: Town) -> None:
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    _, link = linked_to(file_town, case_id)
    seen = case_row(file_town, case_id).version
    do(file_town, lambda w: correct_details(w, CorrectDetails(case_id, seen, CONTACT)))
    assert opened_by(file_town, link).package is not None


def test_what_can_not_be_taken(file_town: Town) -> None:
    case_id = opened(file_town)
    for field, change in (
        ("contact_name", {"name": ""}),
        ("contact_phone", {"phone": "", "email": "", "address": ""}),
        ("contact_email", {"email": "geen adres"}),
    ):
        given = replace(CONTACT, **change)
        with pytest.raises(InvalidInput) as refusal:
            do(file_town, lambda w, g=given: correct_details(w, CorrectDetails(case_id, 1, g)))
        assert refusal.value.field == field


def test_only_where_there_are_any_and_by_its_keeper(file_town: Town) -> None:
    without, case_id = opened(file_town, command=a_signal()), opened(file_town)
    with pytest.raises(NotAllowedNow, match="details_needed"):
        do(file_town, lambda w: correct_details(w, CorrectDetails(without, 1, CONTACT)))
    with pytest.raises(Denied):
        do(
            file_town,
            lambda w: correct_details(w, CorrectDetails(case_id, 1, CONTACT)),
            "other_coordinator",
        )


def test_details_that_nobody_opens_any_more_are_none(file_town: Town) -> None:
    case_id = opened(file_town)
    contact = contact_row(file_town, case_id)
    assert contact is not None
    with file_town.committed() as work:
        forget_key(work, contact.key_id)
    with pytest.raises(NotAllowedNow, match="details_needed"):
        do(file_town, lambda w: correct_details(w, CorrectDetails(case_id, 1, CONTACT)))
