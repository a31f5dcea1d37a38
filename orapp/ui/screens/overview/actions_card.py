"""One's own action items with a box to tick: ticking records today as the day it was done, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from orapp.domain.actions import ActionItem
from orapp.domain.editing import Edit, EditConflict, change
from orapp.texts.dates import short_date
from orapp.ui.kit.a11y import announce, tab_order
from orapp.ui.kit.cards import Card, button, empty_hint, hairline
from orapp.ui.kit.labels import ShortenedLabel, text_label
from orapp.ui.kit.look import Look
from orapp.ui.screens.overview.post_card import counted

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.services.desk import Desk
    from orapp.services.dossiers import Edited
    from orapp.services.failures import Failure
    from orapp.services.overview import Listed
    from orapp.services.rows import PointRow
    from orapp.ui.kit.workplace import Workplace

COLLECTION = "actions"


def done_on(item_id: str, day: date) -> Edit:
    """The edit that records an action item as done. Raises EditConflict where it is gone or was done already."""

    def edit(dossier: Dossier) -> Dossier:
        item = dossier.find(item_id)
        if not isinstance(item, ActionItem) or item.done_on is not None:
            raise EditConflict(COLLECTION, item_id)
        return change(COLLECTION, item, replace(item, done_on=day))(dossier)

    return edit


class Tick(QCheckBox):
    """The box of an action item: Space ticks it, Enter opens it in its dossier."""

    opened = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
            return
        super().keyPressEvent(event)


class OpenedLabel(QLabel):
    """The words of an action item: a click opens it. The keyboard does so from its box."""

    clicked = Signal()

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


class ActionRow(QWidget):
    """One action item: its box, its words with dossier and owner, and its date."""

    def __init__(self, look: Look, row: PointRow, today: date, person: str) -> None:
        super().__init__()
        self.row = row
        line = QHBoxLayout(self)
        line.setContentsMargins(0, look.px(3), 0, look.px(3))
        line.setSpacing(look.px(6))
        self.tick = Tick()
        self.tick.setObjectName(f"actie-{row.item_id}")
        others = row.owner if row.owner != person else ""
        about = " · ".join(part for part in (others, f"{row.reference} {row.dossier_title}") if part)
        due = short_date(row.day, this_year=today.year) if row.day is not None else ""
        self.tick.setAccessibleName(QCoreApplication.translate("overview", "Afgerond: {what}").format(what=row.text))
        self.tick.setAccessibleDescription(", ".join(part for part in (about, due) if part))
        line.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.setContentsMargins(0, look.px(4), 0, 0)
        self.words = OpenedLabel(row.text)
        words.addWidget(self.words)
        where = ShortenedLabel("small")
        where.setText(about)
        where.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        words.addWidget(where)
        line.addLayout(words, 1)
        late = row.day is not None and row.day < today
        when = text_label(due, "strong" if late else "quiet")
        when.setProperty("tone", "danger" if late else "")
        when.setContentsMargins(0, look.px(4), 0, 0)
        line.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)


class ActionsCard(Card):
    """The open action items, one's own first."""

    opened = Signal(object)

    def __init__(self, desk: Desk, place: Workplace) -> None:
        super().__init__(place.look, QCoreApplication.translate("overview", "Mijn actiepunten"))
        self._desk = desk
        self._place = place
        self._shown: tuple[tuple[PointRow, ...], date] | None = None
        self._rows: list[ActionRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(self._list)
        self.empty = empty_hint(self.tr("Er staan geen actiepunten open. U voegt ze toe in een dossier, bij de toezeggingen."))
        self.body.addWidget(self.empty)
        self.more = text_label("", "small")
        self.body.addWidget(self.more)
        self._done = QWidget()
        done = QHBoxLayout(self._done)
        done.setContentsMargins(0, 0, 0, 0)
        self.told = text_label("", "quiet", wrap=True)
        done.addWidget(self.told, 1)
        self.back = button(self.tr("Ongedaan maken"), "actie-terug", "link")
        done.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        self._done.hide()
        self.body.addWidget(self._done)
        self._undo: tuple[str, Edited] | None = None
        self.back.clicked.connect(self._take_back)

    def show_actions(self, listed: Listed, today: date) -> None:
        """Shows these action items; the one that had the keyboard keeps it, or the one in its place."""
        wanted = listed.rows, today
        if wanted != self._shown:
            focused = next((number for number, row in enumerate(self._rows) if row.tick.hasFocus()), None)
            self._rebuild(listed.rows, today)
            if focused is not None:
                self._focus_near(focused)
            self._shown = wanted
        self.empty.setVisible(not listed.rows and self._done.isHidden())
        over = listed.count - len(listed.rows)
        self.more.setVisible(over > 0)
        self.more.setText(self.tr("{count} actiepunten in alle dossiers").format(count=counted(listed.count)))

    def ticks(self) -> tuple[Tick, ...]:
        """The boxes, from above to below."""
        return tuple(row.tick for row in self._rows)

    def _rebuild(self, rows: tuple[PointRow, ...], today: date) -> None:
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = []
        for number, row in enumerate(rows):
            if number:
                self._list.addWidget(hairline())
            made = ActionRow(self._place.look, row, today, self._place.here.person)
            made.tick.clicked.connect(lambda _checked=False, one=row: self._finish(one))
            made.tick.opened.connect(lambda one=row: self.opened.emit(one))
            made.words.clicked.connect(lambda one=row: self.opened.emit(one))
            self._list.addWidget(made)
            self._rows.append(made)
        # What is built anew stands last in the order of the keyboard; taking back follows it.
        tab_order([*self.ticks(), self.back])

    def _focus_near(self, place: int) -> None:
        if self._rows:
            self._rows[min(place, len(self._rows) - 1)].tick.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._done.isHidden():
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish(self, row: PointRow) -> None:
        here, day = self._place.here, self._place.today()

        def kept(edited: Edited) -> None:
            words = self.tr("Afgerond: {what}").format(what=row.text)
            self._undo = row.dossier_id, edited
            self.told.setText(words)
            self._done.show()
            announce(self, words)
            self._place.changes.publish(edited.changes)

        self._place.tasks.write(
            self,
            lambda: self._desk.dossiers.edit(row.dossier_id, done_on(row.item_id, day), here.person, here.window),
            kept,
            self._refuse,
        )

    def _refuse(self, failure: Failure) -> None:
        """Nothing was kept, so no box stays ticked; the window tells why."""
        for row in self._rows:
            row.tick.setChecked(False)
        self._place.tasks.failure.emit(failure)

    def _take_back(self) -> None:
        if self._undo is None:
            return
        (dossier_id, done), here = self._undo, self._place.here
        self._undo = None

        def kept(edited: Edited) -> None:
            self._done.hide()
            announce(self, self.tr("Teruggezet"))
            self._place.changes.publish(edited.changes)

        self._place.tasks.write(
            self, lambda: self._desk.dossiers.undo(dossier_id, done.difference, here.person, here.window), kept
        )
