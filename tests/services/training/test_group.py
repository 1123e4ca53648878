"""Earlier trainees by list: no line is lost, and nobody gets what they have."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from kit.town import Town
from sqlalchemy import func, select

from signalering.domain.access import Permission, allowed
from signalering.domain.commands.training.group import RecordGroup
from signalering.domain.errors import (
    InvalidInput,
)
from signalering.domain.lifecycles import AccountState, TrainingWay
from signalering.models.accounts.account import Account
from signalering.models.training.certificate import Certificate
from signalering.services.training.group import group


def may_log(town: Town, key: str = "untrained") -> bool:
    with town.work(key, writes=False) as work:
        return allowed(Permission.LOG_SIGNAL, work.by(), None, work.clock.today())


def test_earlier_trainees_by_list_and_no_line_is_lost(town: Town) -> None:
    email = town.people["untrained"].email
    text = f"{email.upper()}\n\n{email}\nniemand@example.test\nJan van de balie\n"
    with town.committed("administrator") as work:
        result = group(
            work, RecordGroup(text, TrainingWay.EARLIER, "Tia Trainer", date(2026, 3, 9))
        )
    assert result.recorded == 1
    assert result.left_over == (
        ("niemand@example.test", "no_account"),
        ("Jan van de balie", "not_an_address"),
    )
    assert may_log(town)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"addresses": " \n "}, "addresses"),
        ({"trainer": " "}, "trainer"),
        ({"trained_in": date(2027, 1, 1)}, "trained_in"),
        ({"trained_in": date(2024, 8, 31)}, "trained_in"),
        ({"addresses": "\n".join(f"{n}@b.test" for n in range(501))}, "addresses"),
    ],
)
def test_a_list_that_cant_be_taken(town: Town, change: dict[str, Any], field: str) -> None:
    whole = RecordGroup("a@b.test", TrainingWay.EARLIER, "Tia", date(2026, 3, 9))
    command = replace(whole, **change)
    with town.work("administrator") as work, pytest.raises(InvalidInput) as refused:
        group(work, command)
    assert refused.value.field == field


def test_who_left_is_no_account_on_a_list(file_town: Town) -> None:
    person = file_town.people["untrained"]
    with file_town.committed() as work:
        work.data.get_one(Account, person.account_id).state = AccountState.DEACTIVATED
    with file_town.committed("administrator") as work:
        command = RecordGroup(person.email, TrainingWay.EARLIER, "Tia", date(2026, 1, 9))
        assert group(work, command).left_over == ((person.email, "no_account"),)


def test_a_list_adds_nothing_to_a_certificate_that_lasts_as_long(file_town: Town) -> None:
    emails = [file_town.people[key].email for key in ("worker", "untrained")]
    with file_town.committed("administrator") as work:
        command = RecordGroup("\n".join(emails), TrainingWay.EARLIER, "Tia", date(2026, 1, 9))
        result = group(work, command)
    assert (result.recorded, result.left_over) == (1, ())
    assert result.has_longer == (emails[0],)
    with file_town.work(writes=False) as work:
        mine = Certificate.account_id == file_town.people["worker"].account_id
        certificates = select(func.count()).select_from(Certificate).where(mine)
        assert work.data.scalar(certificates) == 1
