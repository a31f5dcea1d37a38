"""A letter's content as JSON and back, without loss: the form in which a made version is kept in the archive."""

from __future__ import annotations

import base64
import binascii
import json
import logging
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import MappingProxyType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from orapp.letters.cell_looks import fitting
from orapp.letters.content import BulletList, CodedList, LetterContent, Operative, Paragraph, Quotation, Table

log = logging.getLogger(__name__)

FORMAT = "orapp-letter/1"
_BLOCKS: Mapping[str, type] = MappingProxyType(
    {kind.__name__: kind for kind in (Paragraph, Operative, Quotation, CodedList, BulletList, Table)}
)
_TAG = "block"

LATER = frozenset({("LetterContent", "fingerprint"), ("CodedItem", "level"), ("BulletList", "marks"), ("Table", "looks")})
"""Fields, each with a default, that came after the first letters were kept in this format."""


class BrokenContent(ValueError):
    """A text that is not the content of a letter: `place` says where, `why` (Dutch) says what."""

    code = "letter.broken_content"

    def __init__(self, place: str, why: str) -> None:
        self.place = place
        self.why = why
        self.fields = {"place": place, "why": why}
        super().__init__(f"{place}: {why}")


def to_json(content: LetterContent) -> str:
    """The content as JSON in ASCII, with the name of its format; each block carries the name of its class."""
    return json.dumps({"format": FORMAT, **_plain(content)}, ensure_ascii=True, separators=(",", ":"))


def from_json(text: str) -> LetterContent:
    """The content that `to_json` wrote; raises `BrokenContent` with the place for anything else.

    A look that fits no words of its cell is no reason to refuse a letter: those words are plain, and the log says where.
    """
    try:
        value = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise BrokenContent("", "dit is geen JSON") from error
    if not isinstance(value, dict) or value.pop("format", None) != FORMAT:
        raise BrokenContent("format", f"dit is geen {FORMAT}")
    found = _object(LetterContent, value, "")
    if not isinstance(found, LetterContent):
        raise BrokenContent("", "dit is geen brief")
    for section in found.sections:
        for block in section.blocks:
            if isinstance(block, Table) and (wrong := len(block.looks) - len(fitting(block))):
                log.warning("%d looks fit no words of table %r in section %r of a letter", wrong, block.key, section.key)
    return found


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        tag = {_TAG: type(value).__name__} if type(value).__name__ in _BLOCKS else {}
        return {**tag, **{one.name: _plain(getattr(value, one.name)) for one in fields(value)}}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return value


def _object(kind: type, value: Any, place: str) -> Any:
    if not isinstance(value, dict):
        raise BrokenContent(place, "hier hoort een object")
    hints = _hints(kind)
    names = {one.name for one in fields(kind)}
    # A letter that was kept before a field came stands at the default of that field.
    wrong = (value.keys() - names) | {one.name for one in fields(kind) if one.name not in value and not _may_lack(kind, one)}
    if wrong:
        raise BrokenContent(place, f"ontbrekend of onbekend: {', '.join(sorted(wrong))}")
    given = [name for name in names if name in value]
    return kind(**{name: _value(hints[name], value[name], f"{place}/{name}".lstrip("/")) for name in given})


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    """What the fields of a class hold; to work that out takes longer than all the rest, and a letter has hundreds of objects."""
    return get_type_hints(kind)


def _may_lack(kind: type, field: Field[Any]) -> bool:
    return (kind.__name__, field.name) in LATER and field.default is not MISSING


def _value(hint: Any, value: Any, place: str) -> Any:
    if isinstance(hint, UnionType):
        return _one_of(get_args(hint), value, place)
    if get_origin(hint) is tuple:
        return _several(get_args(hint), value, place)
    if hint is date:
        return _day(value, place)
    if hint is bytes:
        return _bytes(value, place)
    if is_dataclass(hint) and isinstance(hint, type):
        return _object(hint, value, place)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _member(hint, value, place)
    if type(value) is not hint:
        raise BrokenContent(place, f"hier hoort {hint.__name__}")
    return value


def _one_of(hints: tuple[Any, ...], value: Any, place: str) -> Any:
    """A block by the name of its class, or a value that may be absent."""
    if type(None) in hints:
        rest = next(hint for hint in hints if hint is not type(None))
        return None if value is None else _value(rest, value, place)
    kind = _BLOCKS.get(str(value.get(_TAG))) if isinstance(value, dict) else None
    if kind is None:
        raise BrokenContent(place, "hier hoort een blok")
    return _object(kind, {key: item for key, item in value.items() if key != _TAG}, place)


def _several(hints: tuple[Any, ...], value: Any, place: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise BrokenContent(place, "hier hoort een lijst")
    if len(hints) == 2 and hints[1] is Ellipsis:
        return tuple(_value(hints[0], item, f"{place}/{number}") for number, item in enumerate(value, start=1))
    if len(value) != len(hints):
        raise BrokenContent(place, f"hier horen {len(hints)} waarden")
    return tuple(_value(hint, item, f"{place}/{number}") for number, (hint, item) in enumerate(zip(hints, value, strict=True), 1))


def _day(value: Any, place: str) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise BrokenContent(place, "hier hoort een datum (2026-11-20)") from error


def _bytes(value: Any, place: str) -> bytes:
    try:
        return base64.b64decode(value, validate=True)
    except (TypeError, ValueError, binascii.Error) as error:
        raise BrokenContent(place, "hier horen bytes in base64") from error


def _member(kind: type[StrEnum], value: Any, place: str) -> StrEnum:
    try:
        return kind(value)
    except ValueError as error:
        raise BrokenContent(place, f"hier hoort een van {', '.join(kind)}") from error
