"""A new archive by keyboard alone: with the name only, with people and a mandate, and what is refused where."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser, QWidget

from orapp.domain.council import ContactRole, CouncilKind, MemberRole
from orapp.services.failures import Circumstance, Refusal
from orapp.ui.kit.workplace import Workplace
from orapp.ui.shell.doors import Doors
from orapp.ui.shell.founding import name_and_email, people_of, proposed_file
from orapp.ui.shell.new_archive import NewArchiveWizard
from orapp.ui.shell.window import ShellWindow
from tests.fakes.archive import MemoryArchive
from tests.fakes.surroundings import MemoryArchives, RememberedWindow
from tests.ui.conftest import Settled, Shown

MOST_KEYS = 40
"""Keys that a new archive may take with what is proposed, the name of the council not counted."""


@pytest.fixture
def window(place: Workplace, doors: Doors, shown: Shown) -> ShellWindow:
    made = ShellWindow(place, doors)
    made.setWindowState(Qt.WindowState.WindowNoState)
    shown(made)
    return made


class Keyboard:
    """Presses keys where the focus is, and counts them."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.pressed = 0

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self._window, key, modifier)
        self.pressed += 1

    def type(self, words: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self._window, words)
        self.pressed += len(words)


@pytest.fixture
def keys(window: ShellWindow) -> Keyboard:
    return Keyboard(window)


def begun(window: ShellWindow, keys: Keyboard, settled: Settled) -> NewArchiveWizard:
    keys.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    settled()
    found = window.findChild(NewArchiveWizard)
    assert found is not None
    found.activateWindow()
    return found


def refusal(wizard: NewArchiveWizard, key: str) -> QLabel:
    found = wizard.findChild(QLabel, f"{key}-refused")
    assert found is not None
    return found


def test_only_the_name_is_needed(
    window: ShellWindow, keys: Keyboard, archives: MemoryArchives, settled: Settled, tmp_path: Path
) -> None:
    wizard = begun(window, keys, settled)
    keys.key(Qt.Key.Key_Return)
    assert refusal(wizard, "name").isVisible()
    assert wizard.current == 0
    name = "OR Nieuwland"
    keys.type(name)
    for _ in range(4):
        keys.key(Qt.Key.Key_Return)
    settled()
    assert keys.pressed - len(name) < MOST_KEYS
    (council,) = archives.created
    assert (council.name, council.kind, council.members, council.contacts) == (name, CouncilKind.OR, (), ())
    assert window.workspace is not None
    assert window.workspace.top.name.text() == name
    sheets = window.findChild(QTextBrowser, "noodbladen")
    assert sheets is not None
    assert sheets.toPlainText().count(archives.propose_passphrase()) == 2
    assert "Noodblad 2 van 2" in sheets.toPlainText()


def type_fields(keys: Keyboard, *texts: str) -> None:
    """Types in one field after the other; the keyboard stays in the last."""
    for number, text in enumerate(texts):
        if number:
            keys.key(Qt.Key.Key_Tab)
        if text:
            keys.type(text)


def test_a_council_with_its_people_by_keyboard_alone(
    window: ShellWindow,
    keys: Keyboard,
    archives: MemoryArchives,
    archive: MemoryArchive,
    memory: RememberedWindow,
    place: Workplace,
    doors: Doors,
    settled: Settled,
) -> None:
    wizard = begun(window, keys, settled)
    archive.path = doors.folder / "OR Zandhoek.orarchief"
    type_fields(keys, "OR Zandhoek", "g", "Zandhoek bv", "Zandhoek", "")
    keys.key(Qt.Key.Key_Space)
    keys.key(Qt.Key.Key_Return)
    type_fields(keys, "A. Duinker", "B. Helmgras", "C. Strandloper", "D. Schelp")
    keys.key(Qt.Key.Key_Return)
    type_fields(keys, "E. Meeuw", "F. Bunker", "directeur")
    keys.key(Qt.Key.Key_Return)
    assert wizard.current == 2
    assert wizard.signing.first.currentText().startswith("A. Duinker")
    assert wizard.signing.second.currentText().startswith("B. Helmgras")
    keys.key(Qt.Key.Key_Tab)
    keys.key(Qt.Key.Key_Tab)
    keys.type("reglement artikel 12")
    keys.key(Qt.Key.Key_Tab)
    keys.type("B")
    keys.key(Qt.Key.Key_Return)
    keys.key(Qt.Key.Key_Return)
    settled()
    (council,) = archives.created
    roles = {member.name: member.roles for member in council.members}
    assert roles["A. Duinker"] == (MemberRole.CHAIR,)
    assert roles["C. Strandloper"] == (MemberRole.OFFICIAL_SECRETARY,)
    assert [member.name for member in council.members][3:] == ["D. Schelp", "E. Meeuw"]
    assert len({member.id for member in council.members}) == 5
    (director,) = council.contacts
    assert (director.name, director.role, director.function) == ("F. Bunker", ContactRole.DIRECTOR, "directeur")
    signing = [member.name for one in council.signatories if (member := council.member(one.member_id)) is not None]
    assert signing == ["A. Duinker", "B. Helmgras"]
    assert {one.mandate for one in council.signatories} == {"reglement artikel 12"}
    assert (council.kind, council.public_employer, council.place) == (CouncilKind.GOR, True, "Zandhoek")
    assert memory.value(f"person {archive.path}") == "B. Helmgras"
    assert place.here.person == "B. Helmgras"
    assert window.workspace is not None
    assert window.workspace.who.isHidden()


def test_what_was_typed_survives_going_back(window: ShellWindow, keys: Keyboard, settled: Settled) -> None:
    wizard = begun(window, keys, settled)
    keys.type("OR Eiland")
    keys.key(Qt.Key.Key_Return)
    keys.type("A. Duinker")
    keys.key(Qt.Key.Key_Return)
    wizard.signing.first.setCurrentIndex(0)
    wizard.go_on()
    wizard.key.passphrase.setText("zelf gekozen woorden")
    wizard.key.path.setText("/ergens/anders.orarchief")
    for _ in range(3):
        wizard.go_back()
    wizard.council.name.setText("OR Ander Eiland")
    for _ in range(3):
        wizard.go_on()
    assert wizard.people.chair.text() == "A. Duinker"
    assert wizard.signing.first.currentData() == ""
    assert wizard.key.passphrase.text() == "zelf gekozen woorden"
    assert wizard.key.path.text() == "/ergens/anders.orarchief"


def test_the_file_follows_the_name_until_it_is_chosen(window: ShellWindow, keys: Keyboard, settled: Settled) -> None:
    wizard = begun(window, keys, settled)
    keys.type("OR Eiland")
    wizard.show_page(3)
    assert wizard.key.file.name == "OR Eiland.orarchief"
    wizard.council.name.setText("OR a/b: c")
    wizard.show_page(3)
    assert wizard.key.file.name == "OR a b c.orarchief"


def test_a_passphrase_that_is_too_weak_is_refused_at_its_field(
    window: ShellWindow, keys: Keyboard, settled: Settled, place: Workplace
) -> None:
    wizard = begun(window, keys, settled)
    keys.type("OR Eiland")
    wizard.refuse(Refusal("passphrase.too_short", place="passphrase", least="12"))
    assert wizard.current == 3
    assert refusal(wizard, "passphrase").text() == place.texts.say("passphrase.too_short", least="12")
    assert wizard.next_button.isEnabled()


def test_a_file_that_is_there_is_refused_at_its_field(window: ShellWindow, keys: Keyboard, settled: Settled) -> None:
    wizard = begun(window, keys, settled)
    keys.type("OR Eiland")
    wizard.refuse(Circumstance("archive.exists", path="x.orarchief"))
    assert wizard.current == 3
    assert refusal(wizard, "path").isVisible()
    wizard.refuse(Circumstance("archive.cannot_open", path="x.orarchief"))
    assert wizard.notice.text()


def test_a_name_that_was_taken_away_leads_back_to_its_step(window: ShellWindow, keys: Keyboard, settled: Settled) -> None:
    wizard = begun(window, keys, settled)
    keys.type("OR Eiland")
    wizard.show_page(3)
    wizard.council.name.clear()
    wizard.go_on()
    assert wizard.current == 0
    assert refusal(wizard, "name").isVisible()


def test_the_keyring_is_offered_only_where_there_is_one(
    window: ShellWindow, keys: Keyboard, archives: MemoryArchives, settled: Settled
) -> None:
    wizard = begun(window, keys, settled)
    assert wizard.key.keep.isHidden()
    assert not wizard.key.keep.isChecked()
    wizard.close()
    archives.keyring_state = "available"
    window.ask_new()
    settled()
    other = window.findChildren(NewArchiveWizard)[-1]
    assert not other.key.keep.isHidden()
    assert other.key.keep.isChecked()


def test_a_synchronised_folder_is_warned_of(window: ShellWindow, keys: Keyboard, settled: Settled, tmp_path: Path) -> None:
    wizard = begun(window, keys, settled)
    keys.type("OR Eiland")
    wizard.show_page(3)
    settled()
    assert wizard.key.place_warning.isHidden()
    wizard.key.path.setText(str(tmp_path / "OneDrive" / "or.orarchief"))
    wizard.key.path.editingFinished.emit()
    settled()
    assert "gesynchroniseerd" in wizard.key.place_warning.text()
    assert not wizard.key.place_warning.isHidden()


def test_the_official_secretary_signs_only_under_a_mandate(window: ShellWindow, keys: Keyboard, settled: Settled) -> None:
    wizard = begun(window, keys, settled)
    keys.type("OR Eiland")
    wizard.people.official.setText("C. Strandloper")
    wizard.show_page(2)
    assert wizard.signing.caution.isHidden()
    wizard.signing.first.setCurrentIndex(wizard.signing.first.findData("official"))
    assert "geen lid van de raad" in wizard.signing.caution.text()
    wizard.signing.mandate.setText("OR-besluit van 3 februari")
    assert wizard.signing.caution.isHidden()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("A. Duinker", ("A. Duinker", "")),
        ("  - A. Duinker\tduinker@raad.example", ("A. Duinker", "duinker@raad.example")),
        ("2) A. Duinker; lid", ("A. Duinker", "")),
        ("Duinker, A. <duinker@raad.example>", ("Duinker, A.", "duinker@raad.example")),
        ("", ("", "")),
    ],
)
def test_names_come_along_from_a_list(line: str, found: tuple[str, str]) -> None:
    assert name_and_email(line) == found


def test_nobody_is_a_member_twice() -> None:
    people = people_of("A. Duinker", "", "", "a. duinker\nB. Helmgras\n\nB. Helmgras")
    assert [person.name for person in people] == ["A. Duinker", "B. Helmgras"]


def test_a_name_of_nothing_but_signs_still_gives_a_file(tmp_path: Path) -> None:
    assert proposed_file(tmp_path, "???").name == "archief.orarchief"


def test_signing_forgets_who_is_no_longer_there(window: ShellWindow, keys: Keyboard, settled: Settled) -> None:
    wizard = begun(window, keys, settled)
    keys.type("OR Eiland")
    wizard.people.chair.setText("A. Duinker")
    wizard.show_page(2)
    assert "chair" in wizard.signing.signing.keys
    wizard.people.chair.clear()
    wizard.show_page(2)
    assert not wizard.signing.signing.keys
