"""The form of the archive: tables and migrations say the same, and what was kept before still opens."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from orapp.services.failures import Circumstance
from orapp.services.rows import FULL_VIEW, DossierQuery
from orapp.storage import schema
from orapp.storage.archive import SqlArchive
from orapp.storage.archives import SqlArchives
from orapp.storage.connecting import Access, engine
from orapp.storage.keys import derived_key
from orapp.storage.tables import metadata
from tests.storage.material import PASSPHRASE

SAMPLES = Path(__file__).parent / "samples"
pytestmark = pytest.mark.usefixtures("real_key")
FIRST = SAMPLES / "form-0001.bin"


def objects(path: Path, key: Any) -> dict[str, str]:
    """Every table and index with its statement, blanks evened out."""
    looking = engine(path, key, Access.QUERY, connections=0)
    with looking.begin() as connection:
        rows = connection.exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name != 'alembic_version'"
        )
        return {name: " ".join(statement.split()).replace('"', "").replace("( ", "(") for name, statement in rows}


def not_search(name: str | None, kind: str, _parents: object) -> bool:
    """The index and its shadow tables are no tables of the metadata."""
    return kind != "table" or not str(name).startswith(("dossier_search", "part_search", "dossier_word", "part_word"))


def test_tables_and_migrations_do_not_drift(archive: SqlArchive, tmp_path: Path) -> None:
    migrated = tmp_path / "stap.orarchief"
    making = engine(migrated, archive._key, Access.CREATE, connections=0)
    schema.upgrade(making, migrated)
    with making.begin() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": not_search, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []
    assert set(objects(migrated, archive._key)) == set(objects(archive.path, archive._key))


def test_the_list_of_forms_is_the_list_of_migrations() -> None:
    scripts = ScriptDirectory(str(schema.MIGRATIONS))
    assert tuple(reversed([step.revision for step in scripts.walk_revisions()])) == schema.REVISIONS


def test_the_first_form_is_brought_up_to_date(archives: SqlArchives, tmp_path: Path) -> None:
    kept = tmp_path / "oud.orarchief"
    shutil.copyfile(FIRST, kept)
    opened = archives.open(kept, PASSPHRASE)
    with opened.read() as reader:
        assert reader.dossier("2026-001").conditions[0].text == "Voldoende stilteplekken"
        assert reader.dossier_count(DossierQuery(text="gebouw huren"), FULL_VIEW) == 2
        assert reader.drafts("d1") == {("d1-v1", "text", "venster"): "half getypt"}
        assert reader.settings() == {"taal": "nl"}
    assert opened.verify().findings == ()
    made = opened.backups()
    assert len(made) == 1
    assert "vorm-0001" in made[0].name
    opened.close()
    copy = Path(made[0].path)
    key = derived_key(PASSPHRASE, archives.salt(copy))
    looking = engine(copy, key, Access.QUERY, connections=0)
    with looking.begin() as connection:
        assert schema.revision(connection, copy) == "0001"


def test_an_older_form_is_not_touched_when_only_looking(archives: SqlArchives, tmp_path: Path) -> None:
    kept = tmp_path / "oud.orarchief"
    shutil.copyfile(FIRST, kept)
    with pytest.raises(Circumstance) as refused:
        archives.open(kept, PASSPHRASE, read_only=True)
    assert refused.value.code == "archive.older"
    assert kept.read_bytes() == FIRST.read_bytes()


def test_a_migration_that_fails_leaves_the_archive_as_it_was(
    archives: SqlArchives, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "oud.orarchief"
    shutil.copyfile(FIRST, kept)

    def broken(_connection: object) -> None:
        raise Circumstance("archive.disk_full", path=str(kept))

    monkeypatch.setattr(schema, "reindex", broken)
    with pytest.raises(Circumstance):
        archives.open(kept, PASSPHRASE)
    key = derived_key(PASSPHRASE, archives.salt(kept))
    looking = engine(kept, key, Access.QUERY, connections=0)
    with looking.begin() as connection:
        assert schema.revision(connection, kept) == "0001"
        assert connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'dossier_search'").first() is None
