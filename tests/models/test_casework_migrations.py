"""Rows are carried through the revisions of casework, there and back, on both engines."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from kit.rows import as_it_was, fresh, put
from kit.schema import table_names
from sqlalchemy import (
    Connection,
    Engine,
    Integer,
    MetaData,
    String,
    Uuid,
    column,
    func,
    select,
)
from sqlalchemy import table as named

from signalering.models import schema
from signalering.models.base import NAMING
from signalering.models.cases.case import Case
from signalering.models.tables import METADATA

Pair = dict[str, Engine]


def test_mails_runs_and_cases_go_through_the_revision_of_covers(empty: Pair) -> None:
    """Tables that are made anew for a longer list keep their rows, there and back."""
    schema.upgrade(empty[""], empty["keystore"], "0008")
    tables = METADATA[""].tables
    mail, run, case = (tables[name] for name in ("outbox_mail", "job_run", "case_record"))
    with empty[""].begin() as data:
        account = put(data, tables["account"])["id"]
        sent = put(data, mail, account_id=account, kind="signal_news", tries=7)
        done = put(data, run, name="old_rows")
        known = as_it_was(data, case).columns.keys()
        needed = [one for one in case.columns if not one.nullable and one.name in known]
        row = {one.name: fresh(one) for one in needed}
        data.execute(as_it_was(data, case).insert().values(row))

    def there(data: Connection) -> None:
        found = data.execute(select(mail.c.id, mail.c.kind, mail.c.tries)).all()
        assert (sent["id"], "signal_news", 7) in [tuple(one) for one in found]
        runs = data.execute(select(run.c.name, run.c.day)).all()
        assert ("old_rows", done["day"]) in [tuple(one) for one in runs]
        assert data.scalar(select(case.c.id)) == row["id"]

    schema.upgrade(empty[""], empty["keystore"])
    with empty[""].begin() as data:
        there(data)
        assert data.scalar(select(case.c.handed_over)) is None
        put(data, mail, account_id=account, kind="triage_late")
        put(data, run, name="late_triage")
        put(data, tables["cover"], account_id=account)
    schema.downgrade(empty[""], empty["keystore"], "0008")
    with empty[""].begin() as data:
        there(data)
        assert data.scalar(select(func.count()).select_from(mail)) == 1
        assert data.scalar(select(func.count()).select_from(run)) == 1


def test_mail_that_waits_and_offers_go_through_the_new_outbox(empty: Pair) -> None:
    schema.upgrade(empty[""], empty["keystore"], "0008")
    tables = METADATA[""].tables
    # The table as it stands then: without the columns that come now, and later.
    coming = {"initiative_id", "meeting_id", "partner_id", "subscriber_id", "newsletter_id"}
    outbox = tables["outbox_mail"].to_metadata(MetaData(naming_convention=NAMING))
    before = [column for column in outbox.columns if column.name not in coming]
    due = datetime(2026, 11, 23, 9, 45, tzinfo=UTC)
    mail = {
        "id": uuid4(),
        "kind": "training_reminder",
        "address": "post@voorbeeld.nl",
        "state": "failed",
        "due_at": due,
        "tries": 6,
        "fault": "refused",
    }
    with empty[""].begin() as data:
        offer = put(data, tables["initiative"], capacity=8)
        data.execute(tables["outbox_mail"].insert().values(mail))
    schema.upgrade(empty[""], empty["keystore"])
    with empty[""].begin() as data:
        (row,) = data.execute(select(tables["outbox_mail"])).mappings()
        assert {name: row[name] for name in mail} == mail
        assert (row["account_id"], row["initiative_id"]) == (None, None)
        kept = data.execute(select(tables["initiative"])).mappings().one()
        assert (kept["id"], kept["capacity"]) == (offer["id"], 8)
        question = mail | {"id": uuid4(), "kind": "offer_check", "initiative_id": offer["id"]}
        data.execute(tables["outbox_mail"].insert().values(question))
    schema.downgrade(empty[""], empty["keystore"], "0008")
    with empty[""].connect() as data:
        assert [row.id for row in data.execute(select(*before))] == [mail["id"]]


def test_reminders_come_with_what_was_there_kept(empty: Pair) -> None:
    """Nobody gets mail unasked, single keys serve everybody, and mail that waited still waits."""
    schema.upgrade(empty[""], empty["keystore"], "0008")
    tables = METADATA[""].tables
    account_id, day = uuid4(), date(2026, 11, 23)
    with empty[""].begin() as data:
        account = as_it_was(data, tables["account"])
        put(data, account, id=account_id, state="active", language="en")
        mail = put(data, tables["outbox_mail"], account_id=account_id, kind="reset", tries=2)
        put(data, tables["job_run"], name="old_rows", day=day)
    schema.upgrade(empty[""], empty["keystore"])
    with empty[""].begin() as data:
        (found,) = data.execute(select(tables["account"])).mappings()
        assert (found["digest"], found["shortcuts"], found["language"]) == (False, True, "en")
        waiting = dict(data.execute(select(tables["outbox_mail"])).mappings().one())
        assert {name: waiting[name] for name in mail} == mail
        assert data.execute(select(tables["job_run"])).all() == [("old_rows", day)]
        put(data, tables["outbox_mail"], account_id=account_id, kind="digest")
        put(data, tables["job_run"], name="digest", day=day)
    schema.downgrade(empty[""], empty["keystore"], "0008")
    with empty[""].connect() as data:
        assert data.scalars(select(tables["outbox_mail"].c.kind)).all() == ["reset"]
        assert data.scalars(select(tables["job_run"].c.name)).all() == ["old_rows"]


def test_cases_and_their_entries_go_along_when_tasks_come(empty: Pair) -> None:
    schema.upgrade(empty[""], empty["keystore"], "0008")
    tables = METADATA[""].tables
    with empty[""].begin() as data:
        entry = put(data, tables["case_entry"], number=3)
    schema.upgrade(empty[""], empty["keystore"])
    with empty[""].begin() as data:
        (kept,) = data.execute(select(tables["case_entry"])).mappings().all()
        assert (kept["case_id"], kept["number"], kept["sealed"]) == (
            entry["case_id"],
            3,
            entry["sealed"],
        )
        assert data.execute(select(tables["case_task"])).all() == []
        put(data, tables["case_task"], case_id=entry["case_id"], number=3)
    schema.downgrade(empty[""], empty["keystore"], "0008")
    assert "case_task" not in table_names(empty[""])
    with empty[""].connect() as data:
        assert data.scalar(select(func.count()).select_from(tables["case_entry"])) == 1
    schema.upgrade(empty[""], empty["keystore"])
    assert schema.is_current(empty[""])


def test_cases_come_over_without_a_week_and_go_back_whole(empty: Pair) -> None:
    schema.upgrade(empty[""], empty["keystore"], "0008")
    table = METADATA[""].tables["case_record"]
    with empty[""].connect() as data:
        old = as_it_was(data, table)
    assert "active_on" not in old.columns
    row = {"id": uuid4(), "reference": "7KMD-R3XW", "state": "opened", "key_id": uuid4()}
    row |= {"version": 3, "deadline_on": date(2026, 12, 1), "deadline_kind": "task"}
    with empty[""].begin() as data:
        data.execute(old.insert().values(row))
    schema.upgrade(empty[""], empty["keystore"])
    with empty[""].begin() as data:
        (found,) = data.execute(select(table)).mappings()
        assert row.items() <= dict(found).items()
        assert found["active_on"] is None
        data.execute(table.update().values(active_on=date(2026, 11, 23)))
    schema.downgrade(empty[""], empty["keystore"], "0008")
    with empty[""].connect() as data:
        (found,) = data.execute(select(old)).mappings()
        assert row.items() <= dict(found).items()


def test_live_cases_with_details_get_a_clock_and_no_case_lies_still(empty: Pair) -> None:
    schema.upgrade(empty[""], empty["keystore"], "0008")
    tables = METADATA[""].tables
    live, anonymous, ended = uuid4(), uuid4(), uuid4()
    # As it was then: the columns that a case can't do without.
    kinds = {"id": Uuid(), "reference": String(), "state": String(), "key_id": Uuid()}
    kinds |= {"version": Integer()}
    cases = named("case_record", *(column(name, kind) for name, kind in kinds.items()))
    with empty[""].begin() as data:
        for number, (case_id, state) in enumerate(
            ((live, "opened"), (anonymous, "opened"), (ended, "closed"))
        ):
            values = {
                "id": case_id,
                "reference": f"AAAA-AAA{number}",
                "state": state,
                "key_id": uuid4(),
                "version": 4,
            }
            data.execute(cases.insert().values(values))
            if case_id is not anonymous:
                put(
                    data,
                    tables["contact_details"],
                    id=uuid4(),
                    case_id=case_id,
                    signal_id=None,
                    key_id=uuid4(),
                    has_phone=True,
                )
    schema.upgrade(empty[""], empty["keystore"])
    with empty[""].connect() as data:
        rows = data.execute(select(Case.id, Case.version, Case.inform_by, Case.restricted)).all()
    found = {row.id: row for row in rows}
    assert {row.restricted for row in rows} == {False}
    assert {row.version for row in rows} == {4}
    today = datetime.now(UTC).date()
    assert found[anonymous].inform_by is found[ended].inform_by is None
    assert today + timedelta(days=13) < found[live].inform_by <= today + timedelta(days=31)


def test_forewords_come_and_go_beside_what_was_released(empty: Pair) -> None:
    schema.upgrade(empty[""], empty["keystore"], "0014")
    tables = METADATA[""].tables
    account_id = uuid4()
    with empty[""].begin() as data:
        put(data, tables["account"], id=account_id, state="active", language="nl")
        put(data, tables["release"], period="2025", rung="plan", verdict="{}")
        put(data, tables["published_cell"], period="2025", figure=35)
    schema.upgrade(empty[""], empty["keystore"])
    with empty[""].begin() as data:
        assert data.scalars(select(tables["published_cell"].c.figure)).all() == [35]
        assert data.execute(select(tables["report_foreword"])).all() == []
        foreword = {"period": "2025H1", "text": "Dank.\nWij.", "version": 1}
        put(data, tables["report_foreword"], written_by_id=account_id, **foreword)
    schema.downgrade(empty[""], empty["keystore"], "0014")
    assert "report_foreword" not in table_names(empty[""])
    with empty[""].connect() as data:
        assert data.scalars(select(tables["published_cell"].c.figure)).all() == [35]
    schema.upgrade(empty[""], empty["keystore"])
    assert schema.is_current(empty[""])


def test_mails_runs_and_cases_stay_when_retention_comes(empty: Pair) -> None:
    """Nothing is noticed yet: two weeks begin with the first day of the loop."""
    schema.upgrade(empty[""], empty["keystore"], "0014")
    tables = METADATA[""].tables
    new = ("erasure_count", "erasure_run", "erasure_hold", "erasure_notice", "retention_policy")
    day = date(2026, 11, 23)
    with empty[""].begin() as data:
        account = put(data, tables["account"])["id"]
        case = put(data, tables["case_record"], erase_after=day, hold_until=day)
        mail = put(data, tables["outbox_mail"], account_id=account, kind="digest", tries=3)
        put(data, tables["job_run"], name="digest", day=day)
    schema.upgrade(empty[""], empty["keystore"])
    with empty[""].begin() as data:
        found = data.execute(select(tables["case_record"])).mappings().one()
        assert (found["id"], found["erase_after"]) == (case["id"], day)
        waiting = dict(data.execute(select(tables["outbox_mail"])).mappings().one())
        assert {name: waiting[name] for name in mail} == mail
        assert data.execute(select(tables["job_run"])).all() == [("digest", day)]
        assert [data.execute(select(tables[name])).all() for name in new] == [[]] * len(new)
        for name in new:
            put(data, tables[name])
        put(data, tables["outbox_mail"], account_id=account, kind="erasure_notice")
        put(data, tables["job_run"], name="erasure_notices", day=day)
    schema.downgrade(empty[""], empty["keystore"], "0014")
    assert not set(new) & set(table_names(empty[""]))
    with empty[""].connect() as data:
        assert data.scalars(select(tables["outbox_mail"].c.kind)).all() == ["digest"]
        assert data.scalars(select(tables["job_run"].c.name)).all() == ["digest"]
        assert data.scalar(select(tables["case_record"].c.id)) == case["id"]
