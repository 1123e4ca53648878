"""Certificates stay, with what was told of their end, when they begin to remember it."""

from datetime import date, timedelta

from kit.rows import as_it_was, put
from sqlalchemy import Engine, select

from signalering.models import schema
from signalering.models.tables import METADATA

Pair = dict[str, Engine]
DAY = date(2026, 11, 23)


def told(pair: Pair, *steps: int, ran: bool = True, chosen: tuple[str, ...] = ()) -> list[int]:
    """What is remembered of certificates that end so many days after reminders were last done."""
    schema.upgrade(pair[""], pair["keystore"], "0026")
    tables = METADATA[""].tables
    with pair[""].begin() as data:
        for step in steps:
            put(data, tables["certificate"], valid_until=DAY + timedelta(days=step))
        for number, value in enumerate(chosen, start=1):
            put(
                data,
                tables["setting_decision"],
                name="training_reminder_days",
                number=number,
                value=value,
            )
        put(data, tables["job_run"], name="digest", day=DAY + timedelta(days=9))
        if ran:
            put(data, tables["job_run"], name="training_reminders", day=DAY - timedelta(days=1))
            put(data, tables["job_run"], name="training_reminders", day=DAY)
    schema.upgrade(pair[""], pair["keystore"])
    certificate = tables["certificate"]
    with pair[""].connect() as data:
        query = select(certificate.c.reminders).order_by(certificate.c.valid_until.desc())
        return list(data.scalars(query))


def test_what_was_told_is_remembered(empty: Pair) -> None:
    steps = (61, 60, 15, 14, 0, -1, -200)
    assert told(empty, *steps) == [0, 1, 1, 2, 2, 3, 3]
    schema.downgrade(empty[""], empty["keystore"], "0026")
    with empty[""].begin() as data:
        old = as_it_was(data, METADATA[""].tables["certificate"])
        assert "reminders" not in old.columns
        days = data.scalars(select(old.c.valid_until).order_by(old.c.valid_until.desc()))
        assert list(days) == [DAY + timedelta(days=step) for step in steps]
    schema.upgrade(empty[""], empty["keystore"])
    assert schema.is_current(empty[""])


def test_where_nothing_ran_nothing_was_told(empty: Pair) -> None:
    assert told(empty, 61, 10, -1, ran=False) == [0, 0, 0]


def test_whom_a_change_could_pass_over_is_told_yet(empty: Pair) -> None:
    # Told for sure at 45 and 14 days; who was between 45 and 90 may have heard nothing.
    assert told(empty, 50, 45, 20, 14, chosen=("45,20", "90,30")) == [0, 1, 1, 2]
