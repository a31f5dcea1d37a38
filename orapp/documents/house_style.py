"""A house style: an ordinary Word file whose places the builder fills."""

from __future__ import annotations

import hashlib
import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from orapp.documents.mark_part import PART as MARK
from orapp.documents.mark_part import with_mark_place
from orapp.documents.namespaces import CORE, DC, PROLOGUE, RELATIONSHIPS, R, W, w
from orapp.documents.package_writer import write_package
from orapp.documents.second_level import with_second_level
from orapp.documents.skeleton import BlockPlace, Piece, Place, parse_part, parse_skeleton, places
from orapp.services.failures import Refusal

DOCUMENT: Final = "word/document.xml"
DOCUMENT_RELATIONS: Final = "word/_rels/document.xml.rels"

# The builder writes these itself for each letter.
_WRITTEN: Final = frozenset({"docProps/core.xml", "docProps/app.xml", MARK})
_NEEDED_PLACES: Final = frozenset({"addressee", "subject", "salutation", "body", "closing", "signatures", "annexes", "copies"})
STYLES_USED: Final = (
    "Alinea",
    "AlineaGenummerd",
    "Besluit",
    "BesluitGenummerd",
    "Bijlagenkop",
    "Bijlagenlijst",
    "Bijschrift",
    "Citaat",
    "Citaatbron",
    "GecodeerdDetail",
    "GecodeerdItem",
    "GecodeerdSlot",
    "Kop1",
    "KopZonderNummer",
    "Kopielijst",
    "Ondertekening",
    "OndertekeningNaam",
    "OndertekeningRol",
    "Opsomming",
    "Slotregel",
    "Tabel",
    "Tabelkop",
    "Tabeltekst",
    "Tussenruimte",
)


class UnusableHouseStyle(Refusal):
    """A Word file cannot serve as house style: why, and what it concerns.

    `reason` is "not_a_word_file", "no_prefix", "missing_places", "missing_styles", "missing_header" or "no_concept_mark".
    """

    def __init__(self, reason: str, what: str = "") -> None:
        super().__init__(f"documents.style.{reason}", what=what)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """The white around the text, in twips (1/1440 inch)."""

    top: int
    right: int
    bottom: int
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """A house style, read once and ready for any number of letters.

    `data` is the template as it was given, `text_width` in twips. `skeletons` holds the parts with places by name, the
    main document first; `fixed` is a zip of the parts that no letter changes.
    """

    name: str
    version: str
    data: bytes = field(repr=False)
    margins: Margins
    text_width: int
    skeletons: Mapping[str, tuple[Piece, ...]] = field(repr=False)
    relations: Mapping[str, bytes] = field(repr=False)
    fixed: bytes = field(repr=False)


def _read_parts(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {name: package.read(name) for name in package.namelist() if not name.endswith("/")}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise UnusableHouseStyle("not_a_word_file") from error
    if missing := sorted({DOCUMENT, DOCUMENT_RELATIONS, "word/styles.xml", "[Content_Types].xml"} - set(parts)):
        raise UnusableHouseStyle("not_a_word_file", ", ".join(missing))
    return parts


def _header_parts(document: etree._Element, relations: etree._Element, *, even: bool) -> tuple[list[str], list[str]]:
    """The names of the header and footer parts in use. Raises when a kind of page would have no header.

    A section without a header of some kind takes the one of the section before it (ISO/IEC 29500-1, 17.10.5).
    """
    targets = {
        relation.get("Id", ""): posixpath.normpath(posixpath.join("/word", relation.get("Target", ""))).lstrip("/")
        for relation in relations.iter(f"{{{RELATIONSHIPS}}}Relationship")
    }
    headers: list[str] = []
    footers: list[str] = []
    known: set[str] = set()
    for section in document.iter(w("sectPr")):
        for reference in section.iter(w("headerReference")):
            known.add(reference.get(w("type"), "default"))
            headers.append(targets[reference.get(f"{{{R}}}id", "")])
        footers += (targets[reference.get(f"{{{R}}}id", "")] for reference in section.iter(w("footerReference")))
        wanted = {"default"} | ({"first"} if section.find(w("titlePg")) is not None else set()) | ({"even"} if even else set())
        if missing := sorted(wanted - known):
            raise UnusableHouseStyle("missing_header", ", ".join(missing))
    if not headers:
        raise UnusableHouseStyle("missing_header", "default")
    return headers, footers


def _margins(document: etree._Element) -> tuple[Margins, int]:
    size, margin = document.find(f".//{w('pgSz')}"), document.find(f".//{w('pgMar')}")
    if size is None or margin is None:
        raise UnusableHouseStyle("not_a_word_file", "pgSz, pgMar")
    top, right, bottom, left = (int(margin.get(w(side), "0")) for side in ("top", "right", "bottom", "left"))
    return Margins(top=top, right=right, bottom=bottom, left=left), int(size.get(w("w"), "0")) - left - right


def _require(skeletons: Mapping[str, tuple[Piece, ...]], headers: list[str], styles: etree._Element) -> None:
    known = {place.tag for place in places(skeletons[DOCUMENT])}
    if missing := sorted(_NEEDED_PLACES - known):
        raise UnusableHouseStyle("missing_places", ", ".join(missing))
    named = {style.get(w("styleId"), "") for style in styles.iter(w("style"))}
    if lacking := sorted(set(STYLES_USED) - named):
        raise UnusableHouseStyle("missing_styles", ", ".join(lacking))
    for header in headers:
        marks = [place for place in places(skeletons[header]) if isinstance(place, Place) and place.tag == "concept"]
        # A concept that does not say so on each page could be taken for the council's word.
        if not any("CONCEPT" in mark.sample.upper() for mark in marks):
            raise UnusableHouseStyle("no_concept_mark", header)


def _name_and_version(parts: Mapping[str, bytes], data: bytes) -> tuple[str, str]:
    core = parts.get("docProps/core.xml")
    title = version = None
    if core is not None:
        root = parse_part(core)
        title, version = root.findtext(f"{{{DC}}}title"), root.findtext(f"{{{CORE}}}version")
    return title or "Huisstijl", version or hashlib.sha256(data).hexdigest()[:12]


def load_house_style(data: bytes) -> HouseStyle:
    """Read a house style from a Word file; raises UnusableHouseStyle when letters could not be made with it.

    Its name and version are the file's own properties "title" and "version"; without a version, a digest stands in.
    """
    parts = _read_parts(data)
    try:
        document = parse_part(parts[DOCUMENT])
        even = b"evenAndOddHeaders" in parts.get("word/settings.xml", b"")
        headers, footers = _header_parts(document, parse_part(parts[DOCUMENT_RELATIONS]), even=even)
        filled = (DOCUMENT, *dict.fromkeys((*headers, *footers)))
        skeletons = {name: parse_skeleton(parts[name]) for name in filled}
        styles = with_second_level(parse_part(parts["word/styles.xml"]))
        parts["word/styles.xml"] = (PROLOGUE + etree.tostring(styles, encoding="unicode")).encode()
        name, version = _name_and_version(parts, data)
        margins, width = _margins(document)
    except (etree.XMLSyntaxError, KeyError, ValueError) as error:
        raise UnusableHouseStyle("not_a_word_file", str(error)) from error
    if document.nsmap.get("w") != W:
        raise UnusableHouseStyle("no_prefix", "w")
    _require(skeletons, headers, styles)
    relations = {f"word/_rels/{part.removeprefix('word/')}.rels" for part in filled if _has_logo(skeletons[part])}
    changing = set(filled) | relations | _WRITTEN
    return HouseStyle(
        name=name,
        version=version,
        data=data,
        margins=margins,
        text_width=width,
        skeletons=skeletons,
        relations={part: parts.get(part, b"") for part in sorted(relations)},
        fixed=write_package({part: content for part, content in with_mark_place(parts).items() if part not in changing}),
    )


def _has_logo(pieces: tuple[Piece, ...]) -> bool:
    return any(isinstance(place, BlockPlace) and place.tag == "logo" for place in places(pieces))
