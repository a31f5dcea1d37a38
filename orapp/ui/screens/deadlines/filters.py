"""What narrows the list of terms: a dossier by its words, where a term comes from, who must act, a period, closed ones too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from orapp.law.facts import Party
from orapp.services.rows import DeadlineQuery
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import button
from orapp.ui.kit.labels import AGREED, CUSTOMARY, OWN, STATUTORY
from orapp.ui.screens.deadlines.columns import actor_word

if TYPE_CHECKING:
    from orapp.ui.kit.look import Look

TYPING_REST_MS = 150
ALL, LATE, MONTH, QUARTER, YEAR, BEFORE = "all", "late", "month", "quarter", "year", "before"
WIDE = ((0, 0, 1), (0, 1, 1), (0, 2, 1), (0, 3, 1), (0, 4, 1), (0, 5, 1))
NARROW = ((0, 0, 1), (1, 0, 1), (1, 1, 1), (1, 2, 1), (0, 1, 1), (0, 2, 1))
STRETCH = (3, 2, 2, 2, 0, 0)
AHEAD = {MONTH: 30, QUARTER: 91, YEAR: 365}


class DeadlineFilters(QWidget):
    """The row of filters; `changed` is emitted when another query is wanted."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.px(8))
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("Dossier"))
        self.text.setClearButtonEnabled(True)
        a11y.name(self.text, "termijnen-dossier", self.tr("Dossier, bij woorden uit nummer of titel"))
        self.nature = self._choice("soort-termijn", self.tr("Soort termijn"))
        self.nature.addItem(self.tr("Alle soorten"), ())
        self.nature.addItem(self.tr("Wettelijk"), (STATUTORY,))
        self.nature.addItem(self.tr("Afgesproken"), (AGREED,))
        self.nature.addItem(self.tr("Eigen en gebruikelijk"), (OWN, CUSTOMARY))
        self.actor = self._choice("wie-aan-zet", self.tr("Wie aan zet is"))
        self.actor.addItem(self.tr("Iedereen aan zet"), ())
        for party in (Party.COUNCIL, Party.DIRECTOR, Party.ENTREPRENEUR, Party.COURT):
            words = self.tr("Aan zet: {who}").format(who=actor_word(party.value))
            self.actor.addItem(words, (party.value,))
        self.period = self._choice("periode", self.tr("Periode"))
        for words, key in (
            (self.tr("Alle dagen"), ALL),
            (self.tr("Over datum"), LATE),
            (self.tr("Komende 30 dagen"), MONTH),
            (self.tr("Komende 3 maanden"), QUARTER),
            (self.tr("Komend jaar"), YEAR),
            (self.tr("Afgelopen jaar"), BEFORE),
        ):
            self.period.addItem(words, key)
        self.closed = QCheckBox(self.tr("Ook afgesloten"))
        a11y.name(self.closed, "ook-afgesloten", self.tr("Ook afgesloten termijnen"))
        self.clear = button(self.tr("Filters wissen"), "filters-wissen", "link")
        self.clear.hide()
        self.arrange(wide=True)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(TYPING_REST_MS)
        self._rest.timeout.connect(self._tell)
        self.text.textChanged.connect(lambda _text: self._rest.start())
        for field in (self.nature, self.actor, self.period):
            field.currentIndexChanged.connect(lambda _number: self._tell())
        self.closed.toggled.connect(lambda _on: self._tell())
        self.clear.clicked.connect(self.clear_all)

    def arrange(self, *, wide: bool) -> None:
        """Puts the fields in one row, or in two where the text is large or the window narrow."""
        places = WIDE if wide else NARROW
        fields = (self.text, self.nature, self.actor, self.period, self.closed, self.clear)
        for field, (row, column, span) in zip(fields, places, strict=True):
            self._grid.addWidget(field, row, column, 1, span)
        for column, stretch in enumerate(STRETCH if wide else (1, 1, 1, 0, 0, 0)):
            self._grid.setColumnStretch(column, stretch)

    def query(self, today: date, limit: int) -> DeadlineQuery:
        """What the filters ask for on a day."""
        asked = DeadlineQuery(
            text=self.text.text(),
            natures=tuple(self.nature.currentData()),
            actors=tuple(self.actor.currentData()),
            include_closed=self.closed.isChecked(),
            limit=limit,
        )
        match self.period.currentData():
            case "late":
                return replace(asked, until=today - timedelta(days=1))
            case "before":
                return replace(asked, since=today - timedelta(days=365), until=today - timedelta(days=1))
            case "month" | "quarter" | "year" as ahead:
                return replace(asked, since=today, until=today + timedelta(days=AHEAD[ahead]))
            case _:
                return asked

    @property
    def narrowed(self) -> bool:
        """Whether the list shows less than all running terms."""
        chosen = self.nature.currentIndex() or self.actor.currentIndex() or self.period.currentIndex()
        return bool(chosen or self.text.text().strip())

    def words(self) -> str:
        """The filters in words, for paper."""
        parts = [self.text.text().strip()] if self.text.text().strip() else []
        parts += [field.currentText() for field in (self.nature, self.actor, self.period) if field.currentIndex()]
        if self.closed.isChecked():
            parts.append(self.closed.text())
        return ", ".join(parts)

    def clear_all(self) -> None:
        """Shows all running terms again."""
        self.text.clear()
        for field in (self.nature, self.actor, self.period):
            field.setCurrentIndex(0)
        self.closed.setChecked(False)
        self.text.setFocus()

    def _choice(self, object_name: str, accessible: str) -> QComboBox:
        field = QComboBox()
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(10)
        a11y.name(field, object_name, accessible)
        return field

    def _tell(self) -> None:
        self._rest.stop()
        self.clear.setVisible(self.narrowed or self.closed.isChecked())
        self.changed.emit()
