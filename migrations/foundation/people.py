"""People and who they work for: partners, accounts, sessions, certificates, the audit trail."""

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Make these tables."""
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


def downgrade() -> None:
    """Drop them again."""
    op.drop_index(op.f("ix_certificate_account_id"), table_name="certificate")
    op.drop_table("certificate")
    op.drop_table("account_hat")
    op.drop_table("audit_entry")
    op.drop_table("account")
    op.drop_table("partner")
    op.drop_index(op.f("ix_log_in_session_expires_at"), table_name="log_in_session")
    op.drop_table("log_in_session")
    op.drop_table("initiative")
    op.drop_index(op.f("ix_audit_segment_opened_in"), table_name="audit_segment")
    op.drop_table("audit_segment")
