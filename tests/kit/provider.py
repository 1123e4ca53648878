"""A log-in service of an organisation, really served on loopback, that can lie in every way."""

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, OctKey, RSAKey

CLIENT, SECRET = "signalering", "a secret of tests that is long enough"


@dataclass
class Provider:
    """Who it says somebody is, and its lies: each replaces a part of the truth."""

    now: int
    address: str = ""
    subject: str = "subject-1"
    email: str = "worker@proefdorp.test"
    claims: dict[str, Any] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    metadata: dict[str, Any] = field(default_factory=dict)
    # Path -> what is answered instead: status and body.
    instead: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    slow: float = 0.0
    algorithm: str = "RS256"
    foreign_key: bool = False
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        rsa, self._foreign, elliptic = _keys()
        self._keys: dict[str, Any] = {"RS256": rsa, "PS256": rsa, "ES256": elliptic}

    def grant(self, address: str) -> str:
        """Log somebody in, as its page would; gives what the browser brings back."""
        parts = urlsplit(address)
        said = {name: values[0] for name, values in parse_qs(parts.query).items()}
        code = f"code-{len(self.codes)}"
        self.codes[code] = said
        return urlencode({"code": code, "state": said["state"], "iss": self.address})

    def answer(self, method: str, path: str, body: str, authorization: str) -> tuple[int, bytes]:
        """What it answers."""
        self.asked.append(path)
        time.sleep(self.slow)
        if path in self.instead:
            return self.instead[path]
        if path == "/.well-known/openid-configuration":
            return _json(self._metadata())
        if path == "/keys":
            public = [self._keys[name].as_dict(private=False) for name in ("RS256", "ES256")]
            return _json({"keys": public})
        if path == "/token" and method == "POST":
            return self._token(body, authorization)
        return 404, b"{}"

    def _metadata(self) -> dict[str, Any]:
        return {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "jwks_uri": f"{self.address}/keys",
        } | self.metadata

    def _token(self, body: str, authorization: str) -> tuple[int, bytes]:
        form = {name: values[0] for name, values in parse_qs(body).items()}
        basic = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        asked = self.codes.pop(form.get("code", ""), None)
        challenge = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        plain = base64.urlsafe_b64encode(challenge).decode().rstrip("=")
        if asked is None or authorization != f"Basic {basic}":
            return 400, b'{"error": "invalid_grant"}'
        if asked["code_challenge"] != plain or asked["redirect_uri"] != form["redirect_uri"]:
            return 400, b'{"error": "invalid_grant"}'
        return _json({"token_type": "Bearer", "id_token": self._signed(asked)})

    def _signed(self, asked: dict[str, str]) -> str:
        claims: dict[str, Any] = {
            "iss": self.address,
            "sub": self.subject,
            "aud": CLIENT,
            "exp": self.now + 300,
            "iat": self.now,
            "nonce": asked["nonce"],
            "email": self.email,
            "email_verified": True,
        }
        claims |= self.claims
        told = {name: value for name, value in claims.items() if name not in self.without}
        if self.algorithm == "none":
            parts = [{"alg": "none"}, told]
            return ".".join([*(_part(part) for part in parts), ""])
        if self.algorithm == "HS256":
            # The confusion of RFC 8725, 2.1: the public key, used as if it were a secret.
            public = self._keys["RS256"].as_pem(private=False)
            return _part_hs256(told, public)
        key = self._foreign if self.foreign_key else self._keys[self.algorithm]
        header = {"alg": self.algorithm, "kid": key.kid}
        return jwt.encode(header, told, key, algorithms=[self.algorithm])


@cache
def _keys() -> tuple[RSAKey, RSAKey, ECKey]:
    """Making them takes longer than a test should; which ones they are is no matter."""
    own, foreign = (RSAKey.generate_key(2048, {"kid": "rsa"}) for _ in range(2))
    return own, foreign, ECKey.generate_key("P-256", {"kid": "ec"})


@contextmanager
def served_provider(now: int) -> Iterator[Provider]:
    """Serve one until the block ends."""
    provider = Provider(now)

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(length).decode()
            authorization = self.headers.get("Authorization", "")
            path = urlsplit(self.path).path
            status, text = provider.answer(self.command, path, body, authorization)
            self.send_response(status)
            self.send_header("Content-Length", str(len(text)))
            if status == 302:
                self.send_header("Location", f"{provider.address}/elsewhere")
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, format: str, *args: Any) -> None:
            """A test has no use for a line a request."""

    for method in ("GET", "POST"):
        setattr(Handler, f"do_{method}", Handler._answer)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    provider.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _json(value: object) -> tuple[int, bytes]:
    return 200, json.dumps(value).encode()


def _part(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def _part_hs256(claims: dict[str, Any], public: bytes) -> str:
    secret = OctKey.import_key(base64.b64encode(public).decode())
    return jwt.encode({"alg": "HS256", "kid": "rsa"}, claims, secret, algorithms=["HS256"])
