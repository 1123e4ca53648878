"""The mail server of an installation, as its settings name it: all of it or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from ipaddress import ip_address

MARK = "SMTP_"
SENDER = "MAIL_FROM"


class MailSecurity(StrEnum):
    """How the way to the server is kept private."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


PORTS = {MailSecurity.STARTTLS: 587, MailSecurity.TLS: 465, MailSecurity.NONE: 25}


@dataclass(frozen=True)
class MailServer:
    """Where mail is handed over, and in whose name."""

    host: str
    port: int
    security: MailSecurity
    sender: str
    user: str | None = None
    password: str | None = field(default=None, repr=False)


def mail_server(values: Mapping[str, str]) -> MailServer | None:
    """The server that these settings name; None when they name none.

    Raises ValueError with a text that says what to mend and quotes no password.
    """
    given = {
        name: value
        for name, value in values.items()
        if value and (name.startswith(MARK) or name == SENDER)
    }
    if not given:
        return None
    for name in ("SMTP_HOST", SENDER):
        if name not in given:
            raise ValueError(f"{name} is missing: mail needs SMTP_HOST and {SENDER} together.")
    if ("SMTP_USER" in given) != ("SMTP_PASSWORD" in given):
        raise ValueError("SMTP_USER and SMTP_PASSWORD go together.")
    host = given["SMTP_HOST"]
    security = _security(given.get("SMTP_TLS", MailSecurity.STARTTLS.value), host)
    return MailServer(
        host=host,
        port=_port(given.get("SMTP_PORT", str(PORTS[security]))),
        security=security,
        sender=_sender(given[SENDER]),
        user=given.get("SMTP_USER"),
        password=given.get("SMTP_PASSWORD"),
    )


def _security(text: str, host: str) -> MailSecurity:
    if text not in list(MailSecurity):
        raise ValueError("SMTP_TLS must be starttls, tls or none.")
    if text == MailSecurity.NONE and not _is_loopback(host):
        raise ValueError("SMTP_TLS=none is for a mail server on this machine only.")
    return MailSecurity(text)


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        raise ValueError("SMTP_PORT must be a number from 1 to 65535.")
    return int(text)


def _sender(text: str) -> str:
    local, at, domain = text.partition("@")
    plain = text.isascii() and text.isprintable() and not set(text) & set(' <>,;:"()[]\\')
    if not (local and at and domain) or "@" in domain or not plain:
        raise ValueError(f"{SENDER} must be a bare address like signalering@gemeente.example.")
    return text
