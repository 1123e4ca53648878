"""Whoever has everything that lies about, and nobody's passphrase, reads no word."""

import hashlib
import hmac
import itertools
from collections.abc import Iterator

import pytest
from kit.canaries import sightings
from kit.day import Day, play
from kit.dump import Loot, steal
from kit.thief import OTHERS, SLOTS, Thief
from kit.town import PASSPHRASE, RECOVERY, Town, base64_of

from signalering.models.columns import DATA, KEYSTORE, Kind
from signalering.vault.derivation import derive_key
from signalering.vault.kinds import KEY_LENGTH

# Every name under which the program derives a key from another.
NAMES = (
    ("endorsement", "v1"),
    ("hybrid", "v1", "ml-kem-768"),
    ("hybrid", "v1", "x25519"),
    ("mark", "v1"),
    ("package", "v1"),
    ("session-blob", "v1"),
    ("session-find", "v1"),
    ("tags", "v1"),
)
OF_PEOPLE = (("auth", "v1"), ("kek", "v1"), ("prf", "v1"), ("totp", "v1"))
OF_GROUPS = (("wrapping", "v1", "casework"), ("wrapping", "v1", "audit"))
# A chain of hashes over ciphertext: it says nothing, but there is much of it.
CHAIN = "audit_entry"


@pytest.fixture
def day(town: Town) -> Day:
    """The scripted day, on each database."""
    return play(town)


def steal_everything(day: Day, capfd: pytest.CaptureFixture[str]) -> Loot:
    """Databases, settings, sessions, and what was written to the outputs."""
    said = capfd.readouterr()
    return steal(day.town.house, (said.out + said.err).encode())


def labels_in(day: Day, text: bytes) -> set[str]:
    """The labels of the canaries in it."""
    return {seen.label for seen in sightings(text, day.canaries)}


def test_the_thief_knows_every_sealed_column() -> None:
    sealed = {
        f"{table}.{column}"
        for tables in (DATA, KEYSTORE)
        for table, columns in tables.items()
        for column, kind in columns.items()
        if kind is Kind.SEALED
    }
    assert sealed == OTHERS | {f"{table}.{column}" for table, (column, *_) in SLOTS.items()}


def test_no_word_stands_anywhere(day: Day, capfd: pytest.CaptureFixture[str]) -> None:
    loot = steal_everything(day, capfd)
    for table in ("thread_entry", "triage_entry", "contact_details", "case_entry", "pending_fact"):
        assert loot.data[table], f"the day left nothing in {table}"
    assert len(loot.data["log_in_session"]) == len(day.town.people)
    assert sightings(loot.as_bytes(), day.canaries) == set()


def test_nothing_opens_with_what_lies_about(day: Day, capfd: pytest.CaptureFixture[str]) -> None:
    loot = steal_everything(day, capfd)
    thief = Thief(loot)
    thief.try_keys(_from_configuration(loot), as_seeds=True)
    thief.try_keys(_for_somebody(loot))
    thief.try_passphrases(_configured_words(loot))
    thief.try_keys(_from_values(loot))
    thief.try_keys(_from_pairs(loot))
    assert len(thief.tried) > 1000
    assert thief.opened == {}


def test_one_coordinators_passphrase_opens_everything(
    day: Day, capfd: pytest.CaptureFixture[str]
) -> None:
    thief = Thief(steal_everything(day, capfd))
    thief.try_passphrases([PASSPHRASE])
    assert labels_in(day, thief.has_opened) == set(day.canaries)
    for table in SLOTS:
        rows = [row for row in thief.loot.data[table] if row[SLOTS[table][0]] is not None]
        opened = thief.opened.get(f"{table}.{SLOTS[table][0]}", {})
        assert len(opened) == len(rows), f"something of {table} stayed shut"


def test_a_coordinator_alone_opens_every_word_and_no_audit_entry(
    day: Day, capfd: pytest.CaptureFixture[str]
) -> None:
    thief = _thief_with_secret_of(day, capfd, "coordinator")
    assert labels_in(day, thief.has_opened) == set(day.canaries)
    assert "audit_entry.sealed" not in thief.opened


@pytest.mark.parametrize("key", ["worker", "other_worker"])
def test_a_worker_opens_ones_own_notes_and_nothing_else(
    day: Day, capfd: pytest.CaptureFixture[str], key: str
) -> None:
    thief = _thief_with_secret_of(day, capfd, key)
    assert labels_in(day, thief.has_opened) == day.notes_of[key]
    assert set(thief.opened) == {"wrap.wrapped", "thread_entry.sealed"}


@pytest.mark.parametrize("key", ["manager", "administrator", "untrained"])
def test_who_needs_no_word_opens_none(
    day: Day, capfd: pytest.CaptureFixture[str], key: str
) -> None:
    assert _thief_with_secret_of(day, capfd, key).opened == {}


def test_a_privacy_officer_opens_the_trail_and_no_word(
    day: Day, capfd: pytest.CaptureFixture[str]
) -> None:
    thief = _thief_with_secret_of(day, capfd, "privacy_officer")
    assert labels_in(day, thief.has_opened) == set()
    assert len(thief.opened["audit_entry.sealed"]) == len(thief.loot.data["audit_entry"])


def test_two_shares_open_everything(day: Day, capfd: pytest.CaptureFixture[str]) -> None:
    thief = Thief(steal_everything(day, capfd))
    thief.try_keys([RECOVERY])
    assert labels_in(day, thief.has_opened) == set(day.canaries)
    assert len(thief.opened["audit_entry.sealed"]) == len(thief.loot.data["audit_entry"])


def test_a_cookie_opens_its_own_session(day: Day, capfd: pytest.CaptureFixture[str]) -> None:
    loot = steal_everything(day, capfd)
    coordinator, manager = Thief(loot), Thief(loot)
    coordinator.try_keys([day.cookies["coordinator"]])
    manager.try_keys([day.cookies["manager"]])
    assert labels_in(day, coordinator.has_opened) == set(day.canaries)
    assert set(manager.opened) == {"log_in_session.sealed"}
    assert len(manager.opened["log_in_session.sealed"]) == 1


def _thief_with_secret_of(day: Day, capfd: pytest.CaptureFixture[str], key: str) -> Thief:
    """Everybody in the town has the same passphrase, so one person is told by the secret."""
    thief = Thief(steal_everything(day, capfd))
    thief.try_keys([day.town.people[key].secret])
    return thief


def _configured_words(loot: Loot) -> list[str]:
    """Everything in the configuration that could have been typed."""
    return [str(value) for value in vars(loot.settings).values() if not isinstance(value, bytes)] + [
        base64_of(secret) for secret in _secrets(loot)
    ]


def _secrets(loot: Loot) -> list[bytes]:
    return [value for value in vars(loot.settings).values() if isinstance(value, bytes)]


def _from_configuration(loot: Loot) -> Iterator[bytes]:
    """Each secret, its hash, and all that the program itself would derive from it."""
    for secret in _secrets(loot):
        yield secret
        yield hashlib.sha256(secret).digest()
        for names in NAMES:
            yield derive_key(secret, *names)


def _for_somebody(loot: Loot) -> Iterator[bytes]:
    """The same for each person and each group."""
    people = [row["account_id"] for row in loot.keystore["credential"]]
    epochs = [row["id"] for row in loot.keystore["group_epoch"]]
    for secret in _secrets(loot):
        for names, number in itertools.product(OF_PEOPLE, people):
            yield derive_key(secret, *names, number)
        for names, number in itertools.product(OF_GROUPS, epochs):
            yield derive_key(secret, *names, number)
        for row in loot.data["account"]:
            for value in (row["email"].encode(), row["name"].encode(), row["id"].bytes):
                yield hmac.digest(secret, value, "sha256")


def _values(loot: Loot) -> set[bytes]:
    return {
        value if isinstance(value, bytes) else getattr(value, "bytes", str(value).encode())
        for table, rows in loot.tables.items()
        if table != CHAIN
        for row in rows
        for value in row.values()
        if value is not None
    }


def _from_values(loot: Loot) -> Iterator[bytes]:
    """Every value as a key: whole, either end, hashed."""
    for value in _values(loot):
        yield from {value[:KEY_LENGTH], value[-KEY_LENGTH:], hashlib.sha256(value).digest()}


def _from_pairs(loot: Loot) -> Iterator[bytes]:
    """Any two values of a key's length, together."""
    whole = [value for value in _values(loot) if len(value) == KEY_LENGTH]
    for one, other in itertools.combinations([*whole, *_secrets(loot)], 2):
        yield bytes(a ^ b for a, b in zip(one, other, strict=True))
        yield derive_key(one, "package", "v1", salt=other)
        yield derive_key(other, "package", "v1", salt=one)
