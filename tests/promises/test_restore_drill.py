"""The restore drill: what was erased stays erased, all else opens, and no backup tells a word."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from kit.backups import backed_up, loot_of, put_back, ruins
from kit.canaries import sightings
from kit.cases import told
from kit.databases import PostgresTowns
from kit.day import Day, play
from kit.guesses import try_everything
from kit.thief import Thief
from kit.town import PASSPHRASE, Town
from sqlalchemy import select

from signalering.domain.backups import BackupKind
from signalering.domain.errors import CannotOpen, DomainError
from signalering.models.cases.case import Case
from signalering.models.keys.group import Wrap
from signalering.services.audit.verify import verify as verify_chain
from signalering.services.cases.show import open_record
from signalering.services.retention.erase_case import erase_case
from signalering.services.retention.restored import data_may_be_older
from signalering.services.retention.scrub import scrub
from signalering.services.sealing import open_key
from signalering.services.signals.show import open_record as open_signal
from signalering.vault.wraps import Purpose

Files = dict[BackupKind, Path]
# From which database to which.
WAYS = [
    ("sqlite", "sqlite"),
    pytest.param(("sqlite", "postgresql"), marks=pytest.mark.postgres),
    pytest.param(("postgresql", "postgresql"), marks=pytest.mark.postgres),
    pytest.param(("postgresql", "sqlite"), marks=pytest.mark.postgres),
]


@pytest.fixture
def last_month(town: Town, tmp_path: Path) -> tuple[Day, Files]:
    """A day, its backups, and a month gone by."""
    day = play(town)
    files = backed_up(town, tmp_path / "backups")
    town.clock.move_to(town.clock.now() + timedelta(days=29))
    return day, files


def erased_key(day: Day) -> tuple[str, object]:
    """Erase the short case today; gives its reference and its key."""
    with day.town.committed("coordinator") as work:
        case = work.data.get_one(Case, day.cases["short"])
        reference, key_id = case.reference, case.key_id
        erase_case(work, reference)
    assert scrub(day.town.house)
    return reference, key_id


def assert_only_the_erased_is_shut(day: Day, town: Town, key_id: object) -> None:
    with town.committed("coordinator") as work:
        assert open_record(work, day.cases["long"]).contact is not None
        # The signal is still there; what its seal says of the case points to nothing.
        assert open_signal(work, day.signals["short"]).case_id is None
        for label in ("advice", "waiting", "by phone", "long"):
            open_signal(work, day.signals[label])
        assert work.data.get(Case, day.cases["short"]) is None
        assert not list(work.keys.scalars(select(Wrap).where(Wrap.key_id == key_id)))
    notes = " ".join(entry.get("text", "") for entry in told(town, day.cases["long"]))
    assert day.canaries["long: note 1"] in notes
    with town.work(writes=False) as work:
        assert verify_chain(work).faults == ()


def test_last_months_data_beside_todays_keystore(last_month: tuple[Day, Files]) -> None:
    day, files = last_month
    _, key_id = erased_key(day)
    put_back(day.town, files[BackupKind.DATA])
    assert_only_the_erased_is_shut(day, day.town, key_id)
    with day.town.work(writes=False) as work:
        assert data_may_be_older(work)


def test_last_months_pair_beside_a_newer_keystore_backup(
    last_month: tuple[Day, Files], tmp_path: Path
) -> None:
    """The newer one only lies there: its tombstones count, its keys don't come back."""
    day, files = last_month
    _, key_id = erased_key(day)
    newer = backed_up(day.town, tmp_path / "backups")
    assert newer[BackupKind.KEYSTORE] != files[BackupKind.KEYSTORE]
    put_back(day.town, *files.values())
    assert_only_the_erased_is_shut(day, day.town, key_id)


def test_a_backup_of_before_without_any_tombstone_opens_the_case(
    last_month: tuple[Day, Files], tmp_path: Path
) -> None:
    """The drill bites: it is the tombstone that keeps the case shut, nothing else."""
    day, files = last_month
    with ruins(day.town, tmp_path / "ruins", None) as left:
        put_back(left, *files.values(), replacing=False)
        with left.committed("coordinator") as work:
            assert open_record(work, day.cases["short"])


@pytest.fixture(params=WAYS)
def moved(
    request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[tuple[Day, Files, Town, object]]:
    """Everything burnt down; the backups of last month and of today lie elsewhere."""
    source, target = request.param
    postgres: PostgresTowns | None = None
    if target == "postgresql":
        postgres = request.getfixturevalue("postgres_towns")
    name = "sqlite_towns" if source == "sqlite" else "postgres_towns"
    with request.getfixturevalue(name).town(tmp_path) as town:
        day = play(town)
        files = backed_up(town, tmp_path / "backups")
        town.clock.move_to(town.clock.now() + timedelta(days=29))
        _, key_id = erased_key(day)
        backed_up(town, tmp_path / "backups")
        with ruins(town, tmp_path / "ruins", postgres) as left:
            yield day, files, left, key_id


def test_from_any_database_to_any(moved: tuple[Day, Files, Town, object]) -> None:
    day, files, left, key_id = moved
    put_back(left, *files.values(), replacing=False)
    assert_only_the_erased_is_shut(day, left, key_id)


def test_a_keystore_older_than_its_data_is_refused_but_for_the_exact_number(
    last_month: tuple[Day, Files], tmp_path: Path
) -> None:
    day, files = last_month
    lost = day.logs("worker", "later", details=True)
    newer = backed_up(day.town, tmp_path / "backups")
    pair = (newer[BackupKind.DATA], files[BackupKind.KEYSTORE])
    with pytest.raises(DomainError) as refused:
        put_back(day.town, *pair)
    assert refused.value.code == "keystore_older"
    missing = int(refused.value.params["keys"])
    # Thread, triage and contact of the later signal, and the segments of the trail.
    assert missing >= 3
    for wrong in (0, missing - 1, missing + 1):
        with pytest.raises(DomainError, match="keystore_older"):
            put_back(day.town, *pair, accept_loss=wrong)
    put_back(day.town, *pair, accept_loss=missing)
    with day.town.work("coordinator") as work, pytest.raises(CannotOpen):
        open_signal(work, lost)
    with day.town.committed("coordinator") as work:
        assert open_record(work, day.cases["long"])


def test_what_is_there_is_never_overwritten_in_silence(last_month: tuple[Day, Files]) -> None:
    day, files = last_month
    with pytest.raises(DomainError, match="database_not_empty"):
        put_back(day.town, *files.values(), replacing=False)
    with day.town.committed("coordinator") as work:
        assert open_record(work, day.cases["long"])


def test_no_backup_holds_a_word(last_month: tuple[Day, Files]) -> None:
    day, files = last_month
    for path in files.values():
        assert sightings(path.read_bytes(), day.canaries) == set()
    loot = loot_of(files, day.town.house.settings)
    assert sightings(loot.as_bytes(), day.canaries) == set()
    assert not loot.data["log_in_session"]


def test_a_thief_of_backups_opens_nothing_and_a_coordinator_everything(
    last_month: tuple[Day, Files],
) -> None:
    day, files = last_month
    loot = loot_of(files, day.town.house.settings)
    thief = Thief(loot)
    try_everything(thief)
    assert thief.opened == {}
    coordinator = Thief(replace(loot))
    coordinator.try_passphrases([PASSPHRASE], day.town.people["coordinator"].account_id)
    seen = {one.label for one in sightings(coordinator.has_opened, day.canaries)}
    # Drafts are never backed up.
    assert seen == day.words


def test_backups_of_a_day_after_an_erasure_open_no_erased_word(
    last_month: tuple[Day, Files], tmp_path: Path
) -> None:
    """Last month's data beside every keystore that is left after 30 days more."""
    day, files = last_month
    _, key_id = erased_key(day)
    newer = backed_up(day.town, tmp_path / "later")
    mixed = {**files, BackupKind.KEYSTORE: newer[BackupKind.KEYSTORE]}
    loot = loot_of(mixed, day.town.house.settings)
    thief = Thief(loot)
    thief.try_passphrases([PASSPHRASE], day.town.people["coordinator"].account_id)
    seen = {one.label for one in sightings(thief.has_opened, day.canaries)}
    shut = {
        row["sealed"] for row in loot.data["case_entry"] if row["case_id"] == day.cases["short"]
    }
    assert shut
    assert not shut & set(thief.opened["case_entry.sealed"])
    assert "short: name" not in seen
    assert "long: note 1" in seen
    with day.town.work("coordinator", writes=False) as work, pytest.raises(CannotOpen):
        open_key(work, "casework", Purpose.CASE, key_id)
