"""Edits one dossier from one window: keeps each edit on the write lane, takes it back and does it again, and keeps drafts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from orapp.services.failures import Circumstance
from orapp.ui.kit.unkept_edits import forget_kept, remember_draft, remember_edit

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.domain.editing import Difference, Edit
    from orapp.services.dossiers import DossierService, Edited
    from orapp.services.failures import Failure
    from orapp.ui.kit.workplace import Workplace

MOST_STEPS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class _Done:
    words: str
    difference: Difference


class DossierEditor(QObject):
    """The edits of one dossier in one window, in order, with undo over the whole dossier.

    `kept` is emitted with the dossier as it was kept, `refused` with the failure of an edit that names none, `steps_changed`
    when there is something else to take back or to do again.
    """

    kept = Signal(object)
    refused = Signal(object)
    steps_changed = Signal()

    def __init__(
        self, dossiers: DossierService, place: Workplace, parent: QObject | None = None, *, read_only: bool = False
    ) -> None:
        """`read_only` says that the archive takes no edits: what edits with it offers nothing to change."""
        super().__init__(parent)
        self.read_only = read_only
        self._dossiers = dossiers
        self._place = place
        self._dossier: Dossier | None = None
        self._done: list[_Done] = []
        self._undone: list[_Done] = []
        self._under_way = 0
        self._turns: list[Callable[[], None]] = []
        self._asked_for_drafts: list[tuple[str, Callable[[Mapping[tuple[str, str, str], str]], None]]] = []

    @property
    def dossier(self) -> Dossier | None:
        """The dossier as it was last loaded or kept."""
        return self._dossier

    @property
    def undo_words(self) -> str:
        """What would be taken back, or empty."""
        return self._done[-1].words if self._done else ""

    @property
    def redo_words(self) -> str:
        """What would be done again, or empty."""
        return self._undone[-1].words if self._undone else ""

    def new_id(self) -> str:
        """An identity for a new item."""
        return self._dossiers.new_id()

    def take(self, dossier: Dossier) -> None:
        """The dossier as it was read; another dossier forgets what could be taken back."""
        if self._dossier is None or self._dossier.id != dossier.id:
            self._done.clear()
            self._undone.clear()
            self.steps_changed.emit()
        self._dossier = dossier

    def submit(
        self,
        edit: Edit,
        words: str,
        *,
        undoable: bool = True,
        dossier_id: str = "",
        owner: QObject | None = None,
        done: Callable[[Dossier], None] | None = None,
        failed: Callable[[Failure], None] | None = None,
        ended: Callable[[], None] | None = None,
    ) -> None:
        """Keeps an edit. `words` says what was done ("vraag Q3 gewijzigd"); adopting, sending and judging are not undoable.

        `dossier_id` names another dossier than the one that is shown, for what was begun there and took its time.
        `owner` is what `done`, `failed` and `ended` belong to, a dialog for instance: when that is gone they are not called,
        and a failure is told as `refused`. `ended` is called last, whatever became of the edit, a defect included.
        """
        dossier = self._dossier
        if dossier is None:
            return
        dossier_id = dossier_id or dossier.id
        person, origin = self._place.here.person, self._place.here.window

        def finish(edited: Edited) -> None:
            if undoable and edited.difference and self._shows(dossier_id):
                self._remember(self._done, _Done(words=words, difference=edited.difference))
                self._undone.clear()
            self._arrive(edited)
            if done is not None and (owner is None or isValid(owner)):
                done(edited.dossier)

        told = failed if failed is not None else self.refused.emit

        def refuse(failure: Failure) -> None:
            if isinstance(failure, Circumstance):
                remember_edit(self._place.unkept, dossier, edit)
            told(failure) if owner is None or isValid(owner) else self.refused.emit(failure)

        def over() -> None:
            if ended is not None and (owner is None or isValid(owner)):
                ended()

        self._write(lambda: self._dossiers.edit(dossier_id, edit, person, origin), finish, refuse, over)

    def undo(self) -> None:
        """Takes the last edit of this window back, by a new edit; one that is still on its way is waited for."""
        self._in_turn(lambda: self._take_back(self._done, self._undone))

    def redo(self) -> None:
        """Does again what was taken back last."""
        self._in_turn(lambda: self._take_back(self._undone, self._done))

    def forget_steps_of(self, item_id: str) -> None:
        """What was done to an item can no longer be taken back: it was adopted, sent or judged, and only a new act answers it."""
        for steps in (self._done, self._undone):
            steps[:] = [step for step in steps if item_id not in step.difference.item_ids()]
        self.steps_changed.emit()

    def put_draft(self, item_id: str, field: str, text: str) -> None:
        """Keeps what is being typed, within a second of typing it."""
        dossier = self._dossier
        if dossier is not None:
            here, unkept = self._place.here, self._place.unkept

            def refuse(failure: Failure) -> None:
                remember_draft(unkept, dossier, item_id, field, text)
                if isValid(self):
                    self.refused.emit(failure)

            # In the name of the change hub: a text that was refused is known also when this window is closed.
            self._place.tasks.write(
                self._place.changes,
                lambda: self._dossiers.put_draft(dossier.id, item_id, field, here.window, text, here.person),
                lambda _done: unkept.drop(item_id, field),
                refuse,
            )

    def clear_draft(self, item_id: str, field: str) -> None:
        """Forgets a draft: it became an edit, or is not wanted."""
        here = self._place.here
        self._place.unkept.drop(item_id, field)
        self._place.tasks.write(
            self, lambda: self._dossiers.clear_draft(item_id, field, here.window, here.person), _nothing, self.refused.emit
        )

    def find_drafts(self, then: Callable[[Mapping[tuple[str, str, str], str]], None]) -> None:
        """What was typed in this dossier and never became an edit, by (item id, field, window)."""
        dossier = self._dossier
        if dossier is None:
            return
        self._asked_for_drafts.append((dossier.id, then))
        # A newer read makes an older one void, and every list of a dossier asks: one answer goes to all.
        self._place.tasks.read(
            self, "concepten", lambda: self._dossiers.drafts(dossier.id), partial(self._give_drafts, dossier.id)
        )

    def _give_drafts(self, dossier_id: str, drafts: Mapping[tuple[str, str, str], str]) -> None:
        asked, self._asked_for_drafts = self._asked_for_drafts, []
        for asked_of, then in asked:
            if asked_of == dossier_id:
                then(drafts)

    def _take_back(self, source: list[_Done], target: list[_Done]) -> None:
        dossier = self._dossier
        if dossier is None or not source:
            return
        step = source.pop()
        person, origin = self._place.here.person, self._place.here.window

        def finish(edited: Edited) -> None:
            if edited.difference and self._shows(dossier.id):
                self._remember(target, _Done(words=step.words, difference=edited.difference))
            self._arrive(edited)

        def refuse(failure: Failure) -> None:
            if isinstance(failure, Circumstance) and self._shows(dossier.id):
                source.append(step)  # nothing is wrong with the step itself: it can be tried again
                self.steps_changed.emit()
            self.refused.emit(failure)

        self._write(lambda: self._dossiers.undo(dossier.id, step.difference, person, origin), finish, refuse)
        self.steps_changed.emit()

    def _write(
        self,
        work: Callable[[], Edited],
        finish: Callable[[Edited], None],
        refuse: Callable[[Failure], None],
        over: Callable[[], None] | None = None,
    ) -> None:
        """Writes in the name of the change hub: the other windows hear of it, and of a failure, also when this one is closed."""
        changes, failure_told = self._place.changes, self._place.tasks.failure
        self._under_way += 1

        def kept(edited: Edited) -> None:
            if isValid(self):
                finish(edited)
            else:
                changes.publish(edited.changes)

        def failed(failure: Failure) -> None:
            if isValid(self):
                refuse(failure)
            else:
                failure_told.emit(failure)

        def ended() -> None:
            if isValid(self):
                self._under_way -= 1
                if over is not None:
                    over()
                self._take_turns()

        self._place.tasks.write(changes, work, kept, failed, ended)

    def _in_turn(self, turn: Callable[[], None]) -> None:
        self._turns.append(turn)
        self._take_turns()

    def _take_turns(self) -> None:
        while self._turns and not self._under_way:
            self._turns.pop(0)()

    def _shows(self, dossier_id: str) -> bool:
        return self._dossier is not None and self._dossier.id == dossier_id

    def _arrive(self, edited: Edited) -> None:
        forget_kept(self._place.unkept, edited)
        if self._shows(edited.dossier.id):
            self._dossier = edited.dossier
        self.steps_changed.emit()
        self.kept.emit(edited.dossier)
        self._place.changes.publish(edited.changes)

    @staticmethod
    def _remember(steps: list[_Done], step: _Done) -> None:
        steps.append(step)
        del steps[:-MOST_STEPS]


def _nothing(_done: None) -> None:
    """A draft that was kept needs no word."""
