"""Each hat of an account remembers whether its guide was put away."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

HAT = sa.table("account_hat", sa.column("guide_away", sa.Boolean()))


def upgrade(engine_name: str) -> None:
    """Whoever works here already needs no guide, and can call it back."""
    if engine_name == "keystore":
        return
    column = sa.Column("guide_away", sa.Boolean(), server_default=sa.false(), nullable=False)
    op.add_column("account_hat", column)
    op.execute(HAT.update().values(guide_away=sa.true()))


def downgrade(engine_name: str) -> None:
    """Forget it again."""
    if engine_name == "keystore":
        return
    op.drop_column("account_hat", "guide_away")
