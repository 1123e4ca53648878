"""Every named constraint of both databases refuses what it is there to refuse."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from kit.databases import PostgresTowns
from kit.rows import codes_of, foreign_keys, fresh, put
from sqlalchemy import (
    CheckConstraint,
    Connection,
    Constraint,
    Engine,
    ForeignKeyConstraint,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
)
from sqlalchemy.exc import IntegrityError

from signalering.models.database import open_engine
from signalering.models.tables import METADATA

FOREIGN = "made_up"
A_DAY = date(2026, 12, 31)
SIGNAL, CASE, CONTACT = "signal", "case_record", "contact_details"

Cases = list[dict[str, Any]]


# What must go along with a code so that no other rule speaks first.
ALONG: dict[str, dict[str, Any]] = {
    "ck_case_record_pause_reason_known": {"paused_until": A_DAY},
    "ck_referral_decline_reason_known": {"state": "declined"},
    "ck_referral_stop_reason_known": {"state": "stopped"},
}


class Linked:
    """Stands for the key of a fresh row of this table."""

    def __init__(self, table: str) -> None:
        self.table = table


TO_SUBSCRIBER: dict[str, Any] = {
    "account_id": None,
    "subscriber_id": Linked("subscriber"),
    "newsletter_id": Linked("newsletter"),
}
# What must stand beside a link so that no other rule speaks first.
BESIDE: dict[tuple[str, str], dict[str, Any]] = {
    (CONTACT, "case_id"): {"signal_id": None},
    ("outbox_mail", "subscriber_id"): {"account_id": None},
    ("outbox_mail", "newsletter_id"): {
        "account_id": None,
        "subscriber_id": Linked("subscriber"),
    },
}


def code_check(table: Table, constraint: Constraint) -> str | None:
    """The column that a CHECK holds to a closed list, when that is all it does."""
    name = str(constraint.name)
    if isinstance(constraint, CheckConstraint) and name.endswith("_known"):
        return name.removeprefix(f"ck_{table.name}_").removesuffix("_known")
    return None


TABLES = [table for metadata in METADATA.values() for table in metadata.sorted_tables]
CONSTRAINTS = [
    (table, constraint)
    for table in TABLES
    for constraint in sorted(table.constraints, key=lambda c: str(c.name))
]
CODES = [(t, c) for t, c in CONSTRAINTS if code_check(t, c)]
UNIQUES = [(t, c) for t, c in CONSTRAINTS if isinstance(c, UniqueConstraint | PrimaryKeyConstraint)]
LINKS = [(t, c) for t, c in CONSTRAINTS if isinstance(c, ForeignKeyConstraint)]

# The rules that say more than a list, by hand: what each accepts and what it refuses.
RULES: dict[str, tuple[str, Cases, Cases]] = {
    "ck_contact_details_one_place": (
        CONTACT,
        [{"signal_id": Linked(SIGNAL)}, {"signal_id": None, "case_id": Linked(CASE)}],
        [
            {"signal_id": None, "case_id": None},
            {"signal_id": Linked(SIGNAL), "case_id": Linked(CASE)},
        ],
    ),
    "ck_contact_details_no_days_in_case": (
        CONTACT,
        [
            {"signal_id": Linked(SIGNAL), "left_on": A_DAY, "lapses_on": A_DAY},
            {"signal_id": None, "case_id": Linked(CASE), "left_on": None, "lapses_on": None},
        ],
        [
            {"signal_id": None, "case_id": Linked(CASE), "left_on": A_DAY},
            {"signal_id": None, "case_id": Linked(CASE), "lapses_on": A_DAY},
        ],
    ),
    "ck_contact_card_no_bridge_from_signal_to_case": (
        "contact_card",
        [{}, {"signal_id": Linked(SIGNAL)}, {"contact_id": Linked(CONTACT)}],
        [{"signal_id": Linked(SIGNAL), "contact_id": Linked(CONTACT)}],
    ),
    "ck_case_record_pause_has_reason": (
        CASE,
        [{}, {"paused_until": A_DAY, "pause_reason": "hospital"}],
        [{"paused_until": A_DAY}, {"pause_reason": "hospital"}],
    ),
    "ck_referral_declined_has_reason": (
        "referral",
        [{"state": "declined", "decline_reason": "full"}, {"state": "sent"}],
        [{"state": "declined"}, {"state": "sent", "decline_reason": "full"}],
    ),
    "ck_referral_stopped_has_reason": (
        "referral",
        [
            {"state": "stopped", "stop_reason": "health"},
            {"state": "not_started", "stop_reason": "health"},
            {"state": "started"},
        ],
        [
            {"state": "stopped"},
            {"state": "not_started"},
            {"state": "started", "stop_reason": "health"},
        ],
    ),
    "ck_meeting_seats_enough": (
        "meeting",
        [{"taken": 3, "capacity": 3}, {"taken": 900, "capacity": None}],
        [{"taken": 4, "capacity": 3}, {"taken": -1, "capacity": None}],
    ),
    "ck_meeting_partner_people_counted": (
        "meeting_partner",
        [{"people": None, "came": None}, {"people": 0, "came": 2}],
        [{"people": -1, "came": None}, {"people": None, "came": -1}],
    ),
    "ck_training_session_seats_enough": (
        "training_session",
        [{"seats": 3, "taken": 0}, {"seats": 3, "taken": 3}],
        [{"seats": 3, "taken": 4}, {"seats": 3, "taken": -1}],
    ),
    "ck_cover_days_in_order": (
        "cover",
        [{"from_on": A_DAY, "until_on": A_DAY}],
        [{"from_on": A_DAY, "until_on": A_DAY - timedelta(days=1)}],
    ),
    "ck_open_data_key_days_in_order": (
        "open_data_key",
        [{"made_on": A_DAY, "until_on": A_DAY}],
        [{"made_on": A_DAY, "until_on": A_DAY - timedelta(days=1)}],
    ),
    "ck_api_client_days_in_order": (
        "api_client",
        [{"made_on": A_DAY, "until_on": A_DAY}],
        [{"made_on": A_DAY, "until_on": A_DAY - timedelta(days=1)}],
    ),
    "ck_cover_by_another": (
        "cover",
        [{}],
        [{"account_id": (one := Linked("account")), "by_id": one}],
    ),
    "ck_outbox_mail_one_receiver": (
        "outbox_mail",
        [
            {},
            {"account_id": None, "address": "post@voorbeeld.nl"},
            {"account_id": None, "subscriber_id": Linked("subscriber")},
        ],
        [
            {"address": "post@voorbeeld.nl"},
            {"account_id": None},
            {"subscriber_id": Linked("subscriber")},
            {
                "account_id": None,
                "address": "post@voorbeeld.nl",
                "subscriber_id": Linked("subscriber"),
            },
        ],
    ),
    "ck_outbox_mail_newsletter_to_subscriber": (
        "outbox_mail",
        [{"account_id": None, "subscriber_id": Linked("subscriber")}, TO_SUBSCRIBER],
        [{"newsletter_id": Linked("newsletter")}],
    ),
    "ck_newsletter_sent_has_day": (
        "newsletter",
        [{"state": "draft", "sent_on": None}, {"state": "sending", "sent_on": A_DAY}],
        [{"state": "draft", "sent_on": A_DAY}, {"state": "sent", "sent_on": None}],
    ),
    "ck_subscriber_confirmed_has_no_link": (
        "subscriber",
        [{"state": "waiting", "confirm_hash": b"a hash"}, {"state": "confirmed"}],
        [{"state": "confirmed", "confirm_hash": b"a hash"}],
    ),
    "ck_referral_package_has_share": (
        "referral",
        [{}, {"package": b"sealed", "package_id": uuid4()}],
        [{"package": b"sealed"}, {"package_id": uuid4()}],
    ),
}
ACCEPTED = [(name, i) for name, (_, good, _) in RULES.items() for i in range(len(good))]
REFUSED = [(name, i) for name, (_, _, bad) in RULES.items() for i in range(len(bad))]


def ids(value: object) -> str | None:
    """Constraints and tables by their names."""
    name = getattr(value, "name", None)
    return str(name) if name else None


@pytest.fixture(
    scope="module",
    params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)],
)
def engines(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Engine]]:
    """Both databases, empty of rows; every test rolls back what it wrote."""
    if request.param == "sqlite":
        folder: Path = tmp_path_factory.mktemp("constraints")
        yield from _made([f"sqlite:///{folder / name}" for name in ("data", "keystore")])
    else:
        towns: PostgresTowns = request.getfixturevalue("postgres_towns")
        with towns.empty() as urls:
            yield from _made(urls)


def _made(urls: list[str]) -> Iterator[dict[str, Engine]]:
    made = dict(zip(METADATA, (open_engine(url) for url in urls), strict=True))
    for name, engine in made.items():
        METADATA[name].create_all(engine)
    yield made
    for engine in made.values():
        engine.dispose()


class Notebook:
    """A transaction on the database that a table stands in; rolled back at the end."""

    def __init__(self, engines: dict[str, Engine]) -> None:
        self.open = {name: engine.connect() for name, engine in engines.items()}

    def of(self, table: Table) -> Connection:
        return next(self.open[name] for name, m in METADATA.items() if table in m.sorted_tables)

    def put(self, table: Table, **given: Any) -> dict[str, Any]:
        """A valid row but for what is given."""
        connection = self.of(table)
        # The same link twice leads to the same row.
        rows = {
            link: put(connection, table.metadata.tables[link.table])["id"]
            for link in {value for value in given.values() if isinstance(value, Linked)}
        }
        for name, value in given.items():
            if isinstance(value, Linked):
                given[name] = rows[value]
        return put(connection, table, **given)

    def close(self) -> None:
        for connection in self.open.values():
            connection.rollback()
            connection.close()


@pytest.fixture
def notebook(engines: dict[str, Engine]) -> Iterator[Notebook]:
    opened = Notebook(engines)
    yield opened
    opened.close()


def told(error: pytest.ExceptionInfo[IntegrityError], table: Table, constraint: Constraint) -> bool:
    """Whether the database names this very constraint; SQLite names keys by their columns."""
    text = str(error.value.orig)
    if str(constraint.name) in text:
        return True
    if isinstance(constraint, ForeignKeyConstraint):
        return "FOREIGN KEY constraint failed" in text
    if isinstance(constraint, UniqueConstraint | PrimaryKeyConstraint):
        columns = ", ".join(f"{table.name}.{column.name}" for column in constraint.columns)
        return f"UNIQUE constraint failed: {columns}" in text
    return False


def test_every_constraint_has_a_case_in_this_file() -> None:
    """A new constraint of a kind that nobody thought of here fails this test."""
    covered = {str(c.name) for _, c in [*CODES, *UNIQUES, *LINKS]} | set(RULES)
    assert {str(constraint.name) for _, constraint in CONSTRAINTS} == covered
    assert all(constraint.name for _, constraint in CONSTRAINTS), "each has a name"


def test_no_two_constraints_share_a_name() -> None:
    names = [str(constraint.name) for _, constraint in CONSTRAINTS]
    assert len(names) == len(set(names))
    assert max(len(name) for name in names) <= 63, "PostgreSQL cuts longer ones off"


@pytest.mark.parametrize("table", TABLES, ids=ids)
def test_a_valid_row_is_taken(notebook: Notebook, table: Table) -> None:
    notebook.put(table)


@pytest.mark.parametrize(("table", "check"), CODES, ids=ids)
def test_a_foreign_code_is_refused(
    notebook: Notebook, table: Table, check: CheckConstraint
) -> None:
    column = code_check(table, check)
    assert column is not None
    assert FOREIGN not in codes_of(check)
    with pytest.raises(IntegrityError) as error:
        notebook.put(table, **{**ALONG.get(str(check.name), {}), column: FOREIGN})
    assert told(error, table, check)


@pytest.mark.parametrize(("table", "check"), CODES, ids=ids)
def test_an_optional_code_may_be_absent_and_no_other(
    notebook: Notebook, table: Table, check: CheckConstraint
) -> None:
    column = table.columns[code_check(table, check) or ""]
    assert ("IS NULL" in str(check.sqltext)) == column.nullable
    if column.nullable:
        notebook.put(table, **{column.name: None})
    else:
        with pytest.raises(IntegrityError):
            notebook.put(table, **{column.name: None})


@pytest.mark.parametrize(("table", "key"), UNIQUES, ids=ids)
def test_a_double_is_refused(
    notebook: Notebook, table: Table, key: UniqueConstraint | PrimaryKeyConstraint
) -> None:
    linked = {c.name: link for link in foreign_keys(table) for c in link.columns}
    values = {
        column.name: Linked(linked[column.name].referred_table.name)
        for column in key.columns
        if column.nullable and column.name in linked
    }
    values |= {
        column.name: fresh(column)
        for column in key.columns
        if column.nullable and column.name not in linked
    }
    # What is set for a valid row of its own may stand in the way of the rules by hand.
    if table.name == CONTACT and "case_id" in values:
        values["signal_id"] = None
    first = notebook.put(table, **values)
    same = {column.name: first[column.name] for column in key.columns}
    assert None not in same.values()
    if table.name == CONTACT and "case_id" in same:
        same["signal_id"] = None
    with pytest.raises(IntegrityError) as error:
        notebook.put(table, **same)
    assert told(error, table, key)


@pytest.mark.parametrize(("table", "link"), LINKS, ids=ids)
def test_a_link_to_nothing_is_refused(
    notebook: Notebook, table: Table, link: ForeignKeyConstraint
) -> None:
    (column,) = link.columns
    (target,) = link.elements
    given = {column.name: fresh(target.column), **BESIDE.get((table.name, column.name), {})}
    with pytest.raises(IntegrityError) as error:
        notebook.put(table, **given)
    assert told(error, table, link)


@pytest.mark.parametrize(("table", "link"), LINKS, ids=ids)
def test_what_is_linked_to_cannot_go(
    notebook: Notebook, table: Table, link: ForeignKeyConstraint
) -> None:
    (column,) = link.columns
    (target,) = link.elements
    parent = link.referred_table
    given: dict[str, Any] = {column.name: notebook.put(parent)[target.column.name]}
    notebook.put(table, **given, **BESIDE.get((table.name, column.name), {}))
    with pytest.raises(IntegrityError) as error:
        notebook.of(parent).execute(parent.delete().where(target.column == given[column.name]))
    assert told(error, table, link)


@pytest.mark.parametrize(("name", "which"), ACCEPTED)
def test_a_rule_accepts(notebook: Notebook, name: str, which: int) -> None:
    table, accepted, _ = RULES[name]
    notebook.put(METADATA[""].tables[table], **accepted[which])


@pytest.mark.parametrize(("name", "which"), REFUSED)
def test_a_rule_refuses(notebook: Notebook, name: str, which: int) -> None:
    table = METADATA[""].tables[RULES[name][0]]
    rule = next(c for c in table.constraints if str(c.name) == name)
    with pytest.raises(IntegrityError) as error:
        notebook.put(table, **RULES[name][2][which])
    assert told(error, table, rule)
