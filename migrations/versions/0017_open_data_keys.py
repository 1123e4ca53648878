"""Keys for open data: which tool may fetch released figures, and until when."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade(engine_name: str) -> None:
    """Make the table in the data; the keystore stays as it is."""
    if engine_name == "keystore":
        return
    op.create_table(
        "open_data_key",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("used_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.CheckConstraint("made_on <= until_on", name=op.f("ck_open_data_key_days_in_order")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_open_data_key")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_open_data_key_token_hash")),
        sqlite_with_rowid=False,
    )


def downgrade(engine_name: str) -> None:
    """Take it away again: every key stops."""
    if engine_name == "keystore":
        return
    op.drop_table("open_data_key")
