"""Everything that can happen, to record any fact in any order: grouped, with its article, found by a few letters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from orapp.ui.kit.a11y import label_for
from orapp.ui.kit.cards import button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.tables import Cell, Column, RowModel, Table
from orapp.ui.kit.workplace import capital
from orapp.ui.screens.dossier.step_effects import article_of, groups
from orapp.ui.screens.dossier.step_words import act_words, also_called

if TYPE_CHECKING:
    from orapp.law.facts import FactKind, ProcedureKind
    from orapp.ui.kit.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One thing that can happen: what, in which group, by which article; `act` and `also` are other words for it."""

    kind: FactKind
    words: str
    group: str
    article: str
    act: str
    also: str
    now: bool


class _Happenings(Table[Happening]):
    """Rows as high as their text: dense, and whole at every size of text."""

    compact = False

    def fit(self) -> None:
        """Gives the columns their share and the rows their height."""
        self.share_width()
        self.resizeRowsToContents()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resizeRowsToContents()


class StepList(Sheet):
    """What can be recorded; what the procedure may ask now stands first. `chosen` gives the kind of fact."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, place: Workplace, procedure: ProcedureKind | None, now: tuple[FactKind, ...]) -> None:
        super().__init__(parent, place.look, self.tr("Vastleggen"), "vastleggen-venster")
        self._rows = _happenings(place, procedure, now, self.tr("Nu aan de orde"))
        self.body.addWidget(text_label(self.tr("Wat is er gebeurd?"), "title"))
        hint = self.tr("Alles kan worden vastgelegd, in elke volgorde en met elke datum.")
        self.body.addWidget(text_label(hint, "quiet", wrap=True))
        row = QHBoxLayout()
        self.filter = QLineEdit()
        self.filter.setObjectName("vastleggen-filter")
        self.filter.setPlaceholderText(self.tr("bijvoorbeeld advocaat, vragen, intrekking"))
        self.filter.setClearButtonEnabled(True)
        row.addWidget(label_for(self.tr("&Zoeken"), self.filter))
        row.addWidget(self.filter, 1)
        self.body.addLayout(row)
        columns: list[Column[Happening]] = [
            Column(key="what", title=self.tr("Wat"), cell=lambda one: Cell(text=one.words, strong=one.now), weight=5),
            Column(key="group", title=self.tr("Wanneer"), cell=lambda one: Cell(text=one.group, quiet=True), weight=4),
            Column(key="article", title=self.tr("Artikel"), cell=lambda one: Cell(text=one.article, quiet=True), weight=4),
        ]
        self._model: RowModel[Happening] = RowModel(columns)
        self.table = _Happenings(self._model, place.look, "vastleggen-lijst", self.tr("Wat er kan gebeuren"))
        self.table.row_opened.connect(self._take)
        self.body.addWidget(self.table, 1)
        acts = QHBoxLayout()
        acts.addStretch(1)
        cancel = button(self.tr("&Annuleren"), "vastleggen-annuleren")
        cancel.clicked.connect(self.reject)
        choose = button(self.tr("&Kiezen"), "vastleggen-kiezen", "primary")
        choose.clicked.connect(lambda: self._take(self.table.current()))
        acts.addWidget(cancel)
        acts.addWidget(choose)
        self.body.addLayout(acts)
        self.take_size(720, 620)
        self.filter.textChanged.connect(self._narrow)
        self.filter.installEventFilter(self)
        self._narrow("")
        self.filter.setFocus()

    def _narrow(self, text: str) -> None:
        words = text.lower().split()
        found = tuple(
            one
            for one in self._rows
            if all(word in f"{one.words} {one.act} {one.also} {one.group} {one.article}".lower() for word in words)
        )
        self._model.show(found)
        self.table.fit()
        self.table.choose_first()

    def _take(self, happening: Happening | None) -> None:
        if happening is not None:
            self.chosen.emit(happening.kind)
            self.accept()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.table.current())
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                QApplication.sendEvent(self.table, event)
                return True
        return super().eventFilter(watched, event)


def _happenings(
    place: Workplace, procedure: ProcedureKind | None, now: tuple[FactKind, ...], first: str
) -> tuple[Happening, ...]:
    law = place.law()
    found = [
        Happening(
            kind=kind,
            words=capital(place.texts.label(kind)),
            group=group,
            article=article_of(kind, law, procedure),
            act=act_words(kind),
            also=also_called(kind),
            now=kind in now,
        )
        for group, kinds in groups()
        for kind in kinds
    ]
    ahead = [replace(one, group=first) for one in found if one.now]
    return (*sorted(ahead, key=lambda one: now.index(one.kind)), *(one for one in found if not one.now))
