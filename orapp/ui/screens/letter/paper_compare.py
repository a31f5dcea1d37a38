"""Two versions of a letter held beside each other: as one text with what went and came, and side by side."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QTabWidget, QTextBrowser, QWidget

from orapp.letters.differences import Change, letter_differences
from orapp.letters.word_differences import PieceKind
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.labels import text_label

if TYPE_CHECKING:
    from orapp.domain.letters import Letter
    from orapp.letters.content import LetterContent
    from orapp.letters.differences import Compared
    from orapp.services.papers_out import PapersOut
    from orapp.ui.kit.workplace import Workplace


class CompareSheet(Sheet):
    """Any two versions; the last two to begin with. `now` is the letter as it is composed, where it still is.

    A concept that was handed over for adoption begins with the version that was.
    """

    def __init__(
        self, parent: QWidget, place: Workplace, papers: PapersOut, letter: Letter, now: LetterContent | None = None
    ) -> None:
        super().__init__(parent, place.look, self.tr("Versies vergelijken"), "versies-vergelijken")
        self._place = place
        self._papers = papers
        self._letter = letter
        self._now = now
        self.differences: tuple[Compared, ...] = ()
        self.body.addWidget(text_label(self.tr("Versies vergelijken"), "title"))
        row = QHBoxLayout()
        self.first = self._choice("eerste-versie", self.tr("&Eerst"), row)
        self.second = self._choice("tweede-versie", self.tr("&Daarna"), row)
        row.addStretch(1)
        self.body.addLayout(row)
        self.extent = text_label("", "quiet", wrap=True)
        self.extent.setObjectName("verschil-omvang")
        self.body.addWidget(self.extent)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("verschil-weergave")
        self.tabs.setAccessibleName(self.tr("Weergave van de verschillen"))
        self.together = self._browser("verschil-tekst", self.tr("Tekst met wat verviel en wat erbij kwam"))
        self.tabs.addTab(self.together, self.tr("&In één tekst"))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        self.left = self._browser("verschil-links", self.tr("Eerste versie"))
        self.right = self._browser("verschil-rechts", self.tr("Tweede versie"))
        split.addWidget(self.left)
        split.addWidget(self.right)
        self.tabs.addTab(split, self.tr("&Naast elkaar"))
        self.body.addWidget(self.tabs, 1)
        self.left.verticalScrollBar().valueChanged.connect(self._follow)
        acts = QHBoxLayout()
        acts.addStretch(1)
        close = button(self.tr("&Sluiten"), "sluiten", "primary")
        close.clicked.connect(self.reject)
        acts.addWidget(close)
        self.body.addLayout(acts)
        self._fill()
        self.take_size(1100, 760)
        self.first.setFocus()

    def _choice(self, name: str, words: str, row: QHBoxLayout) -> QComboBox:
        field = QComboBox()
        a11y.name(field, name, words.replace("&", ""))
        row.addWidget(a11y.label_for(words, field))
        row.addWidget(field)
        return field

    @staticmethod
    def _browser(name: str, words: str) -> QTextBrowser:
        made = QTextBrowser()
        a11y.name(made, name, words)
        return made

    def _fill(self) -> None:
        label = self._place.texts.label_of
        for field in (self.first, self.second):
            for version in self._letter.versions:
                words = self.tr("v{number}, {status}").format(number=version.number, status=label("LetterStatus", version.status))
                field.addItem(words, version.number)
            if self._now is not None:
                field.addItem(self.tr("zoals de brief nu is"), 0)
        count = self.first.count()
        handed_over = self._letter.handed_over_version if self._now is not None else 0
        given = self.first.findData(handed_over) if handed_over else -1
        self.first.setCurrentIndex(given if given >= 0 else max(0, count - 2))
        self.second.setCurrentIndex(count - 1)
        for field in (self.first, self.second):
            field.currentIndexChanged.connect(self._compare)
        self._compare()

    def _compare(self) -> None:
        first, second = self.first.currentData(), self.second.currentData()
        letter, papers, now = self._letter, self._papers, self._now

        def content(number: int) -> LetterContent:
            if number == 0 and now is not None:
                return now
            return papers.content_of(next(one for one in letter.versions if one.number == number))

        def work() -> tuple[Compared, ...]:
            return letter_differences(content(first), content(second))

        self._place.tasks.read(
            self, "vergelijken", work, self._show, lambda failure: self.extent.setText(self._place.said(failure))
        )

    def _show(self, found: tuple[Compared, ...]) -> None:
        self.differences = found
        changed = [one for one in found if one.change is not Change.SAME]
        if not changed:
            words = self.tr("Deze versies hebben dezelfde tekst.")
        else:
            headings = ", ".join(f"“{one.heading or self.tr('tekst zonder kop')}”" for one in changed)
            words = self.tr("{n} onderdelen verschillen: {headings}.").format(n=len(changed), headings=headings)
            if len(changed) == 1:
                words = self.tr("1 onderdeel verschilt: {headings}.").format(headings=headings)
        self.extent.setText(words)
        a11y.announce(self, words)
        self.together.setHtml("".join(self._as_one(one) for one in found))
        self.left.setHtml("".join(self._side(one, PieceKind.GONE) for one in found))
        self.right.setHtml("".join(self._side(one, PieceKind.NEW) for one in found))

    def _as_one(self, one: Compared) -> str:
        # Marks and words say it, not a colour alone: what went is struck through, what came is underlined and bold.
        shown = "".join(_marked(piece.kind, piece.text) for piece in one.pieces)
        return f"{self._heading(one)}<p>{shown}</p>"

    def _side(self, one: Compared, mine: PieceKind) -> str:
        kept = [piece for piece in one.pieces if piece.kind in {PieceKind.SAME, mine}]
        shown = "".join(_marked(piece.kind, piece.text) for piece in kept)
        return f"{self._heading(one)}<p>{shown}</p>"

    def _heading(self, one: Compared) -> str:
        state = "" if one.change is Change.SAME else f" – {self._place.texts.label(one.change)}"
        return f"<h3>{escape(one.heading or self.tr('Tekst zonder kop'))}{escape(state)}</h3>"

    def _follow(self, value: int) -> None:
        bar, own = self.right.verticalScrollBar(), self.left.verticalScrollBar()
        if own.maximum():
            bar.setValue(round(bar.maximum() * value / own.maximum()))

    def shown(self) -> str:
        """The text with its differences, as it is read."""
        return self.together.toPlainText()


def _marked(kind: PieceKind, text: str) -> str:
    plain = escape(text).replace("\n", "<br>")
    match kind:
        case PieceKind.SAME:
            return f"{plain} "
        case PieceKind.GONE:
            return f"<s>[−{plain}−]</s> "
        case PieceKind.NEW:
            return f"<u><b>[+{plain}+]</b></u> "
