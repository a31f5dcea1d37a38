"""The first form of the archive."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes all tables; the mark by which an archive is known comes with it."""
    op.execute("PRAGMA application_id = 1869767024")
    op.create_table(
        "actor",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("digest", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_actor")),
    )
    op.create_table(
        "archive_fact",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_archive_fact")),
    )
    op.create_table(
        "backup_log",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("made_at", sa.String(length=27), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("automatic", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("removed_at", sa.String(length=27), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_backup_log")),
    )
    op.create_table(
        "council",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_council")),
    )
    op.create_table(
        "counter",
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("scope", "name", name=op.f("pk_counter")),
    )
    op.create_table(
        "file",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("stored_at", sa.String(length=27), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_file")),
        sa.UniqueConstraint("sha256", name=op.f("uq_file_sha256")),
    )
    op.create_table(
        "file_reference",
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("removed_at", sa.String(length=27), nullable=True),
        sa.PrimaryKeyConstraint("dossier_id", "item_id", "sha256", name=op.f("pk_file_reference")),
    )
    op.create_index(op.f("ix_file_reference_sha256"), "file_reference", ["sha256"], unique=False)
    op.create_table(
        "session",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("opened_at", sa.String(length=27), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session")),
    )
    op.create_table(
        "setting",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_setting")),
    )
    op.create_table(
        "document_chunk",
        sa.Column("file_key", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["file_key"], ["file.key"], name=op.f("fk_document_chunk_file_key"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("file_key", "number", name=op.f("pk_document_chunk")),
    )
    op.create_table(
        "dossier",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("council_id", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(length=27), nullable=False),
        sa.Column("updated_at", sa.String(length=27), nullable=False),
        sa.Column("binned_at", sa.String(length=27), nullable=True),
        sa.Column("binned_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["council_id"], ["council.id"], name=op.f("fk_dossier_council_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossier")),
        sa.UniqueConstraint("reference", name=op.f("uq_dossier_reference")),
    )
    op.create_index(op.f("ix_dossier_binned_at"), "dossier", ["binned_at"], unique=False)
    op.create_table(
        "journal",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("device_sequence", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.Column("actor_key", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("collection", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("before_digest", sa.String(), nullable=False),
        sa.Column("after_digest", sa.String(), nullable=False),
        sa.Column("previous", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["actor_key"], ["actor.key"], name=op.f("fk_journal_actor_key")),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_journal")),
        sa.UniqueConstraint("device", "device_sequence", name=op.f("uq_journal_device_device_sequence")),
    )
    op.create_index(op.f("ix_journal_dossier_id_sequence"), "journal", ["dossier_id", "sequence"], unique=False)
    op.create_table(
        "deadline",
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("nature", sa.String(), nullable=False),
        sa.Column("severity", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("ground", sa.String(), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("plain_end", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("safe_day", sa.Date(), nullable=True),
        sa.Column("act_by", sa.Date(), nullable=False),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("closed_because", sa.String(), nullable=False),
        sa.Column("shown", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_deadline_dossier_id")),
        sa.PrimaryKeyConstraint("dossier_id", "key", name=op.f("pk_deadline")),
    )
    op.create_index(op.f("ix_deadline_act_by_dossier_id_key"), "deadline", ["act_by", "dossier_id", "key"], unique=False)
    op.create_index(
        "ix_deadline_running",
        "deadline",
        ["act_by", "dossier_id", "key"],
        unique=False,
        sqlite_where=sa.text("state != 'closed'"),
    )
    op.create_table(
        "dossier_derived",
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_dossier_derived_dossier_id")),
        sa.PrimaryKeyConstraint("dossier_id", name=op.f("pk_dossier_derived")),
    )
    op.create_table(
        "dossier_summary",
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("law_stamp", sa.String(), nullable=False),
        sa.Column("program_version", sa.String(), nullable=False),
        sa.Column("derived_on", sa.Date(), nullable=False),
        sa.Column("recheck_on", sa.Date(), nullable=True),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("tags", sa.Text(), nullable=False),
        sa.Column("secret", sa.Boolean(), nullable=False),
        sa.Column("updated_at", sa.String(length=27), nullable=False),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("phase_label", sa.String(), nullable=False),
        sa.Column("next_step", sa.String(), nullable=False),
        sa.Column("turn", sa.String(), nullable=False),
        sa.Column("attention", sa.Integer(), nullable=False),
        sa.Column("next_deadline", sa.Date(), nullable=True),
        sa.Column("deadline_last_day", sa.Date(), nullable=True),
        sa.Column("deadline_title", sa.String(), nullable=False),
        sa.Column("deadline_nature", sa.String(), nullable=False),
        sa.Column("deadline_severity", sa.String(), nullable=False),
        sa.Column("reference_key", sa.String(), nullable=False),
        sa.Column("title_key", sa.String(), nullable=False),
        sa.Column("kind_key", sa.String(), nullable=False),
        sa.Column("phase_key", sa.String(), nullable=False),
        sa.Column("next_deadline_key", sa.String(), nullable=False),
        sa.Column("updated_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_dossier_summary_dossier_id")),
        sa.PrimaryKeyConstraint("dossier_id", name=op.f("pk_dossier_summary")),
    )
    op.create_index(op.f("ix_dossier_summary_kind_key_dossier_id"), "dossier_summary", ["kind_key", "dossier_id"], unique=False)
    op.create_index(
        op.f("ix_dossier_summary_next_deadline_key_dossier_id"),
        "dossier_summary",
        ["next_deadline_key", "dossier_id"],
        unique=False,
    )
    op.create_index(op.f("ix_dossier_summary_phase_key_dossier_id"), "dossier_summary", ["phase_key", "dossier_id"], unique=False)
    op.create_index(
        op.f("ix_dossier_summary_reference_key_dossier_id"), "dossier_summary", ["reference_key", "dossier_id"], unique=False
    )
    op.create_index(
        "ix_dossier_summary_stale",
        "dossier_summary",
        ["law_stamp", "program_version", "recheck_on", "derived_on", "dossier_id"],
        unique=False,
    )
    op.create_index(op.f("ix_dossier_summary_title_key_dossier_id"), "dossier_summary", ["title_key", "dossier_id"], unique=False)
    op.create_index(
        op.f("ix_dossier_summary_updated_key_dossier_id"), "dossier_summary", ["updated_key", "dossier_id"], unique=False
    )
    op.create_table(
        "draft",
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("window", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.String(length=27), nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_draft_dossier_id")),
        sa.PrimaryKeyConstraint("dossier_id", "item_id", "field", "window", name=op.f("pk_draft")),
    )
    op.create_table(
        "item",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("collection", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_item_dossier_id")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_item")),
        sa.UniqueConstraint("dossier_id", "id", name=op.f("uq_item_dossier_id_id")),
    )
    op.create_table(
        "journal_value",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("destroyed_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["destroyed_by"], ["journal.sequence"], name=op.f("fk_journal_value_destroyed_by")),
        sa.ForeignKeyConstraint(["sequence"], ["journal.sequence"], name=op.f("fk_journal_value_sequence")),
        sa.PrimaryKeyConstraint("sequence", "side", name=op.f("pk_journal_value")),
    )


def downgrade() -> None:
    """Migrations go forward only: the way back is the backup that was made before."""
    raise NotImplementedError
