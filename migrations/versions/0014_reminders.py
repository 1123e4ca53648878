"""Reminders: a digest by mail, an address for a calendar, shortcuts to be switched off."""

import re

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

# What these lists get besides: (table, column).
LISTS = (("outbox_mail", "kind"), ("job_run", "name"))
CODE = "digest"
PREFERENCES = (("digest", sa.false()), ("shortcuts", sa.true()))


def upgrade(engine_name: str) -> None:
    """Change the data; the keystore stays as it is."""
    if engine_name == "keystore":
        return
    for name, default in PREFERENCES:
        column = sa.Column(name, sa.Boolean(), server_default=default, nullable=False)
        op.add_column("account", column)
    op.create_table(
        "calendar_address",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_calendar_address_account_id")
        ),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_calendar_address")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_calendar_address_token_hash")),
        sqlite_with_rowid=False,
    )
    for table, column in LISTS:
        _list(table, column, _codes(table, column) | {CODE})


def downgrade(engine_name: str) -> None:
    """Take it away again."""
    if engine_name == "keystore":
        return
    for table, column in LISTS:
        rows = sa.table(table, sa.column(column, sa.String()))
        op.execute(rows.delete().where(rows.c[column] == CODE))
        _list(table, column, _codes(table, column) - {CODE})
    op.drop_table("calendar_address")
    for name, _ in PREFERENCES:
        op.drop_column("account", name)


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
