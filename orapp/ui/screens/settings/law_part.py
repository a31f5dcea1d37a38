"""As of when the law is known here, and which days count as holidays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from orapp.law.working_days import holidays
from orapp.texts.dates import long_date, plain_date
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import Card, Pairs
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.tables import Cell, Column, FittedTable, RowModel

if TYPE_CHECKING:
    from orapp.law.book import LawBook
    from orapp.ui.kit.workplace import Workplace

YEARS_AHEAD = 3
LEAST_WIDTH = 280


@dataclass(frozen=True, slots=True, kw_only=True)
class _FreeDay:
    day: date
    name: str
    equated: bool


class LawPart(QWidget):
    """Facts about the law in this program, and the days of a year."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._law: LawBook | None = None
        self._pairs: QWidget | None = None
        look = place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        self._facts = Card(look, self.tr("De wet in dit programma"))
        column.addWidget(self._facts)
        self.year = QComboBox()
        a11y.name(self.year, "jaar", self.tr("Jaar"))
        days = Card(look, self.tr("Feestdagen en gelijkgestelde dagen"), self.year)
        words = self.tr(
            "Eindigt een wettelijke termijn op een zaterdag, zondag, feestdag of gelijkgestelde dag, dan loopt zij door tot "
            "en met de eerstvolgende werkdag, voor zover de Algemene termijnenwet geldt (art. 1 en 3)."
        )
        days.body.addWidget(text_label(words, "small", wrap=True))
        columns: list[Column[_FreeDay]] = [
            Column(key="day", title=self.tr("Dag"), cell=lambda row: Cell(text=long_date(row.day)), weight=3),
            Column(key="name", title=self.tr("Naam"), cell=self._name, weight=4),
        ]
        model: RowModel[_FreeDay] = RowModel(columns)
        self.table = FittedTable(model, look, "feestdagen", self.tr("Feestdagen en gelijkgestelde dagen van het jaar"))
        self.table.setMinimumWidth(LEAST_WIDTH)
        days.body.addWidget(self.table)
        self.count = text_label("", "quiet", wrap=True)
        self.count.setObjectName("feestdagen-aantal")
        days.body.addWidget(self.count)
        column.addWidget(days)
        column.addStretch(1)
        self.year.activated.connect(lambda _number: self._show_days())

    def show_part(self) -> None:
        """Reads the law; it is read once in a run of the program."""
        self._place.tasks.read(self, "wet", self._place.law, self._show)

    def _show(self, law: LawBook) -> None:
        today = self._place.today()
        self._law = law
        stale = law.stale_on(today)
        until = law.calendar.known_until
        after = self.tr(
            "Twaalf maanden na die dag staat boven elk scherm dat de wet hier ouder is dan een jaar. Het programma rekent door; "
            "controleer dan bij een termijn of de wet is gewijzigd, en werk het programma bij."
        )
        rows: list[tuple[str, str, Tone | None]] = [
            (self.tr("Bekend op"), plain_date(law.known_on), Tone.ATTENTION if stale else None),
            (self.tr("Naslaan"), law.link, None),
            (self.tr("Voorbehoud"), law.reservation, None),
            (self.tr("Daarna"), after, None),
            (
                self.tr("Feestdagen"),
                self.tr(
                    "Gelijkgestelde dagen zijn bekend van {first} t/m {last}. Daarbuiten staat bij een termijn een waarschuwing."
                ).format(first=plain_date(law.calendar.known_from), last=plain_date(until)),
                Tone.ATTENTION if until < today else None,
            ),
        ]
        if self._pairs is not None:
            self._pairs.deleteLater()
        self._pairs = Pairs(self._place.look, rows)
        self._facts.body.addWidget(self._pairs)
        if not self.year.count():
            for year in range(today.year - 1, today.year + YEARS_AHEAD + 1):
                self.year.addItem(str(year), year)
            self.year.setCurrentIndex(1)
        self._show_days()

    def _show_days(self) -> None:
        law = self._law
        if law is None:
            return
        year = int(self.year.currentData())
        free = [_FreeDay(day=day, name=name, equated=False) for day, name in holidays(year).items()]
        free += [_FreeDay(day=day, name=name, equated=True) for day, name in law.calendar.equated.items() if day.year == year]
        self.table.row_model.show(tuple(sorted(free, key=lambda one: one.day)))
        self.table.choose_first()
        equated = sum(1 for one in free if one.equated)
        known = law.calendar.knows(date(year, 1, 1)) and law.calendar.knows(date(year, 12, 31))
        words = self.tr("{days} feestdagen en {equated} gelijkgestelde dagen in {year}.")
        said = words.format(days=len(free) - equated, equated=equated, year=year)
        if not known:
            said += " " + self.tr("Gelijkgestelde dagen van dit jaar zijn hier niet alle bekend.")
        self.count.setText(said)

    def _name(self, row: _FreeDay) -> Cell:
        if row.equated:
            return Cell(text=row.name, second=self.tr("gelijkgesteld met een feestdag"))
        return Cell(text=row.name)
