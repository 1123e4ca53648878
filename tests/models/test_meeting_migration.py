"""Mail that waits goes through the coming of meetings, and their going."""

from datetime import date

import pytest
from kit.rows import as_it_was, put
from kit.schema import table_names
from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError

from signalering.models import schema
from signalering.models.tables import METADATA

Pair = dict[str, Engine]
NEW = {"meeting", "meeting_partner", "meeting_link"}


def test_mail_and_partners_stay_when_meetings_come_and_go(empty: Pair) -> None:
    schema.upgrade(empty[""], empty["keystore"], "0022")
    tables = METADATA[""].tables
    mail, meeting, partner = (tables[name] for name in ("outbox_mail", "meeting", "partner"))
    with empty[""].begin() as data:
        before = as_it_was(data, mail)
        kept = [
            put(data, mail, kind="chain_head", account_id=None, address="toezicht@elders.test"),
            put(data, mail, kind="digest", tries=3),
        ]
        housing = put(data, partner, domain="housing", agreement_on=date(2025, 1, 15))
    schema.upgrade(empty[""], empty["keystore"])
    with empty[""].begin() as data:
        waiting = {row["id"]: dict(row) for row in data.execute(select(mail)).mappings()}
        for row in kept:
            assert {**dict.fromkeys(waiting[row["id"]]), **row} == waiting[row["id"]]
        one = put(data, meeting)
        place = {"meeting_id": one["id"], "partner_id": housing["id"]}
        put(data, tables["meeting_partner"], **place)
        put(data, tables["meeting_link"], **place)
        told = {"kind": "meeting_invitation", "account_id": None, "address": "info@wonen.test"}
        put(data, mail, **told, **place)
    with empty[""].begin() as data, pytest.raises(IntegrityError):
        put(data, tables["meeting_partner"], **place)
    with empty[""].begin() as data, pytest.raises(IntegrityError):
        put(data, mail, account_id=None, address=None)
    schema.downgrade(empty[""], empty["keystore"], "0022")
    assert not NEW & set(table_names(empty[""]))
    with empty[""].begin() as data:
        back = {row["id"]: dict(row) for row in data.execute(select(before)).mappings()}
        assert back == {row["id"]: row for row in kept}
        assert data.scalar(select(partner.c.id)) == housing["id"]
    schema.upgrade(empty[""], empty["keystore"])
    assert schema.is_current(empty[""])
