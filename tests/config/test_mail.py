"""Mail settings: all or none, private on the way, and no password in a refusal."""

from collections.abc import Mapping

import pytest

from signalering.domain.mail_server import MailSecurity, mail_server

FULL: Mapping[str, str] = {
    "SMTP_HOST": "mail.proefdorp.test",
    "MAIL_FROM": "signalering@proefdorp.test",
    "SMTP_USER": "signalering",
    "SMTP_PASSWORD": "een heel geheim wachtwoord",
}


def refusal(**changes: str) -> str:
    with pytest.raises(ValueError, match=r".") as error:
        mail_server({**FULL, **changes})
    assert FULL["SMTP_PASSWORD"] not in str(error.value)
    return str(error.value)


def test_none_is_none() -> None:
    assert mail_server({"INSTALLATION_NAME": "Gemeente Proefdorp", "SMTP_HOST": ""}) is None


def test_starttls_unless_told_otherwise() -> None:
    server = mail_server(FULL)
    assert server is not None
    assert (server.security, server.port) == (MailSecurity.STARTTLS, 587)
    assert FULL["SMTP_PASSWORD"] not in repr(server)


@pytest.mark.parametrize(("way", "port"), [("tls", 465), ("starttls", 587)])
def test_each_way_has_its_port(way: str, port: int) -> None:
    server = mail_server({**FULL, "SMTP_TLS": way})
    assert server is not None
    assert server.port == port


@pytest.mark.parametrize("missing", ["SMTP_HOST", "MAIL_FROM", "SMTP_USER", "SMTP_PASSWORD"])
def test_half_of_it_is_refused_by_name(missing: str) -> None:
    assert missing in refusal(**{missing: ""})


@pytest.mark.parametrize("host", ["mail.proefdorp.test", "10.0.0.1", "localhost.elders.test"])
def test_nothing_goes_unprotected_over_a_network(host: str) -> None:
    assert "SMTP_TLS" in refusal(SMTP_TLS="none", SMTP_HOST=host)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1"])
def test_on_this_machine_it_may(host: str) -> None:
    server = mail_server({**FULL, "SMTP_TLS": "none", "SMTP_HOST": host})
    assert server is not None
    assert server.security is MailSecurity.NONE


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SMTP_TLS", "yes"),
        ("SMTP_PORT", "0"),
        ("SMTP_PORT", "smtp"),
        ("SMTP_PORT", "65536"),
        ("MAIL_FROM", "signalering"),
        ("MAIL_FROM", "Signalering <a@b.test>"),
        ("MAIL_FROM", "a@b@c.test"),
        ("MAIL_FROM", "a@b.test\r\nBcc: d@e.test"),
        ("MAIL_FROM", "a@b.test, d@e.test"),
    ],
)
def test_what_cannot_be_is_refused_by_name(name: str, value: str) -> None:
    assert name in refusal(**{name: value})
