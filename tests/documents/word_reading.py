"""Reads a Word file back for the tests, through python-docx and the XML below it."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.document import Document
from lxml import etree

from orapp.documents.namespaces import w


def reopened(data: bytes) -> Document:
    """The file as python-docx reads it."""
    return docx.Document(io.BytesIO(data))


def body_of(data: bytes) -> etree._Element:
    """The body of the main part."""
    body = part_of(data, "word/document.xml").find(w("body"))
    assert body is not None
    return body


def part_of(data: bytes, name: str) -> etree._Element:
    """One part of the package, parsed."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def part_names(data: bytes) -> list[str]:
    """The parts of the package, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.namelist()


def text_of(element: etree._Element) -> str:
    """The text under an element, with its breaks and tabs."""
    signs = {w("br"): "\n", w("tab"): "\t"}
    found = (child for run in element.iter(w("r")) for child in run)
    return "".join(child.text or "" if child.tag == w("t") else signs.get(str(child.tag), "") for child in found)


def paragraph_texts(data: bytes) -> list[str]:
    """The text of each paragraph of the body, in order, also in tables."""
    return [text_of(paragraph) for paragraph in body_of(data).iter(w("p"))]


def controls(root: etree._Element) -> dict[str, str]:
    """The text of each content control, by its tag."""
    found: dict[str, str] = {}
    for control in root.iter(w("sdt")):
        tag = control.find(f"{w('sdtPr')}/{w('tag')}")
        assert tag is not None
        name = tag.get(w("val"), "")
        assert name not in found
        found[name] = text_of(control)
    return found


def bookmarks(data: bytes) -> dict[str, str]:
    """The text of the paragraph in which each of our bookmarks begins, by its name."""
    found: dict[str, str] = {}
    for start in body_of(data).iter(w("bookmarkStart")):
        name = start.get(w("name"), "")
        if name.startswith("_orapp_"):
            found[name] = text_of(next(start.iterancestors(w("p"))))
    return found
