"""People come, go and forget: invitations, drafts, throttles, mail, passkeys, tombstones."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade(engine_name: str) -> None:
    """Make what this revision adds to the database of that name."""
    {"": _upgrade_data, "keystore": _upgrade_keystore}[engine_name]()


def downgrade(engine_name: str) -> None:
    """Take it away again."""
    {"": _downgrade_data, "keystore": _downgrade_keystore}[engine_name]()


def _upgrade_data() -> None:
    op.create_table(
        "draft",
        sa.Column("tag", sa.LargeBinary(length=16), nullable=False),
        sa.Column("erase_after", sa.Date(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("tag", name=op.f("pk_draft")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_draft_erase_after"), "draft", ["erase_after"], unique=False)
    op.create_table(
        "throttle",
        sa.Column("key_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("wait_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("forget_after", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key_hash", name=op.f("pk_throttle")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_throttle_forget_after"), "throttle", ["forget_after"], unique=False)
    op.create_table(
        "external_identity",
        sa.Column("issuer", sa.String(length=255), nullable=False),
        sa.Column("subject", sa.String(length=255), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_external_identity_account_id")
        ),
        sa.PrimaryKeyConstraint("issuer", "subject", name=op.f("pk_external_identity")),
        sa.UniqueConstraint("account_id", name=op.f("uq_external_identity_account_id")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "invitation",
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_invitation_account_id")
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_invitation")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_invitation_account_id"), "invitation", ["account_id"], unique=False)
    op.create_table(
        "relink",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_relink_account_id")),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_relink")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "outbox_mail",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("address", sa.String(length=254), nullable=True),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("fault", sa.String(length=32), nullable=True),
        sa.CheckConstraint(
            "kind IN ('invitation', 'key_holders_few', 'keys_recovered', 'reset', 'signal_news', 'training_reminder')",
            name=op.f("ck_outbox_mail_kind_known"),
        ),
        sa.CheckConstraint(
            "state IN ('failed', 'waiting')", name=op.f("ck_outbox_mail_state_known")
        ),
        sa.CheckConstraint(
            "fault IS NULL OR fault IN ('address', 'broken_off', 'later', 'log_in_refused', 'refused', 'unreachable', 'untrusted')",
            name=op.f("ck_outbox_mail_fault_known"),
        ),
        sa.CheckConstraint(
            "(account_id IS NULL) <> (address IS NULL)", name=op.f("ck_outbox_mail_one_receiver")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_outbox_mail_account_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_mail")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_outbox_mail_account_id"), "outbox_mail", ["account_id"], unique=False)
    op.create_index(op.f("ix_outbox_mail_due_at"), "outbox_mail", ["due_at"], unique=False)
    op.create_table(
        "job_run",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "name IN ('old_rows', 'orphan_keys', 'training_reminders')",
            name=op.f("ck_job_run_name_known"),
        ),
        sa.PrimaryKeyConstraint("name", "day", name=op.f("pk_job_run")),
        sqlite_with_rowid=False,
    )
    _sessions_afresh(
        sa.Column("keys_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("pin_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("pin_tries", sa.Integer(), nullable=False),
        sa.Column("own_tag", sa.LargeBinary(length=16), nullable=True),
        sa.Column("about_sealed", sa.LargeBinary(), nullable=True),
        sa.UniqueConstraint("own_tag", name=op.f("uq_log_in_session_own_tag")),
    )


def _sessions_afresh(*more: sa.Column[object] | sa.UniqueConstraint) -> None:
    """Everybody logs in again: the blobs of the other version can't be carried over."""
    op.drop_table("log_in_session")
    op.create_table(
        "log_in_session",
        sa.Column("find_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        *more,
        sa.PrimaryKeyConstraint("find_hash", name=op.f("pk_log_in_session")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_log_in_session_expires_at"), "log_in_session", ["expires_at"])


def _downgrade_data() -> None:
    _sessions_afresh()
    for table in (
        "job_run",
        "outbox_mail",
        "relink",
        "invitation",
        "external_identity",
        "throttle",
        "draft",
    ):
        op.drop_table(table)


def _upgrade_keystore() -> None:
    op.create_table(
        "key_alarm",
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("noticed_on", sa.Date(), nullable=False),
        sa.Column("acknowledged", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('group_key', 'user_key')", name=op.f("ck_key_alarm_kind_known")
        ),
        sa.PrimaryKeyConstraint("kind", "object_id", name=op.f("pk_key_alarm")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "passkey",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("credential_id", sa.LargeBinary(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("sign_count", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passkey")),
        sa.UniqueConstraint("credential_id", name=op.f("uq_passkey_credential_id")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_passkey_account_id"), "passkey", ["account_id"], unique=False)
    op.create_table(
        "stale_key",
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("new_key_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("key_id", name=op.f("pk_stale_key")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_stale_key_new_key_id"), "stale_key", ["new_key_id"], unique=False)
    op.create_table(
        "orphan_key",
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("seen_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("key_id", name=op.f("pk_orphan_key")),
        sqlite_with_rowid=False,
    )
    op.add_column(
        "group_epoch",
        sa.Column("rotation_due", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    op.create_table(
        "tombstone",
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("erased_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("key_id", name=op.f("pk_tombstone")),
        sqlite_with_rowid=False,
    )


def _downgrade_keystore() -> None:
    op.drop_column("group_epoch", "rotation_due")
    for table in ("orphan_key", "tombstone", "stale_key", "passkey", "key_alarm"):
        op.drop_table(table)
