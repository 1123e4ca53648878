"""The directory after Open Referral's HSDS 3: organisations, places, schedules, languages, imports.

Every offer is carried over with what it has; its day and frequency become its first schedule.
"""

import uuid

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

ALL_DAYS = "MO,TU,WE,TH,FR,SA,SU"
DAYS = {"ma": "MO", "di": "TU", "wo": "WE", "do": "TH", "vr": "FR", "za": "SA", "zo": "SU"}
LANGUAGES = [
    "am",
    "ar",
    "bg",
    "cs",
    "de",
    "dse",
    "el",
    "en",
    "es",
    "fa",
    "fr",
    "fy",
    "hi",
    "hns",
    "hr",
    "hu",
    "id",
    "it",
    "ku",
    "lt",
    "lv",
    "ms",
    "nl",
    "pap",
    "pl",
    "ps",
    "pt",
    "ro",
    "ru",
    "sk",
    "so",
    "sr",
    "srn",
    "ti",
    "tr",
    "uk",
    "ur",
    "vi",
    "zgh",
    "zh",
]
LISTED = ", ".join(f"'{code}'" for code in LANGUAGES)
BEFORE = (
    "id",
    "name",
    "pillar",
    "kind",
    "area",
    "weekday",
    "frequency",
    "capacity",
    "contact_address",
    "note",
    "assured_on",
    "active",
)
INITIATIVE = sa.table(
    "initiative",
    sa.column("id", sa.Uuid()),
    sa.column("name", sa.String()),
    sa.column("weekday", sa.String()),
    sa.column("frequency", sa.String()),
)
ALONE = sa.text("organisation_id IS NULL")


def upgrade(engine_name: str) -> None:
    """Change the data; the keystore stays as it is."""
    if engine_name == "keystore":
        return
    _make_organisations_and_places()
    checks = _checks("initiative")
    if _is_sqlite():
        _anew(_columns_before(), _new_columns(), _new_rules(), checks)
    else:
        op.drop_constraint(op.f("uq_initiative_name"), "initiative", type_="unique")
        for column in _new_columns():
            op.add_column("initiative", column)
        op.create_unique_constraint(
            op.f("uq_initiative_organisation_id_name"), "initiative", ["organisation_id", "name"]
        )
        op.create_unique_constraint(
            op.f("uq_initiative_external_id"), "initiative", ["external_id"]
        )
        for name in ("organisation", "place"):
            op.create_foreign_key(
                op.f(f"fk_initiative_{name}_id"), "initiative", name, [f"{name}_id"], ["id"]
            )
    op.create_index(
        op.f("ix_initiative_name_alone"),
        "initiative",
        ["name"],
        unique=True,
        sqlite_where=ALONE,
        postgresql_where=ALONE,
    )
    _make_parts()
    _carry_schedules()


def downgrade(engine_name: str) -> None:
    """Back to offers that stand alone: what a name needs to be the only one is put behind it."""
    if engine_name == "keystore":
        return
    for table in ("directory_import", "offer_language", "offer_schedule"):
        op.drop_table(table)
    _part_names()
    op.drop_index(op.f("ix_initiative_name_alone"), "initiative")
    checks = _checks("initiative")
    if _is_sqlite():
        unique = sa.UniqueConstraint("name", name=op.f("uq_initiative_name"))
        _anew(_columns_before(), (), (unique,), checks)
    else:
        for rule in ("fk_initiative_organisation_id", "fk_initiative_place_id"):
            op.drop_constraint(op.f(rule), "initiative", type_="foreignkey")
        for rule in ("uq_initiative_organisation_id_name", "uq_initiative_external_id"):
            op.drop_constraint(op.f(rule), "initiative", type_="unique")
        for column in _new_columns():
            op.drop_column("initiative", column.name)
        op.create_unique_constraint(op.f("uq_initiative_name"), "initiative", ["name"])
    op.drop_table("place")
    op.drop_table("organisation")


def _is_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"


def _columns_before() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("pillar", sa.String(length=32), nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("area", sa.String(length=32), nullable=False),
        sa.Column("weekday", sa.String(length=2), nullable=True),
        sa.Column("frequency", sa.String(length=16), nullable=True),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("contact_address", sa.String(length=254), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("assured_on", sa.Date(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
    )


def _new_columns() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("external_id", sa.String(length=100), nullable=True),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("place_id", sa.Uuid(), nullable=True),
        sa.Column("minimum_age", sa.Integer(), nullable=True),
        sa.Column("maximum_age", sa.Integer(), nullable=True),
        sa.Column("eligibility", sa.Text(), nullable=True),
        sa.Column("cost", sa.String(length=250), nullable=True),
        sa.Column("cost_cents", sa.Integer(), nullable=True),
        sa.Column("sign_up", sa.Text(), nullable=True),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.Column("public_address", sa.String(length=254), nullable=True),
        sa.Column("url", sa.String(length=254), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
    )


def _new_rules() -> tuple[sa.Constraint, ...]:
    return (
        sa.UniqueConstraint(
            "organisation_id", "name", name=op.f("uq_initiative_organisation_id_name")
        ),
        sa.UniqueConstraint("external_id", name=op.f("uq_initiative_external_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_initiative_organisation_id")
        ),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_initiative_place_id")),
    )


def _checks(table: str) -> tuple[sa.CheckConstraint, ...]:
    """The closed lists as they stand, whatever came to them before."""
    found = sa.inspect(op.get_bind()).get_check_constraints(table)
    return tuple(
        sa.CheckConstraint(one["sqltext"], name=op.f(str(one["name"])))
        for one in sorted(found, key=lambda one: str(one["name"]))
    )


def _anew(
    columns: tuple[sa.Column[object], ...],
    more: tuple[sa.Column[object], ...],
    rules: tuple[sa.Constraint, ...],
    checks: tuple[sa.CheckConstraint, ...],
) -> None:
    """SQLite drops no UNIQUE of a table that stands. Keys of other tables hold on to the name.

    They are not looked at meanwhile (migrations/env.py), and all together when it is done.
    """
    op.create_table(
        "initiative_anew",
        *columns,
        *more,
        *rules,
        *checks,
        sa.PrimaryKeyConstraint("id", name=op.f("pk_initiative")),
        sqlite_with_rowid=False,
    )
    before, after = (
        sa.table(name, *(sa.column(one) for one in BEFORE))
        for name in ("initiative", "initiative_anew")
    )
    op.execute(after.insert().from_select(list(BEFORE), sa.select(before)))
    op.drop_table("initiative")
    op.rename_table("initiative_anew", "initiative")


def _make_organisations_and_places() -> None:
    op.create_table(
        "organisation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("external_id", sa.String(length=100), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("url", sa.String(length=254), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
        sa.UniqueConstraint("external_id", name=op.f("uq_organisation_external_id")),
        sa.UniqueConstraint("name", name=op.f("uq_organisation_name")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "place",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("external_id", sa.String(length=100), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("street", sa.String(length=200), nullable=True),
        sa.Column("postal_code", sa.String(length=10), nullable=True),
        sa.Column("city", sa.String(length=80), nullable=True),
        sa.Column("route", sa.Text(), nullable=True),
        sa.Column("accessibility", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        sa.UniqueConstraint("external_id", name=op.f("uq_place_external_id")),
        sqlite_with_rowid=False,
    )


def _make_parts() -> None:
    op.create_table(
        "offer_schedule",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("initiative_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("freq", sa.String(length=32), nullable=True),
        sa.Column("interval", sa.Integer(), nullable=False),
        sa.Column("byday", sa.String(length=80), nullable=False),
        sa.Column("opens_at", sa.String(length=5), nullable=False),
        sa.Column("closes_at", sa.String(length=5), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("note", sa.String(length=250), nullable=False),
        sa.CheckConstraint(
            "freq IS NULL OR freq IN ('monthly', 'weekly')",
            name=op.f("ck_offer_schedule_freq_known"),
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_offer_schedule_initiative_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer_schedule")),
        sa.UniqueConstraint(
            "initiative_id", "number", name=op.f("uq_offer_schedule_initiative_id_number")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "offer_language",
        sa.Column("initiative_id", sa.Uuid(), nullable=False),
        sa.Column("language", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            f"language IN ({LISTED})", name=op.f("ck_offer_language_language_known")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_offer_language_initiative_id")
        ),
        sa.PrimaryKeyConstraint("initiative_id", "language", name=op.f("pk_offer_language")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "directory_import",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_directory_import_account_id")
        ),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_directory_import")),
        sqlite_with_rowid=False,
    )


def _carry_schedules() -> None:
    rows = op.get_bind().execute(sa.select(INITIATIVE)).mappings().all()
    rules = [rule for row in rows if (rule := _rule(row["weekday"], row["frequency"]))]
    ids = [row["id"] for row in rows if _rule(row["weekday"], row["frequency"])]
    made = [
        {
            "id": uuid.uuid4(),
            "initiative_id": initiative_id,
            "number": 1,
            "freq": freq,
            "interval": interval,
            "byday": byday,
            "opens_at": "",
            "closes_at": "",
            "note": "",
        }
        for initiative_id, (freq, interval, byday) in zip(ids, rules, strict=True)
    ]
    table = sa.table(
        "offer_schedule",
        sa.column("id", sa.Uuid()),
        sa.column("initiative_id", sa.Uuid()),
        *(sa.column(name) for name in ("number", "freq", "interval", "byday")),
        *(sa.column(name) for name in ("opens_at", "closes_at", "note")),
    )
    if made:
        op.bulk_insert(table, made)


def _rule(weekday: str | None, frequency: str | None) -> tuple[str | None, int, str] | None:
    """What a day and a frequency say as a rule; None where they say nothing."""
    byday = DAYS.get(weekday or "", "")
    if frequency == "daily":
        return "weekly", 1, ALL_DAYS
    if frequency in {"weekly", "biweekly"}:
        return "weekly", 2 if frequency == "biweekly" else 1, byday
    if frequency == "monthly":
        return "monthly", 1, byday
    return (None, 1, byday) if byday else None


def _part_names() -> None:
    """Two of one name, of two organisations, could not stand side by side before."""
    bind = op.get_bind()
    taken: set[str] = set()
    for row in bind.execute(sa.select(INITIATIVE).order_by(INITIATIVE.c.id)).mappings().all():
        name, number = row["name"], 1
        while name in taken:
            number += 1
            name = f"{row['name'][:190]} ({number})"
        taken.add(name)
        if name != row["name"]:
            bind.execute(INITIATIVE.update().where(INITIATIVE.c.id == row["id"]).values(name=name))
