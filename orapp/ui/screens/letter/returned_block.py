"""One section that came back from Word: what went and came in it, how it stands here, and taking it over or leaving it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout

from orapp.letters.reading_back import ChangeKind
from orapp.letters.word_differences import PieceKind, word_differences
from orapp.ui.kit import a11y
from orapp.ui.kit.labels import Pill, text_label
from orapp.ui.kit.look import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from orapp.letters.reading_back import SectionChange
    from orapp.letters.word_differences import Piece
    from orapp.ui.kit.workplace import Workplace

_AROUND = 30
"""Words that stay in sight before and after a change in a long text."""


class ReturnedBlock(QFrame):
    """`chosen` is emitted when it is chosen otherwise. Nothing is chosen to be taken over that decides or would overwrite."""

    chosen = Signal()

    def __init__(self, place: Workplace, change: SectionChange, *, fixed: bool) -> None:
        super().__init__()
        self.change = change
        self._place = place
        self.setProperty("part", "card")
        self.setObjectName(f"terug-{change.key}")
        look = place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(14), look.px(10), look.px(14), look.px(10))
        column.setSpacing(look.px(6))
        column.addLayout(self._build_head())
        for words in self._explained():
            column.addWidget(text_label(words, "quiet", wrap=True))
        if change.kind is not ChangeKind.MOVED:
            pieces = change.pieces or word_differences(change.before, change.text_after)
            column.addWidget(self._text(pieces, "terug-tekst"))
        if change.clashes:
            column.addWidget(text_label(self.tr("Wat hier sindsdien is gewijzigd:"), "strong"))
            column.addWidget(self._text(word_differences(change.before, change.here), "terug-hier"))
        self._take: QRadioButton | None = None
        if not fixed:
            column.addLayout(self._build_choice())

    def _build_head(self) -> QHBoxLayout:
        change, row = self.change, QHBoxLayout()
        row.setSpacing(self._place.look.px(8))
        row.addWidget(text_label(self.heading, "strong", wrap=True), 1)
        label = self._place.texts.label
        row.addWidget(Pill(label(change.kind), Tone.ACCENT))
        if change.moved and change.kind is not ChangeKind.MOVED:
            row.addWidget(Pill(label(ChangeKind.MOVED), Tone.ACCENT))
        if change.decides:
            row.addWidget(Pill(self.tr("besluitzin"), Tone.ATTENTION))
        if change.clashes:
            row.addWidget(Pill(self.tr("ook hier gewijzigd"), Tone.ATTENTION))
        return row

    @property
    def heading(self) -> str:
        """How the section is called."""
        return self.change.heading or self.tr("Tekst zonder kop")

    def _explained(self) -> list[str]:
        change = self.change
        words: list[str] = []
        if change.kind is ChangeKind.ADDED:
            words.append(
                self.tr(
                    "Een nieuwe kop. Neemt u hem over, dan komt de tekst onder het onderdeel erboven te staan, met de kop in vet."
                )
            )
        elif change.kind is ChangeKind.REMOVED:
            words.append(
                self.tr("Neemt u dit over, dan blijft het onderdeel buiten de brief, met de reden dat het in Word is weggehaald.")
            )
        elif change.only_look:
            words.append(self.tr("Alleen vet of cursief is anders."))
        if change.moved:
            words.append(self.tr("Het onderdeel staat op een andere plaats."))
        if change.decides:
            words.append(self.tr("Hierin is een zin veranderd waarin de OR besluit. Lees die zin na."))
        return words

    def _text(self, pieces: Iterable[Piece], object_name: str) -> QLabel:
        label = QLabel(_html(tuple(pieces)))
        label.setObjectName(object_name)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setAccessibleName(_spoken(tuple(pieces), self.tr("vervallen: {text}"), self.tr("nieuw: {text}")))
        return label

    def _build_choice(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._place.look.px(16))
        self._take, leave = QRadioButton(self.tr("Overnemen")), QRadioButton(self.tr("Laten"))
        group = QButtonGroup(self)
        for one, name in ((self._take, "overnemen"), (leave, "laten")):
            a11y.name(one, f"{name}-{self.change.key}", f"{self.heading}: {one.text().lower()}")
            group.addButton(one)
            row.addWidget(one)
        (self._take if self.change.safe else leave).setChecked(True)
        self._take.toggled.connect(lambda _on: self.chosen.emit())
        row.addStretch(1)
        return row

    @property
    def is_taken(self) -> bool:
        """Whether it is chosen to be taken over."""
        return self._take is not None and self._take.isChecked()

    def take(self, *, taken: bool) -> None:
        """Chooses for the user, who asked for all."""
        if self._take is not None and taken:
            self._take.setChecked(True)

    def first_field(self) -> QWidget | None:
        """Where the keyboard begins."""
        group = self.findChild(QButtonGroup)
        return group.checkedButton() if group is not None else None


def _html(pieces: tuple[Piece, ...]) -> str:
    """Marks and words say it, not a colour alone: what went is struck through, what came is underlined and bold."""
    shown: list[str] = []
    for number, piece in enumerate(pieces):
        text = piece.text
        if piece.kind is PieceKind.SAME:
            text = _short(text, first=number == 0, last=number == len(pieces) - 1)
        bare = text.strip("\n")
        plain = escape(bare).replace("\n", "<br>")
        if bare and piece.kind is PieceKind.GONE:
            plain = f"<s>[−{plain}−]</s>"
        elif bare and piece.kind is PieceKind.NEW:
            plain = f"<u><b>[+{plain}+]</b></u>"
        before, after = text.startswith("\n"), text.endswith("\n") and bool(bare)
        shown.append(f"{'<br>' * before}{plain}{'<br>' * after}")
    return " ".join(shown)


def _short(text: str, *, first: bool, last: bool) -> str:
    """What stayed, without the middle of a long stretch: what changed is to be found at a glance."""
    words = text.split(" ")
    if len(words) <= 2 * _AROUND:
        return text
    before = [] if first else words[:_AROUND]
    after = [] if last else words[-_AROUND:]
    return " ".join([*before, "…", *after])


def _spoken(pieces: tuple[Piece, ...], gone: str, new: str) -> str:
    said = {PieceKind.GONE: gone, PieceKind.NEW: new}
    return "; ".join(said[piece.kind].format(text=piece.text) for piece in pieces if piece.kind in said)
