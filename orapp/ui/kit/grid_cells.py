"""Paints the cells of an editable list, and opens and closes the editor of one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QWidget
from typing_extensions import override

from orapp.domain.dossier import code
from orapp.domain.items import Item
from orapp.ui.kit.cells import CellDelegate
from orapp.ui.kit.fields import Field
from orapp.ui.kit.grid_editors import FieldEditor, TextEditor, cell_keys, make_editor
from orapp.ui.kit.look import restyle
from orapp.ui.kit.workplace import Workplace

if TYPE_CHECKING:
    from orapp.ui.kit.grid import Grid

Part = TypeVar("Part", bound=Item)
AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The editor that is open: of which cell, with what it began, and the item as it was then."""

    editor: FieldEditor
    item: Item
    field: Field
    index: QPersistentModelIndex
    began: str


class GridDelegate(CellDelegate, Generic[Part]):
    """Cells with a frame around the current one. One editor is open at a time; leaving it keeps what was typed."""

    def __init__(self, place: Workplace, grid: Grid[Part]) -> None:
        super().__init__(place.look, grid)
        self._place = place
        self._grid = grid
        self.opened: Opened | None = None
        self._closing = False

    def editor_height(self, row: int) -> int:
        """How high the open editor in this row wants to be, or 0."""
        opened = self.opened
        if opened is None or opened.index.row() != row:
            return 0
        box = opened.editor.box if isinstance(opened.editor, TextEditor) else None
        return (box.wanted_height() if box is not None else opened.editor.widget.sizeHint().height()) + self._place.look.px(2)

    @override
    def _paint_current(self, painter: QPainter, box: QRect, index: AnyIndex) -> None:
        """Here a cell is current, and not only a row: a frame shows which."""
        if not self._grid.hasFocus() or index != self._grid.currentIndex():
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._place.look.colour("accent"), 2))
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -2), 3, 3)
        painter.restore()

    # --------------------------------------------------------------------------------------------------------- editor

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:
        item, field = self._grid.row_model.row_at(index), self._grid.field_of(index)
        if item is None or field is None:
            return super().createEditor(parent, option, index)
        editor = make_editor(self._place, field, self._grid.grid_model.choices(field), in_cell=True)
        editor.show(getattr(item, field.key))
        editor.widget.setParent(parent)
        editor.widget.setObjectName(f"{self._grid.objectName()}-{field.key}")
        shown = code(self._grid.grid_model.kind.collection, item)
        named = f"{field.label.replace('&', '')} {shown}".strip()
        editor.widget.setAccessibleName(named)
        editor.focus.setAccessibleName(named)
        editor.widget.setAutoFillBackground(True)
        editor.focus.installEventFilter(self)
        self.opened = Opened(editor=editor, item=item, field=field, index=QPersistentModelIndex(index), began=editor.text())
        self._show_wrong(self.opened, "")
        editor.edited.connect(self._typed)
        editor.picked.connect(lambda: self._picked(editor))
        if isinstance(editor, TextEditor):
            editor.box.grown.connect(self._grow)
        return editor.widget

    def begin(self, text: str | None, *, replace: bool) -> None:
        """Puts the keyboard in the editor that was opened; `text` was typed already, or is put back."""
        opened = self.opened
        if opened is None:
            return
        opened.editor.focus.setFocus(Qt.FocusReason.OtherFocusReason)
        if text is None:
            opened.editor.select_all()
        elif replace:
            opened.editor.begin_with(text)
        else:
            opened.editor.put_text(text)
            self._typed()
        self._grow()

    def _typed(self) -> None:
        opened = self.opened
        if opened is not None:
            self._show_wrong(opened, "")
            self._grid.typed.emit(opened.item.id, opened.field, opened.editor.text())

    def _picked(self, editor: FieldEditor) -> None:
        if self.opened is not None and self.opened.editor is editor and self.finish(keep=True):
            self._grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _grow(self) -> None:
        opened = self.opened
        if opened is not None and opened.index.isValid():
            row = opened.index.row()
            self._grid.fit_rows(row, row)
            self._place_editor(opened)
            self._grid.see_current()

    @override
    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        """The editor showed its value when it was opened; a change from elsewhere does not touch what is being typed."""

    @override
    def setModelData(self, editor: QWidget, model: object, index: AnyIndex) -> None:
        """What was typed is kept by `finish`."""

    @override
    def destroyEditor(self, editor: QWidget, index: AnyIndex) -> None:
        if self.opened is not None and editor is self.opened.editor.widget:
            self.opened = None  # Qt took it away by itself: it may not be asked for its height or its text any more
        super().destroyEditor(editor, index)

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        if self.opened is not None and editor is self.opened.editor.widget:
            self._place_editor(self.opened)

    def _place_editor(self, opened: Opened) -> None:
        index = self._grid.row_model.index(opened.index.row(), opened.index.column())
        box = self._grid.visualRect(index)
        widget = opened.editor.widget
        width = max(box.width(), min(widget.minimumSizeHint().width(), self._grid.viewport().width()))
        left = max(0, min(box.left(), self._grid.viewport().width() - width))
        height = box.height() - 1 if isinstance(opened.editor, TextEditor) else min(box.height() - 1, widget.sizeHint().height())
        if isinstance(opened.editor, TextEditor):
            height = max(height, opened.editor.box.wanted_height())
            opened.editor.box.setMaximumHeight(height)
        widget.setGeometry(left, box.top(), width, height)

    def finish(self, *, keep: bool, leaving: bool = False) -> bool:
        """Closes the open editor. What is refused keeps it open, unless the keyboard is elsewhere already (`leaving`)."""
        opened = self.opened
        if opened is None or self._closing:
            return True
        text = opened.editor.text()
        touched = text != opened.began
        found = opened.editor.read() if keep and touched else None
        if found is not None and found.refusal and not leaving:
            self._show_wrong(opened, found.refusal)
            self._grid.refused.emit(opened.item, opened.field, "", found.refusal)
            return False
        self._close(opened)
        if found is None:
            self._grid.left.emit(opened.item.id, opened.field, False)
        elif found.refusal:
            self._grid.refused.emit(opened.item, opened.field, text, found.refusal)
        else:
            self._grid.committed.emit(opened.item, opened.field, found.value)
        return True

    def _close(self, opened: Opened) -> None:
        self._closing = True
        self.opened = None
        had_focus = opened.editor.focus.hasFocus()
        row = opened.index.row()
        self.closeEditor.emit(opened.editor.widget, self.EndEditHint.NoHint)
        if had_focus:
            self._grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self._grid.fit_rows(row, row)
        self._closing = False

    @staticmethod
    def _show_wrong(opened: Opened, refusal: str) -> None:
        wrong = "true" if refusal else "false"
        if opened.editor.focus.property("refused") != wrong:
            opened.editor.focus.setProperty("refused", wrong)
            restyle(opened.editor.focus)
        keys = cell_keys() if isinstance(opened.editor, TextEditor) else ""
        opened.editor.focus.setAccessibleDescription(refusal or keys)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        opened = self.opened
        if opened is None or watched not in (opened.editor.focus, opened.editor.widget):
            return False
        if event.type() == QEvent.Type.FocusOut:
            self._focus_left(opened)
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is opened.editor.focus:
            return self._pressed(opened, event)
        return False

    def _pressed(self, opened: Opened, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        start = self._grid.row_model.index(opened.index.row(), opened.index.column())
        match event.key():
            case Qt.Key.Key_Escape:
                self.finish(keep=False)
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                if self.finish(keep=True):
                    self._grid.walk(start, -1 if event.key() == Qt.Key.Key_Backtab else 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if control or not isinstance(opened.editor, TextEditor):
                self.finish(keep=True)
            case _:
                return False
        return True

    def _focus_left(self, opened: Opened) -> None:
        now = QApplication.focusWidget()
        inside = now is not None and (now is opened.editor.widget or opened.editor.widget.isAncestorOf(now))
        away = not self._grid.window().isActiveWindow() or QApplication.activePopupWidget() is not None
        if not inside and not away and not self._closing:
            self.finish(keep=True, leaving=True)
