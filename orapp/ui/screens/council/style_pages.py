"""Three letters in a house style, side by side: the pages themselves where an office program can set them, else our own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QTextBrowser, QVBoxLayout, QWidget
from typing_extensions import override

from orapp.ui.kit import a11y
from orapp.ui.kit.cards import button
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.letter_document import LetterSheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from orapp.letters.content import LetterContent
    from orapp.services.house_styles import StylePictures, StylePreview
    from orapp.services.style_rows import PagePicture
    from orapp.ui.kit.look import Look

GAP = 10
LEAST_HEIGHT = 250
FINE = 1.5


class StylePages(QWidget):
    """Draws up to three first pages. Left and right (or a click) choose one, which then stands alone; again shows all."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._pages: list[QImage] = []
        self._titles: list[str] = []
        self._alone = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(look.px(LEAST_HEIGHT))
        self.setToolTip(self.tr("Links en rechts, of een klik: één brief groot"))
        look.changed.connect(self.update)

    def show_pages(self, pages: list[QImage], titles: list[str]) -> None:
        """Shows these pages."""
        self._pages, self._titles = pages, titles
        self._alone = min(self._alone, len(pages) - 1)
        self._tell()
        self.update()

    def _tell(self) -> None:
        shown = self._titles if self._alone < 0 else self._titles[self._alone : self._alone + 1]
        self.setAccessibleDescription("; ".join(shown))

    def _turn_to(self, number: int) -> None:
        self._alone = number if -1 <= number < len(self._pages) else -1
        self._tell()
        self.update()

    def _frames(self) -> list[tuple[int, QRectF]]:
        """Where each page stands: one after the other, as large as the room allows."""
        numbers = list(range(len(self._pages))) if self._alone < 0 else [self._alone]
        if not numbers:
            return []
        room = QRectF(self.rect()).adjusted(GAP, GAP, -GAP, -GAP)
        ratios = [self._pages[number].width() / max(1, self._pages[number].height()) for number in numbers]
        height = min(room.height(), (room.width() - GAP * (len(numbers) - 1)) / sum(ratios))
        left = room.left() + (room.width() - height * sum(ratios) - GAP * (len(numbers) - 1)) / 2
        frames = []
        for number, ratio in zip(numbers, ratios, strict=True):
            frames.append((number, QRectF(left, room.top(), height * ratio, height)))
            left += height * ratio + GAP
        return frames

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(640), self._look.px(320))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("desk"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ratio = self.devicePixelRatioF()
        for number, frame in self._frames():
            size = (frame.size() * ratio).toSize()
            page = self._pages[number].scaled(
                size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            painter.drawImage(frame, page)
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Right:
            self._turn_to(self._alone + 1)
        elif key == Qt.Key.Key_Left:
            self._turn_to(self._alone - 1 if self._alone >= 0 else len(self._pages) - 1)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        hit = next((number for number, frame in self._frames() if frame.contains(event.position())), -1)
        self._turn_to(hit if self._alone < 0 else -1)


class StyleView(QWidget):
    """The pages, who made them, and the same letters as text for who cannot see them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._sheet: LetterSheet | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        self.pages = StylePages(look)
        a11y.name(self.pages, "huisstijl-bladzijden", self.tr("Drie brieven in deze huisstijl"))
        self.reading = QTextBrowser()
        a11y.name(self.reading, "huisstijl-leestekst", self.tr("De drie brieven als tekst"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.pages)
        self._stack.addWidget(self.reading)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout()
        self.told = text_label("", "small", wrap=True)
        self.told.setObjectName("huisstijl-gemaakt-door")
        row.addWidget(self.told, 1)
        self.as_text = button(self.tr("Als tekst le&zen"), "huisstijl-als-tekst")
        self.as_text.setCheckable(True)
        row.addWidget(self.as_text, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self.as_text.toggled.connect(lambda on: self._stack.setCurrentIndex(1 if on else 0))

    def wait(self, words: str) -> None:
        """Says what is being done; what was shown stays."""
        self.told.setText(words)

    def clear(self) -> None:
        """Shows nothing."""
        self.pages.show_pages([], [])
        self.reading.clear()
        self.told.setText("")

    def show_own(self, preview: StylePreview, *, waits: bool) -> None:
        """Shows the letters as the program draws them itself, with the letters, colours and white of the style."""
        for step in self.sketching(preview, waits=waits):
            step()

    def sketching(self, preview: StylePreview, *, waits: bool) -> tuple[Callable[[], None], ...]:
        """The same in steps, for a turn each: to set one letter takes as long as a key may wait. The last one shows them."""
        images: list[QImage] = []
        texts: list[str] = []

        def lay_out(content: LetterContent) -> None:
            self._drop_sheet()  # of a row that another took the place of
            self._sheet = LetterSheet(content, self, preview.page)

        def draw() -> None:
            if self._sheet is not None:
                images.append(_own_page(self._sheet, self._look))
                texts.append(self._sheet.text)
                self._drop_sheet()

        def show() -> None:
            if len(images) < len(preview.letters):
                return  # some steps were left out: others are asked for
            self.pages.show_pages(images, [letter.content.title for letter in preview.letters])
            self.reading.setPlainText("\n\n\n".join(texts))
            self.told.setText(
                self.tr("Een schets van het programma zelf. De bladzijden worden gemaakt…")
                if waits
                else self.tr(
                    "Een schets van het programma zelf: letters, kleuren, marges en briefhoofd van de huisstijl. Met "
                    "LibreOffice op deze computer ziet u de bladzijden zelf."
                )
            )

        return (*(step for letter in preview.letters for step in (partial(lay_out, letter.content), draw)), show)

    def _drop_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.document.deleteLater()
            self._sheet = None

    def show_pictures(self, pictures: StylePictures, preview: StylePreview) -> None:
        """Shows the pages as the office program set them; without, what was shown stays."""
        if not pictures.pages:
            self.show_own(preview, waits=False)
            return
        titles = [letter.content.title for letter in preview.letters]
        self.pages.show_pages([image_of(page) for page in pictures.pages], titles)
        words = self.tr("De eerste bladzijde van drie brieven uit de demo, gemaakt met {program}. Word kan regels anders breken.")
        self.told.setText(words.format(program=pictures.made_by))


def image_of(page: PagePicture) -> QImage:
    """A page as a picture of the window."""
    form = QImage.Format.Format_RGB888 if page.channels == 3 else QImage.Format.Format_RGBA8888
    return QImage(page.pixels, page.width, page.height, page.stride, form).copy()


def _own_page(sheet: LetterSheet, look: Look) -> QImage:
    """The first page as the program sets it itself."""
    image = QImage((sheet.size * FINE).toSize(), QImage.Format.Format_RGB32)
    image.fill(look.paper)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(FINE, FINE)
    sheet.paint_page(painter, 0, look.print_ink)
    painter.end()
    return image
