"""Roles on PostgreSQL: each may do its work, and nothing beside it."""

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from kit.backups import put_back
from kit.canaries import sightings
from kit.cases import case_row, closed_case
from kit.databases import PostgresTowns
from kit.day import play
from kit.mail import never
from kit.retention import ran_on
from kit.roles import Prepared, unprepared
from kit.signals import logged
from kit.town import Town
from sqlalchemy import Engine, delete, func, select, text, update
from sqlalchemy.exc import ProgrammingError

from signalering.domain.state_texts import Check
from signalering.domain.states import CaseOutcome
from signalering.models import schema
from signalering.models.audit.segment import AuditEntry, AuditSegment
from signalering.models.cases.case import Case
from signalering.models.prepare import CannotPrepare
from signalering.models.retention.run import ErasureRun
from signalering.models.rights import LEDGERS, SCRUBBED, VERSIONS
from signalering.models.roles import HAS_MAINTAIN, may_maintain, too_wide, version_of
from signalering.models.tables import METADATA
from signalering.services.cases.show import open_record
from signalering.services.retention._snapshot import snapshot
from signalering.services.retention.backup import create
from signalering.services.retention.scrub import scrub
from signalering.services.retention.verify import verify_one
from signalering.services.settings.state import state_of
from signalering.services.upkeep import run_jobs

pytestmark = pytest.mark.postgres
NO_RIGHT = "permission denied|must be owner|audit trail is kept"


@pytest.fixture
def empty(postgres_towns: PostgresTowns, tmp_path: Path) -> Iterator[Prepared]:
    """Two empty databases, and nobody to use them."""
    with postgres_towns.empty() as urls, unprepared(tmp_path, urls) as made:
        yield made


@pytest.fixture
def prepared(empty: Prepared) -> Prepared:
    """In the order of a new installation: roles, then tables by their owner."""
    empty.prepare()
    empty.made(empty.roles.owner)
    return empty


@pytest.fixture
def working(prepared: Prepared) -> Town:
    """People in it, by the application."""
    return prepared.settled(prepared.roles.application)


def refused(engine: Engine, statement: str) -> None:
    with engine.connect() as connection, pytest.raises(ProgrammingError, match=NO_RIGHT):
        connection.execute(text(statement))


DDL = (
    "CREATE TABLE mine (number int)",
    "CREATE TEMPORARY TABLE mine (number int)",
    "CREATE SCHEMA mine",
    "DROP TABLE case_task",
    "ALTER TABLE case_task ADD COLUMN mine int",
    "ALTER TABLE audit_entry DISABLE TRIGGER trail_stays",
    "DROP TRIGGER trail_stays ON audit_entry",
    "TRUNCATE case_task",
    "UPDATE alembic_version SET version_num = '0001'",
)
TRAIL = (
    "UPDATE audit_entry SET sealed = ''",
    "UPDATE audit_segment SET opened_in = '2001-01'",
    "DELETE FROM audit_entry",
    "TRUNCATE audit_entry, audit_segment",
)


def test_the_application_does_all_of_its_work(prepared: Prepared, working: Town) -> None:
    """A day of all hats, the work loop, and the forgetting of what is over."""
    day = play(working)
    assert run_jobs(working.house, never) == []
    with working.committed("coordinator") as work:
        for case_id in day.cases.values():
            open_record(work, case_id)
    case_id = closed_case(working, CaseOutcome.OWN_STRENGTH)
    last = case_row(working, case_id).erase_after
    assert last is not None
    ran_on(working, last - timedelta(days=14), last, last + timedelta(days=1))
    until_vacuumed(prepared, working)
    assert run_jobs(working.house, never) == []
    with working.work(writes=False) as work:
        assert work.data.get(Case, case_id) is None
        assert work.data.scalar(select(func.count()).where(ErasureRun.ended_on.is_not(None)))
        found = {line.check: line.code for line in state_of(work).lines}
    assert found[Check.ROLE] == "role_narrow"


def test_the_application_changes_no_table_and_no_trail(prepared: Prepared, working: Town) -> None:
    for statement in (*DDL, *TRAIL):
        refused(working.house.data, statement)
    refused(working.house.keystore, "CREATE TABLE mine (number int)")
    refused(working.house.keystore, "DELETE FROM tombstone")
    for engine in prepared.engines(prepared.roles.application).values():
        assert too_wide(engine) == ""
    with working.work(writes=False) as work:
        assert work.data.scalar(select(func.count()).select_from(AuditEntry))


def test_retention_alone_takes_what_is_older_than_five_years(
    prepared: Prepared, working: Town
) -> None:
    with prepared.engines()[""].begin() as connection:
        now = connection.scalar(text("SELECT to_char(now() - interval '60 months', 'YYYY-MM')"))
        young = connection.scalar(text("SELECT to_char(now() - interval '58 months', 'YYYY-MM')"))
        connection.execute(update(AuditSegment).values(opened_in=young))
    for statement in TRAIL:
        refused(working.house.data, statement)
    with prepared.engines()[""].begin() as connection:
        connection.execute(update(AuditSegment).values(opened_in=now))
    with working.committed() as work:
        work.data.execute(delete(AuditEntry))
        work.data.execute(delete(AuditSegment))


def test_the_reader_makes_backups_and_writes_nothing(
    prepared: Prepared, working: Town, tmp_path: Path
) -> None:
    day = play(working)
    reader = prepared.as_role(working, prepared.roles.backup)
    said: list[str] = []
    keystore, data = create(reader.house, tmp_path / "backups", said.append)
    assert any("only reads" in line for line in said)
    assert verify_one(data).keys <= verify_one(keystore).keys
    assert sightings(data.read_bytes(), day.canaries) == set()
    for statement in (*DDL, *TRAIL, "DELETE FROM throttle", "INSERT INTO day_key VALUES (now())"):
        refused(reader.house.data, statement)
    refused(reader.house.keystore, "UPDATE wrap SET wrapped = ''")
    # The owner puts it back, over what is there.
    owner = prepared.as_role(working, prepared.roles.owner)
    put_back(owner, data, keystore)
    with working.committed("coordinator") as work:
        open_record(work, day.cases["long"])


def test_the_reader_sees_one_moment(prepared: Prepared, working: Town) -> None:
    """It holds writers by a function of the owner's, for it may lock nothing itself."""
    reader = prepared.as_role(working, prepared.roles.backup)
    refused(reader.house.data, "LOCK TABLE signal IN SHARE MODE")

    def meanwhile() -> None:
        with working.house.data.connect() as connection:
            connection.execute(text("SET lock_timeout = '100ms'"))
            with pytest.raises(Exception, match="lock timeout"):
                connection.execute(text("DELETE FROM signal"))

    with snapshot(reader.house, meanwhile) as seen:
        logged(working)
        assert seen.data.scalar(select(func.count()).select_from(text("signal"))) == 0


def test_a_later_migration_gives_the_same_rights(prepared: Prepared, working: Town) -> None:
    made = prepared.engines(prepared.roles.owner)
    schema.downgrade(made[""], made["keystore"], "0025")
    with made[""].begin() as connection:
        connection.execute(text("CREATE TABLE of_tomorrow (number int)"))
    schema.upgrade(made[""], made["keystore"])
    with working.house.data.begin() as connection:
        connection.execute(text("INSERT INTO of_tomorrow VALUES (1)"))
        connection.execute(text("UPDATE of_tomorrow SET number = 2"))
        connection.execute(text("DELETE FROM upkeep_mark"))
    refused(working.house.data, "UPDATE setting_decision SET value = ''")
    reader = prepared.engines(prepared.roles.backup)
    with reader[""].connect() as connection:
        assert connection.scalar(text("SELECT number FROM of_tomorrow")) == 2
    refused(reader[""], "DELETE FROM of_tomorrow")


def test_what_was_made_by_a_superuser_is_handed_over(empty: Prepared) -> None:
    empty.made()
    town = empty.settled()
    for engine in empty.engines().values():
        assert too_wide(engine) == "superuser"
    empty.prepare()
    for engine in empty.engines(empty.roles.owner).values():
        assert too_wide(engine) == "owner"
    application = empty.as_role(town, empty.roles.application)
    assert run_jobs(application.house, never) == []
    refused(application.house.data, "DELETE FROM audit_entry")
    with town.work(writes=False) as work:
        found = {line.check: line.code for line in state_of(work).lines}
    assert found[Check.ROLE] == "role_wide"


def test_done_twice_it_changes_nothing(prepared: Prepared) -> None:
    before = rights(prepared)
    again = prepared.prepare()
    assert rights(prepared) == before
    assert not any("is made" in line or "now that were" in line for line in again)


def test_a_right_that_somebody_gave_is_taken_back(prepared: Prepared, working: Town) -> None:
    application = prepared.roles.application
    with prepared.engines()[""].begin() as connection:
        for statement in (
            f"GRANT UPDATE ON audit_entry TO {application}",
            f"GRANT {prepared.roles.owner} TO {application}",
            f"GRANT CREATE ON SCHEMA public TO {application}",
            "GRANT SELECT ON case_record TO PUBLIC",
        ):
            connection.execute(text(statement))
    assert too_wide(working.house.data) == "owner"
    prepared.prepare()
    assert too_wide(working.house.data) == ""
    refused(working.house.data, "UPDATE audit_entry SET sealed = ''")


def rights(prepared: Prepared) -> list[tuple[str, ...]]:
    query = text(
        "SELECT relname, relowner::regrole::text, relacl::text FROM pg_class "
        "WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname"
    )
    found = []
    for engine in prepared.engines().values():
        with engine.connect() as connection:
            found += [tuple(map(str, row)) for row in connection.execute(query)]
    return found


def test_who_may_make_roles_need_not_be_a_superuser(empty: Prepared) -> None:
    admin = f"a{uuid4().hex[:12]}"
    for engine in empty.engines().values():
        with engine.begin() as connection:
            if connection.scalar(text("SELECT to_regrole(:name)"), {"name": admin}) is None:
                connection.execute(text(f"CREATE ROLE {admin} LOGIN CREATEROLE"))
            connection.execute(text(f'ALTER DATABASE "{engine.url.database}" OWNER TO {admin}'))
    empty.prepare(admin=admin)
    empty.upgrade(empty.roles.owner)
    town = empty.settled(empty.roles.application)
    assert run_jobs(town.house, never) == []
    with empty.engines(admin)[""].connect() as connection:
        member = text("SELECT pg_has_role(:owner, 'USAGE')")
        assert not connection.scalar(member, {"owner": empty.roles.owner})


def test_who_may_make_no_roles_is_told_so(prepared: Prepared) -> None:
    with pytest.raises(CannotPrepare, match="may not make roles"):
        prepared.prepare(admin=prepared.roles.application)


def test_a_role_with_powers_of_its_own_is_not_taken(empty: Prepared) -> None:
    with empty.engines()[""].begin() as connection:
        connection.execute(text(f"CREATE ROLE {empty.roles.application} SUPERUSER"))
    with pytest.raises(CannotPrepare, match="powers of its own"):
        empty.prepare()


def test_a_password_reaches_the_server_as_a_verifier_alone(prepared: Prepared) -> None:
    word = "een heel lang wachtwoord"
    prepared.prepare({prepared.roles.application: word})
    kept = text("SELECT rolpassword FROM pg_authid WHERE rolname = :role")
    with prepared.engines()[""].connect() as connection:
        found = connection.scalar(kept, {"role": prepared.roles.application})
    assert str(found).startswith("SCRAM-SHA-256$")
    assert not any(word in line for line in prepared.said)


def test_erased_rows_are_vacuumed(prepared: Prepared, working: Town) -> None:
    """By the application itself; by an older server's own loop, which it waits for."""
    logged(working)
    with working.house.data.begin() as connection:
        connection.execute(text("DELETE FROM thread_entry"))
    at_once = scrub(working.house)
    with working.house.data.connect() as connection:
        newer = version_of(connection) >= HAS_MAINTAIN
        may = {may_maintain(connection, table) for table in SCRUBBED[""]}
    assert may == {newer}
    assert at_once or not newer
    until_vacuumed(prepared, working)


def until_vacuumed(prepared: Prepared, working: Town) -> None:
    """Wait for the server's own loop, where it is the one who does it."""
    with prepared.engines()[""].connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT")
        connection.execute(text("ALTER SYSTEM SET autovacuum_naptime = '1s'"))
        connection.execute(text("SELECT pg_reload_conf()"))
    for _ in range(200):
        if scrub(working.house):
            return
        time.sleep(0.3)
    pytest.fail("nobody vacuumed")


def test_every_name_is_a_table() -> None:
    known = {*METADATA[""].tables, *METADATA["keystore"].tables, VERSIONS}
    assert set(LEDGERS) <= known
    assert {*SCRUBBED[""], *SCRUBBED["keystore"]} <= known
