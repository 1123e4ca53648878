"""A partner's program gets the training of its own reporters, and nothing of anybody else."""

from dataclasses import fields

import pytest
from kit.partners import partner_id
from kit.programs import HOUSING, PRACTICE, caller_of
from kit.town import Town
from kit.trail import entries

from signalering.domain.api import ApiScope
from signalering.domain.errors import Denied
from signalering.domain.lifecycles import AccountState
from signalering.domain.views.api.workers import WorkerLine
from signalering.models.accounts.account import Account
from signalering.services.api.worker_counts import worker_counts
from signalering.services.api.workers import workers

pytestmark = pytest.mark.one_engine


def test_only_ones_own_and_no_more_than_needed(town: Town) -> None:
    caller = caller_of(town, HOUSING)
    with town.committed() as work:
        view = workers(work, caller, 1)
        counts = worker_counts(work, caller)
    assert {line.email for line in view.lines} == {
        town.people[key].email for key in ("other_worker", "untrained")
    }
    assert {field.name for field in fields(WorkerLine)} == {"email", "valid_until"}
    known = {line.email: line.valid_until for line in view.lines}
    assert known[town.people["untrained"].email] is None
    last = known[town.people["other_worker"].email]
    assert last is not None
    assert last >= town.clock.today()
    assert (counts.workers, counts.trained, counts.first_valid_until) == (2, 1, last)
    read = entries(town, "api_training_read")
    assert {entry["object"] for entry in read} == {str(caller.client_id)}
    assert {entry["details"]["partner_id"] for entry in read} == {str(partner_id(town, HOUSING))}


def test_who_left_is_left_out_and_pages_end(town: Town) -> None:
    caller = caller_of(town, PRACTICE)
    with town.committed() as work:
        account = work.data.get_one(Account, town.people["worker"].account_id)
        account.state = AccountState.DEACTIVATED
    with town.committed() as work:
        view = workers(work, caller, 1)
        assert (view.lines, view.total, view.has_next) == ((), 0, False)
        assert workers(work, caller, 10_000).lines == ()
        counts = worker_counts(work, caller)
    assert (counts.workers, counts.trained, counts.first_valid_until) == (0, 0, None)


def test_counts_and_people_are_asked_for_apart(town: Town) -> None:
    with town.work() as work:
        with pytest.raises(Denied):
            workers(work, caller_of(town, PRACTICE, ApiScope.TRAINING), 1)
        with pytest.raises(Denied):
            worker_counts(work, caller_of(town, HOUSING, ApiScope.WORKERS))
