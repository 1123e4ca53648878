"""Head equals the models, on both databases, both ways, and with data in them."""

import sqlite3
from pathlib import Path
from uuid import uuid4

import pytest
from alembic import command
from kit.rows import as_it_was, put
from kit.schema import ALEMBIC, described, table_names
from kit.town import Town
from sqlalchemy import (
    CheckConstraint,
    Engine,
    MetaData,
    func,
    select,
)

from signalering.models import schema
from signalering.models.accounts.account import Account
from signalering.models.base import NAMING
from signalering.models.database import open_engine
from signalering.models.tables import METADATA
from signalering.models.training.session import PassedChapter, TrainingRequest
from signalering.services.keys.groups import is_member

Pair = dict[str, Engine]


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


def test_what_was_released_is_there_when_keys_come_and_when_they_go(empty: Pair) -> None:
    schema.upgrade(empty[""], empty["keystore"], "0014")
    tables = METADATA[""].tables
    with empty[""].begin() as data:
        assert "open_data_key" not in table_names(empty[""])
        cell = put(data, tables["published_cell"], figure=15)
    schema.upgrade(empty[""], empty["keystore"])
    with empty[""].begin() as data:
        key = put(data, tables["open_data_key"], name="Dashboard")
        (kept,) = data.execute(select(tables["open_data_key"])).mappings()
        assert dict(kept) == key
    schema.downgrade(empty[""], empty["keystore"], "0014")
    assert "open_data_key" not in table_names(empty[""])
    with empty[""].connect() as data:
        (found,) = data.execute(select(tables["published_cell"])).mappings()
        assert dict(found) == cell


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
