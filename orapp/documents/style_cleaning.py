"""Takes out of a brought header, footer or letterhead what a template must not hold, and says what that was.

What stays is named here; everything else goes: macros, embedded objects, links to elsewhere, fields that fetch, remarks of
others. Nothing is followed and nothing is run.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from orapp.documents.namespaces import DECLARATIONS, R, W, w
from orapp.documents.style_order import tidy, words
from orapp.documents.style_package import BroughtPackage, Relation
from orapp.domain.council_styles import Removal

WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
VML: Final = "urn:schemas-microsoft-com:vml"
OFFICE: Final = "urn:schemas-microsoft-com:office:office"
W10: Final = "urn:schemas-microsoft-com:office:word"
MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WPS: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
WPG: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_KNOWN: Final = frozenset({W, WP, A, PIC, VML, OFFICE, W10, MC, WPS, WPG})
_SHAPES: Final = {"wps": WPS, "wpg": WPG}
ROOT_DECLARATIONS: Final = (
    f'{DECLARATIONS} xmlns:wp="{WP}" xmlns:a="{A}" xmlns:pic="{PIC}" xmlns:w10="{W10}" xmlns:mc="{MC}" xmlns:wps="{WPS}" '
    f'xmlns:wpg="{WPG}"'
)

_KEPT: Final = words(
    "p tbl tr tc r t tab br cr noBreakHyphen softHyphen sym ptab drawing pict fldChar instrText txbxContent tblPr tblGrid "
    "gridCol pPr rPr trPr tcPr hdr ftr body"
)
_PROPERTIES: Final = words("pPr rPr tblPr trPr tcPr tblGrid")
_OPENED: Final = words("hyperlink smartTag customXml sdt sdtContent ins moveTo fldSimple dir bdo")
# What is taken out by its name, and how that is told; what is not named here is told as something unknown.
_TOLD: Final = {
    "object": "embedded",
    "control": "active_controls",
    "altChunk": "alt_chunk",
    "subDoc": "alt_chunk",
    "del": "tracked",
    "moveFrom": "tracked",
    "ins": "tracked",
    "moveTo": "tracked",
    "hyperlink": "links",
    "sdt": "controls",
    "commentReference": "remarks",
    "commentRangeStart": "remarks",
    "footnoteReference": "notes",
    "endnoteReference": "notes",
    "ruby": "unknown",
}
_SILENT: Final = words(
    "bookmarkStart bookmarkEnd proofErr permStart permEnd lastRenderedPageBreak smartTagPr sdtPr sdtEndPr customXmlPr "
    "commentRangeEnd annotationRef smartTag customXml sdtContent fldSimple dir bdo sectPr delText"
)
_FIELDS: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"})
_INSTRUCTION = re.compile(r"[A-Za-z]+")
_PLACES: Final = (f"{{{R}}}embed", f"{{{R}}}id", f"{{{R}}}pict", f"{{{R}}}link", f"{{{R}}}href")
_LINKING: Final = frozenset({"href", "src", "action", "target"})
_PICTURES: Final = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"\xd7\xcd\xc6\x9a", "wmf"),
    (b"\x01\x00\x00\x00", "emf"),
)
PICTURE_TYPES: Final = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tiff": "image/tiff",
    "wmf": "image/x-wmf",
    "emf": "image/x-emf",
}


@dataclass(slots=True)
class Findings:
    """What was taken out so far: how often by code, and which names belong to it."""

    counts: Counter[str] = field(default_factory=Counter)
    names: dict[str, dict[str, None]] = field(default_factory=dict)

    def add(self, code: str, name: str = "", count: int = 1) -> None:
        """One more of a kind."""
        self.counts[code] += count
        if name:
            self.names.setdefault(code, {})[name[:60]] = None

    def removals(self) -> tuple[Removal, ...]:
        """Everything as codes with fields, in the order of the code."""
        return tuple(
            Removal(
                code=f"style_removed.{code}",
                fields=(("count", str(count)), ("what", ", ".join(list(self.names.get(code, {}))[:8]))),
            )
            for code, count in sorted(self.counts.items())
        )


class Pictures:
    """The pictures that stay, each once, by the part in which they come."""

    def __init__(self) -> None:
        self.parts: dict[str, bytes] = {}

    def keep(self, data: bytes) -> str:
        """Give the part in which a picture stands, empty when it is no picture of a kind that Word shows."""
        kind = next((kind for start, kind in _PICTURES if data.startswith(start)), "")
        if not kind or (kind == "emf" and data[40:44] != b" EMF"):
            return ""
        name = f"word/media/huisstijl-{hashlib.sha256(data).hexdigest()[:16]}.{kind}"
        self.parts[name] = data
        return name


class Cleaner:
    """Cleans the content of one part; `relations` collects what its pictures need, by id."""

    def __init__(self, package: BroughtPackage, part: str, findings: Findings, pictures: Pictures, *, prefix: str) -> None:
        self._package = package
        self._brought = package.relations(part) if package.has(part) else {}
        self._findings = findings
        self._pictures = pictures
        self._prefix = prefix
        self.relations: dict[str, str] = {}

    def clean(self, root: etree._Element) -> None:
        """Take out, below an element, everything that must not stay; its properties are brought in order."""
        self._alternatives(root)
        self._elements(root)
        self._fields(root)
        self._places(root)
        tidy(root)
        self._describe(root)
        _fill_up(root)

    def _alternatives(self, root: etree._Element) -> None:
        """Of what newer programs write twice, shapes stay in both forms; else the older form is taken."""
        for element in list(root.iter(f"{{{MC}}}AlternateContent")):
            choice, fallback = element.find(f"{{{MC}}}Choice"), element.find(f"{{{MC}}}Fallback")
            needs = ("" if choice is None else choice.get("Requires", "")).split()
            nsmap = {} if choice is None else choice.nsmap
            if needs and all(nsmap.get(prefix) == _SHAPES.get(prefix) for prefix in needs):
                for other in list(element):
                    if other is not choice and other is not fallback:
                        element.remove(other)
                continue
            _open(element, fallback)

    def _elements(self, above: etree._Element) -> None:
        """What stands in a part that goes is not looked at any more."""
        for element in list(above):
            name = etree.QName(element)
            if name.namespace not in _KNOWN:
                above.remove(element)
            elif name.namespace == OFFICE and name.localname == "OLEObject":
                self._findings.add("embedded")
                above.remove(element)
            elif name.namespace != W or name.localname in _KEPT:
                if name.localname not in _PROPERTIES:
                    self._elements(element)
            elif name.localname in _OPENED:
                self._elements(element)
                self._element(element, name.localname)
            else:
                self._element(element, name.localname)

    def _element(self, element: etree._Element, name: str) -> None:
        if name in _OPENED:
            if name in _TOLD:
                self._findings.add(_TOLD[name])
            if name == "fldSimple":
                self._simple_field(element)
                return
            _open(element, element)
            return
        if name not in _SILENT and not name.endswith("Change"):
            code = _TOLD.get(name, "unknown")
            self._findings.add(code, name if code == "unknown" else "")
        _remove(element)

    def _simple_field(self, element: etree._Element) -> None:
        instruction = element.get(w("instr"), "")
        if _keyword(instruction) not in _FIELDS:
            self._findings.add("fields", _keyword(instruction))
            _open(element, element)
            return
        for kind, text in (("begin", ""), ("", instruction), ("separate", "")):
            run = etree.Element(w("r"))
            if text:
                code = etree.SubElement(run, w("instrText"))
                code.text = text
            else:
                etree.SubElement(run, w("fldChar"), {w("fldCharType"): kind})
            element.addprevious(run)
        end = etree.Element(w("r"))
        etree.SubElement(end, w("fldChar"), {w("fldCharType"): "end"})
        element.addnext(end)
        _open(element, element)

    def _fields(self, root: etree._Element) -> None:
        """Fields that count pages stay; of every other one its last result stays, as text."""
        for block in [root, *root.iter(w("txbxContent"))]:
            open_fields: list[tuple[list[etree._Element], list[str], list[bool]]] = []
            for element in list(block.iter(w("fldChar"), w("instrText"))):
                if element.tag == w("instrText"):
                    if open_fields:
                        open_fields[-1][0].append(element)
                        open_fields[-1][1].append(element.text or "")
                    else:
                        _remove(element)
                    continue
                kind = element.get(w("fldCharType"), "")
                if kind == "begin":
                    open_fields.append(([element], [], [False]))
                elif not open_fields:
                    _remove(element)
                else:
                    open_fields[-1][0].append(element)
                    if kind == "end":
                        marks, code, _ = open_fields.pop()
                        self._close_field(marks, "".join(code))
            for marks, code, _ in open_fields:
                self._close_field(marks, "".join(code), whole=False)

    def _close_field(self, marks: list[etree._Element], code: str, *, whole: bool = True) -> None:
        keyword = _keyword(code)
        if keyword in _FIELDS and whole:
            for mark in marks:
                for child in list(mark):
                    mark.remove(child)
            return
        self._findings.add("fields", keyword)
        for mark in marks:
            _remove(mark)

    def _places(self, root: etree._Element) -> None:
        """Pictures inside the file stay; whatever leads elsewhere goes."""
        for element in list(root.iter(etree.Element)):
            if etree.QName(element).localname in {"hlinkClick", "hlinkHover", "hlinkMouseOver"}:
                self._findings.add("links")
                _remove(element)
                continue
            if etree.QName(element).namespace in {VML, OFFICE} and _LINKING & set(element.attrib):
                self._findings.add("links")
                for name in _LINKING & set(element.attrib):
                    del element.attrib[name]
            for place in _PLACES:
                if place in element.attrib:
                    self._place(element, place, self._brought.get(str(element.attrib.pop(place))))

    def _place(self, element: etree._Element, place: str, relation: Relation | None) -> None:
        if relation is not None and relation.external:
            self._findings.add("linked_pictures", relation.target)
        elif relation is not None and relation.kind == "image" and self._package.has(relation.target):
            part = self._pictures.keep(self._package.picture(relation.target))
            if part and not place.endswith("}link"):
                number = next((key for key, kept in self.relations.items() if kept == part), "")
                number = number or f"{self._prefix}{len(self.relations) + 1}"
                self.relations[number] = part
                element.set(place, number)
                return
            self._findings.add("pictures", relation.target.rsplit("/", 1)[-1])
        if place in _PLACES[:4] and etree.QName(element).localname in {"blip", "imagedata", "fill", "stroke"}:
            _remove_picture(element)

    def _describe(self, root: etree._Element) -> None:
        """Every picture has a text for who cannot see it, and a number of its own in its part."""
        for number, drawn in enumerate(root.iter(f"{{{WP}}}docPr"), start=1001):
            drawn.set("id", str(number))
            for child in list(drawn):
                drawn.remove(child)
            holder = drawn.getparent()
            shows = holder is not None and next(holder.iter(f"{{{PIC}}}pic"), None) is not None
            if shows and not drawn.get("descr", "").strip():
                drawn.set("descr", "Beeld van de huisstijl")
        for shape in root.iter(f"{{{VML}}}shape"):
            if shape.find(f"{{{VML}}}imagedata") is not None and not shape.get("alt", "").strip():
                shape.set("alt", "Beeld van de huisstijl")


def rooted(name: str, children: list[etree._Element]) -> etree._Element:
    """Give a root of a part ("hdr", "ftr", "document") with the names that the builder writes, around these children."""
    root = etree.fromstring(f"<w:{name} {ROOT_DECLARATIONS}/>")
    for child in children:
        child.tail = None
        root.append(child)
    return root


def _keyword(code: str) -> str:
    found = _INSTRUCTION.search(code)
    return found.group(0).upper() if found is not None else ""


def _open(element: etree._Element, content: etree._Element | None) -> None:
    """Put what stands inside in the place of an element."""
    for child in [] if content is None else list(content):
        element.addprevious(child)
    _remove(element)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _remove_picture(element: etree._Element) -> None:
    """A shape without its picture is an empty frame: the whole drawing goes."""
    above = [one for one in element.iterancestors() if one.tag in {w("drawing"), w("pict")}]
    for outer in above[:1]:
        holder = next((one for one in outer.iterancestors() if one.tag == f"{{{MC}}}AlternateContent"), None)
        _remove(outer if holder is None else holder)


def _fill_up(root: etree._Element) -> None:
    """A cell, a text box and a part end with a paragraph; a shape that lost its drawing goes."""
    for element in list(root.iter(f"{{{MC}}}Choice", f"{{{MC}}}Fallback")):
        if len(element) == 0 and (outer := element.getparent()) is not None:
            _remove(outer)
    for holder in [*root.iter(w("tc")), *root.iter(w("txbxContent"))]:
        if len(holder) == 0 or holder[-1].tag != w("p"):
            etree.SubElement(holder, w("p"))
