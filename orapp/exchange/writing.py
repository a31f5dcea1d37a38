"""Writes objects of the domain as readable JSON: the domain's field names, dates in ISO, and no defaults."""

from __future__ import annotations

import json
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def plain(value: object) -> object:
    """A domain value as JSON knows it; fields that have their default are left out. Raises TypeError for other things."""
    match value:
        case None | bool() | int():
            return value
        case StrEnum():
            return value.value
        case str():
            return value
        case datetime() | date():
            return value.isoformat()
        case tuple():
            return [plain(part) for part in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            return _fields(value)
        case _:
            raise TypeError(f"{type(value).__name__} does not travel")


def _fields(value: DataclassInstance) -> dict[str, object]:
    written: dict[str, object] = {}
    for field in fields(value):
        part = getattr(value, field.name)
        default = field.default_factory() if field.default_factory is not MISSING else field.default
        if default is MISSING or part != default:
            written[field.name] = plain(part)
    return written


def encoded(document: dict[str, object]) -> bytes:
    """The document as UTF-8 with an indent of two, so that a person can read it and a comparison shows each line."""
    return (json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode("utf-8")
