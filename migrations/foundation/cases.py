"""Cases, their sealed entries and referrals."""

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Make these tables."""
    op.create_table(
        "case_record",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.String(length=9), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("deadline_on", sa.Date(), nullable=True),
        sa.Column("deadline_kind", sa.String(length=32), nullable=True),
        sa.Column("paused_until", sa.Date(), nullable=True),
        sa.Column("pause_reason", sa.String(length=32), nullable=True),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("erase_after", sa.Date(), nullable=True),
        sa.Column("hold_until", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "deadline_kind IS NULL OR deadline_kind IN ('feedback', 'first_attempt', 'follow_up', 'measure', 'next_attempt', 'task')",
            name=op.f("ck_case_record_deadline_kind_known"),
        ),
        sa.CheckConstraint(
            "pause_reason IS NULL OR pause_reason IN ('asked_for_rest', 'away', 'hospital', 'waiting_list')",
            name=op.f("ck_case_record_pause_reason_known"),
        ),
        sa.CheckConstraint(
            "state IN ('aftercare', 'closed', 'contacting', 'in_conversation', 'opened', 'supported')",
            name=op.f("ck_case_record_state_known"),
        ),
        sa.CheckConstraint(
            "(paused_until IS NULL) = (pause_reason IS NULL)",
            name=op.f("ck_case_record_pause_has_reason"),
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["account.id"], name=op.f("fk_case_record_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_record")),
        sa.UniqueConstraint("reference", name=op.f("uq_case_record_reference")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_case_record_due", "case_record", ["state", "deadline_on", "id"], unique=False
    )
    op.create_index(
        "ix_case_record_owner",
        "case_record",
        ["owner_id", "state", "deadline_on", "id"],
        unique=False,
    )
    op.create_table(
        "case_entry",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_record.id"], name=op.f("fk_case_entry_case_id")
        ),
        sa.PrimaryKeyConstraint("case_id", "number", name=op.f("pk_case_entry")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "referral",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("initiative_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("deadline_on", sa.Date(), nullable=True),
        sa.Column("attendance", sa.String(length=32), nullable=True),
        sa.Column("decline_reason", sa.String(length=32), nullable=True),
        sa.Column("stop_reason", sa.String(length=32), nullable=True),
        sa.Column("link_hash", sa.LargeBinary(length=32), nullable=True),
        sa.Column("link_until", sa.Date(), nullable=True),
        sa.Column("package_id", sa.Uuid(), nullable=True),
        sa.Column("package", sa.LargeBinary(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(state = 'declined') = (decline_reason IS NOT NULL)",
            name=op.f("ck_referral_declined_has_reason"),
        ),
        sa.CheckConstraint(
            "(state IN ('stopped', 'not_started')) = (stop_reason IS NOT NULL)",
            name=op.f("ck_referral_stopped_has_reason"),
        ),
        sa.CheckConstraint(
            "attendance IS NULL OR attendance IN ('accompanied', 'first', 'still', 'third')",
            name=op.f("ck_referral_attendance_known"),
        ),
        sa.CheckConstraint(
            "decline_reason IS NULL OR decline_reason IN ('full', 'not_suitable', 'other', 'stopped_existing')",
            name=op.f("ck_referral_decline_reason_known"),
        ),
        sa.CheckConstraint(
            "state IN ('accepted', 'completed', 'consented', 'declined', 'expired', 'not_started', 'proposed', 'revoked', 'sent', 'started', 'stopped', 'waiting_list')",
            name=op.f("ck_referral_state_known"),
        ),
        sa.CheckConstraint(
            "stop_reason IS NULL OR stop_reason IN ('consent_withdrawn', 'cost', 'did_not_like', 'goal_reached', 'health', 'language', 'other', 'transport')",
            name=op.f("ck_referral_stop_reason_known"),
        ),
        sa.CheckConstraint(
            "(package IS NULL) = (package_id IS NULL)", name=op.f("ck_referral_package_has_share")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["case_record.id"], name=op.f("fk_referral_case_id")),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_referral_initiative_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral")),
        sa.UniqueConstraint("link_hash", name=op.f("uq_referral_link_hash")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_referral_case_id"), "referral", ["case_id"], unique=False)
    op.create_index("ix_referral_due", "referral", ["state", "deadline_on", "id"], unique=False)
    op.create_index(op.f("ix_referral_initiative_id"), "referral", ["initiative_id"], unique=False)


def downgrade() -> None:
    """Drop them again."""
    op.drop_index(op.f("ix_referral_initiative_id"), table_name="referral")
    op.drop_index("ix_referral_due", table_name="referral")
    op.drop_index(op.f("ix_referral_case_id"), table_name="referral")
    op.drop_table("referral")
    op.drop_table("case_entry")
    op.drop_index("ix_case_record_owner", table_name="case_record")
    op.drop_index("ix_case_record_due", table_name="case_record")
    op.drop_table("case_record")
