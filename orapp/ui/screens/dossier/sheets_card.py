"""The tables of a dossier: fte, risks, measurements. The chosen one is shown in full, and its cells are typed or pasted."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from orapp.domain.editing import change
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import Card, button
from orapp.ui.kit.dialogs import Sheet as Dialog
from orapp.ui.kit.item_list import ItemList
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import BASE_PIXELS
from orapp.ui.kit.tables import Cell, Column, FittedTable, RowModel
from orapp.ui.screens.dossier.item_kinds_course import CourseKinds

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from orapp.domain.dossier import Dossier
    from orapp.domain.papers import Sheet
    from orapp.services.failures import Failure
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.workplace import Workplace

Row = tuple[str, ...]
# What stands beside the words of a cell, and how much of the width of a card its columns may ask before the rest is shared.
BESIDE_PIXELS, SHARED_PIXELS = 18, 500


def written(sheet: Sheet) -> str:
    """A table as text: its headings, then a row a line, with tabs between the cells."""
    return "\n".join("\t".join(_plain(cell) for cell in row) for row in (sheet.columns, *sheet.rows))


def read(text: str) -> tuple[Row, tuple[Row, ...]]:
    """Headings and rows from text with tabs, as Excel and Word copy it; short rows are filled up to one length."""
    lines = [line.split("\t") for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip()]
    width = max((len(line) for line in lines), default=0)
    rows = [tuple(cell.strip() for cell in line) + ("",) * (width - len(line)) for line in lines]
    return (rows[0], tuple(rows[1:])) if rows else ((), ())


def _plain(cell: str) -> str:
    return " ".join(cell.split())


class CellsText(QPlainTextEdit):
    """Text in which Tab parts two cells; Ctrl+Tab leads out of it, so that the keyboard is not held."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if with_control and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            a11y.step_by_sight(self.window(), forward=event.key() == Qt.Key.Key_Tab)
            return
        super().keyPressEvent(event)


class CellsDialog(Dialog):
    """The cells of one table as text, to type or to paste from Excel."""

    def __init__(self, parent: QWidget, place: Workplace, editor: DossierEditor, sheet: Sheet) -> None:
        super().__init__(parent, place.look, self.tr("Inhoud van de tabel"), "tabel-inhoud")
        self._place = place
        self._editor = editor
        self._sheet = sheet
        words = self.tr(
            "Een rij per regel, met een tab tussen de cellen; de eerste regel heeft de koppen. U kunt hier uit Excel plakken. "
            "Met Ctrl+Tab gaat u verder."
        )
        told = text_label(words, "quiet", wrap=True)
        self.body.addWidget(told)
        self._text = CellsText(written(sheet))
        told.setBuddy(self._text)
        a11y.name(self._text, "tabel-tekst", self.tr("Cellen van de tabel"), words)
        self.body.addWidget(self._text, 1)
        self._refusal = text_label("", "refusal", wrap=True)
        self._refusal.hide()
        self.body.addWidget(self._refusal)
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = button(self.tr("Annuleren"), "tabel-annuleren")
        cancel.clicked.connect(self.reject)
        save = button(self.tr("Bewaren"), "tabel-bewaren", "primary")
        save.clicked.connect(self.save)
        row.addWidget(cancel)
        row.addWidget(save)
        self.body.addLayout(row)
        self.take_size(720, 480)
        self._text.setFocus()

    def save(self) -> None:
        """Keeps the cells; a table without headings is refused."""
        columns, rows = read(self._text.toPlainText())
        if not columns:
            self._refuse(self.tr("Vul ten minste een regel met koppen in."))
            return
        after = replace(self._sheet, columns=columns, rows=rows)
        words = self.tr("inhoud van een tabel gewijzigd")
        self._editor.submit(
            change("sheets", self._sheet, after), words, owner=self, done=lambda _kept: self.accept(), failed=self._failed
        )

    def _failed(self, failure: Failure) -> None:
        self._refuse(self._place.said(failure))

    def _refuse(self, words: str) -> None:
        self._refusal.setText(words)
        self._refusal.show()
        a11y.announce(self._text, words, urgent=True)


class SheetsCard(Card):
    """The list of tables, and below it the cells of the one that is chosen."""

    def __init__(self, place: Workplace, editor: DossierEditor) -> None:
        super().__init__(place.look)
        self._place = place
        self._editor = editor
        self._shown: Sheet | None = None
        self.items: ItemList[Sheet] = ItemList(editor, place, CourseKinds(place, self).sheets(), "tabellen")
        self.body.addWidget(self.items)
        self._edit = button(self.tr("Inhoud bewerken"), "tabel-bewerken", "link")
        self._edit.clicked.connect(self.edit_cells)
        head = QHBoxLayout()
        self._title = text_label("", "strong", wrap=True)
        head.addWidget(self._title, 1)
        head.addWidget(self._edit)
        self.body.addLayout(head)
        self._cells = QVBoxLayout()
        self.body.addLayout(self._cells)
        self.table: FittedTable[Row] | None = None
        self.items.chosen.connect(lambda _sheet: self._show_chosen())

    def show_dossier(self, dossier: Dossier, request_id: str) -> None:
        """Shows the tables; the one that was chosen stays so."""
        self.items.show_items(dossier, request_id)
        self._show_chosen()

    def edit_cells(self) -> None:
        """Opens the cells of the chosen table."""
        if self._shown is not None:
            CellsDialog(self.window(), self._place, self._editor, self._shown).open()

    def _show_chosen(self) -> None:
        current, dossier = self.items.grid().current(), self._editor.dossier
        sheet = next((one for one in dossier.sheets if one.id == current.id), None) if dossier and current else None
        self._edit.setVisible(sheet is not None)
        self._title.setVisible(sheet is not None)
        if sheet == self._shown:
            return
        self._shown = sheet
        if self.table is not None:
            self.table.hide()
            self.table.deleteLater()
            self.table = None
        if sheet is None:
            return
        self._title.setText(sheet.title)
        columns: list[Column[Row]] = [
            Column(key=str(number), title=title, cell=partial(_cell, number), pixels=pixels, weight=2 if not number else 1)
            for number, (title, pixels) in enumerate(zip(sheet.columns, self._least(sheet), strict=True))
        ]
        self.table = FittedTable(RowModel(columns), self._place.look, "tabel-cellen", sheet.title)
        self._cells.addWidget(self.table)
        self.table.row_model.show(sheet.rows)

    def _least(self, sheet: Sheet) -> tuple[int, ...]:
        """For each column the room of its longest word, in pixels at usual text; all together they leave something to share."""
        look = self._place.look
        metrics = QFontMetricsF(look.font(BASE_PIXELS))
        found = []
        for number in range(len(sheet.columns)):
            words = [word for row in sheet.rows for word in _cell(number, row).text.split()]
            widest = max(map(metrics.horizontalAdvance, words), default=0) * 100 / look.text_percent
            found.append(ceil(widest) + BESIDE_PIXELS)
        return shared_pixels(found)


def shared_pixels(wanted: list[int]) -> tuple[int, ...]:
    """What columns get of the pixels that they share: what a narrow one does not need, the wide ones have."""
    got, left = list(wanted), SHARED_PIXELS
    for place, number in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        got[number] = min(wanted[number], left // (len(wanted) - place))
        left -= got[number]
    return tuple(got)


def _cell(number: int, row: Row) -> Cell:
    return Cell(text=row[number] if number < len(row) else "")
