"""Keys of records: who can open them, in which form they are wrapped, and how they end."""

from uuid import UUID, uuid4

import pytest
from kit.newcomers import in_hat, invited
from kit.town import PEOPLE, Town
from sqlalchemy import func, select

from signalering.domain.errors import CannotOpen, Conflict
from signalering.domain.states import Hat
from signalering.models.keys.group import PackageShare, Wrap
from signalering.models.partners.partner import Partner
from signalering.services.keys import rotate
from signalering.services.sealing import (
    drop_keys,
    forget_key,
    fresh_key,
    keep_keys,
    new_key,
    open_key,
    open_own_key,
    open_payload,
    seal_payload,
    take_in_hand,
)
from signalering.vault.kinds import RecordKey
from signalering.vault.seals import Slot, seal

MEMBERS = ("coordinator", "other_coordinator")
STRANGERS = tuple(key for key in PEOPLE if key not in MEMBERS)
SLOT = Slot("case_entry", "sealed", UUID(int=7), 1)


def made(town: Town, key: str, purpose: str = "thread", *, reporter: bool = False) -> UUID:
    """A key that this person made for a record, committed."""
    with town.committed(key) as work:
        return new_key(work, "casework", purpose, reporter=reporter)[0]


def wraps_of(town: Town, key_id: UUID) -> dict[str, Wrap]:
    with town.work(writes=False) as work:
        found = {
            wrap.holder: wrap for wrap in work.keys.scalars(select(Wrap).filter_by(key_id=key_id))
        }
        work.keys.expunge_all()
        return found


def opens(town: Town, key: str, key_id: UUID, purpose: str = "thread") -> RecordKey:
    with town.work(key, writes=False) as work:
        return open_key(work, "casework", purpose, key_id)


def test_a_stranger_to_the_group_seals_to_its_public_key(town: Town) -> None:
    for key in STRANGERS:
        assert wraps_of(town, made(town, key))["casework"].form == "hpke", key


def test_a_member_wraps_under_the_groups_own_key(town: Town) -> None:
    assert wraps_of(town, made(town, "coordinator", "case"))["casework"].form == "aes"


def test_a_coordinator_in_another_hat_is_a_stranger(town: Town) -> None:
    with in_hat(town, "coordinator", Hat.FRONTLINE) as work:
        key_id, _ = new_key(work, "casework", "thread")
        assert work.keys.get_one(Wrap, (key_id, "casework")).form == "hpke"


def test_a_coordinator_who_waits_for_a_grant_is_a_stranger(town: Town) -> None:
    invited(town, "newcomer", Hat.COORDINATOR)
    assert wraps_of(town, made(town, "newcomer"))["casework"].form == "hpke"


@pytest.mark.parametrize("made_by", ["worker", "coordinator"])
def test_members_open_it_and_nobody_else(town: Town, made_by: str) -> None:
    with town.committed(made_by) as work:
        key_id, made_key = new_key(work, "casework", "thread", reporter=True)
    for key in MEMBERS:
        assert opens(town, key, key_id) == made_key
    for key in STRANGERS:
        with pytest.raises(CannotOpen):
            opens(town, key, key_id)


def test_the_reporter_opens_the_own_thread_and_no_other_worker_does(town: Town) -> None:
    with town.committed("worker") as work:
        key_id, key = new_key(work, "casework", "thread", reporter=True)
    with town.work("worker", writes=False) as work:
        assert open_own_key(work, "thread", key_id) == key
    for other in ("other_worker", "coordinator"):
        with town.work(other, writes=False) as work, pytest.raises(CannotOpen):
            open_own_key(work, "thread", key_id)


def test_the_reporters_wrap_names_no_epoch_and_no_account(town: Town) -> None:
    """A rotation of the group leaves it alone; a thief learns nothing of whose it is."""
    found = wraps_of(town, made(town, "worker", reporter=True))
    assert set(found) == {"casework", "reporter"}
    assert found["reporter"].epoch_id is None
    assert found["casework"].epoch_id is not None
    assert town.people["worker"].account_id.bytes not in found["reporter"].wrapped


def test_without_asking_the_reporter_has_no_wrap(town: Town) -> None:
    key_id = made(town, "worker", "triage")
    assert set(wraps_of(town, key_id)) == {"casework"}
    with town.work("worker", writes=False) as work, pytest.raises(CannotOpen):
        open_own_key(work, "triage", key_id)


def test_a_key_opens_for_its_own_purpose_alone(town: Town) -> None:
    for key_id in (made(town, "worker"), made(town, "coordinator")):
        with pytest.raises(CannotOpen):
            opens(town, "coordinator", key_id, "triage")


def test_an_unknown_key_is_not_told_apart(town: Town) -> None:
    with town.work("coordinator") as work:
        for attempt in (
            lambda: open_key(work, "casework", "thread", uuid4()),
            lambda: open_own_key(work, "thread", uuid4()),
            lambda: take_in_hand(work, "casework", "thread", uuid4()),
        ):
            with pytest.raises(CannotOpen):
                attempt()


@pytest.mark.parametrize("made_by", ["worker", "coordinator"])
def test_a_wrap_put_at_another_record_does_not_open(town: Town, made_by: str) -> None:
    first, second = made(town, made_by), made(town, made_by)
    with town.committed() as work:
        wrapped = work.keys.get_one(Wrap, (first, "casework")).wrapped
        work.keys.get_one(Wrap, (second, "casework")).wrapped = wrapped
    with pytest.raises(CannotOpen):
        opens(town, "coordinator", second)


@pytest.mark.parametrize(("made_by", "form"), [("worker", "aes"), ("coordinator", "hpke")])
def test_a_wrap_said_to_be_of_the_other_form_does_not_open(
    town: Town, made_by: str, form: str
) -> None:
    key_id = made(town, made_by)
    with town.committed() as work:
        work.keys.get_one(Wrap, (key_id, "casework")).form = form
    with pytest.raises(CannotOpen):
        opens(town, "coordinator", key_id)


def test_taken_in_hand_it_is_the_groups_own(town: Town) -> None:
    key_id = made(town, "worker", reporter=True)
    before = wraps_of(town, key_id)
    key = opens(town, "coordinator", key_id)
    with town.committed("coordinator") as work:
        assert take_in_hand(work, "casework", "thread", key_id) == key
    after = wraps_of(town, key_id)
    assert (before["casework"].form, after["casework"].form) == ("hpke", "aes")
    assert after["casework"].wrapped != before["casework"].wrapped
    assert after["reporter"].wrapped == before["reporter"].wrapped, "the reporter's stays"
    assert opens(town, "other_coordinator", key_id) == key
    with town.work("worker", writes=False) as work:
        assert open_own_key(work, "thread", key_id) == key


def test_taken_in_hand_twice_nothing_is_written(town: Town) -> None:
    key_id = made(town, "worker")
    with town.committed("coordinator") as work:
        take_in_hand(work, "casework", "thread", key_id)
    before = wraps_of(town, key_id)["casework"].wrapped
    with town.work("other_coordinator") as work:
        take_in_hand(work, "casework", "thread", key_id)
        assert not work.keys.dirty
    assert wraps_of(town, key_id)["casework"].wrapped == before


def test_a_stranger_takes_nothing_in_hand(town: Town) -> None:
    key_id = made(town, "worker")
    for key in STRANGERS:
        with town.work(key) as work, pytest.raises(CannotOpen):
            take_in_hand(work, "casework", "thread", key_id)
    assert wraps_of(town, key_id)["casework"].form == "hpke"


def test_a_forgotten_key_opens_for_nobody(town: Town) -> None:
    forgotten, kept = (made(town, "worker", reporter=True) for _ in range(2))
    with town.committed("coordinator") as work:
        for contact in (forgotten, kept):
            work.keys.add(PackageShare(package_id=uuid4(), contact_key_id=contact, share=b"s" * 32))
    with town.committed("coordinator") as work:
        forget_key(work, forgotten)
    for key in ("coordinator", "other_coordinator"):
        with pytest.raises(CannotOpen):
            opens(town, key, forgotten)
        assert opens(town, key, kept)
    with town.work("worker", writes=False) as work:
        with pytest.raises(CannotOpen):
            open_own_key(work, "thread", forgotten)
        assert open_own_key(work, "thread", kept)
        shares = work.keys.scalars(select(PackageShare)).all()
        assert [share.contact_key_id for share in shares] == [kept], "packages go along"


def test_a_key_opened_before_in_the_same_session_is_forgotten_too(town: Town) -> None:
    key_id = made(town, "coordinator")
    with town.work("coordinator") as work:
        open_key(work, "casework", "thread", key_id)
        forget_key(work, key_id)
        with pytest.raises(CannotOpen):
            open_key(work, "casework", "thread", key_id)


def test_what_was_not_committed_is_gone_from_both(town: Town) -> None:
    with town.work("worker") as work:
        key_id, _ = new_key(work, "casework", "thread")
        work.data.add(Partner(name="Niet bewaard", domain="housing"))
        work.data.flush()
        work.keys.flush()
    assert wraps_of(town, key_id) == {}
    with town.work(writes=False) as work:
        query = select(func.count()).select_from(Partner).filter_by(name="Niet bewaard")
        assert work.data.scalar(query) == 0


def test_a_data_commit_that_fails_leaves_a_key_without_words(town: Town) -> None:
    """The keystore commits first: never words without a key."""
    with town.work("worker") as work:
        key_id, _ = new_key(work, "casework", "thread")
        work.data.add(Partner(name="Half", domain="housing"))
        work.data.flush()
        work.keys.flush()
        work.keys.commit()
        # Here the process ends.
    assert set(wraps_of(town, key_id)) == {"casework"}
    with town.work(writes=False) as work:
        query = select(func.count()).select_from(Partner).filter_by(name="Half")
        assert work.data.scalar(query) == 0


def test_a_payload_comes_back_as_it_was() -> None:
    key = RecordKey(b"k" * 32)
    payload = {"kind": "note", "text": "Mevrouw zei: “één keer per week”", "number": 3, "no": None}
    assert open_payload(key, SLOT, seal_payload(key, SLOT, payload)) == payload


@pytest.mark.parametrize(
    "other",
    [
        Slot("case_entry", "sealed", UUID(int=7), 2),
        Slot("case_entry", "sealed", UUID(int=8), 1),
        Slot("thread_entry", "sealed", UUID(int=7), 1),
        Slot("case_entry", "other", UUID(int=7), 1),
    ],
)
def test_a_payload_opens_in_its_own_slot_alone(other: Slot) -> None:
    key = RecordKey(b"k" * 32)
    sealed = seal_payload(key, SLOT, {"kind": "note"})
    with pytest.raises(CannotOpen):
        open_payload(key, other, sealed)
    with pytest.raises(CannotOpen):
        open_payload(RecordKey(b"l" * 32), SLOT, sealed)


@pytest.mark.parametrize("text", ["", "no json", "[1, 2]", '"a text"', "null", b"\xff\xfe"])
def test_what_is_no_payload_does_not_open(text: str | bytes) -> None:
    key = RecordKey(b"k" * 32)
    with pytest.raises(CannotOpen):
        open_payload(key, SLOT, seal(key, SLOT, text))


def test_a_key_that_was_made_before_a_rotation_is_not_kept_after_it(town: Town) -> None:
    with town.work("worker", writes=False) as reading:
        key = fresh_key(reading, "casework", "thread", reporter=True)
    with town.committed("coordinator") as work:
        rotate.begin(work, "casework")
    with town.work("worker") as work, pytest.raises(Conflict):
        keep_keys(work, key)
    assert wraps_of(town, key.id) == {}


def test_a_key_that_was_not_needed_leaves_nothing(town: Town) -> None:
    with town.committed("worker") as work:
        key = fresh_key(work, "casework", "thread", reporter=True)
        keep_keys(work, key)
        drop_keys(work, key)
    assert wraps_of(town, key.id) == {}


def test_the_epoch_that_is_held_is_the_new_one_after_a_rotation_began(town: Town) -> None:
    with town.committed("coordinator") as work:
        before = fresh_key(work, "casework", "case")
        rotate.begin(work, "casework")
        after = fresh_key(work, "casework", "case")
        keep_keys(work, after)
    assert before.epoch_id != after.epoch_id
    assert opens(town, "other_coordinator", after.id, "case") == after.key
