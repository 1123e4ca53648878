"""Offers: room, questions whether they still hold, what their maintainers answer; mail about it."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

ROOM = "room IN ('full', 'room', 'unknown', 'waiting_list')"
WEEKDAY = "weekday IS NULL OR weekday IN ('di', 'do', 'ma', 'vr', 'wo', 'za', 'zo')"
FREQUENCY = "frequency IS NULL OR frequency IN ('biweekly', 'daily', 'monthly', 'weekly')"
KINDS_BEFORE = (
    "'invitation', 'key_holders_few', 'keys_recovered', 'reset', 'signal_news', "
    "'training_reminder', 'triage_late'"
)
KINDS = (
    "'invitation', 'key_holders_few', 'keys_recovered', 'offer_check', 'reset', "
    "'signal_news', 'training_reminder', 'triage_late'"
)
MAIL = (
    sa.column("id", sa.Uuid()),
    sa.column("kind", sa.String()),
    sa.column("account_id", sa.Uuid()),
    sa.column("address", sa.String()),
    sa.column("state", sa.String()),
    sa.column("due_at", sa.DateTime(timezone=True)),
    sa.column("tries", sa.Integer()),
    sa.column("fault", sa.String()),
)
OUTBOX = sa.table("outbox_mail", *MAIL)


def upgrade(engine_name: str) -> None:
    """Make the data's tables, and the outbox anew with one kind more; not in the keystore."""
    if engine_name == "keystore":
        return
    op.create_table(
        "offer_standing",
        sa.Column("initiative_id", sa.Uuid(), nullable=False),
        sa.Column("room", sa.String(length=32), nullable=False),
        sa.Column("room_said_on", sa.Date(), nullable=True),
        sa.Column("room_until", sa.Date(), nullable=True),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("asks", sa.Integer(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("stopped_on", sa.Date(), nullable=True),
        sa.CheckConstraint(ROOM, name=op.f("ck_offer_standing_room_known")),
        _of_initiative("offer_standing"),
        sa.PrimaryKeyConstraint("initiative_id", name=op.f("pk_offer_standing")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "offer_link",
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("initiative_id", sa.Uuid(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        _of_initiative("offer_link"),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_offer_link")),
        sa.UniqueConstraint("initiative_id", name=op.f("uq_offer_link_initiative_id")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "offer_correction",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("initiative_id", sa.Uuid(), nullable=False),
        sa.Column("weekday", sa.String(length=32), nullable=True),
        sa.Column("frequency", sa.String(length=32), nullable=True),
        sa.Column("contact_address", sa.String(length=254), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.CheckConstraint(WEEKDAY, name=op.f("ck_offer_correction_weekday_known")),
        sa.CheckConstraint(FREQUENCY, name=op.f("ck_offer_correction_frequency_known")),
        _of_initiative("offer_correction"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer_correction")),
        sa.UniqueConstraint("initiative_id", name=op.f("uq_offer_correction_initiative_id")),
        sqlite_with_rowid=False,
    )
    _outbox_anew(
        KINDS,
        sa.Column("initiative_id", sa.Uuid(), nullable=True),
        _of_initiative("outbox_mail"),
    )


def downgrade(engine_name: str) -> None:
    """Drop them again; mail that asks about an offer goes with them."""
    if engine_name == "keystore":
        return
    op.execute(OUTBOX.delete().where(OUTBOX.c.kind == "offer_check"))
    _outbox_anew(KINDS_BEFORE)
    for table in ("offer_correction", "offer_link", "offer_standing"):
        op.drop_table(table)


def _of_initiative(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_initiative_id")
    return sa.ForeignKeyConstraint(["initiative_id"], ["initiative.id"], name=name)


def _outbox_anew(kinds: str, *more: sa.Column[object] | sa.ForeignKeyConstraint) -> None:
    """SQLite changes no CHECK of a table that stands; the few mails that wait are carried over."""
    mails = [dict(row) for row in op.get_bind().execute(sa.select(OUTBOX)).mappings()]
    op.drop_table("outbox_mail")
    op.create_table(
        "outbox_mail",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("address", sa.String(length=254), nullable=True),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("fault", sa.String(length=32), nullable=True),
        *more,
        sa.CheckConstraint(f"kind IN ({kinds})", name=op.f("ck_outbox_mail_kind_known")),
        sa.CheckConstraint(
            "state IN ('failed', 'waiting')", name=op.f("ck_outbox_mail_state_known")
        ),
        sa.CheckConstraint(
            "fault IS NULL OR fault IN ('address', 'broken_off', 'later', 'log_in_refused', "
            "'refused', 'unreachable', 'untrusted')",
            name=op.f("ck_outbox_mail_fault_known"),
        ),
        sa.CheckConstraint(
            "(account_id IS NULL) <> (address IS NULL)", name=op.f("ck_outbox_mail_one_receiver")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_outbox_mail_account_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_mail")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_outbox_mail_account_id"), "outbox_mail", ["account_id"], unique=False)
    op.create_index(op.f("ix_outbox_mail_due_at"), "outbox_mail", ["due_at"], unique=False)
    if mails:
        op.bulk_insert(OUTBOX, mails)
