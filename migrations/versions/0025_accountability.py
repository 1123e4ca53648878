"""The hat of the functionaris gegevensbescherming, and packs that were signed."""

import re

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

HAT = "data_protection_officer"
CHECK = "ck_account_hat_hat_known"
PARTS = (
    "accessibility",
    "processors",
    "register",
    "retention",
    "risks",
    "roles",
    "sealed",
)


def upgrade(engine_name: str) -> None:
    """One hat more, and two tables, empty: no pack has been signed yet."""
    if engine_name == "keystore":
        return
    _list(_codes() | {HAT})
    op.create_table(
        "pack_signature",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("signed_by", sa.Uuid(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["signed_by"], ["account.id"], name=op.f("fk_pack_signature_signed_by")
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_pack_signature")),
        sqlite_with_rowid=False,
    )
    listed = ", ".join(f"'{code}'" for code in PARTS)
    op.create_table(
        "pack_part",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("part", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.CheckConstraint(f"part IN ({listed})", name=op.f("ck_pack_part_part_known")),
        sa.ForeignKeyConstraint(
            ["number"], ["pack_signature.number"], name=op.f("fk_pack_part_number")
        ),
        sa.PrimaryKeyConstraint("number", "part", name=op.f("pk_pack_part")),
        sqlite_with_rowid=False,
    )


def downgrade(engine_name: str) -> None:
    """Take it away again. Who wore the hat keeps an account, without a hat."""
    if engine_name == "keystore":
        return
    op.drop_table("pack_part")
    op.drop_table("pack_signature")
    rows = sa.table("account_hat", sa.column("hat", sa.String()))
    op.execute(rows.delete().where(rows.c.hat == HAT))
    _list(_codes() - {HAT})


def _codes() -> set[str]:
    """The list as it stands, whatever came to it before."""
    checks = sa.inspect(op.get_bind()).get_check_constraints("account_hat")
    (text,) = (check["sqltext"] for check in checks if check["name"] == CHECK)
    return set(re.findall(r"'([a-z0-9_]+)'", text))


def _list(codes: set[str]) -> None:
    """Hold the hats to these codes. SQLite changes no CHECK: there the table is made anew."""
    name = op.f(CHECK)
    listed = ", ".join(f"'{code}'" for code in sorted(codes))
    with op.batch_alter_table("account_hat", table_kwargs={"sqlite_with_rowid": False}) as batch:
        batch.drop_constraint(name, type_="check")
        batch.create_check_constraint(name, f"hat IN ({listed})")
