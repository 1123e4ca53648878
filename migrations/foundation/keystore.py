"""The keystore: people's secrets, key groups, wraps, shares of packages."""

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Make these tables."""
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


def downgrade() -> None:
    """Drop them again."""
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
