"""The form of the archive: made at once when new, brought up to date step by step when older, refused when newer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select, text

from orapp.services.failures import Circumstance
from orapp.storage import finding, searching
from orapp.storage.tables import APPLICATION_ID, dossier_summary, item, metadata

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, Engine

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007")
"""The revisions in order; the last is the form that this program writes. A test holds it against the migrations."""

HEAD_REVISION = REVISIONS[-1]
MIGRATIONS = Path(__file__).parent / "migrations"


def create(connection: Connection) -> None:
    """Makes all tables in their present form."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    metadata.create_all(connection)
    searching.create_index(connection)
    finding.create_index(connection)
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD_REVISION})


def revision(connection: Connection, path: Path) -> str:
    """The form of an archive. Raises Circumstance "archive.not_an_archive" or "archive.newer"."""
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    known = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").first()
    if mark != APPLICATION_ID or known is None:
        raise Circumstance("archive.not_an_archive", path=str(path))
    found = str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())
    if found not in REVISIONS:
        raise Circumstance("archive.newer", path=str(path), form=found, known=HEAD_REVISION)
    return found


def reindex(connection: Connection) -> None:
    """Makes the search index again from lines and items: it is derived, so no migration has to carry it."""
    connection.exec_driver_sql("DELETE FROM dossier_search")
    titles: dict[str, dict[str, list[str]]] = {"requests": {}, "proposed_decisions": {}}
    title = func.json_extract(item.c.payload, "$.title")
    asked = select(item.c.dossier_id, item.c.collection, title.label("title")).where(item.c.collection.in_(titles))
    for row in connection.execute(asked.order_by(item.c.dossier_id, item.c.rank, item.c.id)):
        titles[row.collection].setdefault(row.dossier_id, []).append(row.title)
    here = dossier_summary.c
    lines = connection.execute(select(here.key, here.dossier_id, here.reference, here.title, here.tags)).all()
    of = [(line, [one for collection in titles.values() for one in collection.get(line.dossier_id, ())]) for line in lines]
    searching.write_new(
        connection,
        [(line.key, searching.words_from(line.reference, line.title, json.loads(line.tags), asked)) for line, asked in of],
    )


def upgrade(engine: Engine, path: Path, to: str = HEAD_REVISION) -> None:
    """Runs the migrations forward, in one transaction: all or nothing. Raises Circumstance("archive.migration_failed")."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with engine.connect() as connection:
        # Batch moves copy tables: references are switched off meanwhile, which is possible outside a transaction only.
        driver = connection.connection.dbapi_connection
        if driver is None:
            raise Circumstance("archive.locked", path=str(path))
        driver.cursor().execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                config.attributes["connection"] = connection
                command.upgrade(config, to)
                if to == HEAD_REVISION:
                    reindex(connection)
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
                if broken is not None:
                    raise Circumstance("archive.migration_failed", path=str(path), table=str(broken[0]))
        finally:
            driver.cursor().execute("PRAGMA foreign_keys = ON")
