"""The hat of the functionaris gegevensbescherming and signed packs: what was there stays."""

from datetime import date

import pytest
from kit.rows import put
from sqlalchemy import Engine, func, select
from sqlalchemy.exc import IntegrityError

from signalering.domain.pack_lines import PackPart, digest, digest_of_all, heading, written
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
    schema.upgrade(empty[""], empty["keystore"], "0025")
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


@pytest.mark.parametrize("lost", ["", "risks"])
def test_signatures_learn_what_they_are_under(empty: Pair, lost: str) -> None:
    schema.upgrade(empty[""], empty["keystore"], "0026")
    signatures, parts = (METADATA[""].tables[name] for name in ("pack_signature", "pack_part"))
    texts = {part: written((heading(part.value),)) for part in PackPart}
    with empty[""].begin() as data:
        put(data, signatures, number=1, signed_on=DAY)
        for part, text in texts.items():
            if part != lost:
                put(data, parts, number=1, part=part.value, text=text, digest=digest(text))
    schema.upgrade(empty[""], empty["keystore"])
    columns = signatures.c.number, signatures.c.signed_on, signatures.c.parts
    with empty[""].begin() as data:
        assert data.execute(select(*columns)).all() == [(1, DAY, " ".join(PackPart))]
        number = data.scalar(select(signatures.c.check_number))
        assert number == (bytes(32) if lost else digest_of_all(texts.values()))
        assert data.scalar(select(func.count()).select_from(parts)) == 7 - bool(lost)
    schema.downgrade(empty[""], empty["keystore"], "0026")
    with empty[""].connect() as data:
        assert data.execute(select(*columns[:2])).all() == [(1, DAY)]
    schema.upgrade(empty[""], empty["keystore"])
    assert schema.is_current(empty[""])
