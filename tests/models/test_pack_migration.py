"""The hat of the functionaris gegevensbescherming and signed packs: what was there stays."""

from datetime import date

import pytest
from kit.rows import put
from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError

from signalering.models import schema
from signalering.models.tables import METADATA

Pair = dict[str, Engine]
BEFORE = "0024"
HAT = "data_protection_officer"
DAY = date(2026, 11, 23)


def test_hats_stay_when_one_comes_and_goes(empty: Pair) -> None:
    schema.upgrade(empty[""], empty["keystore"], BEFORE)
    tables = METADATA[""].tables
    hats = tables["account_hat"]
    with empty[""].begin() as data:
        account = put(data, tables["account"])["id"]
        for hat in ("coordinator", "manager"):
            put(data, hats, account_id=account, hat=hat)
    with pytest.raises(IntegrityError), empty[""].begin() as data:
        put(data, hats, account_id=account, hat=HAT)
    schema.upgrade(empty[""], empty["keystore"])
    with empty[""].begin() as data:
        assert set(data.scalars(select(hats.c.hat))) == {"coordinator", "manager"}
        put(data, hats, account_id=account, hat=HAT)
        put(data, tables["pack_signature"], number=1, signed_by=account, signed_on=DAY)
        put(data, tables["pack_part"], number=1, part="roles", text="[]", digest=b"x" * 32)
    for wrong in ({"number": 1, "part": "poem"}, {"number": 2, "part": "roles"}):
        with pytest.raises(IntegrityError), empty[""].begin() as data:
            put(data, tables["pack_part"], text="[]", digest=b"x" * 32, **wrong)
    with pytest.raises(IntegrityError), empty[""].begin() as data:
        put(data, hats, account_id=account, hat="king")
    schema.downgrade(empty[""], empty["keystore"], BEFORE)
    with empty[""].connect() as data:
        assert set(data.scalars(select(hats.c.hat))) == {"coordinator", "manager"}
        assert data.scalar(select(tables["account"].c.id)) == account
    schema.upgrade(empty[""], empty["keystore"])
    assert schema.is_current(empty[""])
