"""Undo and redo of a dossier as acts of a window; in a text field Ctrl+Z takes the typing back first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid
from typing_extensions import override

from orapp.ui.kit.editor import DossierEditor

UNDO_KEYS = ("Ctrl+Z",)
REDO_KEYS = ("Ctrl+Y", "Ctrl+Shift+Z")


class EditorActs(QObject):
    """`undo` and `redo` for a menu or a button; their keys work anywhere inside `screen`."""

    def __init__(self, editor: DossierEditor, screen: QWidget) -> None:
        super().__init__(screen)
        self._editor = editor
        self._screen = screen
        self._watched: QWidget | None = None
        self.undo = self._act(UNDO_KEYS, "ongedaan-maken")
        self.redo = self._act(REDO_KEYS, "opnieuw")
        self.undo.triggered.connect(editor.undo)
        self.redo.triggered.connect(editor.redo)
        editor.steps_changed.connect(self._show)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._watch)
        self._show()

    def _act(self, keys: tuple[str, ...], object_name: str) -> QAction:
        action = QAction(self)
        action.setObjectName(object_name)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._screen.addAction(action)
        return action

    def _show(self) -> None:
        undo, redo = self._editor.undo_words, self._editor.redo_words
        self.undo.setText(self.tr("Ongedaan maken: {what}").format(what=undo) if undo else self.tr("Ongedaan maken"))
        self.redo.setText(self.tr("Opnieuw: {what}").format(what=redo) if redo else self.tr("Opnieuw"))
        self.undo.setEnabled(bool(undo))
        self.redo.setEnabled(bool(redo))

    def _watch(self, _before: QWidget | None, now: QWidget | None) -> None:
        # A field that goes while it has the focus tells so when it is half gone.
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._forget)
        self._watched = None
        if isinstance(now, QLineEdit | QPlainTextEdit | QTextEdit) and self._screen.isAncestorOf(now):
            now.installEventFilter(self)
            now.destroyed.connect(self._forget)
            self._watched = now

    def _forget(self) -> None:
        self._watched = None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._is_ours(watched, event):
            # A field takes these keys even when it has nothing to take back; then they are the dossier's.
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    @staticmethod
    def _is_ours(field: QObject, event: QKeyEvent) -> bool:
        pressed = QKeySequence(event.keyCombination())
        undo = pressed in [QKeySequence(key) for key in UNDO_KEYS]
        redo = pressed in [QKeySequence(key) for key in REDO_KEYS]
        if isinstance(field, QLineEdit):
            return (undo and not field.isUndoAvailable()) or (redo and not field.isRedoAvailable())
        if isinstance(field, QPlainTextEdit | QTextEdit):
            document = field.document()
            return (undo and not document.isUndoAvailable()) or (redo and not document.isRedoAvailable())
        return False
