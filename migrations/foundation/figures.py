"""Figures: facts that wait, facts, and what of them was released."""

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Make these tables."""
    op.create_table(
        "fact_move",
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.PrimaryKeyConstraint("month", name=op.f("pk_fact_move")),
    )
    op.create_table(
        "pending_fact",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pending_fact")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "release",
        sa.Column("period", sa.String(length=6), nullable=False),
        sa.Column("rung", sa.String(length=32), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("period", name=op.f("pk_release")),
    )
    op.create_table(
        "stat_fact",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("event", sa.String(length=32), nullable=False),
        sa.Column("period", sa.String(length=6), nullable=False),
        sa.Column("registered_in", sa.String(length=6), nullable=False),
        sa.Column("area", sa.String(length=32), nullable=False),
        sa.Column("age_band", sa.String(length=32), nullable=False),
        sa.Column("reporter_group", sa.String(length=32), nullable=False),
        sa.Column("pillar", sa.String(length=32), nullable=True),
        sa.Column("outcome", sa.String(length=32), nullable=True),
        sa.Column("change", sa.String(length=32), nullable=True),
        sa.CheckConstraint(
            "age_band IN ('18-34', '35-64', '65-74', '75+', 'unknown')",
            name=op.f("ck_stat_fact_age_band_known"),
        ),
        sa.CheckConstraint(
            "area IN ('de-lier', 'elsewhere', 'honselersdijk', 'kwintsheul', 'maasdijk', 'monster', 'naaldwijk', 'poeldijk', 's-gravenzande', 'unknown', 'wateringen')",
            name=op.f("ck_stat_fact_area_known"),
        ),
        sa.CheckConstraint(
            "event IN ('attended_first', 'attended_third', 'closed', 'first_contact', 'measured', 'picked_up', 'referred', 'registered', 'still_attending')",
            name=op.f("ck_stat_fact_event_known"),
        ),
        sa.CheckConstraint(
            "pillar IS NULL OR pillar IN ('activities', 'development', 'encounters')",
            name=op.f("ck_stat_fact_pillar_known"),
        ),
        sa.CheckConstraint(
            "reporter_group IN ('care', 'community', 'debt_finance', 'housing', 'public', 'resident')",
            name=op.f("ck_stat_fact_reporter_group_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stat_fact")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_stat_fact_period", "stat_fact", ["period", "event"], unique=False)
    op.create_table(
        "table_plan",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("expected", sa.Integer(), nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_table_plan")),
    )
    op.create_table(
        "published_cell",
        sa.Column("family", sa.String(length=32), nullable=False),
        sa.Column("period", sa.String(length=6), nullable=False),
        sa.Column("table_name", sa.String(length=64), nullable=False),
        sa.Column("categories", sa.String(length=128), nullable=False),
        sa.Column("figure", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["period"], ["release.period"], name=op.f("fk_published_cell_period")
        ),
        sa.PrimaryKeyConstraint(
            "family", "period", "table_name", "categories", name=op.f("pk_published_cell")
        ),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Drop them again."""
    op.drop_table("published_cell")
    op.drop_table("table_plan")
    op.drop_index("ix_stat_fact_period", table_name="stat_fact")
    op.drop_table("stat_fact")
    op.drop_table("release")
    op.drop_table("pending_fact")
    op.drop_table("fact_move")
