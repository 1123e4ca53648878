"""Reminders: a digest by mail, an address for a calendar, shortcuts to be switched off."""

import re

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0008"
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
    listed = ", ".join(f"'{code}'" for code in sorted(codes))
    check = f"{column} IN ({listed})"
    if op.get_bind().dialect.name == "sqlite":
        _made_anew(table, column, check)
        return
    op.drop_constraint(op.f(_name(table, column)), table, type_="check")
    op.create_check_constraint(op.f(_name(table, column)), table, check)


def _made_anew(table: str, column: str, check: str) -> None:
    """SQLite changes no constraint: the same table once more, with the rows of the old one."""
    bind = op.get_bind()
    made = sa.text("SELECT type, name, sql FROM sqlite_master WHERE tbl_name = :t AND sql <> ''")
    parts = bind.execute(made, {"t": table}).all()
    (whole,) = (sql for kind, _, sql in parts if kind == "table")
    indexes = [(name, sql) for kind, name, sql in parts if kind == "index"]
    known = re.compile(rf"(CONSTRAINT {_name(table, column)} CHECK )\({column} IN \([^)]*\)\)")
    fresh, count = known.subn(rf"\1({check})", whole)
    if count != 1:
        raise RuntimeError(f"{table}: its list of codes is not where it was")
    for name, _ in indexes:
        op.drop_index(name, table)
    op.rename_table(table, f"{table}_before")
    bind.exec_driver_sql(fresh)
    names = [column["name"] for column in sa.inspect(bind).get_columns(table)]
    new, old = (sa.table(name, *map(sa.column, names)) for name in (table, f"{table}_before"))
    bind.execute(new.insert().from_select(names, sa.select(*old.c)))
    op.drop_table(f"{table}_before")
    for _, sql in indexes:
        bind.exec_driver_sql(sql)
