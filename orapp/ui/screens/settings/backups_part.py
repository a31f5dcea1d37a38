"""The backups: which there are, making one, where they stand, trying one and putting one back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator

from orapp.services.failures import Failure, Refusal
from orapp.texts.dates import plain_date, relative_days
from orapp.ui.kit.card_stack import CardStack
from orapp.ui.kit.cards import Card, button, empty_hint
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import breakable, set_tone, text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.tables import Cell, Column, FittedTable, RowModel
from orapp.ui.screens.settings.facts import MEBIBYTE, instant_words, size_words
from orapp.ui.screens.settings.restore_sheet import RestoreSheet

if TYPE_CHECKING:
    from orapp.services.backups import BackupArrangement
    from orapp.services.desk import Desk
    from orapp.services.rows import BackupInfo, Changes
    from orapp.services.upkeep import Absence, Upkeep
    from orapp.ui.kit.workplace import Workplace

TRIAL_DAYS = 365
MOST_MEBIBYTES = 10_000_000
FOLDER, MOST = "folder", "most"
# At large text a table gives way before the screen scrolls sideways; its cells wrap.
LEAST_WIDTH = 280


class BackupsPart(CardStack):
    """`leave_asked` asks the window to close the archive for a restore."""

    leave_asked = Signal(object)

    def __init__(self, desk: Desk, place: Workplace, upkeep: Upkeep) -> None:
        super().__init__(place.look)
        self._desk = desk
        self._place = place
        self._upkeep = upkeep
        column = self.column
        column.addWidget(self._build_list())
        column.addWidget(self._build_trial())
        column.addWidget(self._build_arrangement())
        column.addStretch(1)
        self._connect()

    # -- build ---------------------------------------------------------------------------------------------------------

    def _build_list(self) -> Card:
        look = self._place.look
        card = Card(look, self.tr("Reservekopieën"))
        words = self.tr(
            "Elke kopie is na het maken geopend en gecontroleerd. Automatisch hooguit één per dag, als er iets wijzigde."
        )
        card.body.addWidget(text_label(words, "small", wrap=True))
        columns: list[Column[BackupInfo]] = [
            Column(
                key="made",
                title=self.tr("Gemaakt"),
                cell=lambda row: Cell(text=instant_words(row.made_at), strong=True),
                weight=4,
            ),
            Column(key="size", title=self.tr("Grootte"), cell=lambda row: Cell(text=size_words(row.size)), pixels=72),
            Column(key="how", title=self.tr("Hoe"), cell=self._how, pixels=98),
            Column(key="where", title=self.tr("Waar"), cell=self._where, weight=6),
        ]
        model: RowModel[BackupInfo] = RowModel(columns)
        self.table = FittedTable(model, look, "kopieen", self.tr("Reservekopieën van dit archief"))
        self.table.setMinimumWidth(LEAST_WIDTH)
        card.body.addWidget(self.table)
        self._none = empty_hint(self.tr("Nog geen. Maak er nu een, liefst op een andere schijf of een stick."))
        card.body.addWidget(self._none)
        self.make = button(self.tr("Reservekopie &maken…"), "kopie-maken", "primary")
        self.restore = button(self.tr("Deze &terugzetten…"), "kopie-terugzetten")
        self.restore_file = button(self.tr("Uit een &bestand terugzetten…"), "kopie-uit-bestand")
        row = FlowRow(look)
        row.fill((self.make, self.restore, self.restore_file))
        card.body.addWidget(row)
        return card

    def _build_trial(self) -> Card:
        look = self._place.look
        card = Card(look, self.tr("Proefherstel"))
        words = self.tr(
            "Een kopie is pas iets waard als zij opengaat. Een proefherstel zet de kopie op een eigen plaats terug, opent "
            "en controleert haar, vertelt wat erin staat en haalt haar weer weg. Doe dit eenmaal per jaar met het noodblad."
        )
        card.body.addWidget(text_label(words, "small", wrap=True))
        self.tried = text_label("", wrap=True)
        self.tried.setObjectName("laatst-geprobeerd")
        card.body.addWidget(self.tried)
        self.trial = button(self.tr("Deze kopie &proberen…"), "kopie-proberen")
        self.trial_file = button(self.tr("Een bestand proberen…"), "bestand-proberen")
        row = FlowRow(self._place.look)
        row.fill((self.trial, self.trial_file))
        card.body.addWidget(row)
        return card

    def _build_arrangement(self) -> Card:
        card = Card(self._place.look, self.tr("Plaats en ruimte"))
        words = self.tr(
            "Bewaard blijven de kopieën van 10 dagen, 8 weken en 12 maanden, zolang zij samen in deze ruimte passen. De nieuwste "
            "blijft altijd. Wat u zelf elders opslaat, ruimt het programma niet op."
        )
        card.body.addWidget(text_label(words, "small", wrap=True))
        self.form = Form(self._place.look)
        usual = breakable(self._upkeep.usual_backups)
        self.folder = self.form.line(FOLDER, self.tr("Map"), self.tr("Leeg: de gewone map, {path}").format(path=usual))
        self.most = self.form.line(MOST, self.tr("R&uimte samen, in MB"))
        self.most.setValidator(QIntValidator(0, MOST_MEBIBYTES, self))
        card.body.addWidget(self.form)
        self.choose = button(self.tr("Map &kiezen…"), "map-kiezen")
        self.keep = button(self.tr("Plaats en ruimte &opslaan"), "ruimte-opslaan")
        row = FlowRow(self._place.look)
        row.fill((self.choose, self.keep))
        card.body.addWidget(row)
        return card

    # -- connect -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.make.clicked.connect(self._ask_make)
        self.restore.clicked.connect(lambda: self._with_chosen(self._restore))
        self.restore_file.clicked.connect(lambda: self._ask_file(self._restore))
        self.trial.clicked.connect(lambda: self._with_chosen(self._try))
        self.trial_file.clicked.connect(lambda: self._ask_file(self._try))
        self.table.row_opened.connect(lambda row: self._try(Path(row.path)))
        self.choose.clicked.connect(self._ask_folder)
        self.keep.clicked.connect(self._keep)
        self._place.changes.changed.connect(self._on_changes)

    # -- show ----------------------------------------------------------------------------------------------------------

    def show_part(self) -> None:
        """Reads again which backups there are and how they are arranged."""
        backups = self._desk.backups
        self._place.tasks.read(self, "kopieën", lambda: (backups.all(), backups.arrangement()), self._show)

    def _show(self, found: tuple[tuple[BackupInfo, ...], BackupArrangement]) -> None:
        rows, arranged = found
        self.table.row_model.show(rows)
        self.table.choose_first()
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)
        writes = not self._desk.archive.read_only
        self.restore.setEnabled(bool(rows) and writes)
        self.restore_file.setEnabled(writes)
        self.trial.setEnabled(bool(rows))
        self.keep.setEnabled(writes)
        if not self.folder.isModified():
            self.folder.setText("" if arranged.folder is None else str(arranged.folder))
        if not self.most.isModified():
            self.most.setText(str(arranged.most_bytes // MEBIBYTE))
        self._show_tried(arranged)

    def _show_tried(self, arranged: BackupArrangement) -> None:
        day, today = arranged.tried_on, self._place.today()
        if day is None:
            self.tried.setText(self.tr("Nog nooit geprobeerd."))
        else:
            words = self.tr("Laatst geprobeerd op {day} ({when}): {name}.")
            self.tried.setText(words.format(day=plain_date(day), when=relative_days(day, today), name=arranged.tried_name))
        late = day is None or (today - day).days > TRIAL_DAYS
        set_tone(self.tried, Tone.ATTENTION if late else Tone.GOOD)

    def _how(self, row: BackupInfo) -> Cell:
        return Cell(text=self.tr("automatisch") if row.automatic else self.tr("met de hand"), quiet=row.automatic)

    def _where(self, row: BackupInfo) -> Cell:
        path = Path(row.path)
        return Cell(text=path.name, second=str(path.parent))

    # -- slots ---------------------------------------------------------------------------------------------------------

    def _ask_make(self) -> None:
        archive, day = self._desk.archive, self._place.today().isoformat()
        proposal = self._upkeep.folder / f"{archive.path.stem} {day}.orarchief"
        kinds = self.tr("Archieven (*.orarchief)")
        self._place.asker.name_file(self, self.tr("Reservekopie maken"), proposal, kinds, self._make)

    def _make(self, path: Path) -> None:
        archive = self._desk.archive
        self.make.setEnabled(False)
        self.notice.tell(self.tr("De reservekopie wordt gemaakt en gecontroleerd."), Tone.ACCENT)
        self._place.tasks.work(self, lambda _progress: archive.backup(path), self._made, self._not_made)

    def _made(self, made: BackupInfo) -> None:
        self.make.setEnabled(True)
        words = self.tr("Gemaakt, geopend en gecontroleerd: {path} ({size}).")
        self.notice.tell(words.format(path=made.path, size=size_words(made.size)), Tone.GOOD)
        self.show_part()

    def _not_made(self, failure: Failure) -> None:
        self.make.setEnabled(True)
        self._tell(failure)

    def _with_chosen(self, act: Callable[[Path], None]) -> None:
        row = self.table.current()
        if row is not None:
            act(Path(row.path))

    def _ask_file(self, act: Callable[[Path], None]) -> None:
        kinds = self.tr("Archieven (*.orarchief)")
        self._place.asker.choose_file(self, self.tr("Reservekopie kiezen"), self._upkeep.folder, kinds, act)

    def _try(self, path: Path) -> None:
        sheet = RestoreSheet(self, self._place, self._upkeep, path, restore=False)
        sheet.tried.connect(self._note_trial)
        sheet.open()

    def _restore(self, path: Path) -> None:
        sheet = RestoreSheet(self, self._place, self._upkeep, path, restore=True)
        sheet.tried.connect(self._note_trial)
        sheet.agreed.connect(self.leave_for)
        sheet.open()

    def leave_for(self, absence: Absence) -> None:
        """Asks the window to close the archive for this work."""
        self.leave_asked.emit(absence)

    def _note_trial(self, name: str) -> None:
        if self._desk.archive.read_only:
            return
        backups, person, today = self._desk.backups, self._place.here.person, self._place.today()
        self._place.tasks.write(self, lambda: backups.note_trial(person, today, name), lambda _none: self.show_part(), self._tell)

    def _ask_folder(self) -> None:
        title = self.tr("Map voor reservekopieën")
        self._place.asker.choose_folder(self, title, self._upkeep.folder, self._take_folder)

    def _take_folder(self, path: Path) -> None:
        self.folder.setText(str(path))
        self.folder.setModified(True)
        self.form.clear(FOLDER)

    def _keep(self) -> None:
        self.form.clear_all()
        text, most = self.folder.text().strip(), self.most.text().strip()
        folder = Path(text) if text else None
        if folder is not None and not folder.is_absolute():
            self.form.refuse(FOLDER, self.tr("Geef de hele naam van de map, vanaf de schijf."))
            return
        backups, person = self._desk.backups, self._place.here.person
        size = int(most) * MEBIBYTE if most.isdigit() else 0

        def work() -> None:
            if folder is not None and not folder.is_dir():
                raise Refusal("backups.folder_missing", place=FOLDER, path=str(folder))
            backups.arrange(person, folder=folder, most_bytes=size, usual_folder=folder is None)

        self._place.tasks.write(self, work, self._kept, self._tell)

    def _kept(self, _nothing: None) -> None:
        self.folder.setModified(False)
        self.most.setModified(False)
        self.notice.tell(self.tr("Plaats en ruimte zijn opgeslagen."), Tone.GOOD)
        self.show_part()

    def _tell(self, failure: Failure) -> None:
        said = self._place.said(failure)
        if not self.form.refuse(failure.fields.get("place", ""), said):
            self.notice.tell(said, Tone.DANGER)

    def _on_changes(self, changes: Changes) -> None:
        if changes.lists and self.isVisible():
            self.show_part()
