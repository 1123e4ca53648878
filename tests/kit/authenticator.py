"""An authenticator in software: real ES256 keys, real answers, and every lie one might tell."""

import base64
import hashlib
import hmac
import json
import os
from dataclasses import dataclass, field
from typing import Any

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

ORIGIN = "https://signalering.test"
PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


@dataclass
class Lie:
    """What differs from an honest answer; the defaults are the truth."""

    origin: str = ORIGIN
    rp_id: str = ""
    type: str = ""
    challenge: bytes = b""
    flags: int = PRESENT | VERIFIED
    signature: bool = True
    user_handle: bytes | None = None
    more: dict[str, Any] = field(default_factory=dict)


TRUTH = Lie()


@dataclass
class Authenticator:
    """Holds one passkey. `prf` off: an older make. `counts` off: one that says zero for ever."""

    prf: bool = True
    counts: bool = True
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    credential_id: bytes = field(default_factory=lambda: os.urandom(32))
    secret: bytes = field(default_factory=lambda: os.urandom(32))
    user_handle: bytes = b""
    counter: int = 0

    def make(self, options: dict[str, Any], lie: Lie = TRUTH) -> tuple[str, str]:
        """Answer `create()`: the answer as JSON and the PRF output."""
        self.user_handle = decoded(options["user"]["id"])
        point = self.key.public_key().public_numbers()
        public = {1: 2, 3: -7, -1: 1, -2: point.x.to_bytes(32), -3: point.y.to_bytes(32)}
        size = len(self.credential_id).to_bytes(2)
        attested = bytes(16) + size + self.credential_id + cbor2.dumps(public)
        rp_id = lie.rp_id or options["rp"]["id"]
        data = self._data(rp_id, lie.flags | ATTESTED) + attested
        response = {
            "clientDataJSON": encoded(_told("webauthn.create", options, lie)),
            "attestationObject": encoded(
                cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
            ),
        }
        return self._answer(response), self._prf(options)

    def show(self, options: dict[str, Any], lie: Lie = TRUTH) -> tuple[str, str]:
        """Answer `get()`: the answer as JSON and the PRF output."""
        told = _told("webauthn.get", options, lie)
        self.counter += self.counts
        data = self._data(lie.rp_id or options["rpId"], lie.flags)
        signed = data + hashlib.sha256(told).digest()
        signature = self.key.sign(signed, ec.ECDSA(SHA256()))
        if not lie.signature:
            signature = ec.generate_private_key(ec.SECP256R1()).sign(signed, ec.ECDSA(SHA256()))
        response = {
            "clientDataJSON": encoded(told),
            "authenticatorData": encoded(data),
            "signature": encoded(signature),
            "userHandle": encoded(lie.user_handle or self.user_handle),
        }
        return self._answer(response), self._prf(options)

    def _data(self, rp_id: str, flags: int) -> bytes:
        return hashlib.sha256(rp_id.encode()).digest() + bytes([flags]) + self.counter.to_bytes(4)

    def _answer(self, response: dict[str, str]) -> str:
        name = encoded(self.credential_id)
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": response})

    def _prf(self, options: dict[str, Any]) -> str:
        if not self.prf:
            return ""
        asked = decoded(options["extensions"]["prf"]["eval"]["first"])
        return encoded(hmac.digest(self.secret, asked, "sha256"))


def _told(kind: str, options: dict[str, Any], lie: Lie) -> bytes:
    challenge = encoded(lie.challenge) if lie.challenge else options["challenge"]
    told = {"type": lie.type or kind, "challenge": challenge, "origin": lie.origin}
    return json.dumps(told | {"crossOrigin": False} | lie.more).encode()


def encoded(data: bytes) -> str:
    """Base64url without padding, as browsers write it."""
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def decoded(text: str) -> bytes:
    """The bytes again."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
