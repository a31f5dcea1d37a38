"""Which typed texts an edit holds, so that they are not lost where it could not be kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from orapp.domain.dossier import Dossier, code
from orapp.domain.editing import Difference, Edit, EditConflict, difference
from orapp.services.dossiers import Edited
from orapp.ui.kit.unkept import Unkept, UnkeptText

NO_WORDS = frozenset({"id", "key", "kind", "rule", "state", "sha256", "section"})
"""Fields whose text nobody typed."""


def remember_draft(unkept: Unkept, dossier: Dossier, item_id: str, field: str, text: str) -> None:
    """A draft that was refused; that of a letter begins with a mark of its own."""
    said = text[1:] if field.startswith("brief/") else text
    unkept.put(dossier.id, item_id, field, UnkeptText(place=_place(dossier, item_id), text=said))


def remember_edit(unkept: Unkept, dossier: Dossier, edit: Edit) -> None:
    """The texts that an edit would have put in the dossier."""
    try:
        wanted = difference(dossier, edit(dossier))
    except EditConflict:
        return  # it would have changed what is gone: there is no text of it
    for item_id, name, text in _texts_of(wanted):
        # What belongs to the dossier itself has the dossier for its item, as a draft of it has.
        unkept.put(dossier.id, item_id or dossier.id, name, UnkeptText(place=_place(dossier, item_id), text=text))


def forget_kept(unkept: Unkept, edited: Edited) -> None:
    """What an edit brought into the dossier is kept now, however it came there."""
    if unkept:
        for _, _, text in _texts_of(edited.difference):
            unkept.drop_text(edited.dossier.id, text)


def _texts_of(wanted: Difference) -> Iterator[tuple[str, str, str]]:
    for one in wanted.items:
        if one.after is not None:
            before = set(_words(one.before)) if one.before is not None else set()
            for name, text in _words(one.after):
                if (name, text) not in before:
                    yield one.after.id, name, text
    for name, _, after in wanted.head:
        for inner, text in _words(after, name):
            yield "", inner, text


def _words(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        last = name.rpartition(".")[2].rstrip("0123456789[]")
        if type(value) is str and value.strip() and last not in NO_WORDS and not last.endswith(("_id", "_ids")):
            yield name, value
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from _words(part, f"{name}[{number}]")
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _words(getattr(value, field.name), f"{name}.{field.name}" if name else field.name)


def _place(dossier: Dossier, item_id: str) -> str:
    named = next((code(name, item) for name, item in dossier.items() if item.id == item_id), "")
    return ", ".join(part for part in (dossier.reference, named) if part)
