"""Signals, contact details and cards, and what is sealed of them."""

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Make these tables."""
    op.create_table(
        "signal",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.String(length=9), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=False),
        sa.Column("area", sa.String(length=32), nullable=False),
        sa.Column("age_band", sa.String(length=32), nullable=False),
        sa.Column("reporter_group", sa.String(length=32), nullable=False),
        sa.Column("lives_with", sa.String(length=32), nullable=False),
        sa.Column("duration", sa.String(length=32), nullable=False),
        sa.Column("loneliness", sa.String(length=32), nullable=False),
        sa.Column("main_wish", sa.String(length=32), nullable=False),
        sa.Column("talked_about", sa.String(length=32), nullable=True),
        sa.Column("request", sa.String(length=32), nullable=False),
        sa.Column("contact_answer", sa.String(length=32), nullable=False),
        sa.Column("reporter_tag", sa.LargeBinary(length=16), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("deadline_on", sa.Date(), nullable=True),
        sa.Column("deadline_kind", sa.String(length=32), nullable=True),
        sa.Column("thread_key_id", sa.Uuid(), nullable=False),
        sa.Column("triage_key_id", sa.Uuid(), nullable=False),
        sa.Column("hold_until", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "age_band IN ('18-34', '35-64', '65-74', '75+', 'unknown')",
            name=op.f("ck_signal_age_band_known"),
        ),
        sa.CheckConstraint(
            "area IN ('de-lier', 'elsewhere', 'honselersdijk', 'kwintsheul', 'maasdijk', 'monster', 'naaldwijk', 'poeldijk', 's-gravenzande', 'unknown', 'wateringen')",
            name=op.f("ck_signal_area_known"),
        ),
        sa.CheckConstraint(
            "contact_answer IN ('card', 'no', 'not_asked', 'yes_details')",
            name=op.f("ck_signal_contact_answer_known"),
        ),
        sa.CheckConstraint(
            "deadline_kind IS NULL OR deadline_kind IN ('answer', 'card', 'triage')",
            name=op.f("ck_signal_deadline_kind_known"),
        ),
        sa.CheckConstraint(
            "duration IN ('months', 'unknown', 'weeks', 'year_or_more')",
            name=op.f("ck_signal_duration_known"),
        ),
        sa.CheckConstraint(
            "lives_with IN ('alone', 'institution', 'others', 'partner', 'partner_children', 'single_parent', 'unknown')",
            name=op.f("ck_signal_lives_with_known"),
        ),
        sa.CheckConstraint(
            "loneliness IN ('both', 'emotional', 'existential', 'isolated_only', 'social', 'unknown')",
            name=op.f("ck_signal_loneliness_known"),
        ),
        sa.CheckConstraint(
            "main_wish IN ('activities', 'development', 'encounters', 'listening', 'nothing_now', 'practical', 'unknown')",
            name=op.f("ck_signal_main_wish_known"),
        ),
        sa.CheckConstraint(
            "reporter_group IN ('care', 'community', 'debt_finance', 'housing', 'public', 'resident')",
            name=op.f("ck_signal_reporter_group_known"),
        ),
        sa.CheckConstraint(
            "request IN ('advice', 'contact', 'none')", name=op.f("ck_signal_request_known")
        ),
        sa.CheckConstraint(
            "state IN ('awaiting_resident', 'closed', 'expired', 'in_triage', 'new', 'noted', 'question_asked', 'withdrawn')",
            name=op.f("ck_signal_state_known"),
        ),
        sa.CheckConstraint(
            "talked_about IS NULL OR talked_about IN ('a_little', 'no', 'yes')",
            name=op.f("ck_signal_talked_about_known"),
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["account.id"], name=op.f("fk_signal_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signal")),
        sa.UniqueConstraint("reference", name=op.f("uq_signal_reference")),
        sa.UniqueConstraint("reporter_tag", name=op.f("uq_signal_reporter_tag")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_signal_inbox", "signal", ["state", "deadline_on", "id"], unique=False)
    op.create_index(
        "ix_signal_owner", "signal", ["owner_id", "state", "deadline_on", "id"], unique=False
    )
    op.create_index(op.f("ix_signal_registered_on"), "signal", ["registered_on"], unique=False)
    op.create_table(
        "contact_details",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("signal_id", sa.Uuid(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("lapses_on", sa.Date(), nullable=True),
        sa.Column("has_phone", sa.Boolean(), nullable=False),
        sa.Column("has_email", sa.Boolean(), nullable=False),
        sa.Column("has_address", sa.Boolean(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint(
            "(signal_id IS NULL) <> (case_id IS NULL)", name=op.f("ck_contact_details_one_place")
        ),
        sa.CheckConstraint(
            "signal_id IS NOT NULL OR (left_on IS NULL AND lapses_on IS NULL)",
            name=op.f("ck_contact_details_no_days_in_case"),
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_record.id"], name=op.f("fk_contact_details_case_id")
        ),
        sa.ForeignKeyConstraint(
            ["signal_id"], ["signal.id"], name=op.f("fk_contact_details_signal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_details")),
        sa.UniqueConstraint("case_id", name=op.f("uq_contact_details_case_id")),
        sa.UniqueConstraint("signal_id", name=op.f("uq_contact_details_signal_id")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "signal_indicator",
        sa.Column("signal_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "code IN ('abandonment', 'addiction', 'anger', 'appetite', 'bereavement', 'caregiver', 'claiming', 'comes_often', 'curtains', 'disappointment', 'fatigue', 'few_contacts', 'full_mailbox', 'grief', 'headache', 'hearing_sight', 'hopelessness', 'illness', 'job_loss', 'keeps_distance', 'lacks_support', 'language', 'lost_trust', 'money', 'moved', 'muscle_tension', 'neglected_home', 'no_transport', 'not_outside', 'retired', 'says_lonely', 'self_care', 'self_focused', 'self_image', 'separation', 'sleep', 'social_skills', 'stays_talking', 'stopped_attending', 'unopened_mail')",
            name=op.f("ck_signal_indicator_code_known"),
        ),
        sa.ForeignKeyConstraint(
            ["signal_id"], ["signal.id"], name=op.f("fk_signal_indicator_signal_id")
        ),
        sa.PrimaryKeyConstraint("signal_id", "code", name=op.f("pk_signal_indicator")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "signal_wish",
        sa.Column("signal_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "code IN ('activities', 'development', 'encounters', 'listening', 'nothing_now', 'practical', 'unknown')",
            name=op.f("ck_signal_wish_code_known"),
        ),
        sa.ForeignKeyConstraint(
            ["signal_id"], ["signal.id"], name=op.f("fk_signal_wish_signal_id")
        ),
        sa.PrimaryKeyConstraint("signal_id", "code", name=op.f("pk_signal_wish")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "thread_entry",
        sa.Column("signal_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["signal_id"], ["signal.id"], name=op.f("fk_thread_entry_signal_id")
        ),
        sa.PrimaryKeyConstraint("signal_id", "number", name=op.f("pk_thread_entry")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "triage_entry",
        sa.Column("signal_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["signal_id"], ["signal.id"], name=op.f("fk_triage_entry_signal_id")
        ),
        sa.PrimaryKeyConstraint("signal_id", "number", name=op.f("pk_triage_entry")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "contact_card",
        sa.Column("code_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("signal_id", sa.Uuid(), nullable=True),
        sa.Column("contact_id", sa.Uuid(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "state IN ('handed_over', 'printed', 'used', 'void')",
            name=op.f("ck_contact_card_state_known"),
        ),
        sa.CheckConstraint(
            "contact_id IS NULL OR signal_id IS NULL",
            name=op.f("ck_contact_card_no_bridge_from_signal_to_case"),
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact_details.id"], name=op.f("fk_contact_card_contact_id")
        ),
        sa.ForeignKeyConstraint(
            ["signal_id"], ["signal.id"], name=op.f("fk_contact_card_signal_id")
        ),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_contact_card")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_contact_card_contact_id"), "contact_card", ["contact_id"], unique=False
    )
    op.create_index(op.f("ix_contact_card_signal_id"), "contact_card", ["signal_id"], unique=False)


def downgrade() -> None:
    """Drop them again."""
    op.drop_index(op.f("ix_contact_card_signal_id"), table_name="contact_card")
    op.drop_index(op.f("ix_contact_card_contact_id"), table_name="contact_card")
    op.drop_table("contact_card")
    op.drop_table("triage_entry")
    op.drop_table("thread_entry")
    op.drop_table("signal_wish")
    op.drop_table("signal_indicator")
    op.drop_table("contact_details")
    op.drop_index(op.f("ix_signal_registered_on"), table_name="signal")
    op.drop_index("ix_signal_owner", table_name="signal")
    op.drop_index("ix_signal_inbox", table_name="signal")
    op.drop_table("signal")
