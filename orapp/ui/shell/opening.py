"""The screen on which an archive is opened: those used before, another one, the demo, or a new one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orapp.services.failures import Failure, Refusal
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import Card, button, empty_hint
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone, restyle
from orapp.ui.kit.notices import NoticeBar
from orapp.ui.kit.tables import Cell, Column, FittedTable, RowModel
from orapp.ui.shell.doors import OpenRequest

if TYPE_CHECKING:
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
        self.setObjectName("openen")
        self.setProperty("part", "ground")
        self._build()
        self._connect()

    # -- build ---------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._place.look
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        middle = QWidget()
        self._middle = middle
        self._take_width()
        look.changed.connect(self._take_width)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, look.px(40), 0, look.px(24))
        column.setSpacing(look.px(12))
        column.addWidget(text_label(self.tr("Archief openen"), "title"))
        lead = self.tr("Een archief is één versleuteld bestand op deze computer. Het werkt zonder netwerk.")
        column.addWidget(text_label(lead, "quiet", wrap=True))
        self.notice = NoticeBar(look)
        column.addWidget(self.notice)
        column.addWidget(self._build_recent())
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
        self._none = empty_hint(self.tr("Nog geen. Bekijk de voorbeelden, of maak een archief voor uw eigen ondernemingsraad."))
        card.body.addWidget(self.recent)
        card.body.addWidget(self._none)
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
        row = QHBoxLayout()
        row.setSpacing(self._place.look.px(8))
        self.other_button = button(self.tr("Ander archief &kiezen…"), "ander-archief")
        self.demo_button = button(self.tr("&Voorbeelden bekijken"), "voorbeelden")
        self.new_button = button(self.tr("&Nieuw archief maken…"), "nieuw-archief")
        for made in (self.other_button, self.demo_button, self.new_button):
            row.addWidget(made)
        row.addStretch(1)
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
            [self.recent, self.passphrase, self.keep, self.open_button, self.other_button, self.demo_button, self.new_button]
        )

    # -- show ----------------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Shows which archives were opened before."""
        paths = self._doors.memory.recent()
        self.recent.row_model.show(paths)
        self.recent.setVisible(bool(paths))
        self._none.setVisible(not paths)
        self.recent.choose_first()
        # At the first start the examples are the way in.
        self.demo_button.setProperty("part", "" if paths else "primary")
        restyle(self.demo_button)
        (self.recent if paths else self.demo_button).setFocus(Qt.FocusReason.OtherFocusReason)

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
