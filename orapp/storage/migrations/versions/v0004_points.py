"""Keeps the points of dossiers for the overview, and finds fatal terms and open dossiers by an index of their own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_TEXTS = ("kind", "state", "item_id", "request_id", "code", "text", "owner", "owner_key", "day_key")


def upgrade() -> None:
    """Makes the table, and calls every derivation old: the program fills it when it next looks at the day."""
    op.create_table(
        "point",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in _TEXTS),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_point_dossier_id")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_point")),
    )
    op.create_index("ix_point_dossier", "point", ["dossier_id", "kind", "rank"], unique=False)
    op.create_index("ix_point_day", "point", ["kind", "state", "day_key", "dossier_id"], unique=False)
    op.create_index("ix_point_owner", "point", ["kind", "owner_key", "day_key", "dossier_id"], unique=False)
    op.drop_index("ix_deadline_running", "deadline")
    running = ["act_by", "dossier_id", "key", "nature", "actor"]
    op.create_index("ix_deadline_running", "deadline", running, unique=False, sqlite_where=sa.text("state != 'closed'"))
    fatal = sa.text("severity = 'fatal' AND state = 'running'")
    op.create_index("ix_deadline_fatal", "deadline", ["act_by", "dossier_id", "key"], unique=False, sqlite_where=fatal)
    standing = ["next_deadline_key", "dossier_id", "secret", "turn", "attention"]
    is_open = sa.text("status != 'closed'")
    op.create_index("ix_dossier_summary_open", "dossier_summary", standing, unique=False, sqlite_where=is_open)
    op.execute("UPDATE dossier_summary SET law_stamp = ''")


def downgrade() -> None:
    """Migrations go forward only: the way back is the backup that was made before."""
    raise NotImplementedError
