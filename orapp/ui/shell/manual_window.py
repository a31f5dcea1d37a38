"""The manual in a window of its own: tasks at the left, the page at the right, searched by words, printed when wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QImage, QKeySequence, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMainWindow, QSplitter, QTextBrowser, QVBoxLayout, QWidget
from typing_extensions import override

from orapp.ui.kit import a11y
from orapp.ui.kit.cards import button
from orapp.ui.kit.printing import print_document
from orapp.ui.kit.tables import Cell, Column, RowModel, Table

if TYPE_CHECKING:
    from orapp.services.manual import FoundPage, Manual, ManualPage
    from orapp.ui.kit.workplace import Workplace

LINE_PERCENT = 135
MARGIN = 24
TYPES = int(QTextDocument.ResourceType.ImageResource)


class ManualPageView(QTextBrowser):
    """One page of the manual. Pictures come from the manual's folder, never wider than the page; nothing is fetched."""

    def __init__(self, manual: Manual, place: Workplace) -> None:
        super().__init__()
        self._manual = manual
        self._place = place
        self.page: ManualPage | None = None
        self.setObjectName("handleiding-tekst")
        self.setAccessibleName(self.tr("Bladzijde van de handleiding"))
        self.setOpenLinks(False)
        self.document().setDocumentMargin(place.look.px(MARGIN))

    def show_page(self, page: ManualPage) -> None:
        """Shows a page from its beginning."""
        self.page = page
        self.setMarkdown(page.markdown)
        self._set_lines_apart()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _set_lines_apart(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        apart = QTextBlockFormat()
        apart.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(apart)

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        if int(kind) != TYPES:
            return None
        path = (self._manual.folder / QUrl(name).toString()).resolve()
        if not path.is_relative_to(self._manual.folder.resolve()):
            return None
        picture = QImage(str(path))
        room = self.viewport().width() - 2 * self._place.look.px(MARGIN) - 2
        if picture.isNull() or picture.width() <= room or room <= 0:
            return picture
        return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)


class ManualWindow(QMainWindow):
    """Stays beside the work; F1 elsewhere leads it to another page."""

    def __init__(self, manual: Manual, place: Workplace) -> None:
        super().__init__()
        self._manual = manual
        self.setObjectName("handleiding")
        self.setWindowTitle(self.tr("Handleiding – orapp"))
        look = place.look
        whole = QWidget()
        whole.setProperty("part", "ground")
        self.setCentralWidget(whole)
        row = QHBoxLayout(whole)
        row.setContentsMargins(look.px(14), look.px(14), look.px(14), look.px(14))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(look.px(12))
        row.addWidget(split)
        split.addWidget(self._build_list(place))
        self.view = ManualPageView(manual, place)
        split.addWidget(self.view)
        split.setStretchFactor(1, 1)
        split.setSizes([look.px(300), look.px(700)])
        self.view.anchorClicked.connect(self._follow)
        self.field.textChanged.connect(self._search)
        self.table.row_chosen.connect(lambda found: self._show(found.page))
        self._close_act = QAction(self)
        self._close_act.setShortcut(QKeySequence("Esc"))
        self._close_act.triggered.connect(lambda _checked=False: self.close())
        self.addAction(self._close_act)
        room = self.screen().availableSize()
        self.resize(min(look.px(1040), room.width()), min(look.px(760), room.height()))
        self._search("")

    def _build_list(self, place: Workplace) -> QWidget:
        look = place.look
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        self.field = QLineEdit()
        a11y.name(self.field, "handleiding-zoeken", self.tr("Zoek in de handleiding"))
        self.field.setPlaceholderText(self.tr("Zoek in de handleiding"))
        self.field.setClearButtonEnabled(True)
        column.addWidget(self.field)
        columns: list[Column[FoundPage]] = [
            Column(key="page", title=self.tr("Taak"), cell=lambda row: Cell(text=row.page.title, second=row.snippet), weight=1)
        ]
        model: RowModel[FoundPage] = RowModel(columns)
        self.table = Table(model, look, "handleiding-taken", self.tr("Taken in de handleiding"))
        self.table.horizontalHeader().hide()
        column.addWidget(self.table, 1)
        paper = button(self.tr("Bladzijde af&drukken"), "handleiding-afdrukken")
        paper.clicked.connect(lambda: print_document(self.view.document(), self))
        column.addWidget(paper)
        return side

    def show_at(self, where: str) -> None:
        """Shows the page for a place in the window, and comes to the front."""
        self.field.clear()
        self._choose(self._manual.at(where))
        self.show()
        self.raise_()
        self.activateWindow()
        self.view.setFocus()

    # -- slots ---------------------------------------------------------------------------------------------------------

    def _search(self, typed: str) -> None:
        from orapp.services.manual import FoundPage

        found = (
            self._manual.find(typed) if typed.strip() else tuple(FoundPage(page=one, snippet="") for one in self._manual.pages)
        )
        self.table.row_model.show(found)
        self.table.choose_first()

    def _choose(self, page: ManualPage) -> None:
        for number, found in enumerate(self.table.row_model.rows):
            if found.page is page:
                self.table.setCurrentIndex(self.table.row_model.index(number, 0))
        self._show(page)

    def _show(self, page: ManualPage) -> None:
        if self.view.page is not page:
            self.view.show_page(page)

    def _follow(self, url: QUrl) -> None:
        """Links lead to other pages of the manual, and nowhere else."""
        page = self._manual.page(url.toString().removesuffix(".md"))
        if page is not None:
            self.field.clear()
            self._choose(page)
