"""What matters now, at the right of a dossier: clocks, plan, politics, what weighs, and what asks for attention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from orapp.ui.kit.cards import Column
from orapp.ui.screens.dossier.side import attention_card, clocks_card, plan_card, politics_card, weighs_card

if TYPE_CHECKING:
    from orapp.domain.derived import Deadline
    from orapp.law.facts import FactKind
    from orapp.services.dossiers import DossierView
    from orapp.ui.kit.look import Look
    from orapp.ui.kit.workplace import Workplace

LEAST_PIXELS = 280
TWO_COLUMNS = 820
LEAST_HEIGHT = 140


class SplitBody(QWidget):
    """The main column with what matters now at its right; below it where the text is too large for two columns."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px(14))

    def hold(self, main: QWidget, side: QWidget) -> None:
        """Puts both in their places."""
        self._row.addWidget(main, 9)
        self._row.addWidget(side, 5)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < self._look.px(TWO_COLUMNS)
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)


class SideColumn(Column):
    """The cards at the right. They are made anew only where something in them changed, so that focus and place stay.

    `proof_asked` gives a deadline, `item_opened` an item id, `step_asked` (kinds of fact, text) of a step of the plan.
    """

    proof_asked = Signal(object)
    item_opened = Signal(str)
    step_asked = Signal(object)

    def __init__(self, place: Workplace) -> None:
        super().__init__(place.look)
        self._place = place
        self._shown: tuple[object, ...] = ()
        self.setMinimumWidth(place.look.px(LEAST_PIXELS))
        self.setMinimumHeight(place.look.px(LEAST_HEIGHT))

    def show_view(self, view: DossierView, request_id: str) -> None:
        """Shows what matters now in one procedure of a dossier."""
        place, today = self._place, self._place.today()
        look = place.look
        shown = (view.derived, view.dossier, request_id, today)
        if shown == self._shown:
            return
        self._shown = shown
        cards = [
            clocks_card(view, request_id, look, today, self._prove),
            plan_card(view, request_id, look, today, place.law().month_plan, self._ask_step),
            politics_card(view, request_id, look),
            weighs_card(view, request_id, look, place.texts),
            attention_card(view, look, self._open),
        ]
        focused = self.focusWidget()
        name = focused.objectName() if focused is not None and self.isAncestorOf(focused) and focused.hasFocus() else ""
        scrolled = self.verticalScrollBar().value()
        self.fill(*(card for card in cards if card is not None))
        self.verticalScrollBar().setValue(scrolled)
        again = self.findChild(QWidget, name) if name else None
        if again is not None:
            again.setFocus()

    def _prove(self, deadline: Deadline) -> None:
        self.proof_asked.emit(deadline)

    def _open(self, item_id: str) -> None:
        self.item_opened.emit(item_id)

    def _ask_step(self, kinds: tuple[FactKind, ...], text: str) -> None:
        self.step_asked.emit((kinds, text))
