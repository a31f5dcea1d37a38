"""The bin: what was thrown away, when and by whom; take it back, or destroy it for good."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStackedWidget, QVBoxLayout
from typing_extensions import override

from orapp.services.bulk import BulkService
from orapp.services.failures import Failure, Refusal
from orapp.services.rows import BinRow, Changes
from orapp.texts.dates import short_date
from orapp.ui.kit.cards import Card, button
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.list_actions import ListActions
from orapp.ui.kit.look import Tone
from orapp.ui.kit.notices import NoticeBar
from orapp.ui.kit.seen_screen import SeenScreen
from orapp.ui.kit.tables import Cell, Column, RowModel, Table
from orapp.ui.screens.bin.destroying import DestroySheet, told

if TYPE_CHECKING:
    from orapp.services.desk import Desk
    from orapp.services.rows import DestructionReport
    from orapp.ui.kit.workplace import Workplace

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class BinScreen(SeenScreen):
    """Dossiers in the bin. What was removed inside a dossier comes back there, and this screen says so."""

    dossier_opened = Signal(str)

    def __init__(self, desk: Desk, place: Workplace) -> None:
        super().__init__()
        self._desk = desk
        self._place = place
        self._bulk = BulkService(desk.archive)
        self.setObjectName("prullenbak")
        self.setProperty("part", "ground")
        self._build()
        self._connect()

    # -- build ---------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(22), look.px(14), look.px(22), look.px(14))
        column.setSpacing(look.px(8))
        column.addWidget(text_label(self.tr("Prullenbak"), "title"))
        self.notice = NoticeBar(look, "prullenbak-melding")
        column.addWidget(self.notice)
        column.addWidget(text_label(self._explained(), "quiet", wrap=True))
        self.take_back_button = button(self.tr("&Terugzetten"), "terugzetten", "primary")
        self.destroy_button = button(self.tr("Voorgoed &vernietigen…"), "voorgoed-vernietigen")
        acts = FlowRow(look)
        acts.fill([self.take_back_button, self.destroy_button])
        column.addWidget(acts)
        card = Card(look)
        card.body.setContentsMargins(look.px(8), look.px(6), look.px(8), look.px(8))
        model: RowModel[BinRow] = RowModel(self._columns())
        self.table = Table(model, look, "prullenbaklijst", self.tr("Weggegooide dossiers"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._empty = text_label(self.tr("De prullenbak is leeg. Wat u weggooit, komt hier en kan terug."), "quiet", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty)
        card.body.addWidget(self._pages)
        column.addWidget(card, 1)
        self.acts = ListActions(self.table, self._place, heading=self.tr("Prullenbak"), fill=self._fill_menu)

    def _explained(self) -> str:
        return self.tr(
            "Hier staan hele dossiers. Wat binnen een dossier is verwijderd (een vraag, een voorwaarde, een stuk), haalt u "
            "in dat dossier terug met “Ongedaan maken”; in het logboek onder het verloop staat wat er stond en wie het weghaalde."
        )

    def _columns(self) -> list[Column[BinRow]]:
        return [
            Column(key="label", title=self.tr("Dossier"), cell=lambda row: Cell(text=row.label, strong=True), weight=6),
            Column(
                key="when",
                title=self.tr("Weggegooid op"),
                cell=lambda row: Cell(text=self._when(row)),
                pixels=190,
                export=lambda row: row.binned_at.astimezone(AMSTERDAM).date(),
            ),
            Column(
                key="by", title=self.tr("Door"), cell=lambda row: Cell(text="" if self._place.here.shared else row.by), pixels=170
            ),
        ]

    def _when(self, row: BinRow) -> str:
        at = row.binned_at.astimezone(AMSTERDAM)
        return f"{short_date(at.date(), this_year=self._place.today().year)}, {at:%H.%M} uur"

    # -- connect -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.take_back_button.clicked.connect(self.take_back)
        self.destroy_button.clicked.connect(self.ask_destroy)
        self.table.selectionModel().selectionChanged.connect(lambda *_what: self._follow())
        self.acts.told.connect(lambda words: self.notice.tell(words, Tone.GOOD))
        self._place.changes.changed.connect(self._on_changes)
        self._place.here.changed.connect(self.reload)
        self._follow()

    # -- show ----------------------------------------------------------------------------------------------------------

    @override
    def reload(self) -> None:
        """Reads again what stands in the bin."""
        super().reload()
        secret = self._place.here.visibility.secret

        def read() -> tuple[BinRow, ...]:
            with self._desk.archive.read() as reader:
                return tuple(row for row in reader.bin() if secret or not row.secret)

        self._place.tasks.read(self, "prullenbak", read, self._show)

    def _show(self, rows: tuple[BinRow, ...]) -> None:
        chosen = self.table.current()
        had_focus = self.table.hasFocus()
        self.table.row_model.show(rows)
        ids = [row.id for row in rows]
        self.table.choose(ids.index(chosen.id) if chosen is not None and chosen.id in ids else 0)
        self._pages.setCurrentIndex(0 if rows else 1)
        self._follow()
        if had_focus and not rows:
            self.notice.setFocus()

    def _follow(self) -> None:
        rows = self.table.chosen_rows()
        self.take_back_button.setEnabled(bool(rows))
        self.destroy_button.setEnabled(len(rows) == 1)

    # -- slots ---------------------------------------------------------------------------------------------------------

    def focus_list(self) -> None:
        """Puts the keyboard in the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_back(self) -> None:
        """Takes what is chosen back to the dossiers."""
        rows = self.table.chosen_rows()
        if not rows:
            return
        ids = tuple(row.id for row in rows)
        person, origin = self._place.here.person, self._place.here.window
        said = (
            self.tr("{dossier} staat weer bij de dossiers.").format(dossier=rows[0].label)
            if len(rows) == 1
            else self.tr("{count} dossiers staan weer bij de dossiers.").format(count=len(rows))
        )
        self._place.tasks.write(self, lambda: self._bulk.from_bin(ids, person, origin), partial(self._done, said), self._failed)

    def ask_destroy(self) -> None:
        """Asks why the chosen dossier goes for good."""
        rows = self.table.chosen_rows()
        if len(rows) != 1:
            return
        row = rows[0]
        sheet = DestroySheet(self.window(), self._place.look, row, lambda reason: self._destroy(sheet, row, reason))
        sheet.open()

    def _destroy(self, sheet: DestroySheet, row: BinRow, reason: str) -> None:
        person = self._place.here.person

        def gone(report: DestructionReport) -> None:
            sheet.accept()
            # The first dialog goes before the second comes.
            QTimer.singleShot(0, self, lambda: self._tell(row, report))
            self._place.changes.publish(Changes(dossier_ids=(row.id,), lists=True, origin=self._place.here.window))

        def failed(failure: Failure) -> None:
            if isinstance(failure, Refusal):
                sheet.refuse(failure, self._place.said(failure))
            else:
                sheet.reject()
                self._failed(failure)

        self._place.tasks.write(sheet, lambda: self._desk.dossiers.destroy(row.id, reason, person), gone, failed)

    def _tell(self, row: BinRow, report: DestructionReport) -> None:
        self._place.asker.tell(self.window(), self.tr("{dossier} is vernietigd.").format(dossier=row.label), told(report))

    def _done(self, said: str, changes: Changes) -> None:
        self.notice.tell(said, Tone.GOOD)
        self._place.changes.publish(changes)

    def _failed(self, failure: Failure) -> None:
        self.notice.tell(self._place.said(failure), Tone.DANGER)

    def _fill_menu(self, menu: QMenu) -> None:
        for words, name, act, possible in (
            (self.tr("&Terugzetten"), "terugzetten-menu", self.take_back, bool(self.table.chosen_rows())),
            (self.tr("Voorgoed &vernietigen…"), "vernietigen-menu", self.ask_destroy, len(self.table.chosen_rows()) == 1),
        ):
            made = QAction(words, menu)
            made.setObjectName(name)
            made.setEnabled(possible)
            made.triggered.connect(lambda _checked=False, act=act: act())
            menu.addAction(made)

    def _on_changes(self, changes: Changes) -> None:
        if changes.lists:
            self.catch_up()
