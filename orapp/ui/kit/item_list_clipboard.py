"""Rows on the clipboard, copied in Word, Excel or another list, as the items of a list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QMimeData

from orapp.domain.dossier import Dossier
from orapp.domain.items import Item
from orapp.ui.kit.fields import Field
from orapp.ui.kit.grid_model import GridModel
from orapp.ui.kit.grid_values import read, successor
from orapp.ui.kit.pasting import place_rows, rows_of_html, rows_of_text
from orapp.ui.kit.workplace import Workplace

Part = TypeVar("Part", bound=Item)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted(Generic[Part]):
    """The items that were made of what was pasted; how many cells meant nothing here, and whether it was cut."""

    items: tuple[Part, ...]
    misread: int
    left_out: int
    cut: bool


def pasted(data: QMimeData, model: GridModel[Part], dossier: Dossier, make: Callable[[], Part], place: Workplace) -> Pasted[Part]:
    """The items of what stands on the clipboard; values that mean nothing here keep what a new item has."""
    html = data.html() if data.hasHtml() else ""
    rows = rows_of_html(html) if "<table" in html[:200_000].lower() else rows_of_text(data.text())
    fields = {field.key: field for field in model.kind.fields if not field.read_only}
    shown = [field for field in model.kind.columns() if field.key in fields]
    others = [field for field in fields.values() if field not in shown]
    columns = [(field.key, (field.label.replace("&", ""), field.heading)) for field in (*shown, *others)]
    main = model.fields[model.main]
    found = place_rows(rows, columns, main.key if main is not None else "")
    misread = 0
    items: list[Part] = []
    for row in found.rows:
        values, wrong = _values(fields, row, model, place)
        misread += wrong
        items.append(successor(make(), values))
    return Pasted(items=tuple(items), misread=misread, left_out=found.left_out, cut=found.cut)


def _values(
    fields: dict[str, Field], row: dict[str, str], model: GridModel[Part], place: Workplace
) -> tuple[dict[str, object], int]:
    values: dict[str, object] = {}
    wrong = 0
    for key, text in row.items():
        found = read(fields[key], text, model.choices(fields[key]), place.today())
        if found.refusal:
            wrong += 1
        else:
            values[key] = found.value
    return values, wrong


def remarks(found: Pasted[Part]) -> str:
    """What is to be said about a paste beside how many items it made, or empty."""
    said: list[str] = []
    if found.misread:
        text = QCoreApplication.translate("item_list_clipboard", "Niet begrepen en leeg gelaten: {count}.")
        said.append(text.format(count=found.misread))
    if found.left_out:
        text = QCoreApplication.translate("item_list_clipboard", "Kolommen zonder plaats hier: {count}.")
        said.append(text.format(count=found.left_out))
    if found.cut:
        said.append(QCoreApplication.translate("item_list_clipboard", "De lijst was te lang en is afgekapt."))
    return " ".join(said)
