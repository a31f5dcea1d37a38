"""House styles in the window: brought, assigned, seen on three letters and kept by keyboard alone; refused with the remedy."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from orapp.domain.council_styles import KLASSIEK, MODERN, StyleRole, StyleUse
from orapp.services.desk import Desk
from orapp.services.house_styles import StylePictures
from orapp.services.style_rows import PagePicture
from orapp.ui.kit.look import Look
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.council.screen import STYLES, CouncilScreen
from orapp.ui.screens.council.style_pages import StyleView, image_of
from orapp.ui.screens.council.style_wizard import StyleWizard
from orapp.ui.screens.council.styles_part import StylesPart
from tests.documents import brought_files as brought
from tests.fakes.archive import MemoryArchive
from tests.fakes.asker import AnsweringAsker
from tests.ui.conftest import Settled, Shown


@pytest.fixture
def screen(desk: Desk, place: Workplace, shown: Shown, settled: Settled) -> CouncilScreen:
    made = CouncilScreen(desk, place)
    shown(made)
    made.reload()
    settled()
    made.show_part(STYLES)
    settled()
    made.focus_first()
    return made


@pytest.fixture
def part(screen: CouncilScreen) -> StylesPart:
    found = screen.parts.part(STYLES)
    assert isinstance(found, StylesPart)
    return found


@pytest.fixture
def file(tmp_path: Path, asker: AnsweringAsker) -> Path:
    path = tmp_path / "Briefpapier.docx"
    path.write_bytes(brought.saved(brought.letterhead()))
    asker.path = path
    return path


def press(*keys: Qt.Key) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)


def to(name: str) -> QWidget:
    """Tabs until the widget with this name has the keyboard."""
    for _ in range(80):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus.objectName() == name:
            return focus
        press(Qt.Key.Key_Tab)
    raise AssertionError(name)


def wizard_of(screen: QWidget, qtbot: QtBot) -> StyleWizard:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in screen.findChildren(StyleWizard)))
    found = next(one for one in screen.findChildren(StyleWizard) if one.isVisible())
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


def gone(screen: QWidget, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not any(one.isVisible() for one in screen.findChildren(QDialog)))
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)


def name_it(wizard: StyleWizard, words: str, settled: Settled) -> None:
    """Types a name that is taken, hears so, and types another."""
    name = QApplication.focusWidget()
    assert isinstance(name, QLineEdit)
    assert name.text() == "Briefpapier"
    QTest.keyClicks(name, "Klassiek")
    to("verder")
    press(Qt.Key.Key_Space)
    settled()
    refused = wizard.findChild(QLabel, "name-refused")
    assert refused is not None
    assert "Klassiek" in refused.text()
    name.selectAll()
    QTest.keyClicks(name, words)
    to("verder")
    press(Qt.Key.Key_Space)
    settled()


def rename(screen: CouncilScreen, part: StylesPart, taken: str, words: str) -> None:
    """Asks another name: first one that is taken."""
    part.rename.click()
    sheet = next(one for one in screen.findChildren(QDialog) if one.isVisible())
    line, keep = sheet.findChild(QLineEdit, "name"), sheet.findChild(QPushButton, "opslaan")
    assert line is not None
    assert keep is not None
    line.setText(taken)
    keep.click()
    refused = sheet.findChild(QLabel, "name-refused")
    assert refused is not None
    assert taken in refused.text()
    line.setText(words)
    keep.click()


def test_a_house_style_is_brought_and_kept_by_keyboard_alone(
    screen: CouncilScreen, part: StylesPart, archive: MemoryArchive, file: Path, settled: Settled, qtbot: QtBot
) -> None:
    to("huisstijl-toevoegen")
    press(Qt.Key.Key_Space)
    wizard = wizard_of(screen, qtbot)
    press(Qt.Key.Key_Space)
    settled()
    assert QApplication.focusWidget() is wizard.next_button
    press(Qt.Key.Key_Space)
    body = to("rol-body")
    assert isinstance(body, QComboBox)
    assert body.currentData() == "Normal"
    quoted = to("rol-quotation")
    assert isinstance(quoted, QComboBox)
    press(Qt.Key.Key_Home)
    assert quoted.currentData() == ""
    to("verder")
    press(Qt.Key.Key_Space)
    settled()
    assert "schets" in wizard.letters.view.told.text()
    assert wizard.letters.view.pages.accessibleDescription().count(";") == 2
    to("verder")
    press(Qt.Key.Key_Space)
    name_it(wizard, "Waterschap", settled)
    gone(screen, qtbot)
    settled()
    style = archive.the_council.styles[0]
    assert (style.name, style.use, style.original.name) == ("Waterschap", StyleUse.LETTER, "Briefpapier.docx")
    assert StyleRole.QUOTATION not in {one.role for one in style.assignment}
    assert archive.the_council.usual_style(StyleUse.LETTER) == style.id
    chosen = part.table.current()
    assert chosen is not None
    assert (chosen.name, chosen.usual) == ("Waterschap", "brief")
    assert part.heading.text() == "Drie brieven in Waterschap"


def test_another_style_becomes_usual_and_undo_brings_it_back(
    screen: CouncilScreen, part: StylesPart, archive: MemoryArchive, settled: Settled
) -> None:
    to("huisstijlen")
    press(Qt.Key.Key_Down)
    settled()
    to("huisstijl-gebruikelijk")
    press(Qt.Key.Key_Space)
    settled()
    assert archive.the_council.usual_style(StyleUse.LETTER) == MODERN
    assert not part.make_usual.isEnabled()
    screen.keeper.undo()
    settled()
    assert archive.the_council.usual_style(StyleUse.LETTER) == KLASSIEK


def test_styles_of_a_kept_one_are_assigned_anew_and_it_is_renamed_and_removed(
    screen: CouncilScreen, part: StylesPart, archive: MemoryArchive, desk: Desk, file: Path, settled: Settled, qtbot: QtBot
) -> None:
    data = file.read_bytes()
    desk.house_styles.add("Eerste", StyleUse.LETTER, data, desk.house_styles.survey(data).proposal, "ik", usual=True)
    screen.reload()
    settled()
    part.table.setCurrentIndex(part.table.row_model.index(0, 0))
    settled()
    part.roles.click()
    wizard = wizard_of(screen, qtbot)
    settled()
    assert wizard.current == 1
    field = wizard.findChild(QComboBox, "rol-heading")
    assert field is not None
    assert field.currentData() == "Heading1"
    field.setCurrentIndex(field.findData("Heading3"))
    wizard.go_on()
    settled()
    wizard.go_on()
    settled()
    gone(screen, qtbot)
    settled()
    style = archive.the_council.styles[0]
    assert style.version == 2
    assert {one.role: one.style for one in style.assignment}[StyleRole.HEADING] == "Heading3"
    rename(screen, part, "Modern", "Tweede")
    settled()
    assert archive.the_council.styles[0].name == "Tweede"
    gone(screen, qtbot)
    part.remove.click()
    settled()
    assert archive.the_council.styles == ()
    assert archive.the_council.usual_style(StyleUse.LETTER) == KLASSIEK


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        (b"%PDF-1.7", "bewaar het als Word-document"),
        (brought.plain()[:4000], "Word-bestand"),
    ],
)
def test_what_cannot_serve_is_refused_with_what_to_do(
    data: bytes, words: str, part: StylesPart, screen: CouncilScreen, file: Path, settled: Settled, qtbot: QtBot
) -> None:
    file.write_bytes(data)
    part.add.click()
    wizard = wizard_of(screen, qtbot)
    wizard.go_on()
    assert wizard.file.refusal.text() == "Kies eerst een Word-bestand."
    wizard.file.choose.click()
    settled()
    assert words in wizard.file.refusal.text()
    wizard.go_on()
    assert wizard.current == 0
    wizard.reject()
    gone(screen, qtbot)


def test_what_is_taken_out_is_told(part: StylesPart, screen: CouncilScreen, file: Path, settled: Settled, qtbot: QtBot) -> None:
    file.write_bytes(brought.with_macros())
    part.add.click()
    wizard = wizard_of(screen, qtbot)
    wizard.file.choose.click()
    settled()
    said = [label.text() for label in wizard.file.findChildren(QLabel)]
    assert "Macro's zijn weggehaald." in said
    wizard.reject()
    gone(screen, qtbot)


def test_in_an_archive_that_is_only_read_nothing_can_be_changed(
    part: StylesPart, screen: CouncilScreen, archive: MemoryArchive, settled: Settled
) -> None:
    archive.read_only = True
    part.show_council()
    acts = (part.add, part.make_usual, part.roles, part.rename, part.remove)
    assert not [act.objectName() for act in acts if act.isEnabled()]


def test_pages_of_an_office_program_are_shown_and_read(look: Look, desk: Desk, qtbot: QtBot) -> None:
    view = StyleView(look)
    qtbot.addWidget(view)
    view.resize(700, 420)
    view.show()
    styles = desk.house_styles
    preview = styles.show(styles.ground(), styles.template(KLASSIEK))
    red = PagePicture(width=2, height=3, stride=6, channels=3, pixels=b"\xff\x00\x00" * 6)
    view.show_own(preview, waits=True)
    view.show_pictures(StylePictures(pages=(red, red, red), made_by="LibreOffice"), preview)
    assert "LibreOffice" in view.told.text()
    assert view.pages.accessibleDescription().count(";") == 2
    picture = view.pages.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, picture.height() // 3).red() > 200
    QTest.keyClick(view.pages, Qt.Key.Key_Right)
    assert view.pages.accessibleDescription() == preview.letters[0].content.title
    QTest.keyClick(view.pages, Qt.Key.Key_Left)
    QTest.mouseClick(view.pages, Qt.MouseButton.LeftButton, pos=view.pages.rect().center())
    assert view.pages.accessibleDescription() == preview.letters[1].content.title
    view.as_text.click()
    reading = view.findChild(QTextBrowser, "huisstijl-leestekst")
    assert reading is not None
    assert preview.letters[2].content.subject in reading.toPlainText()


def test_pixels_with_transparency_are_read_as_well() -> None:
    image = image_of(PagePicture(width=1, height=1, stride=4, channels=4, pixels=b"\x10\x20\x30\xff"))
    assert isinstance(image, QImage)
    assert image.pixelColor(0, 0).rgb() & 0xFFFFFF == 0x102030
