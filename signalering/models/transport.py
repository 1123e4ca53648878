"""Whether what goes to a database can be read on the way."""

import ipaddress
import os
from collections.abc import Mapping

from sqlalchemy.engine import URL, make_url

# How libpq calls a connection that is never in clear; its own default, "prefer", may be.
ENCRYPTED = ("require", "verify-ca", "verify-full")


def unprotected(url: str, environment: Mapping[str, str] = os.environ) -> str:
    """The hosts of this address that may be reached in clear over a network; none is empty.

    Source: PostgreSQL, "SSL Support" (libpq), table of sslmode, and "Parameter Key Words": hostaddr
    goes before host. Hosts of this machine and sockets reach no network. Where a service's file
    leads isn't known here.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() != "postgresql":
        return ""
    service = _one(parsed.query.get("service")) or environment.get("PGSERVICE", "")
    # What the address says goes before a service's file, and that before the environment.
    beside = {} if service else environment
    if _said(parsed, "sslmode", "PGSSLMODE", beside) in ENCRYPTED:
        return ""
    named = _said(parsed, "hostaddr", "PGHOSTADDR", beside)
    # The driver takes a host behind the question mark before the one in front of it.
    named = named or _one(parsed.query.get("host")) or parsed.host or beside.get("PGHOST", "")
    if service and not named:
        return f"service {service}"
    return ", ".join(host for host in named.split(",") if not _is_here(host.strip().lower()))


def _said(url: URL, name: str, variable: str, environment: Mapping[str, str]) -> str:
    return _one(url.query.get(name)) or environment.get(variable, "")


def _one(value: str | tuple[str, ...] | None) -> str:
    return ",".join(value) if isinstance(value, tuple) else value or ""


def _is_here(host: str) -> bool:
    """Without a host libpq takes a socket, and so does a path."""
    name = host.rpartition(":")[0] if host.count(":") == 1 else host
    if not name or name.startswith(("/", "@")) or name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return False
