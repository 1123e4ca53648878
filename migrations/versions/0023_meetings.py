"""Meetings of the network: who was invited and how many come, links, and mails about them.

Mail that waits stays as it is.
"""

import re

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

KINDS = {"meeting_invitation", "meeting_changed", "meeting_cancelled", "meeting_notes"}
KNOWN = "ck_outbox_mail_kind_known"
LINKS = {"meeting_id": "meeting", "partner_id": "partner"}


def upgrade(engine_name: str) -> None:
    """Change the data; the keystore stays as it is."""
    if engine_name == "keystore":
        return
    _meetings()
    listed = ", ".join(f"'{code}'" for code in sorted(_kinds() | KINDS))
    with op.batch_alter_table("outbox_mail", table_kwargs={"sqlite_with_rowid": False}) as batch:
        for column, table in LINKS.items():
            batch.add_column(sa.Column(column, sa.Uuid(), nullable=True))
            batch.create_foreign_key(op.f(f"fk_outbox_mail_{column}"), table, [column], ["id"])
        batch.drop_constraint(op.f(KNOWN), type_="check")
        batch.create_check_constraint(op.f(KNOWN), f"kind IN ({listed})")


def downgrade(engine_name: str) -> None:
    """Take meetings away, and the mails about them."""
    if engine_name == "keystore":
        return
    mail = sa.table("outbox_mail", sa.column("kind", sa.String()))
    op.execute(mail.delete().where(mail.c.kind.in_(KINDS)))
    listed = ", ".join(f"'{code}'" for code in sorted(_kinds() - KINDS))
    with op.batch_alter_table("outbox_mail", table_kwargs={"sqlite_with_rowid": False}) as batch:
        batch.drop_constraint(op.f(KNOWN), type_="check")
        batch.create_check_constraint(op.f(KNOWN), f"kind IN ({listed})")
        for column in LINKS:
            batch.drop_constraint(op.f(f"fk_outbox_mail_{column}"), type_="foreignkey")
            batch.drop_column(column)
    for table in ("meeting_link", "meeting_partner", "meeting"):
        op.drop_table(table)


def _meetings() -> None:
    op.create_table(
        "meeting",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.String(length=5), nullable=False),
        sa.Column("ends_at", sa.String(length=5), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("address", sa.String(length=200), nullable=True),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.Column("agenda", sa.Text(), nullable=False),
        sa.Column("sign_up_until", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("changed_on", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state IN ('cancelled', 'planned')", name=op.f("ck_meeting_state_known")
        ),
        sa.CheckConstraint(
            "taken >= 0 AND (capacity IS NULL OR taken <= capacity)",
            name=op.f("ck_meeting_seats_enough"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_meeting_day"), "meeting", ["day"])
    op.create_table(
        "meeting_partner",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=False),
        sa.Column("invited_on", sa.Date(), nullable=True),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("contact_address", sa.String(length=254), nullable=True),
        sa.Column("came", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "people >= 0 AND came >= 0", name=op.f("ck_meeting_partner_people_counted")
        ),
        *_links("meeting_partner"),
        sa.PrimaryKeyConstraint("meeting_id", "partner_id", name=op.f("pk_meeting_partner")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_meeting_partner_partner_id"), "meeting_partner", ["partner_id"])
    op.create_table(
        "meeting_link",
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=False),
        *_links("meeting_link"),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_meeting_link")),
        sqlite_with_rowid=False,
    )
    for column in LINKS:
        op.create_index(op.f(f"ix_meeting_link_{column}"), "meeting_link", [column])


def _links(table: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))
        for column, target in LINKS.items()
    ]


def _kinds() -> set[str]:
    """The list as it stands, whatever came to it before."""
    checks = sa.inspect(op.get_bind()).get_check_constraints("outbox_mail")
    (text,) = (check["sqltext"] for check in checks if check["name"] == KNOWN)
    return set(re.findall(r"'([a-z0-9_]+)'", text))
