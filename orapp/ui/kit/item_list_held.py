"""What was typed in a list and is not kept: refused texts and drafts that were found, each offered again until it is taken up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject

from orapp.domain.items import Item
from orapp.ui.kit.fields import Field, ItemKind
from orapp.ui.kit.item_form import described
from orapp.ui.kit.item_list_refused import RefusedText, RefusedTexts
from orapp.ui.kit.look import Tone

Part = TypeVar("Part", bound=Item)


class Say(Protocol):
    """Tells something at the list, with the word of an act and what it does."""

    def __call__(self, text: str, tone: Tone, act: str = "", done: Callable[[], None] | None = None) -> None: ...


class HeldTexts(QObject, Generic[Part]):
    """Nothing that was typed is lost: `say` offers the newest text, and `go_on` opens its cell again with the text in it."""

    def __init__(
        self, kind: ItemKind[Part], say: Say, go_on: Callable[[Part, Field, str], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._say = say
        self._go_on = go_on
        self._refused: RefusedTexts[Part] = RefusedTexts()
        self._offers: list[tuple[Part, Field, str]] = []

    def clear(self) -> None:
        """Another dossier is shown."""
        self._offers.clear()
        self._refused.clear()

    def forget(self, item: Part, field: Field) -> None:
        """The cell was kept."""
        self._refused.forget(item, field)

    def refuse(self, item: Part, field: Field, text: str, refusal: str) -> None:
        """Tells why a cell was refused, and holds what was typed in it."""
        if text:
            self._refused.hold(RefusedText(item=item, field=field, text=text, why=refusal))
            self._show_refused()
        else:
            self._say(refusal, Tone.DANGER)

    def offer(self, item: Part, field: Field, text: str) -> None:
        """Offers a draft that was found."""
        self._offers.append((item, field, text))
        self._show_offers()

    def _show_refused(self) -> None:
        one = self._refused.newest()
        if one is not None:
            self._say(one.why, Tone.DANGER, self.tr("Verder met wat u typte"), lambda: self._take(one.item, one.field, one.text))

    def _take(self, item: Part, field: Field, text: str) -> None:
        self._refused.forget(item, field)
        self._go_on(item, field, text)
        self._show_refused()

    def _show_offers(self) -> None:
        if self._offers:
            what = ", ".join(dict.fromkeys(described(self._kind, item) for item, _, _ in self._offers))
            said = self.tr("Er is niet bewaarde tekst van {what}.").format(what=what)
            self._say(said, Tone.ATTENTION, self.tr("Terugzetten"), self._take_offer)

    def _take_offer(self) -> None:
        self._take(*self._offers.pop(0))
        self._show_offers()
