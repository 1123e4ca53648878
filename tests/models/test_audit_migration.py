"""The trail stays as it was when its reviews come, and when they go."""

from datetime import date

import pytest
from kit.rows import put
from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError

from signalering.models import schema
from signalering.models.tables import METADATA

Pair = dict[str, Engine]
DAY = date(2026, 11, 23)


def test_the_trail_stays_when_reviews_come_and_go(empty: Pair) -> None:
    schema.upgrade(empty[""], empty["keystore"], "0021")
    tables = METADATA[""].tables
    with empty[""].begin() as data:
        account = put(data, tables["account"])["id"]
        segment = put(data, tables["audit_segment"], opened_in="2026-10", heads="[]")["id"]
        entry = put(data, tables["audit_entry"], segment_id=segment, number=0)
        mail = put(data, tables["outbox_mail"], account_id=account, kind="digest", tries=3)
        put(data, tables["job_run"], name="digest", day=DAY)
    schema.upgrade(empty[""], empty["keystore"])
    with empty[""].begin() as data:
        assert data.scalar(select(tables["audit_segment"].c.opened_in)) == "2026-10"
        assert dict(data.execute(select(tables["audit_entry"])).mappings().one()) == entry
        assert data.execute(select(tables["audit_review"])).all() == []
        waiting = dict(data.execute(select(tables["outbox_mail"])).mappings().one())
        assert {name: waiting[name] for name in mail} == mail
        put(data, tables["outbox_mail"], account_id=account, kind="chain_head")
        put(data, tables["job_run"], name="chain_head", day=DAY)
        signed = {"signed_by": account, "signed_on": date(2026, 11, 2)}
        put(data, tables["audit_review"], month="2026-10", outcome="explained", **signed)
    with pytest.raises(IntegrityError), empty[""].begin() as data:
        put(data, tables["audit_review"], month="2026-10", outcome="explained", **signed)
    schema.downgrade(empty[""], empty["keystore"], "0021")
    with empty[""].connect() as data:
        assert dict(data.execute(select(tables["audit_entry"])).mappings().one()) == entry
        assert data.scalar(select(tables["account"].c.id)) == account
        assert data.scalars(select(tables["outbox_mail"].c.kind)).all() == ["digest"]
        assert data.execute(select(tables["job_run"])).all() == [("digest", DAY)]
    schema.upgrade(empty[""], empty["keystore"])
    assert schema.is_current(empty[""])
