"""Ctrl+K: anything by a few letters, by keyboard alone, the last ones first, nothing secret on a shared screen."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from orapp.domain.council import CouncilKind
from orapp.services.desk import Desk
from orapp.ui.kit.workplace import Workplace
from orapp.ui.shell.palette import Palette, acts_of, plain_words
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled, Shown


@dataclass(frozen=True)
class Shows:
    """A dossier that is shown."""

    reference: str


class Went:
    """Remembers where the palette led."""

    def __init__(self) -> None:
        self.to: list[tuple[str, ...]] = []
        self.shown: Shows | None = None

    def open_dossier(self, reference: str) -> None:
        self.to.append(("dossier", reference))

    def open_part(self, reference: str, tab: str, item_id: str) -> None:
        self.to.append(("part", reference, tab, item_id))

    def go_to(self, key: str) -> None:
        self.to.append(("screen", key))

    def shown_dossier(self) -> Shows | None:
        return self.shown

    def open_letter(self, reference: str, kind: str, request_id: str, letter_id: str = "") -> None:
        self.to.append(("letter", reference, kind, *([letter_id] if letter_id else [])))


@pytest.fixture
def went() -> Went:
    return Went()


@pytest.fixture
def window(shown: Shown) -> QMainWindow:
    made = QMainWindow()
    menu = made.menuBar().addMenu("&Archief")
    for words in ("&Reservekopie maken…", "Af&sluiten"):
        menu.addAction(QAction(words, made))
    off = QAction("&Nu niet", made)
    off.setEnabled(False)
    menu.addAction(off)
    shown(made)
    return made


def opened(window: QMainWindow, desk: Desk, place: Workplace, went: Went, qtbot: QtBot, settled: Settled) -> Palette:
    palette = Palette(window, place, desk, went, acts_of(window))
    palette.open()
    qtbot.waitUntil(palette.field.hasFocus)
    settled()
    return palette


def titles(palette: Palette) -> list[str]:
    return [goal.title for goal in palette.table.row_model.rows]


def test_without_typing_the_commands_stand_there_and_only_those_that_can_be_done(
    window: QMainWindow, desk: Desk, place: Workplace, went: Went, qtbot: QtBot, settled: Settled
) -> None:
    palette = opened(window, desk, place, went, qtbot, settled)
    assert titles(palette) == ["Reservekopie maken", "Afsluiten"]


def test_a_few_letters_and_enter_open_a_dossier_and_it_comes_first_the_next_time(
    window: QMainWindow, desk: Desk, place: Workplace, went: Went, qtbot: QtBot, settled: Settled, archive: MemoryArchive
) -> None:
    dossier = archive.kept["2025-003"]
    palette = opened(window, desk, place, went, qtbot, settled)
    QTest.keyClicks(palette.field, "2025-003")
    settled()
    assert titles(palette)[0] == f"2025-003 {dossier.title}"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert went.to == [("dossier", "2025-003")]
    again = opened(window, desk, place, went, qtbot, settled)
    assert titles(again)[0] == f"2025-003 {dossier.title}"


def test_a_command_is_found_misspelled_and_done(
    window: QMainWindow, desk: Desk, place: Workplace, went: Went, qtbot: QtBot, settled: Settled
) -> None:
    done: list[bool] = []
    act = acts_of(window)[0]
    act.triggered.connect(lambda _checked=False: done.append(True))
    palette = opened(window, desk, place, went, qtbot, settled)
    QTest.keyClicks(palette.field, "resrevekopie")
    settled()
    assert titles(palette)[0] == "Reservekopie maken"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert len(done) == 1


def test_arrows_choose_while_the_keyboard_stays_in_the_field(
    window: QMainWindow, desk: Desk, place: Workplace, went: Went, qtbot: QtBot, settled: Settled
) -> None:
    palette = opened(window, desk, place, went, qtbot, settled)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    current = palette.table.current()
    assert current is not None
    assert current.title == "Afsluiten"
    assert palette.field.hasFocus()
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(QWidget, "zoekvenster") is None)


def test_a_paper_leads_to_its_place_and_a_person_to_the_council(
    window: QMainWindow, desk: Desk, place: Workplace, went: Went, qtbot: QtBot, settled: Settled, archive: MemoryArchive
) -> None:
    paper = archive.kept["2025-003"].papers[0]
    palette = opened(window, desk, place, went, qtbot, settled)
    QTest.keyClicks(palette.field, paper.title)
    settled()
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    name = archive.the_council.members[0].name
    palette = opened(window, desk, place, went, qtbot, settled)
    QTest.keyClicks(palette.field, name)
    settled()
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert went.to == [("part", "2025-003", "documents", paper.id), ("screen", "raad")]


def test_a_shared_screen_finds_no_names(
    window: QMainWindow, desk: Desk, place: Workplace, went: Went, qtbot: QtBot, settled: Settled, archive: MemoryArchive
) -> None:
    place.here.share(shared=True)
    name = archive.the_council.members[0].name
    palette = opened(window, desk, place, went, qtbot, settled)
    QTest.keyClicks(palette.field, name)
    settled()
    assert name not in titles(palette)


def test_nothing_found_says_what_to_do(
    window: QMainWindow, desk: Desk, place: Workplace, went: Went, qtbot: QtBot, settled: Settled
) -> None:
    palette = opened(window, desk, place, went, qtbot, settled)
    QTest.keyClicks(palette.field, "xqzzw")
    settled()
    assert titles(palette) == []
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert went.to == []


def test_the_mark_of_a_letter_is_no_part_of_the_words() -> None:
    assert plain_words(QAction("Mensen && &middelen…")) == "Mensen & middelen"


def test_a_letter_is_begun_by_a_few_letters_also_misspelled_where_a_dossier_is_shown(
    window: QMainWindow, desk: Desk, place: Workplace, went: Went, qtbot: QtBot, settled: Settled
) -> None:
    went.shown = Shows("2025-003")
    palette = opened(window, desk, place, went, qtbot, settled)
    QTest.keyClicks(palette.field, "nietihgeid")
    settled()
    assert "Brief maken: beroep op de nietigheid" in titles(palette)
    while palette.table.current() is not None and not titles(palette)[palette.table.currentIndex().row()].endswith("nietigheid"):
        QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert went.to == [("letter", "2025-003", "A11")]


def test_a_letter_that_is_there_opens_as_a_letter(
    window: QMainWindow, desk: Desk, place: Workplace, went: Went, qtbot: QtBot, settled: Settled, archive: MemoryArchive
) -> None:
    letter = next(one for one in archive.kept["2025-003"].letters if one.kind == "A9")
    palette = opened(window, desk, place, went, qtbot, settled)
    QTest.keyClicks(palette.field, letter.subject)
    settled()
    row = next(number for number, title in enumerate(titles(palette)) if title.startswith("Advies ("))
    for _ in range(row - palette.table.currentIndex().row()):
        QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert went.to == [("letter", "2025-003", "A9", letter.id)]


def test_no_letter_is_offered_where_no_dossier_is_shown(
    window: QMainWindow, desk: Desk, place: Workplace, went: Went, qtbot: QtBot, settled: Settled
) -> None:
    palette = opened(window, desk, place, went, qtbot, settled)
    QTest.keyClicks(palette.field, "nietigheid")
    settled()
    assert not [title for title in titles(palette) if title.startswith("Brief maken:")]


def test_only_letters_are_offered_that_the_body_may_write_in_this_dossier(
    window: QMainWindow, desk: Desk, place: Workplace, went: Went, qtbot: QtBot, settled: Settled, archive: MemoryArchive
) -> None:
    def offered(reference: str) -> set[str]:
        went.shown = Shows(reference)
        palette = opened(window, desk, place, went, qtbot, settled)
        QTest.keyClicks(palette.field, "opschorting")
        settled()
        found = {title for title in titles(palette) if title.startswith("Brief maken:") and "opschorting" in title}
        QTest.keyClick(palette.field, Qt.Key.Key_Escape)
        return found

    of_a_council = offered("2025-003")
    assert of_a_council
    archive.the_council = replace(archive.the_council, kind=CouncilKind.PVT)
    archive.kept["2025-003"] = replace(archive.kept["2025-003"], sending_bodies=(), letters=())
    assert not offered("2025-003") & of_a_council
    assert not offered("9999-001")
