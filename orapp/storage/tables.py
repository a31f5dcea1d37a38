"""The tables of the archive. Rows stay inside storage; they are mapped by hand to the frozen objects of the domain.

Core tables instead of mapped classes: nothing here needs an identity map, and leaving the ORM out saves a third of the
time that SQLAlchemy takes to import.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from orapp.storage.columns import Instant

APPLICATION_ID = 0x6F726170
"""Marks the file as an archive of this program (`PRAGMA application_id`)."""

HEAD = "dossier"
"""The collection under which the head of a dossier is kept: everything but its items."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

archive_fact = Table(
    "archive_fact",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)

council = Table(
    "council",
    metadata,
    Column("id", String, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("payload", Text, nullable=False),
)

dossier = Table(
    "dossier",
    metadata,
    Column("id", String, primary_key=True),
    Column("council_id", String, ForeignKey("council.id"), nullable=False),
    Column("reference", String, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Column("binned_at", Instant),
    Column("binned_by", String, nullable=False),
    UniqueConstraint("reference"),
    Index(None, "binned_at"),
)

# `rank` is the place in the dossier's tuple; `position` is the person's own order and part of the payload.
item = Table(
    "item",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("dossier_id", String, ForeignKey("dossier.id"), nullable=False),
    Column("id", String, nullable=False),
    Column("collection", String, nullable=False),
    Column("number", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("payload", Text, nullable=False),
    UniqueConstraint("dossier_id", "id"),
)

file = Table(
    "file",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("sha256", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("stored_at", Instant, nullable=False),
    UniqueConstraint("sha256"),
)

document_chunk = Table(
    "document_chunk",
    metadata,
    Column("file_key", Integer, ForeignKey("file.key", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

# `removed_at` is set when the item lets go of the file: undo can still reach it until the sweep.
file_reference = Table(
    "file_reference",
    metadata,
    Column("dossier_id", String, primary_key=True),
    Column("item_id", String, primary_key=True),
    Column("sha256", String, primary_key=True),
    Column("removed_at", Instant),
    Index(None, "sha256"),
)

# Who, once per person and device; the row of the journal holds its digest, so that a name can be destroyed.
actor = Table(
    "actor",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("device", String, nullable=False),
    Column("salt", LargeBinary, nullable=False),
    Column("name", String),
    Column("digest", String, nullable=False),
)

journal = Table(
    "journal",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("device", String, nullable=False),
    Column("device_sequence", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    Column("actor_key", Integer, ForeignKey("actor.key"), nullable=False),
    Column("action", String, nullable=False),
    Column("dossier_id", String, nullable=False),
    Column("collection", String, nullable=False),
    Column("item_id", String, nullable=False),
    Column("before_digest", String, nullable=False),
    Column("after_digest", String, nullable=False),
    Column("previous", String, nullable=False),
    Column("hash", String, nullable=False),
    UniqueConstraint("device", "device_sequence"),
    Index(None, "dossier_id", "sequence"),
)

journal_value = Table(
    "journal_value",
    metadata,
    Column("sequence", Integer, ForeignKey("journal.sequence"), primary_key=True),
    Column("side", String, primary_key=True),
    Column("salt", LargeBinary),
    Column("value", Text),
    Column("destroyed_by", Integer, ForeignKey("journal.sequence")),
)

draft = Table(
    "draft",
    metadata,
    Column("dossier_id", String, ForeignKey("dossier.id"), primary_key=True),
    Column("item_id", String, primary_key=True),
    Column("field", String, primary_key=True),
    Column("window", String, primary_key=True),
    Column("text", Text, nullable=False),
    Column("updated_at", Instant, nullable=False),
)

deadline = Table(
    "deadline",
    metadata,
    Column("dossier_id", String, ForeignKey("dossier.id"), primary_key=True),
    Column("key", String, primary_key=True),
    Column("rank", Integer, nullable=False),
    Column("rule", String, nullable=False),
    Column("title", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("article", String, nullable=False),
    Column("nature", String, nullable=False),
    Column("severity", String, nullable=False),
    Column("actor", String, nullable=False),
    Column("ground", String, nullable=False),
    Column("start", Date, nullable=False),
    Column("plain_end", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("safe_day", Date),
    Column("act_by", Date, nullable=False),
    Column("disputed", Boolean, nullable=False),
    Column("state", String, nullable=False),
    Column("closed_because", String, nullable=False),
    Column("shown", String, nullable=False),
    Index(None, "act_by", "dossier_id", "key"),
    # With what the list of terms is filtered by, so that only the rows of a page are fetched.
    Index("ix_deadline_running", "act_by", "dossier_id", "key", "nature", "actor", sqlite_where=text("state != 'closed'")),
    Index("ix_deadline_named", "title", "act_by", "dossier_id", "key", sqlite_where=text("state != 'closed'")),
    Index("ix_deadline_fatal", "act_by", "dossier_id", "key", sqlite_where=text("severity = 'fatal' AND state = 'running'")),
)

# What asks for something or is counted in the overview. A point without a day sorts after all others.
point = Table(
    "point",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("dossier_id", String, ForeignKey("dossier.id"), nullable=False),
    Column("rank", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("state", String, nullable=False),
    Column("item_id", String, nullable=False),
    Column("request_id", String, nullable=False),
    Column("code", String, nullable=False),
    Column("text", String, nullable=False),
    Column("owner", String, nullable=False),
    Column("owner_key", String, nullable=False),
    Column("day_key", String, nullable=False),
    Index("ix_point_dossier", "dossier_id", "kind", "rank"),
    Index("ix_point_day", "kind", "state", "day_key", "dossier_id"),
    Index("ix_point_owner", "kind", "owner_key", "day_key", "dossier_id"),
)

# Letters and papers by their titles, for who looks for one over all dossiers; `key` is that of its entry in the index.
part = Table(
    "part",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("dossier_id", String, ForeignKey("dossier.id"), nullable=False),
    Column("kind", String, nullable=False),
    Column("item_id", String, nullable=False),
    Column("code", String, nullable=False),
    Column("title", String, nullable=False),
    Column("day", Date),
    Column("secret", Boolean, nullable=False),
    Index("ix_part_dossier", "dossier_id"),
)

ORDER_COLUMNS = ("reference_key", "title_key", "kind_key", "phase_key", "next_deadline_key", "updated_key")

# Stand in every sort index too: a filtered page then fetches only the lines that it shows.
FILTERED_COLUMNS = ("secret", "status", "kind", "turn", "owner", "attention")

# One line of the list, complete: the list asks this table only. A dossier in the bin has none. `key` is that of its entry
# in the search index.
dossier_summary = Table(
    "dossier_summary",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("dossier_id", String, ForeignKey("dossier.id"), nullable=False),
    Column("law_stamp", String, nullable=False),
    Column("program_version", String, nullable=False),
    Column("derived_on", Date, nullable=False),
    Column("recheck_on", Date),
    Column("reference", String, nullable=False),
    Column("title", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("status", String, nullable=False),
    Column("owner", String, nullable=False),
    Column("tags", Text, nullable=False),
    Column("secret", Boolean, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Column("phase", String, nullable=False),
    Column("phase_label", String, nullable=False),
    Column("next_step", String, nullable=False),
    Column("turn", String, nullable=False),
    Column("attention", Integer, nullable=False),
    Column("next_deadline", Date),
    Column("deadline_last_day", Date),
    Column("deadline_title", String, nullable=False),
    Column("deadline_nature", String, nullable=False),
    Column("deadline_severity", String, nullable=False),
    *(Column(name, String, nullable=False) for name in ORDER_COLUMNS),
    UniqueConstraint("dossier_id"),
    *(Index(f"ix_dossier_summary_{name}", name, "dossier_id", *FILTERED_COLUMNS) for name in ORDER_COLUMNS),
    # What is asked of dossiers that are not closed: those that ask for something, and those without a next date.
    Index(
        "ix_dossier_summary_open",
        "next_deadline_key",
        "dossier_id",
        "secret",
        "turn",
        "attention",
        sqlite_where=text("status != 'closed'"),
    ),
    # All that the search for stale rows looks at.
    Index("ix_dossier_summary_stale", "law_stamp", "program_version", "recheck_on", "derived_on", "dossier_id"),
)

# Apart from the line of the list, so that lists read short rows.
dossier_derived = Table(
    "dossier_derived",
    metadata,
    Column("dossier_id", String, ForeignKey("dossier.id"), primary_key=True),
    Column("payload", Text, nullable=False),
)

setting = Table(
    "setting",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)

session = Table(
    "session",
    metadata,
    Column("id", String, primary_key=True),
    Column("device", String, nullable=False),
    Column("person", String, nullable=False),
    Column("opened_at", Instant, nullable=False),
)

# Numbers that are given once: references per year, codes per dossier and collection, letters per dossier.
counter = Table(
    "counter",
    metadata,
    Column("scope", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("value", Integer, nullable=False),
)

backup_log = Table(
    "backup_log",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("path", String, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("size", Integer, nullable=False),
    Column("automatic", Boolean, nullable=False),
    Column("state", String, nullable=False),
    Column("removed_at", Instant),
)
