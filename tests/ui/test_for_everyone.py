"""A walk over every screen and dialog: names, labels, focus order, words, contrast where text stands, and nothing cut off."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabBar,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as QtBotTimeout
from pytestqt.qtbot import QtBot

from orapp.ui.kit.look import contrast
from orapp.ui.kit.workplace import Workplace
from orapp.ui.shell.doors import Doors
from orapp.ui.shell.window import ShellWindow
from orapp.ui.shell.workspace import Workspace
from tests.fakes.archive import MemoryArchive
from tests.fakes.surroundings import MemoryArchives
from tests.ui.conftest import Settled, Shown
from tests.ui.walk_checks import tab_faults

MERGER = "2025-002"
SIZES = [(1440, 900), (1366, 768)]
OPERABLE = (QAbstractButton, QLineEdit, QComboBox, QTabBar)
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b-\x1f]|\{[a-z_]+\}")

Go = Callable[[ShellWindow], None]


def workspace(window: ShellWindow) -> Workspace:
    found = window.workspace
    assert found is not None
    return found


def dossier_tab(number: int) -> Go:
    def go(window: ShellWindow) -> None:
        inside = workspace(window)
        inside.open_dossier(MERGER)
        inside.dossier.show_tab(number)

    return go


PLACES: dict[str, Go] = {
    "overzicht": lambda window: workspace(window).go_to("overzicht"),
    "dossiers": lambda window: workspace(window).go_to("dossiers"),
    "termijnen": lambda window: workspace(window).go_to("termijnen"),
    "raad en mensen": lambda window: workspace(window).go_to("raad"),
    "instellingen": lambda window: workspace(window).go_to("instellingen"),
    "prullenbak": lambda window: workspace(window).go_to("prullenbak"),
    "samenvatting": dossier_tab(0),
    "verloop": dossier_tab(1),
    "stukken": dossier_tab(2),
    "vragen en beoordeling": dossier_tab(3),
    "advies en besluit": dossier_tab(4),
    "toezeggingen en acties": dossier_tab(5),
    "zoekvenster": lambda window: window.open_palette(),
    "nieuw dossier": lambda window: workspace(window).ask_new_dossier(),
    "brief": lambda window: workspace(window).open_letter(MERGER, "A9", ""),
    "openen": lambda window: window.close_archive(),
    "wachtzin": lambda window: window.opening.ask_passphrase(Path("voorbeeld.orarchief")),
    "nieuw archief": lambda window: window.ask_new(),
    "bewijsblad": lambda window: workspace(window).open_dossier(MERGER),
    "defect": lambda window: window.tell_defect("Verslag", None),
}


@pytest.fixture
def window(
    place: Workplace, doors: Doors, shown: Shown, archives: MemoryArchives, archive: MemoryArchive, settled: Settled
) -> ShellWindow:
    archives.in_keyring = True
    made = ShellWindow(place, doors)
    made.setWindowState(Qt.WindowState.WindowNoState)
    shown(made)
    made.opening.choose(archive.path)
    settled()
    return made


def seen(root: QWidget) -> Iterator[QWidget]:
    """Every widget below that a person sees, Qt's own inner parts of a widget excepted."""
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.window() is root.window() and widget.isVisibleTo(root) and not widget.objectName().startswith("qt_"):
            yield widget


def spoken(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def tops(window: ShellWindow) -> list[QWidget]:
    return [window, *(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())]


def go(window: ShellWindow, name: str, settled: Settled, qtbot: QtBot) -> list[QWidget]:
    PLACES[name](window)
    settled()
    if name == "bewijsblad":
        button = workspace(window).dossier.findChild(QPushButton, "band-bewijsblad")
        assert button is not None
        button.click()
        settled()
        qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(QDialog)))
    found = tops(window)
    found[-1].activateWindow()
    qtbot.waitUntil(found[-1].isActiveWindow)
    return found


@pytest.mark.parametrize("name", PLACES)
def test_tab_goes_round_everything_and_is_seen(name: str, window: ShellWindow, settled: Settled, qtbot: QtBot) -> None:
    top = go(window, name, settled, qtbot)[-1]
    assert not [fault for fault in tab_faults(top) if not fault.startswith("terug")]


@pytest.mark.parametrize("size", SIZES, ids=["1440x900", "1366x768"])
@pytest.mark.parametrize("name", PLACES)
def test_nothing_is_cut_off(name: str, size: tuple[int, int], window: ShellWindow, settled: Settled, qtbot: QtBot) -> None:
    """Words that do not wrap have their width, words that do have their height, and buttons show all of their words."""
    window.resize(*size)
    found = go(window, name, settled, qtbot)
    try:
        qtbot.waitUntil(lambda: not cut_off(found), timeout=3_000)
    except QtBotTimeout:
        assert not cut_off(found)


def cut_off(found: list[QWidget]) -> list[str]:
    """What does not have the room that its words need."""
    cut = []
    for widget in [widget for top in found for widget in seen(top)]:
        if isinstance(widget, QLabel) and widget.text():
            needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            narrow = not widget.wordWrap() and widget.width() < widget.sizeHint().width()
            # What is said shortened is whole in its tooltip, or in the name that is read aloud.
            narrow = narrow and widget.text() not in f"{widget.toolTip()} {widget.accessibleName()}"
            if narrow or widget.height() < needed - 1:
                cut.append(f"{widget.text()[:40]!r} {widget.size()} < {widget.sizeHint()}")
        if isinstance(widget, QPushButton) and widget.width() < widget.minimumSizeHint().width():
            cut.append(f"knop {widget.text()!r}")
    return cut


@pytest.mark.parametrize("dark", [False, True], ids=["licht", "donker"])
@pytest.mark.parametrize("name", ["dossiers", "samenvatting", "brief", "openen"])
def test_text_is_painted_with_contrast(
    name: str, dark: bool, window: ShellWindow, place: Workplace, settled: Settled, qtbot: QtBot
) -> None:
    """Not only the palette: of each label the ink that was really painted is held against the ground it stands on."""
    place.look.choose("dark" if dark else "light")
    faint = []
    for top in go(window, name, settled, qtbot):
        image = top.grab().toImage()
        for widget in seen(top):
            if not isinstance(widget, QLabel) or not widget.text().strip() or not widget.isEnabled():
                continue
            corner = widget.mapTo(top, QPoint(0, 0))
            area = image.rect().intersected(widget.visibleRegion().boundingRect().translated(corner))
            if widget.visibleRegion().isEmpty() or area.width() < 8 or area.height() < 8:
                continue
            colours: dict[str, int] = {}
            for x in range(area.left(), area.right()):
                for y in range(area.top(), area.bottom(), 1):
                    found = QColor(image.pixel(x, y)).name()
                    colours[found] = colours.get(found, 0) + 1
            ground = max(colours, key=lambda colour: colours[colour])
            best = max(contrast(colour, ground) for colour in colours)
            if len(colours) > 1 and best < 4.4:
                faint.append(f"{widget.text()[:30]!r} {best:.2f}")
    place.look.choose("light")
    assert not faint
