"""Rows of figures are carried through the revisions that they got, on both engines."""

from kit.rows import as_it_was, put
from kit.schema import table_names
from sqlalchemy import Engine, select

from signalering.models import schema
from signalering.models.tables import METADATA

Pair = dict[str, Engine]


def test_facts_and_releases_go_along_when_days_come(empty: Pair) -> None:
    """What was counted before says nothing of days; an audit under way is lost on the way back."""
    schema.upgrade(empty[""], empty["keystore"], "0014")
    tables = METADATA[""].tables
    with empty[""].begin() as data:
        fact = put(data, tables["stat_fact"], period="2026Q1", outcome="care")
        put(data, tables["release"], period="2026Q1", rung="total")
        signal = put(data, tables["signal"], area="monster")
    schema.upgrade(empty[""], empty["keystore"])
    with empty[""].begin() as data:
        (row,) = data.execute(select(tables["stat_fact"])).mappings()
        assert (row["id"], row["outcome"], row["days"]) == (fact["id"], "care", None)
        put(data, tables["stat_fact"], period="2026Q2", days="11+")
        put(data, tables["release_check"], period="2026Q2", passed=None)
        assert data.scalars(select(tables["release"].c.period)).all() == ["2026Q1"]
    schema.downgrade(empty[""], empty["keystore"], "0014")
    assert "release_check" not in table_names(empty[""])
    with empty[""].begin() as data:
        old = as_it_was(data, tables["stat_fact"])
        assert "days" not in old.columns
        assert sorted(data.scalars(select(old.c.period))) == ["2026Q1", "2026Q2"]
        assert data.scalars(select(tables["signal"].c.id)).all() == [signal["id"]]
    schema.upgrade(empty[""], empty["keystore"])
    assert schema.is_current(empty[""])
