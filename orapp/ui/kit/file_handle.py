"""Files between this window and the rest of the machine: a handle to drag one out, and what is dropped or pasted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDrag, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel
from typing_extensions import override


def local_files(data: QMimeData | None) -> tuple[Path, ...]:
    """The files of this machine in what was dropped or pasted, in order; addresses elsewhere are no files."""
    if data is None:  # an empty clipboard has no data at all on some desktops
        return ()
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile() and url.toLocalFile())


def copy_files(*paths: Path) -> None:
    """Puts files on the clipboard, to paste into a mail or a folder; what is left of that goes when the program ends.

    Copies to look at are cleared by then, and the clipboard may not hold what Python made after Python has ended.
    """
    QGuiApplication.clipboard().setMimeData(_of(*paths))
    let_go_at_end()


def let_go_at_end() -> None:
    """Sees to it that the clipboard is let go of before the program ends."""
    application = QGuiApplication.instance()
    if application is not None:
        application.aboutToQuit.connect(let_go)


def let_go() -> None:
    """Takes off the clipboard what this program put there."""
    clipboard = QGuiApplication.clipboard()
    # Without a screen the clipboard is nobody else's, and does not say that it is ours.
    if clipboard.ownsClipboard() or QGuiApplication.platformName() in {"offscreen", "minimal"}:
        clipboard.clear()


def _of(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


class FileHandle(QLabel):
    """What is taken hold of to drag a file to a mail or a folder.

    `wanted` asks for the file as soon as the button goes down; `ready` begins the drag when it is there, if the button is still
    down and the pointer has moved.
    """

    wanted = Signal()

    def __init__(self, text: str, tip: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("part", "small")
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._from: QPoint | None = None
        self._path: Path | None = None

    def ready(self, path: Path) -> None:
        """The file to drag stands here."""
        self._path = path

    def path(self) -> Path | None:
        """The file that would be dragged, where it is there."""
        return self._path

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.isEnabled():
            self._from = event.position().toPoint()
            self._path = None
            self.wanted.emit()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._from = None

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        begun, path = self._from, self._path
        if begun is None or path is None:
            return
        far = (event.position().toPoint() - begun).manhattanLength() >= QApplication.startDragDistance()
        if far and event.buttons() & Qt.MouseButton.LeftButton:
            self._from = None
            drag = QDrag(self)
            drag.setMimeData(_of(path))
            drag.exec(Qt.DropAction.CopyAction)
