"""The council as a file, and the destruction of what is kept about one person."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from orapp.services.failures import Circumstance, Failure
from orapp.services.file_names import safe_name
from orapp.texts.dates import plain_date
from orapp.ui.kit.card_stack import CardStack
from orapp.ui.kit.cards import Card, button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone

if TYPE_CHECKING:
    from orapp.domain.council import Council
    from orapp.services.desk import Desk
    from orapp.services.rows import DestructionReport
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.council.keeper import CouncilKeeper


class DestroySheet(Sheet):
    """Asks whose data, why, and the name once more; tells afterwards what was destroyed and what still holds it."""

    def __init__(self, parent: QWidget, desk: Desk, place: Workplace, keeper: CouncilKeeper, council: Council) -> None:
        super().__init__(parent, place.look, self.tr("Gegevens van een persoon vernietigen"), "vernietigen-venster")
        self._desk = desk
        self._place = place
        self._keeper = keeper
        people = [*((one.id, one.name) for one in council.members), *((one.id, one.name) for one in council.contacts)]
        self._names = dict(people)
        why = self.tr(
            "Dit kan niet terug. Wat bij deze persoon is vastgelegd, verdwijnt, ook uit het logboek. De reden blijft staan. "
            "In teksten van dossiers en in brieven kan de naam nog voorkomen: die wijzigt u zelf."
        )
        self.body.addWidget(text_label(why, wrap=True))
        self.form = Form(place.look, label_pixels=150)
        self.person = self.form.choice("person", self.tr("&Wie"), people)
        self.reason = self.form.line(
            "reason", self.tr("&Reden"), self.tr("Bijvoorbeeld: verzoek van betrokkene van 3 november 2026")
        )
        self.again = self.form.line("again", self.tr("&Naam nogmaals"), self.tr("Typ de naam precies zoals zij hierboven staat."))
        self.body.addWidget(self.form)
        self.told = text_label("", wrap=True)
        self.told.setObjectName("vernietigd")
        self.told.hide()
        self.body.addWidget(self.told)
        row = QHBoxLayout()
        row.addStretch(1)
        self.cancel = button(self.tr("Annuleren"), "annuleren")
        self.act = button(self.tr("&Vernietigen"), "vernietigen")
        self.cancel.setDefault(True)
        row.addWidget(self.cancel)
        row.addWidget(self.act)
        self.body.addLayout(row)
        self.setMinimumWidth(min(place.look.px(600), self.screen().availableSize().width() - 80))
        self.cancel.clicked.connect(self.close)
        self.act.clicked.connect(self._destroy)

    def _destroy(self) -> None:
        self.form.clear_all()
        who, name = str(self.person.currentData()), self.person.currentText()
        reason = self.reason.text().strip()
        if not reason:
            self.form.refuse("reason", self._place.texts.say("destroy.no_reason"))
            return
        if self.again.text().strip() != name:
            self.form.refuse("again", self.tr("Deze naam is niet {name}.").format(name=name))
            return
        self.act.setEnabled(False)
        desk, person = self._desk, self._place.here.person
        self._place.tasks.write(
            self, lambda: desk.council.destroy_person(who, reason, person), self._tell_done, self._tell_failure
        )

    def _tell_failure(self, failure: Failure) -> None:
        self.act.setEnabled(True)
        if not self.form.refuse(failure.fields.get("place", ""), self._place.said(failure)):
            self._place.asker.tell(self, self.tr("Er is niets vernietigd"), self._place.said(failure))

    def _tell_done(self, report: DestructionReport) -> None:
        said = [self.tr("Vernietigd: {items} onderdelen en {values} waarden in het logboek.")]
        if report.mentions_left:
            said.append(self.tr("De naam staat nog op {left} plaatsen in dossiers; die wijzigt u zelf."))
        if report.last_backup_ends is not None:
            said.append(self.tr("De laatste automatische reservekopie die dit nog bevat, vervalt op {day}."))
        if report.backups_kept_by_hand:
            said.append(self.tr("Deze kopieën bevatten het nog en moet u zelf verwijderen: {names}."))
        words = " ".join(said).format(
            items=report.items,
            values=report.journal_values,
            left=report.mentions_left,
            day=plain_date(report.last_backup_ends) if report.last_backup_ends else "",
            names=", ".join(report.backups_kept_by_hand),
        )
        self.told.setText(words)
        self.told.show()
        self.form.setEnabled(False)
        self.act.hide()
        self.cancel.setText(self.tr("Sluiten"))
        self.cancel.setFocus()
        self.adjustSize()
        self._keeper.tell_others()


class ExchangePart(CardStack):
    """Writing the council as a file, taking one over, and destroying a person's data: rare acts, each with its explanation."""

    def __init__(self, desk: Desk, place: Workplace, keeper: CouncilKeeper) -> None:
        super().__init__(place.look)
        self._desk = desk
        self._place = place
        self._keeper = keeper
        look = place.look
        column = self.column
        card = Card(look, self.tr("De raad als bestand"))
        words = self.tr(
            "Met leden, contacten, ondertekening en afspraken, leesbaar voor wie het bestand heeft; het logo gaat niet mee. "
            "Zo neemt u de raad mee naar een ander archief."
        )
        card.body.addWidget(text_label(words, "quiet", wrap=True))
        self.write = button(self.tr("Raad &opslaan als bestand…"), "raad-opslaan")
        self.take = button(self.tr("Raad o&vernemen uit bestand…"), "raad-overnemen")
        row = FlowRow(look)
        row.fill((self.write, self.take))
        card.body.addWidget(row)
        column.addWidget(card)
        danger = Card(look, self.tr("Gegevens van een persoon vernietigen"))
        words = self.tr(
            "Wie uit de raad gaat, blijft bij de vroegere leden staan: de brieven van toen noemen die naam. Vraagt iemand om "
            "vernietiging, of is de bewaartermijn voorbij, dan vernietigt u hier wat over deze persoon is vastgelegd."
        )
        danger.body.addWidget(text_label(words, "quiet", wrap=True))
        self.destroy_one = button(self.tr("Gegevens ver&nietigen…"), "persoon-vernietigen")
        line = QHBoxLayout()
        line.addWidget(self.destroy_one)
        line.addStretch(1)
        danger.body.addLayout(line)
        column.addWidget(danger)
        column.addStretch(1)
        self.write.clicked.connect(self._ask_target)
        self.take.clicked.connect(self._ask_source)
        self.destroy_one.clicked.connect(self._ask_destroy)

    def show_council(self) -> None:
        """Shows which acts are possible now."""
        council, can_edit = self._keeper.council, self._keeper.can_edit
        self.take.setEnabled(can_edit)
        self.destroy_one.setEnabled(can_edit and council is not None and bool(council.members or council.contacts))

    def _ask_target(self) -> None:
        council = self._keeper.council
        if council is None:
            return
        proposal = self._desk.archive.path.parent / f"{safe_name(council.name)}.json"
        kinds = self.tr("Raad als bestand (*.json)")
        self._place.asker.name_file(self, self.tr("Raad opslaan als bestand"), proposal, kinds, self._write)

    def _write(self, path: Path) -> None:
        desk, write = self._desk, self._place.write_file

        def work() -> None:
            data = desk.council.export()
            try:
                write(path, data)
            except OSError as error:
                raise Circumstance("council.file_unwritable", path=str(path)) from error

        said = self.tr("De raad staat in {path}.").format(path=path)
        self._place.tasks.read(self, "opslaan", work, lambda _none: self.notice.tell(said, Tone.GOOD), self._tell)

    def _ask_source(self) -> None:
        kinds = self.tr("Raad als bestand (*.json)")
        folder = self._desk.archive.path.parent
        self._place.asker.choose_file(self, self.tr("Raad overnemen uit bestand"), folder, kinds, self._read)

    def _read(self, path: Path) -> None:
        desk, before = self._desk, self._keeper.council
        if before is None:
            return

        def work() -> Council:
            try:
                data = path.read_bytes()
            except OSError as error:
                raise Circumstance("council.file_unreadable", path=str(path)) from error
            return desk.council.taken_over(before, data)

        self._place.tasks.read(self, "overnemen", work, self._ask_take, self._tell)

    def _ask_take(self, taken: Council) -> None:
        question = self.tr("{name} overnemen?").format(name=taken.name)
        words = self.tr(
            "Dit vervangt de raad zoals hij hier staat: {members} leden en {contacts} contacten komen ervoor in de plaats. "
            "Het logo blijft. U kunt het ongedaan maken."
        ).format(members=len(taken.members), contacts=len(taken.contacts))
        self._place.asker.confirm(self, question, words, self.tr("Overnemen"), lambda: self._take(taken))

    def _take(self, taken: Council) -> None:
        self._keeper.apply(self.tr("raad overnemen"), lambda council: _with_identity(taken, council))
        self.notice.tell(self.tr("{name} is overgenomen.").format(name=taken.name), Tone.GOOD)

    def _ask_destroy(self) -> None:
        council = self._keeper.council
        if council is not None:
            DestroySheet(self, self._desk, self._place, self._keeper, council).open()

    def _tell(self, failure: Failure) -> None:
        self.notice.tell(self._place.said(failure), Tone.DANGER)


def _with_identity(taken: Council, council: Council) -> Council:
    return replace(taken, id=council.id, version=council.version, logo=council.logo)
