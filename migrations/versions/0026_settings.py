"""What is decided on the pages of settings, and when each part of the machinery last did its work."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade(engine_name: str) -> None:
    """Two tables in the data, empty: the installation's file holds, and nothing has run yet."""
    if engine_name == "keystore":
        return
    op.create_table(
        "setting_decision",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_setting_decision_by_id")),
        sa.PrimaryKeyConstraint("name", "number", name=op.f("pk_setting_decision")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "upkeep_mark",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_upkeep_mark")),
        sqlite_with_rowid=False,
    )


def downgrade(engine_name: str) -> None:
    """Take them away again: the installation's file holds once more."""
    if engine_name == "keystore":
        return
    op.drop_table("upkeep_mark")
    op.drop_table("setting_decision")
