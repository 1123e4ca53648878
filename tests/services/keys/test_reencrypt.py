"""After a compromise every record gets a new key; a crash between the commits loses nothing."""

from uuid import UUID, uuid4

import pytest
from kit.signals import logged, row_of, taken, with_details
from kit.town import Town
from kit.trail import entries
from sqlalchemy import select, update

from signalering.domain.commands.signals.ask import AskReporter
from signalering.domain.commands.signals.reply import ReplyToCoordinator
from signalering.domain.errors import CannotOpen, Conflict, NotAllowedNow
from signalering.models.cases.case import Case
from signalering.models.keys.group import PackageShare, StaleKey, Wrap
from signalering.models.signals.contact import ContactDetails
from signalering.models.statistics.fact import PendingFact
from signalering.services.cases.contact import contact_of, open_contact
from signalering.services.cases.entries import case_entries, case_key
from signalering.services.cases.finding import change, kept_case
from signalering.services.cases.open import open as open_case
from signalering.services.keys.reencrypt import reencrypt
from signalering.services.keys.rotate import begin, progress, step
from signalering.services.retention.restored import mark_restored
from signalering.services.sealing import forget_key, open_key, open_own_key, open_payload
from signalering.services.signals.ask import ask
from signalering.services.signals.reply import own_thread, reply
from signalering.services.signals.thread import thread_entries, thread_key
from signalering.services.signals.triage import triage_entries, triage_key
from signalering.services.statistics.pend import slot_of


def rotated(town: Town) -> None:
    with town.committed("coordinator") as work:
        begin(work, "casework", known=True)
    for _ in range(100):
        with town.committed("coordinator") as work:
            if not step(work, "casework"):
                return
    raise AssertionError("it does not end")


def resealed(town: Town, limit: int = 3) -> None:
    for _ in range(200):
        with town.committed("coordinator") as work:
            if not reencrypt(work, limit):
                return
    raise AssertionError("it does not end")


def names(town: Town) -> set[UUID]:
    """Every key id that a row names."""
    with town.work(writes=False) as work:
        found = set(work.data.scalars(select(Case.key_id)))
        found |= set(work.data.scalars(select(ContactDetails.key_id)))
        return found | set(work.data.scalars(select(PendingFact.key_id)))


def said(town: Town, signal_id: UUID, case_id: UUID) -> tuple[object, ...]:
    """All that a coordinator reads of a signal and its case."""
    with town.work("coordinator", writes=False) as work:
        signal, case = row_of(town, signal_id), work.data.get_one(Case, case_id)
        contact = contact_of(work, case_id)
        assert contact is not None
        facts = []
        for fact in work.data.scalars(select(PendingFact).order_by(PendingFact.id)):
            key = open_key(work, "casework", "triage", fact.key_id)
            facts.append(open_payload(key, slot_of(fact.id), fact.sealed))
        return (
            thread_entries(work, signal, thread_key(work, signal)),
            triage_entries(work, signal, triage_key(work, signal)),
            case_entries(work, case, case_key(work, case)),
            open_contact(work, contact),
            facts,
        )


@pytest.fixture
def whole(town: Town) -> tuple[UUID, UUID]:
    """A signal with details, its case, and another that waits in the inbox."""
    signal_id = taken(town, command=with_details())
    with town.committed("coordinator") as work:
        ask(work, AskReporter(signal_id, "Komt er nog iemand langs?"))
    with town.committed("worker") as work:
        reply(work, ReplyToCoordinator(signal_id, "Ja, elke week."))
    with town.committed("coordinator") as work:
        case_id = open_case(work, signal_id)
    logged(town)
    return signal_id, case_id


def test_every_word_is_there_under_new_keys(town: Town, whole: tuple[UUID, UUID]) -> None:
    before, before_keys = said(town, *whole), names(town)
    signal = row_of(town, whole[0])
    old_keys = before_keys | {signal.thread_key_id, signal.triage_key_id}
    rotated(town)
    with town.work("coordinator", writes=False) as work:
        assert progress(work, "casework").reseal_left > 0
    resealed(town)
    assert said(town, *whole) == before
    with town.work("worker", writes=False) as work:
        signal = row_of(town, whole[0])
        assert open_own_key(work, "thread", signal.thread_key_id), "the reporter reads on"
        assert "Ja, elke week." in [one.text for one in own_thread(work, whole[0]).messages]
        assert not old_keys & set(work.keys.scalars(select(Wrap.key_id)))
        assert not work.keys.scalars(select(StaleKey)).all()
    assert not old_keys & (names(town) | {signal.thread_key_id, signal.triage_key_id})
    told = [entry["details"] for entry in entries(town, "records_resealed")]
    counted = sum(int(details["count"]) for details in told)
    assert counted == len(old_keys) + 2, "each once, and the other signal's"
    assert {details["unopened"] for details in told} == {"0"}


def test_it_waits_for_the_rotation(town: Town, whole: tuple[UUID, UUID]) -> None:
    with town.committed("coordinator") as work:
        begin(work, "casework", known=True)
    with town.work("coordinator") as work, pytest.raises(NotAllowedNow):
        reencrypt(work)


@pytest.mark.parametrize("crash", range(6))
def test_a_crash_between_the_commits_loses_nothing(
    town: Town, whole: tuple[UUID, UUID], crash: int
) -> None:
    before = said(town, *whole)
    rotated(town)
    for number in range(crash + 1):
        with town.work("coordinator") as work:
            reencrypt(work, 2)
            work.data.flush()
            work.keys.flush()
            work.keys.commit()
            if number < crash:
                work.data.commit()
            # Else the process ends here, between the two.
    assert said(town, *whole) == before
    resealed(town)
    assert said(town, *whole) == before
    with town.work("worker", writes=False) as work:
        assert open_own_key(work, "thread", row_of(town, whole[0]).thread_key_id)


def test_packages_follow_the_contact_key_and_go_with_it(
    town: Town, whole: tuple[UUID, UUID]
) -> None:
    with town.committed("coordinator") as work:
        contact = contact_of(work, whole[1])
        assert contact is not None
        old = contact.key_id
        work.keys.add(PackageShare(package_id=uuid4(), contact_key_id=old, share=b"s" * 32))
    rotated(town)
    resealed(town)
    with town.committed("coordinator") as work:
        contact = contact_of(work, whole[1])
        assert contact is not None
        share = work.keys.scalars(select(PackageShare)).one()
        assert share.contact_key_id == contact.key_id != old
        forget_key(work, contact.key_id)
    with town.work(writes=False) as work:
        assert not work.keys.scalars(select(PackageShare)).all()


def test_withdrawn_before_its_packages_followed_they_go_too(
    town: Town, whole: tuple[UUID, UUID]
) -> None:
    with town.committed("coordinator") as work:
        old, new = uuid4(), uuid4()
        work.keys.add(StaleKey(key_id=old, new_key_id=new))
        work.keys.add(PackageShare(package_id=uuid4(), contact_key_id=old, share=b"s" * 32))
        work.keys.flush()
        forget_key(work, new)
        assert not work.keys.scalars(select(PackageShare)).all()


def test_a_stale_key_opens_nothing_that_is_written_afterwards(
    town: Town, whole: tuple[UUID, UUID]
) -> None:
    signal = row_of(town, whole[0])
    with town.work("coordinator", writes=False) as work:
        known = thread_key(work, signal)
    rotated(town)
    resealed(town)
    with town.work("coordinator", writes=False) as work, pytest.raises(CannotOpen):
        thread_entries(work, row_of(town, whole[0]), known)


def test_a_note_that_was_begun_before_is_refused_not_lost(
    town: Town, whole: tuple[UUID, UUID]
) -> None:
    rotated(town)
    with town.work("coordinator") as work:
        case = kept_case(work, whole[1], work.data.get_one(Case, whole[1]).version)
        # Sealed again by a colleague at this very moment: the row names another key now.
        work.data.execute(
            update(Case).values(key_id=uuid4()).execution_options(synchronize_session=False)
        )
        with pytest.raises(Conflict):
            change(work, case)


def test_a_thread_whose_reporter_cannot_be_read_keeps_its_key_and_stops_nothing(
    town: Town, whole: tuple[UUID, UUID]
) -> None:
    signal = row_of(town, whole[0])
    rotated(town)
    with town.committed("coordinator") as work:
        forget_key(work, signal.triage_key_id)
    resealed(town)
    with town.work("worker", writes=False) as work:
        assert row_of(town, whole[0]).thread_key_id == signal.thread_key_id
        assert open_own_key(work, "thread", signal.thread_key_id), "the reporter reads on"
        assert not work.keys.scalars(select(StaleKey)).all()
    told = [entry["details"] for entry in entries(town, "records_resealed")]
    counted = sum(int(details["unopened"]) for details in told)
    assert counted == 2, "the thread, and the triage whose key is gone"


def test_a_chosen_key_that_was_damaged_is_chosen_again(
    town: Town, whole: tuple[UUID, UUID]
) -> None:
    before = said(town, *whole)
    rotated(town)
    with town.work("coordinator") as work:
        reencrypt(work, 1_000)
        work.data.flush()
        work.keys.flush()
        work.keys.execute(
            update(Wrap)
            .where(Wrap.key_id.in_(select(StaleKey.new_key_id)))
            .values(wrapped=b"\x01damaged")
        )
        work.keys.commit()
    resealed(town)
    assert said(town, *whole) == before


def test_beside_older_data_no_key_goes_whose_words_may_come_back(
    town: Town, whole: tuple[UUID, UUID]
) -> None:
    rotated(town)
    with town.committed("coordinator") as work:
        mark_restored(work)
        # The case is of after the backup that was put back.
        away = work.data.get_one(Case, whole[1]).key_id
        work.data.execute(update(Case).values(key_id=uuid4()))
    resealed(town)
    with town.work("coordinator", writes=False) as work:
        assert open_key(work, "casework", "case", away)
