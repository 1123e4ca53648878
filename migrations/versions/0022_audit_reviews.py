"""Months of the audit trail that a privacy officer has reviewed."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0020"
branch_labels = None
depends_on = None

OUTCOMES = ("explained", "nothing_found", "passed_on")


def upgrade(engine_name: str) -> None:
    """Add a table to the data, empty: no month has been reviewed yet."""
    if engine_name == "keystore":
        return
    listed = ", ".join(f"'{code}'" for code in OUTCOMES)
    op.create_table(
        "audit_review",
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.Column("signed_by", sa.Uuid(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.CheckConstraint(f"outcome IN ({listed})", name=op.f("ck_audit_review_outcome_known")),
        sa.ForeignKeyConstraint(
            ["signed_by"], ["account.id"], name=op.f("fk_audit_review_signed_by")
        ),
        sa.PrimaryKeyConstraint("month", name=op.f("pk_audit_review")),
        sqlite_with_rowid=False,
    )


def downgrade(engine_name: str) -> None:
    """Take it away again."""
    if engine_name == "keystore":
        return
    op.drop_table("audit_review")
