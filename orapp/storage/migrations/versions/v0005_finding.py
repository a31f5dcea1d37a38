"""Keeps letters and papers by their titles over all dossiers, with an index, and vocabularies for what was misspelled."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes table and index, and calls every derivation old: the program fills them when it next looks at the day."""
    op.create_table(
        "part",
        sa.Column("key", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("dossier_id", "kind", "item_id", "code", "title")),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("secret", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_part_dossier_id")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_part")),
    )
    op.create_index("ix_part_dossier", "part", ["dossier_id"], unique=False)
    op.execute("CREATE VIRTUAL TABLE part_search USING fts5(words, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')")
    op.execute("INSERT INTO part_search(part_search, rank) VALUES('secure-delete', 1)")
    op.execute("CREATE VIRTUAL TABLE dossier_word USING fts5vocab('dossier_search', 'row')")
    op.execute("CREATE VIRTUAL TABLE part_word USING fts5vocab('part_search', 'row')")
    op.execute("UPDATE dossier_summary SET law_stamp = ''")


def downgrade() -> None:
    """Migrations go forward only: the way back is the backup that was made before."""
    raise NotImplementedError
