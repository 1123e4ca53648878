"""A signature under the accountability pack knows which parts it is under, and their digest."""

import hashlib

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

# All that could be signed until now, in the order of the pack; a signature was under each of them.
PARTS = (
    "register",
    "roles",
    "retention",
    "sealed",
    "processors",
    "risks",
    "accessibility",
)
# No digest of anything: what has lost a part by now is told, not taken for whole.
NOTHING = bytes(32)
SIGNATURES = sa.table(
    "pack_signature",
    sa.column("number", sa.Integer()),
    sa.column("parts", sa.String()),
    sa.column("check_number", sa.LargeBinary()),
)
SIGNED = sa.table(
    "pack_part",
    sa.column("number", sa.Integer()),
    sa.column("part", sa.String()),
    sa.column("text", sa.Text()),
)


def upgrade(engine_name: str) -> None:
    """Two columns, filled from the texts that are there."""
    if engine_name == "keystore":
        return
    op.add_column("pack_signature", sa.Column("parts", sa.String(254), nullable=True))
    op.add_column("pack_signature", sa.Column("check_number", sa.LargeBinary(32), nullable=True))
    data = op.get_bind()
    for number in data.scalars(sa.select(SIGNATURES.c.number)).all():
        rows = data.execute(
            sa.select(SIGNED.c.part, SIGNED.c.text).where(SIGNED.c.number == number)
        ).all()
        data.execute(
            SIGNATURES.update()
            .where(SIGNATURES.c.number == number)
            .values(
                parts=" ".join(PARTS),
                check_number=_check_number({row.part: row.text for row in rows}),
            )
        )
    with op.batch_alter_table("pack_signature", table_kwargs={"sqlite_with_rowid": False}) as batch:
        batch.alter_column("parts", existing_type=sa.String(254), nullable=False)
        batch.alter_column("check_number", existing_type=sa.LargeBinary(32), nullable=False)


def downgrade(engine_name: str) -> None:
    """Take them away again: nothing else knew of them."""
    if engine_name == "keystore":
        return
    with op.batch_alter_table("pack_signature", table_kwargs={"sqlite_with_rowid": False}) as batch:
        batch.drop_column("check_number")
        batch.drop_column("parts")


def _check_number(texts: dict[str, str]) -> bytes:
    """SHA-256 over those of the parts, in their order."""
    if set(texts) != set(PARTS):
        return NOTHING
    whole = hashlib.sha256()
    for part in PARTS:
        whole.update(hashlib.sha256(texts[part].encode()).digest())
    return whole.digest()
