"""Speaks OpenID Connect with the organisation's log-in service: code flow with PKCE.

Nothing that it says is believed unchecked. Every call has a time and a size limit and follows no
redirect; whatever goes wrong is Unavailable (no good answer) or SignOnRefused (a lie). The packages
are an extra, so they are imported when they are needed.
"""

import json
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from ssl import SSLContext
from typing import Any

from signalering.config import Settings, is_safe_url
from signalering.domain.errors import SignOnRefused, Unavailable

SECONDS = 5.0
LARGEST_ANSWER = 1 << 20
# No keyed hashes, no "none": only the service's own private key can sign (RFC 8725, 3.1).
ALGORITHMS = ("RS256", "PS256", "ES256")
CLOCKS_DIFFER = 60


@dataclass(frozen=True)
class Metadata:
    """Where the service does what, as it says under its issuer's address."""

    authorization: str
    token: str
    keys: str


@dataclass(frozen=True)
class Asked:
    """What one log-in was asked with; nobody can guess it (256 bits each)."""

    state: str
    nonce: str
    verifier: str = field(repr=False)


@dataclass(frozen=True)
class Identity:
    """Who the service says somebody is. `email` is empty unless the service has verified it."""

    issuer: str
    subject: str
    email: str


def new_asked() -> Asked:
    """Fresh values for one log-in."""
    return Asked(*(secrets.token_urlsafe(32) for _ in range(3)))


def discover(settings: Settings) -> Metadata:
    """Ask the service where it does what. Raises Unavailable, SignOnRefused."""
    issuer = settings.oidc_issuer
    said = _ask("GET", f"{issuer.rstrip('/')}/.well-known/openid-configuration")
    if said.get("issuer") != issuer:
        raise SignOnRefused
    names = ("authorization_endpoint", "token_endpoint", "jwks_uri")
    places = [said.get(name) for name in names]
    if not all(isinstance(place, str) and is_safe_url(place) for place in places):
        raise SignOnRefused
    return Metadata(*(str(place) for place in places))


def address(metadata: Metadata, settings: Settings, asked: Asked, redirect_uri: str) -> str:
    """Where the browser goes to log in."""
    from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
    from authlib.oauth2.rfc7636 import create_s256_code_challenge

    return str(
        prepare_grant_uri(
            metadata.authorization,
            client_id=settings.oidc_client_id,
            response_type="code",
            redirect_uri=redirect_uri,
            scope="openid email",
            state=asked.state,
            nonce=asked.nonce,
            code_challenge=create_s256_code_challenge(asked.verifier),
            code_challenge_method="S256",
        )
    )


def exchange(
    settings: Settings, asked: Asked, code: str, redirect_uri: str, now: datetime
) -> Identity:
    """Change the code for who it is. Raises Unavailable, SignOnRefused."""
    metadata = discover(settings)
    said = _ask(
        "POST",
        metadata.token,
        auth=(settings.oidc_client_id, settings.oidc_client_secret),
        data={
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect_uri,
            "code_verifier": asked.verifier,
        },
    )
    token = said.get("id_token")
    if not isinstance(token, str):
        raise SignOnRefused
    return _read(settings, asked, token, _ask("GET", metadata.keys), now)


def _read(
    settings: Settings, asked: Asked, token: str, keys: Mapping[str, Any], now: datetime
) -> Identity:
    """Check the token (OpenID Connect Core, 3.1.3.7)."""
    from joserfc import jwt
    from joserfc.errors import JoseError
    from joserfc.jwk import KeySet

    wanted = jwt.JWTClaimsRegistry(
        now=int(now.timestamp()),
        leeway=CLOCKS_DIFFER,
        iss={"essential": True, "value": settings.oidc_issuer},
        sub={"essential": True},
        aud={"essential": True, "value": settings.oidc_client_id},
        exp={"essential": True},
        iat={"essential": True},
        nonce={"essential": True, "value": asked.nonce},
    )
    try:
        # The library's own type for keys is a closed dictionary; what came is checked by it.
        found = KeySet.import_key_set({"keys": list(keys["keys"])})
        claims = jwt.decode(token, found, algorithms=list(ALGORITHMS)).claims
        wanted.validate(claims)
    except (JoseError, ValueError, KeyError, TypeError, AttributeError):
        raise SignOnRefused from None
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if (several or "azp" in claims) and claims.get("azp") != settings.oidc_client_id:
        raise SignOnRefused
    subject, email = claims["sub"], claims.get("email")
    if not _is_text(subject) or not 0 < len(subject) <= 255:
        raise SignOnRefused
    sure = claims.get("email_verified") is True and _is_text(email)
    return Identity(settings.oidc_issuer, subject, str(email).strip().lower() if sure else "")


def _is_text(value: object) -> bool:
    """No NUL and no half character: a database takes neither."""
    return isinstance(value, str) and value.isprintable()


@cache
def _trusted() -> SSLContext:
    """Whose certificates are believed. Read once a process: it takes 20 ms, and never changes."""
    import httpx

    return httpx.create_ssl_context(trust_env=False)


def _ask(method: str, url: str, **more: Any) -> dict[str, Any]:
    """One call. Raises Unavailable for anything but a JSON object within the limits."""
    import httpx

    until = time.monotonic() + SECONDS
    body = b""
    try:
        with (
            httpx.Client(
                verify=_trusted(), timeout=SECONDS, follow_redirects=False, trust_env=False
            ) as client,
            client.stream(method, url, **more) as answer,
        ):
            for part in answer.iter_bytes():
                body += part
                if len(body) > LARGEST_ANSWER or time.monotonic() > until:
                    raise Unavailable("sign_on_unavailable")
            right = answer.status_code == 200
        said = json.loads(body)
    except (httpx.HTTPError, httpx.InvalidURL, ValueError, RecursionError):
        raise Unavailable("sign_on_unavailable") from None
    if not right or not isinstance(said, dict):
        raise Unavailable("sign_on_unavailable")
    return said
