"""All terms over the dossiers, as a list and on a line of time, nearest first, each with its reason."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QStandardPaths, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
)
from typing_extensions import override

from orapp.services.rows import DeadlineQuery, DeadlineRow
from orapp.ui.kit.beginning_menu import BeginButton
from orapp.ui.kit.cards import Card, button, empty_hint
from orapp.ui.kit.dressing import as_frame
from orapp.ui.kit.labels import NatureLegend, text_label
from orapp.ui.kit.list_actions import FOLDER_KEY, ListActions
from orapp.ui.kit.seen_screen import SeenScreen
from orapp.ui.kit.tables import RowModel, Table
from orapp.ui.kit.timeline import TimeAxis, TimelineDelegate, scale_for
from orapp.ui.screens.deadlines.columns import line_columns, list_columns, span_of
from orapp.ui.screens.deadlines.explanation import Explanation
from orapp.ui.screens.deadlines.filters import DeadlineFilters
from orapp.ui.screens.deadlines.line_paper import LineActions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from orapp.law.proof import ProofSheet
    from orapp.letters.beginnings import Beginning
    from orapp.services.desk import Desk
    from orapp.services.rows import Changes
    from orapp.ui.kit.beginning_menu import Source
    from orapp.ui.kit.workplace import Workplace

PAGE = 200
MOST_PRINTED = 5000
LINE_COLUMN = 1
BESIDE = 980
"""From this width on, drawn at 13 px text, the reason stands beside the list."""

SIDE_PIXELS = 324
BELOW_PIXELS = 260
LEAST_PIXELS = 440
CHIP_PIXELS = 26
MOST_PIXELS = 16777215
LEAST_LIST_PIXELS = 190
VIEW_KEY = "termijnen.beeld"
LIST, LINE = "lijst", "tijdlijn"


class DeadlinesScreen(SeenScreen):
    """Enter opens the dossier; the arrow keys walk along the terms and their reasons, in the list and on the line alike."""

    dossier_opened = Signal(str)
    letter_begun = Signal(str, object)

    def __init__(self, desk: Desk, place: Workplace) -> None:
        super().__init__()
        self._desk = desk
        self._place = place
        self._query = DeadlineQuery()
        self._asked_from: tuple[date, str, str] | None = None
        self.setObjectName("termijnen-scherm")
        self.setProperty("part", "ground")
        as_frame(self)
        self._build()
        self._connect()
        self._fit_views()
        self.show_timeline(place.memory.value(VIEW_KEY) == LINE)

    # -- build ---------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(22), look.px(14), look.px(22), look.px(14))
        column.setSpacing(look.px(10))
        column.addLayout(self._head())
        self.filters = DeadlineFilters(look)
        self.nature = self.filters.nature
        column.addWidget(self.filters)
        self._both = QHBoxLayout()
        self._both.setSpacing(look.px(12))
        card = Card(look)
        card.body.setContentsMargins(look.px(8), look.px(6), look.px(8), look.px(8))
        self.views = QStackedWidget()
        self.table = self._list()
        self.line = self._line()
        self.views.addWidget(self.table)
        self.views.addWidget(self.line)
        card.body.addWidget(self.views, 1)
        self.empty = empty_hint("")
        self.empty.setObjectName("geen-termijnen")
        self.empty.hide()
        card.body.addWidget(self.empty)
        card.body.addStretch(0)
        card.setMinimumHeight(look.px(LEAST_LIST_PIXELS))
        self._both.addWidget(card, 1)
        self.explanation = Explanation(self._place)
        self.begin = BeginButton(self._place, lambda: self._desk.letters, "termijn-brief", self._letter_source)
        self.explanation.add_act(self.begin)
        self._both.addWidget(self.explanation)
        column.addLayout(self._both, 1)

    def _head(self) -> QHBoxLayout:
        look = self._place.look
        head = QHBoxLayout()
        head.setSpacing(look.px(10))
        head.addWidget(text_label(self.tr("Termijnen"), "title"))
        self.count = text_label("", "quiet")
        head.addWidget(self.count)
        head.addStretch(1)
        self.legend = NatureLegend(look)
        head.addWidget(self.legend)
        self.as_list = self._view_button(self.tr("Lij&st"), LIST)
        self.as_line = self._view_button(self.tr("T&ijdlijn"), LINE)
        group = QButtonGroup(self)
        for made in (self.as_list, self.as_line):
            group.addButton(made)
            head.addWidget(made)
        self.print = button(self.tr("Afdr&ukken"), "termijnen-afdrukken")
        head.addWidget(self.print)
        return head

    def _view_button(self, words: str, name: str) -> QPushButton:
        made = button(words, name, "chip")
        made.setCheckable(True)
        return made

    def _fit_views(self) -> None:
        """The chosen view is set in strong letters, which take more room than the button asks for itself."""
        look = self._place.look
        metrics = QFontMetrics(look.font(strong=True))
        for made in (self.as_list, self.as_line):
            made.setMinimumWidth(metrics.horizontalAdvance(made.text().replace("&", "")) + look.px(CHIP_PIXELS))

    def _list(self) -> Table[DeadlineRow]:
        model: RowModel[DeadlineRow] = RowModel(list_columns(self._place.today))
        return Table(model, self._place.look, "termijnlijst", self.tr("Termijnen van alle dossiers"))

    def _line(self) -> Table[DeadlineRow]:
        look = self._place.look
        model: RowModel[DeadlineRow] = RowModel(line_columns(self._place.today))
        made = Table(model, look, "termijnen-tijdlijn", self.tr("Termijnen van alle dossiers op een tijdlijn"))
        self._axis = TimeAxis(look, made, LINE_COLUMN)
        made.setHorizontalHeader(self._axis)
        self._axis.setFixedHeight(look.px(28))
        self._drawing = TimelineDelegate(look, made, LINE_COLUMN, lambda row: span_of(row, self._place.today()))
        made.setItemDelegate(self._drawing)
        return made

    # -- connect -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.acts = ListActions(
            self.table,
            self._place,
            heading=self.tr("Termijnen"),
            fill=lambda menu: self.begin.add_to(menu, self.table),
            note=self.filters.words,
            all_rows=self._all_rows,
        )
        self.line_acts = LineActions(
            self.line,
            self._place,
            self._desk,
            heading=self.tr("Termijnen op een tijdlijn"),
            note=lambda: self.filters.words() or self.tr("alle lopende termijnen"),
            all_rows=self._all_rows,
            fill=lambda menu: self.begin.add_to(menu, self.line),
        )
        self.filters.changed.connect(self.reload)
        for table in (self.table, self.line):
            table.row_opened.connect(lambda row: self.dossier_opened.emit(row.reference))
            table.row_chosen.connect(self._explain)
            table.row_model.more_wanted.connect(self._more)
        self.as_list.clicked.connect(lambda: self._choose_view(LIST))
        self.as_line.clicked.connect(lambda: self._choose_view(LINE))
        self.print.clicked.connect(self._print)
        self.begin.begun.connect(self._begin_letter)
        self.explanation.dossier_asked.connect(self.dossier_opened.emit)
        self.explanation.proof_asked.connect(self._ask_proof)
        self._place.look.changed.connect(self._fit_views)
        self._place.changes.changed.connect(self._on_changes)
        self._place.changes.new_day.connect(self.reload)
        self._place.here.changed.connect(self.reload)

    # -- show ----------------------------------------------------------------------------------------------------------

    @override
    def reload(self) -> None:
        """Reads the terms again; the chosen one stays chosen."""
        super().reload()
        query = self.filters.query(self._place.today(), PAGE + 1)
        visibility = self._place.here.visibility
        self._place.tasks.read(
            self, "termijnen", lambda: (query, self._desk.dossiers.deadlines(query, visibility)), lambda read: self._show(*read)
        )

    def focus_list(self) -> None:
        """Puts the keyboard in the list, or on the line of time."""
        self._shown_table().setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """The same, under the name that every screen has."""
        self.focus_list()

    def show_timeline(self, shown: bool) -> None:
        """Shows the line of time, or the list; both hold the same terms, and the same one stays chosen."""
        before = self._shown_table()
        self.views.setCurrentWidget(self.line if shown else self.table)
        (self.as_line if shown else self.as_list).setChecked(True)
        after = self._shown_table()
        if before is not after and before.currentIndex().isValid():
            after.choose(before.currentIndex().row())
            if before.hasFocus():
                after.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shown_table(self) -> Table[DeadlineRow]:
        return self.line if self.views.currentWidget() is self.line else self.table

    def _show(self, query: DeadlineQuery, rows: tuple[DeadlineRow, ...]) -> None:
        self._query = query
        self._asked_from = None
        more, rows = len(rows) > PAGE, rows[:PAGE]
        chosen = self.explanation.row
        if rows != self.table.row_model.rows:
            for table in (self.table, self.line):
                table.row_model.show(rows, more=more)
        self._show_scale(rows)
        self._tell_count(more)
        again = next((number for number, row in enumerate(rows) if chosen is not None and row.place == chosen.place), 0)
        for table in (self.table, self.line):
            if not table.currentIndex().isValid():
                table.choose(again)
        if rows:
            self._explain(rows[again])
        else:
            self.explanation.show_row(None)
        self.views.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.empty.setText(
            self.tr("Geen termijn past bij deze filters.")
            if self.filters.narrowed
            else self.tr("Er loopt geen termijn. Termijnen volgen vanzelf uit de datums die u in een dossier vastlegt.")
        )

    def _show_scale(self, rows: Sequence[DeadlineRow]) -> None:
        today = self._place.today()
        scale = scale_for([span_of(row, today) for row in rows], today)
        self._axis.show_scale(scale)
        self._drawing.show_scale(scale)

    def _tell_count(self, more: bool) -> None:
        count = len(self.table.row_model.rows)
        words = self.tr("1 termijn") if count == 1 else self.tr("{count} termijnen").format(count=count)
        self.count.setText(self.tr("de eerste {count} termijnen").format(count=count) if more else words)

    # -- slots ---------------------------------------------------------------------------------------------------------

    def _more(self) -> None:
        """Reads the next page, once for both views."""
        rows = self.table.row_model.rows
        if not rows or self._asked_from == rows[-1].place:
            return
        self._asked_from = rows[-1].place
        query, visibility = replace(self._query, after=rows[-1].place), self._place.here.visibility
        self._place.tasks.read(self, "meer", lambda: self._desk.dossiers.deadlines(query, visibility), self._append)

    def _append(self, rows: tuple[DeadlineRow, ...]) -> None:
        present = self.table.row_model.rows
        if rows and present and rows[0].place <= present[-1].place:
            return  # the list was read anew meanwhile
        more, rows = len(rows) > PAGE, rows[:PAGE]
        for table in (self.table, self.line):
            table.row_model.append(rows, more=more)
        self._show_scale(self.table.row_model.rows)
        self._tell_count(more)

    def _all_rows(self) -> Callable[[], Sequence[DeadlineRow]]:
        """Asks for every term that the filters leave, for paper and files; what is given is called on a lane."""
        query, visibility = replace(self._query, limit=MOST_PRINTED, after=None), self._place.here.visibility
        return lambda: self._desk.dossiers.deadlines(query, visibility)

    def _explain(self, row: DeadlineRow) -> None:
        self.explanation.show_row(row)
        for table in (self.table, self.line):
            number = self._shown_table().currentIndex().row()
            if table is not self._shown_table() and table.currentIndex().row() != number >= 0:
                table.setCurrentIndex(table.row_model.index(number, 0))
        self._place.tasks.read(
            self,
            "uitleg",
            lambda: self._desk.overview.deadline(row.dossier_id, row.key),
            self.explanation.explain,
            lambda _gone: None,
        )

    def _letter_source(self) -> Source | None:
        """The chosen term with its dossier, read when the letter is begun."""
        row, desk = self.explanation.row, self._desk
        if row is None:
            return None
        return lambda: (desk.letters.ground(row.reference).dossier, desk.overview.deadline(row.dossier_id, row.key))

    def _begin_letter(self, beginning: Beginning) -> None:
        row = self.explanation.row
        if row is not None:
            self.letter_begun.emit(row.reference, beginning)

    def _choose_view(self, view: str) -> None:
        self.show_timeline(view == LINE)
        self._place.memory.keep(VIEW_KEY, view)
        self.focus_list()

    def _print(self) -> None:
        """Prints what is shown: the list, or the line of time."""
        (self.line_acts if self._shown_table() is self.line else self.acts).print()

    def _ask_proof(self, row: DeadlineRow) -> None:
        self._place.tasks.read(
            self,
            "bewijsblad",
            lambda: self._desk.dossiers.proof(row.reference, row.key),
            lambda sheet: self._show_proof(sheet, row.reference),
        )

    def _show_proof(self, sheet: ProofSheet, reference: str) -> None:
        from orapp.ui.kit.proof_sheet import ProofDialog  # only when asked

        kept = self._place.memory.value(FOLDER_KEY)
        folder = kept or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        ProofDialog(self, self._place, sheet, reference, Path(folder)).open()

    def _on_changes(self, changes: Changes) -> None:
        if changes.lists:
            self.catch_up()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        look = self._place.look
        beside = event.size().width() >= look.px(BESIDE)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._both.direction() != direction:
            self._both.setDirection(direction)
            self.filters.arrange(wide=beside)
            self.legend.setVisible(beside)  # the words stand beside the marks in the list
        self.explanation.setMinimumWidth(look.px(SIDE_PIXELS) if beside else 0)
        self.explanation.setMaximumWidth(look.px(SIDE_PIXELS) if beside else MOST_PIXELS)
        self.explanation.setMaximumHeight(MOST_PIXELS if beside else look.px(BELOW_PIXELS))

    @override
    def minimumSizeHint(self) -> QSize:
        """What it needs with the reason below the list: it becomes that narrow by itself, but would not be asked to."""
        look = self._place.look
        return QSize(look.px(LEAST_PIXELS), super().minimumSizeHint().height())
