"""The acts of a dossier's band and steps: what the next step is called, and the dialogs in which things are recorded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from orapp.domain.council import CouncilKind
from orapp.domain.decisions import TakenOver
from orapp.domain.judging import compared_items
from orapp.law.facts import FactKind
from orapp.law.procedures import StepStatus
from orapp.ui.kit.dossier_tabs import DECISION
from orapp.ui.screens.dossier.step_dialog import StepDialog
from orapp.ui.screens.dossier.step_done import Part, RecordedSheet
from orapp.ui.screens.dossier.step_list import StepList
from orapp.ui.screens.dossier.step_parts import kinds_for, promised_part
from orapp.ui.screens.dossier.step_words import LETTERS, step_words

if TYPE_CHECKING:
    from orapp.law.procedures import StepState
    from orapp.services.dossiers import DossierView
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.dossier.procedure import NextAct


@dataclass(frozen=True, slots=True, kw_only=True)
class BandActs:
    """What the band offers: the words of the first act and of the second, empty where there is none.

    `letter` is the kind of letter that the first act makes; `judges` says that it leads to the conditions beside the
    decision; `part` is the place it leads to where nothing is to be recorded.
    """

    first: str = ""
    second: str = ""
    letter: str = ""
    judges: tuple[str, str] | None = None
    part: tuple[str, str] | None = None


class StepActs(QObject):
    """Opens what records something in the dossier that is shown. `part_opened` asks for a tab and an item on it."""

    part_opened = Signal(object)

    def __init__(self, place: Workplace, editor: DossierEditor, window: QWidget) -> None:
        super().__init__(window)
        self._place = place
        self._editor = editor
        self._window = window
        self._view: DossierView | None = None
        self._request_id = ""

    def take(self, view: DossierView, request_id: str) -> None:
        """The dossier and the procedure in which is recorded from now on."""
        self._view = view
        self._request_id = request_id

    def offered(self, act: NextAct, letters: frozenset[str]) -> BandActs:
        """The acts that fit what comes next; `letters` are the kinds of letters that can be made here."""
        view, step = self._view, act.step
        if view is None or not act.asks:
            return BandActs()
        if step is None:
            part = promised_part(act.deadline) if act.deadline is not None else None
            return BandActs(first=self.tr("Naar de afspraa&k"), part=part) if part is not None else BandActs()
        kinds = kinds_for(step.step, view, self._request_id)
        words = step_words(kinds)
        letter = next((key for kind in kinds for key in LETTERS.get(kind, ()) if key in letters), "")
        if letter and FactKind.ADOPTED not in kinds:
            return BandActs(first=self.tr("Brie&f maken"), second=self.tr("Al verst&uurd: vastleggen"), letter=letter)
        waiting = self._unjudged() if FactKind.JUDGED_DEVIATES in kinds else None
        if waiting is not None:
            return BandActs(first=self.tr("Voorwaarden be&oordelen"), second=words, judges=waiting)
        return BandActs(first=words)

    def _unjudged(self) -> tuple[str, str] | None:
        """The first condition that was not yet held beside its decision."""
        view = self._view
        for decision in view.dossier.decisions if view is not None else ():
            if decision.request_id in {"", self._request_id} and view is not None:
                for one, _ in compared_items(view.dossier, decision):
                    if one.verdict is TakenOver.OPEN:
                        return decision.id, one.item_id
        return None

    # -- dialogs -------------------------------------------------------------------------------------------------------

    def begin(self, state: StepState) -> None:
        """Asks for what a step needs."""
        view = self._view
        if view is not None:
            self.record(kinds_for(state.step, view, self._request_id), state.decisions, needs=state.step.needs)

    def open_step(self, state: StepState) -> None:
        """Shows what was recorded for a step that is done; any other can be recorded now."""
        view = self._view
        if view is None or state.status is not StepStatus.DONE:
            self.begin(state)
            return
        course = next((one for one in view.procedures if one.request.id == self._request_id), None)
        facts = tuple(fact for fact in course.facts if fact.kind in state.step.kinds) if course is not None else ()
        sheet = RecordedSheet(self._window, self._place, view.dossier, state.step, facts)
        sheet.part_opened.connect(self._open_part)
        sheet.another_asked.connect(lambda: self.begin(state))
        sheet.open()

    def record(
        self, kinds: tuple[FactKind, ...], codes: tuple[str, ...] = (), *, needs: tuple[str, ...] = (), text: str = ""
    ) -> None:
        """Opens the form of a fact; of more than one, the person chooses first."""
        view = self._view
        dossier = self._editor.dossier or (view.dossier if view is not None else None)
        if dossier is None or self.told_read_only():
            return
        dialog = StepDialog(
            self._window,
            self._place,
            self._editor,
            dossier,
            self._request_id,
            kinds,
            title=step_words(kinds),
            needs=needs,
            codes=codes,
            keeper=view.keeper if view is not None else CouncilKind.OR,
        )
        if text and dialog.step_form is not None:
            dialog.step_form.put_texts({"tekst": text})
        dialog.recorded.connect(lambda _dossier: self._lead_on(dialog.kind))
        dialog.open()

    def told_read_only(self) -> bool:
        """Says that nothing can be recorded here, where the archive takes no edits."""
        if self._editor.read_only:
            explanation = self.tr("U kunt alles lezen, afdrukken en uitvoeren. Vastleggen kan pas als u erin kunt schrijven.")
            self._place.asker.tell(self._window, self.tr("Dit archief is alleen te lezen"), explanation)
        return self._editor.read_only

    def _lead_on(self, kind: FactKind | None) -> None:
        """A decision is judged where it stands beside the conditions."""
        if kind in {FactKind.DECISION_NOTIFIED, FactKind.FOUND_OUT}:
            self._open_part(Part(tab=DECISION, item_id=""))

    def choose(self) -> None:
        """Lists everything that can happen."""
        view = self._view
        if view is None or self.told_read_only():
            return
        course = next((one for one in view.procedures if one.request.id == self._request_id), None)
        now = tuple(
            dict.fromkeys(
                kind
                for state in (course.state.choices if course is not None else ())
                for kind in kinds_for(state.step, view, self._request_id)
            )
        )
        legal = course.request.legal if course is not None else None
        chooser = StepList(self._window, self._place, legal, now)
        chooser.chosen.connect(lambda kind: self.record((kind,)))
        chooser.open()

    def _open_part(self, part: Part) -> None:
        self.part_opened.emit(part)
