"""Cards: in which month one was made, so that those that nobody hands over go."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

CARDS = sa.table("contact_card", sa.column("state", sa.String()), sa.column("made_in", sa.Date()))


def upgrade(engine_name: str) -> None:
    """Add the column to the data; the keystore stays as it is."""
    if engine_name == "keystore":
        return
    op.add_column("contact_card", sa.Column("made_in", sa.Date(), nullable=True))
    # What lies printed counts from this month on.
    month = datetime.now(UTC).date().replace(day=1)
    op.execute(CARDS.update().where(CARDS.c.state == "printed").values(made_in=month))


def downgrade(engine_name: str) -> None:
    """Take it away again."""
    if engine_name == "keystore":
        return
    op.drop_column("contact_card", "made_in")
