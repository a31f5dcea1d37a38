"""The log holds ids and counts, never names or texts."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest

from orapp.system.log_file import FILE, QuietFormatter, start_log


class Kind(StrEnum):
    ADVICE = "adviesaanvraag van Jansen"


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Path]:
    root, own = logging.getLogger(), logging.getLogger("orapp")
    levels = root.level, own.level
    handler = start_log(tmp_path / "log")
    assert handler is not None
    yield tmp_path / "log" / FILE
    root.removeHandler(handler)
    handler.close()
    root.setLevel(levels[0])
    own.setLevel(levels[1])


def test_ids_and_counts_are_written(written: Path) -> None:
    logging.getLogger("orapp.x").info("saved %s with %d items, %s", "0192-ab", 3, Kind.ADVICE)
    assert written.read_text(encoding="utf-8").endswith("INFO orapp.x saved 0192-ab with 3 items, ADVICE\n")


def test_texts_are_left_out(written: Path) -> None:
    logging.getLogger("orapp.x").info("saved %s", "De reorganisatie van afdeling X")
    content = written.read_text(encoding="utf-8")
    assert "saved (…)" in content
    assert "reorganisatie" not in content


@pytest.mark.usefixtures("expected_log")
def test_of_other_packages_only_the_place_is_written(written: Path) -> None:
    logging.getLogger("elders").warning("kan %s niet lezen", "Ontslag Jansen.docx")
    content = written.read_text(encoding="utf-8")
    assert "WARNING elders test_log_file:" in content
    assert "Jansen" not in content


@pytest.mark.usefixtures("expected_log")
def test_an_exception_is_its_kind_and_its_places(written: Path) -> None:
    try:
        int("Jansen")
    except ValueError:
        logging.getLogger("orapp.x").exception("import failed")
    content = written.read_text(encoding="utf-8")
    assert "import failed" in content
    assert "ValueError test_log_file.py:" in content
    assert "Jansen" not in content


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file", encoding="utf-8")
    assert start_log(tmp_path / "log") is None


def test_named_fields_are_quieted_too() -> None:
    record = logging.LogRecord(
        "orapp.x", logging.INFO, "x.py", 1, "%(id)s %(text)s", ({"id": "a1", "text": "een hele zin"},), None
    )
    assert QuietFormatter().format(record).endswith("a1 (…)")
