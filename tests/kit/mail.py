"""A real mail server on loopback, with a certificate of its own, that can behave badly."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from kit.talk import free_port
from signalering.domain.mail_server import MailSecurity, MailServer

USER, PASSWORD = "signalering", "een heel geheim wachtwoord"
SENDER = "signalering@proefdorp.test"


@dataclass
class Mailbox:
    """What came in, and how the server behaves: `answers` are given to RCPT, one after another."""

    server: MailServer
    certificate: Path
    raw: list[bytes] = field(default_factory=list)
    greeted_as: set[str] = field(default_factory=set)
    answers: list[str] = field(default_factory=list)
    drops_data: bool = False
    encrypted: list[bool] = field(default_factory=list)

    @property
    def mails(self) -> list[EmailMessage]:
        """As a mail program would read them."""
        parsed = [message_from_bytes(raw, policy=policy.default) for raw in self.raw]
        return [mail for mail in parsed if isinstance(mail, EmailMessage)]

    def receivers(self) -> list[str]:
        """Addresses, sorted."""
        return sorted(mail["To"].addresses[0].addr_spec for mail in self.mails)


def _handler(box: Mailbox) -> Any:
    """The library finds its hooks by name."""

    async def greet(
        server: SMTP, session: Session, envelope: Envelope, name: str, answers: list[str]
    ) -> list[str]:
        box.greeted_as.add(name)
        session.host_name = name
        return answers

    async def receiver(
        server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if box.answers:
            answer = box.answers.pop(0)
            if not answer.startswith("2"):
                return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def data(server: SMTP, session: Session, envelope: Envelope) -> str:
        if box.drops_data:
            assert server.transport is not None
            server.transport.abort()
            return "421 gone"
        content = envelope.content
        box.raw.append(content if isinstance(content, bytes) else str(content).encode())
        box.encrypted.append(session.ssl is not None)
        return "250 OK"

    hooks = {"handle_EHLO": greet, "handle_RCPT": receiver, "handle_DATA": data}
    return type("Handler", (), {name: staticmethod(hook) for name, hook in hooks.items()})()


def _known(server: SMTP, session: Session, envelope: Envelope, how: str, data: Any) -> AuthResult:
    right = LoginPassword(USER.encode(), PASSWORD.encode())
    return AuthResult(success=data == right, handled=False)


@contextmanager
def mail_server(folder: Path, host: str = "localhost", **changes: Any) -> Iterator[Mailbox]:
    """Serves STARTTLS with a certificate for `host`; log-in is asked for."""
    certificate, key = _certificate(folder, host)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = MailServer("localhost", free_port(), MailSecurity.STARTTLS, SENDER, USER, PASSWORD)
    box = Mailbox(replace(server, **changes), certificate)
    controller = Controller(
        _handler(box),
        hostname="127.0.0.1",
        port=server.port,
        server_hostname="mail.test",
        tls_context=context,
        require_starttls=True,
        authenticator=_known,
        auth_required=True,
        ready_timeout=30,
    )
    controller.start()
    try:
        yield box
    finally:
        controller.stop()


def _certificate(folder: Path, host: str) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    certificate, secret = folder / "mail.crt", folder / "mail.secret"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return certificate, secret


def never() -> bool:
    """Nobody asks the loop to stop."""
    return False
