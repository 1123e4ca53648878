"""What the application and the reader for backups may do with each table on PostgreSQL."""

from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import Connection, Engine, inspect, text

from signalering.domain.retention import OPTIONS, Kept, months_of
from signalering.models.roles import HAS_MAINTAIN, PREFIX, Roles, is_postgres, version_of
from signalering.models.tables import METADATA

VERSIONS = "alembic_version"
READ = "SELECT"
ALL = "SELECT, INSERT, UPDATE, DELETE"
ADD = "SELECT, INSERT"
# What is written once. All other tables get ALL, those of later migrations too.
LEDGERS: Mapping[str, str] = MappingProxyType(
    {
        VERSIONS: READ,
        # Entries never change. Retention deletes whole segments when their years are over, and a
        # trigger refuses every other deletion (prepare.py).
        "audit_segment": "SELECT, INSERT, DELETE",
        "audit_entry": "SELECT, INSERT, DELETE",
        "audit_review": ADD,
        "pack_signature": ADD,
        "pack_part": ADD,
        "setting_decision": ADD,
        "fact_move": ADD,
        "release": ADD,
        "published_cell": ADD,
        "tombstone": ADD,
        # Deactivated, never deleted.
        "account": "SELECT, INSERT, UPDATE",
    }
)
# Where erased words stood, and the keys to them: emptied pages are vacuumed at once.
SCRUBBED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "": (
            "case_record",
            "case_entry",
            "case_task",
            "referral",
            "referral_answer",
            "contact_details",
            "contact_card",
            "pending_fact",
            "signal",
            "signal_indicator",
            "signal_wish",
            "thread_entry",
            "triage_entry",
            "audit_segment",
            "audit_entry",
            "erasure_notice",
        ),
        "keystore": ("wrap", "package_share"),
    }
)
TRAIL = ("audit_segment", "audit_entry")

# A backup needs a moment in which nobody writes, and who only reads may lock nothing by itself.
_HOLD_STILL = """
CREATE OR REPLACE FUNCTION public.hold_still(VARIADIC names text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  EXECUTE (SELECT 'LOCK TABLE ' || string_agg(format('public.%I', name), ', ')
             || ' IN SHARE MODE NOWAIT' FROM unnest(names) AS name);
END $$
"""
# Two days of grace: the application counts in its own days, the server in its own.
_TRAIL_STAYS = """
CREATE OR REPLACE FUNCTION public.trail_stays() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  opened text;
BEGIN
  IF pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE') THEN
    RETURN OLD;
  END IF;
  IF TG_TABLE_NAME = 'audit_segment' THEN
    opened = OLD.opened_in;
  ELSE
    SELECT opened_in INTO opened FROM public.audit_segment WHERE id = OLD.segment_id;
  END IF;
  IF opened > to_char(now() + interval '2 days' - interval '{months} months', 'YYYY-MM') THEN
    RAISE EXCEPTION 'the audit trail is kept' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN OLD;
END $$
"""


def settle(connection: Connection, roles: Roles, name: str) -> list[str]:
    """Give both working roles exactly what they need in this database; gives its tables.

    `name` is that of the metadata. To be run as the owner.
    """
    owner, application, backup = roles.all
    there = set(inspect(connection).get_table_names(schema="public"))
    tables = sorted(there & {*METADATA[name].tables, VERSIONS})
    run = connection.exec_driver_sql
    default = f"ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public"
    run(f"{default} GRANT {ALL} ON TABLES TO {application}")
    run(f"{default} GRANT {READ} ON TABLES TO {backup}")
    for table in tables:
        run(f'REVOKE ALL ON TABLE public."{table}" FROM PUBLIC, {application}, {backup}')
        run(f'GRANT {LEDGERS.get(table, ALL)} ON TABLE public."{table}" TO {application}')
        run(f'GRANT {READ} ON TABLE public."{table}" TO {backup}')
    _scrubbed(connection, application, [one for one in SCRUBBED[name] if one in there])
    connection.execute(text(_HOLD_STILL))
    run("REVOKE ALL ON FUNCTION public.hold_still(text[]) FROM PUBLIC")
    run(f"GRANT EXECUTE ON FUNCTION public.hold_still(text[]) TO {application}, {backup}")
    if set(TRAIL) <= there:
        _guard_trail(connection)
    return tables


def _scrubbed(connection: Connection, application: str, tables: list[str]) -> None:
    version = version_of(connection)
    for table in tables:
        if version >= HAS_MAINTAIN:
            connection.exec_driver_sql(f'GRANT MAINTAIN ON TABLE public."{table}" TO {application}')
        else:
            # The server itself vacuums then, within a minute after the first dead row.
            connection.exec_driver_sql(
                f'ALTER TABLE public."{table}" SET '
                "(autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 0)"
            )


def _guard_trail(connection: Connection) -> None:
    """Refuse to delete what is younger than the shortest term, but to the owner, who restores."""
    months = months_of(OPTIONS[Kept.AUDIT][0])
    connection.execute(text(_TRAIL_STAYS.format(months=months)))
    connection.exec_driver_sql("REVOKE ALL ON FUNCTION public.trail_stays() FROM PUBLIC")
    for table in TRAIL:
        connection.exec_driver_sql(
            f"CREATE OR REPLACE TRIGGER trail_stays BEFORE DELETE ON public.{table} "
            "FOR EACH ROW EXECUTE FUNCTION public.trail_stays()"
        )


def refresh(engine: Engine, name: str) -> None:
    """After a migration by an owner that prepare() made: new tables get their narrower rights."""
    if not is_postgres(engine):
        return
    with engine.begin() as connection:
        me = str(connection.scalar(text("SELECT current_user")))
        prefix = me.removesuffix("_owner")
        if prefix == me or not PREFIX.fullmatch(prefix):
            return
        roles = Roles(prefix)
        others = {"application": roles.application, "backup": roles.backup}
        known = connection.scalar(
            text("SELECT count(*) FROM pg_roles WHERE rolname IN (:application, :backup)"), others
        )
        if known == len(others):
            settle(connection, roles, name)
