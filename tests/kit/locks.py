"""Every sealed value of a dump, with what it is bound to: what somebody would try keys on."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from kit.dump import Row
from signalering.domain.lifecycles import UnlockWay
from signalering.vault.encoding import Part, frame
from signalering.vault.wraps import Purpose

# The first byte of a blob says which of two ways it was sealed in.
VERSION, HYBRID = b"\x01", b"\x41"
NONCE = 12
WAYS_TO_UNLOCK = tuple(UnlockWay)
PARTS = {"sealed": "about", "keys_sealed": "keys"}
SALT = 16
OWN = ("draft", "session")

# Where each sealed text is bound: the columns that say its record and its entry (None: 0).
SLOTS: dict[str, tuple[str, str, str | None]] = {
    "thread_entry": ("sealed", "signal_id", "number"),
    "triage_entry": ("sealed", "signal_id", "number"),
    "contact_details": ("sealed", "id", None),
    "case_entry": ("sealed", "case_id", "number"),
    "pending_fact": ("sealed", "id", None),
    "audit_entry": ("sealed", "segment_id", "number"),
    "referral": ("package", "id", None),
}
# Sealed columns that hold keys, sessions or codes for minutes; together with SLOTS these are all.
OTHERS = frozenset(
    {
        "log_in_session.sealed",
        "log_in_session.keys_sealed",
        "log_in_session.pin_sealed",
        "log_in_session.about_sealed",
        "draft.sealed",
        "relink.sealed",
        "credential.totp_sealed",
        "user_wrap.wrapped",
        "group_epoch.recovery_wrap",
        "key_grant.wrapped",
        "wrap.wrapped",
        "signal_link.sealed",
    }
)


@dataclass(frozen=True)
class Lock:
    """One blob and what it is bound to."""

    name: str
    blob: bytes
    bound: bytes
    record: Any = None

    @cached_property
    def nonce(self) -> bytes:
        """Behind the version, if it is a symmetric one."""
        return self.blob[1 : 1 + NONCE]

    @cached_property
    def body(self) -> bytes:
        """The rest."""
        return self.blob[1 + NONCE :]


def slots(table: str, rows: list[Row]) -> list[Lock]:
    """Words: one lock a sealed text, in the order of what they belong to."""
    column, record, entry = SLOTS[table]
    return [
        Lock(
            f"{table}.{column}",
            row[column],
            frame(VERSION, table, column, row[record], row[entry] if entry else 0),
            row[record],
        )
        for row in sorted(rows, key=lambda row: row[record].bytes)
        if row[column] is not None
    ]


def _lock(name: str, blob: bytes, *bound: Part) -> Lock:
    return Lock(name, blob, frame(VERSION, *bound))


def aes_wraps(tables: dict[str, list[Row]]) -> list[Lock]:
    """A thief doesn't care for what the row says of its form or purpose."""
    return [
        _lock("wrap.wrapped", row["wrapped"], "wrap", row["key_id"], purpose.value)
        for row in tables["wrap"]
        if row["wrapped"][:1] == VERSION
        for purpose in Purpose
    ]


def hpke_wraps(tables: dict[str, list[Row]]) -> list[Lock]:
    """Keys that strangers to a group sealed to it, and those for reporters."""
    return [
        Lock("wrap.wrapped", row["wrapped"], frame("wrap", row["key_id"], purpose.value))
        for row in tables["wrap"]
        if row["wrapped"][:1] == HYBRID
        for purpose in Purpose
    ]


def grants(tables: dict[str, list[Row]]) -> list[Lock]:
    """The group's secret, for each member."""
    group_of = {row["id"]: row["group_code"] for row in tables["group_epoch"]}
    return [
        Lock(
            "key_grant.wrapped",
            row["wrapped"],
            frame("grant", group_of[row["epoch_id"]], row["epoch_id"], row["account_id"]),
        )
        for row in tables["key_grant"]
    ]


def recovery(tables: dict[str, list[Row]]) -> list[Lock]:
    """The group's secret, for the recovery key."""
    return [
        Lock(
            "group_epoch.recovery_wrap",
            row["recovery_wrap"],
            frame("recovery", row["group_code"], row["id"]),
        )
        for row in tables["group_epoch"]
    ]


def signal_links(tables: dict[str, list[Row]]) -> list[Lock]:
    """Codes that a program laid ready; which partner's it was, the row doesn't say."""
    return [
        _lock("signal_link.sealed", row["sealed"], "carried", partner["id"])
        for row in tables["signal_link"]
        for partner in tables["partner"]
    ]


def relinks(tables: dict[str, list[Row]]) -> list[Lock]:
    """Lists of signals, for reporters with a new key."""
    return [
        Lock("relink.sealed", row["sealed"], frame("relink", row["account_id"]))
        for row in tables["relink"]
        if row["sealed"] is not None
    ]


def sessions(tables: dict[str, list[Row]]) -> list[Lock]:
    """What a session keeps under its cookie."""
    return [
        _lock(f"log_in_session.{column}", row[column], "session", part)
        for row in tables["log_in_session"]
        for column, part in PARTS.items()
        if row[column] is not None
    ]


def pins(tables: dict[str, list[Row]]) -> list[Lock]:
    """A session's keys under cookie and PIN; the record is the salt, which stands in front."""
    return [
        Lock(
            "log_in_session.pin_sealed",
            blob[SALT:],
            frame(VERSION, "session-pin", blob[:SALT]),
            blob[:SALT],
        )
        for row in tables["log_in_session"]
        if (blob := row["pin_sealed"]) is not None
    ]


def own(tables: dict[str, list[Row]], purpose: str) -> list[Lock]:
    """What people keep for themselves: drafts, and what they call their sessions."""
    if purpose == "draft":
        return [
            _lock("draft.sealed", row["sealed"], "own", purpose, row["tag"])
            for row in tables["draft"]
        ]
    return [
        _lock("log_in_session.about_sealed", row["about_sealed"], "own", purpose, row["own_tag"])
        for row in tables["log_in_session"]
        if row["about_sealed"] is not None
    ]


def totp(tables: dict[str, list[Row]], account_id: UUID) -> list[Lock]:
    """The secret of somebody's codes."""
    bound = ("credential", "totp_sealed", account_id, 0)
    return [
        _lock("credential.totp_sealed", row["totp_sealed"], *bound)
        for row in tables["credential"]
        if row["account_id"] == account_id and row["totp_sealed"] is not None
    ]


def user_wraps(tables: dict[str, list[Row]], account_id: UUID) -> list[Lock]:
    """Somebody's own secret, under each way of unlocking."""
    return [
        _lock("user_wrap.wrapped", row["wrapped"], "user-secret", account_id, way)
        for row in tables["user_wrap"]
        if row["account_id"] == account_id
        for way in WAYS_TO_UNLOCK
    ]
