"""What was erased stays erased in backups of before a re-encryption, and no loss goes untold."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from kit.backups import backed_up, put_back
from kit.cases import case_row, contact_row, opened
from kit.town import Town
from sqlalchemy import select

from signalering.domain.backups import BackupKind
from signalering.models.cases.case import Case
from signalering.models.keys.group import StaleKey, Wrap
from signalering.services.cases.contact import forget_contact
from signalering.services.cases.show import open_record
from signalering.services.keys.marks import write_marks
from signalering.services.keys.reencrypt import reencrypt
from signalering.services.keys.rotate import begin, step
from signalering.services.retention.erase_case import erase_case
from signalering.services.retention.restore import WouldLose


@pytest.fixture(autouse=True)
def marked(town: Town) -> None:
    """A keystore is put back only where its secrets are known."""
    with town.committed() as work:
        write_marks(work)


def rotated(town: Town) -> None:
    with town.committed("coordinator") as work:
        begin(work, "casework", known=True)
    for _ in range(100):
        with town.committed("coordinator") as work:
            if not step(work, "casework"):
                return
    raise AssertionError("it does not end")


def resealed(town: Town) -> None:
    rotated(town)
    for _ in range(200):
        with town.committed("coordinator") as work:
            if not reencrypt(work):
                return
    raise AssertionError("it does not end")


def erased(town: Town, case_id: UUID) -> None:
    with town.committed("coordinator") as work:
        erase_case(work, case_row(town, case_id).reference)


def wraps_of(town: Town, *key_ids: UUID) -> list[UUID]:
    with town.work(writes=False) as work:
        return list(work.keys.scalars(select(Wrap.key_id).where(Wrap.key_id.in_(key_ids))))


def keys_of(town: Town, case_id: UUID) -> tuple[UUID, UUID]:
    contact = contact_row(town, case_id)
    assert contact is not None
    return case_row(town, case_id).key_id, contact.key_id


def test_erased_after_it_was_sealed_again_it_stays_away_from_backups_of_before(
    town: Town, tmp_path: Path
) -> None:
    case_id, other = opened(town), opened(town)
    before = keys_of(town, case_id)
    files = backed_up(town, tmp_path / "backups")
    town.clock.move_to(town.clock.now() + timedelta(days=1))
    resealed(town)
    erased(town, case_id)
    put_back(town, *files.values())
    assert wraps_of(town, *before) == []
    with town.work(writes=False) as work:
        assert work.data.get(Case, case_id) is None
    with town.committed("coordinator") as work:
        assert open_record(work, other).contact is not None


def test_details_withdrawn_after_that_stay_away_too(town: Town, tmp_path: Path) -> None:
    case_id = opened(town)
    _, before = keys_of(town, case_id)
    files = backed_up(town, tmp_path / "backups")
    town.clock.move_to(town.clock.now() + timedelta(days=1))
    resealed(town)
    with town.committed("coordinator") as work:
        assert forget_contact(work, work.data.get_one(Case, case_id))
    put_back(town, *files.values())
    assert wraps_of(town, before) == []
    assert contact_row(town, case_id) is None
    assert case_row(town, case_id)


def test_erased_while_it_is_sealed_again_neither_key_is_left(town: Town) -> None:
    case_id = opened(town)
    before = keys_of(town, case_id)
    rotated(town)
    with town.committed("coordinator") as work:
        # Until no row names a stale key any more: they are forgotten in the step after that.
        reencrypt(work, 1_000)
    after = keys_of(town, case_id)
    assert set(wraps_of(town, *before)) == set(before)
    erased(town, case_id)
    assert wraps_of(town, *before, *after) == []
    with town.committed("coordinator") as work:
        reencrypt(work, 1_000)
        assert not work.keys.scalars(select(StaleKey)).all()


def test_data_of_before_a_re_encryption_alone_is_refused_unless_the_loss_is_accepted(
    town: Town, tmp_path: Path
) -> None:
    case_id = opened(town)
    files = backed_up(town, tmp_path / "backups")
    town.clock.move_to(town.clock.now() + timedelta(days=1))
    resealed(town)
    with pytest.raises(WouldLose) as error:
        put_back(town, files[BackupKind.DATA])
    # Two of the signal, one of the case and one of its details.
    assert error.value.params["keys"] == "4"
    put_back(town, files[BackupKind.DATA], accept_loss=4)
    put_back(town, *files.values())
    with town.committed("coordinator") as work:
        assert open_record(work, case_id).contact is not None
