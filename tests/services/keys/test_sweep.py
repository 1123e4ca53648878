"""Only what no row names goes, after a week, and never beside older data."""

from datetime import timedelta
from uuid import UUID

from kit.signals import logged, with_details
from kit.town import Town
from kit.trail import entries
from sqlalchemy import select

from signalering.models.keys.group import OrphanKey, Wrap
from signalering.services.keys.sweep import KEPT, sweep
from signalering.services.retention.restored import mark_restored
from signalering.services.sealing import new_key


def orphan(town: Town) -> UUID:
    """What a crash between the two commits leaves."""
    with town.work("worker") as work:
        key_id, _ = new_key(work, "casework", "thread")
        work.keys.commit()
    return key_id


def swept(town: Town) -> int:
    with town.committed() as work:
        return sweep(work)


def test_a_key_without_words_goes_after_a_week_and_no_other(town: Town) -> None:
    logged(town, command=with_details())
    gone = orphan(town)
    with town.work(writes=False) as work:
        kept = set(work.keys.scalars(select(Wrap.key_id))) - {gone}
    assert swept(town) == 0
    town.clock.move_to(town.clock.now() + KEPT - timedelta(days=1))
    assert swept(town) == 0
    town.clock.move_to(town.clock.now() + timedelta(days=1))
    assert swept(town) == 1
    with town.work(writes=False) as work:
        assert set(work.keys.scalars(select(Wrap.key_id))) >= kept
        assert work.keys.get(Wrap, (gone, "casework")) is None
        assert not work.keys.scalars(select(OrphanKey)).all()
    assert entries(town, "sweep_done")[0]["details"] == {"sweep": "keys", "count": "1"}


def test_after_a_restore_nothing_goes_for_as_long_as_backups_last(town: Town) -> None:
    gone = orphan(town)
    swept(town)
    with town.committed() as work:
        mark_restored(work)
    town.clock.move_to(town.clock.now() + timedelta(days=90))
    assert swept(town) == 0
    with town.work(writes=False) as work:
        assert work.keys.get(Wrap, (gone, "casework"))
    # The last backup that could bring its words back has lapsed.
    town.clock.move_to(town.clock.now() + timedelta(days=1))
    assert swept(town) == 1
