"""The manual in a window of its own: tasks at the left, the page at the right, searched by words, printed when wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QImage, QKeyEvent, QKeySequence, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMainWindow, QSplitter, QTextBrowser, QTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from orapp.services.manual import FoundPage
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import button
from orapp.ui.kit.dialogs import MARGIN as MARGIN_OF_WINDOW
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.printing import PAPER_PIXELS, print_document, take_paper
from orapp.ui.kit.tables import Cell, Column, RowModel, Table
from orapp.ui.shell.manual_setting import Colours, framed, set_page, set_tables

if TYPE_CHECKING:
    from orapp.services.manual import Manual, ManualPage
    from orapp.ui.kit.look import Look
    from orapp.ui.kit.workplace import Workplace

MARGIN = 28
# Some ninety letters in a line: beyond that the eye loses the next one.
MEASURE = 730
PICTURE = int(QTextDocument.ResourceType.ImageResource)


class PaperPage(QTextDocument):
    """A page of the manual for the printer."""

    def __init__(self, manual: Manual, page: ManualPage, look: Look) -> None:
        super().__init__()
        self._manual = manual
        self._colours = Colours.of_paper(look)
        set_page(self, page.markdown, look, self._colours)
        set_tables(self, look, self._colours)
        take_paper(self)

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        picture = picture_of(self._manual, kind, name)
        return None if picture is None else framed(picture, round(PAPER_PIXELS.width()) - 2, self._colours)


class ManualPageView(QTextBrowser):
    """One page of the manual. Pictures come from the manual's folder, never wider than the page; nothing is fetched."""

    def __init__(self, manual: Manual, look: Look) -> None:
        super().__init__()
        self._manual = manual
        self._look = look
        self._room = 0
        self._setting = False
        self.page: ManualPage | None = None
        self.setObjectName("handleiding-tekst")
        self.setAccessibleName(self.tr("Bladzijde van de handleiding"))
        self.setOpenLinks(False)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        look.changed.connect(self._again)

    def show_page(self, page: ManualPage) -> None:
        """Shows a page from its beginning."""
        self.page = page
        self._fit()
        self._set()
        self.verticalScrollBar().setValue(0)
        self.setAccessibleDescription(page.title)

    def _set(self) -> None:
        if self.page is None or self._setting:
            return
        # What is set may take or give a scroll bar, and that asks to set it anew.
        self._setting = True
        colours = Colours.of_screen(self._look)
        self.document().clear()
        self.document().setDocumentMargin(self._look.px(MARGIN))
        set_page(self.document(), self.page.markdown, self._look, colours)
        set_tables(self.document(), self._look, colours)
        # The view's own cursor was pushed to the end by what was set, and what shows itself goes to its cursor.
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._setting = False

    def _again(self) -> None:
        """Sets the page anew, in other colours or at another size, and stays about where the reader was."""
        self._fit()
        bar = self.verticalScrollBar()
        part = bar.value() / max(1, bar.maximum())
        self._set()
        bar.setValue(round(part * bar.maximum()))

    def _fit(self) -> bool:
        """Takes the width there is, up to a readable one; says whether it became another."""
        room = min(self.viewport().width(), self._look.px(MEASURE + 2 * MARGIN))
        changed = room != self._room
        self._room = room
        self.setLineWrapColumnOrWidth(room)
        return changed

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fit():
            self._again()

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        picture = picture_of(self._manual, kind, name)
        if picture is None:
            return None
        return framed(picture, max(1, self._room - 2 * self._look.px(MARGIN) - 2), Colours.of_screen(self._look))


def picture_of(manual: Manual, kind: int, name: QUrl | str) -> QImage | None:
    """A picture in the manual's folder; None for anything else, and for what lies outside."""
    if int(kind) != PICTURE:
        return None
    path = (manual.folder / QUrl(name).toString()).resolve()
    if not path.is_relative_to(manual.folder.resolve()):
        return None
    picture = QImage(str(path))
    return None if picture.isNull() else picture


class TaskTable(Table[FoundPage]):
    """The tasks, each as high as its words."""

    compact = False

    def __init__(self, model: RowModel[FoundPage], look: Look, object_name: str, accessible: str) -> None:
        super().__init__(model, look, object_name, accessible)
        self.horizontalHeader().hide()
        model.modelReset.connect(self._fit)
        look.changed.connect(self._fit)

    def _fit(self) -> None:
        self.share_width()
        self.resizeRowsToContents()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class SearchField(QLineEdit):
    """The field to search in; the arrow down and Enter go to what was found."""

    def __init__(self, found: Table[FoundPage]) -> None:
        super().__init__()
        self._found = found

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._found.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)


class ManualWindow(QMainWindow):
    """Stays beside the work; F1 elsewhere leads it to another page."""

    def __init__(self, manual: Manual, place: Workplace) -> None:
        super().__init__()
        self._manual = manual
        self._place = place
        self._way: list[ManualPage] = []
        self.setObjectName("handleiding")
        self.setWindowTitle(self.tr("Handleiding – orapp"))
        look = place.look
        whole = QWidget()
        whole.setProperty("part", "ground")
        self.setCentralWidget(whole)
        row = QHBoxLayout(whole)
        row.setContentsMargins(look.px(14), look.px(14), look.px(14), look.px(14))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("handleiding-verdeling")
        split.setChildrenCollapsible(False)
        split.setHandleWidth(look.px(12))
        row.addWidget(split)
        split.addWidget(self._build_list(look))
        self.view = ManualPageView(manual, look)
        split.addWidget(self.view)
        split.setStretchFactor(1, 1)
        a11y.tab_order((self.field, self.table, self.back_button, self.paper, self.view))
        self._connect()
        look.dress(self)
        room = self.screen().availableSize()
        self.resize(min(look.px(1150), room.width() - MARGIN_OF_WINDOW), min(look.px(780), room.height() - MARGIN_OF_WINDOW))
        # At large text the page keeps most of the room.
        beside = min(look.px(300), self.width() * 3 // 10)
        split.setSizes([beside, self.width() - beside])
        self._search("")

    def _build_list(self, look: Look) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        columns: list[Column[FoundPage]] = [
            Column(key="page", title=self.tr("Taak"), cell=lambda row: Cell(text=row.page.title, second=row.snippet), weight=1)
        ]
        model: RowModel[FoundPage] = RowModel(columns)
        self.table = TaskTable(model, look, "handleiding-taken", self.tr("Taken in de handleiding"))
        self.field = SearchField(self.table)
        a11y.name(self.field, "handleiding-zoeken", self.tr("Zoek in de handleiding"))
        self.field.setPlaceholderText(self.tr("Zoek in de handleiding"))
        self.field.setClearButtonEnabled(True)
        self.told = text_label("", "small", wrap=True)
        self.told.setObjectName("handleiding-gevonden")
        self.told.hide()
        self.back_button = button(self.tr("&Terug"), "handleiding-terug")
        self.back_button.setEnabled(False)
        self.paper = button(self.tr("Bladzijde af&drukken…"), "handleiding-afdrukken")
        acts = QHBoxLayout()
        acts.setSpacing(look.px(8))
        acts.addWidget(self.back_button)
        acts.addWidget(self.paper, 1)
        for part in (self.field, self.told):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addLayout(acts)
        return side

    def _connect(self) -> None:
        self.view.anchorClicked.connect(self._follow)
        self.field.textChanged.connect(self._search)
        self.table.row_chosen.connect(lambda found: self._show(found.page))
        self.table.row_opened.connect(lambda _found: self.view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.back_button.clicked.connect(self.back)
        self.paper.clicked.connect(self.print_page)
        for keys, act in (("Esc", self.close), ("Alt+Left", self.back), ("Ctrl+F", self.field.setFocus)):
            made = QAction(self)
            made.setShortcut(QKeySequence(keys))
            made.triggered.connect(lambda _checked=False, act=act: act())
            self.addAction(made)

    def show_at(self, *places: str) -> None:
        """Shows the page for the first of these places that has one, and comes to the front."""
        self.field.clear()
        self._way.clear()
        self._choose(self._manual.at(*places))
        self.show()
        self.raise_()
        self.activateWindow()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_page(self) -> None:
        """Brings the page that is shown to paper, in the colours of paper."""
        if self.view.page is not None:
            self._sheet = PaperPage(self._manual, self.view.page, self._place.look)
            print_document(self._sheet, self)

    # -- slots ---------------------------------------------------------------------------------------------------------

    def _search(self, typed: str) -> None:
        asked = bool(typed.strip())
        found = self._manual.find(typed) if asked else tuple(FoundPage(page=one, snippet="") for one in self._manual.pages)
        self.table.row_model.show(found)
        self.told.setVisible(asked)
        if not asked:
            return
        if not found:
            words = self.tr("Niets gevonden. Probeer een ander woord.")
        elif len(found) == 1:
            words = self.tr("1 taak gevonden")
        else:
            words = self.tr("{count} taken gevonden").format(count=len(found))
        self.told.setText(words)
        a11y.announce(self.field, words)
        self.table.choose_first()

    def _choose(self, page: ManualPage) -> None:
        self._show(page)
        for number, found in enumerate(self.table.row_model.rows):
            if found.page is page:
                self.table.setCurrentIndex(self.table.row_model.index(number, 0))

    def _show(self, page: ManualPage) -> None:
        if self.view.page is not page:
            self.view.show_page(page)
            self.setWindowTitle(self.tr("{page} – Handleiding – orapp").format(page=page.title))
        self.back_button.setEnabled(bool(self._way))

    def _follow(self, url: QUrl) -> None:
        """Links lead to other pages of the manual, and nowhere else."""
        page = self._manual.page(url.toString().removesuffix(".md"))
        if page is None:
            return
        if self.view.page is not None:
            self._way.append(self.view.page)
        self.field.clear()
        self._choose(page)

    def back(self) -> None:
        """Goes back to the page that the link was on."""
        if self._way:
            page = self._way.pop()
            self.field.clear()
            self._choose(page)
