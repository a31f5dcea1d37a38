"""All running terms over the dossiers, nearest first, with what each rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from orapp.law.facts import Party
from orapp.services.rows import DeadlineQuery, DeadlineRow
from orapp.texts.dates import relative_days, short_date
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import Card
from orapp.ui.kit.labels import AGREED, CUSTOMARY, OWN, STATUTORY, NatureLegend, text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.tables import DATE_PIXELS, Cell, Column, RowModel, Table

if TYPE_CHECKING:
    from orapp.services.desk import Desk
    from orapp.services.rows import Changes
    from orapp.ui.kit.workplace import Workplace

NEAR_DAYS = 7


class DeadlinesScreen(QWidget):
    """A table of terms; Enter opens the dossier."""

    dossier_opened = Signal(str)

    def __init__(self, desk: Desk, place: Workplace) -> None:
        super().__init__()
        self._desk = desk
        self._place = place
        self.setObjectName("termijnen-scherm")
        self.setProperty("part", "ground")
        look = place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(22), look.px(14), look.px(22), look.px(14))
        column.setSpacing(look.px(10))
        head = QHBoxLayout()
        head.addWidget(text_label(self.tr("Termijnen"), "title"))
        self.count = text_label("", "quiet")
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(NatureLegend(look))
        self.nature = QComboBox()
        a11y.name(self.nature, "soort-termijn", self.tr("Soort termijn"))
        self.nature.addItem(self.tr("Alle termijnen"), ())
        self.nature.addItem(self.tr("Alleen wettelijke"), (STATUTORY,))
        self.nature.addItem(self.tr("Alleen afgesproken"), (AGREED,))
        self.nature.addItem(self.tr("Alleen eigen en gebruikelijke"), (OWN, CUSTOMARY))
        head.addWidget(self.nature)
        column.addLayout(head)
        card = Card(look)
        card.body.setContentsMargins(look.px(8), look.px(6), look.px(8), look.px(8))
        model: RowModel[DeadlineRow] = RowModel(self._columns())
        self.table = Table(model, look, "termijnlijst", self.tr("Termijnen van alle dossiers"))
        card.body.addWidget(self.table)
        column.addWidget(card, 1)
        self.nature.activated.connect(lambda _number: self.reload())
        self.table.row_opened.connect(lambda row: self.dossier_opened.emit(row.reference))
        place.changes.changed.connect(self._on_changes)
        place.changes.new_day.connect(self.reload)

    def _columns(self) -> list[Column[DeadlineRow]]:
        return [
            Column(key="safe", title=self.tr("Veilig"), cell=self._safe, pixels=DATE_PIXELS),
            Column(key="last", title=self.tr("Uiterst"), cell=self._last, pixels=DATE_PIXELS),
            Column(
                key="dossier",
                title=self.tr("Dossier"),
                cell=lambda row: Cell(text=f"{row.reference} {row.dossier_title}"),
                weight=4,
            ),
            Column(key="what", title=self.tr("Wat"), cell=self._what, weight=4),
            Column(key="turn", title=self.tr("Aan zet"), cell=self._turn, pixels=96),
            Column(
                key="ground",
                title=self.tr("Grond"),
                cell=lambda row: Cell(text=row.ground or row.article, nature=row.nature, quiet=True),
                weight=4,
            ),
            Column(key="near", title=self.tr("Wanneer"), cell=self._near, pixels=136),
        ]

    def _safe(self, row: DeadlineRow) -> Cell:
        if row.safe_day is None:
            return Cell(text="–", quiet=True)
        return Cell(text=short_date(row.safe_day, this_year=self._place.today().year), strong=True)

    def _last(self, row: DeadlineRow) -> Cell:
        second = self.tr("niet zeker") if row.disputed else ""
        return Cell(text=short_date(row.last_day, this_year=self._place.today().year), second=second)

    def _what(self, row: DeadlineRow) -> Cell:
        return Cell(text=f"{row.title} {row.subject}".strip())

    def _turn(self, row: DeadlineRow) -> Cell:
        match row.actor:
            case Party.COUNCIL.value:
                return Cell(text=self.tr("OR"), strong=True)
            case Party.DIRECTOR.value:
                return Cell(text=self.tr("bestuurder"))
            case Party.ENTREPRENEUR.value:
                return Cell(text=self.tr("ondernemer"))
            case Party.COURT.value:
                return Cell(text=self.tr("rechter"))
            case _:
                return Cell(text=self.tr("niemand"), quiet=True)

    def _near(self, row: DeadlineRow) -> Cell:
        today = self._place.today()
        day = row.safe_day or row.plain_end
        away = (day - today).days
        words = relative_days(day, today)
        if away < 0 or (row.severity in {"fatal", "grave"} and away <= NEAR_DAYS):
            return Cell(text=words, pill=Tone.DANGER)
        return Cell(text=words, pill=Tone.ATTENTION if away <= NEAR_DAYS else Tone.PLAIN)

    def reload(self) -> None:
        """Reads the terms again."""
        query = DeadlineQuery(natures=tuple(self.nature.currentData()))
        self._place.tasks.read(self, "termijnen", lambda: self._desk.dossiers.deadlines(query), self._show)

    def _show(self, rows: tuple[DeadlineRow, ...]) -> None:
        self.table.row_model.show(rows)
        self.table.choose_first()
        self.count.setText(self.tr("1 termijn") if len(rows) == 1 else self.tr("{count} termijnen").format(count=len(rows)))

    def focus_list(self) -> None:
        """Puts the keyboard in the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changes(self, changes: Changes) -> None:
        if changes.lists and self.isVisible():
            self.reload()
