"""The newsletter: its issues, who asked for it, and the mails that take it there."""

import re

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

KINDS = {"newsletter", "newsletter_confirm"}
DRAFT = sa.text("state = 'draft'")
ONE_OF_TWO = "(account_id IS NULL) <> (address IS NULL)"
ONE_OF_THREE = (
    "CASE WHEN account_id IS NULL THEN 0 ELSE 1 END"
    " + CASE WHEN address IS NULL THEN 0 ELSE 1 END"
    " + CASE WHEN subscriber_id IS NULL THEN 0 ELSE 1 END = 1"
)
ORDERED = {"sqlite_with_rowid": False}


def upgrade(engine_name: str) -> None:
    """Add the tables, empty; mail that waits stays as it is."""
    if engine_name == "keystore":
        op.create_table(
            "subscriber_share",
            sa.Column("subscriber_id", sa.Uuid(), nullable=False),
            sa.Column("share", sa.LargeBinary(length=32), nullable=False),
            sa.PrimaryKeyConstraint("subscriber_id", name=op.f("pk_subscriber_share")),
            **ORDERED,
        )
        return
    _newsletter()
    _subscriber()
    op.create_table(
        "newsletter_mail",
        sa.Column("newsletter_id", sa.Uuid(), nullable=False),
        sa.Column("subscriber_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["newsletter_id"],
            ["newsletter.id"],
            name=op.f("fk_newsletter_mail_newsletter_id"),
        ),
        sa.ForeignKeyConstraint(
            ["subscriber_id"],
            ["subscriber.id"],
            name=op.f("fk_newsletter_mail_subscriber_id"),
        ),
        sa.PrimaryKeyConstraint("newsletter_id", "subscriber_id", name=op.f("pk_newsletter_mail")),
        **ORDERED,
    )
    op.create_index(op.f("ix_newsletter_mail_subscriber_id"), "newsletter_mail", ["subscriber_id"])
    _outbox()


def downgrade(engine_name: str) -> None:
    """Take it away again, and the mail that was on its way to subscribers."""
    if engine_name == "keystore":
        op.drop_table("subscriber_share")
        return
    rows = sa.table(
        "outbox_mail", sa.column("kind", sa.String()), sa.column("subscriber_id", sa.Uuid())
    )
    ours = rows.c.subscriber_id.is_not(None) | rows.c.kind.in_(KINDS)
    op.execute(rows.delete().where(ours))
    kinds = _kinds() - KINDS
    for column in ("subscriber_id", "newsletter_id"):
        op.drop_index(op.f(f"ix_outbox_mail_{column}"), table_name="outbox_mail")
    with op.batch_alter_table("outbox_mail", table_kwargs=ORDERED) as batch:
        for name in ("one_receiver", "newsletter_to_subscriber", "kind_known"):
            batch.drop_constraint(op.f(f"ck_outbox_mail_{name}"), type_="check")
        for column in ("subscriber_id", "newsletter_id"):
            batch.drop_constraint(op.f(f"fk_outbox_mail_{column}"), type_="foreignkey")
            batch.drop_column(column)
        batch.create_check_constraint(op.f("ck_outbox_mail_one_receiver"), ONE_OF_TWO)
        batch.create_check_constraint(op.f("ck_outbox_mail_kind_known"), _listed(kinds))
    op.drop_table("newsletter_mail")
    op.drop_table("subscriber")
    op.drop_table("newsletter")


def _newsletter() -> None:
    op.create_table(
        "newsletter",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("queued", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state IN ('draft', 'sending', 'sent')", name=op.f("ck_newsletter_state_known")
        ),
        sa.CheckConstraint(
            "(state = 'draft') = (sent_on IS NULL)", name=op.f("ck_newsletter_sent_has_day")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_newsletter")),
        **ORDERED,
    )
    op.create_index(op.f("ix_newsletter_sent_on"), "newsletter", ["sent_on"])
    op.create_index(
        "ix_newsletter_one_draft",
        "newsletter",
        ["state"],
        unique=True,
        sqlite_where=DRAFT,
        postgresql_where=DRAFT,
    )


def _subscriber() -> None:
    hashes = ("address_hash", "confirm_hash", "leave_hash")
    op.create_table(
        "subscriber",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("address_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("address", sa.LargeBinary(), nullable=False),
        sa.Column("language", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("confirm_hash", sa.LargeBinary(length=32), nullable=True),
        sa.Column("leave_hash", sa.LargeBinary(length=32), nullable=False),
        sa.CheckConstraint("language IN ('en', 'nl')", name=op.f("ck_subscriber_language_known")),
        sa.CheckConstraint(
            "state IN ('confirmed', 'waiting')", name=op.f("ck_subscriber_state_known")
        ),
        sa.CheckConstraint(
            "state = 'waiting' OR confirm_hash IS NULL",
            name=op.f("ck_subscriber_confirmed_has_no_link"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subscriber")),
        *(sa.UniqueConstraint(one, name=op.f(f"uq_subscriber_{one}")) for one in hashes),
        **ORDERED,
    )


def _outbox() -> None:
    """SQLite changes no CHECK: there the table is made anew, with all that waits in it."""
    kinds = _kinds() | KINDS
    with op.batch_alter_table("outbox_mail", table_kwargs=ORDERED) as batch:
        for column, table in (("subscriber_id", "subscriber"), ("newsletter_id", "newsletter")):
            batch.add_column(sa.Column(column, sa.Uuid(), nullable=True))
            batch.create_foreign_key(op.f(f"fk_outbox_mail_{column}"), table, [column], ["id"])
        for name in ("one_receiver", "kind_known"):
            batch.drop_constraint(op.f(f"ck_outbox_mail_{name}"), type_="check")
        batch.create_check_constraint(op.f("ck_outbox_mail_one_receiver"), ONE_OF_THREE)
        batch.create_check_constraint(
            op.f("ck_outbox_mail_newsletter_to_subscriber"),
            "newsletter_id IS NULL OR subscriber_id IS NOT NULL",
        )
        batch.create_check_constraint(op.f("ck_outbox_mail_kind_known"), _listed(kinds))
    for column in ("subscriber_id", "newsletter_id"):
        op.create_index(op.f(f"ix_outbox_mail_{column}"), "outbox_mail", [column])


def _kinds() -> set[str]:
    """The list as it stands, whatever came to it before."""
    checks = sa.inspect(op.get_bind()).get_check_constraints("outbox_mail")
    (text,) = (one["sqltext"] for one in checks if one["name"] == "ck_outbox_mail_kind_known")
    return set(re.findall(r"'([a-z0-9_]+)'", text))


def _listed(kinds: set[str]) -> str:
    listed = ", ".join(f"'{kind}'" for kind in sorted(kinds))
    return f"kind IN ({listed})"
