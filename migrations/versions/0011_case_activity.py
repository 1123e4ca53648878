"""Cases: the week of the last entry, and what lists of live ones are found by."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

LISTED = ["deadline_on", "id", "state", "deadline_kind", "active_on", "paused_until"]
UNFINISHED = sa.text("state <> 'closed' OR deadline_on IS NOT NULL")
INDEXES = {"ix_case_record_unfinished": LISTED, "ix_case_record_own": ["owner_id", *LISTED]}


def upgrade(engine_name: str) -> None:
    """Add the column to the data; the keystore stays as it is.

    It stays empty: what is written in a case is sealed, its days too. Unknown counts as long ago.
    """
    if engine_name == "keystore":
        return
    op.add_column("case_record", sa.Column("active_on", sa.Date(), nullable=True))
    for name, columns in INDEXES.items():
        op.create_index(
            name,
            "case_record",
            columns,
            sqlite_where=UNFINISHED,
            postgresql_where=UNFINISHED,
        )


def downgrade(engine_name: str) -> None:
    """Take both away again."""
    if engine_name == "keystore":
        return
    for name in INDEXES:
        op.drop_index(name, table_name="case_record")
    op.drop_column("case_record", "active_on")
