"""What the tabs of a dossier share: what they are made of, what they are shown, and what they ask of the screen around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from orapp.ui.kit.beginning_menu import BeginButton
from orapp.ui.kit.dressing import as_frame
from orapp.ui.kit.item_list import ItemList

if TYPE_CHECKING:
    from collections.abc import Callable

    from orapp.letters.beginnings import Thing
    from orapp.services.desk import Desk
    from orapp.services.dossiers import DossierView
    from orapp.ui.kit.beginning_menu import Source
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.workplace import Workplace


class DossierTab(QWidget):
    """One tab of one dossier. It is shown a view again and again, and keeps focus, choice and typed text meanwhile.

    `part_opened` asks for another tab with an item, `letter_asked` for a letter (kind, request id, letter id; empty where
    there is none), `letter_begun` for a new one (Beginning), `proof_asked` for the proof sheet of a deadline.
    """

    part_opened = Signal(str, str)
    letter_asked = Signal(str, str, str)
    letter_begun = Signal(object)
    proof_asked = Signal(object)

    def __init__(self, desk: Desk, place: Workplace, editor: DossierEditor, object_name: str) -> None:
        super().__init__()
        self._desk = desk
        self._place = place
        self._editor = editor
        self._view: DossierView | None = None
        self._request_id = ""
        self.setObjectName(object_name)
        as_frame(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(place.look.px(10))

    def begin_button(self, name: str, chosen: Callable[[], Thing | None], part: str = "link") -> BeginButton:
        """A button that begins a letter from what is chosen on this tab."""

        def source() -> Source | None:
            thing, dossier = chosen(), self._editor.dossier or (self._view.dossier if self._view is not None else None)
            if not thing or dossier is None:
                return None
            found = dossier, thing
            return lambda: found

        made = BeginButton(self._place, lambda: self._desk.letters, name, source, part)
        made.begun.connect(self.letter_begun.emit)
        return made

    def hold(self, part: QWidget) -> None:
        """A part that may never be looked at belongs to the tab all the same, and goes with it."""
        part.hide()
        part.setParent(self)

    def show_view(self, view: DossierView, request_id: str) -> None:
        """Shows the dossier as it stands, with what belongs to one request where that matters."""
        self._view = view
        self._request_id = request_id
        self.refresh(view, request_id)

    def refresh(self, view: DossierView, request_id: str) -> None:
        """Brings what stands on the screen in line with a view."""
        raise NotImplementedError

    def choose(self, item_id: str) -> None:
        """Goes to an item, where this tab has it."""
        raise NotImplementedError

    def take_keys(self, otherwise: QWidget) -> None:
        """Puts the keyboard where the work is: in the first list that is seen here, else somewhere else."""
        found: list[QWidget] = [*self.findChildren(ItemList), *self.findChildren(QAbstractItemView)]
        seen = [widget for widget in found if widget.isVisible()]
        target = min(seen, key=lambda widget: widget.mapTo(self, QPoint(0, 0)).y(), default=otherwise)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
