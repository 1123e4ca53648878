"""Who may do what on PostgreSQL: an owner migrates, an application works, a reader makes backups.

SQLite knows no roles: there whoever can read the file can do all.
"""

import re
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, text

# From this version on one may vacuum without being the owner.
HAS_MAINTAIN = 17
PREFIX = re.compile(r"[a-z_][a-z0-9_]{0,40}")


@dataclass(frozen=True)
class Roles:
    """The names of an installation's three roles."""

    prefix: str = "signalering"

    def __post_init__(self) -> None:
        """Raises ValueError for a prefix that would have to be quoted."""
        if not PREFIX.fullmatch(self.prefix):
            raise ValueError(self.prefix)

    @property
    def owner(self) -> str:
        """Owns the tables and migrates them."""
        return f"{self.prefix}_owner"

    @property
    def application(self) -> str:
        """Reads and writes rows, and changes no table."""
        return f"{self.prefix}_application"

    @property
    def backup(self) -> str:
        """Reads."""
        return f"{self.prefix}_backup"

    @property
    def all(self) -> tuple[str, str, str]:
        """All three."""
        return self.owner, self.application, self.backup


def is_postgres(engine: Engine) -> bool:
    """Whether there are roles at all."""
    return engine.dialect.name == "postgresql"


def too_wide(engine: Engine) -> str:
    """Why the role that this engine logs in with may more than an application needs; or nothing.

    One of "superuser", "powers", "owner", "creates", "trail".
    """
    if not is_postgres(engine):
        return ""
    with engine.connect() as connection:
        found = connection.execute(_WIDTH).mappings().one()
    return next((why for why, is_so in found.items() if is_so), "")


_WIDTH = text(
    """
    SELECT rolsuper AS superuser,
           rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls AS powers,
           EXISTS (SELECT FROM pg_class
                   WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
                     AND pg_has_role(current_user, relowner, 'MEMBER')) AS owner,
           has_schema_privilege('public', 'CREATE') AS creates,
           coalesce(has_table_privilege(to_regclass('public.audit_entry'), 'UPDATE'), false)
             AS trail
    FROM pg_roles WHERE rolname = current_user
    """
)


def may_write(engine: Engine, table: str) -> bool:
    """Whether this engine's role may add rows to a table: a reader for backups may not."""
    if not is_postgres(engine):
        return True
    query = text("SELECT has_table_privilege(to_regclass(:table), 'INSERT')")
    with engine.connect() as connection:
        return bool(connection.scalar(query, {"table": f'public."{table}"'}))


def may_maintain(connection: Connection, table: str) -> bool:
    """Whether this connection's role may vacuum a table.

    Its owner may; a maintainer from version 17 on: an older server has no such right to give.
    """
    query = text(
        "SELECT pg_has_role(current_user, relowner, 'USAGE') FROM pg_class "
        "WHERE oid = to_regclass(:table)"
    )
    named = {"table": f'public."{table}"'}
    if connection.scalar(query, named):
        return True
    if version_of(connection) < HAS_MAINTAIN:
        return False
    maintain = text("SELECT has_table_privilege(to_regclass(:table), 'MAINTAIN')")
    return bool(connection.scalar(maintain, named))


def version_of(connection: Connection) -> int:
    """The server's major version."""
    return int(connection.scalar(text("SHOW server_version_num")) or 0) // 10000
