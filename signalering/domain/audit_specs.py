"""What an action of the audit trail is about, and which keys its details may have."""

from dataclasses import dataclass

from signalering.domain.audit_words import Purpose


@dataclass(frozen=True)
class ActionSpec:
    """What an entry of one action is about, and may say. `label` is Dutch, marked."""

    object_kind: str
    keys: frozenset[str]
    purpose: Purpose
    label: str


def spec_of(object_kind: str, keys: str, purpose: Purpose, label: str) -> ActionSpec:
    """The spec of an action; `keys` are separated by spaces."""
    return ActionSpec(object_kind, frozenset(keys.split()), purpose, label)
