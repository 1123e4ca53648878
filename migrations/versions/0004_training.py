"""Training: chapters that were passed, trainings in a classroom, who comes, who would like one."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

CHAPTERS = "chapter IN ('privacy', 'recognise', 'refresher', 'signal', 'talk')"


def upgrade(engine_name: str) -> None:
    """Make the data's tables; the keystore stays as it is."""
    if engine_name == "keystore":
        return
    op.create_table(
        "training_session",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.String(length=5), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("trainer", sa.String(length=200), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "taken >= 0 AND taken <= seats", name=op.f("ck_training_session_seats_enough")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_session")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_training_session_day"), "training_session", ["day"], unique=False)
    op.create_table(
        "training_seat",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_training_seat_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["training_session.id"], name=op.f("fk_training_seat_session_id")
        ),
        sa.PrimaryKeyConstraint("session_id", "account_id", name=op.f("pk_training_seat")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_training_seat_account_id"), "training_seat", ["account_id"], unique=False
    )
    op.create_table(
        "training_request",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_training_request_account_id")
        ),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_training_request")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "passed_chapter",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("chapter", sa.String(length=32), nullable=False),
        sa.CheckConstraint(CHAPTERS, name=op.f("ck_passed_chapter_chapter_known")),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_passed_chapter_account_id")
        ),
        sa.PrimaryKeyConstraint("account_id", "chapter", name=op.f("pk_passed_chapter")),
        sqlite_with_rowid=False,
    )


def downgrade(engine_name: str) -> None:
    """Drop them again."""
    if engine_name == "keystore":
        return
    op.drop_table("passed_chapter")
    op.drop_table("training_request")
    op.drop_index(op.f("ix_training_seat_account_id"), table_name="training_seat")
    op.drop_table("training_seat")
    op.drop_index(op.f("ix_training_session_day"), table_name="training_session")
    op.drop_table("training_session")
