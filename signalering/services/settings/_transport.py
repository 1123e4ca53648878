"""Whether what goes to a database can be read on the way."""

import ipaddress
import os
from collections.abc import Mapping

from sqlalchemy.engine import make_url

# How libpq calls a connection that is never in clear; its own default, "prefer", may be.
ENCRYPTED = ("require", "verify-ca", "verify-full")


def unprotected(url: str, environment: Mapping[str, str] = os.environ) -> str:
    """The hosts of this address that may be reached in clear over a network; none is empty.

    Source: PostgreSQL, "SSL Support" (libpq), table of sslmode; hosts of this machine and sockets
    reach no network.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() != "postgresql":
        return ""
    mode = _one(parsed.query.get("sslmode")) or environment.get("PGSSLMODE", "")
    if mode in ENCRYPTED:
        return ""
    named = parsed.host or _one(parsed.query.get("host")) or environment.get("PGHOST", "")
    return ", ".join(host for host in named.split(",") if not _is_here(host.strip()))


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
