"""Which signals are a reporter's, told to nobody but the reporter's new key."""

from collections.abc import Sequence
from uuid import UUID

from signalering.domain.errors import CannotOpen
from signalering.vault import hybrid
from signalering.vault.encoding import frame
from signalering.vault.padding import pad, size_class, unpad

_ID = 16
# Room for 255 signals: nearly everybody's list has this size, so it tells nobody's count.
_SMALLEST = 4096


def seal_signals(public: bytes, signals: Sequence[UUID], account_id: UUID) -> bytes:
    """Seal the ids of an account's signals to its public key.

    Raises BadPublicKey, ValueError above 64 MiB.
    """
    ids = b"".join(signal.bytes for signal in signals)
    padded = pad(ids, max(_SMALLEST, size_class(len(ids))))
    return hybrid.seal_to(public, padded, _info(account_id))


def open_signals(user_secret: bytes, blob: bytes, account_id: UUID) -> list[UUID]:
    """Give the ids back, in their order. Every failure is CannotOpen."""
    ids = unpad(hybrid.open_with(user_secret, blob, _info(account_id)))
    if len(ids) % _ID:
        raise CannotOpen
    return [UUID(bytes=ids[start : start + _ID]) for start in range(0, len(ids), _ID)]


def _info(account_id: UUID) -> bytes:
    return frame("relink", account_id)
