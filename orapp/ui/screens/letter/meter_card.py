"""Volledigheid: how far the letter is, point by point, while it is typed; each line leads to what is wanting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from orapp.letters.completeness import Measure, standing
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import Card
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.workplace import capital
from orapp.ui.screens.letter.row_button import RowButton
from orapp.ui.screens.letter.teaser import Teaser

if TYPE_CHECKING:
    from orapp.letters.completeness import Gap
    from orapp.ui.kit.workplace import Workplace

BAR_PIXELS = 6
MOST_NAMED = 12


class MeterCard(Card):
    """A bar with its list. `chosen` gives the first gap of the point that was opened."""

    chosen = Signal(object)

    def __init__(self, place: Workplace) -> None:
        super().__init__(place.look)
        self._place = place
        self._measures: tuple[Measure, ...] = ()
        self.rows: dict[str, MeterRow] = {}
        self.setObjectName("volledigheid")
        look = place.look
        self.body.setSpacing(look.px(4))
        head = QHBoxLayout()
        head.addWidget(text_label(self.tr("Volledigheid"), "heading"), 1)
        self.said = text_label("", "quiet")
        head.addWidget(self.said)
        self.body.addLayout(head)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(look.px(BAR_PIXELS))
        self.bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        a11y.name(self.bar, "volledigheid-balk", self.tr("Volledigheid van de brief"))
        self.body.addWidget(self.bar)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(self._list)
        self.whole = text_label("", "small", wrap=True)
        self.body.addWidget(self.whole)
        self.hide()

    def show_measures(self, measures: tuple[Measure, ...]) -> None:
        """Shows how far it is; points stay where they are while they are mended, so that the keyboard stays too."""
        self.setVisible(bool(measures))
        if measures == self._measures:
            return
        before, self._measures = standing(self._measures), measures
        done, total = standing(measures)
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        words = self.tr("{done} van {total}").format(done=done, total=total)
        self.said.setText(words)
        self.bar.setAccessibleDescription(words)
        self.setAccessibleName(self.tr("Volledigheid: {words}").format(words=words))
        open_now = [one for one in measures if not one.complete]
        for key in [key for key in self.rows if key not in {one.meter.value for one in open_now}]:
            row = self.rows.pop(key)
            row.hide()
            row.deleteLater()
        for number, one in enumerate(open_now):
            found = self.rows.get(one.meter.value) or self._make(one)
            if self._list.indexOf(found) != number:
                self._list.insertWidget(number, found)
            found.show_measure(one)
        ready = [f"{self._place.texts.label(one.meter)} ({one.total})" for one in measures if one.complete]
        self.whole.setText(self.tr("In orde: {points}.").format(points=", ".join(ready)))
        self.whole.setVisible(bool(ready))
        a11y.tab_order(list(self.rows.values()))
        if before[1] and done == total and before != (done, total):
            a11y.announce(self, self.tr("De brief is volledig: {words}.").format(words=words))

    def _make(self, one: Measure) -> MeterRow:
        row = MeterRow(self._place, one)
        row.chosen.connect(self.chosen.emit)
        self.rows[one.meter.value] = row
        return row


class MeterRow(RowButton):
    """One point that is not complete: what it is, how far, and what is wanting."""

    chosen = Signal(object)

    def __init__(self, place: Workplace, one: Measure) -> None:
        super().__init__(place.look, f"meter-{one.meter.value}")
        self._place = place
        self._first: Gap | None = None
        column = QVBoxLayout()
        column.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(place.look.px(8))
        self._label: QLabel = text_label("", wrap=True)
        first.addWidget(self._label, 1)
        self._count = text_label("", "strong")
        first.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(first)
        self._wanting = Teaser("quiet")
        column.addWidget(self._wanting)
        holder = QWidget()
        holder.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        holder.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.row.addWidget(holder, 1)
        self.setToolTip(self.tr("Ga naar wat nog ontbreekt"))
        self.clicked.connect(lambda: self.chosen.emit(self._first))

    def show_measure(self, one: Measure) -> None:
        """Shows the point as it stands now."""
        self._first = one.places[0] if one.places else None
        label = capital(self._place.texts.label(one.meter))
        count = self.tr("{done} van {total}").format(done=one.done, total=one.total)
        wanting = ", ".join(gap.words for gap in one.places[:MOST_NAMED])
        if len(one.places) > MOST_NAMED:
            wanting = self.tr("{words} en nog {n}").format(words=wanting, n=len(one.places) - MOST_NAMED)
        self._label.setText(label)
        self._count.setText(count)
        self._wanting.setText(self.tr("Nog: {words}").format(words=wanting))
        self.setAccessibleName(self.tr("{label}: {count}; nog {words}").format(label=label, count=count, words=wanting))
