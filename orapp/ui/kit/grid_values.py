"""The values of fields in words and back: what a cell says, what is typed for it, and what typed or pasted text means."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from orapp.domain.dossier import Dossier
from orapp.domain.items import Item
from orapp.texts.dates import short_date
from orapp.texts.typed_dates import read_date, written_date
from orapp.ui.kit.fields import Field, FieldKind

Part = TypeVar("Part", bound=Item)
Choices = Sequence[tuple[str, str]]

_WHOLE = re.compile(r"[+-]?\d{1,12}")
_CENTS = re.compile(r"(-?)(?:€ ?)?(\d{1,3}(?:\.\d{3})+|\d{1,10})(?:,(\d{2}|-))?")
_TENTHS = re.compile(r"(-?)(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,(\d))?")
_YES, _NO = frozenset({"ja", "j", "x", "waar", "1", "✓"}), frozenset({"nee", "n", "onwaar", "0", "-"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What typed text means: the value of the attribute, or why it is refused."""

    value: object = None
    refusal: str = ""


def choices_of(field: Field, dossier: Dossier) -> Choices:
    """The choices of a field in this dossier, as (value, words)."""
    if field.kind is FieldKind.MAYBE:
        return [
            ("", QCoreApplication.translate("grid_values", "niet bekend")),
            ("yes", QCoreApplication.translate("grid_values", "ja")),
            ("no", QCoreApplication.translate("grid_values", "nee")),
        ]
    if field.kind is FieldKind.FLAG:
        return [
            ("yes", QCoreApplication.translate("grid_values", "ja")),
            ("no", QCoreApplication.translate("grid_values", "nee")),
        ]
    return field.options(dossier) if field.options is not None else []


def chosen_key(field: Field, value: object) -> str:
    """The value of an attribute as it stands among the choices."""
    if field.kind is FieldKind.MAYBE and value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value.value) if isinstance(value, Enum) else str(value or "")


def value_of(field: Field, key: str) -> object:
    """The attribute of a choice."""
    if field.kind is FieldKind.MAYBE:
        return {"yes": True, "no": False}.get(key)
    if field.kind is FieldKind.FLAG:
        return key == "yes"
    return field.convert(key) if field.convert is not None else key


def words(field: Field, value: object, choices: Mapping[str, str]) -> str:
    """What a cell says of a value."""
    match field.kind:
        case FieldKind.LINE | FieldKind.TEXT:
            return str(value or "")
        case FieldKind.DATE:
            return f"{short_date(value)} {value.year}" if isinstance(value, date) else ""
        case FieldKind.NAMES:
            return typed(field, value)
        case FieldKind.ITEMS:
            ids = value if isinstance(value, tuple) else ()
            return ", ".join(short_words(choices.get(str(one), "")) for one in ids)
        case FieldKind.CHOICE | FieldKind.FLAG:
            key = chosen_key(field, value)
            return choices.get(key, key)
        case FieldKind.ITEM:
            return choices.get(str(value or ""), "")
        case FieldKind.MAYBE:
            return "" if value is None else choices.get(chosen_key(field, value), "")
        case FieldKind.NUMBER | FieldKind.TENTHS | FieldKind.CENTS:
            return typed(field, value)


def short_words(text: str) -> str:
    """The code with which the words of an item begin ("B2 Functies" gives "B2"), or all of them where there is none."""
    first = text.split(" ", 1)[0].rstrip(":·.")
    return first if re.fullmatch(r"[A-Z]\d{1,4}", first) else text


def typed(field: Field, value: object) -> str:
    """A value as one types it: "27-11-2026", "26,9", "1.250,00"."""
    if value is None or (isinstance(value, str) and not value):
        return ""
    if isinstance(value, date):
        return written_date(value)
    if isinstance(value, int) and not isinstance(value, bool):
        sign = "-" if value < 0 else ""
        if field.kind is FieldKind.TENTHS:
            whole, rest = divmod(abs(value), 10)
            return f"{sign}{whole},{rest}" if rest else f"{sign}{whole}"
        if field.kind is FieldKind.CENTS:
            whole, rest = divmod(abs(value), 100)
            return f"{sign}{whole:,}".replace(",", ".") + f",{rest:02}"
        return str(value)
    if isinstance(value, tuple) and field.kind is FieldKind.NAMES:
        return ", ".join(str(one) for one in value)
    if isinstance(value, tuple):
        return "\n".join(str(one) for one in value)
    return str(value)


def read(field: Field, text: str, choices: Choices, today: date) -> Read:
    """What text means for a field, typed or pasted. Facts are not refused; what has no meaning here is."""
    plain = text.strip()
    if field.required and not plain:
        return Read(refusal=QCoreApplication.translate("grid_values", "Vul dit in."))
    match field.kind:
        case FieldKind.LINE:
            return Read(value=" ".join(text.split()))
        case FieldKind.TEXT:
            return Read(value=text.replace("\r\n", "\n").replace("\r", "\n").strip())
        case FieldKind.DATE:
            found = read_date(plain, today)
            return Read(value=found.day, refusal=found.refusal)
        case FieldKind.NUMBER | FieldKind.TENTHS | FieldKind.CENTS:
            return _number(field, plain)
        case FieldKind.NAMES:
            names = (" ".join(part.split()) for part in re.split(r"[,;\n]", text))
            return Read(value=tuple(dict.fromkeys(name for name in names if name)))
        case FieldKind.ITEMS:
            return _several(plain, choices)
        case FieldKind.FLAG | FieldKind.MAYBE:
            return _yes_or_no(field, plain)
        case FieldKind.CHOICE | FieldKind.ITEM:
            return _choice(field, plain, choices)


def successor(item: Part, values: Mapping[str, object]) -> Part:
    """The item with other values in these fields."""
    untyped: Callable[..., Part] = replace
    return untyped(item, **values)


def _number(field: Field, plain: str) -> Read:
    if not plain:
        return Read()
    if field.kind is FieldKind.NUMBER:
        digits = plain.replace(".", "").replace(" ", "")
        return (
            Read(value=int(digits))
            if _WHOLE.fullmatch(digits)
            else Read(refusal=QCoreApplication.translate("grid_values", "Typ een heel getal."))
        )
    pattern = _TENTHS if field.kind is FieldKind.TENTHS else _CENTS
    found = pattern.fullmatch(plain)
    if found is None:
        said = QCoreApplication.translate("grid_values", "Typ een getal met hooguit één cijfer achter de komma: 26,9.")
        return Read(
            refusal=said
            if field.kind is FieldKind.TENTHS
            else QCoreApplication.translate("grid_values", "Typ een bedrag in euro’s: 1.250,00.")
        )
    whole = int(found[2].replace(".", ""))
    rest = 0 if found[3] in {None, "-"} else int(found[3])
    total = whole * (10 if field.kind is FieldKind.TENTHS else 100) + rest
    return Read(value=-total if found[1] else total)


def _yes_or_no(field: Field, plain: str) -> Read:
    word = plain.lower()
    if word in _YES:
        return Read(value=True)
    if word in _NO:
        return Read(value=False)
    if not word or word in {"?", QCoreApplication.translate("grid_values", "niet bekend")}:
        return Read(value=None if field.kind is FieldKind.MAYBE else False)
    return Read(refusal=QCoreApplication.translate("grid_values", "Typ ja of nee."))


def _choice(field: Field, plain: str, choices: Choices) -> Read:
    key = _found(plain, choices)
    if key is not None:
        return Read(value=value_of(field, key))
    if not plain and (field.kind is FieldKind.ITEM or field.convert is None):
        return Read(value="")
    return Read(refusal=QCoreApplication.translate("grid_values", "“{text}” staat niet in de lijst.").format(text=plain[:60]))


def _several(plain: str, choices: Choices) -> Read:
    found: list[str] = []
    for part in re.split(r"[,;\n]", plain):
        if part.strip():
            key = _found(part.strip(), choices)
            if key is None:
                return Read(
                    refusal=QCoreApplication.translate("grid_values", "“{text}” staat niet in de lijst.").format(
                        text=part.strip()[:60]
                    )
                )
            found.append(key)
    return Read(value=tuple(dict.fromkeys(found)))


def _found(plain: str, choices: Choices) -> str | None:
    """The choice that has these words, this code or this value; or the only one that begins with them."""
    wanted = plain.casefold()
    for key, said in choices:
        if wanted in {key.casefold(), said.casefold(), short_words(said).casefold()}:
            return key
    begun = [key for key, said in choices if wanted and said.casefold().startswith(wanted)]
    return begun[0] if len(begun) == 1 else None
