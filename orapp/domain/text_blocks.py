"""The council's own pieces of text for letters, with places that the dossier fills when one is put in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FIELDS = ("dossier", "titel", "datum", "aanvraag", "ontvangen", "bestuurder", "or")
"""The places that can be filled; another is told and stays as it stands."""

_FIELD = re.compile(r"\{\{\s*([^{}\n]*?)\s*\}\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """A text by its name, in the signs of typed text. `kinds`: the keys of the letters it is for; none: for all."""

    id: str
    name: str
    text: str
    kinds: tuple[str, ...] = ()


def unknown_fields(text: str) -> tuple[str, ...]:
    """The names between double braces that are no field, each once, in order."""
    return tuple(dict.fromkeys(name for name in _FIELD.findall(text) if name not in FIELDS))


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its fields filled. What has no value, and what is no field, stays as it stands, to be seen."""

    def value(found: re.Match[str]) -> str:
        name = found.group(1)
        return (values.get(name) or found.group()) if name in FIELDS else found.group()

    return _FIELD.sub(value, text)


def left_open(text: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """The fields of a text for which there is no value, each once, in order."""
    return tuple(dict.fromkeys(name for name in _FIELD.findall(text) if name in FIELDS and not values.get(name)))
