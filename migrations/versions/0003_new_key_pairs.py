"""A new key pair is noted in the keystore until the data knows of it too."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade(engine_name: str) -> None:
    """Make the keystore's table; the data stays as it is."""
    if engine_name == "keystore":
        op.create_table(
            "new_key_pair",
            sa.Column("account_id", sa.Uuid(), nullable=False),
            sa.Column("session_epoch", sa.Integer(), nullable=False),
            sa.PrimaryKeyConstraint("account_id", name=op.f("pk_new_key_pair")),
            sqlite_with_rowid=False,
        )


def downgrade(engine_name: str) -> None:
    """Drop it again."""
    if engine_name == "keystore":
        op.drop_table("new_key_pair")
