"""The logo of the council: what stands on its letters, chosen from a file that is looked at first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel

from orapp.services.failures import Circumstance, Failure, Refusal
from orapp.services.logos import LARGEST_BYTES, logo_facts
from orapp.ui.kit import a11y
from orapp.ui.kit.a11y import announce
from orapp.ui.kit.cards import Card, button
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.labels import text_label

if TYPE_CHECKING:
    from orapp.services.desk import Desk
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.council.keeper import CouncilKeeper

WIDE, HIGH = 248, 52  # the measure of a letterhead, 62 by 13 mm, at four pixels a millimetre
MOST_MEBIBYTES = 96


def read_picture_file(path: Path) -> bytes:
    """The bytes of a picture file. Raises Refusal("council.logo_…") and Circumstance("council.file_unreadable")."""
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise Refusal("council.logo_too_large", place="logo", most_mb=str(LARGEST_BYTES // 1024 // 1024))
        data = path.read_bytes()
    except OSError as error:
        raise Circumstance("council.file_unreadable", path=str(path)) from error
    decoded(data)
    return data


def decoded(data: bytes) -> QImage:
    """The picture itself, after its first bytes were found to be in order. Raises Refusal("council.logo_…")."""
    logo_facts(data)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    QImageReader.setAllocationLimit(MOST_MEBIBYTES)
    image = reader.read()
    if image.isNull():
        raise Refusal("council.logo_unreadable", place="logo")
    return image


class LogoCard(Card):
    """Shows the logo on white, as on paper, with its acts."""

    def __init__(self, desk: Desk, place: Workplace, keeper: CouncilKeeper) -> None:
        super().__init__(place.look, self.tr("Logo"))
        self._desk = desk
        self._place = place
        self._keeper = keeper
        self._shown = ""
        row = QHBoxLayout()
        row.setSpacing(place.look.px(12))
        self.picture = QLabel()
        a11y.name(self.picture, "logo-beeld", self.tr("Logo van de raad"))
        self.picture.setFrameShape(QLabel.Shape.NoFrame)
        row.addWidget(self.picture)
        self.words = text_label("", "quiet", wrap=True)
        row.addWidget(self.words, 1)
        self.choose = button(self.tr("Logo &kiezen…"), "logo-kiezen")
        self.remove = button(self.tr("Logo weghalen"), "logo-weghalen")
        self.body.addLayout(row)
        acts = FlowRow(place.look)
        acts.fill((self.choose, self.remove))
        self.body.addWidget(acts)
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("logo-geweigerd")
        self.refusal.hide()
        self.body.addWidget(self.refusal)
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(self._remove)
        place.look.changed.connect(self._forget_shown)

    def show_council(self) -> None:
        """Shows the logo of the council as it stands."""
        council = self._keeper.council
        if council is None:
            return
        can_edit = self._keeper.can_edit
        self.choose.setEnabled(can_edit)
        self.remove.setEnabled(can_edit)
        self.remove.setVisible(council.logo is not None)
        self.picture.setVisible(council.logo is not None)
        if council.logo is None:
            self._shown = ""
            self.words.setText(self.tr("Nog geen logo: brieven beginnen met de naam van de raad. Een PNG of JPEG past."))
        elif council.logo.sha256 != self._shown:
            self._shown = council.logo.sha256
            self.words.setText(council.logo.name)
            self._place.tasks.read(self, "logo", self._desk.council.logo, self._show_picture)

    def _forget_shown(self) -> None:
        self._shown = ""
        self.show_council()

    def _show_picture(self, data: bytes) -> None:
        self._place.tasks.work(self, lambda _progress: decoded(data), self._take_image, self._refuse)

    def _take_image(self, image: QImage) -> None:
        look = self._place.look
        room = image.scaled(
            look.px(WIDE), look.px(HIGH), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        sheet = QPixmap(room.width(), room.height())
        sheet.fill(look.paper)
        self.picture.setPixmap(_painted(sheet, room))
        self.picture.setFixedSize(sheet.size())

    def _ask(self) -> None:
        kinds = self.tr("Afbeeldingen (*.png *.jpg *.jpeg)")
        folder = self._desk.archive.path.parent
        self._place.asker.choose_file(self, self.tr("Logo kiezen"), folder, kinds, self._read)

    def _read(self, path: Path) -> None:
        self.refusal.hide()
        self._place.tasks.work(
            self, lambda _progress: read_picture_file(path), lambda data: self._keep(data, path.name), self._refuse
        )

    def _keep(self, data: bytes, name: str) -> None:
        self._keeper.take_logo(data, name, self._refuse)

    def _remove(self) -> None:
        self.refusal.hide()
        self._keeper.apply(self.tr("logo weghalen"), lambda council: replace(council, logo=None))

    def _refuse(self, failure: Failure) -> None:
        said = self._place.said(failure)
        self.refusal.setText(said)
        self.refusal.show()
        announce(self, said, urgent=True)


def _painted(sheet: QPixmap, image: QImage) -> QPixmap:
    painter = QPainter(sheet)
    painter.drawImage(0, 0, image)
    painter.end()
    return sheet
