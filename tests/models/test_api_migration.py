"""Organisations stay as they were when their programs come, and when they go."""

from datetime import UTC, date, datetime

import pytest
from kit.rows import put
from kit.schema import table_names
from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError

from signalering.models import schema
from signalering.models.tables import METADATA

Pair = dict[str, Engine]
BEFORE = "0028"
TABLES = {"api_client", "api_token", "api_request", "signal_link"}
DAY = date(2026, 11, 28)


def test_partners_stay_when_programs_come_and_go(empty: Pair) -> None:
    schema.upgrade(empty[""], empty["keystore"], BEFORE)
    tables = METADATA[""].tables
    with empty[""].begin() as data:
        partner = put(data, tables["partner"])
    schema.upgrade(empty[""], empty["keystore"])
    moment = datetime(2026, 11, 28, 9, 30, tzinfo=UTC)
    with empty[""].begin() as data:
        client = put(data, tables["api_client"], partner_id=partner["id"], used_on=None)["id"]
        put(data, tables["api_token"], client_id=client, until=moment)
        put(data, tables["signal_link"], until=moment)
        request = put(data, tables["api_request"], until_on=DAY)
        assert data.scalar(select(tables["api_token"].c.until)) == moment
    with pytest.raises(IntegrityError), empty[""].begin() as data:
        put(data, tables["api_request"], key_hash=request["key_hash"])
    schema.downgrade(empty[""], empty["keystore"], BEFORE)
    assert not TABLES & table_names(empty[""])
    with empty[""].connect() as data:
        (kept,) = data.execute(select(tables["partner"])).mappings()
        assert dict(kept) == partner
    schema.upgrade(empty[""], empty["keystore"])
    assert schema.is_current(empty[""])
