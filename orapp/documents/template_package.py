"""Puts the parts of a template into one Word file: content types, relations and properties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.sax.saxutils import escape

from orapp.documents.namespaces import CORE, DC, PROLOGUE
from orapp.documents.package_writer import write_package

RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_MAIN_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_THEME_TYPE: Final = "application/vnd.openxmlformats-officedocument.theme+xml"
_DEFAULTS: Final = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplatePart:
    """A part that the text refers to: its relation, what it is ("styles", "header"), where it stands, and its own relations.

    `relations` names parts of the package by the ids with which this part refers to them.
    """

    relation: str
    kind: str
    target: str
    xml: str
    relations: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A template in parts: its name and version, the text, what it refers to, and pictures by name with their media types."""

    name: str
    version: str
    document: str
    parts: tuple[TemplatePart, ...]
    relations: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    picture_types: Mapping[str, str] = field(default_factory=dict)

    @property
    def related(self) -> tuple[TemplatePart, ...]:
        """The parts in the order of their relations."""
        return tuple(sorted(self.parts, key=lambda part: (len(part.relation), part.relation)))


def relationships(rows: tuple[tuple[str, str, str], ...]) -> str:
    """A part of relations, of (id, type, target)."""
    inside = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in rows)
    return f'{PROLOGUE}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _content_types(template: Template) -> str:
    overrides = {"/word/document.xml": f"{_MAIN_TYPE}.document.main+xml"}
    overrides |= {f"/word/{part.target}": f"{_MAIN_TYPE}.{part.kind}+xml" for part in template.related}
    overrides |= {f"/word/{part.target}": _THEME_TYPE for part in template.parts if part.kind == "theme"}
    overrides["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    overrides["/docProps/app.xml"] = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    defaults = _DEFAULTS | dict(template.picture_types)
    inside = "".join(f'<Default Extension="{name}" ContentType="{kind}"/>' for name, kind in defaults.items())
    inside += "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return f'{PROLOGUE}<Types xmlns="{_PACKAGE}/content-types">{inside}</Types>'


def _core(template: Template) -> str:
    return (
        f'{PROLOGUE}<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="{DC}">'
        f"<dc:title>{escape(template.name)}</dc:title><dc:language>nl-NL</dc:language>"
        f"<cp:version>{escape(template.version)}</cp:version></cp:coreProperties>"
    )


def _app() -> str:
    return (
        f'{PROLOGUE}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>orapp</Application></Properties>"
    )


def template_package(template: Template) -> bytes:
    """Give the whole template; the same bytes each time for the same parts."""
    root = (
        ("rId1", f"{RELATION}/officeDocument", "word/document.xml"),
        ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", f"{RELATION}/extended-properties", "docProps/app.xml"),
    )
    rows = [(part.relation, f"{RELATION}/{part.kind}", part.target) for part in template.related]
    rows += [(name, f"{RELATION}/image", target.removeprefix("word/")) for name, target in template.relations.items()]
    parts = {
        "[Content_Types].xml": _content_types(template).encode(),
        "_rels/.rels": relationships(root).encode(),
        "word/document.xml": template.document.encode(),
        "word/_rels/document.xml.rels": relationships(tuple(rows)).encode(),
    }
    for part in template.parts:
        parts[f"word/{part.target}"] = part.xml.encode()
        if part.relations:
            own = tuple((name, f"{RELATION}/image", target.removeprefix("word/")) for name, target in part.relations.items())
            parts[f"word/_rels/{part.target}.rels"] = relationships(own).encode()
    parts |= template.pictures
    parts["docProps/core.xml"] = _core(template).encode()
    parts["docProps/app.xml"] = _app().encode()
    return write_package(parts)
