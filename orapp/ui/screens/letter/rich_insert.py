"""Puts something of the dossier into a letter at the caret: a field to search in, with what was found below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QStackedWidget, QWidget
from typing_extensions import override

from orapp.domain.dossier import code
from orapp.law.plain_words import plain
from orapp.letters.typed_lines import LineKind, TypedLine, text_of
from orapp.letters.typed_stretches import Stretch
from orapp.letters.wording import one_line
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import button, empty_hint
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.tables import Cell, Column, RowModel, Table
from orapp.ui.screens.letter.own_text import QUOTE_WITH_SOURCE
from orapp.ui.screens.letter.rich_pieces import Piece, pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orapp.domain.dossier import Dossier
    from orapp.law.book import LawBook
    from orapp.ui.kit.look import Look
    from orapp.ui.screens.letter.own_text import OwnText

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class InsertSheet(Sheet):
    """`chosen` gives typed text. The keys stay in the field: arrows choose, Enter refers, Shift+Enter gives the words."""

    chosen = Signal(str)
    earlier_asked = Signal(str)  # what stands in the field

    def __init__(self, parent: QWidget, look: Look, offered: Sequence[Piece]) -> None:
        super().__init__(parent, look, self.tr("Invoegen uit het dossier"), "invoegen-venster")
        self._offered = [_findable(piece) for piece in offered]
        self.field = QLineEdit()
        a11y.name(self.field, "invoegen-zoeken", self.tr("Zoek op code, woorden of soort"))
        self.field.setPlaceholderText(self.tr("Zoek op code, woorden of soort"))
        self.field.setClearButtonEnabled(True)
        self.body.addWidget(self.field)
        columns: list[Column[Piece]] = [
            Column(key="what", title=self.tr("Wat"), cell=_what, weight=1),
            Column(key="kind", title=self.tr("Soort"), cell=lambda row: Cell(text=row.kind, quiet=True), pixels=140),
        ]
        model: RowModel[Piece] = RowModel(columns)
        self.table = Table(model, look, "invoegen-lijst", self.tr("Wat ingevoegd kan worden"))
        self.table.horizontalHeader().hide()
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing = empty_hint(self.tr("Niets gevonden. Probeer een ander woord of een code, zoals V2."))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._nothing)
        self.body.addWidget(self._pages, 1)
        self.body.addWidget(
            text_label(
                self.tr("Een verwijzing blijft kloppen als de titel, de datum of het nummer verandert."), "small", wrap=True
            )
        )
        self.body.addLayout(self._build_acts())
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._search)
        self.table.doubleClicked.connect(lambda _index: self._choose(words=False))
        self.table.row_chosen.connect(lambda _row: self._show_acts())
        self.take_size(640, 460)
        self._search("")
        self.field.setFocus()

    def _build_acts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.earlier = button(self.tr("&Eerdere brieven…"), "invoegen-eerder")
        self.earlier.setToolTip(self.tr("Wat schreven wij eerder?"))
        self.earlier.clicked.connect(self._ask_earlier)
        self.earlier.hide()
        row.addWidget(self.earlier)
        row.addStretch(1)
        self.refer = button(self.tr("&Verwijzing invoegen"), "invoegen-verwijzing", "primary")
        self.refer.setToolTip(self.tr("Enter"))
        self.refer.clicked.connect(lambda: self._choose(words=False))
        self.say = button(self.tr("&Tekst invoegen"), "invoegen-woorden")
        self.say.setToolTip(self.tr("Shift+Enter"))
        self.say.clicked.connect(lambda: self._choose(words=True))
        cancel = button(self.tr("&Annuleren"), "invoegen-annuleren")
        cancel.clicked.connect(self.close)
        row.addWidget(cancel)
        row.addWidget(self.say)
        row.addWidget(self.refer)
        return row

    def _search(self, typed: str) -> None:
        asked = plain(typed).split()
        rows = tuple(piece for piece, words in self._offered if all(f" {one}" in words for one in asked))
        exact = typed.strip().casefold()
        self.table.row_model.show(tuple(sorted(rows, key=lambda piece: bool(exact) and piece.name.casefold() != exact)))
        self.table.choose_first()
        self._pages.setCurrentWidget(self.table if rows else self._nothing)
        self._show_acts()

    def offer_more(self, more: Sequence[Piece]) -> None:
        """Offers these too, before the rest: what the council keeps of its own."""
        self._offered = [*(_findable(piece) for piece in more), *self._offered]
        self._search(self.field.text())

    def _ask_earlier(self) -> None:
        typed = self.field.text()
        self.close()
        self.earlier_asked.emit(typed)

    def chosen_piece(self) -> Piece | None:
        """The line that is chosen."""
        return self.table.current()

    def _show_acts(self) -> None:
        piece = self.chosen_piece()
        self.refer.setEnabled(piece is not None and bool(piece.reference))
        self.say.setEnabled(piece is not None and bool(piece.words))
        if piece is not None:
            a11y.announce(self.field, f"{piece.name} {piece.begins}, {piece.kind}")

    def _choose(self, *, words: bool) -> None:
        piece = self.chosen_piece()
        if piece is None:
            return
        text = (piece.words or piece.reference) if words else (piece.reference or piece.words)
        self.close()
        self.chosen.emit(text)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._choose(words=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
                return True
            if key in _STEPS:
                model, at = self.table.model(), self.table.currentIndex().row() + _STEPS[key]
                self.table.setCurrentIndex(model.index(max(0, min(model.rowCount() - 1, at)), 0))
                self._show_acts()
                return True
        return super().eventFilter(watched, event)


def _findable(piece: Piece) -> tuple[Piece, str]:
    return piece, f" {plain(f'{piece.name} {piece.begins} {piece.kind}')}"


def _what(piece: Piece) -> Cell:
    return Cell(text=piece.name or piece.begins, second=piece.begins if piece.name else "", strong=bool(piece.name))


class QuoteSheet(Sheet):
    """A quotation with where it stands: the passage, the paper and the page. `chosen` gives typed text."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, look: Look, dossier: Dossier, passage: str) -> None:
        super().__init__(parent, look, self.tr("Citaat met bron"), "citaat-venster")
        self.passage = QPlainTextEdit(passage)
        a11y.name(self.passage, "citaat-tekst", self.tr("Het citaat, letterlijk"))
        self.passage.setTabChangesFocus(True)
        self.paper = QComboBox()
        a11y.name(self.paper, "citaat-stuk", self.tr("Uit welk stuk"))
        self.paper.addItem(self.tr("geen stuk uit dit dossier"), "")
        for one in sorted(dossier.papers, key=lambda item: (item.position, item.number)):
            self.paper.addItem(f"{code('papers', one)} {one_line(one.title)}".strip(), one.id)
        self.paper.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.page = QLineEdit()
        a11y.name(self.page, "citaat-plaats", self.tr("Waar: bladzijde, paragraaf, of een andere bron"))
        self.page.setPlaceholderText(self.tr("blz. 3"))
        labels: tuple[tuple[str, QWidget, int], ...] = (
            (self.tr("Het &citaat, letterlijk"), self.passage, 1),
            (self.tr("&Uit welk stuk"), self.paper, 0),
            (self.tr("&Waar"), self.page, 0),
        )
        for words, widget, stretch in labels:
            self.body.addWidget(a11y.label_for(words, widget))
            self.body.addWidget(widget, stretch)
        self.refused = text_label("", "refusal", wrap=True)
        self.refused.hide()
        self.body.addWidget(self.refused)
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = button(self.tr("&Annuleren"), "citaat-annuleren")
        cancel.clicked.connect(self.close)
        row.addWidget(cancel)
        act = button(self.tr("&Invoegen"), "citaat-invoegen", "primary")
        act.setDefault(True)
        act.clicked.connect(self._choose)
        row.addWidget(act)
        self.body.addLayout(row)
        self.page.returnPressed.connect(self._choose)
        self.take_size(560, 400)
        (self.page if passage else self.passage).setFocus()

    def _choose(self) -> None:
        said = [line.strip() for line in self.passage.toPlainText().splitlines() if line.strip()]
        if not said:
            words = self.tr("Vul het citaat in.")
            self.refused.setText(words)
            self.refused.show()
            self.passage.setFocus()
            a11y.announce(self.passage, words, urgent=True)
            return
        lines = [TypedLine(kind=LineKind.QUOTE, stretches=(Stretch(text=line),)) for line in said]
        paper, where = self.paper.currentData(), self.page.text().strip()
        source = (Stretch(ref=paper), Stretch(text=f", {where}" if where else "")) if paper else (Stretch(text=where),)
        bare = tuple(one for one in source if one.ref or one.text)
        if bare:
            lines.append(TypedLine(kind=LineKind.SOURCE, stretches=bare))
        self.close()
        self.chosen.emit(text_of(lines))


def open_insertion(
    what: str, edit: OwnText, look: Look, dossier: Dossier, request_id: str, law: LawBook
) -> InsertSheet | QuoteSheet:
    """Opens what was asked at a text; what is chosen comes at its caret, and the keys go back to it."""
    if what == QUOTE_WITH_SOURCE:
        sheet: InsertSheet | QuoteSheet = QuoteSheet(edit.window(), look, dossier, edit.textCursor().selection().toPlainText())
    else:
        sheet = InsertSheet(edit.window(), look, pieces(dossier, request_id, law))
    sheet.chosen.connect(edit.put_in_typed)
    sheet.finished.connect(lambda _result: edit.setFocus(Qt.FocusReason.OtherFocusReason))
    sheet.open()
    return sheet
