"""Partners' programs: clients, their tokens, and codes that wait for a worker."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade(engine_name: str) -> None:
    """Make the tables in the data; the keystore stays as it is."""
    if engine_name == "keystore":
        return
    op.create_table(
        "api_client",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("secret_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("scopes", sa.String(length=128), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("used_on", sa.Date(), nullable=True),
        sa.Column("revoked_on", sa.Date(), nullable=True),
        sa.CheckConstraint("made_on <= until_on", name=op.f("ck_api_client_days_in_order")),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["partner.id"], name=op.f("fk_api_client_partner_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_client")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_api_client_partner_id"), "api_client", ["partner_id"])
    op.create_table(
        "api_token",
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("scopes", sa.String(length=128), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["api_client.id"], name=op.f("fk_api_token_client_id")
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_api_token")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_api_token_client_id"), "api_token", ["client_id"])
    op.create_index(op.f("ix_api_token_until"), "api_token", ["until"])
    op.create_table(
        "signal_link",
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_signal_link")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_signal_link_until"), "signal_link", ["until"])
    op.create_table(
        "api_request",
        sa.Column("key_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("body_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("key_hash", name=op.f("pk_api_request")),
        sqlite_with_rowid=False,
    )


def downgrade(engine_name: str) -> None:
    """Take them away again: every program is shut out, and what waits is lost."""
    if engine_name == "keystore":
        return
    for table in ("api_request", "signal_link", "api_token", "api_client"):
        op.drop_table(table)
