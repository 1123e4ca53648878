"""Organisations go through their revision with agreement, accounts and all, there and back."""

from datetime import date

import pytest
from kit.rows import as_it_was, put
from kit.schema import table_names
from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError

from signalering.models import schema
from signalering.models.tables import METADATA

Pair = dict[str, Engine]


def test_organisations_are_carried_over_with_and_without_agreement(empty: Pair) -> None:
    schema.upgrade(empty[""], empty["keystore"], "0014")
    tables = METADATA[""].tables
    partner, account, contact = (tables[f] for f in ("partner", "account", "partner_contact"))
    agreement = {"agreement_on": date(2025, 1, 15), "agreement_version": "1"}
    with empty[""].begin() as data:
        before = as_it_was(data, partner)
        with_one = put(data, before, domain="housing", active=True, **agreement)
        without = put(data, before, domain="sport", active=True)
        for one in (with_one, without):
            put(data, as_it_was(data, account), partner_id=one["id"], state="active", language="nl")
        kept = data.execute(select(before).order_by(before.c.id)).mappings().all()
        people = data.execute(select(account.c.id, account.c.partner_id, account.c.state)).all()
    schema.upgrade(empty[""], empty["keystore"])
    with empty[""].begin() as data:
        after = data.execute(select(partner).order_by(partner.c.id)).mappings().all()
        assert [{**row, "version": 1} for row in kept] == [dict(row) for row in after]
        found = data.execute(select(account.c.id, account.c.partner_id, account.c.state)).all()
        assert set(found) == set(people)
        assert {row.state for row in found} == {"active"}
        put(data, contact, partner_id=without["id"], number=1)
    with empty[""].begin() as data, pytest.raises(IntegrityError):
        put(data, contact, partner_id=without["id"], number=1)
    schema.downgrade(empty[""], empty["keystore"], "0014")
    assert "partner_contact" not in table_names(empty[""])
    with empty[""].begin() as data:
        back = as_it_was(data, partner)
        assert data.execute(select(back).order_by(back.c.id)).mappings().all() == kept
