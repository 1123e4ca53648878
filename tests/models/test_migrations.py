"""Head equals the models, on both databases, both ways, and with data in them."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from alembic import command
from kit.databases import PostgresTowns
from kit.rows import as_it_was, fresh, put
from kit.schema import ALEMBIC, described, table_names
from kit.town import Town
from sqlalchemy import (
    CheckConstraint,
    Connection,
    Engine,
    Integer,
    MetaData,
    String,
    Uuid,
    column,
    func,
    insert,
    select,
)
from sqlalchemy import table as named

from signalering.models import schema
from signalering.models.accounts.account import Account
from signalering.models.base import NAMING
from signalering.models.cases.case import Case
from signalering.models.database import open_engine
from signalering.models.tables import METADATA
from signalering.models.training.session import PassedChapter, TrainingRequest
from signalering.services.keys.groups import is_member

Pair = dict[str, Engine]
BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(params=BOTH)
def engine_kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def addresses(
    kind: str, label: str, folder: Path, request: pytest.FixtureRequest
) -> Iterator[list[str]]:
    """Two empty databases of this kind."""
    if kind == "sqlite":
        yield [f"sqlite:///{folder / f'{label}-{name}.sqlite'}" for name in ("data", "keystore")]
    else:
        towns: PostgresTowns = request.getfixturevalue("postgres_towns")
        with towns.empty() as urls:
            yield urls


def opened(urls: list[str]) -> Pair:
    return dict(zip(("", "keystore"), (open_engine(url) for url in urls), strict=True))


def let_go(pair: Pair) -> None:
    for engine in pair.values():
        engine.dispose()


@pytest.fixture
def empty(engine_kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Pair]:
    """Nothing in either."""
    for urls in addresses(engine_kind, "empty", tmp_path, request):
        pair = opened(urls)
        yield pair
        let_go(pair)


@pytest.fixture
def migrated(empty: Pair) -> Pair:
    """Both brought to the newest revision."""
    schema.upgrade(empty[""], empty["keystore"])
    return empty


@pytest.fixture
def made(engine_kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Pair]:
    """Both made from the models."""
    for urls in addresses(engine_kind, "made", tmp_path, request):
        pair = opened(urls)
        for name, engine in pair.items():
            METADATA[name].create_all(engine)
        yield pair
        let_go(pair)


def rows(town: Town) -> dict[str, int]:
    counts = {}
    for name, engine in (("", town.house.data), ("keystore", town.house.keystore)):
        with engine.connect() as connection:
            for table in METADATA[name].sorted_tables:
                counts[table.name] = connection.scalar(select(func.count()).select_from(table)) or 0
    return counts


@pytest.mark.parametrize("name", METADATA)
def test_head_equals_the_models(migrated: Pair, made: Pair, name: str) -> None:
    after, wanted = described(migrated[name]), described(made[name])
    assert after.keys() == wanted.keys()
    for table, description in wanted.items():
        assert after[table] == description, table


@pytest.mark.parametrize("name", METADATA)
def test_the_comparison_sees_what_it_should(made: Pair, name: str) -> None:
    """The inspector tells of every CHECK, index, unique and foreign key that the models have."""
    found = described(made[name])
    for table in METADATA[name].sorted_tables:
        told = {
            str(label)
            for part in ("checks", "indexes", "unique", "foreign keys")
            for label in found[table.name][part]
        }
        named = {str(c.name) for c in table.constraints} - {str(table.primary_key.name)}
        indexed = {str(index.name) for index in table.indexes}
        assert named | indexed <= told, table.name
        assert found[table.name]["primary key"][0] == table.primary_key.name


@pytest.mark.parametrize("name", METADATA)
def test_a_lacking_check_is_noticed(empty: Pair, made: Pair, name: str) -> None:
    """The comparison bites where autogenerate doesn't: the same tables without their CHECKs."""
    unchecked = MetaData(naming_convention=NAMING)
    for table in METADATA[name].sorted_tables:
        copied = table.to_metadata(unchecked)
        copied.constraints = {c for c in copied.constraints if not isinstance(c, CheckConstraint)}
    unchecked.create_all(empty[name])
    found = schema.difference(empty[name], name)
    assert found.upgrade_ops is not None
    assert found.upgrade_ops.as_diffs() == [], "autogenerate looks past them"
    bare = described(empty[name])
    differing = {table for table, told in described(made[name]).items() if told != bare[table]}
    assert differing == {
        table.name
        for table in METADATA[name].sorted_tables
        if any(isinstance(c, CheckConstraint) for c in table.constraints)
    }


@pytest.mark.parametrize("name", METADATA)
def test_autogenerate_finds_no_difference(migrated: Pair, name: str) -> None:
    found = schema.difference(migrated[name], name)
    assert found.upgrade_ops is not None
    assert found.upgrade_ops.as_diffs() == []


@pytest.mark.parametrize("name", METADATA)
def test_autogenerate_would_find_one(empty: Pair, name: str) -> None:
    found = schema.difference(empty[name], name)
    assert found.upgrade_ops is not None
    assert len(found.upgrade_ops.as_diffs()) >= len(METADATA[name].sorted_tables)


def test_the_way_back_leaves_nothing(migrated: Pair) -> None:
    schema.downgrade(migrated[""], migrated["keystore"], "base")
    for engine in migrated.values():
        assert table_names(engine) <= {ALEMBIC}
        assert not schema.is_current(engine)


def test_there_back_and_there_again(migrated: Pair, made: Pair) -> None:
    schema.downgrade(migrated[""], migrated["keystore"], "base")
    schema.upgrade(migrated[""], migrated["keystore"])
    for name, engine in migrated.items():
        assert described(engine) == described(made[name])
        assert schema.is_current(engine)


def test_upgrading_twice_changes_nothing(migrated: Pair) -> None:
    before = {name: described(engine) for name, engine in migrated.items()}
    schema.upgrade(migrated[""], migrated["keystore"])
    assert {name: described(engine) for name, engine in migrated.items()} == before


@pytest.mark.parametrize("name", METADATA)
def test_a_database_gets_its_own_tables_alone(migrated: Pair, name: str) -> None:
    other = METADATA["keystore" if name == "" else ""]
    found = table_names(migrated[name])
    assert found == set(METADATA[name].tables) | {ALEMBIC}
    assert not found & set(other.tables)


def test_is_current_tells(empty: Pair) -> None:
    assert not any(schema.is_current(engine) for engine in empty.values())
    schema.upgrade(empty[""], empty["keystore"])
    assert all(schema.is_current(engine) for engine in empty.values())


def test_a_settled_town_goes_through_an_upgrade(town: Town) -> None:
    """The town was made from the models; stamped, it is what an installation at head is."""
    before = rows(town)
    house = town.house
    for name, engine in (("", house.data), ("keystore", house.keystore)):
        command.stamp(schema._config(engine, name), "head")
    schema.upgrade(house.data, house.keystore)
    assert schema.is_current(house.data)
    assert schema.is_current(house.keystore)
    assert rows(town) == before
    assert before["account"] > 0
    assert before["key_grant"] > 0
    with town.work("coordinator", writes=False) as work:
        assert is_member(work, "casework")
        person = work.data.get_one(Account, town.people["coordinator"].account_id)
        assert person.name == "Cor Dinator"


def test_what_waited_for_a_training_waits_from_the_month_of_the_upgrade(empty: Pair) -> None:
    schema.upgrade(empty[""], empty["keystore"], "0005")
    account_id = uuid4()
    tables = METADATA[""].tables
    with empty[""].begin() as data:
        put(data, as_it_was(data, tables["account"]), id=account_id, state="active", language="nl")
        passed = tables["passed_chapter"].insert()
        data.execute(passed.values(account_id=account_id, chapter="talk"))
        data.execute(tables["training_request"].insert().values(account_id=account_id))
    schema.upgrade(empty[""], empty["keystore"])
    with empty[""].connect() as data:
        for model in (PassedChapter, TrainingRequest):
            ((found, since),) = data.execute(select(model.account_id, model.since)).all()
            assert found == account_id
            assert since is not None
            assert since.day == 1


def test_mails_runs_and_cases_go_through_the_revision_of_covers(empty: Pair) -> None:
    """Tables that are made anew for a longer list keep their rows, there and back."""
    schema.upgrade(empty[""], empty["keystore"], "0008")
    tables = METADATA[""].tables
    mail, run, case = (tables[name] for name in ("outbox_mail", "job_run", "case_record"))
    with empty[""].begin() as data:
        account = put(data, tables["account"])["id"]
        sent = put(data, mail, account_id=account, kind="signal_news", tries=7)
        done = put(data, run, name="old_rows")
        row = {column.name: fresh(column) for column in case.columns if not column.nullable}
        data.execute(insert(case).values(row))

    def there(data: Connection) -> None:
        found = data.execute(select(mail.c.id, mail.c.kind, mail.c.tries)).all()
        assert (sent["id"], "signal_news", 7) in [tuple(one) for one in found]
        runs = data.execute(select(run.c.name, run.c.day)).all()
        assert ("old_rows", done["day"]) in [tuple(one) for one in runs]
        assert data.scalar(select(case.c.id)) == row["id"]

    schema.upgrade(empty[""], empty["keystore"])
    with empty[""].begin() as data:
        there(data)
        assert data.scalar(select(case.c.handed_over)) is None
        put(data, mail, account_id=account, kind="triage_late")
        put(data, run, name="late_triage")
        put(data, tables["cover"], account_id=account)
    schema.downgrade(empty[""], empty["keystore"], "0008")
    with empty[""].begin() as data:
        there(data)
        assert data.scalar(select(func.count()).select_from(mail)) == 1
        assert data.scalar(select(func.count()).select_from(run)) == 1


def test_mail_that_waits_and_offers_go_through_the_new_outbox(empty: Pair) -> None:
    schema.upgrade(empty[""], empty["keystore"], "0008")
    tables = METADATA[""].tables
    # The table as it stands then: without the column that comes now.
    outbox = tables["outbox_mail"].to_metadata(MetaData(naming_convention=NAMING))
    before = [column for column in outbox.columns if column.name != "initiative_id"]
    due = datetime(2026, 11, 23, 9, 45, tzinfo=UTC)
    mail = {
        "id": uuid4(),
        "kind": "training_reminder",
        "address": "post@voorbeeld.nl",
        "state": "failed",
        "due_at": due,
        "tries": 6,
        "fault": "refused",
    }
    with empty[""].begin() as data:
        offer = put(data, tables["initiative"], capacity=8)
        data.execute(tables["outbox_mail"].insert().values(mail))
    schema.upgrade(empty[""], empty["keystore"])
    with empty[""].begin() as data:
        (row,) = data.execute(select(tables["outbox_mail"])).mappings()
        assert {name: row[name] for name in mail} == mail
        assert (row["account_id"], row["initiative_id"]) == (None, None)
        kept = data.execute(select(tables["initiative"])).mappings().one()
        assert (kept["id"], kept["capacity"]) == (offer["id"], 8)
        question = mail | {"id": uuid4(), "kind": "offer_check", "initiative_id": offer["id"]}
        data.execute(tables["outbox_mail"].insert().values(question))
    schema.downgrade(empty[""], empty["keystore"], "0008")
    with empty[""].connect() as data:
        assert [row.id for row in data.execute(select(*before))] == [mail["id"]]


def test_reminders_come_with_what_was_there_kept(empty: Pair) -> None:
    """Nobody gets mail unasked, single keys serve everybody, and mail that waited still waits."""
    schema.upgrade(empty[""], empty["keystore"], "0008")
    tables = METADATA[""].tables
    account_id, day = uuid4(), date(2026, 11, 23)
    with empty[""].begin() as data:
        account = as_it_was(data, tables["account"])
        put(data, account, id=account_id, state="active", language="en")
        mail = put(data, tables["outbox_mail"], account_id=account_id, kind="reset", tries=2)
        put(data, tables["job_run"], name="old_rows", day=day)
    schema.upgrade(empty[""], empty["keystore"])
    with empty[""].begin() as data:
        (found,) = data.execute(select(tables["account"])).mappings()
        assert (found["digest"], found["shortcuts"], found["language"]) == (False, True, "en")
        waiting = dict(data.execute(select(tables["outbox_mail"])).mappings().one())
        assert {name: waiting[name] for name in mail} == mail
        assert data.execute(select(tables["job_run"])).all() == [("old_rows", day)]
        put(data, tables["outbox_mail"], account_id=account_id, kind="digest")
        put(data, tables["job_run"], name="digest", day=day)
    schema.downgrade(empty[""], empty["keystore"], "0008")
    with empty[""].connect() as data:
        assert data.scalars(select(tables["outbox_mail"].c.kind)).all() == ["reset"]
        assert data.scalars(select(tables["job_run"].c.name)).all() == ["old_rows"]


def test_cases_and_their_entries_go_along_when_tasks_come(empty: Pair) -> None:
    schema.upgrade(empty[""], empty["keystore"], "0008")
    tables = METADATA[""].tables
    with empty[""].begin() as data:
        entry = put(data, tables["case_entry"], number=3)
    schema.upgrade(empty[""], empty["keystore"])
    with empty[""].begin() as data:
        (kept,) = data.execute(select(tables["case_entry"])).mappings().all()
        assert (kept["case_id"], kept["number"], kept["sealed"]) == (
            entry["case_id"],
            3,
            entry["sealed"],
        )
        assert data.execute(select(tables["case_task"])).all() == []
        put(data, tables["case_task"], case_id=entry["case_id"], number=3)
    schema.downgrade(empty[""], empty["keystore"], "0008")
    assert "case_task" not in table_names(empty[""])
    with empty[""].connect() as data:
        assert data.scalar(select(func.count()).select_from(tables["case_entry"])) == 1
    schema.upgrade(empty[""], empty["keystore"])
    assert schema.is_current(empty[""])


def test_cases_come_over_without_a_week_and_go_back_whole(empty: Pair) -> None:
    schema.upgrade(empty[""], empty["keystore"], "0008")
    table = METADATA[""].tables["case_record"]
    with empty[""].connect() as data:
        old = as_it_was(data, table)
    assert "active_on" not in old.columns
    row = {"id": uuid4(), "reference": "7KMD-R3XW", "state": "opened", "key_id": uuid4()}
    row |= {"version": 3, "deadline_on": date(2026, 12, 1), "deadline_kind": "task"}
    with empty[""].begin() as data:
        data.execute(old.insert().values(row))
    schema.upgrade(empty[""], empty["keystore"])
    with empty[""].begin() as data:
        (found,) = data.execute(select(table)).mappings()
        assert row.items() <= dict(found).items()
        assert found["active_on"] is None
        data.execute(table.update().values(active_on=date(2026, 11, 23)))
    schema.downgrade(empty[""], empty["keystore"], "0008")
    with empty[""].connect() as data:
        (found,) = data.execute(select(old)).mappings()
        assert row.items() <= dict(found).items()


def test_live_cases_with_details_get_a_clock_and_no_case_lies_still(empty: Pair) -> None:
    schema.upgrade(empty[""], empty["keystore"], "0008")
    tables = METADATA[""].tables
    live, anonymous, ended = uuid4(), uuid4(), uuid4()
    # As it was then: the columns that a case can't do without.
    kinds = {"id": Uuid(), "reference": String(), "state": String(), "key_id": Uuid()}
    kinds |= {"version": Integer()}
    cases = named("case_record", *(column(name, kind) for name, kind in kinds.items()))
    with empty[""].begin() as data:
        for number, (case_id, state) in enumerate(
            ((live, "opened"), (anonymous, "opened"), (ended, "closed"))
        ):
            values = {
                "id": case_id,
                "reference": f"AAAA-AAA{number}",
                "state": state,
                "key_id": uuid4(),
                "version": 4,
            }
            data.execute(cases.insert().values(values))
            if case_id is not anonymous:
                put(
                    data,
                    tables["contact_details"],
                    id=uuid4(),
                    case_id=case_id,
                    signal_id=None,
                    key_id=uuid4(),
                    has_phone=True,
                )
    schema.upgrade(empty[""], empty["keystore"])
    with empty[""].connect() as data:
        rows = data.execute(select(Case.id, Case.version, Case.inform_by, Case.restricted)).all()
    found = {row.id: row for row in rows}
    assert {row.restricted for row in rows} == {False}
    assert {row.version for row in rows} == {4}
    today = datetime.now(UTC).date()
    assert found[anonymous].inform_by is found[ended].inform_by is None
    assert today + timedelta(days=13) < found[live].inform_by <= today + timedelta(days=31)


def test_an_upgrade_that_fails_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    """DDL stands inside the transaction, on SQLite too."""
    path = tmp_path / "half.sqlite"
    with sqlite3.connect(path) as taken:
        # The last table that the migration makes is there already.
        taken.execute("CREATE TABLE contact_card (code_hash BLOB PRIMARY KEY)")
    taken.close()
    data = open_engine(f"sqlite:///{path}")
    keystore = open_engine(f"sqlite:///{tmp_path / 'keystore.sqlite'}")
    with pytest.raises(Exception, match="already exists"):
        schema.upgrade(data, keystore)
    assert table_names(data) <= {"contact_card", ALEMBIC}
    assert not schema.is_current(data)
    data.dispose()
    keystore.dispose()
