"""A case that is erased is gone for good, whatever breaks off on the way."""

from datetime import date
from uuid import UUID

import pytest
from kit.at_once import at_once
from kit.cards import ADDRESS, leaving, left, with_card
from kit.cases import case_row, contact_row, opened, referral_in, referral_row
from kit.dump import steal
from kit.receivers import asked, heard
from kit.tasks import planned
from kit.town import Town
from kit.trail import entries
from sqlalchemy import event, update

from signalering.domain.errors import CannotOpen, Denied, DomainError, NotFound
from signalering.domain.lifecycles import ReceiverSaid
from signalering.domain.states import ReferralState
from signalering.domain.views.retention.erase_case import Declaration
from signalering.models.cases.case import Case
from signalering.models.referrals.referral import Referral
from signalering.services.cases.open import open as open_case
from signalering.services.cases.renew_holds import renew_holds
from signalering.services.cases.show import open_record
from signalering.services.public.leave import leave
from signalering.services.referrals.receive import receive
from signalering.services.retention.erase_case import erase_case
from signalering.services.retention.scrub import scrub
from signalering.services.retention.verify import KEY_COLUMNS
from signalering.services.signals.show import open_record as open_signal


class Crash(Exception):
    """The process is gone."""


def erased(town: Town, case_id: UUID, key: str = "coordinator") -> Declaration:
    with town.committed(key) as work:
        return erase_case(work, case_row(town, case_id).reference)


def left_of(town: Town, case_id: UUID) -> set[str]:
    """Tables that still have a row of this case."""
    loot = steal(town.house)
    return {
        name
        for name, rows in loot.data.items()
        for row in rows
        if case_id in (row.get("case_id"), row.get("id"))
    }


def test_links_and_answers_of_its_referrals_go_too(town: Town) -> None:
    referral_id, link = asked(town)
    taken_on, other = asked(town)
    heard(town, other, ReceiverSaid.ACCEPTED)
    for one in (referral_id, taken_on):
        erased(town, referral_row(town, one).case_id)
    loot = steal(town.house)
    assert loot.data["referral"] == loot.data["referral_answer"] == []
    assert loot.keystore["package_share"] == []
    for token in (link.token, other.token):
        with town.work() as work, pytest.raises(NotFound):
            receive(work, token, ADDRESS)


def test_everything_of_it_goes_and_nothing_else(town: Town) -> None:
    other, case_id = opened(town), opened(town)
    referral_in(town, ReferralState.STARTED)
    referral_in(town, ReferralState.PROPOSED)
    kept = planned(town, other)
    planned(town, case_id)
    contact = contact_row(town, case_id)
    assert contact is not None
    keys = {case_row(town, case_id).key_id, contact.key_id}
    before = steal(town.house)
    said = erased(town, case_id)
    assert left_of(town, case_id) == set()
    after = steal(town.house)
    # The records too: backups may know them under the keys of before a re-encryption.
    buried = {row["key_id"] for row in after.keystore["tombstone"]}
    assert buried == keys | {case_id, contact.id}
    gone = {row["key_id"] for row in before.keystore["wrap"]} - {
        row["key_id"] for row in after.keystore["wrap"]
    }
    assert gone == keys
    named = {
        row[column]
        for table, columns in KEY_COLUMNS.items()
        for row in after.data[table]
        for column in columns
    }
    assert not named & keys
    for table in ("case_record", "case_entry", "contact_details", "pending_fact", "referral"):
        lost = len(before.data[table]) - len(after.data[table])
        assert lost == dict(said.rows).get(table, 0), table
    assert dict(said.rows)["case_task"] == 1
    assert "  geplande taken en afspraken: 1" in said.lines
    assert [row["number"] for row in after.data["case_task"]] == [kept]
    with town.committed("coordinator") as work:
        assert open_record(work, other).contact is not None


def test_referrals_go_with_their_packages(town: Town) -> None:
    referral_id = referral_in(town, ReferralState.STARTED)
    case_id = referral_row(town, referral_id).case_id
    assert dict(erased(town, case_id).rows)["referral"] == 1
    with town.work(writes=False) as work:
        assert work.data.get(Referral, referral_id) is None


def test_the_declaration_names_days_and_counts_and_the_trail_keeps_codes(town: Town) -> None:
    case_id = opened(town)
    reference = case_row(town, case_id).reference
    said = erased(town, case_id)
    assert (said.by, said.keys, said.erased_on) == ("Cor Dinator", 2, date(2026, 11, 23))
    assert (said.keystore_until, said.data_until) == (date(2026, 12, 23), date(2027, 2, 21))
    text = "\n".join(said.lines)
    assert reference in text
    assert "21-02-2027" in text
    assert "Verzonnen" not in text
    (entry,) = entries(town, "case_erased")
    assert entry["object"] == str(case_id)
    assert entry["details"]["until"] == "2027-02-21"


def test_the_signal_stays_and_points_to_nothing(town: Town) -> None:
    case_id = opened(town)
    with town.committed("coordinator") as work:
        signal_id = open_record(work, case_id).signal_id
    erased(town, case_id)
    with town.committed("coordinator") as work:
        assert open_signal(work, signal_id).case_id is None


def test_broken_off_between_the_commits_it_is_shut_and_can_be_finished(town: Town) -> None:
    other, case_id = opened(town), opened(town)

    def gone(_: object) -> None:
        raise Crash

    with town.work("coordinator") as work:
        erase_case(work, case_row(town, case_id).reference)
        event.listen(work.data, "before_commit", gone)
        with pytest.raises(Crash):
            work.commit()
    assert case_row(town, case_id).id == case_id
    with town.work("coordinator") as work, pytest.raises(CannotOpen):
        open_record(work, case_id)
    # Nobody else is kept from their work by it.
    with town.committed("coordinator") as work:
        assert open_record(work, other)
        renew_holds(work)
    erased(town, case_id, "other_coordinator")
    assert left_of(town, case_id) == set()
    with pytest.raises(NotFound), town.committed("coordinator") as work:
        erase_case(work, "ABCD-EFGH")


def test_a_hold_keeps_it(town: Town) -> None:
    case_id = opened(town)
    with town.committed() as work:
        work.data.execute(update(Case).values(hold_until=date(2026, 11, 23)))
    with pytest.raises(DomainError, match="case_on_hold"):
        erased(town, case_id)
    with town.committed("coordinator") as work:
        assert open_record(work, case_id)


@pytest.mark.parametrize("key", ["worker", "manager", "administrator", "privacy_officer"])
def test_nobody_else_may(file_town: Town, key: str) -> None:
    case_id = opened(file_town)
    with pytest.raises(Denied):
        erased(file_town, case_id, key)
    assert left_of(file_town, case_id)


@pytest.mark.sqlite
def test_nothing_of_it_is_left_in_the_files(file_town: Town) -> None:
    """Not even its seals: free pages are overwritten, the write-ahead log is emptied."""
    case_id = opened(file_town)
    seals = [
        row["sealed"]
        for row in steal(file_town.house).data["case_entry"]
        if row["case_id"] == case_id
    ]
    assert seals
    folder = file_town.house.settings.instance
    held = b"".join(path.read_bytes() for path in folder.glob("*.sqlite*"))
    assert all(seal[:64] in held for seal in seals)
    erased(file_town, case_id)
    assert scrub(file_town.house)
    assert all((folder / f"{name}.sqlite-wal").stat().st_size == 0 for name in ("data", "keystore"))
    held = b"".join(path.read_bytes() for path in folder.glob("*.sqlite*"))
    assert not any(seal[:64] in held for seal in seals)


@pytest.mark.parametrize("case_first", [True, False], ids=["case_first", "card_first"])
def test_details_that_are_left_at_this_very_moment_go_too(town: Town, case_first: bool) -> None:
    signal_id, code = with_card(town, in_triage=True)
    left(town, code)
    with town.committed("coordinator") as work:
        case_id = open_case(work, signal_id)
    reference = case_row(town, case_id).reference
    by_case = ("coordinator", lambda work: erase_case(work, reference))
    by_card = (None, lambda work: leave(work, leaving(code), ADDRESS))
    told, faults = at_once(town, *((by_case, by_card) if case_first else (by_card, by_case)))
    assert faults == []
    assert [error.code for error in told] == (["card_unknown"] if case_first else [])
    assert left_of(town, case_id) == set()
    loot = steal(town.house)
    buried = {row["key_id"] for row in loot.keystore["tombstone"]}
    assert not buried & {row["key_id"] for row in loot.keystore["wrap"]}
