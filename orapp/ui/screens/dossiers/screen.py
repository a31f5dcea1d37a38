"""The list of dossiers: filtered, sorted, grouped and paged by the archive, under views with a name; Enter opens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from orapp.services.bulk import BulkService
from orapp.services.dossier_lists import DossierLists
from orapp.services.list_views import ListViewService
from orapp.services.rows import DossierOrder, DossierQuery, DossierRow
from orapp.ui.kit.cards import Card, button
from orapp.ui.kit.dressing import as_frame
from orapp.ui.kit.grouped_rows import GroupedModel
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.list_actions import ListActions
from orapp.ui.kit.look import Tone
from orapp.ui.kit.notices import NoticeBar
from orapp.ui.kit.seen_screen import SeenScreen
from orapp.ui.screens.dossiers.chosen_acts import ChosenActs
from orapp.ui.screens.dossiers.columns import ORDERS, dossier_columns, exported_columns
from orapp.ui.screens.dossiers.filters import Filters
from orapp.ui.screens.dossiers.loading import Found, Loading, first_groups
from orapp.ui.screens.dossiers.table import DossierTable
from orapp.ui.screens.dossiers.view_keeping import ViewKeeping
from orapp.ui.screens.dossiers.views import Views

if TYPE_CHECKING:
    from orapp.services.desk import Desk
    from orapp.services.rows import Changes
    from orapp.ui.kit.grouped_rows import GroupHead
    from orapp.ui.kit.workplace import Workplace

PAGE = 200
TYPING_REST_MS = 120
LEAST_LIST_PIXELS = 170


class DossiersScreen(SeenScreen):
    """Shows a page of dossiers and asks for the next one while scrolling."""

    dossier_opened = Signal(str)
    window_asked = Signal(str)
    new_asked = Signal()
    counted = Signal(int)

    def __init__(self, desk: Desk, place: Workplace) -> None:
        super().__init__()
        self._desk = desk
        self._place = place
        self._enters = 0
        self._words_known = False
        self.lists = DossierLists(desk.archive)
        self._loading = Loading(desk, self.lists, place)
        self.setObjectName("dossiers")
        self.setProperty("part", "ground")
        as_frame(self)
        self._build()
        self._connect()

    # -- build ---------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(22), look.px(14), look.px(22), look.px(14))
        column.setSpacing(look.px(8))
        head = QHBoxLayout()
        head.addWidget(text_label(self.tr("Dossiers"), "title"))
        self.count = text_label("", "quiet")
        self.count.setObjectName("aantal")
        head.addWidget(self.count)
        head.addStretch(1)
        column.addLayout(head)
        self.notice = NoticeBar(look, "lijst-melding")
        column.addWidget(self.notice)
        self.views = Views(self._desk, self._place)
        column.addWidget(self.views)
        self.filters = Filters(self._place)
        column.addWidget(self.filters)
        card = Card(look)
        card.body.setContentsMargins(look.px(8), look.px(6), look.px(8), look.px(8))
        model: GroupedModel[DossierRow] = GroupedModel(dossier_columns(self._place))
        self.table = DossierTable(model, look, "dossierlijst", self.tr("Dossiers"))
        self.table.setMinimumHeight(look.px(LEAST_LIST_PIXELS))
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setAccessibleName(self.tr("Kolommen"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._build_empty())
        card.body.addWidget(self._pages, 1)
        bulk = BulkService(self._desk.archive)
        self.chosen = ChosenActs(
            bulk, self._place, self.notice, self.table.chosen_rows, self.filters.tags, self._loading.known_owners
        )
        card.body.addWidget(self.chosen)
        column.addWidget(card, 1)
        self.acts = ListActions(
            self.table,
            self._place,
            heading=self.tr("Dossiers"),
            note=self._note,
            all_rows=lambda: self._every_row(self._loading.query),
            columns=lambda: exported_columns(self._place),
            fill=self.chosen.fill_menu,
        )
        service = ListViewService(self._desk.archive)
        self.keeping = ViewKeeping(service, self._place, self.views, self.filters, self.acts, self.notice, self)

    def _build_empty(self) -> QWidget:
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.addStretch(1)
        self._empty = text_label("", "quiet", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._empty)
        self.first_button = button(self.tr("Nieuw dossier"), "eerste-dossier", "primary")
        column.addWidget(self.first_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return ground

    # -- connect -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.filter, self.kind, self.status = self.filters.text, self.filters.kind, self.filters.status
        self.order, self.clear_button = self.filters.order, self.filters.clear_button
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(TYPING_REST_MS)
        self._rest.timeout.connect(self.reload)
        self.filters.typed.connect(self._rest.start)
        self.filters.changed.connect(self._filters_changed)
        self.filter.returnPressed.connect(self._enter_in_filter)
        self.first_button.clicked.connect(self.new_asked.emit)
        self.table.row_opened.connect(self._open_row)
        self.table.toggled.connect(self._toggle)
        self.table.bin_wanted.connect(self.chosen.to_bin)
        self.table.selectionModel().selectionChanged.connect(lambda *_what: self.chosen.follow())
        self.table.row_model.more_wanted.connect(self._more)
        self.table.horizontalHeader().sectionClicked.connect(self._sort_by)
        self.chosen.window_asked.connect(self.window_asked.emit)
        self.acts.told.connect(lambda words: self.notice.tell(words, Tone.GOOD))
        self.views.chosen.connect(self.keeping.show)
        self.keeping.shown.connect(self._filters_changed)
        self._place.changes.changed.connect(self._on_changes)
        self._place.changes.new_day.connect(self.reload)
        self._place.here.changed.connect(self._on_here)

    # -- show ----------------------------------------------------------------------------------------------------------

    def query(self) -> DossierQuery:
        """What the filters ask for now."""
        return replace(self.filters.query(), limit=PAGE)

    def show_query(self, query: DossierQuery) -> None:
        """Shows what another screen asks for; the filters say what that is."""
        self._rest.stop()
        self.filters.show_query(query)
        self.reload()

    @override
    def reload(self) -> None:
        """Asks for what is shown, and for the count; the place in the list stays."""
        super().reload()
        query, here = self.query(), self._place.here.visibility
        want = self._loading.wanted(query, PAGE)
        self._place.tasks.read(self, "lijst", lambda: self._loading.first(query, want, here), self._show)

    @override
    def catch_up(self) -> None:
        """The list, and with it the words that it offers and the counts of the views."""
        super().catch_up()
        if self.isVisible():
            self._read_words()
            self.views.count()

    def _show(self, found: Found) -> None:
        table, bar = self.table, self.table.verticalScrollBar()
        chosen = {row.id for row in table.chosen_rows()}
        current, head, at = table.current(), table.head(), bar.value()
        same = self._loading.take(found)
        self._loading.put_in(table.grouped)
        self._choose_again(chosen, current, head)
        if same:
            bar.setValue(at)
        self._say_count(found.count)
        self._empty.setText(self._why_empty())
        self.first_button.setVisible(not self.narrowed)
        self._pages.setCurrentIndex(0 if found.count else 1)
        self._mark_order()
        self.views.mark(self.filters.query())
        self.chosen.follow()
        self.counted.emit(found.count)
        self._follow_enters()
        if not self._words_known:
            self._words_known = True
            self.keeping.read()
            self._read_words()

    def _choose_again(self, chosen: set[str], current: DossierRow | None, head: GroupHead | None) -> None:
        """What was chosen is chosen again, where it is still there."""
        model, selection = self.table.grouped, self.table.selectionModel()
        rows = model.rows
        standing = next((row for row in rows if current is not None and row.id == current.id), None)
        if head is not None and standing is None:
            self.table.choose_head(head.value)
        elif standing is not None:
            self.table.setCurrentIndex(model.index(model.line_of(standing), 0))
        else:
            self.table.choose(0)
        if len(chosen) > 1:
            flags = selection.SelectionFlag.Select | selection.SelectionFlag.Rows
            for row in rows:
                if row.id in chosen:
                    selection.select(model.index(model.line_of(row), 0), flags)

    def _say_count(self, count: int) -> None:
        match count:
            case 0:
                self.count.setText(self.tr("geen dossiers"))
            case 1:
                self.count.setText(self.tr("1 dossier"))
            case _:
                self.count.setText(self.tr("{count} dossiers").format(count=count))

    def _read_words(self) -> None:
        here = self._place.here.visibility
        self._place.tasks.read(self, "woorden", lambda: self._loading.words(here), lambda words: self.filters.show_words(*words))

    @property
    def narrowed(self) -> bool:
        """Whether the filters leave out something of what runs."""
        return self.filters.narrowed

    def _why_empty(self) -> str:
        if self.narrowed:
            return self.tr("Geen dossier past bij dit filter. Met “Filter wissen” ziet u alles wat loopt.")
        return self.tr("Nog geen dossiers. Hier komen de aanvragen, verzoeken en voorstellen van uw ondernemingsraad.")

    def _mark_order(self) -> None:
        query = self.query()
        keys = [column.key for column in self.table.row_model.columns]
        column = next((number for number, key in enumerate(keys) if ORDERS.get(key) is query.order), -1)
        direction = Qt.SortOrder.DescendingOrder if query.descending else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(column, direction)

    def _note(self) -> str:
        """What the list that leaves is a list of."""
        query = self.filters.query()
        named = next((view.name for view in self.views.all() if replace(view.query, limit=0) == replace(query, limit=0)), "")
        return named or (self.tr("gefilterde lijst") if self.narrowed else self.tr("lopend en nazorg"))

    def _every_row(self, query: DossierQuery) -> Callable[[], tuple[DossierRow, ...]]:
        here = self._place.here.visibility
        order = first_groups(query.group_by) if query.group_by is not None else ()
        return lambda: self.lists.every_row(query, here, order)

    # -- slots ---------------------------------------------------------------------------------------------------------

    def focus_filter(self) -> None:
        """Puts the cursor in the filter (Ctrl+F)."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def focus_list(self) -> None:
        """Puts the keyboard in the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _filters_changed(self) -> None:
        self._rest.stop()
        self.reload()

    def _enter_in_filter(self) -> None:
        """Enter goes to what was found, and a second Enter opens the first of it: never what stood there before."""
        self._enters += 1
        if self._enters == 1:
            self._rest.stop()
            self.reload()

    def _follow_enters(self) -> None:
        enters, self._enters = self._enters, 0
        rows = self.table.row_model.rows
        if enters and rows:
            self.focus_list()
        if enters > 1 and rows:
            self.dossier_opened.emit(rows[0].reference)

    def _open_row(self, row: DossierRow) -> None:
        if not self._rest.isActive():
            self.dossier_opened.emit(row.reference)

    def _toggle(self, head: GroupHead) -> None:
        self._loading.toggle(head)
        self.reload()

    def _sort_by(self, section: int) -> None:
        query = self.query()
        order = ORDERS.get(self.table.row_model.columns[section].key)
        if order is None:
            self._mark_order()
            return
        newest_first = order is DossierOrder.UPDATED
        self.filters.sort(order, descending=not query.descending if order is query.order else newest_first)

    def _more(self) -> None:
        here = self._place.here.visibility
        ask = self._loading.next_page(PAGE, here)
        if ask is not None:
            self._place.tasks.read(self, "lijst", ask, self._show_more)

    def _show_more(self, found: Found) -> None:
        current, chosen, at = self.table.current(), {row.id for row in self.table.chosen_rows()}, self.table.verticalScrollBar()
        place = at.value()
        self._loading.add(found, self.table.grouped)
        if self._loading.query.group_by is not None:
            self._choose_again(chosen, current, None)
            at.setValue(place)

    def _on_changes(self, changes: Changes) -> None:
        if changes.lists:
            self.catch_up()

    def _on_here(self) -> None:
        self.views.show_own(self.keeping.own)
        self.reload()
