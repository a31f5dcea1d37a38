"""What the council agreed with the director about terms, and the weeks in which it does not meet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from orapp.domain.council import AgreedTerms, Council, Recess
from orapp.texts.dates import long_date
from orapp.ui.kit.cards import Card
from orapp.ui.kit.dates import DateField
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.tables import Cell, Column
from orapp.ui.screens.council.autosaved import AutosavedForm
from orapp.ui.screens.council.records import RecordForm, RecordList, RecordSheet, replaced

if TYPE_CHECKING:
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.council.keeper import CouncilKeeper

MOST_DAYS = 999
DAYS_PIXELS = 80


class RecessForm(RecordForm[Recess]):
    """One stretch of weeks without meetings."""

    def __init__(self, place: Workplace, recess: Recess | None) -> None:
        super().__init__(place.look, label_pixels=130)
        self.name = self.line("name", self.tr("&Naam"), self.tr("Bijvoorbeeld: zomerreces"))
        self.from_day = self.add("from_day", self.tr("&Vanaf"), DateField(place, "from_day", self.tr("Vanaf")))
        self.until_day = self.add("until_day", self.tr("&Tot en met"), DateField(place, "until_day", self.tr("Tot en met")))
        if recess is not None:
            self.name.setText(recess.name)
            self.from_day.set_value(recess.from_day)
            self.until_day.set_value(recess.until_day)

    def read(self) -> Recess | None:
        """The recess; None where a day is missing or the end comes before the beginning."""
        self.clear_all()
        first, last = self._day("from_day", self.from_day), self._day("until_day", self.until_day)
        if first is None or last is None:
            return None
        if last < first:
            self.refuse("until_day", self.tr("Het reces eindigt vóór het begint. Kijk beide datums na."))
            return None
        return Recess(from_day=first, until_day=last, name=self.name.text().strip())

    def _day(self, key: str, field: DateField) -> date | None:
        if field.value() is None:
            self.refuse(key, field.refusal() or self.tr("Vul een datum in."))
        return field.value()


class AgreementsPart(QWidget):
    """Agreed terms in days, and recesses."""

    def __init__(self, place: Workplace, keeper: CouncilKeeper) -> None:
        super().__init__()
        self._place = place
        self._keeper = keeper
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(place.look.px(12))
        column.addWidget(self._build_terms())
        column.addWidget(self._build_recesses())
        column.addStretch(1)
        self.form.ready.connect(self._keep)
        self.list.add_asked.connect(lambda: self._write(None))
        self.list.edit_asked.connect(self._write)
        self.list.remove_asked.connect(self._remove)

    def _build_terms(self) -> Card:
        card = Card(self._place.look, self.tr("Afgesproken termijnen met de bestuurder"))
        why = self.tr(
            "Dit is een afspraak, geen wet. Het programma gebruikt de dagen als voorstel voor een afgesproken datum. "
            "Verstrijkt een afgesproken adviesdatum zonder advies of verzoek om uitstel, dan mag de bestuurder beslissen en "
            "kan de OR het beroep verliezen."
        )
        card.body.addWidget(text_label(why, "small", wrap=True))
        form = self.form = AutosavedForm(self._place.look)
        self.advice = self._days("advice_days", self.tr("Advies, in dagen"))
        self.consent = self._days("consent_days", self.tr("&Instemming, in dagen"))
        self.answer = self._days("answer_days", self.tr("Antwoord op &vragen, in dagen"))
        self.recorded = form.line(
            "recorded_in", self.tr("Va&stgelegd in"), self.tr("Bijvoorbeeld: convenant van 3 maart 2025, artikel 4")
        )
        form.watch_line("recorded_in", self.recorded)
        card.body.addWidget(form)
        self.unrecorded = text_label("", "refusal", wrap=True)
        card.body.addWidget(self.unrecorded)
        return card

    def _days(self, key: str, label: str) -> QLineEdit:
        field = self.form.line(key, label)
        field.setValidator(QIntValidator(1, MOST_DAYS, self))
        field.setMaximumWidth(self._place.look.px(DAYS_PIXELS))
        self.form.watch_line(key, field)
        return field

    def _build_recesses(self) -> Card:
        card = Card(self._place.look, self.tr("Reces"))
        why = self.tr(
            "Weken waarin de raad niet vergadert. Vakantie schort niets op: geen termijn verschuift erdoor. Het programma "
            "waarschuwt bij een termijn die in het reces eindigt. Spreek af wie dan de post opent en de advocaat belt."
        )
        card.body.addWidget(text_label(why, "small", wrap=True))
        self.list: RecordList[Recess] = RecordList(
            self._place.look,
            self._columns(),
            name="recessen",
            accessible=self.tr("Recessen van de raad"),
            empty=self.tr("Nog geen reces. Vul de schoolvakanties in waarin de raad niet bijeenkomt."),
            add_words=self.tr("Reces &toevoegen…"),
            identity=lambda recess: f"{recess.from_day} {recess.until_day} {recess.name}",
            ordered=False,
        )
        card.body.addWidget(self.list)
        return card

    def _columns(self) -> list[Column[Recess]]:
        def named(recess: Recess) -> Cell:
            past = recess.until_day < self._place.today()
            return Cell(text=recess.name or self.tr("reces"), strong=not past, quiet=past)

        return [
            Column(key="name", title=self.tr("Naam"), cell=named, weight=2),
            Column(key="from", title=self.tr("Vanaf"), cell=lambda row: Cell(text=long_date(row.from_day)), weight=2),
            Column(key="until", title=self.tr("Tot en met"), cell=lambda row: Cell(text=long_date(row.until_day)), weight=2),
        ]

    def show_council(self) -> None:
        """Shows agreements and recesses as they stand."""
        council = self._keeper.council
        if council is None:
            return
        terms = council.agreed_terms
        for key, field, days in (
            ("advice_days", self.advice, terms.advice_days),
            ("consent_days", self.consent, terms.consent_days),
            ("answer_days", self.answer, terms.answer_days),
        ):
            self.form.put_line(key, field, "" if days is None else str(days))
        self.form.put_line("recorded_in", self.recorded, terms.recorded_in)
        self.form.setEnabled(self._keeper.can_edit)
        agreed = any(days is not None for days in (terms.advice_days, terms.consent_days, terms.answer_days))
        missing = agreed and not terms.recorded_in.strip()
        self.unrecorded.setText(self.tr("Vul in waar dit is vastgelegd; anders is de afspraak later niet te bewijzen."))
        self.unrecorded.setVisible(missing)
        rows = sorted(council.recesses, key=lambda recess: recess.from_day)
        self.list.show_rows(rows, can_edit=self._keeper.can_edit)

    def _keep(self, key: str) -> None:
        self._keeper.apply(self.tr("afspraken wijzigen"), self._edited, key)

    def _edited(self, council: Council) -> Council:
        terms = AgreedTerms(
            advice_days=_number(self.advice),
            consent_days=_number(self.consent),
            answer_days=_number(self.answer),
            recorded_in=self.recorded.text().strip(),
        )
        return replace(council, agreed_terms=terms)

    def _write(self, present: Recess | None) -> None:
        title = self.tr("Reces wijzigen") if present else self.tr("Reces toevoegen")
        sheet = RecordSheet(self, self._place.look, title, RecessForm(self._place, present))
        sheet.kept.connect(lambda made: self._take(present, made))
        sheet.open()

    def _take(self, old: Recess | None, new: Recess) -> None:
        words = self.tr("reces wijzigen")
        if old is None:
            self._keeper.apply(words, lambda council: replace(council, recesses=(*council.recesses, new)))
        else:
            self._keeper.apply(words, lambda council: replace(council, recesses=replaced(council.recesses, old, new)))

    def _remove(self, row: Recess) -> None:
        self._keeper.apply(
            self.tr("reces verwijderen"),
            lambda council: replace(council, recesses=tuple(one for one in council.recesses if one != row)),
        )


def _number(field: QLineEdit) -> int | None:
    text = field.text().strip()
    return int(text) if text.isdigit() and int(text) > 0 else None
