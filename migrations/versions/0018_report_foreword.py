"""Forewords of reports for the alderman."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade(engine_name: str) -> None:
    """Make the data's table; the keystore stays as it is."""
    if engine_name == "keystore":
        return
    op.create_table(
        "report_foreword",
        sa.Column("period", sa.String(length=6), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["written_by_id"], ["account.id"], name=op.f("fk_report_foreword_written_by_id")
        ),
        sa.PrimaryKeyConstraint("period", name=op.f("pk_report_foreword")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_report_foreword_written_by_id"), "report_foreword", ["written_by_id"], unique=False
    )


def downgrade(engine_name: str) -> None:
    """Take it away again."""
    if engine_name == "keystore":
        return
    op.drop_index(op.f("ix_report_foreword_written_by_id"), table_name="report_foreword")
    op.drop_table("report_foreword")
