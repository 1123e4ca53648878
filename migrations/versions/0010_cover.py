"""Cover: who stands in for whom, what a keeper has not opened yet, and late triage that is told."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

# The lists of a table's column: what this revision makes them, and what they were.
MAILS = (
    "invitation",
    "key_holders_few",
    "keys_recovered",
    "reset",
    "signal_news",
    "training_reminder",
)
JOBS = ("old_rows", "orphan_keys", "training_reminders")
NEW_MAIL, NEW_JOB = "triage_late", "late_triage"


def upgrade(engine_name: str) -> None:
    """Make what this revision adds to the data; the keystore stays as it is."""
    if engine_name == "keystore":
        return
    op.create_table(
        "cover",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("from_on <= until_on", name=op.f("ck_cover_days_in_order")),
        sa.CheckConstraint("account_id <> by_id", name=op.f("ck_cover_by_another")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_cover_account_id")),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_cover_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cover")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_cover_account_id"), "cover", ["account_id"], unique=False)
    op.create_index(op.f("ix_cover_by_id"), "cover", ["by_id"], unique=False)
    op.add_column("case_record", sa.Column("handed_over", sa.Boolean(), nullable=True))
    _list("outbox_mail", "kind", (*MAILS, NEW_MAIL))
    _list("job_run", "name", (*JOBS, NEW_JOB))


def downgrade(engine_name: str) -> None:
    """Take it away again, with the mails and runs that only it knows."""
    if engine_name == "keystore":
        return
    op.execute(sa.text("DELETE FROM job_run WHERE name = :code").bindparams(code=NEW_JOB))
    op.execute(sa.text("DELETE FROM outbox_mail WHERE kind = :code").bindparams(code=NEW_MAIL))
    _list("job_run", "name", JOBS)
    _list("outbox_mail", "kind", MAILS)
    op.drop_column("case_record", "handed_over")
    op.drop_index(op.f("ix_cover_by_id"), table_name="cover")
    op.drop_index(op.f("ix_cover_account_id"), table_name="cover")
    op.drop_table("cover")


def _list(table: str, column: str, codes: tuple[str, ...]) -> None:
    """Hold the column to these codes. SQLite changes no CHECK: there the table is made anew."""
    name = f"ck_{table}_{column}_known"
    listed = ", ".join(f"'{code}'" for code in sorted(codes))
    with op.batch_alter_table(table, table_kwargs={"sqlite_with_rowid": False}) as batch:
        batch.drop_constraint(op.f(name), type_="check")
        batch.create_check_constraint(op.f(name), f"{column} IN ({listed})")
