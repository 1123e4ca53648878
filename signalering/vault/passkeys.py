"""Passkeys (WebAuthn): what a browser is asked, and what its answer must prove.

The checks themselves are the library's; here stands what this application insists on: the user
verified at every use, our own address alone, no frame of another site, the counter judged by who
keeps it. The PRF extension gives the key that unwraps the user secret; it is asked with one
constant input, so that a passkey opens before anybody knows whose it is.
"""

import base64
import binascii
import hashlib
import json
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlsplit
from uuid import UUID

from cryptography.exceptions import UnsupportedAlgorithm
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import (
    base64url_to_bytes,
    bytes_to_base64url,
    decode_credential_public_key,
    decoded_public_key_to_cryptography,
    options_to_json_dict,
)
from webauthn.helpers.cose import COSEAlgorithmIdentifier as Algorithm
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from signalering.domain.errors import PasskeyRefused

CHALLENGE_LENGTH = 32
PRF_INPUT = hashlib.sha256(b"signalering user secret v1").digest()
"""Another input gives another key: this constant may never change."""
PRF_LENGTH = 32
LONGEST_ANSWER = 20_000
"""Characters of an answer; an attestation without certificates takes less than 2,000."""
LONGEST_CREDENTIAL_ID = 1023
"""WebAuthn level 3, section 5.8.3 (credential ids)."""
TIMEOUT_MS = 180_000
ALGORITHMS = [
    Algorithm.ECDSA_SHA_256,
    Algorithm.EDDSA,
    Algorithm.RSASSA_PKCS1_v1_5_SHA_256,
]
_MALFORMED = (
    WebAuthnException,
    UnsupportedAlgorithm,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    OverflowError,
    RecursionError,
)

Read = TypeVar("Read")


@dataclass(frozen=True)
class Party:
    """Where passkeys of this installation work: the host's name and the whole origin."""

    name: str
    rp_id: str
    origin: str


@dataclass(frozen=True)
class NewPasskey:
    """What is kept of a fresh passkey; nothing in it is secret."""

    credential_id: bytes
    public_key: bytes
    sign_count: int


@dataclass(frozen=True)
class Assertion:
    """Which passkey answered, read before anything is proven."""

    credential_id: bytes
    user_handle: bytes | None


def party_of(public_url: str, name: str) -> Party:
    """The relying party behind the address at which people reach us."""
    return Party(name, urlsplit(public_url).hostname or "", public_url)


def new_challenge() -> bytes:
    """Give a fresh challenge, for one answer."""
    return secrets.token_bytes(CHALLENGE_LENGTH)


def registration_options(
    party: Party, challenge: bytes, account_id: UUID, name: str, known: Sequence[bytes]
) -> dict[str, Any]:
    """What `navigator.credentials.create()` is asked, as JSON; `known` aren't made again.

    No attestation: which make of authenticator people carry is their own affair.
    """
    options = generate_registration_options(
        rp_id=party.rp_id,
        rp_name=party.name,
        user_id=account_id.bytes,
        user_name=name,
        user_display_name=name,
        challenge=challenge,
        timeout=TIMEOUT_MS,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.PREFERRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=_described(known),
        supported_pub_key_algs=ALGORITHMS,
    )
    return _with_prf(options_to_json_dict(options))


def assertion_options(party: Party, challenge: bytes, allowed: Sequence[bytes]) -> dict[str, Any]:
    """What `navigator.credentials.get()` is asked; without `allowed` any passkey may answer."""
    options = generate_authentication_options(
        rp_id=party.rp_id,
        challenge=challenge,
        timeout=TIMEOUT_MS,
        allow_credentials=_described(allowed),
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return _with_prf(options_to_json_dict(options))


def read_registration(party: Party, challenge: bytes, answer: str) -> NewPasskey:
    """Check what `create()` answered. Raises PasskeyRefused."""

    def read() -> NewPasskey:
        done = verify_registration_response(
            credential=_at_home(answer),
            expected_challenge=challenge,
            expected_rp_id=party.rp_id,
            expected_origin=party.origin,
            require_user_verification=True,
            supported_pub_key_algs=ALGORITHMS,
        )
        if len(done.credential_id) > LONGEST_CREDENTIAL_ID:
            raise PasskeyRefused
        # Without attestation nothing has used the key yet: a point off its curve shows here.
        decoded_public_key_to_cryptography(decode_credential_public_key(done.credential_public_key))
        return NewPasskey(done.credential_id, done.credential_public_key, done.sign_count)

    return _refusing(read)


def read_assertion(answer: str) -> Assertion:
    """Which passkey an answer names; proves nothing yet. Raises PasskeyRefused."""

    def read() -> Assertion:
        values = _parsed(answer)
        handle = values["response"].get("userHandle")
        return Assertion(
            credential_id=base64url_to_bytes(values["rawId"]),
            user_handle=base64url_to_bytes(handle) if handle else None,
        )

    return _refusing(read)


def check_assertion(party: Party, challenge: bytes, answer: str, public_key: bytes) -> int:
    """Check what `get()` answered; gives the authenticator's counter, which the caller judges.

    Raises PasskeyRefused.
    """

    def read() -> int:
        # Judged later, against what is stored: a forged answer must not pass for a copied key.
        counter = 0
        done = verify_authentication_response(
            credential=_at_home(answer),
            expected_challenge=challenge,
            expected_rp_id=party.rp_id,
            expected_origin=party.origin,
            credential_public_key=public_key,
            credential_current_sign_count=counter,
            require_user_verification=True,
        )
        return done.new_sign_count

    return _refusing(read)


def prf_output(text: str) -> bytes | None:
    """What the PRF extension gave, from base64url; None for nothing or nonsense."""
    try:
        output = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    return output if len(output) == PRF_LENGTH else None


def _refusing(read: Callable[[], Read]) -> Read:
    try:
        return read()
    except _MALFORMED:
        # Which check failed, and what stood in the answer, helps only who is trying.
        raise PasskeyRefused from None


def _parsed(answer: str) -> dict[str, Any]:
    if len(answer) > LONGEST_ANSWER:
        raise PasskeyRefused
    values = json.loads(answer)
    if not isinstance(values, dict):
        raise PasskeyRefused
    return values


def _at_home(answer: str) -> dict[str, Any]:
    """The answer, unless it was given inside a frame of another site."""
    values = _parsed(answer)
    told = json.loads(base64url_to_bytes(values["response"]["clientDataJSON"]))
    if told.get("crossOrigin") or told.get("topOrigin"):
        raise PasskeyRefused
    return values


def _described(ids: Sequence[bytes]) -> list[PublicKeyCredentialDescriptor]:
    return [PublicKeyCredentialDescriptor(id=credential_id) for credential_id in ids]


def _with_prf(options: dict[str, Any]) -> dict[str, Any]:
    return options | {"extensions": {"prf": {"eval": {"first": bytes_to_base64url(PRF_INPUT)}}}}
