"""Months of the audit trail that were reviewed, and the mail that takes its head outside."""

import re

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

# What these lists get besides.
LISTS = (("outbox_mail", "kind", "chain_head"), ("job_run", "name", "chain_head"))
OUTCOMES = ("explained", "nothing_found", "passed_on")


def upgrade(engine_name: str) -> None:
    """Add a table to the data, empty: no month has been reviewed yet. Mail that waits stays."""
    if engine_name == "keystore":
        return
    listed = ", ".join(f"'{code}'" for code in OUTCOMES)
    op.create_table(
        "audit_review",
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.Column("signed_by", sa.Uuid(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.CheckConstraint(f"outcome IN ({listed})", name=op.f("ck_audit_review_outcome_known")),
        sa.ForeignKeyConstraint(
            ["signed_by"], ["account.id"], name=op.f("fk_audit_review_signed_by")
        ),
        sa.PrimaryKeyConstraint("month", name=op.f("pk_audit_review")),
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
    op.drop_table("audit_review")


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
