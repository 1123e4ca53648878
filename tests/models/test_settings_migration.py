"""Accounts and runs stay as they were when decisions come, and when they go."""

from datetime import UTC, date, datetime

import pytest
from kit.rows import put
from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError

from signalering.models import schema
from signalering.models.tables import METADATA

Pair = dict[str, Engine]
DAY = date(2026, 11, 23)


def test_what_is_there_stays_when_decisions_come_and_go(empty: Pair) -> None:
    schema.upgrade(empty[""], empty["keystore"], "0025")
    tables = METADATA[""].tables
    with empty[""].begin() as data:
        account = put(data, tables["account"])["id"]
        put(data, tables["job_run"], name="digest", day=DAY)
    schema.upgrade(empty[""], empty["keystore"])
    decision = {"name": "card_days", "number": 1, "value": "30", "since": DAY, "by_id": account}
    moment = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
    with empty[""].begin() as data:
        assert data.execute(select(tables["setting_decision"])).all() == []
        put(data, tables["setting_decision"], **decision)
        put(data, tables["upkeep_mark"], name="sessions", done_at=moment, failed_at=None)
        assert data.scalar(select(tables["upkeep_mark"].c.done_at)) == moment
    with pytest.raises(IntegrityError), empty[""].begin() as data:
        put(data, tables["setting_decision"], **decision)
    schema.downgrade(empty[""], empty["keystore"], "0025")
    with empty[""].connect() as data:
        assert data.scalar(select(tables["account"].c.id)) == account
        assert data.execute(select(tables["job_run"])).all() == [("digest", DAY)]
    schema.upgrade(empty[""], empty["keystore"])
    assert schema.is_current(empty[""])
