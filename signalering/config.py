"""Settings of one installation: instance/settings.env first, the environment wins.

No secret has a default. The file that holds them is the owner's alone (mode 600).
"""

import base64
import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from signalering.domain.help_lines import HelpLines
from signalering.domain.house_rules import ClosingDay, HouseRules
from signalering.domain.mail_server import MailServer, mail_server

PREFIX = "SIGNALERING_"
SECRETS = ("SECRET_KEY", "FIGURES_KEY", "LOOKUP_KEY")
SINGLE_SIGN_ON = ("OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET")
SECRET_BYTES = 32


class SettingsError(Exception):
    """A setting is missing, weak or readable by others; the text says which and how to mend it."""


@dataclass(frozen=True)
class Settings:
    """All that an installation decides. Secrets are 32 random bytes each."""

    instance: Path
    installation_name: str
    public_url: str
    database_url: str = field(repr=False)  # it may hold a password
    keystore_url: str = field(repr=False)
    secret_key: bytes = field(repr=False)
    figures_key: bytes = field(repr=False)
    lookup_key: bytes = field(repr=False)
    argon2_memory_kib: int = 65536
    argon2_iterations: int = 3
    # What holds until an administrator decides otherwise. Read it by Work.rules, never here.
    first_rules: HouseRules = field(default_factory=HouseRules)
    # Where the head of the audit chain is kept outside; without one it is not mailed.
    audit_head_address: str = ""
    # How many proxies stand in front, each adding to X-Forwarded-For where a request came from.
    proxies: int = 0
    # Who answers for the processing; its name where the installation's own says something else.
    controller: str = ""
    # A function's address, where residents and officers reach the functionaris gegevensbescherming.
    data_protection_address: str = ""
    # Where who found a weakness writes to (RFC 9116); without it no security.txt is served.
    security_contact: str = ""
    demonstration: bool = False
    # The organisation's own log-in service, if there is one: OpenID Connect.
    oidc_issuer: str = ""
    oidc_client_id: str = ""
    oidc_client_secret: str = field(default="", repr=False)
    mail: MailServer | None = None  # without one, mail waits

    @property
    def secure(self) -> bool:
        """Whether browsers reach us by https, so cookies can be bound to it."""
        return urlsplit(self.public_url).scheme == "https"


def demo_log_ins(instance: Path) -> Path:
    """The file whose existence makes an installation a demonstration."""
    return instance / "demo-logins.txt"


def settings_file(instance: Path) -> Path:
    """The file that `signalering setup` writes."""
    return instance / "settings.env"


def instance_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where this installation keeps its own things."""
    given = environment.get(PREFIX + "INSTANCE")
    return Path(given) if given else Path(__file__).resolve().parents[1] / "instance"


def load_settings(
    instance: Path | None = None, environment: Mapping[str, str] = os.environ
) -> Settings:
    """Read and check the settings. Raises SettingsError."""
    folder = instance or instance_folder(environment)
    values = _values(folder, environment)
    database_url, keystore_url = _databases(folder, values)
    # No less than the second recommendation of RFC 9106, section 4.
    memory = _whole_number(values, "ARGON2_MEMORY_KIB", 65536)
    iterations = _whole_number(values, "ARGON2_ITERATIONS", 3)
    if memory < 65536 or iterations < 3:
        raise SettingsError(
            "ARGON2_MEMORY_KIB is at least 65536 and ARGON2_ITERATIONS at least 3. "
            "Take the weaker values out of settings.env."
        )
    secrets = {name: _secret(values, name) for name in SECRETS}
    if len(set(secrets.values())) < len(secrets):
        raise SettingsError(f"{', '.join(SECRETS)} must differ. Run `signalering setup` afresh.")
    return Settings(
        instance=folder,
        installation_name=_required(values, "INSTALLATION_NAME"),
        public_url=_public_url(values),
        database_url=database_url,
        keystore_url=keystore_url,
        secret_key=secrets["SECRET_KEY"],
        figures_key=secrets["FIGURES_KEY"],
        lookup_key=secrets["LOOKUP_KEY"],
        argon2_memory_kib=memory,
        argon2_iterations=iterations,
        first_rules=_first_rules(values),
        audit_head_address=_address(values, "AUDIT_HEAD_ADDRESS"),
        controller=values.get("CONTROLLER", ""),
        data_protection_address=_address(values, "DATA_PROTECTION_ADDRESS"),
        security_contact=_address(values, "SECURITY_CONTACT"),
        proxies=_whole_number(values, "PROXIES", 0),
        demonstration=demo_log_ins(folder).exists(),
        **_single_sign_on(values),
        mail=_mail(values),
    )


def database_urls(environment: Mapping[str, str] = os.environ) -> tuple[str, str]:
    """Where data and keystore are, also before there is an installation. Raises SettingsError."""
    folder = instance_folder(environment)
    return _databases(folder, _values(folder, environment))


def _databases(folder: Path, values: Mapping[str, str]) -> tuple[str, str]:
    return (
        values.get("DATABASE_URL", f"sqlite:///{folder / 'data.sqlite'}"),
        values.get("KEYSTORE_URL", f"sqlite:///{folder / 'keystore.sqlite'}"),
    )


def _values(folder: Path, environment: Mapping[str, str]) -> dict[str, str]:
    return read_private(settings_file(folder)) | {
        name.removeprefix(PREFIX): value
        for name, value in environment.items()
        if name.startswith(PREFIX)
    }


def read_private(path: Path) -> dict[str, str]:
    """Lines of NAME=value in a file that is its owner's alone. Raises SettingsError."""
    if not path.exists():
        return {}
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & 0o077:
        raise SettingsError(
            f"{path} can be read by others (mode {mode:03o}). "
            f"Run: chmod 600 {path}. If others had access, renew the secrets."
        )
    values = {}
    try:
        lines = path.read_text("utf-8").splitlines()
    except UnicodeDecodeError:
        # The fault itself carries the whole file, secrets and all: it goes no further.
        raise SettingsError(
            f"{path} is not UTF-8 text. Put back the file of your backup."
        ) from None
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        name, equals, value = text.partition("=")
        if not equals:
            raise SettingsError(f"{path}, line {number}: expected NAME=value.")
        values[name.strip().removeprefix(PREFIX)] = value.strip()
    return values


def _required(values: Mapping[str, str], name: str) -> str:
    value = values.get(name, "")
    if not value:
        raise SettingsError(
            f"{name} is missing. Run `signalering setup`, which writes it to settings.env, "
            f"or set {PREFIX}{name}."
        )
    return value


def _secret(values: Mapping[str, str], name: str) -> bytes:
    text = _required(values, name)
    try:
        secret = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise SettingsError(f"{name} is not base64. Put back the value of your backup.") from error
    if len(secret) != SECRET_BYTES or len(set(secret)) < 12:
        raise SettingsError(
            f"{name} is weak: it must be {SECRET_BYTES} random bytes in base64. "
            "Run `signalering setup` for a new installation, or put back the value of your backup."
        )
    return secret


def _single_sign_on(values: Mapping[str, str]) -> dict[str, str]:
    found = {name: values.get(name, "") for name in SINGLE_SIGN_ON}
    if not any(found.values()):
        return {}
    missing = [name for name, value in found.items() if not value]
    if missing:
        raise SettingsError(
            f"{', '.join(missing)} missing: single sign-on needs all of "
            f"{', '.join(SINGLE_SIGN_ON)}, or none of them."
        )
    if not all(find_spec(name) for name in ("authlib", "httpx")):
        raise SettingsError("Single sign-on needs more packages: install signalering[oidc].")
    issuer = found["OIDC_ISSUER"]
    if not is_safe_url(issuer) or urlsplit(issuer).query or urlsplit(issuer).fragment:
        raise SettingsError(
            "OIDC_ISSUER must begin with https:// and name a host (http:// for localhost only)."
        )
    return {name.lower(): value for name, value in found.items()}


def is_safe_url(url: str) -> bool:
    """Whether an address is https, or http on this very machine."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return False
    loopback = host in ("localhost", "127.0.0.1", "::1")
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and loopback))


def _public_url(values: Mapping[str, str]) -> str:
    url = _required(values, "PUBLIC_URL").rstrip("/")
    if is_safe_url(url):
        return url
    raise SettingsError(
        "PUBLIC_URL must begin with https:// and name a host (http:// for localhost only)."
    )


def _mail(values: Mapping[str, str]) -> MailServer | None:
    try:
        return mail_server(values)
    except ValueError as error:
        raise SettingsError(str(error)) from None


def _first_rules(values: Mapping[str, str]) -> HouseRules:
    return HouseRules(
        good_friday=_yes_or_no(values, "GOOD_FRIDAY", default=True),
        liberation_day=_yes_or_no(values, "LIBERATION_DAY", default=True),
        closing_days=tuple(ClosingDay(day) for day in sorted(_days(values, "CLOSING_DAYS"))),
        team_phone=values.get("TEAM_PHONE", ""),
        team_hours=values.get("TEAM_HOURS", ""),
        team_visit=values.get("TEAM_VISIT", ""),
        audit_many_reads=_at_least_one(values, "AUDIT_MANY_READS", 30),
        help_lines=_help_lines(values),
    )


def _help_lines(values: Mapping[str, str]) -> HelpLines:
    given = {
        one.name: values[f"HELP_{one.name.upper()}"]
        for one in fields(HelpLines)
        if f"HELP_{one.name.upper()}" in values
    }
    try:
        return HelpLines(**given)
    except ValueError as error:
        raise SettingsError(str(error)) from None


def _whole_number(values: Mapping[str, str], name: str, default: int) -> int:
    text = values.get(name, str(default))
    if not text.isascii() or not text.isdigit():
        raise SettingsError(f"{name} must be a whole number.")
    return int(text)


def _at_least_one(values: Mapping[str, str], name: str, default: int) -> int:
    number = _whole_number(values, name, default)
    if number < 1:
        raise SettingsError(f"{name} is at least 1.")
    return number


def _address(values: Mapping[str, str], name: str) -> str:
    text = values.get(name, "")
    if text and not re.fullmatch(r"[^@\s,;<>]+@[^@\s,;<>]+", text):
        raise SettingsError(f"{name} must be one mail address.")
    return text


def _yes_or_no(values: Mapping[str, str], name: str, *, default: bool) -> bool:
    text = values.get(name, "yes" if default else "no").lower()
    if text not in ("yes", "no"):
        raise SettingsError(f"{name} must be yes or no.")
    return text == "yes"


def _days(values: Mapping[str, str], name: str) -> frozenset[date]:
    parts = values.get(name, "").replace(",", " ").split()
    try:
        return frozenset(date.fromisoformat(part) for part in parts)
    except ValueError as error:
        raise SettingsError(f"{name} must be days like 2026-12-24, with spaces between.") from error
