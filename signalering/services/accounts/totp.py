"""Codes of six digits that change every half minute (RFC 6238): the second factor on a phone.

The secret is sealed under a key that only the passphrase gives: who has the keystore can't make
codes, and a changed passphrase means sealing it afresh.
"""

import base64
import hmac
from urllib.parse import quote, urlencode
from uuid import UUID

import segno

from signalering.domain.errors import CannotOpen
from signalering.models.keys.user import Credential
from signalering.services.accounts import throttle
from signalering.services.work import Work
from signalering.vault import codes
from signalering.vault.kinds import RecordKey
from signalering.vault.seals import Slot, open_sealed, seal


def new_secret() -> bytes:
    """20 random bytes, as RFC 4226 recommends for SHA-1."""
    return codes.new_secret()


def shown_secret(secret: bytes) -> str:
    """The secret in groups of four, for those who type it over."""
    text = base64.b32encode(secret).decode()
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))


def typed_secret(text: str) -> bytes:
    """The other way. Raises CannotOpen for what is no such secret."""
    try:
        secret = base64.b32decode(text.replace(" ", ""))
    except ValueError:
        raise CannotOpen from None
    if len(secret) != codes.SECRET_LENGTH:
        raise CannotOpen
    return secret


def provisioning_uri(secret: bytes, installation: str, email: str) -> str:
    """What the QR code says: who it is for, and the secret."""
    name = quote(f"{installation}:{email}")
    values = {"secret": base64.b32encode(secret).decode(), "issuer": installation}
    return f"otpauth://totp/{name}?{urlencode(values, quote_via=quote)}"


def seal_secret(totp_key: RecordKey, account_id: UUID, secret: bytes) -> bytes:
    """For the column `credential.totp_sealed`; the key comes out of the passphrase's one run."""
    return seal(totp_key, _slot(account_id), secret)


def open_secret(totp_key: RecordKey, account_id: UUID, sealed: bytes) -> bytes:
    """What `seal_secret` sealed. Raises CannotOpen."""
    return open_sealed(totp_key, _slot(account_id), sealed)


def resealed(credential: Credential, old_key: RecordKey, new_key: RecordKey) -> bytes | None:
    """The same secret under the key of a new passphrase; None when there is none.

    Raises CannotOpen when the old key isn't the one.
    """
    if credential.totp_sealed is None:
        return None
    secret = open_secret(old_key, credential.account_id, credential.totp_sealed)
    return seal_secret(new_key, credential.account_id, secret)


def is_right(work: Work, secret: bytes, code: str) -> bool:
    """Whether this is the code of now, or of half a minute before or after: clocks differ.

    Changes nothing: while it is set up, before there is anything to guess.
    """
    return codes.step_of(secret, code, work.clock.now()) is not None


def use(work: Work, secret: bytes, code: str) -> bool:
    """Whether the code is right and was never used before; remembered in this transaction.

    Its key is made with the secret, so that nobody can tell from the row when somebody came.
    """
    step = codes.step_of(secret, code, work.clock.now())
    if step is None:
        return False
    mark = hmac.digest(secret, f"used|{step}".encode(), "sha256").hex()
    return throttle.once(work, "second_factor", mark)


def _slot(account_id: UUID) -> Slot:
    return Slot("credential", "totp_sealed", account_id, 0)


def qr_code(uri: str) -> str:
    """The QR code as SVG to stand in a page; dark on light in every colour scheme."""
    return str(segno.make(uri, error="m").svg_inline(scale=4, light="#fff", lineclass=None))
