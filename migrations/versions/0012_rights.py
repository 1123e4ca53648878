"""Cases: by when the resident must know, must have an answer, and whether all lies still."""

from datetime import UTC, date, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

CASES = sa.table(
    "case_record",
    sa.column("id", sa.Uuid()),
    sa.column("state", sa.String()),
    sa.column("inform_by", sa.Date()),
)
DETAILS = sa.table(
    "contact_details",
    sa.column("case_id", sa.Uuid()),
    sa.column("has_phone", sa.Boolean()),
    sa.column("has_email", sa.Boolean()),
    sa.column("has_address", sa.Boolean()),
)


def upgrade(engine_name: str) -> None:
    """Add the columns to the data; the keystore stays as it is.

    Who was told already nobody can see here: it is sealed. So the clock of every live case with
    details starts now, and its keeper writes down that the resident knows.
    """
    if engine_name == "keystore":
        return
    op.add_column("case_record", sa.Column("inform_by", sa.Date(), nullable=True))
    op.add_column("case_record", sa.Column("request_by", sa.Date(), nullable=True))
    op.add_column(
        "case_record",
        sa.Column("restricted", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    kinds = DETAILS.c.has_phone, DETAILS.c.has_email, DETAILS.c.has_address
    reachable = sa.select(DETAILS.c.case_id).where(DETAILS.c.case_id.is_not(None), sa.or_(*kinds))
    op.execute(
        CASES.update()
        .where(CASES.c.state != "closed", CASES.c.id.in_(reachable))
        .values(inform_by=_two_weeks_at_least(datetime.now(UTC).date()))
    )


def downgrade(engine_name: str) -> None:
    """Take them away again."""
    if engine_name == "keystore":
        return
    for name in ("restricted", "request_by", "inform_by"):
        op.drop_column("case_record", name)


def _two_weeks_at_least(today: date) -> date:
    """The last day of this month, or the 15th of the next: less than a month ahead."""
    after = (today.replace(day=1) + timedelta(days=31)).replace(day=1)
    last = after - timedelta(days=1)
    return last if today.day < 15 else after.replace(day=15)
