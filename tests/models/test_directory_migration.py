"""Offers go through the revision of the directory with all that hangs on them, there and back."""

from datetime import date

import pytest
from kit.rows import as_it_was, put
from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import IntegrityError

from signalering.models import schema
from signalering.models.tables import METADATA

Pair = dict[str, Engine]
RULES = {
    ("di", "weekly"): ("weekly", 1, "TU"),
    ("wo", "biweekly"): ("weekly", 2, "WE"),
    ("do", "monthly"): ("monthly", 1, "TH"),
    (None, "daily"): ("weekly", 1, "MO,TU,WE,TH,FR,SA,SU"),
    ("za", None): (None, 1, "SA"),
    (None, None): None,
}


def made(data: Connection) -> dict[str, tuple[str | None, str | None]]:
    """Offers of every day and frequency; the first one is referred to and was asked about."""
    tables = METADATA[""].tables
    found = {}
    for number, (weekday, frequency) in enumerate(RULES):
        values = {"weekday": weekday, "frequency": frequency, "capacity": number, "active": True}
        row = put(data, as_it_was(data, tables["initiative"]), **values, **codes())
        found[row["name"]] = (weekday, frequency)
        if number == 0:
            put(data, tables["referral"], initiative_id=row["id"])
            put(data, tables["offer_standing"], initiative_id=row["id"], room="full")
            put(data, tables["offer_link"], initiative_id=row["id"])
    return found


def codes() -> dict[str, object]:
    return {"kind": "buddy", "area": "monster", "assured_on": date(2026, 11, 1)}


def test_offers_are_carried_over_with_their_rules(empty: Pair) -> None:
    schema.upgrade(empty[""], empty["keystore"], "0014")
    tables = METADATA[""].tables
    offers, rules = tables["initiative"], tables["offer_schedule"]
    with empty[""].begin() as data:
        found = made(data)
        before = data.execute(select(as_it_was(data, offers))).mappings().all()
    schema.upgrade(empty[""], empty["keystore"])
    with empty[""].begin() as data:
        after = {row["id"]: row for row in data.execute(select(offers)).mappings()}
        for row in before:
            assert {name: after[row["id"]][name] for name in row} == dict(row)
            assert after[row["id"]]["version"] == 1
            rule = data.execute(
                select(rules.c.freq, rules.c.interval, rules.c.byday).where(
                    rules.c.initiative_id == row["id"]
                )
            ).one_or_none()
            assert (tuple(rule) if rule else None) == RULES[found[row["name"]]]
        first = before[0]["id"]
        links = [
            data.execute(select(tables[name].c.initiative_id)).scalars().all()
            for name in ("referral", "offer_standing", "offer_link")
        ]
        assert all(len(one) == 1 for one in links)
        assert {one[0] for one in links} <= set(after)
        assert first in after
    with empty[""].begin() as data, pytest.raises(IntegrityError):
        put(data, tables["referral"], initiative_id=put(data, tables["account"])["id"])


def test_two_of_one_name_part_on_the_way_back(empty: Pair) -> None:
    schema.upgrade(empty[""], empty["keystore"])
    offers = METADATA[""].tables["initiative"]
    with empty[""].begin() as data:
        one, other = (put(data, offers, name="Inloop", **codes()) for _ in range(2))
        assert one["organisation_id"] != other["organisation_id"]
    schema.downgrade(empty[""], empty["keystore"], "0014")
    with empty[""].begin() as data:
        names = data.execute(select(offers.c.name)).scalars().all()
        assert sorted(names) == ["Inloop", "Inloop (2)"]
        assert set(data.execute(select(offers.c.id)).scalars()) == {one["id"], other["id"]}
    schema.upgrade(empty[""], empty["keystore"])
    assert schema.is_current(empty[""])
