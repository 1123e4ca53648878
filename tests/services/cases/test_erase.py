"""Erasing on the page is erasing on the command line: the same verb, the same declaration."""

import pytest
from kit import trail
from kit.cases import case_row, closed_case, contact_row, do, opened
from kit.dump import steal
from kit.played import played_case
from kit.rights import restricted
from kit.town import Town

from signalering.domain.commands.cases.erase import EraseCase
from signalering.domain.errors import Conflict, Denied, InvalidInput, NotAllowedNow, NotFound
from signalering.domain.views.retention.erase_case import Declaration
from signalering.services.cases.erase import erase
from signalering.services.cases.show import open_record
from signalering.services.retention.erase_case import erase_case


def test_it_leaves_nothing_to_open(town: Town) -> None:
    case_id = played_case(town)
    row, contact = case_row(town, case_id), contact_row(town, case_id)
    assert contact is not None
    said: Declaration = do(
        town, lambda w: erase(w, EraseCase(case_id, row.version, row.reference.lower()))
    )
    loot = steal(town.house)
    assert not {row.key_id, contact.key_id} & {one["key_id"] for one in loot.keystore["wrap"]}
    for table in ("case_record", "case_entry", "contact_details", "referral"):
        assert loot.data[table] == [], table
    assert loot.keystore["package_share"] == []
    with town.work("coordinator") as work, pytest.raises(NotFound):
        open_record(work, case_id)
    assert said.keys == 2
    assert row.reference in said.lines[1]
    (line,) = trail.entries(town, "case_erased")
    assert line["details"]["until"] == said.data_until.isoformat()


def test_both_ways_declare_the_same(file_town: Town) -> None:
    one, other = closed_case(file_town), closed_case(file_town)
    first, second = case_row(file_town, one), case_row(file_town, other)
    by_page: Declaration = do(
        file_town, lambda w: erase(w, EraseCase(one, first.version, first.reference))
    )
    by_command: Declaration = do(file_town, lambda w: erase_case(w, second.reference))
    swapped = [line.replace(first.reference, second.reference) for line in by_page.lines]
    assert swapped == list(by_command.lines)


def test_the_reference_its_keeper_and_no_hold(file_town: Town) -> None:
    case_id, other = opened(file_town), opened(file_town)
    row, foreign = case_row(file_town, case_id), case_row(file_town, other).reference
    for typed in ("", "ja", foreign):
        with pytest.raises(InvalidInput) as refusal:
            do(file_town, lambda w, t=typed: erase(w, EraseCase(case_id, 1, t)))
        assert refusal.value.field == "reference"
    right = EraseCase(case_id, 1, row.reference)
    with pytest.raises(Denied):
        do(file_town, lambda w: erase(w, right), "other_coordinator")
    restricted(file_town, case_id)
    with pytest.raises(Conflict):
        do(file_town, lambda w: erase(w, right))
    with pytest.raises(NotAllowedNow, match="case_on_hold"):
        do(file_town, lambda w: erase(w, EraseCase(case_id, 2, row.reference)))
    assert case_row(file_town, case_id).restricted
