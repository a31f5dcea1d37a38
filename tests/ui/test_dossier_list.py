"""The list of dossiers by keyboard: filter, choose, tag, group, save a view, export; and all of it can be taken back."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from orapp.domain.dossier import DossierStatus
from orapp.services.desk import Desk
from orapp.services.rows import DossierGroup, DossierOrder, DossierQuery
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossiers import screen as dossiers_module
from orapp.ui.screens.dossiers.screen import DossiersScreen
from orapp.ui.screens.dossiers.word_sheet import WordSheet
from tests.fakes.archive import MemoryArchive
from tests.fakes.asker import AnsweringAsker
from tests.ui.conftest import Settled, Shown

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def screen(desk: Desk, place: Workplace, shown: Shown, settled: Settled) -> DossiersScreen:
    made = DossiersScreen(desk, place)
    shown(made)
    made.reload()
    settled()
    made.focus_list()
    return made


def press(screen: DossiersScreen, name: str) -> None:
    menu = screen.acts.menu()
    next(act for act in menu.findChildren(QAction) if act.objectName() == name).trigger()
    menu.deleteLater()


def answer(screen: DossiersScreen, word: str, qtbot: QtBot) -> None:
    """Types a word in the dialog that asks for one, and Enter."""
    sheet = screen.window().findChild(WordSheet)
    assert sheet is not None
    qtbot.waitUntil(sheet.isVisible)
    line = sheet.field.lineEdit()
    assert line is not None
    QTest.keyClicks(line, word)
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.window().findChild(WordSheet) is None)


def standing(screen: DossiersScreen) -> str:
    row = screen.table.current()
    return row.id if row is not None else ""


def rows(screen: DossiersScreen) -> list[str]:
    return [row.reference for row in screen.table.row_model.rows]


def test_a_morning_by_keyboard(
    screen: DossiersScreen, archive: MemoryArchive, asker: AnsweringAsker, settled: Settled, qtbot: QtBot, tmp_path: Path
) -> None:
    screen.focus_filter()
    QTest.keyClicks(screen.filter, "van")
    QTest.keyClick(screen.filter, Qt.Key.Key_Return)
    settled()
    found = rows(screen)
    assert found
    assert QApplication.focusWidget() is screen.table
    screen.filters.text.clear()
    qtbot.waitUntil(lambda: len(rows(screen)) == 4)
    assert set(found) < set(rows(screen))
    # Three in a row, and a tag for all of them in one act.
    QTest.keyClick(screen.table, Qt.Key.Key_Home)
    for _ in range(2):
        QTest.keyClick(screen.table, Qt.Key.Key_Down, SHIFT)
    assert len(screen.table.chosen_rows()) == 3
    assert screen.chosen.isVisible()
    screen.chosen.tag_button.setFocus()
    QTest.keyClick(screen.chosen.tag_button, Qt.Key.Key_Space)
    answer(screen, "haast", qtbot)
    settled()
    assert sum("haast" in one.tags for one in archive.kept.values()) == 3
    assert screen.notice.text() == "Tag “haast” toegevoegd aan 3 dossiers."
    assert len(screen.table.chosen_rows()) == 3


def test_what_was_tagged_is_grouped_kept_and_taken_along(
    screen: DossiersScreen, asker: AnsweringAsker, settled: Settled, qtbot: QtBot, tmp_path: Path
) -> None:
    QTest.keyClick(screen.table, Qt.Key.Key_Home)
    for _ in range(2):
        QTest.keyClick(screen.table, Qt.Key.Key_Down, SHIFT)
    press(screen, "tag-toevoegen")
    answer(screen, "haast", qtbot)
    settled()
    # Only those, in groups.
    screen.filters.tag.setFocus()
    while screen.filters.tag.currentData() != "haast":
        QTest.keyClick(screen.filters.tag, Qt.Key.Key_Down)
    settled()
    assert screen.query().tag == "haast"
    screen.filters.group.setFocus()
    QTest.keyClick(screen.filters.group, Qt.Key.Key_Down)
    settled()
    heads = screen.table.grouped.heads()
    assert sum(head.count for head in heads.values()) == len(rows(screen)) == 3
    # Under a name, with a count.
    screen.views.keep_button.setFocus()
    QTest.keyClick(screen.views.keep_button, Qt.Key.Key_Space)
    answer(screen, "Haast per soort", qtbot)
    settled()
    made = screen.findChild(QPushButton, "weergave-Haast per soort")
    assert made is not None
    assert (made.text(), made.isChecked()) == ("Haast per soort  3", True)
    # And out as CSV, all of it.
    asker.path = tmp_path / "haast.csv"
    press(screen, "exporteren-csv")
    settled()
    lines = list(csv.reader(io.StringIO(asker.path.read_text(encoding="utf-8-sig"), newline=""), delimiter=";"))
    assert [line[0] for line in lines] == ["Kenmerk", *rows(screen)]
    assert any("haast" in cell for cell in lines[1])


def test_a_bulk_act_is_taken_back_whole(screen: DossiersScreen, archive: MemoryArchive, settled: Settled, qtbot: QtBot) -> None:
    before = dict(archive.kept)
    QTest.keyClick(screen.table, Qt.Key.Key_A, CTRL)
    press(screen, "trekker-kiezen")
    answer(screen, "Ilse Vos", qtbot)
    settled()
    assert {row.owner for row in screen.table.row_model.rows} == {"Ilse Vos"}
    screen.notice.act.setFocus()
    QTest.keyClick(screen.notice.act, Qt.Key.Key_Space)
    settled()
    assert {one.owner for one in archive.kept.values()} == {one.owner for one in before.values()}
    assert screen.notice.text() == "Ongedaan gemaakt."


def test_the_bin_takes_several_and_gives_them_back(screen: DossiersScreen, archive: MemoryArchive, settled: Settled) -> None:
    QTest.keyClick(screen.table, Qt.Key.Key_Down, SHIFT)
    gone = {row.id for row in screen.table.chosen_rows()}
    QTest.keyClick(screen.table, Qt.Key.Key_Delete)
    settled()
    assert set(archive.binned) == gone
    assert screen.count.text() == "2 dossiers"
    assert "2 dossiers" in screen.notice.text()
    screen.notice.act.click()
    settled()
    assert screen.count.text() == "4 dossiers"


def test_an_empty_tag_is_refused_in_place(screen: DossiersScreen, settled: Settled, qtbot: QtBot) -> None:
    press(screen, "tag-toevoegen")
    sheet = screen.window().findChild(WordSheet)
    assert sheet is not None
    qtbot.waitUntil(sheet.isVisible)
    QTest.keyClick(sheet.give_button, Qt.Key.Key_Space)
    assert sheet.isVisible()
    assert sheet.field.accessibleDescription() == "Typ een tag."
    QTest.keyClick(sheet.cancel_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: screen.window().findChild(QDialog) is None)


def test_groups_open_and_close_by_key_and_page_from_the_top(
    archive: MemoryArchive, desk: Desk, place: Workplace, shown: Shown, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(30):
        one = next(iter(archive.kept.values()))
        reference = f"2030-{number:03}"
        owner = "Ilse Vos" if number % 3 else ""
        archive.kept[reference] = replace(one, id=f"x{number:02}", reference=reference, owner=owner)
    monkeypatch.setattr(dossiers_module, "PAGE", 7)
    screen = DossiersScreen(desk, place)
    shown(screen)
    screen.show_query(DossierQuery(group_by=DossierGroup.OWNER, order=DossierOrder.REFERENCE))
    settled()
    seen = 0
    while screen.table.grouped.canFetchMore(screen.table.rootIndex()):
        screen.table.grouped.fetchMore(screen.table.rootIndex())
        settled()
        assert len(rows(screen)) > seen
        seen = len(rows(screen))
    assert len(rows(screen)) == len(archive.kept)
    assert len(set(rows(screen))) == len(archive.kept)
    heads = list(screen.table.grouped.heads().values())
    assert heads[-1].words == "Zonder trekker"
    assert sum(head.count for head in heads) == len(archive.kept)
    screen.focus_list()
    screen.table.choose_head(heads[0].value)
    QTest.keyClick(screen.table, Qt.Key.Key_Left)
    settled()
    closed = next(iter(screen.table.grouped.heads().values()))
    assert not closed.open
    assert screen.table.head() == closed
    assert all(row.owner != closed.value for row in screen.table.row_model.rows)
    QTest.keyClick(screen.table, Qt.Key.Key_Return)
    settled()
    assert next(iter(screen.table.grouped.heads().values())).open


def test_a_link_shows_its_filter_and_it_can_be_taken_away(screen: DossiersScreen, place: Workplace, settled: Settled) -> None:
    screen.show_query(DossierQuery(asks_until=place.today(), order=DossierOrder.UPDATED, descending=True))
    settled()
    assert screen.filters.extra.isVisible()
    assert screen.query().asks_until == place.today()
    screen.filters.extra.click()
    settled()
    assert screen.query().asks_until is None
    assert not screen.filters.extra.isVisible()


def test_standard_views_count_and_mark_themselves(screen: DossiersScreen, settled: Settled) -> None:
    everything = screen.findChild(QPushButton, "weergave-Alles")
    assert everything is not None
    assert everything.text() == f"Alles  {screen._desk.dossiers.count(DossierQuery())}"
    everything.click()
    settled()
    assert everything.isChecked()
    assert screen.query().statuses == ()
    running = screen.findChild(QPushButton, "weergave-Lopend")
    assert running is not None
    assert not running.isChecked()
    screen.clear_button.click()
    settled()
    assert screen.query().statuses == (DossierStatus.RUNNING, DossierStatus.AFTERCARE)


def test_a_view_can_go_and_come_back(screen: DossiersScreen, settled: Settled, qtbot: QtBot) -> None:
    screen.filters.attention.click()
    settled()
    screen.views.keep_button.click()
    answer(screen, "Aandacht", qtbot)
    settled()
    assert screen.views.remove_button.isVisible()
    screen.views.remove_button.click()
    settled()
    assert screen.findChild(QPushButton, "weergave-Aandacht") is None
    screen.notice.act.click()
    settled()
    assert screen.findChild(QPushButton, "weergave-Aandacht") is not None


def test_a_fixed_view_keeps_its_name(screen: DossiersScreen, qtbot: QtBot) -> None:
    screen.views.keep_button.click()
    sheet = screen.window().findChild(WordSheet)
    assert sheet is not None
    qtbot.waitUntil(sheet.isVisible)
    line = sheet.field.lineEdit()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "lopend")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert "vaste weergave" in sheet.field.accessibleDescription()
    sheet.reject()


def test_a_shared_screen_hides_people_and_what_is_secret(
    screen: DossiersScreen, archive: MemoryArchive, place: Workplace, asker: AnsweringAsker, settled: Settled, tmp_path: Path
) -> None:
    first = next(iter(archive.kept.values()))
    archive.kept[first.reference] = replace(first, secret=True, owner="Ilse Vos")
    place.here.share(True)
    settled()
    assert first.reference not in rows(screen)
    assert not screen.filters.secret.isVisible()
    assert not screen.filters.owner.isVisible()
    asker.path = tmp_path / "gedeeld.csv"
    press(screen, "exporteren-csv")
    settled()
    text = asker.path.read_text(encoding="utf-8-sig")
    assert "Trekker" not in text
    assert first.reference not in text


def test_new_and_another_window_are_asked(screen: DossiersScreen, archive: MemoryArchive, settled: Settled, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.window_asked) as asked:
        press(screen, "nieuw-venster")
    assert asked.args == [rows(screen)[0]]
    archive.kept.clear()
    screen.reload()
    settled()
    with qtbot.waitSignal(screen.new_asked):
        QTest.keyClick(screen.first_button, Qt.Key.Key_Space)


def test_a_change_elsewhere_keeps_the_choice(screen: DossiersScreen, place: Workplace, settled: Settled) -> None:
    QTest.keyClick(screen.table, Qt.Key.Key_Down)
    QTest.keyClick(screen.table, Qt.Key.Key_Down, SHIFT)
    chosen = [row.id for row in screen.table.chosen_rows()]
    before = standing(screen)
    screen.reload()
    settled()
    assert [row.id for row in screen.table.chosen_rows()] == chosen
    assert before
    assert standing(screen) == before


def test_a_wiped_filter_keeps_no_cross(screen: DossiersScreen, settled: Settled, qtbot: QtBot) -> None:
    cross = screen.filters.text.findChild(QToolButton)
    assert cross is not None
    screen.filters.text.setText("kwadrant")
    settled()
    assert screen.filters.query().text == "kwadrant"
    asked: list[str] = []
    screen.filters.typed.connect(lambda: asked.append("again"))
    screen.filters.clear_button.click()
    qtbot.waitUntil(lambda: not cross.isEnabled() or not cross.isVisible())
    assert not screen.filters.text.text()
    assert not asked, "the wiped filter is asked for once, and not as something that was typed"
