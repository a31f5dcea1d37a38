"""Finds running terms by their name along an index: a few letters must not read all terms of the archive."""

from __future__ import annotations

from alembic import op
from sqlalchemy import text

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the index of the names of running terms, the nearest first within a name."""
    columns = ["title", "act_by", "dossier_id", "key"]
    op.create_index("ix_deadline_named", "deadline", columns, unique=False, sqlite_where=text("state != 'closed'"))


def downgrade() -> None:
    """Migrations go forward only: the way back is the backup that was made before."""
    raise NotImplementedError
