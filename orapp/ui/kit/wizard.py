"""A short series of questions in one sheet: the steps at the left, one question at a time, back and further by keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from orapp.ui.kit import a11y
from orapp.ui.kit.cards import button, hairline
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.labels import set_tone, text_label
from orapp.ui.kit.look import Look, Tone
from orapp.ui.kit.notices import NoticeBar
from orapp.ui.kit.scrolling import scrolled

STEP_PIXELS = 170
# With larger text the steps beside the question would leave it no room; the heading says then which step it is.
MOST_PERCENT_BESIDE = 140


class WizardPage(QWidget):
    """One question of a wizard, with its `title` for the list of steps."""

    title = ""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "ground")

    def offered(self) -> bool:
        """False where the answers before made the question needless."""
        return True

    def shown(self) -> None:
        """Is called when the page comes to the front."""

    def complete(self) -> bool:
        """Whether the answers will do; what will not is said beside its field."""
        return True


class Wizard(Sheet):
    """Shows its pages one by one; `finished_asked` is emitted when the last one is complete."""

    finished_asked = Signal()

    def __init__(self, parent: QWidget, look: Look, object_name: str) -> None:
        super().__init__(parent, look, "", object_name)
        self._pages: tuple[WizardPage, ...] = ()
        self._current = 0
        self._last_act = ""
        self._labels: list[QLabel] = []
        self.notice = NoticeBar(look)
        self.body.addWidget(self.notice)
        middle = QHBoxLayout()
        middle.setSpacing(look.px(18))
        side = self._build_steps(look)
        middle.addWidget(side)
        right = QVBoxLayout()
        right.setSpacing(look.px(10))
        self.heading = text_label("", "heading", wrap=True)
        self.heading.setObjectName("wizard-kop")
        right.addWidget(self.heading)
        self._stack = QStackedWidget()
        right.addWidget(self._stack, 1)
        middle.addLayout(right, 1)
        self.body.addLayout(middle, 1)
        # Only inside the dialog: shown before, it would be a window of its own for a moment, and take the keyboard.
        side.setVisible(look.px(100) <= MOST_PERCENT_BESIDE)
        self.body.addWidget(hairline())
        self.body.addLayout(self._build_acts())

    def _build_steps(self, look: Look) -> QWidget:
        side = QWidget()
        side.setFixedWidth(look.px(STEP_PIXELS))
        a11y.name(side, "wizard-stappen", self.tr("Stappen"))
        self._steps = QVBoxLayout(side)
        self._steps.setContentsMargins(0, look.px(4), 0, 0)
        self._steps.setSpacing(look.px(10))
        return side

    def _build_acts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.cancel_button = button(self.tr("&Annuleren"), "annuleren")
        self.back_button = button(self.tr("&Terug"), "terug")
        self.next_button = button(self.tr("&Verder"), "verder", "primary")
        self.next_button.setDefault(True)
        row.addWidget(self.cancel_button)
        row.addStretch(1)
        row.addWidget(self.back_button)
        row.addWidget(self.next_button)
        self.cancel_button.clicked.connect(self.reject)
        self.back_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self.go_on)
        return row

    def entitle(self, title: str, last_act: str) -> None:
        """Names the whole, and the act with which it ends."""
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._last_act = last_act

    def set_pages(self, pages: Sequence[WizardPage]) -> None:
        """Takes the pages, in order, and shows the first."""
        self._pages = tuple(pages)
        for page in self._pages:
            self._stack.addWidget(scrolled(page))
            label = text_label("", wrap=True)
            self._labels.append(label)
            self._steps.addWidget(label)
        self._steps.addStretch(1)
        self.show_page(0)

    @property
    def current(self) -> int:
        """The number of the page that is shown, from 0."""
        return self._current

    def show_page(self, number: int) -> None:
        """Shows a page: to put what is wrong in front of the person."""
        self._current = number
        self._stack.setCurrentIndex(number)
        offered = [place for place, page in enumerate(self._pages) if page.offered()]
        for place, (page, label) in enumerate(zip(self._pages, self._labels, strict=True)):
            label.setVisible(place in offered)
            count = offered.index(place) + 1 if place in offered else 0
            label.setText(self.tr("{count}  {title}").format(count=count, title=page.title))
            label.setProperty("part", "strong" if place == number else "quiet")
            set_tone(label, Tone.ACCENT if place == number else Tone.PLAIN)
        self.back_button.setEnabled(number != offered[0])
        self.next_button.setText(self._last_act if number == offered[-1] else self.tr("&Verder"))
        self.next_button.setAccessibleName(self.next_button.text().replace("&", ""))
        place_in_row = offered.index(number) + 1 if number in offered else 1
        told = self.tr("Stap {count} van {total}: {title}").format(
            count=place_in_row, total=len(offered), title=self._pages[number].title
        )
        self.heading.setText(told)
        self._pages[number].shown()
        a11y.announce(self, told)

    def go_on(self) -> None:
        """To the next page that is offered, or the end; not before this page is complete."""
        if not self._pages[self._current].complete():
            return
        following = [number for number in range(self._current + 1, len(self._pages)) if self._pages[number].offered()]
        if following:
            self.show_page(following[0])
        else:
            self.finished_asked.emit()

    def go_back(self) -> None:
        """To the page before; nothing that was typed is lost."""
        before = [number for number in range(self._current) if self._pages[number].offered()]
        if before:
            self.show_page(before[-1])

    def set_busy(self, busy: bool) -> None:
        """Takes the acts away while what was asked is being done."""
        for act in (self.back_button, self.next_button):
            act.setEnabled(not busy)
