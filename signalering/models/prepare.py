"""Make the three roles of roles.py on PostgreSQL, and hand every table to its owner.

Run again, it changes what is not so and nothing else.
"""

from collections.abc import Callable, Mapping

from sqlalchemy import Connection, Engine, text

from signalering.models.rights import VERSIONS, settle
from signalering.models.roles import Roles, is_postgres, version_of
from signalering.models.tables import METADATA

OLDEST = 15
POWERS = "NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS"
Say = Callable[[str], None]


class CannotPrepare(Exception):
    """Why not, in English, for whoever runs the command."""


def prepare(
    engines: Mapping[str, Engine], roles: Roles, passwords: Mapping[str, str], say: Say
) -> None:
    """Make or mend the roles of each database, by the name of its metadata; says what it did.

    The engines log in as a superuser, or as who may make roles and owns the database. `passwords`
    are by role; the server gets, and can log, no more than their verifiers. Raises CannotPrepare.
    """
    for name, engine in engines.items():
        called = name or "data"
        if not is_postgres(engine):
            say(f"{called}: SQLite, nothing to prepare. Whoever can read the file can do all.")
            continue
        with engine.begin() as connection:
            for line in _prepare(connection, name, roles, passwords):
                say(f"{called}: {line}")


def _prepare(
    connection: Connection, name: str, roles: Roles, passwords: Mapping[str, str]
) -> list[str]:
    run = connection.exec_driver_sql
    is_super = _is_super(connection)
    said = []
    for role in roles.all:
        said.append(_made(connection, role))
        if role in passwords:
            run(f"ALTER ROLE {role} PASSWORD '{_verifier(connection, role, passwords[role])}'")
            said.append(f"{role} has the password that was given")
    _keep_apart(connection, roles)
    if not is_super:
        run(f"GRANT {roles.owner} TO CURRENT_USER")
    _open_to_roles_alone(connection, roles)
    said.append(f"only these three connect, and only {roles.owner} makes tables")
    strange = _not_owned(connection, roles, name)
    for table in strange:
        run(f'ALTER TABLE public."{table}" OWNER TO {roles.owner}')
    if strange:
        said.append(f"{roles.owner} owns {len(strange)} tables now that were another's")
    run(f"SET LOCAL ROLE {roles.owner}")
    tables = settle(connection, roles, name)
    run("RESET ROLE")
    said.append(f"rights on {len(tables)} tables, and on those of later migrations")
    if not is_super:
        run(f"REVOKE {roles.owner} FROM CURRENT_USER")
    return said


def _is_super(connection: Connection) -> bool:
    version = version_of(connection)
    if version < OLDEST:
        raise CannotPrepare(f"PostgreSQL {version} is too old: {OLDEST} or newer is needed.")
    me = connection.execute(
        text("SELECT rolsuper, rolcreaterole FROM pg_roles WHERE rolname = current_user")
    ).one()
    if not (me.rolsuper or me.rolcreaterole):
        raise CannotPrepare(
            "This role may not make roles. Let a superuser run it, or who may make roles and "
            "owns both databases: with SIGNALERING_DATABASE_URL and SIGNALERING_KEYSTORE_URL in "
            "the environment."
        )
    return bool(me.rolsuper)


def _made(connection: Connection, role: str) -> str:
    found = connection.execute(
        text(
            "SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls "
            "AS powerful FROM pg_roles WHERE rolname = :role"
        ),
        {"role": role},
    ).one_or_none()
    if found is None:
        connection.exec_driver_sql(f"CREATE ROLE {role} LOGIN {POWERS}")
        return f"{role} is made"
    if found.powerful:
        raise CannotPrepare(
            f"There is a role {role} already, with powers of its own. Take those away, or give "
            "other names with --prefix."
        )
    return f"{role} was there"


def _verifier(connection: Connection, role: str, password: str) -> str:
    """What SCRAM keeps of a password (RFC 5803): made here, so that no server logs the password."""
    driver = connection.connection.driver_connection
    if driver is None:
        raise CannotPrepare("The connection was lost. Try again.")
    made: bytes = driver.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256")
    return made.decode()


def _keep_apart(connection: Connection, roles: Roles) -> None:
    """Neither working role is a member of the owner, whatever somebody did by hand."""
    for role in (roles.application, roles.backup):
        for other in roles.all:
            is_member = text("SELECT pg_has_role(:role, :other, 'MEMBER')")
            named = {"role": role, "other": other}
            if other != role and connection.scalar(is_member, named):
                connection.exec_driver_sql(f"REVOKE {other} FROM {role}")


def _open_to_roles_alone(connection: Connection, roles: Roles) -> None:
    quoted = connection.dialect.identifier_preparer.quote
    database = quoted(str(connection.scalar(text("SELECT current_database()"))))
    everyone = ", ".join(roles.all)
    for statement in (
        f"REVOKE ALL ON DATABASE {database} FROM PUBLIC",
        f"GRANT CONNECT ON DATABASE {database} TO {everyone}",
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
        f"REVOKE ALL ON SCHEMA public FROM {roles.application}, {roles.backup}",
        f"GRANT USAGE ON SCHEMA public TO {everyone}",
        f"GRANT CREATE ON SCHEMA public TO {roles.owner}",
    ):
        connection.exec_driver_sql(statement)


def _not_owned(connection: Connection, roles: Roles, name: str) -> list[str]:
    found = connection.scalars(
        text(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tableowner <> :owner "
            "ORDER BY tablename"
        ),
        {"owner": roles.owner},
    )
    ours = {*METADATA[name].tables, VERSIONS}
    return [table for table in found if table in ours]
