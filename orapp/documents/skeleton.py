"""A part of a house style, read once: fixed stretches of XML with the places to fill between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from orapp.documents.namespaces import w

TAG_PREFIX: Final = "orapp."
ROW_TAGS: Final = frozenset({"reference.label", "reference.value"})
BLOCK_TAGS: Final = frozenset({"body", "signatures", "annexes", "copies", "logo"})

_MARK = re.compile(r"<\?orapp ([a-z]+) ?([a-z0-9._]*)\?>")
_DECLARED = re.compile(r' xmlns(?::\w+)?="[^"]*"')
_OWN_NUMBERS: Final = tuple(f"{{http://schemas.microsoft.com/office/word/2010/wordml}}{name}" for name in ("paraId", "textId"))
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One value in a line: which (`tag`, without prefix), how it is called, and its run properties as XML."""

    tag: str
    alias: str
    look: str
    sample: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockPlace:
    """Where whole paragraphs or tables come: the body, the signatures, the annexes."""

    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionalLine:
    """A paragraph that is left out when all of its places are empty."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatedRow:
    """A table row that comes once for each reference line."""

    pieces: tuple[Piece, ...]


Piece = str | Place | BlockPlace | OptionalLine | RepeatedRow


def places(pieces: tuple[Piece, ...]) -> Iterator[Place | BlockPlace]:
    """Every place of a skeleton, also in optional lines and repeated rows."""
    for piece in pieces:
        match piece:
            case Place() | BlockPlace():
                yield piece
            case OptionalLine() | RepeatedRow():
                yield from places(piece.pieces)
            case _:
                pass


def parse_part(xml: bytes) -> etree._Element:
    """Give the tree of a part; no entity is expanded and nothing is fetched. Raises XMLSyntaxError."""
    return etree.fromstring(xml, _PARSER)


def _value(element: etree._Element | None) -> str:
    return "" if element is None else element.get(w("val"), "")


def _ancestor(element: etree._Element, name: str) -> etree._Element | None:
    return next(element.iterancestors(w(name)), None)


def _mark(kind: str, name: str = "") -> etree._Element:
    return etree.ProcessingInstruction("orapp", f"{kind} {name}".strip())


def _replace(old: etree._Element, new: etree._Element) -> None:
    parent = old.getparent()
    if parent is not None:
        new.tail = old.tail
        parent.replace(old, new)


def _mark_block(element: etree._Element, tag: str) -> None:
    """Put a mark in place of an element; a cell that would end with it gets a paragraph to end with."""
    parent = element.getparent()
    if parent is not None and parent.tag == w("tc") and parent[-1] is element:
        element.addnext(etree.Element(w("p")))
    _replace(element, _mark("block", tag))


def _unwrap(control: etree._Element, mark: etree._Element) -> etree._Element:
    """Word may set a control around a whole paragraph or cell: give that paragraph, freed of it, with only the mark in it."""
    paragraph = next(control.iter(w("p")), None)
    content = control.find(w("sdtContent"))
    parent = control.getparent()
    if paragraph is None or content is None or parent is None:
        raise ValueError(etree.QName(control).localname)
    for child in paragraph:
        if child.tag != w("pPr"):
            paragraph.remove(child)
    paragraph.append(mark)
    for child in list(content):
        control.addprevious(child)
    parent.remove(control)
    return paragraph


def _place_of(control: etree._Element, tag: str) -> Place:
    look = control.find(f"{w('sdtContent')}//{w('r')}/{w('rPr')}")
    text = "".join(found.text or "" for found in control.iter(w("t")))
    xml = "" if look is None else _DECLARED.sub("", etree.tostring(look, encoding="unicode", with_tail=False))
    alias = _value(control.find(f"{w('sdtPr')}/{w('alias')}"))
    return Place(tag=tag, alias=alias or tag, look=xml, sample=text)


def _may_go(paragraph: etree._Element) -> bool:
    """A cell must end with a paragraph, so the last one of a cell stays, empty."""
    parent = paragraph.getparent()
    return parent is None or parent.tag != w("tc") or parent[-1] is not paragraph


def parse_skeleton(xml: bytes) -> tuple[Piece, ...]:
    """Give the pieces of a part of a house style. Raises XMLSyntaxError for what is not XML, ValueError for an empty control."""
    root = parse_part(xml)
    for element in root.iter(w("p"), w("tr")):
        # Word's own numbers of paragraphs and rows must not come twice, and a row may be repeated.
        for name in _OWN_NUMBERS:
            element.attrib.pop(name, "")
    found: list[Place] = []
    paragraphs: dict[etree._Element, None] = {}
    rows: dict[etree._Element, None] = {}
    for control in list(root.iter(w("sdt"))):
        tag = _value(control.find(f"{w('sdtPr')}/{w('tag')}"))
        if not tag.startswith(TAG_PREFIX):
            continue
        tag = tag.removeprefix(TAG_PREFIX)
        paragraph = _ancestor(control, "p")
        if tag in BLOCK_TAGS:
            _mark_block(control if paragraph is None else paragraph, tag)
            continue
        found.append(_place_of(control, tag))
        mark = _mark("place", str(len(found) - 1))
        if paragraph is None:
            paragraph = _unwrap(control, mark)
        else:
            _replace(control, mark)
        row = _ancestor(paragraph, "tr") if tag in ROW_TAGS else None
        if row is not None:
            rows[row] = None
        elif _may_go(paragraph):
            paragraphs[paragraph] = None
    for kind, elements in (("line", paragraphs), ("row", rows)):
        for element in elements:
            element.addprevious(_mark(kind))
            element.addnext(_mark("end"))
    return _split(etree.tostring(root, encoding="unicode"), tuple(found))


def _split(xml: str, found: tuple[Place, ...]) -> tuple[Piece, ...]:
    open_groups: list[tuple[str, list[Piece]]] = [("", [])]
    at = 0
    for mark in _MARK.finditer(xml):
        if mark.start() > at:
            open_groups[-1][1].append(xml[at : mark.start()])
        at = mark.end()
        kind, name = mark.groups()
        match kind:
            case "place":
                open_groups[-1][1].append(found[int(name)])
            case "block":
                open_groups[-1][1].append(BlockPlace(tag=name))
            case "end":
                group, pieces = open_groups.pop()
                inner = tuple(pieces)
                open_groups[-1][1].append(OptionalLine(pieces=inner) if group == "line" else RepeatedRow(pieces=inner))
            case _:
                open_groups.append((kind, []))
    open_groups[-1][1].append(xml[at:])
    return tuple(open_groups[-1][1])
