"""The sections of a letter under each other: one open at a time, walked with the arrows, moved by dragging or Alt+arrows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from orapp.ui.kit import a11y
from orapp.ui.screens.letter.section_card import SectionCard

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.letters.parts import LetterPart
    from orapp.ui.kit.workplace import Workplace


class SectionList(QWidget):
    """Cards of sections. `reordered` gives the keys in the order that was asked; `opened` the section that is edited, or ""."""

    reordered = Signal(tuple)
    opened = Signal(str)
    card_made = Signal(object)
    shown = Signal(QWidget)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._cards: dict[str, SectionCard] = {}
        self._dossier: Dossier | None = None
        self._request_id = ""
        self._frozen = False
        self.current = ""
        a11y.name(self, "onderdelen", self.tr("Onderdelen van de brief"))
        self._line = QFrame(self)
        self._line.setProperty("part", "drop")
        self._line.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(place.look.px(6))

    @property
    def keys(self) -> tuple[str, ...]:
        """The sections in their order."""
        return tuple(self._cards)

    def card(self, key: str) -> SectionCard | None:
        """The card of a section."""
        return self._cards.get(key)

    def show_parts(self, parts: tuple[LetterPart, ...], dossier: Dossier, request_id: str, *, frozen: bool) -> None:
        """Shows these sections; cards stay the same as long as their section is there."""
        self._dossier, self._request_id = dossier, request_id
        if frozen != self._frozen:
            self.clear()
        self._frozen = frozen
        wanted = [part.key for part in parts]
        for key in [key for key in self._cards if key not in wanted]:
            self._drop(key)
        for part in parts:
            card = self._cards.get(part.key)
            if card is None:
                self._cards[part.key] = self._make(part)
            else:
                card.show_part(part, self._stuff, frozen=frozen)
        if list(self._cards) != wanted or self._column.count() != len(wanted):
            self._cards = {key: self._cards[key] for key in wanted}
            for place, key in enumerate(wanted):
                self._column.insertWidget(place, self._cards[key])
            a11y.tab_order([self._cards[key].head for key in wanted])

    def clear(self) -> None:
        """Takes every card away."""
        for key in tuple(self._cards):
            self._drop(key)

    def open(self, key: str, *, focus: bool = True) -> SectionCard | None:
        """Opens a section and closes the other; an empty key closes all."""
        before = self._cards.get(self.current)
        if before is not None and self.current != key:
            before.left.emit()
            before.close_body()
        self.current = key if key in self._cards else ""
        card = self._cards.get(self.current)
        if card is not None:
            if not card.is_open:
                card.open_body(self._stuff, frozen=self._frozen)
            if focus:
                card.focus_in()
            self.shown.emit(card)
        elif before is not None and focus:
            before.head.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit(self.current)
        return card

    def focus_first(self) -> None:
        """Takes the keys on the open section, or the first."""
        card = self._cards.get(self.current) or next(iter(self._cards.values()), None)
        if card is not None:
            card.head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stuff(self) -> tuple[Dossier, str]:
        if self._dossier is None:
            raise RuntimeError("sections are shown with their dossier")
        return self._dossier, self._request_id

    def _make(self, part: LetterPart) -> SectionCard:
        card = SectionCard(self._place, part)
        card.toggled.connect(lambda key: self.open("" if key == self.current else key))
        card.next_asked.connect(self._step)
        card.head.keys_first = self._pressed
        card.head.dragged.connect(self._dragged)
        self.card_made.emit(card)
        return card

    def _drop(self, key: str) -> None:
        card = self._cards.pop(key)
        if key == self.current:
            self.current = ""
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _step(self, key: str, step: int) -> None:
        keys = self.keys
        place = keys.index(key) + step
        if 0 <= place < len(keys):
            self.open(keys[place])

    def _walk(self, key: str, step: int) -> None:
        keys = self.keys
        place = max(0, min(len(keys) - 1, keys.index(key) + step))
        self._cards[keys[place]].head.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shown.emit(self._cards[keys[place]].head)

    def _move(self, key: str, to: int) -> None:
        if self._frozen:
            return
        keys = list(self.keys)
        to = max(0, min(to, len(keys) - 1))
        if keys.index(key) == to:
            return
        keys.remove(key)
        keys.insert(to, key)
        self.reordered.emit(tuple(keys))
        card = self._cards[key]
        words = self.tr("{section} staat nu op plaats {number}").format(section=card.part.heading, number=to + 1)
        a11y.announce(card.head, words)

    def _pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        key = next((key for key, card in self._cards.items() if card.head is watched), "")
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._cards[key].head.click()
            return True
        if not step:
            return False
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(key, self.keys.index(key) + step)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._step(key, step)
        else:
            self._walk(key, step)
        return True

    def _dragged(self, key: str, height: int, let_go: bool) -> None:
        """Shows where the section would come, and puts it there when it is let go."""
        if self._frozen:
            return
        y = self.mapFromGlobal(QPoint(0, height)).y()
        others = [self._cards[one] for one in self.keys if one != key]
        to = sum(1 for card in others if card.geometry().center().y() < y)
        self._line.setVisible(not let_go)
        if let_go:
            self._move(key, to)
            return
        top = others[to].geometry().top() - self._column.spacing() if to < len(others) else others[-1].geometry().bottom()
        self._line.setGeometry(0, top, self.width(), self._place.look.px(4))
        self._line.raise_()
