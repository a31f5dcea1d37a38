"""Declares how the items of a dossier are edited: which fields they have, how each is typed, and what a new item is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from orapp.domain.dossier import Dossier
from orapp.domain.items import Item
from orapp.ui.kit.look import Tone

Part = TypeVar("Part", bound=Item)

Options = Callable[[Dossier], list[tuple[str, str]]]
"""The choices of a field in this dossier, as (value, words)."""


class FieldKind(StrEnum):
    """How a field is typed, and what its value is."""

    LINE = "line"  # str, one line
    TEXT = "text"  # str, several lines
    DATE = "date"  # date | None
    CHOICE = "choice"  # a value of an enumeration or str, from options
    ITEM = "item"  # the id of another item (str, empty: none), from options
    ITEMS = "items"  # ids of other items (tuple of str), from options
    NAMES = "names"  # tuple of str, typed with a comma between them
    FLAG = "flag"  # bool
    MAYBE = "maybe"  # bool | None: yes, no, not known
    NUMBER = "number"  # int | None
    TENTHS = "tenths"  # int | None, counted in tenths, typed as 26,9
    CENTS = "cents"  # int | None, euro cents, typed as 1.250,00


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a kind of item. `key` is the name of the attribute; `column` puts it in the list as well.

    `weight` and `pixels` are the width of its column, `tone` colours a choice as a pill, `quiet` makes it grey. `required`
    fields are refused when empty. `convert` makes the attribute of a chosen value, where that is an enumeration.
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.LINE
    options: Options | None = None
    convert: Callable[[str], object] | None = None
    hint: str = ""
    column: bool = False
    heading: str = ""  # of the column, where it is shorter than the label
    weight: int = 0
    pixels: int = 0
    tone: Callable[[object], Tone] | None = None
    quiet: bool = False
    required: bool = False
    read_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemKind(Generic[Part]):
    """How one collection is shown and edited.

    `make` gives a new item of (dossier, id, request id). `described` is what stands in a confirmation or an undo ("vraag Q3").
    `empty` says what belongs in an empty list. `shown` chooses and orders what a list shows (None: all, as they stand).
    """

    collection: str
    singular: str
    plural: str
    empty: str
    fields: tuple[Field, ...]
    make: Callable[[Dossier, str, str], Part]
    shown: Callable[[Dossier, str], tuple[Part, ...]] | None = None
    ordered: bool = True  # by dragging and Alt+arrows; False where a date decides

    def columns(self) -> tuple[Field, ...]:
        """The fields that stand in the list."""
        return tuple(field for field in self.fields if field.column)
