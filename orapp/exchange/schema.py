"""The JSON schema of the files that travel, made from the domain's own classes (`python -m orapp.exchange.schema` writes it)."""

from __future__ import annotations

import inspect
import json
from collections.abc import Mapping
from dataclasses import is_dataclass
from pathlib import Path

import msgspec

from orapp.domain.council import Council
from orapp.domain.dossier import Dossier
from orapp.domain.references import OUTSIDE, REFERENCES

DRAFT = "https://json-schema.org/draft/2020-12/schema"
DOSSIER_FORMAT = "orapp-dossier"
COUNCIL_FORMAT = "orapp-council"
DOSSIER_VERSION = 1
COUNCIL_VERSION = 1

# Python's `$` also matches before a line end at the end of a text; the look-ahead shuts that out in every dialect.
ID_PATTERN = r"^[A-Za-z0-9._-]{1,64}$(?!\n)"
REFERENCE_PATTERN = r"^[A-Za-z0-9._-]{0,64}$(?!\n)"
SHA256_PATTERN = r"^[0-9a-f]{64}$(?!\n)"
FILE_NAME_PATTERN = r"^(?!\.{1,2}$)[^/\\\u0000-\u001f\u007f]{1,255}$(?!\n)"
INSTANT_PATTERN = r"(Z|[+-][0-9]{2}:[0-9]{2})$(?!\n)"
LARGEST_NUMBER = 2**53 - 1

CHOICES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("CompletenessMark", "found"): ("open", "found", "insufficient", "missing"),
    ("Question", "priority"): ("must", "should", "nice"),
    ("Regulation", "action"): ("adopt", "change", "withdraw"),
}
"""Fields that are plain text in the domain, but know a few words only."""

INSTANTS = frozenset({("LetterVersion", "made_at")})
"""Fields with an instant: they say their offset, so that no time is read in another zone than it was written in."""


def dossier_schema() -> dict[str, object]:
    """The schema of `orapp-dossier/1`: the fields of a dossier, with format, council and embedded files beside them."""
    return _document(
        Dossier,
        f"{DOSSIER_FORMAT}/{DOSSIER_VERSION}",
        {
            "council": {"type": "string", "description": "Name of the council that the dossier comes from.", "default": ""},
            "files": {
                "type": "array",
                "description": "Files inside this one. What the dossier names and is missing here goes by reference.",
                "items": {"$ref": "#/$defs/EmbeddedFile"},
                "default": [],
            },
        },
        {
            "EmbeddedFile": {
                "title": "EmbeddedFile",
                "description": "The content of a file that the dossier names by the same SHA-256.",
                "type": "object",
                "properties": {
                    "sha256": {"type": "string", "pattern": SHA256_PATTERN},
                    "content": {"type": "string", "contentEncoding": "base64", "description": "The bytes in base64."},
                },
                "required": ["sha256", "content"],
                "additionalProperties": False,
            }
        },
    )


def council_schema() -> dict[str, object]:
    """The schema of `orapp-council/1`: the council with its members, contacts and agreements."""
    return _document(Council, f"{COUNCIL_FORMAT}/{COUNCIL_VERSION}", {}, {})


def _document(root: type, format_name: str, extra: dict[str, object], definitions: dict[str, object]) -> dict[str, object]:
    made = msgspec.json.schema(root)
    found: dict[str, dict[str, object]] = {**made["$defs"]}
    for name, definition in found.items():
        _tighten(name, definition)
    top = found.pop(root.__name__)
    properties = {"format": {"const": format_name, "description": "Name and version of the format."}, **extra}
    files = properties.pop("files", None)
    properties.update(_mapping(top["properties"]))
    if files is not None:
        properties["files"] = files
    required = top["required"]
    return {
        "$schema": DRAFT,
        "title": format_name,
        "description": _description(root),
        "type": "object",
        "properties": properties,
        "required": ["format", *(required if isinstance(required, list) else [])],
        "additionalProperties": False,
        "$defs": dict(sorted({**found, **definitions}.items())),
    }


def _tighten(name: str, definition: dict[str, object]) -> None:
    description = definition.get("description")
    if isinstance(description, str):
        definition["description"] = inspect.cleandoc(description)
    if definition.get("type") != "object":
        return
    definition["additionalProperties"] = False
    for field, value in _mapping(definition["properties"]).items():
        rule = _mapping(value)
        _bound(rule)
        if field == "id":
            rule["pattern"] = ID_PATTERN
        elif field == "sha256":
            rule["pattern"] = SHA256_PATTERN
        elif field in REFERENCES or field in OUTSIDE:
            _refer(field, rule)
        elif (name, field) == ("FileRef", "name"):
            rule["pattern"] = FILE_NAME_PATTERN
            rule["description"] = "A bare file name: no folders, no control characters."
        elif (name, field) in INSTANTS:
            rule["format"] = "date-time"
            rule["pattern"] = INSTANT_PATTERN
        if (name, field) in CHOICES:
            rule["enum"] = list(CHOICES[name, field])


def _refer(field: str, rule: dict[str, object]) -> None:
    targets = REFERENCES.get(field, ())
    kinds = ", ".join(targets) if len(targets) < 4 else "any collection"
    rule["description"] = f"Names items of: {kinds}." if targets else "Names somebody of the council; need not be known here."
    if rule.get("type") == "array":
        _mapping(rule["items"])["pattern"] = ID_PATTERN
    else:
        rule["pattern"] = REFERENCE_PATTERN


def _bound(rule: dict[str, object]) -> None:
    """Whole numbers are never negative, and small enough for every reader of JSON."""
    if rule.get("type") == "integer":
        rule["minimum"] = 0
        rule["maximum"] = LARGEST_NUMBER
    choices = rule.get("anyOf")
    if isinstance(choices, list):
        for choice in choices:
            _bound(_mapping(choice))


def _mapping(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise TypeError(f"a part of the schema is no mapping: {value!r}")
    return value


def _description(root: type) -> str:
    if not is_dataclass(root):
        raise TypeError(f"{root!r} is no dataclass")
    return inspect.cleandoc(root.__doc__ or "")


def written(schema: Mapping[str, object]) -> str:
    """The schema as it stands in its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


FILES = {"dossier.schema.json": dossier_schema, "council.schema.json": council_schema}
"""The schema files by name, with what makes them."""


def write(folder: Path) -> None:
    """Write every schema file into the folder."""
    for name, make in FILES.items():
        (folder / name).write_text(written(make()), encoding="utf-8")


if __name__ == "__main__":
    write(Path(__file__).parents[2] / "resources" / "schema")
