"""A training is kept to the month and opens the form for two years."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from kit.town import Town

from signalering.domain.access import Permission, allowed
from signalering.domain.commands.training.record import RecordTraining
from signalering.domain.errors import Denied, InvalidInput, NotFound
from signalering.domain.lifecycles import TrainingWay
from signalering.services.training.record import record_training


def course(town: Town) -> RecordTraining:
    account_id = town.people["untrained"].account_id
    return RecordTraining(account_id, TrainingWay.COURSE, "Tia Trainer", date(2026, 11, 17))


def test_it_is_kept_to_the_month_and_lasts_two_years(town: Town) -> None:
    with town.committed("administrator") as work:
        certificate = record_training(work, course(town))
    assert certificate.trained_in == date(2026, 11, 1)
    assert certificate.valid_until == date(2028, 11, 30)


def test_it_opens_the_form(town: Town) -> None:
    for trained in (False, True):
        with town.work("untrained", writes=False) as work:
            today = work.clock.today()
            assert allowed(Permission.LOG_SIGNAL, work.by(), None, today) is trained
        with town.committed("administrator") as work:
            record_training(work, course(town))


def test_what_is_wrong_is_told(file_town: Town) -> None:
    right = course(file_town)
    with file_town.work("administrator") as work:
        with pytest.raises(NotFound):
            record_training(work, replace(right, account_id=uuid4()))
        with pytest.raises(InvalidInput):
            record_training(work, replace(right, trainer=" "))
        with pytest.raises(InvalidInput):
            record_training(work, replace(right, trained_in=date(2026, 12, 1)))
    with file_town.work("coordinator") as work, pytest.raises(Denied):
        record_training(work, right)
