"""The real window while files are hostile, the archive is moved, memory is garbage, and everything happens at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from orapp.app import window as window_app
from orapp.app import wiring
from orapp.ui.kit.item_list import ItemList
from orapp.ui.screens.dossier.documents_tab import DocumentsTab
from tests.e2e.commands import PASSPHRASE
from tests.stage import Stage, staged
from tests.ui.bad_days.conftest import SIZE

HOUSING = "2025-003"
SCREENS = ("overzicht", "dossiers", "termijnen", "raad", "instellingen", "prullenbak")
MANY_BYTES = 300 * 1024 * 1024


def opened(stage: Stage, tab: int) -> None:
    stage.workspace.open_dossier(HOUSING)
    stage.settle()
    stage.workspace.dossier.show_tab(tab)
    stage.settle()


def summary_of(stage: Stage) -> QPlainTextEdit:
    found = stage.window.findChild(QPlainTextEdit, "samenvatting-dossier")
    assert isinstance(found, QPlainTextEdit)
    return found


def test_hostile_files_are_refused_by_name_and_the_others_come_in(stage: Stage, tmp_path: Path) -> None:
    opened(stage, 2)
    tab = stage.window.findChild(DocumentsTab)
    assert isinstance(tab, DocumentsTab)
    folder = tmp_path / "bestanden"
    folder.mkdir()
    (folder / "leeg.pdf").touch()
    (folder / "map").mkdir()
    with (folder / "groot.bin").open("wb") as large:
        large.truncate(MANY_BYTES)
    (folder / "goed.pdf").write_bytes(b"%PDF")
    (folder / ("lang" * 50 + ".pdf")).write_bytes(b"lang")
    if os.name != "nt":
        os.mkfifo(folder / "pijp")
        (folder / "lus").symlink_to(folder / "lus")
        (folder / "regel\neinde.pdf").write_bytes(b"regel")
    before = len(stage.workspace.desk.dossiers.view(HOUSING).dossier.papers)
    names = sorted(folder.iterdir())
    tab.add((*names, folder / "weg.pdf", folder / ".." / "nul\x00.pdf"))
    stage.settle()
    papers = stage.workspace.desk.dossiers.view(HOUSING).dossier.papers[before:]
    wanted = {"goed.pdf", "lang" * 50 + ".pdf"} | ({"regeleinde.pdf"} if os.name != "nt" else set())
    assert {paper.file.name for paper in papers if paper.file is not None} == wanted
    told = tab.notice.text()
    assert all(name in told for name in ("leeg.pdf", "map is een map", "groot.bin", "weg.pdf", "nul.pdf"))
    if os.name != "nt":
        assert "pijp is geen gewoon bestand" in told
        assert "lus kan niet worden gelezen" in told


def test_a_moved_archive_keeps_the_text_on_the_screen_until_it_is_back(stage: Stage, own: Path, tmp_path: Path) -> None:
    if os.name == "nt":
        return  # Windows does not let go of a file that is open
    opened(stage, 0)
    field = summary_of(stage)
    own.rename(tmp_path / "elders")
    field.setFocus()
    QTest.keyClicks(field, "Nieuw. ")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    stage.settle()
    assert "Nieuw." in field.toPlainText()
    assert not own.exists()
    (tmp_path / "elders").rename(own)
    field.setFocus()
    QTest.keyClicks(field, "Weer. ")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    stage.settle()
    kept = stage.workspace.desk.dossiers.view(HOUSING).dossier.summary
    assert "Nieuw." in kept
    assert "Weer." in kept


@pytest.mark.parametrize("junk", ["{", "[[1]]", '{"order": 5, "shown": [], "widths": {"x": "y"}}', "\x00", "9" * 5000])
def test_garbage_in_the_memory_of_the_window_is_ignored(
    program: wiring.Program, own: Path, junk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window_app.SettingsMemory, "value", lambda _memory, _key: junk)
    with staged(program, SIZE, rest_ms=0) as stage:
        stage.open(own, PASSPHRASE)
        for key in SCREENS:
            stage.workspace.go_to(key)
        stage.settle()
        for tab in range(6):
            opened(stage, tab)
        stage.window.open_palette()
        stage.settle()
        assert stage.workspace.dossier.editor.dossier is not None


def test_a_window_closed_while_a_question_is_typed_keeps_it(program: wiring.Program, own: Path) -> None:
    with staged(program, SIZE, rest_ms=0) as stage:
        stage.open(own, PASSPHRASE)
        opened(stage, 3)
        questions = stage.window.findChild(ItemList, "vragen")
        assert isinstance(questions, ItemList)
        questions.add_new()
        cell = questions.grid().cells.opened
        assert cell is not None
        QTest.keyClicks(cell.editor.focus, "Laatste vraag?")
        stage.window.close()
        stage.until(lambda: stage.window.tasks.pending == 0)
    with staged(program, SIZE, rest_ms=0) as stage:
        stage.open(own, PASSPHRASE)
        assert "Laatste vraag?" in [one.text for one in stage.workspace.desk.dossiers.view(HOUSING).dossier.questions]


def test_dossiers_opened_one_after_another_end_at_the_last(stage: Stage) -> None:
    references = ("2025-001", "2025-002", HOUSING)
    for number in range(31):
        stage.workspace.open_dossier(references[number % 3])
        stage.workspace.dossier.show_tab(number % 6)
        if number % 4 == 0:
            stage.workspace.go_to(SCREENS[number % len(SCREENS)])
        focused = QApplication.focusWidget()
        if focused is not None:
            QTest.keyClicks(focused, "abc")
        stage.turn(number % 3 * 10)
    stage.close_dialogs()
    stage.workspace.open_dossier(HOUSING)
    stage.settle()
    dossier = stage.workspace.dossier.editor.dossier
    assert dossier is not None
    assert dossier.reference == HOUSING
    assert not stage.workspace.notice.text()
