"""Reads a JSON file that came from outside: whole or not at all, each refusal with its place."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

import msgspec

from orapp.exchange.problems import conversion_refusal, place_of, schema_refusal
from orapp.services.failures import Refusal

MOST_BYTES = 256 * 1024 * 1024
DEEPEST = 32
LONGEST_NUMBER = 30
FORMAT = re.compile(r"(?P<name>orapp-[a-z]+)/(?P<version>[1-9][0-9]{0,5})")

Document = dict[str, object]
Upgrader = Callable[[Document], Document]
Kind = TypeVar("Kind")


def read_document(data: bytes, *, most_bytes: int = MOST_BYTES) -> Document:
    """The JSON object in these bytes.

    Raises `Refusal` with a code "import.…": too large, not UTF-8, not JSON (line and column), a key given twice, nested too
    deep, no object, or a text with characters that cannot be stored.
    """
    if len(data) > most_bytes:
        raise Refusal("import.too_large", size=_megabytes(len(data)), most=_megabytes(most_bytes))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal("import.not_utf8", place=f"byte {error.start + 1}") from error
    try:
        found = json.loads(text, object_pairs_hook=_object, parse_constant=_no_number, parse_int=_whole_number)
    except json.JSONDecodeError as error:
        raise Refusal("import.not_json", place=f"regel {error.lineno}, positie {error.colno}") from error
    except RecursionError as error:
        raise Refusal("import.too_deep", place="$", most=str(DEEPEST)) from error
    if not isinstance(found, dict):
        raise Refusal("import.schema", place="$", problem="hier hoort een groep velden te staan")
    for place, value in _texts(found, []):
        if not value.isascii() and any("\ud800" <= letter <= "\udfff" for letter in value):
            raise Refusal("import.schema", place=place, problem="hier staat een half teken (surrogaat) dat niet te bewaren is")
    return found


def upgraded(document: Document, name: str, version: int, upgraders: Mapping[int, Upgrader]) -> Document:
    """The document in the present version of its format; `upgraders[n]` makes version n + 1 of version n.

    Raises `Refusal`: "import.format" for another kind of file, "import.newer" for one of a newer program.
    """
    wanted = f"{name}/{version}"
    stated = document.get("format")
    found = FORMAT.fullmatch(stated) if isinstance(stated, str) else None
    if found is None or found["name"] != name:
        raise Refusal("import.format", place="$.format", wanted=wanted)
    there = int(found["version"])
    if there > version:
        raise Refusal("import.newer", place="$.format", found=found[0], wanted=wanted)
    for step in range(there, version):
        if step not in upgraders:
            raise Refusal("import.format", place="$.format", wanted=wanted)
        document = {**upgraders[step](document), "format": f"{name}/{step + 1}"}
    return document


def validate(document: Document, schema: Mapping[str, object]) -> None:
    """Raise `Refusal("import.schema")` with the first place where the document does not fit the schema (draft 2020-12)."""
    from jsonschema import Draft202012Validator

    checker = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    error = next(iter(checker.iter_errors(document)), None)
    if error is not None:
        raise schema_refusal(error)


def converted(document: Document, kind: type[Kind]) -> Kind:
    """The document as an object of the domain; raises `Refusal("import.schema")` for what the schema let through."""
    try:
        return msgspec.convert(document, kind)
    except msgspec.ValidationError as error:
        raise conversion_refusal(str(error)) from error


class _Doubled(dict[str, object]):
    """A group of fields in which one stood twice: told with its place once the whole is read."""

    key = ""


def _object(pairs: list[tuple[str, object]]) -> Document:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    doubled = _Doubled(found)
    keys = [key for key, _ in pairs]
    doubled.key = next(key for key in keys if keys.count(key) > 1)
    return doubled


def _no_number(word: str) -> object:
    raise Refusal("import.not_json", place=word)


def _whole_number(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise Refusal("import.not_json", place=f"{digits[:LONGEST_NUMBER]}…")
    return int(digits)


def _texts(value: object, path: list[str | int]) -> Iterator[tuple[str, str]]:
    if len(path) > DEEPEST:
        raise Refusal("import.too_deep", place=place_of(path[:4]), most=str(DEEPEST))
    if isinstance(value, str):
        yield place_of(path), value
    elif isinstance(value, dict):
        if isinstance(value, _Doubled):
            raise Refusal("import.duplicate_key", place=place_of(path), key=value.key)
        for key, part in value.items():
            yield place_of(path), key
            yield from _texts(part, [*path, key])
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _texts(part, [*path, index])


def _megabytes(size: int) -> str:
    return f"{max(1, round(size / 1024 / 1024))} MB"
