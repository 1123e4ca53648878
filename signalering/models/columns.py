"""Every column of both databases and its kind; a test walks the schema against this register.

code       from a closed list (or a number of such); may be counted
sealed     only somebody's key opens it
public     known outside anyway, or about staff and organisations as such
technical  needed to run; says nothing about a person
day        a day, month or quarter; never a time
link       ties rows together; none ties a signal to its reporter or to its case
"""

from enum import StrEnum


class Kind(StrEnum):
    """What a column may hold."""

    CODE = "code"
    SEALED = "sealed"
    PUBLIC = "public"
    TECHNICAL = "technical"
    DAY = "day"
    LINK = "link"


C, S, P, T, D, L = (
    Kind.CODE,
    Kind.SEALED,
    Kind.PUBLIC,
    Kind.TECHNICAL,
    Kind.DAY,
    Kind.LINK,
)

DATA: dict[str, dict[str, Kind]] = {
    "account": {
        "id": T,
        "email": P,
        "name": P,
        "partner_id": L,
        "language": C,
        "state": C,
        "session_epoch": T,
    },
    "account_hat": {"account_id": L, "hat": C},
    "log_in_session": {
        "find_hash": T,
        "expires_at": T,
        "sealed": S,
        "keys_sealed": S,
        "pin_sealed": S,
        "pin_tries": T,
        "own_tag": L,
        "about_sealed": S,
    },
    "invitation": {"token_hash": T, "account_id": L, "expires_at": T},
    "relink": {"account_id": L, "sealed": S},
    "external_identity": {"issuer": P, "subject": P, "account_id": L},
    "draft": {"tag": L, "erase_after": D, "sealed": S},
    "throttle": {"key_hash": T, "tries": T, "wait_until": T, "forget_after": T},
    "outbox_mail": {
        "id": T,
        "kind": C,
        "account_id": L,
        "address": P,
        "state": C,
        "due_at": T,
        "tries": T,
        "fault": C,
    },
    "job_run": {"name": C, "day": D},
    "partner": {
        "id": T,
        "name": P,
        "domain": C,
        "contact_address": P,
        "agreement_on": D,
        "agreement_version": P,
        "active": C,
    },
    "certificate": {
        "id": T,
        "account_id": L,
        "way": C,
        "trainer": P,
        "trained_in": D,
        "valid_until": D,
    },
    "signal": {
        "id": T,
        "reference": T,
        "state": C,
        "registered_on": D,
        "area": C,
        "age_band": C,
        "reporter_group": C,
        "lives_with": C,
        "duration": C,
        "loneliness": C,
        "main_wish": C,
        "talked_about": C,
        "request": C,
        "contact_answer": C,
        "reporter_tag": L,
        "owner_id": L,
        "deadline_on": D,
        "deadline_kind": C,
        "thread_key_id": L,
        "triage_key_id": L,
        "hold_until": D,
    },
    "signal_indicator": {"signal_id": L, "code": C},
    "signal_wish": {"signal_id": L, "code": C},
    "thread_entry": {"signal_id": L, "number": T, "sealed": S},
    "triage_entry": {"signal_id": L, "number": T, "sealed": S},
    "contact_details": {
        "id": T,
        "signal_id": L,
        "case_id": L,
        "key_id": L,
        "left_on": D,
        "lapses_on": D,
        "has_phone": C,
        "has_email": C,
        "has_address": C,
        "sealed": S,
    },
    "contact_card": {
        "code_hash": T,
        "state": C,
        "signal_id": L,
        "contact_id": L,
        "valid_until": D,
    },
    "case_record": {
        "id": T,
        "reference": T,
        "state": C,
        "owner_id": L,
        "deadline_on": D,
        "deadline_kind": C,
        "paused_until": D,
        "pause_reason": C,
        "key_id": L,
        "erase_after": D,
        "hold_until": D,
        "version": T,
    },
    "case_entry": {"case_id": L, "number": T, "sealed": S},
    "referral": {
        "id": T,
        "case_id": L,
        "initiative_id": L,
        "state": C,
        "deadline_on": D,
        "attendance": C,
        "decline_reason": C,
        "stop_reason": C,
        "link_hash": T,
        "link_until": D,
        "package_id": L,
        "package": S,
        "version": T,
    },
    "initiative": {
        "id": T,
        "name": P,
        "pillar": C,
        "kind": C,
        "area": C,
        "weekday": C,
        "frequency": C,
        "capacity": P,
        "contact_address": P,
        "note": P,
        "assured_on": D,
        "active": C,
    },
    "pending_fact": {"id": T, "key_id": L, "sealed": S},
    "fact_move": {"month": D},
    "stat_fact": {
        "id": T,
        "event": C,
        "period": D,
        "registered_in": D,
        "area": C,
        "age_band": C,
        "reporter_group": C,
        "pillar": C,
        "outcome": C,
        "change": C,
    },
    "table_plan": {"year": D, "expected": P, "plan": P},
    "release": {"period": D, "rung": C, "verdict": P},
    "published_cell": {
        "family": C,
        "period": D,
        "table_name": C,
        "categories": C,
        "figure": P,
    },
    "audit_segment": {"id": T, "opened_in": D, "heads": T},
    "audit_entry": {"segment_id": T, "number": T, "previous_hash": T, "entry_hash": T, "sealed": S},
}

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
    "secret_mark": {"name": C, "mark": T},
}
