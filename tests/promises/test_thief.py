"""Whoever has everything that lies about, and nobody's passphrase, reads no word."""

import copy
import hashlib
from dataclasses import replace

import pytest
from kit.canaries import sightings
from kit.day import Day
from kit.dump import Loot, steal
from kit.guesses import try_everything
from kit.locks import OTHERS, SLOTS
from kit.sessions import PIN
from kit.thief import Thief
from kit.town import CHEAP, PASSPHRASE, RECOVERY

from signalering.models.columns import DATA, KEYSTORE, Kind
from signalering.vault.derivation import derive_key
from signalering.vault.kinds import RecordKey, Share
from signalering.vault.packages import package_key, secret_of
from signalering.vault.seals import Slot, seal
from signalering.vault.shares import join, split

# What anybody's passphrase opens of its owner, and of nobody else.
OWN = {"user_wrap.wrapped", "log_in_session.about_sealed"}


@pytest.fixture(scope="module")
def loot(day: Day) -> Loot:
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
    try_everything(thief)
    assert len(thief.tried) > 1000
    assert thief.opened == {}


def _hidden_in_a_value(loot: Loot) -> bytes:
    return hashlib.sha256(loot.data["case_record"][0]["reference"].encode()).digest()


def _hidden_in_the_settings(loot: Loot) -> bytes:
    return derive_key(loot.settings.lookup_key, "mark", "v1")


def _hidden_in_two_values(loot: Loot) -> bytes:
    one, other = (row["mark"] for row in loot.keystore["secret_mark"])
    return bytes(a ^ b for a, b in zip(one, other, strict=True))


def test_a_key_that_follows_from_what_lies_about_is_found(loot: Loot) -> None:
    careless = replace(loot, data=copy.deepcopy(loot.data))
    hidden = (_hidden_in_a_value, _hidden_in_the_settings, _hidden_in_two_values)
    for way, row in zip(hidden, careless.data["contact_details"], strict=False):
        slot = Slot("contact_details", "sealed", row["id"], 0)
        row["sealed"] = seal(RecordKey(way(loot)), slot, f"Verstopt: {way.__name__}")
    thief = Thief(careless)
    try_everything(thief)
    for way in hidden:
        assert way.__name__.encode() in thief.has_opened


def test_one_coordinators_passphrase_opens_every_word(day: Day, loot: Loot) -> None:
    thief = _thief_as(day, loot, "coordinator")
    assert labels_in(day, thief.has_opened) == day.words | day.words_of("coordinator")
    # What a receiver may read opens with the link alone.
    assert _shut(thief) == {"audit_entry", "referral"}


@pytest.mark.parametrize("key", ["worker", "other_worker"])
def test_a_worker_opens_ones_own_notes_and_nothing_else(day: Day, loot: Loot, key: str) -> None:
    thief = _thief_as(day, loot, key)
    assert labels_in(day, thief.has_opened) == day.notes_of[key] | day.words_of(key)
    assert set(thief.opened) - {"draft.sealed"} == OWN | {"wrap.wrapped", "thread_entry.sealed"}
    assert all(len(thief.opened[name]) == 1 for name in OWN)


@pytest.mark.parametrize("key", ["manager", "administrator", "untrained"])
def test_who_needs_no_word_opens_none(day: Day, loot: Loot, key: str) -> None:
    thief = _thief_as(day, loot, key)
    assert set(thief.opened) - {"credential.totp_sealed", "relink.sealed"} == OWN
    assert labels_in(day, thief.has_opened) == set()


def test_a_passphrase_opens_one_s_own_codes_and_nobody_else_s(day: Day, loot: Loot) -> None:
    opened = _thief_as(day, loot, "administrator").opened["credential.totp_sealed"]
    assert len(opened) == 1
    assert "credential.totp_sealed" not in _thief_as(day, loot, "manager").opened


def test_a_privacy_officer_opens_the_trail_and_no_word(day: Day, loot: Loot) -> None:
    thief = _thief_as(day, loot, "privacy_officer")
    assert labels_in(day, thief.has_opened) == set()
    assert len(thief.opened["audit_entry.sealed"]) == len(thief.loot.data["audit_entry"])


def test_two_shares_open_everything(day: Day, loot: Loot) -> None:
    thief = Thief(loot)
    thief.try_keys([join(split(RECOVERY)[1:])])
    assert labels_in(day, thief.has_opened) == day.words
    assert _shut(thief) == {"referral"}


def test_a_package_opens_with_the_link_and_its_share_and_opens_nothing_else(
    day: Day, loot: Loot
) -> None:
    assert day.link is not None
    secret, with_link = secret_of(day.link.token), Thief(loot)
    with_link.try_keys([secret], as_seeds=True)
    assert with_link.opened == {}
    shares = [row["share"] for row in loot.keystore["package_share"]]
    with_link.try_keys([package_key(secret, Share(share)) for share in shares])
    assert set(with_link.opened) == {"referral.package"}
    words = {"long: name", "long: phone", "long: wish", "long: along"}
    assert labels_in(day, with_link.has_opened) == words


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
    assert labels_in(day, coordinator.has_opened) == day.words | day.words_of("coordinator")
    for thief in (coordinator, manager):
        assert len(thief.opened["log_in_session.sealed"]) == 1
        assert len(thief.opened["log_in_session.keys_sealed"]) == 1
    assert set(manager.opened) == {
        f"log_in_session.{name}sealed" for name in ("", "keys_", "about_")
    }


def _locked(loot: Loot) -> Loot:
    """The same after a quarter of an hour: keys under a cookie alone are gone."""
    locked = replace(loot, data=copy.deepcopy(loot.data))
    for row in locked.data["log_in_session"]:
        row["keys_sealed"] = None
    return locked


def test_the_cookie_of_a_locked_session_opens_nothing_without_its_pin(day: Day, loot: Loot) -> None:
    thief, cookie = Thief(_locked(loot)), day.cookies["coordinator"]
    thief.try_keys([cookie])
    assert thief.try_pins(cookie, ["000000", "123456", "402816"], CHEAP) is None
    assert set(thief.opened) == {"log_in_session.sealed"}
    # Somebody else's cookie makes nothing of the right PIN, nor does what finds the row.
    found = [row["find_hash"] for row in loot.data["log_in_session"]]
    for other in (day.cookies["other_coordinator"], *found):
        assert thief.try_pins(other, [PIN], CHEAP) is None


def test_who_has_cookie_and_row_finds_the_pin_by_trying(day: Day, loot: Loot) -> None:
    """Said in docs/threat-model.md: three tries are counted by the server, not by the row."""
    thief, cookie = Thief(_locked(loot)), day.cookies["coordinator"]
    near = [f"{int(PIN) + step:06d}" for step in range(-5, 5)]
    assert thief.try_pins(cookie, near, CHEAP) == PIN
    assert labels_in(day, thief.has_opened) == day.words | day.words_of("coordinator")


def test_a_passkey_or_recovery_code_opens_what_the_passphrase_opens(day: Day, loot: Loot) -> None:
    by_passkey, by_code = Thief(loot), Thief(loot)
    by_passkey.try_keys([day.prf])
    by_code.try_codes([day.code])
    for thief in (by_passkey, by_code):
        assert labels_in(day, thief.has_opened) == day.words | day.words_of("coordinator")
        # The codes hang on the passphrase alone.
        assert "credential.totp_sealed" not in thief.opened


def test_a_list_of_signals_opens_for_its_reporter_alone(day: Day, loot: Loot) -> None:
    assert "relink.sealed" in _thief_as(day, loot, "untrained").opened
    for key in ("coordinator", "worker", "administrator"):
        assert "relink.sealed" not in _thief_as(day, loot, key).opened


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
