"""Who works here already is not greeted as a newcomer."""

from kit.rows import put
from sqlalchemy import Engine, select

from signalering.models import schema
from signalering.models.tables import METADATA

Pair = dict[str, Engine]


def test_whoever_was_there_has_the_guide_put_away(empty: Pair) -> None:
    schema.upgrade(empty[""], empty["keystore"], "0029")
    hats = METADATA[""].tables["account_hat"]
    with empty[""].begin() as data:
        put(data, hats, hat="manager")
    schema.upgrade(empty[""], empty["keystore"])
    with empty[""].begin() as data:
        assert list(data.scalars(select(hats.c.guide_away))) == [True]
        put(data, hats, hat="coordinator")
        newest = select(hats.c.guide_away).where(hats.c.hat == "coordinator")
        assert list(data.scalars(newest)) == [False]
    schema.downgrade(empty[""], empty["keystore"], "0029")
    schema.upgrade(empty[""], empty["keystore"])
    assert schema.is_current(empty[""])
