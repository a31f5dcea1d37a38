"""Questions to the user go through a port, so that nothing waits inside and a test can answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QMessageBox, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from orapp.ui.kit.a11y import step_by_sight
from orapp.ui.kit.asking_help import give_help_key
from orapp.ui.kit.look import Look

# What the frame of a window and the desktop around it take.
MARGIN = 48


class Asker(Protocol):
    """Asks, and calls back with the answer; nothing is called back when the user takes the question away."""

    def confirm(self, parent: QWidget, question: str, explanation: str, act: str, agreed: Callable[[], None]) -> None:
        """Asks whether to do something; `act` is the word on the button."""
        ...

    def tell(self, parent: QWidget, what: str, explanation: str) -> None:
        """Tells something that stands until it is read: what happened, what it means, what to do."""
        ...

    def choose_file(self, parent: QWidget, title: str, folder: Path, kinds: str, chosen: Callable[[Path], None]) -> None:
        """Asks for a file that exists; `kinds` is a filter as Qt writes it."""
        ...

    def name_file(self, parent: QWidget, title: str, proposal: Path, kinds: str, named: Callable[[Path], None]) -> None:
        """Asks under which name to write a file."""
        ...

    def choose_folder(self, parent: QWidget, title: str, folder: Path, chosen: Callable[[Path], None]) -> None:
        """Asks for a folder that exists."""
        ...


class WindowAsker:
    """Asks in dialogs that open over their window and leave the rest running."""

    def __init__(self, look: Look) -> None:
        self._look = look

    def confirm(self, parent: QWidget, question: str, explanation: str, act: str, agreed: Callable[[], None]) -> None:
        """Asks with the act and "Annuleren"."""
        box = self._box(parent, QMessageBox.Icon.Question, question, explanation)
        yes = box.addButton(act, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(yes)
        box.buttonClicked.connect(lambda pressed: agreed() if pressed is yes else None)
        box.open()

    def tell(self, parent: QWidget, what: str, explanation: str) -> None:
        """Tells with one button."""
        box = self._box(parent, QMessageBox.Icon.Warning, what, explanation)
        box.addButton(QCoreApplication.translate("dialogs", "Begrepen"), QMessageBox.ButtonRole.AcceptRole)
        box.open()

    def choose_file(self, parent: QWidget, title: str, folder: Path, kinds: str, chosen: Callable[[Path], None]) -> None:
        """Asks with the file dialog."""
        dialog = QFileDialog(parent, title, str(folder), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(dialog, chosen)

    def choose_folder(self, parent: QWidget, title: str, folder: Path, chosen: Callable[[Path], None]) -> None:
        """Asks with the file dialog, which then shows folders only."""
        dialog = QFileDialog(parent, title, str(folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open(dialog, chosen)

    def name_file(self, parent: QWidget, title: str, proposal: Path, kinds: str, named: Callable[[Path], None]) -> None:
        """Asks with the file dialog, the proposed name filled in."""
        dialog = QFileDialog(parent, title, str(proposal.parent), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(proposal.suffix.removeprefix("."))
        dialog.selectFile(proposal.name)
        self._open(dialog, named)

    def _open(self, dialog: QFileDialog, taken: Callable[[Path], None]) -> None:
        self._look.dress(dialog)
        dialog.resize(dialog.size().expandedTo(dialog.sizeHint()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setObjectName("bestandskeuze")
        # Qt's own Dutch lacks these words; on a desktop that brings its own dialog they change nothing.
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, QCoreApplication.translate("dialogs", "Zoek &in:"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileName, QCoreApplication.translate("dialogs", "Bestands&naam:"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, QCoreApplication.translate("dialogs", "S&oort bestand:"))
        dialog.fileSelected.connect(lambda name: taken(Path(name)))
        dialog.open()

    def _box(self, parent: QWidget, icon: QMessageBox.Icon, what: str, explanation: str) -> QMessageBox:
        box = QMessageBox(parent)
        self._look.dress(box)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setObjectName("vraag")
        box.setIcon(icon)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(what)
        box.setInformativeText(explanation)
        for label in box.findChildren(QLabel):
            label.setAccessibleName(label.text() or what)
        return box


class Sheet(QDialog):
    """A dialog with a column for its content; opened, never waited for, and gone when it closes."""

    def __init__(self, parent: QWidget, look: Look, title: str, object_name: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName(object_name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._look = look
        look.dress(self)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(look.px(20), look.px(18), look.px(20), look.px(16))
        self.body.setSpacing(look.px(12))
        give_help_key(self)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Lets Enter do the main act of the dialog, unless the dialog itself has said which one."""
        acts = [one for one in self.findChildren(QPushButton) if one.window() is self]
        main = [one for one in acts if one.property("part") == "primary" and one.isVisibleTo(self)]
        if main and not any(one.isDefault() for one in acts):
            main[-1].setDefault(True)
        super().showEvent(event)

    @override
    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Tab goes as the dialog is read, also past what was made anew since it was opened."""
        return step_by_sight(self, forward=next_one) or super().focusNextPrevChild(next_one)

    def take_size(self, width: int, height: int) -> None:
        """Takes a size drawn at 13 px text, and never more than the screen has: the buttons stay in sight."""
        room = self.screen().availableSize()
        wanted = self._look.px(width), self._look.px(height)
        self.resize(min(wanted[0], room.width() - MARGIN), min(wanted[1], room.height() - MARGIN))
