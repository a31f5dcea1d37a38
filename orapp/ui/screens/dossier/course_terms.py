"""The terms of a dossier, each with its reason: how it was counted, what moved it, what is doubtful, what missing it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from orapp.domain.derived import Deadline, DeadlineState
from orapp.texts.dates import relative_days, short_date
from orapp.ui.kit.cards import Card, Pairs, button, empty_hint
from orapp.ui.kit.cards import Column as CardColumn
from orapp.ui.kit.labels import NatureLegend, text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.tables import Cell, Column, FittedTable, RowModel
from orapp.ui.kit.term_reasons import term_reasons
from orapp.ui.screens.dossier.kept_table import show_kept
from orapp.ui.screens.dossier.procedure import party_words, tone_of

if TYPE_CHECKING:
    from orapp.ui.kit.workplace import Workplace

# As wide as "uiterst wo 24 aug 2027".
DAYS_PIXELS = 100


class Terms(QWidget):
    """A table of terms; the chosen one is explained below it, and its proof sheet opens from there."""

    proof_asked = Signal(object)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._explained: Deadline | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        scroll = CardColumn(place.look)
        card = Card(place.look, self.tr("Termijnen"), NatureLegend(place.look))
        self._empty = empty_hint(self.tr("In dit dossier loopt geen termijn."))
        card.body.addWidget(self._empty)
        model: RowModel[Deadline] = RowModel(self._columns())
        self.table: FittedTable[Deadline] = FittedTable(model, place.look, "termijnen", self.tr("Termijnen van dit dossier"))
        card.body.addWidget(self.table)
        self._above = card.body
        self._act_shown: QWidget | None = None
        self._card = Card(place.look)
        self._reason = self._card.body
        scroll.fill(card, self._card)
        column.addWidget(scroll)
        self.table.row_chosen.connect(self._explain)
        self.table.row_opened.connect(self.proof_asked.emit)

    def add_act(self, act: QWidget) -> None:
        """Puts an act of the tab above the list."""
        row = QHBoxLayout()
        row.addWidget(act)
        row.addStretch(1)
        self._above.insertLayout(1, row)
        self._act_shown = act

    def show_deadlines(self, deadlines: tuple[Deadline, ...]) -> None:
        """Shows these terms: what runs first, what is closed after it. The one that was chosen stays so."""
        self._empty.setVisible(not deadlines)
        self.table.setVisible(bool(deadlines))
        self._card.setVisible(bool(deadlines))
        if self._act_shown is not None:
            self._act_shown.setVisible(bool(deadlines))
        show_kept(self.table, deadlines, lambda row: row.key)
        current = self.table.current()
        if current is not None and current != self._explained:
            self._explain(current)

    def choose(self, deadline: Deadline) -> None:
        """Chooses a term by its key, for who comes from elsewhere."""
        for number, row in enumerate(self.table.row_model.rows):
            if row.key == deadline.key:
                self.table.choose(number)
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def explained(self) -> tuple[str, ...]:
        """What is said of the chosen term, as it stands on the screen."""
        return tuple(label.text() for label in self._card.findChildren(QLabel) if not label.isHidden())

    def _columns(self) -> list[Column[Deadline]]:
        return [
            Column(key="day", title=self.tr("Datum"), cell=self._days, pixels=DAYS_PIXELS, weight=3),
            Column(key="what", title=self.tr("Wat"), cell=self._what, weight=10),
            Column(key="ground", title=self.tr("Grond"), cell=self._ground, weight=8),
            Column(key="state", title=self.tr("Stand"), cell=self._state, pixels=128),
        ]

    def _day(self, deadline: Deadline) -> str:
        return short_date(deadline.last_day, this_year=self._place.today().year)

    def _days(self, deadline: Deadline) -> Cell:
        """The safe day with the last one below it; where the council need not act, the last day alone."""
        closed = deadline.state is DeadlineState.CLOSED
        today = self._place.today()
        tone = Tone.DANGER if not closed and tone_of(deadline, today) is Tone.DANGER else None
        last = self.tr("uiterst {day}").format(day=self._day(deadline))
        doubt = self.tr("niet zeker") if deadline.disputed else ""
        if deadline.safe_day is None:
            return Cell(text=last, second=doubt, quiet=closed)
        safe = self.tr("veilig {day}").format(day=short_date(deadline.safe_day, this_year=today.year))
        second = " · ".join(part for part in (last, doubt) if part)
        return Cell(text=safe, second=second, strong=not closed, quiet=closed, tone=tone)

    def _what(self, deadline: Deadline) -> Cell:
        title = f"{deadline.title} {deadline.subject}".strip()
        if deadline.state is DeadlineState.CLOSED:
            return Cell(text=title, second=deadline.closed_because, quiet=True)
        return Cell(text=title, second=deadline.start_event if deadline.start_event != deadline.ground else "")

    def _ground(self, deadline: Deadline) -> Cell:
        who = self.tr("aan zet: {who}").format(who=party_words(deadline.actor))
        return Cell(text=deadline.ground or deadline.article, quiet=True, nature=deadline.nature, second=who)

    def _state(self, deadline: Deadline) -> Cell:
        today = self._place.today()
        match deadline.state:
            case DeadlineState.CLOSED:
                return Cell(text=self.tr("afgesloten"), pill=Tone.PLAIN)
            case DeadlineState.QUIET:
                return Cell(text=self.tr("rustig"), pill=Tone.PLAIN)
            case DeadlineState.RUNNING:
                return Cell(text=relative_days(deadline.act_by, today), pill=tone_of(deadline, today))

    def _explain(self, deadline: Deadline) -> None:
        reason = self._reason
        self._explained = deadline
        while reason.count():
            item = reason.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(text_label(f"{deadline.title} {deadline.subject}".strip(), "heading", wrap=True), 1)
        sheet = button(self.tr("Bewijsblad"), "bewijsblad")
        sheet.clicked.connect(lambda: self.proof_asked.emit(deadline))
        row.addWidget(sheet)
        reason.addWidget(head)
        reason.addWidget(Pairs(self._place.look, term_reasons(deadline), 150))
