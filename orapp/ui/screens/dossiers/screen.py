"""The list of dossiers: filter by words, kind and status, sorted and paged by the archive, opened with Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from orapp.domain.dossier import DossierKind, DossierStatus
from orapp.services.rows import DossierOrder, DossierPage, DossierQuery, DossierRow
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import Card, button
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.tables import RowModel, Table
from orapp.ui.kit.workplace import capital
from orapp.ui.screens.dossiers.columns import ORDERS, dossier_columns

if TYPE_CHECKING:
    from orapp.services.desk import Desk
    from orapp.services.rows import Changes
    from orapp.ui.kit.workplace import Workplace

PAGE = 200
ORDER_CHOICES = (
    DossierOrder.NEXT_DEADLINE,
    DossierOrder.REFERENCE,
    DossierOrder.TITLE,
    DossierOrder.KIND,
    DossierOrder.PHASE,
    DossierOrder.UPDATED,
)
TYPING_REST_MS = 120


class DossiersScreen(QWidget):
    """Shows a page of dossiers and asks for the next one while scrolling."""

    dossier_opened = Signal(str)
    counted = Signal(int)

    def __init__(self, desk: Desk, place: Workplace) -> None:
        super().__init__()
        self._desk = desk
        self._place = place
        self._order = DossierOrder.NEXT_DEADLINE
        self._descending = False
        self._enters = 0
        self.setObjectName("dossiers")
        self.setProperty("part", "ground")
        self._build()
        self._connect()

    # -- build ---------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(22), look.px(14), look.px(22), look.px(14))
        column.setSpacing(look.px(10))
        head = QHBoxLayout()
        head.addWidget(text_label(self.tr("Dossiers"), "title"))
        self.count = text_label("", "quiet")
        self.count.setObjectName("aantal")
        head.addWidget(self.count)
        head.addStretch(1)
        column.addLayout(head)
        column.addLayout(self._build_filters())
        card = Card(look)
        card.body.setContentsMargins(look.px(8), look.px(6), look.px(8), look.px(8))
        model: RowModel[DossierRow] = RowModel(dossier_columns(self._place))
        self.table = Table(model, look, "dossierlijst", self.tr("Dossiers"))
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setAccessibleName(self.tr("Kolommen"))
        self._empty = text_label("", "quiet", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty)
        card.body.addWidget(self._pages)
        column.addWidget(card, 1)

    def _build_filters(self) -> QHBoxLayout:
        look, texts = self._place.look, self._place.texts
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        self.filter = QLineEdit()
        a11y.name(self.filter, "filter", self.tr("Filter op kenmerk of woorden uit de titel"))
        self.filter.setPlaceholderText(self.tr("Kenmerk of woorden uit de titel (Ctrl+F)"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(look.px(260))
        row.addWidget(self.filter, 2)
        self.kind = QComboBox()
        a11y.name(self.kind, "soort", self.tr("Soort dossier"))
        self.kind.addItem(self.tr("Alle soorten"), None)
        for kind in DossierKind:
            self.kind.addItem(capital(texts.label(kind)), kind)
        row.addWidget(self.kind, 1)
        self.status = QComboBox()
        a11y.name(self.status, "stand", self.tr("Stand van het dossier"))
        self.status.addItem(self.tr("Lopend en nazorg"), (DossierStatus.RUNNING, DossierStatus.AFTERCARE))
        for status in DossierStatus:
            self.status.addItem(capital(texts.label(status)), (status,))
        self.status.addItem(self.tr("Alle dossiers"), ())
        row.addWidget(self.status, 1)
        self.order = QComboBox()
        a11y.name(self.order, "volgorde", self.tr("Volgorde"))
        for order in ORDER_CHOICES:
            self.order.addItem(self._order_words(order), order)
        row.addWidget(self.order, 1)
        for choice in (self.kind, self.status, self.order):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(12)
        self.clear_button = button(self.tr("Filter &wissen"), "filter-wissen")
        row.addWidget(self.clear_button)
        return row

    def _order_words(self, order: DossierOrder) -> str:
        match order:
            case DossierOrder.NEXT_DEADLINE:
                return self.tr("Eerste termijn bovenaan")
            case DossierOrder.REFERENCE:
                return self.tr("Op kenmerk")
            case DossierOrder.TITLE:
                return self.tr("Op titel")
            case DossierOrder.UPDATED:
                return self.tr("Laatst gewijzigd bovenaan")
            case DossierOrder.KIND:
                return self.tr("Op soort")
            case DossierOrder.PHASE:
                return self.tr("Op fase")

    # -- connect -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(TYPING_REST_MS)
        self._rest.timeout.connect(self.reload)
        self.filter.textChanged.connect(lambda _text: self._rest.start())
        self.filter.returnPressed.connect(self._enter_in_filter)
        self.kind.activated.connect(lambda _number: self.reload())
        self.status.activated.connect(lambda _number: self.reload())
        self.order.activated.connect(self._order_chosen)
        self.clear_button.clicked.connect(self._clear)
        self.table.row_opened.connect(self._open_row)
        self.table.row_model.more_wanted.connect(self._more)
        self.table.horizontalHeader().sectionClicked.connect(self._sort_by)
        self._place.changes.changed.connect(self._on_changes)
        self._place.changes.new_day.connect(self.reload)

    # -- show ----------------------------------------------------------------------------------------------------------

    def query(self) -> DossierQuery:
        """What the filters ask for now."""
        kind = self.kind.currentData()
        return DossierQuery(
            text=self.filter.text().strip(),
            kinds=(DossierKind(kind),) if kind is not None else (),
            statuses=tuple(DossierStatus(status) for status in self.status.currentData()),
            order=self._order,
            descending=self._descending,
            limit=PAGE,
        )

    def reload(self) -> None:
        """Asks for the first page and the count."""
        query = self.query()
        dossiers = self._desk.dossiers
        self._place.tasks.read(self, "lijst", lambda: (dossiers.page(query), dossiers.count(query)), self._show)

    def _show(self, found: tuple[DossierPage, int]) -> None:
        page, count = found
        chosen = self.table.current()
        self.table.row_model.show(page.rows, more=page.more)
        ids = [row.id for row in page.rows]
        number = ids.index(chosen.id) if chosen is not None and chosen.id in ids else 0
        if page.rows:
            self.table.setCurrentIndex(self.table.row_model.index(number, 0))
        match count:
            case 0:
                self.count.setText(self.tr("geen dossiers"))
            case 1:
                self.count.setText(self.tr("1 dossier"))
            case _:
                self.count.setText(self.tr("{count} dossiers").format(count=count))
        self._empty.setText(self._why_empty())
        self._pages.setCurrentIndex(0 if page.rows else 1)
        self._mark_order()
        self.counted.emit(count)
        self._follow_enters()

    @property
    def narrowed(self) -> bool:
        """Whether the filters leave out something of what runs."""
        return bool(self.filter.text().strip()) or self.kind.currentData() is not None or self.status.currentIndex() != 0

    def _why_empty(self) -> str:
        if self.narrowed:
            return self.tr("Geen dossier past bij dit filter. Met “Filter wissen” ziet u alles wat loopt.")
        return self.tr("Nog geen dossiers. Hier komen de aanvragen, verzoeken en voorstellen van uw ondernemingsraad.")

    def _mark_order(self) -> None:
        keys = [column.key for column in self.table.row_model.columns]
        column = next((number for number, key in enumerate(keys) if ORDERS.get(key) is self._order), -1)
        direction = Qt.SortOrder.DescendingOrder if self._descending else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(column, direction)
        self.order.setCurrentIndex(self.order.findData(self._order))

    # -- slots ---------------------------------------------------------------------------------------------------------

    def focus_filter(self) -> None:
        """Puts the cursor in the filter (Ctrl+F)."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def focus_list(self) -> None:
        """Puts the keyboard in the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

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

    def _order_chosen(self, number: int) -> None:
        # Qt gives a text back for a member of an enumeration of texts.
        self._order = DossierOrder(self.order.itemData(number))
        self._descending = self._order is DossierOrder.UPDATED
        self.reload()

    def _sort_by(self, section: int) -> None:
        order = ORDERS.get(self.table.row_model.columns[section].key)
        if order is None:
            self._mark_order()
            return
        self._descending = not self._descending if order is self._order else False
        self._order = order
        self.reload()

    def _clear(self) -> None:
        self.filter.clear()
        self.kind.setCurrentIndex(0)
        self.status.setCurrentIndex(0)
        self._rest.stop()
        self.reload()

    def _more(self) -> None:
        rows = self.table.row_model.rows
        if not rows:
            return
        base = self.query()
        query = DossierQuery(
            text=base.text, kinds=base.kinds, statuses=base.statuses, order=base.order, descending=base.descending,
            limit=PAGE, after=rows[-1].key,
        )  # fmt: skip
        self._place.tasks.read(
            self,
            "lijst",
            lambda: self._desk.dossiers.page(query),
            lambda page: self.table.row_model.append(page.rows, more=page.more),
        )

    def _on_changes(self, changes: Changes) -> None:
        if changes.lists:
            self.reload()
