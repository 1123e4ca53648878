"""Two work loops at once, each a process of its own: in full only, as starting them takes long."""

import subprocess
import time

import pytest
from kit import trail
from kit.bearing import Rounds, bears
from kit.fault_table import Table
from kit.faults import PATIENCE, Place
from kit.talk import COMMAND, environment
from kit.under_load import Load
from sqlalchemy import delete

from signalering.domain.audit_actions import AuditAction
from signalering.domain.lifecycles import DailyJob
from signalering.models.network.job import JobRun


@pytest.mark.postgres
@pytest.mark.parametrize("place", ["postgresql"], indirect=True)
def test_two_work_loops_at_once(place: Place, rounds: Rounds, table: Table) -> None:
    """What is due each day is done once, whoever asks for it."""
    town = place.site.town
    there = environment(place.site.folder / "instance")

    def twice(load: Load) -> float:
        with town.committed() as work:
            work.data.execute(delete(JobRun))
        ends, began = trail.ends(town), time.monotonic()
        loops = [subprocess.Popen([*COMMAND, "work", "--once"], env=there) for _ in range(2)]
        assert [one.wait(PATIENCE) for one in loops] == [0, 0]
        said = trail.read_entries(town, trail.added(ends, trail.ends(town)))
        done = [
            one["details"]["sweep"] for one in said if one["action"] == AuditAction.SWEEP_DONE.value
        ]
        assert len(done) == len(set(done))
        assert DailyJob.DIGEST.value in done
        return began

    bears(place, table, "two work loops at once, two nodes", rounds(3), twice)
