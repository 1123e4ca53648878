"""Rotation of a team key over 1,000 records, beside an UPDATE of as many rows and one commit."""

from collections.abc import Iterator
from uuid import uuid4

from kit.town import Town
from sqlalchemy import bindparam, insert, select, update

from benchmarks import towns
from benchmarks.measure import Row, interleaved, measured
from signalering.domain.lifecycles import KeyGroup
from signalering.models.keys.group import Wrap
from signalering.services.keys import rotate
from signalering.services.keys.groups import open_group
from signalering.services.keys.rewrap import PURPOSES
from signalering.vault import wraps
from signalering.vault.kinds import new_record_key

RECORDS = 1_000
RUNS = 3
GROUP = KeyGroup.CASEWORK


def rows() -> Iterator[Row]:
    """Keys for every purpose in equal parts; a rotation finds out by itself which is which."""
    with towns.town() as town:
        _fill(town)
        ours, floor = interleaved(lambda: _rotate(town), lambda: _update(town), RUNS)
        yield measured(f"rotate {RECORDS:,} records, beside a bare UPDATE", ours, floor)


def _fill(town: Town) -> None:
    with town.committed("coordinator") as work:
        opened = open_group(work, GROUP)
        made = []
        for number in range(RECORDS):
            key_id, purpose = uuid4(), PURPOSES[GROUP][number % len(PURPOSES[GROUP])]
            wrapped = wraps.wrap_with(opened.wrapping_key, new_record_key(), key_id, purpose)
            made.append(
                {
                    "key_id": key_id,
                    "holder": GROUP.value,
                    "form": wraps.Form.AES.value,
                    "epoch_id": opened.epoch_id,
                    "wrapped": wrapped,
                }
            )
        work.keys.execute(insert(Wrap), made)


def _rotate(town: Town) -> None:
    with town.committed("coordinator") as work:
        rotate.begin(work, GROUP)
    more = True
    while more:
        with town.committed("coordinator") as work:
            more = rotate.step(work, GROUP)


def _update(town: Town) -> None:
    """The same rows read and written back, with no key opened and nothing wrapped."""
    held = Wrap.holder == GROUP.value
    with town.house.keystore.begin() as keystore:
        found = keystore.execute(select(Wrap.key_id, Wrap.wrapped).where(held)).all()
        keystore.execute(
            update(Wrap)
            .where(Wrap.key_id == bindparam("of_key"), held)
            .values(wrapped=bindparam("same")),
            [{"of_key": key_id, "same": wrapped} for key_id, wrapped in found],
        )
