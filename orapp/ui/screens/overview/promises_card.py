"""Promises: how many were kept, run and are late, as a bar with its words below it, and the ones that are late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from orapp.services.overview import Promises
from orapp.services.rows import PointRow
from orapp.ui.kit.cards import Card, empty_hint
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Look, Tone
from orapp.ui.kit.tables import Cell, Column
from orapp.ui.screens.overview.link_table import LinkTable
from orapp.ui.screens.overview.lists import shortened
from orapp.ui.screens.overview.post_card import counted

if TYPE_CHECKING:
    from orapp.ui.kit.workplace import Workplace


class PromiseBar(QWidget):
    """The shares of what was kept, runs, and is late or broken. The line below it says the same in words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shares: tuple[tuple[int, str], ...] = ()
        self.setObjectName("toezeggingen-balk")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_shares(self, shares: tuple[tuple[int, str], ...], words: str) -> None:
        """Shows shares as (count, colour token), left to right."""
        self._shares = tuple(share for share in shares if share[0])
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(10))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.px(10))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect())
        ends = QPainterPath()
        ends.addRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        painter.setClipPath(ends)
        total = sum(count for count, _ in self._shares)
        left = frame.left()
        for number, (count, token) in enumerate(self._shares):
            width = frame.width() * count / total
            painter.fillRect(QRectF(left, frame.top(), width, frame.height()), self._look.colour(token))
            left += width
            if number < len(self._shares) - 1:
                painter.fillRect(QRectF(left - 1, frame.top(), 1, frame.height()), self._look.colour("surface"))
        painter.end()


class PromisesCard(Card):
    """The bar, its words, and what is late with the days it is late."""

    opened = Signal(object)

    def __init__(self, place: Workplace) -> None:
        super().__init__(place.look, QCoreApplication.translate("overview", "Toezeggingen"))
        self._place = place
        self.bar = PromiseBar(place.look)
        self.body.addWidget(self.bar)
        self.words = text_label("", "quiet", wrap=True)
        self.words.setObjectName("toezeggingen-woorden")
        self.body.addWidget(self.words)
        columns: list[Column[PointRow]] = [
            Column(key="what", title=self.tr("Toezegging"), cell=self._what, weight=1),
            Column(key="late", title=self.tr("Te laat"), cell=self._late, pixels=96),
        ]
        self.table: LinkTable[PointRow] = LinkTable(
            columns,
            place.look,
            "overzicht-toezeggingen",
            self.tr("Toezeggingen over datum"),
            lambda row: (row.dossier_id, row.item_id),
            headed=False,
        )
        self.table.opened.connect(self.opened.emit)
        self.body.addWidget(self.table)
        self.empty = empty_hint(self.tr("Er staat nog geen toezegging van de bestuurder in het archief."))
        self.body.addWidget(self.empty)

    def show_promises(self, promises: Promises) -> None:
        """Shows the counts and what is late."""
        words = self.told(promises)
        self.words.setText(words)
        self.bar.show_shares(
            (
                (promises.kept, "good"),
                (promises.running, "field"),
                (promises.late, "danger"),
                (promises.broken, "attention"),
            ),
            words,
        )
        self.table.show_rows(promises.late_rows)
        some = bool(words)
        self.bar.setVisible(some)
        self.words.setVisible(some)
        self.empty.setVisible(not some)
        self.table.setVisible(bool(promises.late_rows))

    def told(self, promises: Promises) -> str:
        """The counts in words, those that are none left out; empty where there are no promises."""
        parts = (
            (promises.kept, self.tr("{count} nagekomen")),
            (promises.running, self.tr("{count} lopend")),
            (promises.late, self.tr("{count} over datum")),
            (promises.broken, self.tr("{count} niet nagekomen")),
        )
        return " · ".join(words.format(count=counted(count)) for count, words in parts if count)

    @staticmethod
    def _what(row: PointRow) -> Cell:
        return Cell(text=f"{row.code} {shortened(row.text)}".strip(), second=f"{row.reference} {row.dossier_title}", lines=2)

    def _late(self, row: PointRow) -> Cell:
        days = (self._place.today() - row.day).days if row.day is not None else 0
        return Cell(text=self.tr("1 dag") if days == 1 else self.tr("{days} dagen").format(days=days), pill=Tone.DANGER)
