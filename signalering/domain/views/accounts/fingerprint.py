"""One's own key, as a colleague by phone recognises it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class OwnFingerprint:
    """`group` is what the hat worn needs, if any; `granted` whether the key is there."""

    fingerprint: str
    group: str | None
    granted: bool
