"""The foundation: all tables of the main job, in both databases.

Its parts lie beside the revisions, not among them: Alembic takes each file here for a revision.
"""

from pathlib import Path

from alembic.util import load_python_file

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

PARTS = Path(__file__).resolve().parents[1] / "foundation"
# In the order in which they are made: a table comes after those that it names.
DATABASES = {"": ("people", "figures", "cases", "signals"), "keystore": ("keystore",)}


def upgrade(engine_name: str) -> None:
    """Make the tables of the database of that name."""
    for name in DATABASES[engine_name]:
        load_python_file(PARTS, f"{name}.py").upgrade()


def downgrade(engine_name: str) -> None:
    """Drop them again."""
    for name in reversed(DATABASES[engine_name]):
        load_python_file(PARTS, f"{name}.py").downgrade()
