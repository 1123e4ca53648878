"""A step is done while what it asks for holds, on both databases; and undone again after that."""

from dataclasses import replace

import pytest
from kit.partners import stopped
from kit.signals import logged
from kit.town import Town
from sqlalchemy import delete, update

from signalering.domain.errors import Denied
from signalering.domain.upkeep_names import Marked
from signalering.domain.views.settings.first_steps import FirstStep
from signalering.models.accounts.account import Account
from signalering.models.keys.group import Grant
from signalering.services.settings.first_steps import first_steps, steps_left
from signalering.services.settings.marks import mark


def held(town: Town) -> set[FirstStep]:
    with town.work("administrator", writes=False) as work:
        return {line.step for line in first_steps(work).lines if line.done}


def test_what_comes_undone_is_to_be_done_again(town: Town) -> None:
    logged(town)
    before = held(town)
    assert {FirstStep.PARTNER, FirstStep.KEYS, FirstStep.COLLEAGUE, FirstStep.TRAINING} <= before
    assert FirstStep.TRIAL in before
    assert not before & {FirstStep.NUMBERS, FirstStep.CLOSING_DAYS, FirstStep.LOOP, FirstStep.MAIL}
    for name in ("Praktijk De Kas", "Wonen aan Zee"):
        stopped(town, name)
    with town.committed() as work:
        grant = Grant.account_id == town.people["coordinator"].account_id
        work.keys.execute(delete(Grant).where(grant))
        workers = [town.people[key].account_id for key in ("worker", "other_worker")]
        gone = Account.id.in_(workers)
        work.data.execute(update(Account).where(gone).values(state="deactivated"))
    # Who is left to log a signal is untrained.
    undone = {FirstStep.PARTNER, FirstStep.KEYS, FirstStep.TRAINING}
    assert held(town) == before - undone


def test_a_test_mail_that_failed_since_is_to_be_sent_again(town: Town) -> None:
    for well, done in ((False, False), (True, True), (False, False)):
        town.clock.move_to(town.clock.now().replace(minute=town.clock.now().minute + 1))
        with town.committed() as work:
            mark(work, {Marked.MAIL_TESTED: well})
        assert (FirstStep.MAIL in held(town)) is done


def test_the_start_page_says_what_the_page_says(town: Town) -> None:
    with town.work("coordinator", writes=False) as work:
        left = first_steps(work).left
        assert steps_left(work, few_hold_the_key=False) == left > 0
        assert steps_left(work, few_hold_the_key=True) == left + 1
        work.house = replace(work.house, settings=replace(work.settings, demonstration=True))
        assert steps_left(work, few_hold_the_key=True) == 0, "there is nothing to make ready"


def test_nobody_else_is_led(town: Town) -> None:
    for key in ("worker", "manager", "privacy_officer"):
        with town.work(key, writes=False) as work, pytest.raises(Denied):
            steps_left(work, few_hold_the_key=False)
