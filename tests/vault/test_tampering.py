"""Whatever is done to any sealed value, anywhere it stands: one refusal, the same to the letter."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signalering.domain.errors import CannotOpen
from signalering.vault import groups, own, pins, relinks, sessions, users, wraps
from signalering.vault.kinds import (
    GroupSecret,
    Kek,
    RecordKey,
    RecoverySecret,
    SessionSecret,
    UserSecret,
    WrappingKey,
)
from signalering.vault.seals import Slot, open_sealed, seal
from signalering.vault.shares import recovery_public_key
from signalering.vault.stretching import Cost

SECRET = bytes(range(32))
PUBLIC = users.public_key(UserSecret(SECRET))
CHEAP = Cost(memory_kib=8, iterations=1)
ROW = UUID("11111111-2222-4333-8444-555555555555")
CUT_FROM = 17


@dataclass(frozen=True)
class Place:
    """Where something stands: its row, its entry (or revision), its column, all as text."""

    row: UUID = ROW
    entry: int = 1
    column: str = "sealed"


@dataclass(frozen=True)
class Sealed:
    """One kind of sealed value; `parts` says which parts of its place it is bound to."""

    parts: frozenset[str]
    make: Callable[[bytes, Place], bytes]
    read: Callable[[bytes, bytes, Place], object]


def _words_slot(place: Place) -> Slot:
    return Slot("case_entry", place.column, place.row, place.entry)


def _purpose(place: Place) -> str:
    return "case" if place.column == "sealed" else "thread"


KINDS: dict[str, Sealed] = {
    "words": Sealed(
        frozenset({"row", "entry", "column"}),
        lambda key, at: seal(RecordKey(key), _words_slot(at), "een praatje"),
        lambda key, blob, at: open_sealed(RecordKey(key), _words_slot(at), blob),
    ),
    "wrap": Sealed(
        frozenset({"row", "column"}),
        lambda key, at: wraps.wrap_with(WrappingKey(key), RecordKey(SECRET), at.row, _purpose(at)),
        lambda key, blob, at: wraps.open_with_wrapping(
            WrappingKey(key), blob, at.row, _purpose(at)
        ),
    ),
    "wrap to a group": Sealed(
        frozenset({"row", "column"}),
        lambda key, at: wraps.wrap_to_public(
            users.public_key(UserSecret(key)), RecordKey(SECRET), at.row, _purpose(at)
        ),
        lambda key, blob, at: wraps.open_public_wrap(GroupSecret(key), blob, at.row, _purpose(at)),
    ),
    "user secret": Sealed(
        frozenset({"row", "column"}),
        lambda key, at: users.wrap_user_secret(Kek(key), UserSecret(SECRET), at.row, at.column),
        lambda key, blob, at: users.unwrap_user_secret(Kek(key), blob, at.row, at.column),
    ),
    "draft": Sealed(
        frozenset({"row", "column"}),
        lambda key, at: own.seal_own(UserSecret(key), at.column, at.row.bytes, b"half af"),
        lambda key, blob, at: own.open_own(UserSecret(key), at.column, at.row.bytes, blob),
    ),
    "session": Sealed(
        frozenset({"column"}),
        lambda key, at: sessions.seal_blob(SessionSecret(key), b"{}", at.column),
        lambda key, blob, at: sessions.open_blob(SessionSecret(key), blob, at.column),
    ),
    "session under a PIN": Sealed(
        frozenset(),
        lambda key, _: pins.seal_with_pin(SessionSecret(key), "402815", UserSecret(SECRET), CHEAP),
        lambda key, blob, _: pins.open_with_pin(SessionSecret(key), "402815", blob, CHEAP),
    ),
    "grant": Sealed(
        frozenset({"row"}),
        lambda key, at: groups.grant(
            users.public_key(UserSecret(key)), GroupSecret(SECRET), "casework", ROW, at.row, PUBLIC
        ),
        lambda key, blob, at: groups.open_grant(UserSecret(key), blob, "casework", ROW, at.row),
    ),
    "group secret for recovery": Sealed(
        frozenset({"row"}),
        lambda key, at: groups.recovery_wrap(
            recovery_public_key(RecoverySecret(key)), GroupSecret(SECRET), "casework", at.row
        ),
        lambda key, blob, at: groups.open_recovery_wrap(
            RecoverySecret(key), blob, "casework", at.row
        ),
    ),
    "list of signals": Sealed(
        frozenset({"row"}),
        lambda key, at: relinks.seal_signals(users.public_key(UserSecret(key)), [ROW], at.row),
        lambda key, blob, at: relinks.open_signals(key, blob, at.row),
    ),
}
PLACES = st.builds(
    Place,
    st.uuids(),
    st.integers(0, 2**31),
    st.sampled_from(["sealed", "wrapped", "package", "passkey", "keys"]),
)


def refusal(kind: Sealed, key: bytes, blob: bytes, place: Place) -> object:
    """What one is told; fails when it opens, or when it is told by anything but CannotOpen."""
    with pytest.raises(CannotOpen) as caught:
        kind.read(key, blob, place)
    error = caught.value
    return type(error), str(error), error.code, dict(error.params), error.__cause__


ONE_REFUSAL = (CannotOpen, str(CannotOpen()), CannotOpen().code, {}, None)


@pytest.mark.parametrize("name", KINDS)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_any_change_of_any_byte_is_the_one_refusal(name: str, data: st.DataObject) -> None:
    kind, place = KINDS[name], Place()
    blob = kind.make(SECRET, place)
    assert kind.read(SECRET, blob, place)
    changed = bytearray(blob)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(blob) - 1))
        changed[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.sampled_from([None, None, 0, 1, CUT_FROM, len(blob) // 2, len(blob) - 1]))
    bad = bytes(changed[:cut]) + data.draw(st.binary(max_size=3))
    if bad != blob:
        assert refusal(kind, SECRET, bad, place) == ONE_REFUSAL


@pytest.mark.parametrize("name", KINDS)
@settings(max_examples=40, deadline=None)
@given(other=PLACES)
def test_any_other_row_column_or_revision_is_the_one_refusal(name: str, other: Place) -> None:
    kind, place = KINDS[name], Place()
    blob = kind.make(SECRET, place)
    bound = {part: getattr(place, part) for part in kind.parts}
    elsewhere = {part: getattr(other, part) for part in kind.parts}
    if name.startswith("wrap"):  # these know purposes instead of columns
        bound["column"], elsewhere["column"] = _purpose(place), _purpose(other)
    if bound != elsewhere:
        assert refusal(kind, SECRET, blob, other) == ONE_REFUSAL
    else:
        assert kind.read(SECRET, blob, other)


@pytest.mark.parametrize("name", KINDS)
@settings(max_examples=20, deadline=None)
@given(key=st.binary(min_size=32, max_size=32).filter(lambda key: key != SECRET))
def test_any_other_key_is_the_one_refusal(name: str, key: bytes) -> None:
    kind, place = KINDS[name], Place()
    assert refusal(kind, key, kind.make(SECRET, place), place) == ONE_REFUSAL


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_one_kind_never_opens_as_another(data: st.DataObject) -> None:
    one, other = data.draw(st.lists(st.sampled_from(sorted(KINDS)), min_size=2, unique=True))[:2]
    blob = KINDS[one].make(SECRET, Place())
    assert refusal(KINDS[other], SECRET, blob, Place()) == ONE_REFUSAL
