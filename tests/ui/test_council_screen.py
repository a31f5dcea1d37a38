"""The council in the window: a story by keyboard alone, undo, refusals, conflicts, the logo, and destruction."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from orapp.domain.council import AgreedTerms, Council, MemberRole, Recess
from orapp.services.desk import Desk
from orapp.services.failures import Refusal
from orapp.services.rows import Changes, DestructionReport
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.council.exchange_part import DestroySheet
from orapp.ui.screens.council.screen import CouncilScreen
from tests.fakes.archive import MemoryArchive, MemoryReader
from tests.fakes.asker import AnsweringAsker
from tests.services.test_logos import png
from tests.ui.conftest import Settled, Shown


@pytest.fixture
def screen(desk: Desk, place: Workplace, shown: Shown, settled: Settled) -> CouncilScreen:
    made = CouncilScreen(desk, place)
    shown(made)
    made.reload()
    settled()
    made.focus_first()
    return made


def press(*keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifier)


def type_text(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def to(name: str) -> None:
    """Tabs until the widget with this name has the keyboard."""
    for _ in range(80):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus.objectName() == name:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(name)


def dialog(screen: QWidget, qtbot: QtBot) -> QDialog:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in screen.findChildren(QDialog)))
    found = [one for one in screen.findChildren(QDialog) if one.isVisible()][-1]
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


def gone(screen: QWidget, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not any(one.isVisible() for one in screen.findChildren(QDialog)))
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)


def child(root: QWidget, name: str) -> QLineEdit:
    found = root.findChild(QLineEdit, name)
    assert found is not None
    return found


def test_a_member_comes_in_moves_leaves_and_returns_by_keyboard_alone(
    screen: CouncilScreen, archive: MemoryArchive, settled: Settled, qtbot: QtBot
) -> None:
    before = archive.the_council.members
    press(Qt.Key.Key_Down)
    assert screen.parts.current == "leden"
    to("leden")
    press(Qt.Key.Key_Insert)
    dialog(screen, qtbot)
    to("name")
    type_text("P. Vlier")
    to("until_day-invoer")
    type_text("31-12-2026")
    to("opslaan")
    press(Qt.Key.Key_Return)
    gone(screen, qtbot)
    settled()
    new = archive.the_council.members[-1]
    assert (new.name, new.roles, new.until_day) == ("P. Vlier", (MemberRole.MEMBER,), date(2026, 12, 31))
    warning = screen.findChild(QLabel, "leden-aandacht")
    assert warning is not None
    assert "P. Vlier" in warning.text()
    to("leden")
    press(Qt.Key.Key_Up, modifier=Qt.KeyboardModifier.AltModifier)
    settled()
    assert archive.the_council.members[-2] == new
    press(Qt.Key.Key_Delete)
    settled()
    assert archive.the_council.members == before
    press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    settled()
    assert new in archive.the_council.members
    for _ in range(2):
        press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
        settled()
    assert archive.the_council.members == before


def test_a_form_saves_itself_when_a_field_is_left(screen: CouncilScreen, archive: MemoryArchive, settled: Settled) -> None:
    to("organisation")
    press(Qt.Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    type_text("Gemeente Lindewaard")
    press(Qt.Key.Key_Tab)
    settled()
    assert archive.the_council.organisation == "Gemeente Lindewaard"
    screen.undo.click()
    settled()
    assert archive.the_council.organisation == "Gemeente Eikenrode"
    assert child(screen, "organisation").text() == "Gemeente Eikenrode"
    screen.redo.click()
    settled()
    assert archive.the_council.organisation == "Gemeente Lindewaard"


def test_what_rests_is_saved_without_leaving_the_field(
    screen: CouncilScreen, archive: MemoryArchive, settled: Settled, qtbot: QtBot
) -> None:
    to("organisation")
    type_text("!")
    qtbot.waitUntil(lambda: archive.the_council.organisation.endswith("!"))
    settled()
    assert child(screen, "organisation").hasFocus()


def test_a_council_without_a_name_is_refused_beside_the_field(
    screen: CouncilScreen, archive: MemoryArchive, settled: Settled
) -> None:
    to("name")
    press(Qt.Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Delete, Qt.Key.Key_Tab)
    settled()
    refusal = screen.findChild(QLabel, "name-refused")
    assert refusal is not None
    assert refusal.isVisible()
    assert archive.the_council.name


def test_the_size_of_the_council_is_told_with_its_article(screen: CouncilScreen) -> None:
    words = screen.findChild(QLabel, "samenstelling")
    assert words is not None
    assert "260" in words.text()
    assert "art. 6 lid 1 WOR" in words.text()


def test_a_shared_screen_shows_no_names(screen: CouncilScreen, place: Workplace) -> None:
    words = screen.findChild(QLabel, "raad-verborgen")
    assert words is not None
    place.here.share(True)
    assert words.isVisible()
    assert not screen.parts.isVisible()
    place.here.share(False)
    assert screen.parts.isVisible()
    assert not words.isVisible()


def test_an_official_secretary_signs_only_under_a_mandate(
    screen: CouncilScreen, archive: MemoryArchive, settled: Settled, qtbot: QtBot
) -> None:
    archive.the_council = replace(archive.the_council, signatories=())
    screen.reload()
    settled()
    screen.show_part("ondertekening")
    adding = screen.findChild(QPushButton, "ondertekenaars-toevoegen")
    assert adding is not None
    adding.click()
    sheet = dialog(screen, qtbot)
    to("member")
    press(Qt.Key.Key_End)
    to("opslaan")
    press(Qt.Key.Key_Return)
    refusal = sheet.findChild(QLabel, "mandate-refused")
    assert refusal is not None
    assert refusal.isVisible()
    assert not len(archive.the_council.signatories)
    type_text("besluit van 12 januari 2026")
    press(Qt.Key.Key_Return)
    gone(screen, qtbot)
    settled()
    assert tuple(signing.mandate for signing in archive.the_council.signatories) == ("besluit van 12 januari 2026",)


def test_agreed_days_and_a_recess(screen: CouncilScreen, archive: MemoryArchive, settled: Settled, qtbot: QtBot) -> None:
    press(*[Qt.Key.Key_Down] * 4)
    assert screen.parts.current == "afspraken"
    to("advice_days")
    type_text("42")
    to("recorded_in")
    type_text("convenant")
    to("recessen")
    settled()
    assert archive.the_council.agreed_terms == AgreedTerms(advice_days=42, recorded_in="convenant")
    press(Qt.Key.Key_Insert)
    sheet = dialog(screen, qtbot)
    to("name")
    type_text("voorjaar")
    to("from_day-invoer")
    type_text("22-2-2027")
    to("until_day-invoer")
    type_text("1-2-2027")
    to("opslaan")
    press(Qt.Key.Key_Return)
    refusal = sheet.findChild(QLabel, "until_day-refused")
    assert refusal is not None
    assert refusal.isVisible()
    child(sheet, "until_day-invoer").setText("26-2-2027")
    to("opslaan")
    press(Qt.Key.Key_Return)
    gone(screen, qtbot)
    settled()
    made = Recess(from_day=date(2027, 2, 22), until_day=date(2027, 2, 26), name="voorjaar")
    assert made in archive.the_council.recesses


def test_a_pattern_shows_its_example_while_it_is_typed(screen: CouncilScreen, archive: MemoryArchive, settled: Settled) -> None:
    screen.show_part("kenmerken")
    field, example = child(screen, "dossier_pattern"), screen.findChild(QLabel, "kenmerk-voorbeeld")
    assert example is not None
    assert "2026-014" in example.text()
    field.setFocus()
    field.selectAll()
    type_text("OR{year}.{number:04}")
    assert "OR2026.0014" in example.text()
    press(Qt.Key.Key_Tab)
    settled()
    assert archive.the_council.dossier_reference_pattern == "OR{year}.{number:04}"
    field.setFocus()
    field.selectAll()
    type_text("vast")
    press(Qt.Key.Key_Tab)
    settled()
    assert archive.the_council.dossier_reference_pattern == "OR{year}.{number:04}"


def test_what_was_read_before_an_edit_does_not_undo_it_on_the_screen(
    screen: CouncilScreen, desk: Desk, place: Workplace, qtbot: QtBot, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    released, save = threading.Event(), desk.council.save

    def slow(before: Council, after: Council, person: str, origin: str = "") -> Changes:
        released.wait(20)
        return save(before, after, person, origin)

    monkeypatch.setattr(desk.council, "save", slow)
    keeper = screen.keeper
    keeper.apply("naam", lambda council: replace(council, name="OR Nieuw"))
    keeper.reload()
    qtbot.waitUntil(lambda: place.tasks.pending == 1)
    assert keeper.council is not None
    assert keeper.council.name == "OR Nieuw"
    released.set()
    settled()
    keeper.reload()
    settled()
    assert keeper.council.name == "OR Nieuw"


def test_a_conflict_is_told_and_the_archives_own_is_shown(
    screen: CouncilScreen, desk: Desk, archive: MemoryArchive, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_before: Council, _after: Council, _person: str, _origin: str = "") -> Changes:
        raise Refusal("item.changed_since", place="raad")

    monkeypatch.setattr(desk.council, "save", refuse)
    to("organisation")
    type_text("x")
    press(Qt.Key.Key_Tab)
    settled()
    assert screen.notice.text()
    assert child(screen, "organisation").text() == archive.the_council.organisation
    assert not screen.undo.isEnabled()


def picture(path: Path) -> bytes:
    image = QImage(120, 30, QImage.Format.Format_RGB32)
    image.fill(0)
    assert image.save(str(path))
    return path.read_bytes()


def test_a_logo_is_shown_and_a_hostile_one_is_refused(
    screen: CouncilScreen, archive: MemoryArchive, asker: AnsweringAsker, settled: Settled, tmp_path: Path
) -> None:
    choose, refusal = screen.findChild(QPushButton, "logo-kiezen"), screen.findChild(QLabel, "logo-geweigerd")
    assert choose is not None
    assert refusal is not None
    asker.path = tmp_path / "logo.png"
    whole = picture(asker.path)
    for data in (b"<svg/>", png(100_000, 100_000), whole[:60]):
        asker.path.write_bytes(data)
        choose.click()
        settled()
        assert refusal.isVisible()
        assert archive.the_council.logo is None
    asker.path.write_bytes(whole)
    choose.click()
    settled()
    assert not refusal.isVisible()
    assert archive.the_council.logo is not None
    shown = screen.findChild(QLabel, "logo-beeld")
    assert shown is not None
    assert shown.isVisible()
    screen.undo.click()
    settled()
    assert archive.the_council.logo is None


def test_the_council_goes_out_and_comes_in_as_a_file(
    screen: CouncilScreen, archive: MemoryArchive, asker: AnsweringAsker, settled: Settled, tmp_path: Path
) -> None:
    screen.show_part("bestand")
    asker.path = tmp_path / "raad.json"
    write, take = screen.findChild(QPushButton, "raad-opslaan"), screen.findChild(QPushButton, "raad-overnemen")
    assert write is not None
    assert take is not None
    write.click()
    settled()
    before = archive.the_council
    archive.the_council = replace(before, members=())
    screen.reload()
    settled()
    take.click()
    settled()
    assert archive.the_council.members == before.members
    asker.path.write_bytes(b"{")
    take.click()
    settled()
    assert archive.the_council.members == before.members


def test_destroying_asks_a_reason_and_the_name_and_tells_what_is_left(
    screen: CouncilScreen, archive: MemoryArchive, settled: Settled, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []

    def destroy(self: MemoryReader, person_id: str, reason: str) -> DestructionReport:
        asked.append((person_id, reason))
        return DestructionReport(items=1, journal_values=2, last_backup_ends=date(2027, 1, 1), mentions_left=3)

    monkeypatch.setattr(MemoryReader, "destroy_person", destroy)
    screen.show_part("bestand")
    ask = screen.findChild(QPushButton, "persoon-vernietigen")
    assert ask is not None
    ask.click()
    sheet = dialog(screen, qtbot)
    assert isinstance(sheet, DestroySheet)
    sheet.act.click()
    assert child(sheet, "reason").property("refused") == "true"
    sheet.reason.setText("verzoek")
    sheet.again.setText("iemand anders")
    sheet.act.click()
    assert child(sheet, "again").property("refused") == "true"
    assert asked == []
    sheet.again.setText(sheet.person.currentText())
    sheet.act.click()
    settled()
    assert asked == [(archive.the_council.members[0].id, "verzoek")]
    assert "3" in sheet.told.text()
    assert "1 januari 2027" in sheet.told.text()
    sheet.close()
