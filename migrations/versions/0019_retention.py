"""Retention: decisions on terms, notices, holds, and runs that are accounted for."""

import re

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

# What these lists get besides.
LISTS = (("outbox_mail", "kind", "erasure_notice"), ("job_run", "name", "erasure_notices"))
KEPT = (
    "audit",
    "case_with_follow_up",
    "case_without_follow_up",
    "signal",
    "unopened_contact_details",
)
TERMS = (
    "12_months",
    "18_months",
    "24_months",
    "30_days",
    "3_months",
    "5_years",
    "60_days",
    "6_months",
    "7_years",
)
ERASABLE = ("audit", "case", "details", "signal")
REASONS = ("breach", "complaint", "dispute", "request", "supervision")
NEW = ("erasure_count", "erasure_run", "erasure_hold", "erasure_notice", "retention_policy")


def upgrade(engine_name: str) -> None:
    """Add tables to the data, all empty: the first values hold on, and notice begins afresh."""
    if engine_name == "keystore":
        return
    op.create_table(
        "retention_policy",
        sa.Column("kept", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("keep_for", sa.String(length=32), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("why_longer", sa.Text(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("applied", sa.Boolean(), nullable=False),
        _known("retention_policy", "kept", KEPT),
        _known("retention_policy", "keep_for", TERMS),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_retention_policy_by_id")),
        sa.PrimaryKeyConstraint("kept", "number", name=op.f("pk_retention_policy")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "erasure_notice",
        sa.Column("object_kind", sa.String(length=32), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("noticed_on", sa.Date(), nullable=False),
        _known("erasure_notice", "object_kind", ERASABLE),
        sa.PrimaryKeyConstraint("object_kind", "object_id", name=op.f("pk_erasure_notice")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "erasure_hold",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("object_kind", sa.String(length=32), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        _known("erasure_hold", "object_kind", ("case", "signal")),
        _known("erasure_hold", "reason", REASONS),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure_hold")),
        sa.UniqueConstraint("object_id", name=op.f("uq_erasure_hold_object_id")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "erasure_run",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("way", sa.String(length=32), nullable=False),
        sa.Column("began_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("policy", sa.Text(), nullable=False),
        sa.Column("signed_by", sa.Uuid(), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=True),
        _known("erasure_run", "way", ("command", "daily", "page")),
        sa.ForeignKeyConstraint(
            ["signed_by"], ["account.id"], name=op.f("fk_erasure_run_signed_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure_run")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "erasure_count",
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("object_kind", sa.String(length=32), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("objects", sa.Integer(), nullable=False),
        sa.Column("keys_erased", sa.Integer(), nullable=False),
        sa.Column("rows_erased", sa.Integer(), nullable=False),
        _known("erasure_count", "object_kind", ERASABLE),
        sa.ForeignKeyConstraint(
            ["run_id"], ["erasure_run.id"], name=op.f("fk_erasure_count_run_id")
        ),
        sa.PrimaryKeyConstraint("run_id", "object_kind", "month", name=op.f("pk_erasure_count")),
        sqlite_with_rowid=False,
    )
    for table, column, code in LISTS:
        _list(table, column, _codes(table, column) | {code})


def downgrade(engine_name: str) -> None:
    """Take it away again."""
    if engine_name == "keystore":
        return
    for table, column, code in LISTS:
        rows = sa.table(table, sa.column(column, sa.String()))
        op.execute(rows.delete().where(rows.c[column] == code))
        _list(table, column, _codes(table, column) - {code})
    for table in NEW:
        op.drop_table(table)


def _known(table: str, column: str, codes: tuple[str, ...]) -> sa.CheckConstraint:
    listed = ", ".join(f"'{code}'" for code in codes)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=op.f(_name(table, column)))


def _codes(table: str, column: str) -> set[str]:
    """The list as it stands, whatever came to it before."""
    checks = sa.inspect(op.get_bind()).get_check_constraints(table)
    (text,) = (check["sqltext"] for check in checks if check["name"] == _name(table, column))
    return set(re.findall(r"'([a-z0-9_]+)'", text))


def _name(table: str, column: str) -> str:
    return f"ck_{table}_{column}_known"


def _list(table: str, column: str, codes: set[str]) -> None:
    """Hold the column to these codes. SQLite changes no CHECK: there the table is made anew."""
    name = op.f(_name(table, column))
    listed = ", ".join(f"'{code}'" for code in sorted(codes))
    with op.batch_alter_table(table, table_kwargs={"sqlite_with_rowid": False}) as batch:
        batch.drop_constraint(name, type_="check")
        batch.create_check_constraint(name, f"{column} IN ({listed})")
