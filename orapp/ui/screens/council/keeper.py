"""Keeps what is edited about the council: saved at once, one after the other, with undo and redo in this window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from orapp.services.failures import Circumstance
from orapp.services.rows import Changes

if TYPE_CHECKING:
    from orapp.domain.council import Council
    from orapp.services.desk import Desk
    from orapp.services.failures import Failure
    from orapp.ui.kit.workplace import Workplace

Edit = Callable[["Council"], "Council"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """One edit, as the council stood before and after it; `key` joins what is typed in one field."""

    words: str
    key: str
    before: Council
    after: Council


class CouncilKeeper(QObject):
    """The council as it is shown. An edit is seen at once and written behind it; where that is refused, the archive's own stands.

    `failed` tells a failure; what another window changed is read again, and cannot be undone here. Where there is only no
    room, or half a character that cannot be kept, what was typed stays: the next edit, or `again`, keeps all of it.
    """

    changed = Signal()
    failed = Signal(object)
    caught_up = Signal()  # what had no room is kept now

    def __init__(self, desk: Desk, place: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._place = place
        self._council: Council | None = None
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []
        self._base: Council | None = None  # what the archive holds, while what is shown could not be kept
        self._was_behind = False
        self._under_way = 0
        self._bound_to_fail = 0
        self.origin = f"{place.here.window}:raad"
        place.changes.changed.connect(self._on_changes)

    @property
    def council(self) -> Council | None:
        """The council, None until it was read."""
        return self._council

    @property
    def can_edit(self) -> bool:
        """Whether the archive can be written."""
        return not self._desk.archive.read_only

    @property
    def is_behind(self) -> bool:
        """Whether what is shown could not be kept yet."""
        return self._base is not None

    def again(self) -> None:
        """Tries once more to keep what is shown."""
        if self._base is not None and self._council is not None:
            self._keep(self._base, self._council)

    def undo_words(self) -> str:
        """What would be undone, empty where there is nothing."""
        return self._undo[-1].words if self._undo else ""

    def redo_words(self) -> str:
        """What would be done again."""
        return self._redo[-1].words if self._redo else ""

    def reload(self) -> None:
        """Reads the council again."""
        self._place.tasks.read(self, "raad", self._desk.council.read, self._show)

    def apply(self, words: str, edit: Edit, key: str = "") -> bool:
        """Makes an edit; False where it changes nothing or nothing was read yet. `words` name it in an undo."""
        before = self._council
        if before is None:
            return False
        after = edit(before)
        if after == before:
            return False
        last = self._undo[-1] if self._undo else None
        if key and last is not None and last.key == key:
            self._undo[-1] = replace(last, after=after)
        else:
            self._undo.append(_Step(words=words, key=key, before=before, after=after))
        self._redo.clear()
        self._keep(before, after)
        return True

    def undo(self) -> None:
        """Takes the last edit of this window back, by a new edit."""
        if self._undo:
            step = self._undo.pop()
            self._redo.append(step)
            self._turn_to(step.before)

    def redo(self) -> None:
        """Makes an edit again that was taken back."""
        if self._redo:
            step = self._redo.pop()
            self._undo.append(step)
            self._turn_to(step.after)

    def take_logo(self, data: bytes, name: str, refused: Callable[[Failure], None]) -> None:
        """Keeps a picture as the logo; `refused` hears why not."""
        before = self._council
        if before is None:
            return
        here, desk, origin = self._place.here.person, self._desk, self.origin

        def done(kept: tuple[Changes, Council]) -> None:
            words = self.tr("logo kiezen")
            self._undo.append(_Step(words=words, key="", before=before, after=kept[1]))
            self._redo.clear()
            self._council = replace(kept[1], version=before.version + 1)
            self._place.changes.publish(kept[0])
            self.changed.emit()

        self._place.tasks.write(self, lambda: desk.council.save_logo(before, data, name, here, origin), done, refused)

    def forget_steps(self) -> None:
        """Lets go of what could be undone: the council was changed by an act that has no undo."""
        self._undo.clear()
        self._redo.clear()

    def tell_others(self) -> None:
        """Tells every screen that the council was changed by an act that gives no account of its own."""
        self.forget_steps()
        self._place.changes.publish(Changes(council=True, origin=self.origin))
        self.reload()

    def _turn_to(self, wanted: Council) -> None:
        before = self._council
        if before is not None:
            self._keep(before, replace(wanted, version=before.version))

    def _keep(self, before: Council, after: Council) -> None:
        before = self._base or before
        after = replace(after, version=before.version)
        # The archive counts versions up by one; the next edit, made before this one is written, rests on that.
        self._council, self._base = replace(after, version=before.version + 1), None
        self._under_way += 1
        desk, person, origin = self._desk, self._place.here.person, self.origin
        self._place.tasks.write(
            self,
            lambda: desk.council.save(before, after, person, origin),
            self._kept,
            lambda failure: self._refused(failure, before),
        )
        self.changed.emit()

    def _kept(self, changes: Changes) -> None:
        self._under_way -= 1
        if self._was_behind:
            self._was_behind = False
            self.caught_up.emit()
        self._place.changes.publish(changes)

    def _refused(self, failure: Failure, before: Council) -> None:
        self._under_way -= 1
        if self._bound_to_fail:
            self._bound_to_fail -= 1  # it rested on an edit that was refused before it, and that was told
            return
        if isinstance(failure, Circumstance) or failure.code == "text.not_storable":
            self._base, self._was_behind = before, True
            self._bound_to_fail = self._under_way
            self.failed.emit(failure)
            return
        self.forget_steps()
        self.failed.emit(failure)
        self.reload()

    def _show(self, council: Council) -> None:
        if self._under_way or (self._base is not None and council == self._base):
            return  # it was read too early, or nobody changed it meanwhile: what was typed here stays
        self._base = None
        self._council = council
        self.changed.emit()

    def _on_changes(self, changes: Changes) -> None:
        if changes.council and changes.origin != self.origin:
            self.forget_steps()
            self.reload()
