"""Each is reminded once that a training runs out, also when the loop stood still for days."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from kit.mail import never
from kit.settings import decided
from kit.town import Town
from sqlalchemy import delete, select

from signalering.domain.lifecycles import MailKind, TrainingWay
from signalering.domain.periods import Periods
from signalering.models.network.outbox import OutboxMail
from signalering.models.training.certificate import Certificate
from signalering.services.network.write import Letter, write
from signalering.services.training.remind import remind
from signalering.services.upkeep import run_jobs

# Both workers' certificates end on 31 January 2028; 60 days before is 2 December 2027.
FIRST_DAY = date(2027, 12, 2)
LAST_DAY = date(2028, 1, 31)


def reminded(town: Town, *days: date) -> list[int]:
    counts = []
    for day in days:
        town.clock.move_to(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
        assert run_jobs(town.house, never) == []
        with town.work(writes=False) as work:
            query = select(OutboxMail).where(OutboxMail.kind == MailKind.TRAINING_REMINDER)
            counts.append(len(list(work.data.scalars(query))))
    return counts


def test_once_on_the_first_day_within_sixty(town: Town) -> None:
    days = [FIRST_DAY + timedelta(days=step) for step in (-1, 0, 0, 1, 30)]
    assert reminded(town, *days) == [0, 2, 2, 2, 2]


def sent(town: Town, *steps: int) -> list[int]:
    """How many leave on each of these days, counted from the last day of both certificates."""
    counts = []
    for step in steps:
        counts += reminded(town, LAST_DAY + timedelta(days=step))
        with town.committed() as work:
            work.data.execute(delete(OutboxMail))
    return counts


def test_again_two_weeks_before_the_end_and_the_day_after_it(file_town: Town) -> None:
    assert sent(file_town, -61, -60, -15, -14, -13, 0, 1, 2, 30) == [0, 2, 0, 2, 0, 0, 2, 0, 0]


def test_each_of_the_moments_is_caught_up_once(file_town: Town) -> None:
    # Two moments passed since the last time are told by one mail.
    assert sent(file_town, -70, -10, 5, 6) == [0, 2, 2, 0]


def test_the_first_time_of_all_who_is_in_the_grace_is_told_too(file_town: Town) -> None:
    assert sent(file_town, 60, 61) == [2, 0]


def test_who_may_log_no_more_is_left_alone(file_town: Town) -> None:
    assert sent(file_town, 61) == [0]


def test_days_without_a_loop_are_caught_up(file_town: Town) -> None:
    days = [FIRST_DAY + timedelta(days=step) for step in (-20, 9, 10)]
    assert reminded(file_town, *days) == [0, 2, 2]


def test_a_newer_certificate_counts(file_town: Town) -> None:
    with file_town.committed() as work:
        work.data.add(
            Certificate(
                id=uuid4(),
                account_id=file_town.people["worker"].account_id,
                way=TrainingWay.REFRESHER,
                trainer="Tia Trainer",
                trained_in=date(2027, 11, 1),
                valid_until=date(2029, 11, 30),
            )
        )
    assert reminded(file_town, FIRST_DAY, FIRST_DAY + timedelta(days=1)) == [1, 1]


def told(town: Town, *steps: int) -> list[int]:
    """The same by the reminders alone: how many are told on each of these days."""
    counts = []
    for step in steps:
        day = LAST_DAY + timedelta(days=step)
        town.clock.move_to(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
        with town.committed() as work:
            counts.append(remind(work))
    return counts


def test_who_ends_between_the_old_and_the_new_number_of_days_is_told(file_town: Town) -> None:
    assert told(file_town, -80) == [0]
    decided(file_town, "training_reminder_days", "90,14")
    assert told(file_town, -79, -78, -60, -14, 1) == [2, 0, 0, 2, 2]


def test_fewer_days_tell_nobody_twice(file_town: Town) -> None:
    assert told(file_town, -60) == [2]
    decided(file_town, "training_reminder_days", "30,7")
    assert told(file_town, -59, -30, -14, -7, 1, 2) == [0, 0, 0, 2, 2, 0]


def test_a_change_back_and_forth_tells_nobody_twice(file_town: Town) -> None:
    assert told(file_town, -61) == [0]
    counts = []
    for number, days in enumerate(("100,40", "60,14", "100,40", "60,14")):
        decided(file_town, "training_reminder_days", days, number)
        counts += told(file_town, -60 + 3 * number)
    assert counts == [2, 0, 0, 0]
    assert told(file_town, -40, -14, 1, 2) == [0, 2, 2, 0]


def test_without_any_grace_the_day_after_is_told_all_the_same(file_town: Town) -> None:
    decided(file_town, "training_grace_days", "0")
    assert told(file_town, -60, -14, 1, 2) == [2, 2, 2, 0]


def test_a_longer_grace_tells_who_was_told_nothing(file_town: Town) -> None:
    assert told(file_town, 70) == [0]
    decided(file_town, "training_grace_days", "90")
    assert told(file_town, 71, 72) == [2, 0]


def test_two_with_the_same_end_are_told_of_as_one(file_town: Town) -> None:
    assert told(file_town, -60) == [2]
    with file_town.committed() as work:
        work.data.add(
            Certificate(
                id=uuid4(),
                account_id=file_town.people["worker"].account_id,
                way=TrainingWay.CLASSROOM,
                trainer="Tia Trainer",
                trained_in=date(2026, 1, 1),
                valid_until=LAST_DAY,
            )
        )
    assert told(file_town, -59, -14) == [0, 2]


def test_done_twice_on_a_day_it_tells_once(file_town: Town) -> None:
    assert told(file_town, -60, -60) == [2, 0]


@pytest.mark.parametrize(("language", "ten"), [("nl", "tien minuten"), ("en", "ten minutes")])
def test_the_mail_names_the_refresher_and_where_it_is(
    file_town: Town, language: str, ten: str
) -> None:
    settings = file_town.house.settings
    letter = Letter(uuid4(), MailKind.TRAINING_REMINDER, "a@b.test", "Wil", language)
    text = write(letter, settings, Periods(), "noreply@b.test", file_town.clock.now()).get_content()
    assert ten in text
    assert f"{settings.public_url}/training\n" in text
