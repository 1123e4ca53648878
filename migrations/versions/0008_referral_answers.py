"""Referrals: what receivers answer by the link, until it is taken into the case."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

SAID = (
    "said IN ('accepted', 'accompanied', 'call', 'completed', 'declined', 'expired', 'first', "
    "'not_started', 'started', 'still', 'stopped', 'third', 'waiting_list')"
)
REASON = (
    "reason IS NULL OR reason IN ('consent_withdrawn', 'cost', 'did_not_like', 'full', "
    "'goal_reached', 'health', 'language', 'not_suitable', 'other', 'stopped_existing', "
    "'transport')"
)


def upgrade(engine_name: str) -> None:
    """Make the table in the data; the keystore stays as it is."""
    if engine_name == "keystore":
        return
    op.create_table(
        "referral_answer",
        sa.Column("referral_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("said", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=True),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.CheckConstraint(REASON, name=op.f("ck_referral_answer_reason_known")),
        sa.CheckConstraint(SAID, name=op.f("ck_referral_answer_said_known")),
        sa.ForeignKeyConstraint(
            ["referral_id"], ["referral.id"], name=op.f("fk_referral_answer_referral_id")
        ),
        sa.PrimaryKeyConstraint("referral_id", "number", name=op.f("pk_referral_answer")),
        sqlite_with_rowid=False,
    )


def downgrade(engine_name: str) -> None:
    """Take it away again."""
    if engine_name == "keystore":
        return
    op.drop_table("referral_answer")
