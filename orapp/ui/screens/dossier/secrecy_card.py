"""Secrecy that was imposed (art. 20 WOR): by whom, on what, until when, except for whom; recorded and changed in a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from orapp.domain.editing import set_head
from orapp.domain.items import Secrecy
from orapp.texts.dates import short_date
from orapp.ui.kit.cards import Card, Column, button, empty_hint
from orapp.ui.kit.dates import DateField
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import text_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from orapp.domain.dossier import Dossier
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.workplace import Workplace


class SecrecyForm(Sheet):
    """One secrecy. Facts are not refused; only what it is about must be said."""

    def __init__(
        self,
        parent: QWidget,
        place: Workplace,
        secrecy: Secrecy,
        keep: Callable[[Secrecy], None],
        lift: Callable[[], None] | None = None,
    ) -> None:
        """`lift` takes the secrecy away, where there is one."""
        super().__init__(parent, place.look, self.tr("Geheimhouding"), "geheimhouding-formulier")
        self._keep = keep
        self._form = Form(place.look)
        self._scope = self._form.line("scope", self.tr("Waarover"), self.tr("Welke stukken of gegevens, zo precies mogelijk."))
        self._imposed_by = self._form.line("imposed_by", self.tr("Opgelegd door"))
        self._imposed_on = self._form.add(
            "imposed_on", self.tr("Opgelegd op"), self._date(place, "imposed_on", self.tr("Opgelegd op"))
        )
        until = self.tr("Tot en met")
        self._until = self._form.add(
            "until", until, self._date(place, "until", until), self.tr("Leeg: geen einde genoemd (art. 20).")
        )
        self._except_for = self._form.line("except_for", self.tr("Niet voor"), self.tr("Met wie wel mag worden gesproken."))
        self._reason = self._form.line("reason", self.tr("Reden"))
        for field, text in (
            (self._scope, secrecy.scope),
            (self._imposed_by, secrecy.imposed_by),
            (self._except_for, secrecy.except_for),
            (self._reason, secrecy.reason),
        ):
            field.setText(text)
        self._imposed_on.set_value(secrecy.imposed_on)
        self._until.set_value(secrecy.until)
        room = Column(place.look)
        room.body.addWidget(self._form)
        room.body.addStretch(1)
        self.body.addWidget(room, 1)
        row = QHBoxLayout()
        if lift is not None:
            away = button(self.tr("Opheffen"), "geheimhouding-opheffen")
            away.clicked.connect(lift)
            away.clicked.connect(self.accept)
            row.addWidget(away)
        row.addStretch(1)
        cancel = button(self.tr("Annuleren"), "geheimhouding-annuleren")
        cancel.clicked.connect(self.reject)
        save = button(self.tr("Bewaren"), "geheimhouding-bewaren", "primary")
        save.clicked.connect(self.save)
        row.addWidget(cancel)
        row.addWidget(save)
        self.body.addLayout(row)
        self.take_size(560, 420)
        self._scope.setFocus()

    def save(self) -> None:
        """Keeps what was filled in."""
        if not self._scope.text().strip():
            self._form.refuse("scope", self.tr("Vul in waarover de geheimhouding gaat."))
            return
        for key, field in (("imposed_on", self._imposed_on), ("until", self._until)):
            if field.is_wrong():
                self._form.refuse(key, field.refusal())
                return
        self._keep(
            Secrecy(
                imposed_by=self._imposed_by.text().strip(),
                scope=self._scope.text().strip(),
                until=self._until.value(),
                except_for=self._except_for.text().strip(),
                imposed_on=self._imposed_on.value(),
                reason=self._reason.text().strip(),
            )
        )
        self.accept()

    @staticmethod
    def _date(place: Workplace, name: str, words: str) -> DateField:
        return DateField(place, name, words)


class SecrecyCard(Card):
    """What secrecy there is, each to change or to lift, and recording another."""

    def __init__(self, place: Workplace, editor: DossierEditor) -> None:
        super().__init__(place.look)
        self._place = place
        self._editor = editor
        self._dossier: Dossier | None = None
        self._rows: list[QWidget] = []
        add = button(self.tr("Geheimhouding vastleggen"), "geheimhouding-toevoegen", "link")
        add.clicked.connect(self.add_new)
        head = FlowRow(place.look)
        head.fill([text_label(self.tr("Geheimhouding (art. 20)"), "heading"), add])
        self.body.insertWidget(0, head)
        self._shown: tuple[Secrecy, ...] | None = None

    def show_dossier(self, dossier: Dossier) -> None:
        """Shows what was imposed."""
        self._dossier = dossier
        if dossier.secrecies == self._shown:
            return
        self._shown = dossier.secrecies
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(number, secrecy) for number, secrecy in enumerate(dossier.secrecies)]
        if not self._rows:
            self._rows = [empty_hint(self.tr("Er is geen geheimhouding opgelegd. Per stuk staat dat bij het stuk."))]
        for row in self._rows:
            self.body.addWidget(row)

    def add_new(self) -> None:
        """Opens the form for another secrecy."""
        self._open(Secrecy(imposed_by="", scope="", imposed_on=self._place.today()), self._add)

    def _row(self, number: int, secrecy: Secrecy) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(text_label(self._said(secrecy), wrap=True), 1)
        alter = button(self.tr("Wijzigen"), f"geheimhouding-wijzigen-{number}", "link")
        alter.setAccessibleName(self.tr("Geheimhouding wijzigen: {scope}").format(scope=secrecy.scope))
        alter.clicked.connect(lambda _checked=False: self._open(secrecy, lambda after: self._replace(secrecy, after)))
        lift = button(self.tr("Verwijderen"), f"geheimhouding-verwijderen-{number}", "link")
        lift.setAccessibleName(self.tr("Geheimhouding verwijderen: {scope}").format(scope=secrecy.scope))
        lift.clicked.connect(lambda _checked=False: self._replace(secrecy, None))
        line.addWidget(alter)
        line.addWidget(lift)
        return row

    def _said(self, secrecy: Secrecy) -> str:
        year = self._place.today().year
        until = (
            self.tr("t/m {day}").format(day=short_date(secrecy.until, this_year=year))
            if secrecy.until is not None
            else self.tr("geen einde genoemd")
        )
        by = self.tr("door {who}").format(who=secrecy.imposed_by) if secrecy.imposed_by else ""
        besides = self.tr("niet voor {who}").format(who=secrecy.except_for) if secrecy.except_for else ""
        return " · ".join(part for part in (secrecy.scope, by, until, besides, secrecy.reason) if part)

    def _open(self, secrecy: Secrecy, keep: Callable[[Secrecy], None]) -> None:
        SecrecyForm(self.window(), self._place, secrecy, keep).open()

    def _add(self, secrecy: Secrecy) -> None:
        if self._dossier is not None:
            self._submit((*self._dossier.secrecies, secrecy), self.tr("geheimhouding vastgelegd"))

    def _replace(self, before: Secrecy, after: Secrecy | None) -> None:
        if self._dossier is not None:
            kept = tuple(after if item == before else item for item in self._dossier.secrecies)
            words = self.tr("geheimhouding gewijzigd") if after is not None else self.tr("geheimhouding verwijderd")
            self._submit(tuple(item for item in kept if item is not None), words)

    def _submit(self, secrecies: tuple[Secrecy, ...], words: str) -> None:
        if self._dossier is not None:
            self._editor.submit(set_head(self._dossier, secrecies=secrecies), words)
