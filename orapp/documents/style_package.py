"""Opens a Word file that somebody brought, without trusting it: bounded in size, nothing followed, no entity resolved."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from orapp.documents.house_style import UnusableHouseStyle
from orapp.documents.namespaces import RELATIONSHIPS

MEBIBYTE: Final = 1024 * 1024
MOST_BYTES: Final = 25 * MEBIBYTE
MOST_PARTS: Final = 2000
MOST_UNPACKED: Final = 200 * MEBIBYTE
MOST_XML: Final = 12 * MEBIBYTE
MOST_PICTURE: Final = 8 * MEBIBYTE
# Text packs to a twentieth, a white picture to a hundredth; beyond this, and large, it was made to fill a disk.
MOST_RATIO: Final = 200
SMALL: Final = 4 * MEBIBYTE

_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_OTHERS: Final = ((b"%PDF", "PDF"), (b"{\\rtf", "RTF"), (b"<!DOCTYPE", "HTML"), (b"<html", "HTML"), (b"<?xml", "XML"))
_MIME: Final = "mimetype"
_DIRECTORY_ENTRY: Final = b"PK\x01\x02"
_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_DECLARED: Final = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING: Final = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
_PLAIN_ENCODINGS: Final = frozenset({b"utf-8", b"us-ascii", b"ascii", b"utf-16"})
_MAIN_KINDS: Final = ("wordprocessingml.document", "wordprocessingml.template", "ms-word.document", "ms-word.template")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One relation of a part: what kind (the last word of its type), and to which part; outside this file it is external."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtPackage:
    """A Word file that was brought: the names of its parts, and the reader of them. `main` is the part with the text."""

    data: bytes = field(repr=False)
    names: Mapping[str, str] = field(repr=False)
    main: str
    kind: str

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name.casefold() in self.names

    def xml(self, name: str) -> etree._Element:
        """The tree of a part without comments and processing instructions. Raises UnusableHouseStyle."""
        return parse_foreign(name, self._read(name, MOST_XML))

    def picture(self, name: str) -> bytes:
        """The bytes of a picture, empty where it is larger than a letterhead can use. Raises UnusableHouseStyle when damaged."""
        data = self._read(name, MOST_PICTURE, refuse=False)
        return b"" if len(data) > MOST_PICTURE else data

    def relations(self, part: str) -> Mapping[str, Relation]:
        """The relations of a part by id; none where it has none."""
        folder, name = posixpath.split(part)
        where = posixpath.join(folder, "_rels", f"{name}.rels")
        return relations_in(self.xml(where), folder) if self.has(where) else {}

    def _read(self, name: str, most: int, *, refuse: bool = True) -> bytes:
        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as package, package.open(self.names[name.casefold()]) as part:
                data = part.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError, OSError) as error:
            raise UnusableHouseStyle("damaged", name) from error
        if len(data) > most and refuse:
            raise UnusableHouseStyle("part_too_large", name)
        return data


def relations_in(root: etree._Element, folder: str) -> dict[str, Relation]:
    """The relations in a part for them, with targets as names of parts."""
    found: dict[str, Relation] = {}
    for row in root.iter(f"{{{RELATIONSHIPS}}}Relationship"):
        target = row.get("Target", "")
        external = row.get("TargetMode") == "External" or "://" in target or target.startswith("\\\\")
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[row.get("Id", "")] = Relation(kind=row.get("Type", "").rsplit("/", 1)[-1], target=target, external=external)
    return found


def parse_foreign(name: str, data: bytes) -> etree._Element:
    """Parse what somebody else wrote; raises UnusableHouseStyle for entities, other encodings and broken XML.

    OPC (ISO/IEC 29500-2, 8.1.4) allows no document type in a part, and UTF-8 or UTF-16 alone.
    """
    text = data
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            text = data.decode("utf-16").encode()
        except UnicodeError as error:
            raise UnusableHouseStyle("damaged", name) from error
    elif b"\x00" in data:
        raise UnusableHouseStyle("damaged", name)
    text = text.removeprefix(b"\xef\xbb\xbf").lstrip()
    stated = _ENCODING.match(text)
    if stated is not None and stated.group(1).lower() not in _PLAIN_ENCODINGS:
        raise UnusableHouseStyle("damaged", name)
    if _DECLARED.search(text):
        raise UnusableHouseStyle("entities", name)
    if _STRICT in text[:4096] and b"wordprocessingml" in text[:4096]:
        raise UnusableHouseStyle("strict", name)
    if stated is not None:
        # It was turned into UTF-8 above, or is that already.
        text = text.partition(b"?>")[2]
    try:
        return etree.fromstring(text, _parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnusableHouseStyle("damaged", name) from error


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )


def open_package(data: bytes) -> BroughtPackage:
    """Look at the outside of a file; raises UnusableHouseStyle with the reason for what is no Word file to work with."""
    if len(data) > MOST_BYTES:
        raise UnusableHouseStyle("too_large", str(MOST_BYTES // MEBIBYTE))
    if data.startswith(_COMPOUND):
        raise UnusableHouseStyle("encrypted" if _ENCRYPTED in data else "old_word")
    for start, what in _OTHERS:
        if data[:512].lstrip().lower().startswith(start.lower()):
            raise UnusableHouseStyle("other_format", what)
    if not data.startswith(b"PK"):
        raise UnusableHouseStyle("not_a_word_file")
    if data.count(_DIRECTORY_ENTRY) > 2 * MOST_PARTS:
        raise UnusableHouseStyle("too_many_parts", str(MOST_PARTS))
    names = _names(data)
    outside = BroughtPackage(data=data, names=names, main="", kind="")
    if not outside.has("[Content_Types].xml"):
        if _MIME in names:
            raise UnusableHouseStyle("other_format", "OpenDocument")
        raise UnusableHouseStyle("not_a_word_file")
    if not outside.has("_rels/.rels"):
        raise UnusableHouseStyle("not_a_word_file", "_rels/.rels")
    starts = [one.target for one in relations_in(outside.xml("_rels/.rels"), "").values() if one.kind == "officeDocument"]
    if len(starts) != 1 or not outside.has(starts[0]):
        raise UnusableHouseStyle("not_a_word_file", "officeDocument")
    kind = _kind_of(outside.xml("[Content_Types].xml"), starts[0])
    if not any(known in kind for known in _MAIN_KINDS):
        raise UnusableHouseStyle("other_format", kind.rsplit(".", 2)[-2] if kind.count(".") > 1 else kind)
    return BroughtPackage(data=data, names=names, main=starts[0], kind=kind)


def _names(data: bytes) -> dict[str, str]:
    """The names of the parts by how they are looked up; refuses what was made to do harm, before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = [entry for entry in package.infolist() if not entry.is_dir()]
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise UnusableHouseStyle("not_a_word_file") from error
    if len(entries) > MOST_PARTS:
        raise UnusableHouseStyle("too_many_parts", str(MOST_PARTS))
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise UnusableHouseStyle("encrypted")
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MOST_UNPACKED or (unpacked > SMALL and unpacked > MOST_RATIO * max(1, len(data))):
        raise UnusableHouseStyle("bomb", str(unpacked // MEBIBYTE))
    names: dict[str, str] = {}
    for entry in entries:
        name = entry.filename.replace("\\", "/")
        if name.startswith("/") or ".." in name.split("/") or ":" in name or name.casefold() in names:
            raise UnusableHouseStyle("damaged", name[:80])
        names[name.casefold()] = entry.filename
    return names


def _kind_of(types: etree._Element, part: str) -> str:
    for row in types:
        if row.get("PartName", "").lstrip("/").casefold() == part.casefold():
            return row.get("ContentType", "")
    extension = part.rsplit(".", 1)[-1].casefold()
    return next((row.get("ContentType", "") for row in types if row.get("Extension", "").casefold() == extension), "")
