"""What every table can do: open, copy, print, leave as Word, Excel or CSV, and arrange its columns, by menu and by key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SIGNAL, QMimeData, QPoint, QStandardPaths, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from orapp.services.failures import Circumstance
from orapp.services.lists import ListContent, ListFormat, list_file_name
from orapp.ui.kit.a11y import announce
from orapp.ui.kit.arrangement import Arrangement
from orapp.ui.kit.column_sheet import ColumnSheet
from orapp.ui.kit.file_handle import let_go_at_end
from orapp.ui.kit.list_content import as_html, as_text, content_of
from orapp.ui.kit.list_host import ListHost
from orapp.ui.kit.look import Tone
from orapp.ui.kit.tables import Table

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from orapp.ui.kit.list_printing import PaperPages
    from orapp.ui.kit.notices import NoticeBar
    from orapp.ui.kit.tables import Column
    from orapp.ui.kit.tasks import Progress
    from orapp.ui.kit.workplace import Workplace

FOLDER_KEY = "lijsten.map"

Rows = Callable[[], Sequence[Any]]
Fill = Callable[[QMenu], None]


class ListActions(ListHost):
    """The acts of one table.

    `all_rows` gives the whole list where the table shows a part of it; what it gives is asked on the read lane. On paper
    and in Word stand the columns that are shown; `columns` are those that leave for a spreadsheet, where these are more.
    `fill` puts acts of the screen on top of the menu. `told` says in words what was done.
    """

    told = Signal(str)

    def __init__(
        self,
        table: Table[Any],
        place: Workplace,
        *,
        heading: str = "",
        note: Callable[[], str] | None = None,
        all_rows: Callable[[], Rows] | None = None,
        columns: Callable[[], Sequence[Column[Any]]] | None = None,
        fill: Fill | None = None,
    ) -> None:
        super().__init__(table)
        self._table = table
        self._place = place
        self._heading = heading
        self._note = note
        self._all_rows = all_rows
        self._columns = columns
        self._fill = fill
        self.arrangement = Arrangement(table, place.memory)
        table.equipped = self
        table.menu_wanted.connect(self.open_menu)
        table.copy_wanted.connect(self.copy)
        header = table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda at: self._popup(self.column_menu(), header.mapToGlobal(at)))

    @override
    def equip(self, table: Table[Any]) -> None:
        """A table inside a table has no acts of its own."""

    # -- menus ---------------------------------------------------------------------------------------------------------

    def menu(self) -> QMenu:
        """The menu of the table: the screen's own acts, then what every table can do."""
        menu = QMenu(self._table)
        menu.setObjectName(f"{self._table.objectName()}-menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        current = self._table.current()
        if current is not None and self._opens():
            self._add(menu, self.tr("&Openen"), "openen", lambda: self._table.row_opened.emit(current), "Enter")
        if self._fill is not None:
            self._fill(menu)
        if menu.actions():
            menu.addSeparator()
        copies = self._add(menu, self.tr("&Kopiëren"), "kopieren", self.copy, QKeySequence(QKeySequence.StandardKey.Copy))
        copies.setEnabled(bool(self._table.chosen_rows()))
        self._add(menu, self.tr("&Afdrukken…"), "afdrukken", self.print)
        leave = menu.addMenu(self.tr("Lijst &exporteren"))
        leave.setObjectName("exporteren")
        for form in ListFormat:
            self._add(leave, self._form_words(form), f"exporteren-{form.value}", partial(self.export, form))
        self._add(menu, self.tr("Ko&lommen…"), "kolommen", self.arrange_columns)
        return menu

    def column_menu(self) -> QMenu:
        """The menu of the headings: which columns are shown, and how they came."""
        menu = QMenu(self._table)
        menu.setObjectName("kolommen-menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key in self.arrangement.order():
            act = QAction(self.arrangement.title(key).replace("&", "&&"), menu)
            act.setCheckable(True)
            act.setChecked(self.arrangement.is_shown(key))
            act.setObjectName(f"kolom-{key}")
            act.toggled.connect(lambda shown, key=key: self.arrangement.show_column(key, shown))
            menu.addAction(act)
        menu.addSeparator()
        self._add(menu, self.tr("Kolommen &indelen…"), "kolommen", self.arrange_columns)
        self._add(menu, self.tr("&Begininstelling herstellen"), "kolommen-terug", self.arrangement.reset)
        return menu

    def open_menu(self, at: QPoint) -> None:
        """Opens the menu of the table at a place on the screen."""
        self._popup(self.menu(), at)

    def _popup(self, menu: QMenu, at: QPoint) -> None:
        menu.popup(at)

    @staticmethod
    def _add(menu: QMenu, words: str, name: str, act: Callable[[], object], key: str | QKeySequence = "") -> QAction:
        made = QAction(words, menu)
        made.setObjectName(name)
        if key:
            # Shown for who wants to know; the table itself answers to the key.
            made.setShortcut(QKeySequence(key))
            made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        made.triggered.connect(lambda _checked=False: act())
        menu.addAction(made)
        return made

    def _opens(self) -> bool:
        return self._table.receivers(SIGNAL("row_opened(PyObject)")) > 0

    def _form_words(self, form: ListFormat) -> str:
        match form:
            case ListFormat.WORD:
                return self.tr("Naar &Word…")
            case ListFormat.EXCEL:
                return self.tr("Naar &Excel…")
            case ListFormat.CSV:
                return self.tr("Naar &CSV…")

    # -- acts ----------------------------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Puts the chosen rows on the clipboard: with tabs for Excel, as a table for Word."""
        rows = self._table.chosen_rows()
        if not rows:
            return
        content = self._content(rows, self.arrangement.shown_columns())
        data = QMimeData()
        data.setText(as_text(content))
        data.setHtml(as_html(content, heads=len(rows) > 1))
        QGuiApplication.clipboard().setMimeData(data)
        let_go_at_end()
        self._say(
            self.tr("1 regel gekopieerd.") if len(rows) == 1 else self.tr("{count} regels gekopieerd.").format(count=len(rows))
        )

    def print(self) -> None:
        """Shows the pages of the whole list, and prints them from there."""
        self._gather(self._preview, self.arrangement.shown_columns())

    def export(self, form: ListFormat) -> None:
        """Asks for a name, and writes the whole list there."""
        wide = self._columns() if self._columns is not None and form is not ListFormat.WORD else None
        self._gather(lambda content: self._ask_name(content, form), wide or self.arrangement.shown_columns())

    def arrange_columns(self) -> None:
        """Shows the columns with their order, width and whether they are shown."""
        ColumnSheet(self._table.window(), self._place.look, self.arrangement).open()

    def _gather(self, then: Callable[[ListContent], None], columns: Sequence[Column[Any]]) -> None:
        """The whole list: every row that the filters leave, not only the page that is loaded."""
        rows = self._all_rows() if self._all_rows is not None else None
        if rows is None:
            then(self._content(self._table.row_model.rows, columns))
            return
        ask, fill = rows, self._filling(columns)
        self._place.tasks.read(self, "alles", lambda: fill(ask()), then)

    def _content(self, rows: Sequence[Any], columns: Sequence[Column[Any]]) -> ListContent:
        return self._filling(columns)(rows)

    def _filling(self, columns: Sequence[Column[Any]]) -> Callable[[Sequence[Any]], ListContent]:
        """Makes the list of its rows, on a lane too: what widgets say is asked here, on the thread of the window."""
        titles = [self.arrangement.title(column.key) if not column.title else column.title for column in columns]
        note = self._note() if self._note is not None else ""
        heading, today = self._heading or self._table.accessibleName(), self._place.today()
        return lambda rows: content_of(heading, note, today, columns, rows, titles)

    def _preview(self, content: ListContent, make: Callable[[], PaperPages] | None = None) -> None:
        """Shows a list as it will be printed; `make` gives pages of another form than its own."""
        from PySide6.QtPrintSupport import QPrinter  # asks the print system of this machine, which takes its time

        from orapp.ui.kit.list_printing import MOST_ROWS, ListPreview

        if len(content.rows) > MOST_ROWS:
            self._place.asker.tell(
                self._table.window(),
                self.tr("Deze lijst heeft {count} regels: te veel om af te drukken.").format(count=len(content.rows)),
                self.tr(
                    "Afdrukken kan tot {most} regels. Maak de lijst korter met een filter, of exporteer haar naar Excel."
                ).format(most=MOST_ROWS),
            )
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        ListPreview(self._table.window(), self._place, content, printer, make() if make is not None else None).open()

    def _ask_name(self, content: ListContent, form: ListFormat) -> None:
        remembered = self._place.memory.value(FOLDER_KEY)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(remembered) if remembered and Path(remembered).is_dir() else Path(documents)
        self._place.asker.name_file(
            self._table.window(),
            self.tr("Lijst exporteren"),
            folder / list_file_name(content, form),
            self._kinds(form),
            lambda path: self._write(content, form, path),
        )

    def _kinds(self, form: ListFormat) -> str:
        match form:
            case ListFormat.WORD:
                return self.tr("Word-document (*.docx)")
            case ListFormat.EXCEL:
                return self.tr("Excel-werkmap (*.xlsx)")
            case ListFormat.CSV:
                return self.tr("CSV met puntkomma’s (*.csv)")

    def _write(self, content: ListContent, form: ListFormat, path: Path) -> None:
        write, put = self._place.write_list, self._place.write_file

        def work(_progress: Progress) -> Path:
            data = write(content, form)
            try:
                put(path, data)
            except OSError as error:
                raise Circumstance("window.pdf_unwritable", path=str(path)) from error
            return path

        self._place.tasks.work(self._table, work, self._written)

    def _written(self, path: Path) -> None:
        self._place.memory.keep(FOLDER_KEY, str(path.parent))
        self._say(self.tr("De lijst is bewaard als {path}.").format(path=path))

    def _say(self, words: str) -> None:
        announce(self._table, words)
        self.told.emit(words)


class Lists(ListHost):
    """Stands in a window and equips every table in it that its own screen did not equip; what was done is told in `notice`."""

    def __init__(self, place: Workplace, notice: NoticeBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._place = place
        self._notice = notice

    @override
    def equip(self, table: Table[Any]) -> None:
        acts = ListActions(table, self._place)
        acts.told.connect(self.tell)

    def tell(self, words: str) -> None:
        """Tells what was done, above the screen."""
        self._notice.tell(words, Tone.GOOD)
