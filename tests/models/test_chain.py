"""The revisions since the first release as one chain: a full database goes down and up again."""

from datetime import date
from typing import Any

from kit.rows import as_it_was, codes_of, known_check, put
from sqlalchemy import Engine, func, select

from signalering.domain.lifecycles import DailyJob, MailKind
from signalering.domain.mail_texts import MEETING_MAILS
from signalering.models import schema
from signalering.models.tables import METADATA

Pair = dict[str, Engine]
# What the older database can't know, so what goes on the way down.
NEW_MAIL = (
    MailKind.TRIAGE_LATE,
    MailKind.OFFER_CHECK,
    MailKind.DIGEST,
    MailKind.ERASURE_NOTICE,
    MailKind.CHAIN_HEAD,
    *MEETING_MAILS,
    MailKind.NEWSLETTER,
    MailKind.NEWSLETTER_CONFIRM,
)
NEW_JOBS = (DailyJob.LATE_TRIAGE, DailyJob.DIGEST, DailyJob.ERASURE_NOTICES, DailyJob.CHAIN_HEAD)
TABLES = METADATA[""].tables


def counts(engine: Engine) -> dict[str, int]:
    """How many rows there are of each table that this database has."""
    with engine.connect() as data:
        there = set(engine.dialect.get_table_names(data))
        return {
            name: data.scalar(select(func.count()).select_from(table)) or 0
            for name, table in TABLES.items()
            if name in there
        }


def fill(engine: Engine, day: date) -> None:
    """A row in each table, and one of each code that mail and jobs have, on this day."""
    with engine.begin() as data:
        for name, table in TABLES.items():
            if not data.scalar(select(func.count()).select_from(table)):
                put(data, table)
            assert data.scalar(select(func.count()).select_from(table)), name
        account_id = put(data, TABLES["account"])["id"]
        offer_id = put(data, TABLES["initiative"])["id"]
        for kind in MailKind:
            about = offer_id if kind is MailKind.OFFER_CHECK else None
            to: dict[str, Any] = {"account_id": account_id, "address": None}
            if about:
                to = {"account_id": None, "address": "post@voorbeeld.nl"}
            put(data, TABLES["outbox_mail"], kind=kind.value, initiative_id=about, **to)
        for job in DailyJob:
            put(data, TABLES["job_run"], name=job.value, day=day)


def test_a_full_database_goes_down_and_up_again(empty: Pair) -> None:
    schema.upgrade(empty[""], empty["keystore"])
    fill(empty[""], date(2026, 11, 23))
    full = counts(empty[""])
    assert all(full.values())
    schema.downgrade(empty[""], empty["keystore"], "0008")
    older = counts(empty[""])
    gone = {name: full[name] - count for name, count in older.items() if full[name] != count}
    assert set(gone) == {"outbox_mail", "job_run"}
    with empty[""].connect() as data:
        mail = as_it_was(data, TABLES["outbox_mail"])
        left = set(data.scalars(select(mail.c.kind)))
        assert left == {kind.value for kind in MailKind} - {kind.value for kind in NEW_MAIL}
        runs = set(data.scalars(select(TABLES["job_run"].c.name)))
        assert runs == {job.value for job in DailyJob} - {job.value for job in NEW_JOBS}
    schema.upgrade(empty[""], empty["keystore"])
    again = counts(empty[""])
    assert {name: again[name] for name in older} == older
    check = known_check(TABLES["outbox_mail"].c.kind)
    assert check is not None
    assert set(codes_of(check)) == {kind.value for kind in MailKind}
    fill(empty[""], date(2026, 11, 24))
