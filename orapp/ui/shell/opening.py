"""The screen on which one begins: archives used before, and three ways in: a new one, another one, the examples."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from orapp.services.failures import Failure, Refusal
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import Card, button
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone, restyle
from orapp.ui.kit.notices import NoticeBar
from orapp.ui.kit.scrolling import scrolled
from orapp.ui.kit.tables import Cell, Column, FittedTable, RowModel
from orapp.ui.shell.doors import OpenRequest
from orapp.ui.shell.dropping import dropped_files

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.shell.doors import Doors

KEY_NEEDED = "archive.key_needed"
WRONG_KEY = "archive.wrong_key"
SUFFIX = ".orarchief"
MOST_LEAST_WIDTH = 860
"""At large text the screen still fits the smallest window."""


class OpeningScreen(QWidget):
    """Chooses an archive, asks for its passphrase only where the keyring does not have the key."""

    open_asked = Signal(object)
    demo_asked = Signal()
    new_asked = Signal()
    titled = Signal(str)

    def __init__(self, place: Workplace, doors: Doors) -> None:
        super().__init__()
        self._place = place
        self._doors = doors
        self._path: Path | None = None
        self.setAcceptDrops(True)
        self.setObjectName("openen")
        self.setProperty("part", "ground")
        self._build()
        self._connect()

    # -- build ---------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._place.look
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        ground = QWidget()
        ground.setProperty("part", "ground")
        outer = QHBoxLayout(ground)
        whole.addWidget(scrolled(ground))
        outer.addStretch(1)
        middle = QWidget()
        self._middle = middle
        self._take_width()
        look.changed.connect(self._take_width)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, look.px(40), 0, look.px(24))
        column.setSpacing(look.px(12))
        self.title = text_label("", "title", wrap=True)
        column.addWidget(self.title)
        lead = self.tr("Een archief is één versleuteld bestand op deze computer. Het werkt zonder netwerk.")
        column.addWidget(text_label(lead, "quiet", wrap=True))
        self.notice = NoticeBar(look)
        column.addWidget(self.notice)
        self.recent_card = self._build_recent()
        column.addWidget(self.recent_card)
        column.addWidget(self._build_key())
        column.addLayout(self._build_ways())
        column.addStretch(1)
        # As wide as it may be before the ground beside it takes room: at large text the words need it.
        outer.addWidget(middle, 40)
        outer.addStretch(1)

    def _take_width(self) -> None:
        look = self._place.look
        self._middle.setMaximumWidth(look.px(760))
        self._middle.setMinimumWidth(min(look.px(620), MOST_LEAST_WIDTH))

    def _build_recent(self) -> Card:
        look = self._place.look
        card = Card(look, self.tr("Eerder geopend"))
        columns: list[Column[Path]] = [
            Column(key="name", title=self.tr("Archief"), cell=lambda row: Cell(text=row.stem, strong=True), weight=2),
            Column(key="folder", title=self.tr("Map"), cell=lambda row: Cell(text=str(row.parent), quiet=True), weight=4),
        ]
        model: RowModel[Path] = RowModel(columns)
        self.recent = FittedTable(model, look, "eerder-geopend", self.tr("Eerder geopende archieven"))
        card.body.addWidget(self.recent)
        return card

    def _build_key(self) -> Card:
        look = self._place.look
        self.key_card = Card(look)
        self.which = text_label("", "heading", wrap=True)
        self.key_card.body.addWidget(self.which)
        self.form = Form(look)
        self.passphrase = self.form.line("passphrase", self.tr("&Wachtzin"), secret=True)
        self.keep = self.form.check("keep-key", self.tr("Bewaar de &sleutel in de sleutelbos van deze computer"))
        self.key_card.body.addWidget(self.form)
        row = QHBoxLayout()
        self.open_button = button(self.tr("&Openen"), "openen-knop", "primary")
        row.addWidget(self.open_button)
        row.addStretch(1)
        self.key_card.body.addLayout(row)
        self.key_card.hide()
        return self.key_card

    def _build_ways(self) -> QHBoxLayout:
        look = self._place.look
        self.new_button = button(self.tr("&Nieuw archief maken…"), "nieuw-archief")
        self.other_button = button(self.tr("Archief &kiezen…"), "ander-archief")
        self.demo_button = button(self.tr("&Voorbeelden bekijken"), "voorbeelden")
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        for heading, words, act in (
            (
                self.tr("Nieuw archief"),
                self.tr("Voor uw eigen raad, in vier korte vragen. Alleen de naam is nodig; de rest mag later."),
                self.new_button,
            ),
            (
                self.tr("Een archief openen"),
                self.tr("U hebt al een archief, of kreeg er een van een collega. U hebt de wachtzin nodig."),
                self.other_button,
            ),
            (
                self.tr("Eerst rondkijken"),
                self.tr("Vier dossiers van een verzonnen ondernemingsraad. U kunt er niets mee stukmaken."),
                self.demo_button,
            ),
        ):
            card = Card(look, heading)
            card.body.addWidget(text_label(words, "quiet", wrap=True))
            card.body.addStretch(1)
            card.body.addWidget(act, 0, Qt.AlignmentFlag.AlignLeft)
            row.addWidget(card, 1)
        return row

    # -- connect -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.recent.row_opened.connect(self.choose)
        self.recent.clicked.connect(lambda index: self.choose(self.recent.row_model.rows[index.row()]))
        self.other_button.clicked.connect(self.choose_other)
        self.demo_button.clicked.connect(self.demo_asked.emit)
        self.new_button.clicked.connect(self.new_asked.emit)
        self.open_button.clicked.connect(self._open_with_passphrase)
        self.passphrase.returnPressed.connect(self._open_with_passphrase)
        a11y.tab_order(
            [self.recent, self.passphrase, self.keep, self.open_button, self.new_button, self.other_button, self.demo_button]
        )

    # -- show ----------------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Shows which archives were opened before."""
        paths = self._doors.memory.recent()
        self.recent.row_model.show(paths)
        self.recent_card.setVisible(bool(paths))
        self.recent.choose_first()
        self.title.setText(self.tr("Archief openen") if paths else self.tr("Welkom. Waar wilt u beginnen?"))
        # At the first start a council of one's own is the way in.
        self.new_button.setProperty("part", "" if paths else "primary")
        restyle(self.new_button)
        (self.recent if paths else self.new_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, path: Path) -> None:
        """Tries an archive with the key in the keyring; without one its passphrase is asked."""
        self._path = path
        self.key_card.hide()
        self.open_asked.emit(OpenRequest(path=path))

    def forget(self) -> None:
        """Leaves no passphrase behind once an archive is open: who comes back here is asked for it again."""
        self._path = None
        self.passphrase.clear()
        self.keep.setChecked(False)
        self.form.clear_all()
        self.key_card.hide()

    def ask_passphrase(self, path: Path) -> None:
        """Asks for the passphrase of an archive."""
        self._path = path
        self.which.setText(self.tr("Wachtzin van {name}").format(name=path.stem))
        self.passphrase.clear()
        self.form.clear_all()
        self.key_card.show()
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        self.titled.emit(self.which.text())

    def refuse(self, failure: Failure, path: Path) -> None:
        """Shows why an archive did not open: beside the passphrase where that is the reason, else above."""
        if failure.code == KEY_NEEDED:
            self.ask_passphrase(path)
            return
        said = self._place.said(failure)
        if (isinstance(failure, Refusal) or failure.code == WRONG_KEY) and not self.key_card.isHidden():
            self.form.refuse("passphrase", said)
            self.passphrase.selectAll()
            return
        self.notice.tell(said, Tone.DANGER)

    def set_busy(self, busy: bool) -> None:
        """Keeps hands off while an archive is being opened."""
        for widget in (self.open_button, self.other_button, self.demo_button, self.new_button, self.recent):
            widget.setEnabled(not busy)

    # -- files that are dropped ----------------------------------------------------------------------------------------

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """An archive may be dropped here."""
        if self._dropped_archive(event.mimeData()) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Opens the archive that was dropped, once the drag is over."""
        path = self._dropped_archive(event.mimeData())
        event.acceptProposedAction()
        if path is not None:
            QTimer.singleShot(0, self, lambda: self.choose(path))

    @staticmethod
    def _dropped_archive(data: QMimeData) -> Path | None:
        return next((path for path in dropped_files(data) if path.suffix == SUFFIX), None)

    # -- slots ---------------------------------------------------------------------------------------------------------

    def choose_other(self) -> None:
        """Asks for a file."""
        kinds = self.tr("Archieven (*.orarchief);;Alle bestanden (*)")
        self._place.asker.choose_file(self, self.tr("Archief kiezen"), self._doors.folder, kinds, self.choose)

    def _open_with_passphrase(self) -> None:
        if self._path is None:
            return
        if not self.passphrase.text():
            self.form.refuse("passphrase", self.tr("Vul de wachtzin in."))
            return
        request = OpenRequest(path=self._path, passphrase=self.passphrase.text(), keep_key=self.keep.isChecked())
        self.open_asked.emit(request)
