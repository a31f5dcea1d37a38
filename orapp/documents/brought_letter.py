"""A Word file that was brought as house style, read and cleaned: its styles, its page, and what stands at the edges."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from orapp.documents.house_style import UnusableHouseStyle
from orapp.documents.namespaces import R, W, w
from orapp.documents.style_cleaning import PIC, VML, Cleaner, Findings, Pictures
from orapp.documents.style_package import BroughtPackage, open_package
from orapp.documents.style_places import placeholders_for_controls, tags_in
from orapp.documents.style_reading import BroughtStyles, number, read_styles, value_of

KINDS: Final = ("first", "default", "even")
LEAST_WIDTH: Final = 4500
LEAST_HEIGHT: Final = 5000
# Blocks at the top of the text in which a letterhead may stand.
_LETTERHEAD_BLOCKS: Final = 10
_A4: Final = (11906, 16838)
_USUAL_MARGIN: Final = 1417
_MOST_TWIPS: Final = 31680
_PARTS: Final = (
    ("macros", re.compile(r"vba(project|data)|\.bin$.*vba", re.IGNORECASE)),
    ("embedded", re.compile(r"/embeddings/", re.IGNORECASE)),
    ("active_controls", re.compile(r"/activex/.*\.xml$", re.IGNORECASE)),
    ("ribbon", re.compile(r"^customui/|/customui", re.IGNORECASE)),
    ("fonts", re.compile(r"\.odttf$|/fonts/", re.IGNORECASE)),
    ("remarks", re.compile(r"/comments\.xml$", re.IGNORECASE)),
    ("building_blocks", re.compile(r"/glossary/document\.xml$", re.IGNORECASE)),
    ("custom_data", re.compile(r"^customxml/item\d+\.xml$", re.IGNORECASE)),
    ("alt_chunk", re.compile(r"\.(mht|html?|rtf|docx)$", re.IGNORECASE)),
)
_LINKS: Final = {
    "attachedTemplate": "attached_template",
    "hyperlink": "links",
    "image": "linked_pictures",
    "oleObject": "embedded",
    "subDocument": "alt_chunk",
    "frame": "links",
    "aFChunk": "alt_chunk",
    "mailMergeSource": "mail_merge",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The paper of the file, in twips: size, white around the text, distance of header and footer from the edge."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int
    footer: int


@dataclass(slots=True)
class Edge:
    """The cleaned content of a header or footer, and the pictures that it needs by relation."""

    blocks: list[etree._Element]
    relations: dict[str, str]

    @property
    def text(self) -> str:
        """What can be read there."""
        return " ".join(" ".join(_text(block) for block in self.blocks).split())

    @property
    def pictures(self) -> int:
        """How many pictures stand there."""
        return sum(1 for block in self.blocks for _ in block.iter(f"{{{PIC}}}pic", f"{{{VML}}}imagedata"))

    @property
    def has_page_number(self) -> bool:
        """Whether the number of the page stands there."""
        return any("PAGE" in (code.text or "").upper().split() for block in self.blocks for code in block.iter(w("instrText")))

    @property
    def is_empty(self) -> bool:
        """Whether nobody would see anything there."""
        drawn = any(True for block in self.blocks for _ in block.iter(w("drawing"), w("pict")))
        return not drawn and not self.text and not self.has_page_number


@dataclass(slots=True)
class BroughtLetter:
    """Everything that a template is made of. `letterhead` is what stands at the top of the text itself.

    `frame` is the whole text, where it marks the places of a letter itself (`places`).
    """

    package: BroughtPackage
    styles: BroughtStyles
    numbering: etree._Element | None
    sheet: Sheet
    findings: Findings
    pictures: Pictures
    used: Counter[str]
    headers: dict[str, Edge] = field(default_factory=dict)
    footers: dict[str, Edge] = field(default_factory=dict)
    first_differs: bool = False
    even_differs: bool = False
    letterhead: Edge = field(default_factory=lambda: Edge([], {}))
    frame: Edge | None = None
    places: tuple[str, ...] = ()
    program: str = ""
    tab_stop: int = 709


def read_letter(data: bytes) -> BroughtLetter:
    """Read a Word file; raises UnusableHouseStyle with the place for one that cannot be a house style."""
    package = open_package(data)
    document = package.xml(package.main)
    body = document.find(w("body"))
    if document.tag != w("document") or body is None:
        raise UnusableHouseStyle("damaged", package.main)
    related = package.relations(package.main)
    parts = {one.kind: one.target for one in related.values() if not one.external and package.has(one.target)}
    if "styles" not in parts:
        raise UnusableHouseStyle("no_styles")
    theme = package.xml(parts["theme"]) if "theme" in parts else None
    styles = read_styles(package.xml(parts["styles"]), theme)
    if not styles.default:
        raise UnusableHouseStyle("no_styles")
    findings, pictures = Findings(), Pictures()
    settings = package.xml(parts["settings"]) if "settings" in parts else None
    _outside(package, parts, findings)
    section = _section(document)
    letter = BroughtLetter(
        package=package,
        styles=styles,
        numbering=package.xml(parts["numbering"]) if "numbering" in parts else None,
        sheet=_sheet(section, findings),
        findings=findings,
        pictures=pictures,
        used=Counter(value_of(style) for style in body.iter(w("pStyle"), w("tblStyle"))),
        first_differs=section is not None and _is_on(section.find(w("titlePg"))),
        program=_program(package),
    )
    letter.used[styles.default] += sum(
        1 for paragraph in body.iter(w("p")) if paragraph.find(f"{w('pPr')}/{w('pStyle')}") is None
    )
    if settings is not None:
        _read_settings(letter, settings)
    _read_edges(letter, section)
    _read_body(letter, body)
    return letter


def _outside(package: BroughtPackage, parts: dict[str, str], findings: Findings) -> None:
    """What the names of the parts and their links tell, without opening them."""
    if "macroenabled" in package.kind.casefold():
        findings.add("macros", count=0)
    for name in package.names.values():
        for code, pattern in _PARTS:
            if pattern.search(name):
                findings.add(code, "" if code == "custom_data" else name.rsplit("/", 1)[-1])
    for part in (package.main, parts.get("settings", "")):
        for relation in package.relations(part).values() if part else ():
            if relation.external:
                findings.add(_LINKS.get(relation.kind, "links"), relation.target.replace("\\", "/").rsplit("/", 1)[-1])


def _section(document: etree._Element) -> etree._Element | None:
    """The first section that has a header or footer of its own, else the first."""
    sections = list(document.iter(w("sectPr")))
    with_edges = [
        one for one in sections if one.find(w("headerReference")) is not None or one.find(w("footerReference")) is not None
    ]
    return next(iter([*with_edges, *sections]), None)


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and element.get(w("val"), "true") not in {"0", "false", "off"}


def _sheet(section: etree._Element | None, findings: Findings) -> Sheet:
    size = None if section is None else section.find(w("pgSz"))
    margin = None if section is None else section.find(w("pgMar"))

    def twips(element: etree._Element | None, name: str, usual: int) -> int:
        value = number(element.get(w(name), ""), usual) if element is not None else usual
        return round(max(-_MOST_TWIPS, min(_MOST_TWIPS, value)))

    if section is not None:
        columns = section.find(w("cols"))
        if columns is not None and number(columns.get(w("num"), "1"), 1) > 1:
            findings.add("columns")
        if section.find(w("pgBorders")) is not None:
            findings.add("page_borders")
    gutter = max(0, twips(margin, "gutter", 0))
    sheet = Sheet(
        width=twips(size, "w", _A4[0]),
        height=twips(size, "h", _A4[1]),
        top=twips(margin, "top", _USUAL_MARGIN),
        right=max(0, twips(margin, "right", _USUAL_MARGIN)),
        bottom=twips(margin, "bottom", _USUAL_MARGIN),
        left=max(0, twips(margin, "left", _USUAL_MARGIN)) + gutter,
        header=max(0, twips(margin, "header", 708)),
        footer=max(0, twips(margin, "footer", 708)),
    )
    width, height = sheet.width - sheet.left - sheet.right, sheet.height - abs(sheet.top) - abs(sheet.bottom)
    if width < LEAST_WIDTH or height < LEAST_HEIGHT:
        raise UnusableHouseStyle("page_too_small", f"{round(width / 56.7)} x {round(height / 56.7)} mm")
    return sheet


def _program(package: BroughtPackage) -> str:
    if not package.has("docProps/app.xml"):
        return ""
    found = [one.text or "" for one in package.xml("docProps/app.xml").iter("{*}Application")]
    return found[0].split("$")[0].split("/")[0].strip()[:60] if found else ""


def _read_settings(letter: BroughtLetter, settings: etree._Element) -> None:
    letter.even_differs = _is_on(settings.find(w("evenAndOddHeaders")))
    for name, code in (("documentProtection", "protection"), ("mailMerge", "mail_merge")):
        if settings.find(w(name)) is not None:
            letter.findings.add(code)
    stop = settings.find(w("defaultTabStop"))
    letter.tab_stop = round(max(100, min(4000, number(value_of(stop), 709))))


def _read_edges(letter: BroughtLetter, section: etree._Element | None) -> None:
    related = letter.package.relations(letter.package.main)
    if section is None:
        return
    for reference in section.iter(w("headerReference"), w("footerReference")):
        relation = related.get(reference.get(f"{{{R}}}id", ""))
        kind = reference.get(w("type"), "default")
        edges = letter.headers if reference.tag == w("headerReference") else letter.footers
        if relation is None or relation.external or not letter.package.has(relation.target) or kind not in KINDS:
            continue
        root = letter.package.xml(relation.target)
        if root.tag not in {w("hdr"), w("ftr")}:
            raise UnusableHouseStyle("damaged", relation.target)
        edges[kind] = _cleaned(letter, root, relation.target)


def _cleaned(letter: BroughtLetter, root: etree._Element, part: str) -> Edge:
    placeholders_for_controls(root)
    cleaner = Cleaner(letter.package, part, letter.findings, letter.pictures, prefix="rIdBeeld")
    cleaner.clean(root)
    return Edge([child for child in root if child.tag in {w("p"), w("tbl")}], cleaner.relations)


def _read_body(letter: BroughtLetter, body: etree._Element) -> None:
    placeholders_for_controls(body)
    tags = tags_in(body)
    if "body" in tags:
        letter.places = tags
        letter.frame = _cleaned(letter, body, letter.package.main)
        return
    blocks = [child for child in body if child.tag in {w("p"), w("tbl"), w("sdt")}]
    written = sum(1 for block in body.iter(w("p")) if _text(block).strip())
    first = letter.headers.get("first" if letter.first_differs else "default")
    pictured = [
        place
        for place, block in enumerate(blocks[:_LETTERHEAD_BLOCKS])
        if next(block.iter(w("drawing"), w("pict")), None) is not None
    ]
    if pictured and (first is None or not first.pictures):
        head = etree.Element(w("body"), nsmap={"w": W})
        head.extend(blocks[: pictured[-1] + 1])
        letter.letterhead = _cleaned(letter, head, letter.package.main)
        written -= sum(1 for block in letter.letterhead.blocks if _text(block).strip())
    if written > 0:
        letter.findings.add("sample_text", count=written)


def _text(block: etree._Element) -> str:
    return "".join(part.text or "" for part in block.iter(w("t")))
