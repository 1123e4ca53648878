"""The trail says what its closed list knows, in codes, and nothing else."""

from uuid import UUID

import pytest

from signalering.domain.audit_actions import ACTIONS, AuditAction, Purpose, check


def test_every_action_has_a_spec_and_a_label_of_its_own() -> None:
    assert ACTIONS.keys() == set(AuditAction)
    labels = [spec.label for spec in ACTIONS.values()]
    assert len(set(labels)) == len(labels)
    assert {spec.purpose for spec in ACTIONS.values()} == set(Purpose)


@pytest.mark.parametrize("action", AuditAction)
def test_an_action_takes_its_own_keys_and_no_other(action: AuditAction) -> None:
    spec = check(action, dict.fromkeys(ACTIONS[action].keys, "code"))
    assert spec is ACTIONS[action]
    with pytest.raises(ValueError, match="not in the schema"):
        check(action, {"words": "code"})


@pytest.mark.parametrize("action", AuditAction)
def test_no_schema_has_room_for_addresses_or_content(action: AuditAction) -> None:
    refused = ("ip", "addr", "agent", "note", "name", "phone", "mail", "body", "query", "content")
    for key in ACTIONS[action].keys:
        assert not any(word in key.split("_") for word in refused)


@pytest.mark.parametrize(
    "value", ["mevrouw woont alleen", "regel\neen", "é", "a" * 101, "06 12345678", "<b>", "a@b"]
)
def test_a_value_that_is_no_code_is_refused_and_not_repeated(value: str) -> None:
    with pytest.raises(ValueError, match="not a code") as refused:
        check(AuditAction.CASE_CLOSED, {"outcome": value})
    assert value not in str(refused.value)


@pytest.mark.parametrize(
    "value",
    ["", "linked_and_started", "75+", "2026Q4", "2026-11-23", "1", "signals.log", str(UUID(int=7))],
)
def test_codes_days_counts_and_ids_pass(value: str) -> None:
    check(AuditAction.CASE_CLOSED, {"outcome": value})
