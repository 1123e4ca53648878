"""The foundation: all tables of the main job, in both databases."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade(engine_name: str) -> None:
    """Make the tables of the database of that name."""
    {"": _upgrade_data, "keystore": _upgrade_keystore}[engine_name]()


def downgrade(engine_name: str) -> None:
    """Drop them again."""
    {"": _downgrade_data, "keystore": _downgrade_keystore}[engine_name]()


def _upgrade_data() -> None:
    op.create_table(
        "audit_segment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("opened_in", sa.String(length=7), nullable=False),
        sa.Column("heads", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_segment")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_audit_segment_opened_in"), "audit_segment", ["opened_in"], unique=False
    )
    op.create_table(
        "fact_move",
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.PrimaryKeyConstraint("month", name=op.f("pk_fact_move")),
    )
    op.create_table(
        "initiative",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("pillar", sa.String(length=32), nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("area", sa.String(length=32), nullable=False),
        sa.Column("weekday", sa.String(length=2), nullable=True),
        sa.Column("frequency", sa.String(length=16), nullable=True),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("contact_address", sa.String(length=254), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("assured_on", sa.Date(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "area IN ('de-lier', 'elsewhere', 'honselersdijk', 'kwintsheul', 'maasdijk', 'monster', 'naaldwijk', 'poeldijk', 's-gravenzande', 'unknown', 'wateringen')",
            name=op.f("ck_initiative_area_known"),
        ),
        sa.CheckConstraint(
            "kind IN ('bereavement_group', 'buddy', 'course', 'culture', 'digital', 'drop_in', 'language', 'listening', 'meeting_group', 'peer_group', 'practical', 'shared_meal', 'skills', 'sport', 'volunteering', 'walking_group')",
            name=op.f("ck_initiative_kind_known"),
        ),
        sa.CheckConstraint(
            "pillar IS NULL OR pillar IN ('activities', 'development', 'encounters')",
            name=op.f("ck_initiative_pillar_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_initiative")),
        sa.UniqueConstraint("name", name=op.f("uq_initiative_name")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "log_in_session",
        sa.Column("find_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("find_hash", name=op.f("pk_log_in_session")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_log_in_session_expires_at"), "log_in_session", ["expires_at"], unique=False
    )
    op.create_table(
        "partner",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("domain", sa.String(length=32), nullable=False),
        sa.Column("contact_address", sa.String(length=254), nullable=True),
        sa.Column("agreement_on", sa.Date(), nullable=True),
        sa.Column("agreement_version", sa.String(length=16), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "domain IN ('arts_culture', 'business', 'care_welfare', 'debt_poverty', 'education', 'faith', 'finance', 'housing', 'integration', 'municipality', 'self_organisation', 'sport')",
            name=op.f("ck_partner_domain_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partner")),
        sa.UniqueConstraint("name", name=op.f("uq_partner_name")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pending_fact",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pending_fact")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "release",
        sa.Column("period", sa.String(length=6), nullable=False),
        sa.Column("rung", sa.String(length=32), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("period", name=op.f("pk_release")),
    )
    op.create_table(
        "stat_fact",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("event", sa.String(length=32), nullable=False),
        sa.Column("period", sa.String(length=6), nullable=False),
        sa.Column("registered_in", sa.String(length=6), nullable=False),
        sa.Column("area", sa.String(length=32), nullable=False),
        sa.Column("age_band", sa.String(length=32), nullable=False),
        sa.Column("reporter_group", sa.String(length=32), nullable=False),
        sa.Column("pillar", sa.String(length=32), nullable=True),
        sa.Column("outcome", sa.String(length=32), nullable=True),
        sa.Column("change", sa.String(length=32), nullable=True),
        sa.CheckConstraint(
            "age_band IN ('18-34', '35-64', '65-74', '75+', 'unknown')",
            name=op.f("ck_stat_fact_age_band_known"),
        ),
        sa.CheckConstraint(
            "area IN ('de-lier', 'elsewhere', 'honselersdijk', 'kwintsheul', 'maasdijk', 'monster', 'naaldwijk', 'poeldijk', 's-gravenzande', 'unknown', 'wateringen')",
            name=op.f("ck_stat_fact_area_known"),
        ),
        sa.CheckConstraint(
            "event IN ('attended_first', 'attended_third', 'closed', 'first_contact', 'measured', 'picked_up', 'referred', 'registered', 'still_attending')",
            name=op.f("ck_stat_fact_event_known"),
        ),
        sa.CheckConstraint(
            "pillar IS NULL OR pillar IN ('activities', 'development', 'encounters')",
            name=op.f("ck_stat_fact_pillar_known"),
        ),
        sa.CheckConstraint(
            "reporter_group IN ('care', 'community', 'debt_finance', 'housing', 'public', 'resident')",
            name=op.f("ck_stat_fact_reporter_group_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stat_fact")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_stat_fact_period", "stat_fact", ["period", "event"], unique=False)
    op.create_table(
        "table_plan",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("expected", sa.Integer(), nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_table_plan")),
    )
    op.create_table(
        "account",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=True),
        sa.Column("language", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("session_epoch", sa.Integer(), nullable=False),
        sa.CheckConstraint("language IN ('en', 'nl')", name=op.f("ck_account_language_known")),
        sa.CheckConstraint(
            "state IN ('active', 'deactivated', 'invited')", name=op.f("ck_account_state_known")
        ),
        sa.ForeignKeyConstraint(["partner_id"], ["partner.id"], name=op.f("fk_account_partner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("email", name=op.f("uq_account_email")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "audit_entry",
        sa.Column("segment_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("previous_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("entry_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["segment_id"], ["audit_segment.id"], name=op.f("fk_audit_entry_segment_id")
        ),
        sa.PrimaryKeyConstraint("segment_id", "number", name=op.f("pk_audit_entry")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "published_cell",
        sa.Column("family", sa.String(length=32), nullable=False),
        sa.Column("period", sa.String(length=6), nullable=False),
        sa.Column("table_name", sa.String(length=64), nullable=False),
        sa.Column("categories", sa.String(length=128), nullable=False),
        sa.Column("figure", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["period"], ["release.period"], name=op.f("fk_published_cell_period")
        ),
        sa.PrimaryKeyConstraint(
            "family", "period", "table_name", "categories", name=op.f("pk_published_cell")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "account_hat",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("hat", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "hat IN ('administrator', 'coordinator', 'frontline', 'manager', 'privacy_officer')",
            name=op.f("ck_account_hat_hat_known"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_account_hat_account_id")
        ),
        sa.PrimaryKeyConstraint("account_id", "hat", name=op.f("pk_account_hat")),
        sqlite_with_rowid=False,
    )
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
        "certificate",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("way", sa.String(length=32), nullable=False),
        sa.Column("trainer", sa.String(length=200), nullable=False),
        sa.Column("trained_in", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "way IN ('classroom', 'course', 'earlier', 'refresher')",
            name=op.f("ck_certificate_way_known"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_certificate_account_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_certificate_account_id"), "certificate", ["account_id"], unique=False)
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


def _downgrade_data() -> None:
    op.drop_index(op.f("ix_contact_card_signal_id"), table_name="contact_card")
    op.drop_index(op.f("ix_contact_card_contact_id"), table_name="contact_card")
    op.drop_table("contact_card")
    op.drop_table("triage_entry")
    op.drop_table("thread_entry")
    op.drop_table("signal_wish")
    op.drop_table("signal_indicator")
    op.drop_index(op.f("ix_referral_initiative_id"), table_name="referral")
    op.drop_index("ix_referral_due", table_name="referral")
    op.drop_index(op.f("ix_referral_case_id"), table_name="referral")
    op.drop_table("referral")
    op.drop_table("contact_details")
    op.drop_table("case_entry")
    op.drop_index(op.f("ix_signal_registered_on"), table_name="signal")
    op.drop_index("ix_signal_owner", table_name="signal")
    op.drop_index("ix_signal_inbox", table_name="signal")
    op.drop_table("signal")
    op.drop_index(op.f("ix_certificate_account_id"), table_name="certificate")
    op.drop_table("certificate")
    op.drop_index("ix_case_record_owner", table_name="case_record")
    op.drop_index("ix_case_record_due", table_name="case_record")
    op.drop_table("case_record")
    op.drop_table("account_hat")
    op.drop_table("published_cell")
    op.drop_table("audit_entry")
    op.drop_table("account")
    op.drop_table("table_plan")
    op.drop_index("ix_stat_fact_period", table_name="stat_fact")
    op.drop_table("stat_fact")
    op.drop_table("release")
    op.drop_table("pending_fact")
    op.drop_table("partner")
    op.drop_index(op.f("ix_log_in_session_expires_at"), table_name="log_in_session")
    op.drop_table("log_in_session")
    op.drop_table("initiative")
    op.drop_table("fact_move")
    op.drop_index(op.f("ix_audit_segment_opened_in"), table_name="audit_segment")
    op.drop_table("audit_segment")


def _upgrade_keystore() -> None:
    op.create_table(
        "credential",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("salt", sa.LargeBinary(length=16), nullable=False),
        sa.Column("memory_kib", sa.Integer(), nullable=False),
        sa.Column("iterations", sa.Integer(), nullable=False),
        sa.Column("verifier_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("totp_sealed", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_credential")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "package_share",
        sa.Column("package_id", sa.Uuid(), nullable=False),
        sa.Column("contact_key_id", sa.Uuid(), nullable=False),
        sa.Column("share", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("package_id", name=op.f("pk_package_share")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_package_share_contact_key_id"), "package_share", ["contact_key_id"], unique=False
    )
    op.create_table(
        "recovery_key",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery_key")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "secret_mark",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("mark", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_secret_mark")),
    )
    op.create_table(
        "user_key",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_user_key")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "user_wrap",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("way", sa.String(length=32), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint(
            "way IN ('passkey', 'passphrase', 'recovery_code')", name=op.f("ck_user_wrap_way_known")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user_wrap")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_user_wrap_account_id"), "user_wrap", ["account_id"], unique=False)
    op.create_table(
        "group_epoch",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("group_code", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("recovery_key_id", sa.Uuid(), nullable=False),
        sa.Column("recovery_wrap", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint(
            "group_code IN ('audit', 'casework')", name=op.f("ck_group_epoch_group_code_known")
        ),
        sa.CheckConstraint(
            "state IN ('closed', 'open', 'rotating')", name=op.f("ck_group_epoch_state_known")
        ),
        sa.ForeignKeyConstraint(
            ["recovery_key_id"], ["recovery_key.id"], name=op.f("fk_group_epoch_recovery_key_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_epoch")),
        sa.UniqueConstraint("group_code", "number", name=op.f("uq_group_epoch_group_code_number")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "key_grant",
        sa.Column("epoch_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.Column("endorsement", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["epoch_id"], ["group_epoch.id"], name=op.f("fk_key_grant_epoch_id")
        ),
        sa.PrimaryKeyConstraint("epoch_id", "account_id", name=op.f("pk_key_grant")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "wrap",
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("holder", sa.String(length=32), nullable=False),
        sa.Column("form", sa.String(length=32), nullable=False),
        sa.Column("epoch_id", sa.Uuid(), nullable=True),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("form IN ('aes', 'hpke')", name=op.f("ck_wrap_form_known")),
        sa.CheckConstraint(
            "holder IN ('audit', 'casework', 'reporter')", name=op.f("ck_wrap_holder_known")
        ),
        sa.ForeignKeyConstraint(["epoch_id"], ["group_epoch.id"], name=op.f("fk_wrap_epoch_id")),
        sa.PrimaryKeyConstraint("key_id", "holder", name=op.f("pk_wrap")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_wrap_epoch_id"), "wrap", ["epoch_id"], unique=False)


def _downgrade_keystore() -> None:
    op.drop_index(op.f("ix_wrap_epoch_id"), table_name="wrap")
    op.drop_table("wrap")
    op.drop_table("key_grant")
    op.drop_table("group_epoch")
    op.drop_index(op.f("ix_user_wrap_account_id"), table_name="user_wrap")
    op.drop_table("user_wrap")
    op.drop_table("user_key")
    op.drop_table("secret_mark")
    op.drop_table("recovery_key")
    op.drop_index(op.f("ix_package_share_contact_key_id"), table_name="package_share")
    op.drop_table("package_share")
    op.drop_table("credential")
