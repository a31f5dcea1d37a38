"""Keeps what stands typed in a sheet while it is open, so that a program that was broken off gives it back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QPushButton
from shiboken6 import isValid

from orapp.ui.kit.a11y import announce
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.typed_lines import TypedLines

if TYPE_CHECKING:
    from orapp.ui.kit.dialogs import Sheet
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.workplace import Workplace

DRAFT_AFTER = 400
_MARK = "venster"


class SheetDrafts(QObject):
    """The drafts of one sheet about one item. Done or cancelled they are gone; Esc and a crash leave them for the next time.

    What is put back is said in a line at the top of the sheet.
    """

    def __init__(self, sheet: Sheet, place: Workplace, editor: DossierEditor, item_id: str, cancel: QPushButton) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._place = place
        self._editor = editor
        self._item_id = item_id
        self._lines = TypedLines(sheet)
        self._kept: dict[str, str] = {}
        self._again = text_label(self.tr("Wat u hier eerder typte en niet vastlegde, staat er weer."), "small", wrap=True)
        self._again.setObjectName("weer-terug")
        self._again.hide()
        sheet.body.insertWidget(1, self._again)
        place.look.dress(self._again)
        self._timer = QTimer(self, singleShot=True, interval=DRAFT_AFTER)
        self._timer.timeout.connect(self._keep)
        self._lines.follow(self._follow)
        sheet.accepted.connect(self._forget)
        sheet.rejected.connect(self._keep_last)
        # The button is connected to `reject` first: what that kept is forgotten after it.
        cancel.clicked.connect(self._forget)
        editor.find_drafts(self._take)

    def _field(self, name: str) -> str:
        return f"{_MARK}/{self._sheet.objectName()}/{name}"

    def _follow(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _keep(self) -> None:
        typed = self._lines.typed()
        for name in sorted(typed.keys() | self._kept.keys()):
            words = typed.get(name, "")  # nothing where it stands again as it did at first
            if words != self._kept.get(name, ""):
                self._kept[name] = words
                self._editor.put_draft(self._item_id, self._field(name), words)

    def _keep_last(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._keep()

    def _take(self, drafts: Mapping[tuple[str, str, str], str]) -> None:
        if not isValid(self):
            return  # the sheet was closed before the answer came
        start = self._field("")
        found = {
            field.removeprefix(start): text
            for (item_id, field, window), text in drafts.items()
            if item_id == self._item_id and window == self._place.here.window and field.startswith(start)
        }
        self._kept = {**found, **self._kept}
        if self._lines.put({name: text for name, text in found.items() if text}):
            self._again.show()
            announce(self._again, self._again.text())

    def _forget(self) -> None:
        self._timer.stop()
        for name in self._kept:
            self._editor.clear_draft(self._item_id, self._field(name))
        self._kept.clear()
