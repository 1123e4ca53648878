"""Each certificate remembers how many of its reminders were told."""

from datetime import timedelta

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

CERTIFICATE = sa.table(
    "certificate", sa.column("valid_until", sa.Date()), sa.column("reminders", sa.Integer())
)
RUN = sa.table("job_run", sa.column("name", sa.String()), sa.column("day", sa.Date()))
DECISION = sa.table(
    "setting_decision", sa.column("name", sa.String()), sa.column("value", sa.Text())
)
JOB, SETTING = "training_reminders", "training_reminder_days"
# Days before the end, as they are until somebody decides otherwise; and the day after it.
FIRST, DAY_AFTER = (60, 14), -1


def upgrade(engine_name: str) -> None:
    """What was told until the day on which the reminders were last done, is remembered as told."""
    if engine_name == "keystore":
        return
    column = sa.Column("reminders", sa.Integer(), server_default=sa.text("0"), nullable=False)
    op.add_column("certificate", column)
    data = op.get_bind()
    last = data.scalar(sa.select(sa.func.max(RUN.c.day)).where(RUN.c.name == JOB))
    if last is None:
        return
    for told, days in enumerate((*_certain(data), DAY_AFTER), start=1):
        ended = CERTIFICATE.c.valid_until <= last + timedelta(days=days)
        op.execute(CERTIFICATE.update().where(ended).values(reminders=told))


def downgrade(engine_name: str) -> None:
    """Forget it again."""
    if engine_name == "keystore":
        return
    op.drop_column("certificate", "reminders")


def _certain(data: sa.Connection) -> tuple[int, ...]:
    """The fewest days that ever held: a change could pass people over, and they are told yet."""
    values = data.scalars(sa.select(DECISION.c.value).where(DECISION.c.name == SETTING))
    chosen = [tuple(int(number) for number in value.split(",")) for value in values]
    return tuple(min(days) for days in zip(FIRST, *chosen, strict=True))
