"""The keystore's part of the register of columns."""

from signalering.models.column_kinds import C, D, Kind, L, P, S, T

KEYSTORE: dict[str, dict[str, Kind]] = {
    "credential": {
        "account_id": L,
        "salt": T,
        "memory_kib": T,
        "iterations": T,
        "verifier_hash": T,
        "totp_sealed": S,
    },
    "user_key": {"account_id": L, "public_key": P},
    "new_key_pair": {"account_id": L, "session_epoch": T},
    "passkey": {
        "id": T,
        "account_id": L,
        "credential_id": T,
        "public_key": T,
        "sign_count": T,
        "name": P,
    },
    "user_wrap": {"id": T, "account_id": L, "way": C, "wrapped": S},
    "recovery_key": {"id": T, "public_key": P, "current": C},
    "group_epoch": {
        "id": T,
        "group_code": C,
        "number": T,
        "state": C,
        "public_key": P,
        "recovery_key_id": L,
        "recovery_wrap": S,
        "rotation_due": C,
    },
    "key_grant": {"epoch_id": L, "account_id": L, "wrapped": S, "endorsement": T},
    "wrap": {"key_id": L, "holder": C, "form": C, "epoch_id": L, "wrapped": S},
    "package_share": {"package_id": L, "contact_key_id": L, "share": T},
    "stale_key": {"key_id": L, "new_key_id": L},
    "orphan_key": {"key_id": L, "seen_on": D},
    "tombstone": {"key_id": L, "erased_on": D},
    "key_alarm": {"kind": C, "object_id": L, "noticed_on": D, "acknowledged": C},
    "subscriber_share": {"subscriber_id": L, "share": T},
    "secret_mark": {"name": C, "mark": T},
}
