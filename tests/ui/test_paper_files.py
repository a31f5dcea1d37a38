"""Files at the papers of a dossier: in by button, drop and paste, out by opening, keeping and copying; hostile ones say why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from orapp.domain.dossier import Dossier
from orapp.domain.papers import Paper
from orapp.services.desk import Desk
from orapp.ui.kit.editor import DossierEditor
from orapp.ui.kit.file_handle import let_go, local_files
from orapp.ui.kit.item_form import ItemDialog
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.documents_tab import DocumentsTab
from orapp.ui.screens.dossier.paper_words import next_version, paper_title, size_words
from orapp.ui.screens.dossier.sheets_card import CellsDialog, read
from tests.fakes.archive import MemoryArchive
from tests.fakes.asker import AnsweringAsker
from tests.ui.conftest import DEMO_DAY, Settled, Shown

HOUSING = "2025-003"


class Room:
    """The tab in a window, shown again with every edit."""

    def __init__(self, desk: Desk, place: Workplace, shown: Shown, settled: Settled) -> None:
        self.desk = desk
        self.settled = settled
        self.editor = DossierEditor(desk.dossiers, place)
        self.tab = DocumentsTab(desk, place, self.editor)
        self.host = QWidget()
        QVBoxLayout(self.host).addWidget(self.tab)
        shown(self.host)
        self.editor.take(self.dossier())
        self.editor.kept.connect(lambda _kept: self.show())
        self.show()
        settled()

    def show(self) -> None:
        view = self.desk.dossiers.view(HOUSING)
        self.tab.show_view(view, view.derived.summary.request_id)

    def dossier(self) -> Dossier:
        return self.desk.dossiers.view(HOUSING).dossier

    def press(self, act: str) -> None:
        made = self.tab.findChild(QPushButton, f"stuk-{act}")
        assert made is not None
        assert made.isEnabled()
        made.setFocus()
        QTest.keyClick(made, Qt.Key.Key_Space)
        self.settled()

    def add(self, *paths: Path) -> None:
        self.tab.add(paths)
        self.settled()
        for dialog in self.host.findChildren(ItemDialog):
            dialog.reject()
        self.settled()


@pytest.fixture(autouse=True)
def own_clipboard(qapp: QApplication) -> Iterator[None]:
    """What a test put on the clipboard does not outlive it."""
    yield
    let_go()


@pytest.fixture
def room(desk: Desk, place: Workplace, shown: Shown, settled: Settled) -> Room:
    return Room(desk, place, shown, settled)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "Brief_van de  bestuurder.pdf"
    path.write_bytes(b"%PDF-1.7 brief")
    return path


def test_a_file_becomes_a_paper_by_keyboard_and_its_form_opens(
    qtbot: QtBot, room: Room, archive: MemoryArchive, asker: AnsweringAsker, letter: Path
) -> None:
    before = len(room.dossier().papers)
    asker.path = letter
    room.press("toevoegen")
    qtbot.waitUntil(lambda: bool(room.host.findChildren(ItemDialog)))
    paper = room.dossier().papers[-1]
    assert (paper.title, paper.received_on, paper.registered_on) == ("Brief van de bestuurder", DEMO_DAY, None)
    assert paper.file is not None
    assert archive.files[paper.file.sha256] == letter.read_bytes()
    room.host.findChildren(ItemDialog)[0].reject()
    assert room.tab.chosen() == paper
    room.editor.undo()
    room.settled()
    assert len(room.dossier().papers) == before


def test_a_file_goes_to_the_dossier_it_was_meant_for(
    room: Room, desk: Desk, archive: MemoryArchive, letter: Path, settled: Settled
) -> None:
    before = len(room.dossier().papers)
    other = archive.kept["2025-002"]
    room.tab.add((letter,))
    room.editor.take(other)
    settled()
    assert len(room.dossier().papers) == before + 1
    assert archive.kept["2025-002"] == other
    assert not room.host.findChildren(ItemDialog)


def test_several_files_are_one_step_and_what_is_refused_says_why(room: Room, letter: Path, tmp_path: Path) -> None:
    before = len(room.dossier().papers)
    empty = tmp_path / "leeg.docx"
    empty.touch()
    other = tmp_path / "bijlage.xlsx"
    other.write_bytes(b"PK")
    room.add(letter, empty, tmp_path, tmp_path / "weg.pdf", other)
    assert [paper.title for paper in room.dossier().papers[before:]] == ["Brief van de bestuurder", "bijlage"]
    said = room.tab.notice.text()
    assert "Toegevoegd: 2" in said
    assert all(part in said for part in ("leeg.docx is leeg", "is een map", "weg.pdf kan niet worden gelezen"))
    room.editor.undo()
    room.settled()
    assert len(room.dossier().papers) == before


def test_files_are_dropped_and_an_address_elsewhere_is_not(room: Room, letter: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://voorbeeld.nl/a.pdf"), QUrl.fromLocalFile(str(letter))])
    assert local_files(data) == (letter,)
    before = len(room.dossier().papers)
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    room.tab.dropEvent(event)
    room.settled()
    assert event.isAccepted()
    assert len(room.dossier().papers) == before + 1


def test_files_are_pasted_on_the_list_and_an_empty_clipboard_says_so(room: Room, letter: Path) -> None:
    grid = room.tab.papers.grid()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(letter))])
    QGuiApplication.clipboard().setMimeData(data)
    before = len(room.dossier().papers)
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    room.settled()
    assert len(room.dossier().papers) == before + 1
    for dialog in room.host.findChildren(ItemDialog):
        dialog.reject()
    QGuiApplication.clipboard().clear()
    room.press("plakken")
    assert "klembord" in room.tab.notice.text()


def test_a_paper_opens_as_a_read_only_copy_with_the_name_of_the_house(room: Room, opened_files: list[Path], letter: Path) -> None:
    room.add(letter)
    room.press("openen")
    assert [path.name for path in opened_files] == [f"{DEMO_DAY} Brief van de bestuurder ({HOUSING}).pdf"]
    assert opened_files[0].read_bytes() == letter.read_bytes()
    assert not opened_files[0].stat().st_mode & 0o222


def test_what_can_run_is_asked_about_first(room: Room, asker: AnsweringAsker, opened_files: list[Path], tmp_path: Path) -> None:
    program = tmp_path / "factuur.pdf.exe"
    program.write_bytes(b"MZ")
    room.add(program)
    room.press("openen")
    assert any("programma of macro's" in question for question in asker.asked)
    assert [path.suffix for path in opened_files] == [".exe"]


def test_what_can_run_is_not_opened_without_an_answer(
    monkeypatch: pytest.MonkeyPatch, room: Room, asker: AnsweringAsker, opened_files: list[Path], tmp_path: Path
) -> None:
    program = tmp_path / "rooster.xlsm"
    program.write_bytes(b"PK")
    room.add(program)
    monkeypatch.setattr(asker, "confirm", lambda *_question: None)
    room.press("openen")
    assert not opened_files


def test_a_paper_is_kept_elsewhere_and_copied(room: Room, asker: AnsweringAsker, letter: Path, tmp_path: Path) -> None:
    room.add(letter)
    asker.path = tmp_path / "uit" / "brief.pdf"
    room.press("bewaren")
    assert asker.path.read_bytes() == letter.read_bytes()
    asker.path = tmp_path / "uit" / "brief.pdf" / "kan niet.pdf"
    room.press("bewaren")
    assert "kan niet worden geschreven" in room.tab.notice.text()
    room.press("kopieren")
    files = local_files(QGuiApplication.clipboard().mimeData())
    assert [path.read_bytes() for path in files] == [letter.read_bytes()]


def test_a_new_version_stands_beside_the_old_one(room: Room, asker: AnsweringAsker, letter: Path, tmp_path: Path) -> None:
    first = room.dossier().papers[4]
    room.tab.choose(first.id)
    asker.path = letter
    room.press("versie")
    with_file = room.dossier().papers[4]
    assert (with_file.id, with_file.file is not None) == (first.id, True)
    asker.path = tmp_path / "nieuw.pdf"
    asker.path.write_bytes(b"%PDF nieuw")
    room.press("versie")
    old, new = room.dossier().papers[4:6]
    assert old.file == with_file.file
    assert (new.title, new.received_on, new.registered_on) == (first.title, DEMO_DAY, None)
    assert new.file is not None
    assert new.file.name == "nieuw.pdf"
    assert room.editor.undo_words == "nieuwe versie toegevoegd"


def test_registering_is_an_act_that_can_be_taken_back(room: Room, letter: Path) -> None:
    room.add(letter)
    room.press("registreren")
    paper = room.tab.chosen()
    assert paper is not None
    assert paper.registered_on == DEMO_DAY
    room.press("registreren")
    paper = room.tab.chosen()
    assert paper is not None
    assert paper.registered_on is None


def test_the_file_is_ready_when_it_is_taken_hold_of(room: Room, letter: Path) -> None:
    room.add(letter)
    handle = room.tab.card.handle
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    point = QPointF(QPoint(4, 4))
    QApplication.sendEvent(handle, QMouseEvent(QMouseEvent.Type.MouseButtonPress, point, point, left, left, none))
    room.settled()
    found = handle.path()
    assert found is not None
    assert found.read_bytes() == letter.read_bytes()


def test_stopping_leaves_out_what_is_not_in_yet(room: Room, letter: Path, tmp_path: Path) -> None:
    before = len(room.dossier().papers)
    other = tmp_path / "tweede.pdf"
    other.write_bytes(b"%PDF")
    room.tab.bringer.moved.connect(lambda *_how_far: room.tab.bringer.stop())
    room.add(letter, other)
    assert "u hebt het gestopt" in room.tab.notice.text()
    assert len(room.dossier().papers) <= before + 1


@pytest.mark.parametrize(("version", "after"), [("", "v2"), ("v0.3", "v0.4"), ("concept", "concept v2"), ("v9", "v10")])
def test_the_next_version_goes_on_from_the_last(version: str, after: str) -> None:
    assert next_version(version) == after


def test_titles_and_sizes_are_plain() -> None:
    assert paper_title("2026_advies  OR.docx") == "2026 advies OR"
    assert paper_title(".bashrc") == ".bashrc"
    assert [size_words(size) for size in (12, 2048, 1_300_000)] == ["12 bytes", "2 kB", "1,2 MB"]


def test_a_paper_without_dates_says_what_is_not_known(room: Room) -> None:
    bare = Paper(id="kaal", title="Los stuk")
    room.tab.card.show_paper(bare)
    said = room.tab.card.words()
    assert said.count("niet bekend") == 4
    assert "nog niet geregistreerd" in said
    assert "nog geen bestand" in said


def test_a_table_is_pasted_from_excel_into_its_cells(qtbot: QtBot, room: Room) -> None:
    view = room.desk.dossiers.view(HOUSING)
    sheet = next(one for one in view.dossier.sheets if one.request_id in {"", view.derived.summary.request_id})
    room.tab.choose(sheet.id)
    assert room.tab.sheets.table is not None
    assert room.tab.sheets.table.row_model.rows == sheet.rows
    edit = room.tab.findChild(QPushButton, "tabel-bewerken")
    assert edit is not None
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Space)
    dialog = room.host.findChildren(CellsDialog)[0]
    qtbot.waitUntil(dialog.isActiveWindow)
    text = dialog.findChild(QPlainTextEdit, "tabel-tekst")
    assert text is not None
    assert read(text.toPlainText()) == (sheet.columns, sheet.rows)
    text.setPlainText("Groep\tWas\tWordt\r\nConsulenten\t26,9\r\nManagers\t6\t5\r\n")
    dialog.save()
    room.settled()
    kept = next(one for one in room.dossier().sheets if one.id == sheet.id)
    assert kept.columns == ("Groep", "Was", "Wordt")
    assert kept.rows == (("Consulenten", "26,9", ""), ("Managers", "6", "5"))
    room.editor.undo()
    room.settled()
    assert next(one for one in room.dossier().sheets if one.id == sheet.id).rows == sheet.rows
