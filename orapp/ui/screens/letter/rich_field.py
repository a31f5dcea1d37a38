"""A field of several lines in a letter, written as its sections are: with looks, lists, tables and references."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from orapp.letters.typed_lines import LineKind
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import button
from orapp.ui.screens.letter import rich_acts, rich_levels
from orapp.ui.screens.letter.field_pieces import FieldPiece
from orapp.ui.screens.letter.own_text import INSERT, QUOTE_WITH_SOURCE, OwnText
from orapp.ui.screens.letter.rich_insert import open_insertion
from orapp.ui.screens.letter.rich_pieces import naming_of
from orapp.ui.screens.letter.rich_reading import table_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from orapp.domain.dossier import Dossier
    from orapp.letters.shown_fields import ShownField
    from orapp.ui.kit.workplace import Workplace

    Stuff = Callable[[], tuple[Dossier, str]]
    """The dossier of the letter as it stands, and the request that the letter is about."""

LINES = 2
_COLUMNS = (2, 3)


class RichPiece(FieldPiece):
    """Several lines, as high as what stands there. What the bar of a section does stands in one menu, `tools`."""

    insertion_opened = Signal(object, object)  # the sheet, and the text in which its choice comes

    def __init__(self, place: Workplace, shown: ShownField, stuff: Stuff, *, read_only: bool) -> None:
        self._stuff = stuff
        self._dossier: Dossier | None = None
        super().__init__(place, shown, read_only=read_only)

    def _build(self) -> QWidget:
        outline, look = self.shown.outline, self._place.look
        self._dossier = self._stuff()[0]
        naming = naming_of(self._dossier, self._place.law)
        self.edit = OwnText(look, f"veld-{self.key}", outline.label, self.shown.value, naming, least=LINES)
        a11y.name(self.edit, f"veld-{self.key}", outline.label, outline.hint)
        self.edit.setPlaceholderText(outline.hint)
        self.edit.written.connect(self._tell)
        self.edit.left.connect(self.left.emit)
        self.edit.menu_asked.connect(self._insert)
        self.tools: QPushButton = button(self.tr("Opmaak"), f"opmaak-{self.key}", "link")
        self.tools.setAccessibleName(self.tr("Opmaak van {label}").format(label=outline.label))
        self.tools.setToolTip(self.tools.accessibleName())
        # A press leaves the caret where it is.
        self.tools.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tools.clicked.connect(self._offer)
        return self.edit

    def _put(self) -> None:
        self.edit.show_text(self.shown.value)
        dossier = self._stuff()[0]
        if dossier is not self._dossier:
            self._dossier = dossier
            self.edit.rename(naming_of(dossier, self._place.law))

    def set_read_only(self) -> None:
        """Only to be read."""
        self.edit.setReadOnly(True)
        self.tools.hide()

    def _insert(self, what: str) -> None:
        sheet = open_insertion(what, self.edit, self._place.look, *self._stuff(), self._place.law())
        self.insertion_opened.emit(sheet, self.edit)

    # -- the menu ------------------------------------------------------------------------------------------------------

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("opmaak-menu")
        for words, act in self._acts():
            menu.addAction(words).triggered.connect(partial(self._do, act))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.tools.mapToGlobal(self.tools.rect().bottomLeft()))

    def _do(self, act: Callable[[], object]) -> None:
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        act()

    def _acts(self) -> list[tuple[str, Callable[[], object]]]:
        edit, dress = self.edit, self.edit.dress
        found: list[tuple[str, Callable[[], object]]] = [
            (self.tr("Vet (Ctrl+B)"), partial(rich_acts.turn_bold, edit)),
            (self.tr("Cursief (Ctrl+I)"), partial(rich_acts.turn_italic, edit)),
        ]
        kinds = (
            (self.tr("Opsomming (Ctrl+Shift+8)"), LineKind.BULLET),
            (self.tr("Genummerde lijst (Ctrl+Shift+7)"), LineKind.NUMBERED),
            (self.tr("Citaat (Ctrl+Shift+9)"), LineKind.QUOTE),
        )
        found += [(words, partial(rich_acts.turn_kind, edit, kind, dress)) for words, kind in kinds]
        found += [
            (self.tr("Onder het punt erboven (Ctrl+])"), partial(rich_levels.go_down, edit, dress)),
            (self.tr("Weer op het eerste niveau (Ctrl+[)"), partial(rich_levels.go_up, edit, dress)),
            (self.tr("Citaat met bron… (Ctrl+Shift+Q)"), partial(edit.menu_asked.emit, QUOTE_WITH_SOURCE)),
        ]
        if table_at(edit.textCursor()) is None:
            words = self.tr("Nieuwe tabel met {n} kolommen")
            found += [(words.format(n=n), partial(rich_acts.put_table, edit, n, dress)) for n in _COLUMNS]
        else:
            changes = (
                (self.tr("Rij eronder"), "row"),
                (self.tr("Kolom ernaast"), "column"),
                (self.tr("Deze rij weg"), "no-row"),
                (self.tr("Deze kolom weg"), "no-column"),
                (self.tr("Hele tabel weg"), "table"),
            )
            found += [(words, partial(rich_acts.change_table, edit, what, dress)) for words, what in changes]
        found.append((self.tr("Invoegen uit het dossier… (Ctrl+Shift+I)"), partial(edit.menu_asked.emit, INSERT)))
        return found
