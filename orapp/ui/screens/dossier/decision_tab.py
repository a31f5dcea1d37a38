"""Advice and decision: what the council advised, each decision of the director beside it, and the council's resolutions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from orapp.domain.dossier import code
from orapp.ui.kit.cards import Card
from orapp.ui.kit.cards import Column as CardColumn
from orapp.ui.kit.dossier_tabs import DECISION
from orapp.ui.kit.item_form import ItemDialog
from orapp.ui.kit.item_list import ItemList
from orapp.ui.screens.dossier.decision_tab_cards import DecisionCards
from orapp.ui.screens.dossier.item_kinds_course import CourseKinds
from orapp.ui.screens.dossier.item_kinds_promises import PromiseKinds
from orapp.ui.screens.dossier.judging_dialog import JudgingDialog
from orapp.ui.screens.dossier.regulation_sheet import RegulationSheet
from orapp.ui.screens.dossier.tab import DossierTab

if TYPE_CHECKING:
    from orapp.domain.decisions import Decision
    from orapp.domain.requests import ProposedDecision
    from orapp.law.facts import FactKind
    from orapp.services.desk import Desk
    from orapp.services.dossiers import DossierView
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.workplace import Workplace


class DecisionTab(DossierTab):
    """Shows decisions beside conditions. `step_asked` gives (kinds of fact, codes of B's) that a person wants to record."""

    step_asked = Signal(object)

    def __init__(self, desk: Desk, place: Workplace, editor: DossierEditor) -> None:
        super().__init__(desk, place, editor, DECISION)
        self._cards = CardColumn(place.look)
        self.column.addWidget(self._cards)
        self.resolutions = ItemList(editor, place, PromiseKinds(place, self).resolutions(), "or-besluiten")
        self._resolved = Card(place.look)
        self._resolved.body.addWidget(self.resolutions)
        self._shown: tuple[object, ...] = ()
        self._builder: DecisionCards | None = None

    def refresh(self, view: DossierView, request_id: str) -> None:
        """Shows the cards anew where something in them changed; focus, row and scroll place stay."""
        shown = (view.dossier, view.derived, request_id, self._place.today(), self._place.here.shared)
        self.resolutions.show_items(view.dossier, request_id)
        if shown == self._shown:
            return
        self._shown = shown
        focused, row = self._place_of_focus()
        scrolled = self._cards.verticalScrollBar().value()
        if self._builder is not None:
            self._builder.deleteLater()
        regulate = None if self._editor.read_only else self.regulate
        self._builder = DecisionCards(
            self._place, view, request_id, self, self._begin, self.judge, self.answer, self._letter_on, regulate
        )
        self._resolved.setParent(None)
        self._cards.fill(*self._builder.cards(), self._resolved)
        self._resolved.show()
        self._cards.verticalScrollBar().setValue(scrolled)
        self._return_focus(focused, row)

    def answer(self, subject: ProposedDecision) -> None:
        """Asks what the council says about a proposed decision; the answer goes into the letter, and binds when that is sent."""
        request = self._view.dossier.request(self._request_id) if self._view is not None else None
        kind = CourseKinds(self._place, self).answer_to(request.legal if request is not None else None)
        # With its own words: to answer B1 where B2 was meant is easily done with a number alone.
        title = self.tr("Antwoord op {code} – {title}").format(code=code("proposed_decisions", subject), title=subject.title)
        ItemDialog(self, self._editor, self._place, kind, subject, title=title).open()

    def regulate(self, subject: ProposedDecision) -> None:
        """Opens the regulation of a proposed decision, with its parts."""
        RegulationSheet(self, self._editor, self._place, subject).open()

    def choose(self, item_id: str) -> None:
        """Goes to a condition beside its decision, to a decision, or to a resolution."""
        view = self._view
        if view is None:
            return
        if any(item.id == item_id for item in view.dossier.resolutions):
            self.resolutions.choose(item_id)
            return
        for table in self._cards.findChildren(QTableView):
            rows = getattr(getattr(table, "row_model", None), "rows", ())
            for number, row in enumerate(rows):
                if getattr(row, "id", "") == item_id:
                    table.setCurrentIndex(table.model().index(number, 0))
                    table.setFocus()
                    return
        chosen = self._cards.findChild(QWidget, f"vergelijking-{item_id}") or self._cards.findChild(
            QWidget, f"beoordelen-{item_id}"
        )
        if chosen is not None:
            chosen.setFocus()

    def judge(self, decision_id: str, item_id: str) -> None:
        """Opens a condition beside the text of a decision."""
        view = self._view
        if view is not None:
            JudgingDialog(self, self._place, self._editor, self._editor.dossier or view.dossier, decision_id, item_id).open()

    def _letter_on(self, decision: Decision) -> QWidget:
        """The button that begins a letter on a decision of the director."""
        return self.begin_button(f"besluit-brief-{decision.id}", lambda: decision, "")

    def _begin(self, kinds: tuple[FactKind, ...], codes: tuple[str, ...]) -> None:
        self.step_asked.emit((kinds, codes))

    def _place_of_focus(self) -> tuple[str, int]:
        focused = QApplication.focusWidget()
        if focused is None or not self._cards.isAncestorOf(focused) or self._resolved.isAncestorOf(focused):
            return "", -1
        return focused.objectName(), focused.currentIndex().row() if isinstance(focused, QTableView) else -1

    def _return_focus(self, name: str, row: int) -> None:
        found = self._cards.findChild(QWidget, name) if name else None
        if found is None:
            return
        if isinstance(found, QTableView) and row >= 0:
            found.setCurrentIndex(found.model().index(row, 0))
        found.setFocus()
