"""Whom to turn to at a partner, and a number that tells that its row has changed.

Every organisation is carried over as it is: without an agreement too, and with its accounts.
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade(engine_name: str) -> None:
    """Change the data; the keystore stays as it is."""
    if engine_name == "keystore":
        return
    version = sa.Column("version", sa.Integer(), server_default="1", nullable=False)
    op.add_column("partner", version)
    op.create_table(
        "partner_contact",
        sa.Column("partner_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("function", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["partner.id"], name=op.f("fk_partner_contact_partner_id")
        ),
        sa.PrimaryKeyConstraint("partner_id", "number", name=op.f("pk_partner_contact")),
        sqlite_with_rowid=False,
    )


def downgrade(engine_name: str) -> None:
    """Back to organisations without people to turn to."""
    if engine_name == "keystore":
        return
    op.drop_table("partner_contact")
    op.drop_column("partner", "version")
