"""Cases: what is planned, by day; the words stand in the timeline."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade(engine_name: str) -> None:
    """Make the table in the data; the keystore stays as it is."""
    if engine_name == "keystore":
        return
    op.create_table(
        "case_task",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('appointment', 'reminder', 'task')", name=op.f("ck_case_task_kind_known")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["case_record.id"], name=op.f("fk_case_task_case_id")),
        sa.PrimaryKeyConstraint("case_id", "number", name=op.f("pk_case_task")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_case_task_due", "case_task", ["due_on", "case_id", "number"], unique=False)


def downgrade(engine_name: str) -> None:
    """Take it away again."""
    if engine_name == "keystore":
        return
    op.drop_index("ix_case_task_due", table_name="case_task")
    op.drop_table("case_task")
