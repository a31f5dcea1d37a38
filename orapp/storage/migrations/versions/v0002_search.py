"""Adds the full-text index of the list's filter."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The index is filled by the program, which makes it again after every migration."""
    op.execute(
        "CREATE VIRTUAL TABLE item_search USING fts5(words, dossier_id UNINDEXED, tokenize = 'unicode61 remove_diacritics 2')"
    )
    op.execute("INSERT INTO item_search(item_search, rank) VALUES('secure-delete', 1)")


def downgrade() -> None:
    """Migrations go forward only: the way back is the backup that was made before."""
    raise NotImplementedError
