"""Searches the list by its own lines: an integer key and the filtered columns in every sort index, one entry per line."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TEXTS = ("law_stamp", "program_version")
_SHOWN = ("reference", "title", "kind", "status", "owner")
_DERIVED = ("phase", "phase_label", "next_step", "turn")
_NEAREST = ("deadline_title", "deadline_nature", "deadline_severity")
_ORDERS = ("reference_key", "title_key", "kind_key", "phase_key", "next_deadline_key", "updated_key")
_FILTERED = ("secret", "status", "kind", "turn")


def upgrade() -> None:
    """Moves the lines to a table that gives each its key; the program fills the index after every migration."""
    op.execute("DROP TABLE item_search")
    op.create_table(
        "dossier_line",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in _TEXTS),
        sa.Column("derived_on", sa.Date(), nullable=False),
        sa.Column("recheck_on", sa.Date(), nullable=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in _SHOWN),
        sa.Column("tags", sa.Text(), nullable=False),
        sa.Column("secret", sa.Boolean(), nullable=False),
        sa.Column("updated_at", sa.String(length=27), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in _DERIVED),
        sa.Column("attention", sa.Integer(), nullable=False),
        sa.Column("next_deadline", sa.Date(), nullable=True),
        sa.Column("deadline_last_day", sa.Date(), nullable=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in (*_NEAREST, *_ORDERS)),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_dossier_summary_dossier_id")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_dossier_summary")),
        sa.UniqueConstraint("dossier_id", name=op.f("uq_dossier_summary_dossier_id")),
    )
    op.execute("INSERT INTO dossier_line SELECT rowid, * FROM dossier_summary")
    op.drop_table("dossier_summary")
    op.rename_table("dossier_line", "dossier_summary")
    for name in _ORDERS:
        op.create_index(f"ix_dossier_summary_{name}", "dossier_summary", [name, "dossier_id", *_FILTERED], unique=False)
    stale = ["law_stamp", "program_version", "recheck_on", "derived_on", "dossier_id"]
    op.create_index("ix_dossier_summary_stale", "dossier_summary", stale, unique=False)
    op.execute(
        "CREATE VIRTUAL TABLE dossier_search USING fts5(words, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')"
    )
    op.execute("INSERT INTO dossier_search(dossier_search, rank) VALUES('secure-delete', 1)")


def downgrade() -> None:
    """Migrations go forward only: the way back is the backup that was made before."""
    raise NotImplementedError
