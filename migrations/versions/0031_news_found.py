"""News in cases is found by indexes of its own: it is asked for with every page."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade(engine_name: str) -> None:
    """Make both in the data; the keystore stays as it is."""
    if engine_name == "keystore":
        return
    op.create_index(
        "ix_case_record_handed_over",
        "case_record",
        ["owner_id", "state"],
        sqlite_where=sa.text("handed_over IS 1"),
        postgresql_where=sa.text("handed_over IS true"),
    )
    op.create_index(
        "ix_contact_details_news",
        "contact_details",
        ["case_id"],
        sqlite_where=sa.text("news IS NOT NULL"),
        postgresql_where=sa.text("news IS NOT NULL"),
    )


def downgrade(engine_name: str) -> None:
    """Take both away again."""
    if engine_name == "keystore":
        return
    op.drop_index("ix_contact_details_news", table_name="contact_details")
    op.drop_index("ix_case_record_handed_over", table_name="case_record")
