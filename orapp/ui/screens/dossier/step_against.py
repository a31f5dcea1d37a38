"""Against which decision a petition or a nullity letter is: asked where more than one month may be meant, never assumed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QRadioButton, QVBoxLayout, QWidget

from orapp.domain.used_months import KnownMonth, months_known
from orapp.law.terms import month_end
from orapp.texts.dates import short_date

if TYPE_CHECKING:
    from datetime import date

    from orapp.domain.dossier import Dossier
    from orapp.domain.needs import Recorded
    from orapp.ui.kit.workplace import Workplace

AGAINST = "tegen-besluit"
MOVED = timedelta(days=5)
"""How far a last day may move for weekends and holidays, at most: a month is called over only when it surely is."""


class AgainstField(QWidget):
    """A tick for each decision with a month, and beside them "all" and "not yet known".

    Nothing is ticked beforehand, unless only one month still runs.
    """

    edited = Signal()

    def __init__(self, place: Workplace, months: tuple[KnownMonth, ...], today: date) -> None:
        super().__init__()
        self._months = months
        column = QVBoxLayout(self)
        column.setContentsMargins(0, place.look.px(6), 0, 0)
        column.setSpacing(place.look.px(4))
        self._ticks: list[QCheckBox] = []
        running = [month for month in months if still_runs(month, today)]
        for number, month in enumerate(months):
            tick = QCheckBox(self._words(month, today).replace("&", "&&"))
            tick.setObjectName(f"{AGAINST}-{number}")
            tick.setAccessibleName(self._words(month, today))
            tick.setToolTip(month.title)
            tick.setChecked(running == [month])
            tick.toggled.connect(self._chosen)
            column.addWidget(tick)
            self._ticks.append(tick)
        self._every = QRadioButton(self.tr("Alle &besluiten hierboven"))
        self._every.setObjectName(f"{AGAINST}-alle")
        self._unknown = QRadioButton(self.tr("&Nog niet bekend: elke maand blijft staan"))
        self._unknown.setObjectName(f"{AGAINST}-onbekend")
        for choice in (self._every, self._unknown):
            choice.setAutoExclusive(False)
            choice.setAccessibleName(choice.text().replace("&", ""))
            choice.clicked.connect(lambda _on, one=choice: self._choose(one))
            column.addWidget(choice)
        self.setFocusProxy(self._ticks[0])

    def _words(self, month: KnownMonth, today: date) -> str:
        codes = ", ".join(code for code in month.codes if code)
        about = f"{codes}: " if codes else ""
        known = self.tr("{about}{title}, bekend op {day}").format(
            about=about, title=month.title, day=short_date(month.start, this_year=today.year)
        )
        return known if still_runs(month, today) else self.tr("{known} (maand voorbij)").format(known=known)

    def _choose(self, choice: QRadioButton) -> None:
        """Chooses all, or none for now; the ticks follow."""
        on = choice is self._every
        for tick in self._ticks:
            tick.blockSignals(True)
            tick.setChecked(on)
            tick.blockSignals(False)
        self._show_choices(unknown=choice is self._unknown)
        self.edited.emit()

    def _chosen(self, _on: bool) -> None:
        self._show_choices(unknown=False)
        self.edited.emit()

    def _show_choices(self, *, unknown: bool) -> None:
        self._every.setChecked(all(tick.isChecked() for tick in self._ticks))
        self._unknown.setChecked(unknown)

    def chosen(self) -> tuple[str, ...]:
        """The ids of the decisions that were ticked."""
        return tuple(month.name for month, tick in zip(self._months, self._ticks, strict=True) if tick.isChecked())

    def is_answered(self) -> bool:
        """Whether something was chosen, or it was said that it is not known yet."""
        return bool(self.chosen()) or self._unknown.isChecked()

    def fill(self, recorded: Recorded) -> Recorded:
        """What was recorded, with the decisions that it is against."""
        return replace(recorded, against_ids=self.chosen())


def still_runs(month: KnownMonth, today: date) -> bool:
    """Whether the month of a decision may still run on a day, counted from the last start that can be defended."""
    return today <= month_end(month.last_start, 1) + MOVED


def months_asked(dossier: Dossier, request_id: str, today: date) -> tuple[KnownMonth, ...]:
    """The decisions among which must be chosen: none where there is nothing to choose."""
    request = dossier.request(request_id)
    return months_known(dossier, request, today) if request is not None else ()
