"""The list of one collection of a dossier, edited in place and by form: the same keys and habits in every tab."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from orapp.domain import editing
from orapp.domain.dossier import Dossier
from orapp.domain.items import Item
from orapp.services.failures import Failure
from orapp.ui.kit.cards import button, empty_hint
from orapp.ui.kit.editor import DossierEditor
from orapp.ui.kit.fields import Field, ItemKind
from orapp.ui.kit.grid import Grid
from orapp.ui.kit.grid_model import GridModel
from orapp.ui.kit.grid_values import successor
from orapp.ui.kit.item_form import ItemDialog, described
from orapp.ui.kit.item_list_acts import ListActs, Slots
from orapp.ui.kit.item_list_clipboard import pasted, remarks
from orapp.ui.kit.item_list_drafts import ListDrafts
from orapp.ui.kit.item_list_held import HeldTexts
from orapp.ui.kit.item_list_notice import ListNotice
from orapp.ui.kit.item_list_state import ListState, Sent, moved_to, shifted
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.list_actions import ListActions
from orapp.ui.kit.look import Tone
from orapp.ui.kit.workplace import Workplace, capital

Part = TypeVar("Part", bound=Item)

LARGE_PERCENT = 140


class ItemList(QWidget, Generic[Part]):
    """A heading with a count and acts, and the items below it.

    `opened` is emitted when the form of an item opens, `chosen` with the item of the current row. Every edit goes through the
    editor, one at a time, so that each can be taken back; it is shown before it is kept, and taken back when it is refused.
    """

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(
        self, editor: DossierEditor, place: Workplace, kind: ItemKind[Part], object_name: str, *, fitted: bool = True
    ) -> None:
        """`fitted` makes the list as high as its rows, for a column that scrolls; otherwise it scrolls itself."""
        super().__init__()
        self.setObjectName(object_name)
        self._editor = editor
        self._place = place
        self._kind = kind
        self._state: ListState[Part] = ListState(kind)
        self._read_only = False
        self._told_undo = ""
        self._held: HeldTexts[Part] = HeldTexts(kind, self._say, self._go_on, self)
        self._build(object_name, fitted=fitted)
        self._acts = ListActs(self._grid, self._slots(), ordered=kind.ordered, adds=self._add)
        self._list_acts = ListActions(self._grid, place, heading=capital(kind.plural), fill=self._acts.fill)
        self._connect()

    # ---------------------------------------------------------------------------------------------------------- build

    def _build(self, object_name: str, *, fitted: bool) -> None:
        look = self._place.look
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(look.px(8))
        words, acts = QHBoxLayout(), QHBoxLayout()
        for part in (words, acts):
            part.setSpacing(look.px(8))
        self._heading = text_label(capital(self._kind.plural), "heading")
        self._count = text_label("", "quiet")
        self._count.setObjectName(f"{object_name}-aantal")
        self._add = button(self.tr("Toevoegen"), f"{object_name}-toevoegen", "link")
        self._open_form = button(self.tr("Bewerken"), f"{object_name}-bewerken", "link")
        self._more = button(self.tr("Meer"), f"{object_name}-meer", "link")
        words.addWidget(self._heading)
        words.addWidget(self._count)
        words.addStretch(1)
        for act in (self._add, self._open_form, self._more):
            acts.addWidget(act)
        acts.addStretch(0)
        self._head.addLayout(words, 1)
        self._head.addLayout(acts)
        column.addLayout(self._head)
        self._notice = ListNotice(look, f"{object_name}-melding")
        column.addWidget(self._notice)
        self._empty = empty_hint(self._kind.empty)
        column.addWidget(self._empty)
        self._model: GridModel[Part] = GridModel(self._kind)
        self._grid: Grid[Part] = Grid(self._model, self._place, f"{object_name}-tabel", capital(self._kind.plural), fitted=fitted)
        column.addWidget(self._grid, 0 if fitted else 1)
        if fitted:
            column.addStretch(1)
        self._drafts: ListDrafts[Part] = ListDrafts(self._editor, self._place, self._kind, self)

    def _connect(self) -> None:
        self._add.clicked.connect(self.add_new)
        self._open_form.clicked.connect(self.open_current)
        self._more.clicked.connect(lambda: self._list_acts.open_menu(self._more.mapToGlobal(self._more.rect().bottomLeft())))
        self._grid.committed.connect(self._commit)
        self._grid.refused.connect(self._held.refuse)
        self._grid.left.connect(self._leave)
        self._grid.typed.connect(self._drafts.typed)
        self._grid.past_end.connect(self.add_new)
        self._grid.moved.connect(self._move)
        self._grid.form_wanted.connect(self.open_item)
        self._grid.row_chosen.connect(self.chosen.emit)
        self._list_acts.told.connect(lambda words: self._say(words, Tone.GOOD))
        self.set_read_only(self._editor.read_only)
        self._editor.kept.connect(self._take)
        self.destroyed.connect(self._notice.deleteLater)  # it may stand outside the list
        self._editor.steps_changed.connect(self._hide_old_undo)
        self._place.look.changed.connect(self._fit_head)
        self._fit_head()

    def _fit_head(self) -> None:
        """Large text puts the acts below the heading; the form is in the menu then."""
        large = self._place.look.text_percent > LARGE_PERCENT
        self._head.setDirection(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)
        self._open_form.setVisible(not large and not self._read_only)

    def _slots(self) -> Slots:
        return Slots(
            add=self.add_new,
            edit=lambda: self._grid.edit_cell(self._grid.currentIndex()),
            form=self.open_current,
            up=lambda: self._shift(-1),
            down=lambda: self._shift(1),
            paste=self.paste,
            remove=self.remove_chosen,
        )

    # ----------------------------------------------------------------------------------------------------------- show

    def show_items(self, dossier: Dossier, request_id: str) -> None:
        """Shows the items of a dossier. What is chosen, where it is scrolled and what is being typed stay as they are."""
        first = self._state.dossier is None or self._state.dossier.id != dossier.id
        if first:
            self._grid.leave_editor()  # what is typed there belongs to the dossier of before
            self._state.forget()
            self._held.clear()
        self._state.dossier = dossier
        self._state.request_id = request_id
        if self._model.know(dossier):
            self._grid.forget_heights()
        self._show()
        if first:
            self._drafts.look_for(dossier, self._held.offer)

    def _show(self) -> None:
        edited = self._grid.edited_id()
        if edited and all(item.id != edited for item in self._state.items()):
            self._grid.leave_editor()  # Qt takes the editor away with its row: what is typed in it is offered again
        items = self._state.items()
        self._model.take(items)
        self._count.setText(str(len(items) - (self._state.blank is not None) or ""))
        self._empty.setVisible(not items)
        self._grid.setVisible(bool(items))
        self.setFocusProxy(self._grid if items else self._add)
        self._open_form.setEnabled(bool(items))
        if items and not self._grid.currentIndex().isValid():
            self._grid.setCurrentIndex(self._grid.first_cell(0))

    def _take(self, dossier: Dossier) -> None:
        if self._state.dossier is not None and self._state.dossier.id == dossier.id:
            self.show_items(dossier, self._state.request_id)

    def set_read_only(self, read_only: bool) -> None:
        """Takes away, or gives back, everything that changes an item."""
        self._read_only = read_only
        self._model.read_only = read_only
        self._acts.set_read_only(read_only)
        self._add.setVisible(not read_only)
        self._fit_head()

    def grid(self) -> Grid[Part]:
        """The table itself."""
        return self._grid

    def acts(self) -> ListActions:
        """What can be done with the list as a whole: its menu, print and export."""
        return self._list_acts

    def choose(self, item_id: str) -> None:
        """Chooses an item and goes there."""
        row = self._model.place_of(item_id)
        if row >= 0:
            self._grid.setFocus(Qt.FocusReason.OtherFocusReason)
            self._grid.setCurrentIndex(self._grid.first_cell(row))

    def chosen_items(self) -> tuple[Part, ...]:
        """The items of the chosen rows, in order."""
        rows = sorted({index.row() for index in self._grid.selectionModel().selectedRows()})
        return tuple(self._model.rows[row] for row in rows if row < len(self._model.rows))

    # ----------------------------------------------------------------------------------------------------------- acts

    def add_new(self) -> None:
        """Begins a new row below the current one; it becomes an item with the first thing that is typed in it."""
        dossier = self._state.dossier
        if dossier is None or self._read_only or not self._grid.close_editor(keep=True):
            return
        current = self._grid.current()
        blank = self._make(dossier)
        self._begin_row(blank, current.id if current is not None and self._kind.ordered else "")
        self._grid.setFocus(Qt.FocusReason.OtherFocusReason)
        row = self._model.place_of(blank.id)
        if row < 0 or not self._grid.edit_cell(self._grid.first_cell(row)):
            self.open_item(blank)

    def _begin_row(self, blank: Part, after_id: str) -> None:
        self._state.blank = blank
        self._state.blank_after = after_id
        self._show()

    def open_current(self) -> None:
        """Opens the form of the current item."""
        item = self._grid.current()
        if item is not None:
            self.open_item(item)

    def open_item(self, item: Part) -> None:
        """Opens the form of an item."""
        if self._read_only or self._state.dossier is None or not self._grid.close_editor(keep=True):
            return
        row = self._model.place_of(item.id)
        current = self._model.rows[row] if row >= 0 else item
        new = self._state.blank is not None and self._state.blank.id == item.id
        dialog: ItemDialog[Part] = ItemDialog(self.window(), self._editor, self._place, self._kind, current, new=new)
        dialog.saved.connect(lambda saved: self.choose(saved.id))
        dialog.finished.connect(lambda _result: self._drop_blank())
        dialog.open()
        self.opened.emit(current)

    def remove_chosen(self) -> None:
        """Removes the chosen items; a notice takes it back."""
        items = self.chosen_items()
        if not items or self._read_only:
            return
        row, ids = self._grid.currentIndex().row(), tuple(item.id for item in items)
        what = described(self._kind, items[0]) if len(items) == 1 else f"{len(items)} {self._kind.plural}"
        said = self.tr("{what} verwijderd").format(what=what)
        sent = self._state.send(Sent(removed=frozenset(ids)))
        self._submit(editing.remove(self._kind.collection, *ids), said, sent)
        self._show()
        if self._model.rows:
            self._grid.setCurrentIndex(self._grid.first_cell(min(row, len(self._model.rows) - 1)))
        self._grid.see_current()
        self._tell_undoable(said)

    def paste(self) -> None:
        """Adds the rows on the clipboard as items below the current one, as one step that can be taken back."""
        dossier = self._state.dossier
        if dossier is None or self._read_only:
            return
        found = pasted(QGuiApplication.clipboard().mimeData(), self._model, dossier, partial(self._make, dossier), self._place)
        if not found.items:
            self._say(self.tr("Er staan geen rijen op het klembord om te plakken."), Tone.ATTENTION)
            return
        current = self._grid.current()
        after_id = current.id if current is not None and self._kind.ordered else ""
        sent = self._state.send(Sent(added=found.items, after_id=after_id))
        count = len(found.items)
        what = self.tr("1 {what}").format(what=self._kind.singular) if count == 1 else f"{count} {self._kind.plural}"
        said = self.tr("{what} toegevoegd").format(what=what)
        self._show()
        self._submit(editing.add_after(self._kind.collection, after_id, *found.items), said, sent)
        self.choose(found.items[0].id)
        self._grid.see_current()
        self._tell_undoable(said, remarks(found))

    def _make(self, dossier: Dossier) -> Part:
        return self._kind.make(dossier, self._editor.new_id(), self._state.request_id)

    def _tell_undoable(self, said: str, remarks: str = "") -> None:
        text = f"{capital(said)}. {remarks}".strip()
        self._say(text, Tone.ATTENTION if remarks else Tone.PLAIN, self.tr("Ongedaan maken (Ctrl+Z)"), self._editor.undo)
        self._told_undo = said

    def _say(self, text: str, tone: Tone, act: str = "", done: Callable[[], None] | None = None) -> None:
        self._told_undo = ""
        self._notice.tell(text, tone, act, done)
        self._grid.covered = self._notice.stand(self._column, 1, self._heading, self._grid.around())

    def _hide_old_undo(self) -> None:
        """What is told can be taken back by its act only while it was the last thing that was done."""
        if self._told_undo and self._editor.undo_words != self._told_undo:
            self._told_undo = ""
            self._notice.hide()

    def _shift(self, step: int) -> None:
        item = self._grid.current()
        if item is None or not self._kind.ordered:
            return
        edit = shifted(self._kind, self._state.request_id, item.id, step)
        self._submit(edit, self.tr("{what} verplaatst").format(what=described(self._kind, item)), None)

    def _move(self, item_id: str, rank: int) -> None:
        shown = [item.id for item in self._model.rows]
        what = described(self._kind, self._model.rows[self._model.place_of(item_id)])
        self._submit(moved_to(self._kind, item_id, shown, rank), self.tr("{what} verplaatst").format(what=what), None)

    # ---------------------------------------------------------------------------------------------------------- edits

    def _commit(self, before: Part, field: Field, value: object) -> None:
        after = successor(before, {field.key: value})
        collection = self._kind.collection
        blank = self._state.blank
        if blank is not None and blank.id == before.id:
            self._state.blank = None
            sent = self._state.send(Sent(added=(after,), after_id=self._state.blank_after))
            said = self.tr("{what} toegevoegd").format(what=self._kind.singular)
            edit = editing.add_after(collection, self._state.blank_after, after)
        else:
            sent = self._state.send(Sent(changed={before.id: {field.key: value}}))
            said = self.tr("{what} gewijzigd").format(what=described(self._kind, before))
            edit = editing.change(collection, before, after)
        self._show()
        self._submit(edit, said, sent, typed=(before, field))

    def _submit(self, edit: editing.Edit, said: str, sent: Sent[Part] | None, typed: tuple[Part, Field] | None = None) -> None:
        text = self._drafts.text_of(typed[0].id, typed[1]) if typed is not None else ""
        of = self._state.dossier.id if self._state.dossier is not None else ""

        def kept(dossier: Dossier) -> None:
            self._state.arrived(sent)
            if typed is not None:
                self._drafts.done(typed[0].id, typed[1])
                self._held.forget(*typed)
            self._take(dossier)

        def failed(failure: Failure) -> None:
            self._state.arrived(sent)
            if self._state.dossier is None or self._state.dossier.id != of:
                self._editor.refused.emit(failure)  # its draft is offered when that dossier is shown again
                return
            self._show()
            said_ = self._place.said(failure)
            if typed is not None:
                self._held.refuse(typed[0], typed[1], text, said_)
            else:
                self._say(said_, Tone.DANGER)

        self._editor.submit(edit, said, dossier_id=of, owner=self, done=kept, failed=failed)

    def _go_on(self, item: Part, field: Field, text: str) -> None:
        if self._model.place_of(item.id) < 0:
            # It was never kept, or was removed meanwhile: what was typed goes on in a row of its own.
            self._begin_row(item, "")
        row = self._model.place_of(item.id)
        column = next((number for number, one in enumerate(self._model.fields) if one is not None and one.key == field.key), -1)
        if column < 0 or not self._grid.edit_cell(self._model.index(row, column), text, replace=False):
            self.open_item(self._model.rows[row])  # a form puts its drafts back itself

    def _leave(self, item_id: str, field: Field, _kept: bool) -> None:
        self._drafts.done(item_id, field)
        self._drop_blank()

    def _drop_blank(self) -> None:
        if self._state.blank is not None and not self._grid.is_editing():
            self._state.blank = None
            self._show()
