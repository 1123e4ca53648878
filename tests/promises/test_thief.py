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
from signalering.vault.shares import join, split

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


@pytest.fixture(scope="module", params=DATABASES)
def day(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    """The scripted day, once on each database; nobody here changes anything of it."""
    towns = request.getfixturevalue(request.param)
    with towns.town(tmp_path_factory.mktemp("thief")) as town:
        yield play(town)


@pytest.fixture(scope="module")
def loot(day: Day, loot: Loot) -> Loot:
    """Databases, settings, sessions."""
    return steal(day.town.house)


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


def test_no_word_stands_anywhere(day: Day, loot: Loot) -> None:
    for table in ("thread_entry", "triage_entry", "contact_details", "case_entry", "pending_fact"):
        assert loot.data[table], f"the day left nothing in {table}"
    assert len(loot.data["log_in_session"]) == len(day.town.people)
    assert sightings(loot.as_bytes(), day.canaries) == set()


def test_nothing_opens_with_what_lies_about(day: Day, loot: Loot) -> None:
    thief = Thief(loot)
    thief.try_keys(_from_configuration(loot), as_seeds=True)
    thief.try_keys(_for_somebody(loot))
    thief.try_passphrases(_configured_words(loot))
    thief.try_keys(_from_values(loot))
    thief.try_keys(_from_pairs(loot))
    assert len(thief.tried) > 1000
    assert thief.opened == {}


def test_one_coordinators_passphrase_opens_every_word(day: Day, loot: Loot) -> None:
    thief = _thief_as(day, loot, "coordinator")
    assert labels_in(day, thief.has_opened) == set(day.canaries)
    assert _shut(thief) == {"audit_entry"}


@pytest.mark.parametrize("key", ["worker", "other_worker"])
def test_a_worker_opens_ones_own_notes_and_nothing_else(day: Day, loot: Loot, key: str) -> None:
    thief = _thief_as(day, loot, key)
    assert labels_in(day, thief.has_opened) == day.notes_of[key]
    assert set(thief.opened) == {"user_wrap.wrapped", "wrap.wrapped", "thread_entry.sealed"}


@pytest.mark.parametrize("key", ["manager", "administrator", "untrained"])
def test_who_needs_no_word_opens_none(day: Day, loot: Loot, key: str) -> None:
    assert set(_thief_as(day, loot, key).opened) == {"user_wrap.wrapped"}


def test_a_privacy_officer_opens_the_trail_and_no_word(day: Day, loot: Loot) -> None:
    thief = _thief_as(day, loot, "privacy_officer")
    assert labels_in(day, thief.has_opened) == set()
    assert len(thief.opened["audit_entry.sealed"]) == len(thief.loot.data["audit_entry"])


def test_two_shares_open_everything(day: Day, loot: Loot) -> None:
    thief = Thief(loot)
    thief.try_keys([join(split(RECOVERY)[1:])])
    assert labels_in(day, thief.has_opened) == set(day.canaries)
    assert _shut(thief) == set()


def test_one_share_opens_nothing(day: Day, loot: Loot) -> None:
    thief = Thief(loot)
    share = split(RECOVERY)[0]
    thief.try_passphrases([share])
    thief.try_keys([hashlib.sha256(share.encode()).digest()], as_seeds=True)
    assert thief.opened == {}


def test_a_cookie_opens_its_own_session(day: Day, loot: Loot) -> None:
    coordinator, manager = Thief(loot), Thief(loot)
    coordinator.try_keys([day.cookies["coordinator"]])
    manager.try_keys([day.cookies["manager"]])
    assert labels_in(day, coordinator.has_opened) == set(day.canaries)
    assert set(manager.opened) == {"log_in_session.sealed"}
    assert len(manager.opened["log_in_session.sealed"]) == 1


def _thief_as(day: Day, loot: Loot, key: str) -> Thief:
    """A thief who has looked over this person's shoulder."""
    thief = Thief(loot)
    thief.try_passphrases([PASSPHRASE], day.town.people[key].account_id)
    return thief


def _shut(thief: Thief) -> set[str]:
    """Tables of which something stayed shut."""
    return {
        table
        for table, (column, *_) in SLOTS.items()
        for row in thief.loot.data[table]
        if row[column] is not None and row[column] not in thief.opened.get(f"{table}.{column}", {})
    }


def _configured_words(loot: Loot) -> list[str]:
    """Everything in the configuration that could have been typed."""
    return [
        str(value) for value in vars(loot.settings).values() if not isinstance(value, bytes)
    ] + [base64_of(secret) for secret in _secrets(loot)]


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
