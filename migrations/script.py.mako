"""${message}"""

from alembic import op
import sqlalchemy as sa

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = ${repr(branch_labels)}
depends_on = ${repr(depends_on)}


def upgrade(engine_name: str) -> None:
    """Change the database of that name ('' or 'keystore')."""
    ${upgrades if upgrades else "pass"}


def downgrade(engine_name: str) -> None:
    """Undo it."""
    ${downgrades if downgrades else "pass"}
