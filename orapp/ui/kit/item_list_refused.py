"""What was typed in the cells of a list and could not be kept: held until it is taken up again, so that none of it is lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from orapp.domain.items import Item
from orapp.ui.kit.fields import Field

Part = TypeVar("Part", bound=Item)


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedText(Generic[Part]):
    """The text of one cell, and why it was refused."""

    item: Part
    field: Field
    text: str
    why: str


class RefusedTexts(Generic[Part]):
    """One text for each cell, the newest last."""

    def __init__(self) -> None:
        self._held: list[RefusedText[Part]] = []

    def hold(self, refused: RefusedText[Part]) -> None:
        """Holds a text instead of an older one of that cell."""
        self.forget(refused.item, refused.field)
        self._held.append(refused)

    def forget(self, item: Part, field: Field) -> None:
        """The cell was kept, or its text is not wanted."""
        self._held = [one for one in self._held if (one.item.id, one.field.key) != (item.id, field.key)]

    def newest(self) -> RefusedText[Part] | None:
        """The text that was refused last, or None."""
        return self._held[-1] if self._held else None

    def clear(self) -> None:
        """Another dossier is shown."""
        self._held.clear()
