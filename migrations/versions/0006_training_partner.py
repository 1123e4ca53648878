"""Training: at which partner it was given, and since which month a course or a wish waits."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

GIVEN_AT = ("certificate", "training_session")
WAITING = ("passed_chapter", "training_request")


def upgrade(engine_name: str) -> None:
    """Add columns to the data; the keystore stays as it is."""
    if engine_name == "keystore":
        return
    for table in GIVEN_AT:
        # Without a foreign key: SQLite adds none to a table that stands, and no partner is deleted.
        op.add_column(table, sa.Column("partner_id", sa.Uuid(), nullable=True))
    month = datetime.now(UTC).date().replace(day=1)
    for table in WAITING:
        op.add_column(table, sa.Column("since", sa.Date(), nullable=True))
        # What waits already waits from this month on.
        waits = sa.table(table, sa.column("since", sa.Date()))
        op.execute(waits.update().values(since=month))


def downgrade(engine_name: str) -> None:
    """Take them away again."""
    if engine_name == "keystore":
        return
    for table in WAITING:
        op.drop_column(table, "since")
    for table in GIVEN_AT:
        op.drop_column(table, "partner_id")
