"""Filters the list by owner and by what asks for attention along its sort indexes, as it does by kind and status."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_ORDERS = ("reference_key", "title_key", "kind_key", "phase_key", "next_deadline_key", "updated_key")
_FILTERED = ("secret", "status", "kind", "turn", "owner", "attention")


def upgrade() -> None:
    """Makes the six sort indexes again, each with two columns more."""
    for name in _ORDERS:
        index = f"ix_dossier_summary_{name}"
        op.drop_index(index, table_name="dossier_summary")
        op.create_index(index, "dossier_summary", [name, "dossier_id", *_FILTERED], unique=False)


def downgrade() -> None:
    """Migrations go forward only: the way back is the backup that was made before."""
    raise NotImplementedError
