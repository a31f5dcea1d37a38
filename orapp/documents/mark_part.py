"""The custom properties of a Word file (docProps/custom.xml), in which a letter carries its mark."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lxml import etree

from orapp.documents.namespaces import PROLOGUE, RELATIONSHIPS
from orapp.documents.skeleton import parse_part
from orapp.documents.written_text import attribute
from orapp.letters.letter_mark import LetterMark

PART: Final = "docProps/custom.xml"
TYPES: Final = "[Content_Types].xml"
ROOT_RELATIONS: Final = "_rels/.rels"
_KIND: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_CONTENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_PROPERTIES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
# Properties that a user or a program gives a file carry this class, and numbers from two on (ISO/IEC 29500-1, 22.3).
_CLASS: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_NUMBER: Final = 2
_PREFIX: Final = "orapp."
_NAMES: Final = ("letter", "version", "content", "dossier", "reference", "council", "council_name")


def mark_xml(mark: LetterMark | None) -> bytes:
    """The part with the mark; without one, a part that holds nothing. Raises UnwritableText for a name that XML cannot hold."""
    if mark is None:
        values: tuple[str, ...] = ()
    else:
        values = (
            mark.letter_id,
            str(mark.version),
            mark.content_digest,
            mark.dossier_id,
            mark.reference,
            mark.council_id,
            mark.council,
        )
    inside = "".join(
        f'<property fmtid="{_CLASS}" pid="{number}" name="{_PREFIX}{name}"><vt:lpwstr>{attribute(value, "reference")}'
        "</vt:lpwstr></property>"
        for number, (name, value) in enumerate(zip(_NAMES, values, strict=False), start=_FIRST_NUMBER)
    )
    return f'{PROLOGUE}<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_VALUES}">{inside}</Properties>'.encode()


def read_mark(part: bytes) -> LetterMark | None:
    """The mark in this part, or None. Raises XMLSyntaxError for what is not XML."""
    found: dict[str, str] = {}
    for one in parse_part(part).iter(f"{{{_PROPERTIES}}}property"):
        name = one.get("name", "")
        if name.startswith(_PREFIX):
            found[name.removeprefix(_PREFIX)] = "".join(str(text) for text in one.itertext())
    letter, version = found.get("letter", ""), found.get("version", "")
    if not letter or not version.isdecimal():
        return None
    return LetterMark(
        letter_id=letter,
        version=int(version),
        content_digest=found.get("content", ""),
        dossier_id=found.get("dossier", ""),
        reference=found.get("reference", ""),
        council_id=found.get("council", ""),
        council=found.get("council_name", ""),
    )


def with_mark_place(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts of a package in which custom properties have their place: their content type and their relationship.

    Raises XMLSyntaxError for a package whose list of contents is not XML.
    """
    placed = dict(parts)
    types = parse_part(parts[TYPES])
    if not any(one.get("PartName") == f"/{PART}" for one in types.iter(f"{{{_TYPES}}}Override")):
        etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{PART}", ContentType=_CONTENT_TYPE)
        placed[TYPES] = _written(types)
    if ROOT_RELATIONS in parts:
        relations = parse_part(parts[ROOT_RELATIONS])
        rows = list(relations.iter(f"{{{RELATIONSHIPS}}}Relationship"))
        if not any(one.get("Type") == _KIND for one in rows):
            taken = {one.get("Id") for one in rows}
            free = next(f"rId{number}" for number in range(1, len(rows) + 2) if f"rId{number}" not in taken)
            etree.SubElement(relations, f"{{{RELATIONSHIPS}}}Relationship", Id=free, Type=_KIND, Target=PART)
            placed[ROOT_RELATIONS] = _written(relations)
    return placed


def _written(root: etree._Element) -> bytes:
    return PROLOGUE.encode() + etree.tostring(root, encoding="utf-8")
