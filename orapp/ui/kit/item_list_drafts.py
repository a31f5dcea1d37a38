"""What is being typed in the cells of a list, kept within a second, and offered back after the program was broken off."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from orapp.domain.dossier import Dossier
from orapp.domain.editing import items_of
from orapp.domain.items import Item
from orapp.ui.kit.editor import DossierEditor
from orapp.ui.kit.fields import Field, ItemKind
from orapp.ui.kit.item_form import DRAFT_MILLISECONDS, draft_field
from orapp.ui.kit.workplace import Workplace

Part = TypeVar("Part", bound=Item)
Offer = Callable[[Part, Field, str], None]


class ListDrafts(QObject, Generic[Part]):
    """The drafts of one list in this window."""

    def __init__(self, editor: DossierEditor, place: Workplace, kind: ItemKind[Part], parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._place = place
        self._kind = kind
        self._typed: dict[tuple[str, str], str] = {}
        self._waiting: set[tuple[str, str]] = set()
        self._stored: set[tuple[str, str]] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MILLISECONDS)
        self._timer.timeout.connect(self.keep)

    def _name(self, item_id: str, field: Field) -> tuple[str, str]:
        dossier = self._editor.dossier
        known = dossier is not None and any(item.id == item_id for item in items_of(dossier, self._kind.collection))
        return item_id, draft_field(self._kind, field, new=not known)

    def typed(self, item_id: str, field: Field, text: str) -> None:
        """Something was typed; it is kept soon."""
        name = self._name(item_id, field)
        self._typed[name] = text
        self._waiting.add(name)
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Keeps what was typed since the last time."""
        for name in sorted(self._waiting):
            self._editor.put_draft(*name, self._typed[name])
            self._stored.add(name)
        self._waiting.clear()

    def text_of(self, item_id: str, field: Field) -> str:
        """What was typed last in a field and is not done, or empty."""
        names = ((item_id, draft_field(self._kind, field, new=new)) for new in (False, True))
        return next((self._typed[name] for name in names if name in self._typed), "")

    def done(self, item_id: str, field: Field) -> None:
        """What was typed became an edit, or is not wanted."""
        for new in (False, True):
            name = item_id, draft_field(self._kind, field, new=new)
            self._typed.pop(name, None)
            self._waiting.discard(name)
            if name in self._stored:
                self._stored.discard(name)
                self._editor.clear_draft(*name)

    def look_for(self, dossier: Dossier, offer: Offer[Part]) -> None:
        """Offers back what this window was typing in this list when it was broken off; the last of it."""
        self._editor.find_drafts(lambda drafts: self._found(dossier, drafts, offer))

    def _found(self, dossier: Dossier, drafts: Mapping[tuple[str, str, str], str], offer: Offer[Part]) -> None:
        if not isValid(self):
            return  # the list was closed before the answer came
        items: tuple[Part, ...] = getattr(dossier, self._kind.collection)
        known = {item.id: item for item in items}
        for (item_id, name, window), text in drafts.items():
            if window != self._place.here.window or (item_id, name) in self._typed:
                continue
            for field in self._kind.fields:
                if item_id in known and name == field.key and text != str(getattr(known[item_id], field.key) or ""):
                    self._stored.add((item_id, name))
                    offer(known[item_id], field, text)
                elif item_id not in known and name == draft_field(self._kind, field, new=True):
                    self._stored.add((item_id, name))
                    offer(self._kind.make(dossier, item_id, ""), field, text)
