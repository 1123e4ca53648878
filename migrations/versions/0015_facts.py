"""Facts that say how long something took, and the checks of a release, kept one by one."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

INDEX = "ix_signal_registered_on"
# All that a release counts of a signal.
COUNTED = ["registered_on", "state", "area", "age_band", "reporter_group", "main_wish"]


def upgrade(engine_name: str) -> None:
    """Change the data; the keystore stays as it is."""
    if engine_name == "keystore":
        return
    op.drop_index(INDEX, table_name="signal")
    op.create_index(INDEX, "signal", COUNTED, unique=False)
    op.add_column("stat_fact", sa.Column("days", sa.String(length=32), nullable=True))
    op.create_table(
        "release_check",
        sa.Column("period", sa.String(length=6), nullable=False),
        sa.Column("rung", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("name", sa.String(length=128), nullable=False),
        sa.Column("passed", sa.Boolean(), nullable=True),
        sa.PrimaryKeyConstraint("period", "rung", "digest", "name", name=op.f("pk_release_check")),
        sqlite_with_rowid=False,
    )


def downgrade(engine_name: str) -> None:
    """Take it away again."""
    if engine_name == "keystore":
        return
    op.drop_table("release_check")
    op.drop_column("stat_fact", "days")
    op.drop_index(INDEX, table_name="signal")
    op.create_index(INDEX, "signal", COUNTED[:1], unique=False)
