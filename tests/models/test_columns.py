"""The register of columns is the schema, and each kind of column is what its kind says."""

from pathlib import Path

import pytest
from kit.schema import without_rowid
from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Integer,
    LargeBinary,
    String,
    Table,
    Time,
    Uuid,
    types,
)

from signalering.models.base import Moment
from signalering.models.columns import DATA, KEYSTORE, Kind
from signalering.models.database import open_engine
from signalering.models.tables import METADATA

REGISTERS = {"": DATA, "keystore": KEYSTORE}

# Quarters, months and years that are written as text or a number: no finer than they say.
COARSE_DAYS = {
    "audit_segment.opened_in": "month",
    "audit_review.month": "month",
    "stat_fact.period": "quarter",
    "stat_fact.registered_in": "quarter",
    "fact_move.month": "month",
    "release.period": "quarter, half or year",
    "release_check.period": "quarter, half or year",
    "published_cell.period": "quarter, half or year",
    "table_plan.year": "year",
    "report_foreword.period": "quarter, half or year",
}

# Tables whose keys are words, months or years: the order of their rows tells nothing.
NATURAL_KEYS = {"fact_move", "table_plan", "release", "secret_mark"}

# The one time that is stored: when a session ends, rounded up to a quarter of an hour.
# Ends of what lives for hours, and when a mail goes: about staff, never backed up.
TIMES = {
    "log_in_session.expires_at",
    "invitation.expires_at",
    "throttle.wait_until",
    "throttle.forget_after",
    "outbox_mail.due_at",
    # Minutes, in whole ones where a signal may come of it.
    "api_token.until",
    "signal_link.until",
    "directory_import.expires_at",
    # Of the machinery: each round of the work loop writes all of them anew.
    "upkeep_mark.done_at",
    "upkeep_mark.failed_at",
}
# Found by its holder, who makes the tag afresh.
TAGS = {"signal.reporter_tag", "log_in_session.own_tag", "draft.tag"}

# Ends of the audit chain and a year's plan: made by the house, written by nobody. A foreword and a
# newsletter are meant to be published, and agenda and notes of a meeting for the network: the guard
# has read them.
LONG_TEXTS = {
    "setting_decision.value",
    "audit_segment.heads",
    "table_plan.plan",
    "release.verdict",
    "initiative.note",
    "initiative.eligibility",
    "initiative.sign_up",
    "organisation.description",
    "place.route",
    "place.accessibility",
    "offer_correction.note",
    "report_foreword.text",
    "meeting.agenda",
    "meeting.notes",
    "newsletter.content",
    "retention_policy.reason",
    "retention_policy.why_longer",
    "erasure_run.policy",
    "pack_part.text",
}
# As long as the log-in services of others make them (OpenID Connect Core, section 2).
FOREIGN_IDS = {"external_identity.issuer", "external_identity.subject"}


def columns() -> list[tuple[str, Column[object], Kind]]:
    """Every column that both the schema and the register know."""
    return [
        (f"{table.name}.{column.name}", column, REGISTERS[name][table.name][column.name])
        for name, metadata in METADATA.items()
        for table in metadata.sorted_tables
        for column in table.columns
        if column.name in REGISTERS[name].get(table.name, {})
    ]


def of_kind(kind: Kind) -> list[tuple[str, Column[object]]]:
    return [(label, column) for label, column, registered in columns() if registered is kind]


@pytest.mark.parametrize("name", METADATA)
def test_the_register_is_the_schema_column_by_column(name: str) -> None:
    schema = {
        table.name: [column.name for column in table.columns]
        for table in METADATA[name].sorted_tables
    }
    register = {table: list(kinds) for table, kinds in REGISTERS[name].items()}
    assert {table: sorted(names) for table, names in schema.items()} == {
        table: sorted(names) for table, names in register.items()
    }


def test_no_table_stands_in_both_databases() -> None:
    assert not set(DATA) & set(KEYSTORE)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_in_use(kind: Kind) -> None:
    assert of_kind(kind)


@pytest.mark.parametrize(("label", "column"), of_kind(Kind.SEALED), ids=str)
def test_a_sealed_column_holds_bytes(label: str, column: Column[object]) -> None:
    assert isinstance(column.type, LargeBinary), label


@pytest.mark.parametrize(("label", "column"), of_kind(Kind.DAY), ids=str)
def test_a_day_is_a_day_or_coarser(label: str, column: Column[object]) -> None:
    if label in COARSE_DAYS:
        assert isinstance(column.type, Integer | String)
        longest = {"month": 7, "quarter": 6, "quarter, half or year": 6}
        if isinstance(column.type, String):
            assert column.type.length == longest[COARSE_DAYS[label]]
    else:
        assert type(column.type) is Date, label


def test_coarse_days_are_all_there() -> None:
    assert set(COARSE_DAYS) <= {label for label, _ in of_kind(Kind.DAY)}


def test_no_time_of_day_is_stored_but_of_what_lives_for_hours() -> None:
    timed = {
        label
        for label, column, _ in columns()
        if isinstance(column.type, DateTime | Time | types.TIMESTAMP | Moment)
    }
    assert timed == TIMES


def test_every_date_is_registered_as_a_day() -> None:
    assert {label for label, column, _ in columns() if isinstance(column.type, Date)} == {
        label for label, _ in of_kind(Kind.DAY)
    } - set(COARSE_DAYS)


@pytest.mark.parametrize(("label", "column"), of_kind(Kind.CODE), ids=str)
def test_a_code_has_no_room_for_a_sentence(label: str, column: Column[object]) -> None:
    if isinstance(column.type, String):
        assert column.type.length is not None
        assert column.type.length <= 128, label
        assert type(column.type) is not types.Text
    else:
        assert isinstance(column.type, Boolean)


@pytest.mark.parametrize(("label", "column"), of_kind(Kind.LINK), ids=str)
def test_a_link_is_a_key_a_tag_or_nothing(label: str, column: Column[object]) -> None:
    assert isinstance(column.type, Uuid) or label in TAGS, label


def test_no_clear_column_has_room_for_a_story() -> None:
    wide = {
        label
        for label, column, kind in columns()
        if kind is not Kind.SEALED
        and isinstance(column.type, String)
        and (column.type.length is None or column.type.length > 254)
    }
    assert wide == LONG_TEXTS | FOREIGN_IDS


def test_nothing_links_a_signal_to_its_case_or_to_an_account_that_reported_it() -> None:
    links = {
        (table.name, link.target_fullname.partition(".")[0])
        for table in METADATA[""].sorted_tables
        for link in table.foreign_keys
    }
    assert ("signal", "case_record") not in links
    assert ("case_record", "signal") not in links
    to_account = {
        link.parent.name
        for link in METADATA[""].tables["signal"].foreign_keys
        if link.target_fullname == "account.id"
    }
    assert to_account == {"owner_id"}, "who has it in hand, never who reported it"


def has_natural_key(table: Table) -> bool:
    return table.name in NATURAL_KEYS


@pytest.mark.parametrize("name", METADATA)
def test_rows_of_random_keys_are_kept_in_key_order(name: str, tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'order.sqlite'}")
    METADATA[name].create_all(engine)
    with engine.connect() as connection:
        ordered_by_insertion = {
            table.name
            for table in METADATA[name].sorted_tables
            if not without_rowid(connection, table.name)
        }
    engine.dispose()
    assert ordered_by_insertion == {
        table.name for table in METADATA[name].sorted_tables if has_natural_key(table)
    }


@pytest.mark.parametrize("table", sorted(NATURAL_KEYS))
def test_a_natural_key_is_no_random_one(table: str) -> None:
    found = next(m.tables[table] for m in METADATA.values() if table in m.tables)
    for column in found.primary_key.columns:
        assert isinstance(column.type, Integer | String)
        assert column.default is None
