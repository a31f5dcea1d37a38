"""Opens a Word file that came back: bounded, nothing fetched, nothing run; what is no Word file is refused with the remedy."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from typing import Final

from lxml import etree

from orapp.documents.mark_part import PART as MARK
from orapp.documents.mark_part import read_mark
from orapp.documents.namespaces import RELATIONSHIPS, W
from orapp.documents.skeleton import parse_part
from orapp.letters.letter_mark import LetterMark
from orapp.services.failures import Refusal

MOST_BYTES: Final = 64 * 1024 * 1024
_MOST_PART: Final = 32 * 1024 * 1024
_MOST_ENTRIES: Final = 4000
_ZIP: Final = b"PK"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SEALED: Final = "EncryptedPackage".encode("utf-16-le")
_STRICT: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_STRICT_RELATIONS: Final = b"http://purl.oclc.org/ooxml/officeDocument/relationships"
_RELATIONS: Final = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN: Final = "word/document.xml"
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


def not_word(reason: str) -> Refusal:
    """The refusal of a file: "damaged", "sealed", "old_word", "open_document", "rich_text", "pdf", "too_large" or "other"."""
    return Refusal(f"documents.returned.{reason}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedPackage:
    """The parts of a Word file that reading back needs. `macros` says that there is a program in it; it is never run."""

    document: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None
    comments: etree._Element | None
    program: str
    macros: bool


def require_package(data: bytes) -> None:
    """Raise Refusal("documents.returned.…") for what is no package of Word, by its first bytes."""
    if len(data) > MOST_BYTES:
        raise not_word("too_large")
    if data.startswith(_OLE):
        raise not_word("sealed" if _SEALED in data else "old_word")
    if data.startswith(b"{\\rtf"):
        raise not_word("rich_text")
    if data.startswith(b"%PDF"):
        raise not_word("pdf")
    if not data.startswith(_ZIP):
        raise not_word("other" if data else "damaged")


class _Package:
    """An open zip of which only what is asked is read, and never more than fits."""

    def __init__(self, data: bytes) -> None:
        require_package(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = frozenset(self._zip.namelist())
        except _BROKEN as error:
            raise not_word("damaged") from error
        if len(self.names) > _MOST_ENTRIES:
            raise not_word("too_large")
        if "mimetype" in self.names and "content.xml" in self.names:
            raise not_word("open_document")
        if "[Content_Types].xml" not in self.names:
            raise not_word("other")

    def read(self, name: str) -> bytes:
        try:
            entry = self._zip.getinfo(name)
            if entry.flag_bits & 1:
                raise not_word("sealed")
            with self._zip.open(entry) as part:
                found = part.read(_MOST_PART + 1)
        except KeyError as error:
            raise not_word("damaged") from error
        except _BROKEN as error:
            raise not_word("damaged") from error
        if len(found) > _MOST_PART:
            raise not_word("too_large")
        return found

    def tree(self, name: str) -> etree._Element:
        """The tree of a part, in the vocabulary of the transitional form. A part with a DTD is refused: Word writes none."""
        data = self.read(name)
        if _STRICT in data or _STRICT_RELATIONS in data:
            data = data.replace(_STRICT, W.encode()).replace(_STRICT_RELATIONS, _RELATIONS)
        try:
            root = parse_part(data)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise not_word("damaged") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise not_word("damaged")
        return root

    def related(self, source: str) -> dict[str, str]:
        """The parts that a part points at inside the package, by the last word of their kind; the first of each kind counts."""
        name = posixpath.join(posixpath.dirname(source), "_rels", f"{posixpath.basename(source)}.rels")
        found: dict[str, str] = {}
        if name not in self.names:
            return found
        for row in self.tree(name).iter(f"{{{RELATIONSHIPS}}}Relationship"):
            if row.get("TargetMode") == "External":
                continue
            target = row.get("Target", "")
            full = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target)).lstrip("/")
            if full in self.names:
                found.setdefault(row.get("Type", "").rpartition("/")[2], full)
        return found

    def optional(self, name: str | None) -> etree._Element | None:
        return self.tree(name) if name is not None and name in self.names else None


def open_returned(data: bytes) -> ReturnedPackage:
    """The parts of a Word file. Raises Refusal("documents.returned.…") for what cannot be read, saying what to do."""
    package = _Package(data)
    top = package.related("")
    main = top.get("officeDocument", _MAIN)
    if main not in package.names:
        raise not_word("other")
    document = package.tree(main)
    if document.tag != f"{{{W}}}document":
        raise not_word("other")
    beside = package.related(main)
    properties = package.optional(top.get("extended-properties"))
    return ReturnedPackage(
        document=document,
        styles=package.optional(beside.get("styles")),
        numbering=package.optional(beside.get("numbering")),
        comments=package.optional(beside.get("comments")),
        program=_program(properties),
        macros=any(name.endswith("vbaProject.bin") for name in package.names),
    )


def mark_in(data: bytes) -> LetterMark | None:
    """The mark that a Word file carries, or None. Raises Refusal("documents.returned.…")."""
    package = _Package(data)
    name = package.related("").get("custom-properties", MARK)
    if name not in package.names:
        return None
    try:
        return read_mark(package.read(name))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise not_word("damaged") from error


def _program(properties: etree._Element | None) -> str:
    """Which program wrote the file, with its version: "Microsoft Office Word 16.0000"."""
    if properties is None:
        return ""
    words = {etree.QName(child).localname: child.text or "" for child in properties if isinstance(child.tag, str)}
    return " ".join(part for part in (words.get("Application", ""), words.get("AppVersion", "")) if part)[:100]
