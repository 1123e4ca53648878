"""Triage far too late: a bare count for administrators, and one mail a day at most."""

from datetime import date, datetime, timedelta

import pytest
from kit.signals import logged, taken
from kit.town import Town
from kit.trail import entries
from sqlalchemy import select

from signalering.domain.clock import AMSTERDAM
from signalering.domain.lifecycles import MailKind
from signalering.domain.mail_texts import TEXTS
from signalering.models.network.outbox import OutboxMail
from signalering.services.accounts.list import list_accounts
from signalering.services.signals.late import late_triage
from signalering.services.upkeep import run_jobs


def on(town: Town, day: date) -> None:
    town.clock.move_to(datetime(day.year, day.month, day.day, 10, 0, tzinfo=AMSTERDAM))


def count(town: Town) -> int:
    with town.work(writes=False) as work:
        return late_triage(work)


def told(town: Town) -> list[object]:
    with town.work(writes=False) as work:
        query = select(OutboxMail.account_id).where(OutboxMail.kind == MailKind.TRIAGE_LATE)
        return list(work.data.scalars(query))


@pytest.mark.parametrize("in_hand", [True, False])
def test_it_counts_from_two_working_days_behind_the_last_day(town: Town, in_hand: bool) -> None:
    """Logged on Monday, due on Wednesday; Friday is the second working day behind it."""
    if in_hand:
        taken(town)
    else:
        logged(town)
    for day, number in ((25, 0), (26, 0), (27, 0), (28, 1), (30, 1)):
        on(town, date(2026, 11, day))
        assert count(town) == number, day


def test_administrators_see_the_number_and_nothing_else(file_town: Town) -> None:
    logged(file_town)
    on(file_town, date(2026, 12, 1))
    with file_town.work("administrator") as work:
        assert list_accounts(work).late == 1


def test_one_mail_a_working_day_while_it_lasts(town: Town) -> None:
    administrator = town.people["administrator"].account_id
    on(town, date(2026, 11, 30))
    run_jobs(town.house, lambda: False)
    assert told(town) == [], "nothing waits"
    logged(town)
    on(town, date(2026, 12, 12))  # a Saturday
    run_jobs(town.house, lambda: False)
    assert told(town) == []
    on(town, date(2026, 12, 14))
    for _ in range(3):
        run_jobs(town.house, lambda: False)
        town.clock.move_to(town.clock.now() + timedelta(hours=1))
    assert told(town) == [administrator]
    swept = [one["details"] for one in entries(town, "sweep_done")]
    assert {"sweep": "late_triage", "count": "1"} in swept


def test_the_mail_says_no_number_and_names_nothing() -> None:
    text = TEXTS[MailKind.TRIAGE_LATE]
    assert not any(sign.isdigit() for part in (text.subject, *text.paragraphs) for sign in part)
