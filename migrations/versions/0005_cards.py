"""Cards: what a resident did with one, the keys of a day, and how often the guard refused."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

KNOWN = "news IS NULL OR news IN ('erased', 'left', 'replaced', 'withdrawn')"
CHECK = "ck_contact_details_news_known"


def upgrade(engine_name: str) -> None:
    """Make what this revision adds to the data; the keystore stays as it is."""
    if engine_name == "keystore":
        return
    op.create_table(
        "day_key",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("secret", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_day_key")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "guard_count",
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("answer", sa.String(length=32), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("month", "kind", "answer", name=op.f("pk_guard_count")),
        sqlite_with_rowid=False,
    )
    news = sa.Column("news", sa.String(length=32), nullable=True)
    if op.get_bind().dialect.name == "sqlite":
        # SQLite adds no named constraint to a table, but takes one with its column.
        op.execute(
            "ALTER TABLE contact_details ADD COLUMN news VARCHAR(32)"
            f" CONSTRAINT {CHECK} CHECK ({KNOWN})"
        )
    else:
        op.add_column("contact_details", news)
        op.create_check_constraint(op.f(CHECK), "contact_details", KNOWN)


def downgrade(engine_name: str) -> None:
    """Take it away again."""
    if engine_name == "keystore":
        return
    if op.get_bind().dialect.name == "sqlite":
        op.execute("ALTER TABLE contact_details DROP COLUMN news")
    else:
        op.drop_constraint(op.f(CHECK), "contact_details", type_="check")
        op.drop_column("contact_details", "news")
    op.drop_table("guard_count")
    op.drop_table("day_key")
