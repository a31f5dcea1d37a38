"""What the council wrote before: a search over the letters that were sent, of which a passage can be put in."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QTextBrowser, QWidget
from typing_extensions import override

from orapp.law.plain_words import plain
from orapp.letters.typed_lines import LineKind, TypedLine, text_of
from orapp.letters.typed_stretches import Stretch
from orapp.services.earlier_letters import EarlierFound, Passage
from orapp.texts.dates import plain_date
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.tables import Cell, Column, RowModel, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from orapp.services.desk import Desk
    from orapp.services.failures import Failure
    from orapp.ui.kit.workplace import Workplace

REST = 200
_SHORT = 140
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class EarlierSheet(Sheet):
    """`chosen` gives typed text. The keys stay in the field: arrows choose, Enter quotes, Shift+Enter gives the words."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, place: Workplace, desk: Desk, typed: str, hide: Callable[[str], str]) -> None:
        super().__init__(parent, place.look, self.tr("Wat schreven wij eerder?"), "eerder-venster")
        self._place = place
        self._desk = desk
        self._hide = hide
        self._build(typed)
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(self.search)
        self.field.textChanged.connect(lambda _text: self._timer.start())
        self.kind.activated.connect(lambda _at: self.search())
        self.table.row_chosen.connect(lambda _row: self._show_passage())
        self.table.doubleClicked.connect(lambda _index: self._choose(quote=True))
        self.field.installEventFilter(self)
        self.take_size(820, 560)
        self.field.setFocus()
        self.search()

    # -- build ---------------------------------------------------------------------------------------------------------

    def _build(self, typed: str) -> None:
        look = self._place.look
        row = QHBoxLayout()
        self.field = QLineEdit(typed)
        a11y.name(self.field, "eerder-zoeken", self.tr("Zoek op woorden of artikel in verzonden brieven"))
        self.field.setPlaceholderText(self.tr("Zoek op woorden of artikel, zoals werkdruk of art. 25"))
        self.field.setClearButtonEnabled(True)
        self.kind = QComboBox()
        a11y.name(self.kind, "eerder-soort", self.tr("Soort brief"))
        self.kind.addItem(self.tr("alle brieven"), "")
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(18)
        row.addWidget(self.field, 3)
        row.addWidget(self.kind, 1)
        self.body.addLayout(row)
        columns: list[Column[Passage]] = [
            Column(key="what", title=self.tr("Passage"), cell=self._what, weight=3),
            Column(key="letter", title=self.tr("Brief"), cell=self._letter, weight=1),
        ]
        model: RowModel[Passage] = RowModel(columns)
        self.table = Table(model, look, "eerder-lijst", self.tr("Passages uit verzonden brieven"))
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self.table, 3)
        self.told = text_label("", "quiet", wrap=True)
        self.told.setObjectName("eerder-gezegd")
        self.body.addWidget(self.told)
        self.passage = QTextBrowser()
        a11y.name(self.passage, "eerder-passage", self.tr("De gekozen passage"))
        self.passage.setTabChangesFocus(True)
        self.body.addWidget(self.passage, 2)
        acts = QHBoxLayout()
        acts.addStretch(1)
        self.say = button(self.tr("&Tekst invoegen"), "eerder-tekst")
        self.say.setToolTip(self.tr("Shift+Enter"))
        self.quote = button(self.tr("Als &citaat met bron"), "eerder-citaat", "primary")
        self.quote.setToolTip(self.tr("Enter"))
        self.say.clicked.connect(lambda: self._choose(quote=False))
        self.quote.clicked.connect(lambda: self._choose(quote=True))
        cancel = button(self.tr("&Annuleren"), "eerder-annuleren")
        cancel.clicked.connect(self.close)
        acts.addWidget(cancel)
        acts.addWidget(self.say)
        acts.addWidget(self.quote)
        self.body.addLayout(acts)

    def _what(self, passage: Passage) -> Cell:
        reads = self._hide(passage.reads)
        return Cell(text=_around(reads, self.field.text()), second=passage.section)

    def _letter(self, passage: Passage) -> Cell:
        return Cell(text=passage.kind_title, second=f"{passage.dossier} · {plain_date(passage.sent_on)}", quiet=True)

    # -- search --------------------------------------------------------------------------------------------------------

    def search(self) -> None:
        """Looks in the letters beside the window; the newest question counts."""
        desk, visibility = self._desk, self._place.here.visibility
        typed, kind = self.field.text(), str(self.kind.currentData())
        self.told.setText(self.tr("De brieven worden doorzocht…"))
        self._place.tasks.read(
            self, "eerder", lambda: desk.earlier_letters.find(typed, kind, visibility), self._show_found, self._refused
        )

    def _show_found(self, found: EarlierFound) -> None:
        kept = self.kind.currentData()
        if self.kind.count() != len(found.kinds) + 1:
            while self.kind.count() > 1:
                self.kind.removeItem(1)
            for key, title in found.kinds:
                self.kind.addItem(title, key)
            self.kind.setCurrentIndex(max(0, self.kind.findData(kept)))
        self.table.row_model.show(found.passages)
        self.table.choose_first()
        if not found.kinds:
            words = self.tr("Er zijn nog geen verzonden brieven om in te zoeken.")
        elif not found.passages:
            words = self.tr("Niets gevonden. Probeer een ander woord of kies alle brieven.")
        elif found.more:
            words = self.tr("De eerste {n} passages; zoek met meer woorden voor minder.").format(n=len(found.passages))
        elif len(found.passages) == 1:
            words = self.tr("1 passage")
        else:
            words = self.tr("{n} passages").format(n=len(found.passages))
        if self._place.here.shared:
            words = self.tr("{found}. Scherm delen staat aan: geheime dossiers doen niet mee.").format(found=words.rstrip("."))
        self.told.setText(words)
        self._show_passage()

    def _refused(self, failure: Failure) -> None:
        self.told.setText(self._place.said(failure))

    def _show_passage(self) -> None:
        passage = self.table.current()
        self.say.setEnabled(passage is not None)
        self.quote.setEnabled(passage is not None)
        if passage is None:
            self.passage.clear()
            return
        source = self.source(passage)
        reads = self._hide(passage.reads)
        self.passage.setHtml(
            f"<p><b>{html.escape(source)}</b><br>{html.escape(passage.section or passage.about)}</p>"
            + "".join(f"<p>{_marked(line, self.field.text())}</p>" for line in reads.splitlines())
        )
        a11y.announce(self.field, f"{source}: {_around(reads, self.field.text())}")

    # -- choose --------------------------------------------------------------------------------------------------------

    def source(self, passage: Passage) -> str:
        """Where a passage stands: the letter by its reference, and its date."""
        day = plain_date(passage.sent_on)
        if passage.reference:
            return self.tr("brief van de OR van {day}, kenmerk {reference}").format(day=day, reference=passage.reference)
        return self.tr("brief van de OR van {day} in dossier {dossier}").format(day=day, dossier=passage.dossier)

    def _choose(self, *, quote: bool) -> None:
        passage = self.table.current()
        if passage is None:
            return
        text = self._quotation(passage) if quote else passage.typed
        self.close()
        self.chosen.emit(text)

    def _quotation(self, passage: Passage) -> str:
        lines = [TypedLine(kind=LineKind.QUOTE, stretches=(Stretch(text=line),)) for line in passage.reads.splitlines() if line]
        lines.append(TypedLine(kind=LineKind.SOURCE, stretches=(Stretch(text=self.source(passage)),)))
        return text_of(lines)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._choose(quote=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                return True
            if key in _STEPS:
                model, at = self.table.model(), self.table.currentIndex().row() + _STEPS[key]
                self.table.setCurrentIndex(model.index(max(0, min(model.rowCount() - 1, at)), 0))
                self._show_passage()
                return True
        return super().eventFilter(watched, event)


def _first(text: str, typed: str) -> int:
    """Where the first of the words that were typed begins, 0 where none stands there literally."""
    places = [found.start() for word in typed.split() if (found := re.search(rf"(?i)\b{re.escape(word)}", text))]
    return min(places, default=0)


def _around(text: str, typed: str) -> str:
    """A stretch of the text with the first word that was found."""
    bare = " ".join(text.split())
    begin = max(0, _first(bare, typed) - _SHORT // 3)
    begin = bare.find(" ", begin) + 1 if begin else 0
    cut = bare[begin : begin + _SHORT]
    return f"{'… ' if begin else ''}{cut.rsplit(' ', 1)[0]} …" if len(bare) > begin + _SHORT else f"{'… ' if begin else ''}{cut}"


def _marked(text: str, typed: str) -> str:
    """The text as HTML with the found words bold and underlined."""
    asked = plain(typed).split()
    parts = re.split(r"(\w+)", text)
    return "".join(
        f"<u><b>{html.escape(part)}</b></u>" if any(plain(part).startswith(one) for one in asked) else html.escape(part)
        for part in parts
    )
