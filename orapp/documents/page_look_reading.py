"""Reads from a template how its letters look on paper, for a preview that needs no office program."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from orapp.documents.brought_letter import BroughtLetter, Sheet, read_letter
from orapp.documents.house_style import STYLES_USED
from orapp.documents.namespaces import R, w
from orapp.documents.second_level import STYLE as SECOND
from orapp.documents.second_level import with_second_level
from orapp.documents.skeleton import BLOCK_TAGS, ROW_TAGS
from orapp.documents.style_cleaning import A
from orapp.documents.style_reading import BroughtStyles, number, value_of
from orapp.services.page_look import FrameLine, FrameRow, NumberLook, PageLook, PictureLook, RuleLook, TableLook, TextLook

_SIDES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")
_EMU_PER_POINT: Final = 12700
_TWIPS: Final = 20
_EIGHTHS: Final = 8
_LINE: Final = 240
_MOST_PICTURE: Final = 2_000_000
_PLACE: Final = re.compile(r"(\{[a-z_.]+\})")
_BODY: Final = "body"


def read_page_look(template: bytes) -> PageLook:
    """How letters in a template look. Raises UnusableHouseStyle for what is no Word file."""
    letter = read_letter(template)
    for style in with_second_level(letter.styles.root).iter(w("style")):
        letter.styles.by_id.setdefault(style.get(w("styleId"), ""), style)
    return _Reading(letter).whole()


class _Reading:
    def __init__(self, letter: BroughtLetter) -> None:
        self._letter = letter
        self._styles = letter.styles

    def whole(self) -> PageLook:
        letter, sheet = self._letter, self._letter.sheet
        opening, ending = self._around()
        first = "first" if letter.first_differs else "default"
        return PageLook(
            width=_points(sheet.width),
            height=_points(sheet.height),
            margins=_margins(sheet),
            head=_points(sheet.header),
            foot=_points(sheet.footer),
            styles=tuple(
                (name, self._text(name)) for name in (*STYLES_USED, SECOND) if name in self._styles.by_id and name != "Tabel"
            ),
            table=self._table("Tabel"),
            first_head=self._edge("headerReference", first),
            later_head=self._edge("headerReference", "default"),
            first_foot=self._edge("footerReference", first),
            later_foot=self._edge("footerReference", "default"),
            opening=opening,
            ending=ending,
        )

    # -- what stands around the text -----------------------------------------------------------------------------------

    def _edge(self, wanted: str, kind: str) -> tuple[FrameRow, ...]:
        package = self._letter.package
        related = package.relations(package.main)
        for reference in package.xml(package.main).iter(w(wanted)):
            relation = related.get(reference.get(f"{{{R}}}id", ""))
            if reference.get(w("type"), "default") == kind and relation is not None and package.has(relation.target):
                return self._rows(list(package.xml(relation.target)), relation.target)
        return ()

    def _around(self) -> tuple[tuple[FrameRow, ...], tuple[FrameRow, ...]]:
        package = self._letter.package
        body = package.xml(package.main).find(w("body"))
        blocks = [] if body is None else [child for child in body if child.tag in {w("p"), w("tbl"), w("sdt")}]
        rows = self._rows(blocks, package.main)
        at = next((place for place, row in enumerate(rows) if _BODY in _places(row)), len(rows))
        return rows[:at], rows[at + 1 :]

    def _rows(self, blocks: list[etree._Element], part: str) -> tuple[FrameRow, ...]:
        rows: list[FrameRow] = []
        for block in _unwrapped(blocks):
            if block.tag == w("p"):
                rows.append(FrameRow(cells=((0, (self._line(block, part),)),)))
            elif block.tag == w("tbl"):
                rows += (self._row(block, row, part) for row in block.iter(w("tr")))
        return tuple(rows)

    def _row(self, table: etree._Element, row: etree._Element, part: str) -> FrameRow:
        cells = []
        for cell in row.iter(w("tc")):
            width = cell.find(f"{w('tcPr')}/{w('tcW')}")
            cells.append(
                (
                    0 if width is None else _points(number(width.get(w("w"), "0"), 0)),
                    tuple(self._line(one, part) for one in cell.iter(w("p"))),
                )
            )
        height = row.find(f"{w('trPr')}/{w('trHeight')}")
        white = [table.find(f"{w('tblPr')}/{w('tblCellMar')}/{w(side)}") for side in ("left", "right")]
        usual = 108
        return FrameRow(
            cells=tuple(cells),
            repeated=any(value_of(tag).removeprefix("orapp.") in ROW_TAGS for tag in row.iter(w("tag"))),
            height=0 if height is None else _points(number(value_of(height), 0)),
            white=(
                _points(usual if white[0] is None else number(white[0].get(w("w"), ""), usual)),
                _points(usual if white[1] is None else number(white[1].get(w("w"), ""), usual)),
            ),
        )

    def _line(self, paragraph: etree._Element, part: str) -> FrameLine:
        name = value_of(paragraph.find(f"{w('pPr')}/{w('pStyle')}")) or self._styles.default
        words: list[str] = []
        parts: list[str | PictureLook] = []
        code, hidden = "", False
        for element in paragraph.iter():
            if element.tag == w("sdt"):
                tag = value_of(element.find(f"{w('sdtPr')}/{w('tag')}"))
                if tag.startswith("orapp."):
                    words.append(f"{{{tag.removeprefix('orapp.')}}}")
            elif element.tag == w("fldChar"):
                kind = element.get(w("fldCharType"), "")
                hidden = kind == "separate" and bool(code)
                if kind == "end" and code:
                    words.append(code)
                    code = ""
            elif element.tag == w("instrText"):
                code = _field(element.text or "") or code
            elif element.tag == w("fldSimple"):
                words.append(_field(element.get(w("instr"), "")))
            elif element.tag in {w("t"), w("tab"), w("br")} and not hidden and not _inside(element):
                words.append({w("tab"): "\t", w("br"): "\n"}.get(element.tag, element.text or ""))
            elif element.tag == f"{{{A}}}blip" and (picture := self._picture(element, part)) is not None:
                parts += [*_parts("".join(words)), picture]
                words.clear()
        return FrameLine(look=self._text(name, paragraph), parts=(*parts, *_parts("".join(words))))

    def _picture(self, blip: etree._Element, part: str) -> PictureLook | None:
        package = self._letter.package
        relation = package.relations(part).get(blip.get(f"{{{R}}}embed", ""))
        frame = next(blip.iterancestors("{*}inline", "{*}anchor"), None)
        extent = None if frame is None else frame.find("{*}extent")
        if relation is None or relation.external or extent is None or not package.has(relation.target):
            return None
        data = package.picture(relation.target)
        if len(data) > _MOST_PICTURE:
            return None
        size = [number(extent.get(side, "0"), 0) / _EMU_PER_POINT for side in ("cx", "cy")]
        return PictureLook(width=round(size[0], 2), height=round(size[1], 2), data=data)

    # -- styles --------------------------------------------------------------------------------------------------------

    def _text(self, name: str, paragraph: etree._Element | None = None) -> TextLook:
        """A style; a paragraph of the house style itself may differ from it."""
        styles = self._styles
        letters = styles.letters(name)
        slanted = styles.found(name, "rPr/i")
        level = self._level(name)

        def measure(path: str, side: str, usual: float = 0) -> float:
            own = None if paragraph is None else paragraph.find("/".join(w(step) for step in path.split("/")))
            value = (own.get(w(side)) if own is not None else None) or styles.attribute(name, path, side)
            if not value and level is not None:
                numbered = level.find("/".join(w(step) for step in path.split("/")))
                value = "" if numbered is None else numbered.get(w(side), "")
            return number(value, usual) if value else usual

        line, exact = measure("pPr/spacing", "line", _LINE), 0.0
        if styles.attribute(name, "pPr/spacing", "lineRule", "auto") == "exact":
            exact, line = _points(line), _LINE
        own = None if paragraph is None else paragraph.find(f"{w('pPr')}/{w('jc')}")
        aligned = value_of(own) if own is not None else value_of(styles.found(name, "pPr/jc"))
        hanging = measure("pPr/ind", "hanging")
        tabs = styles.found(name, "pPr/tabs")
        return TextLook(
            family=letters.family,
            points=letters.points,
            bold=letters.bold,
            italic=slanted is not None and slanted.get(w("val"), "true") not in {"0", "false", "off"},
            colour=letters.colour,
            before=_points(measure("pPr/spacing", "before")),
            after=_points(measure("pPr/spacing", "after")),
            left=_points(measure("pPr/ind", "left", measure("pPr/ind", "start"))),
            right=_points(measure("pPr/ind", "right", measure("pPr/ind", "end"))),
            first=_points(-hanging if hanging else measure("pPr/ind", "firstLine")),
            line=round(line / _LINE, 3),
            exact=exact,
            align={"end": "right", "right": "right", "center": "center"}.get(aligned, "left"),
            tabs=tuple(
                (_points(number(tab.get(w("pos"), "0"), 0)), value_of(tab))
                for tab in (() if tabs is None else tabs)
                if value_of(tab) in {"left", "right", "center", "start", "end"}
            ),
            rules=_rules(styles.found(name, "pPr/pBdr")),
            fill=_fill(styles.found(name, "pPr/shd")),
            close=styles.found(name, "pPr/contextualSpacing") is not None,
            number=_number(level, styles),
        )

    def _level(self, name: str) -> etree._Element | None:
        """The level of numbering of a style; 0 takes away what it inherits (ISO/IEC 29500-1, 17.9.18)."""
        numbering = self._letter.numbering
        wanted = self._styles.attribute(name, "pPr/numPr/numId", "val")
        if numbering is None or wanted in {"", "0"}:
            return None
        at = self._styles.attribute(name, "pPr/numPr/ilvl", "val", "0")
        for one in numbering.findall(w("num")):
            if one.get(w("numId")) == wanted:
                abstract = value_of(one.find(w("abstractNumId")))
                for found in numbering.findall(w("abstractNum")):
                    if found.get(w("abstractNumId")) == abstract:
                        return next((level for level in found.findall(w("lvl")) if level.get(w("ilvl")) == at), None)
        return None

    def _table(self, name: str) -> TableLook:
        styles = self._styles
        if name not in styles.by_id:
            return TableLook()
        heads = [
            one for style in styles.chain(name) for one in style.findall(w("tblStylePr")) if one.get(w("type")) == "firstRow"
        ]
        head = heads[0] if heads else None
        white = [styles.attribute(name, f"tblPr/tblCellMar/{side}", "w") for side in ("top", "right", "bottom", "left")]
        usual = (0, 108, 0, 108)
        sides = [_points(number(one, 0)) if one else _points(other) for one, other in zip(white, usual, strict=True)]
        return TableLook(
            rules=_rules(styles.found(name, "tblPr/tblBorders")),
            head_rules=() if head is None else _rules(head.find(f"{w('tcPr')}/{w('tcBorders')}")),
            head_fill="" if head is None else _fill(head.find(f"{w('tcPr')}/{w('shd')}")),
            white=(sides[0], sides[1], sides[2], sides[3]),
        )


def _places(row: FrameRow) -> set[str]:
    return {place for _, lines in row.cells for line in lines for place in line.places}


def _unwrapped(blocks: list[etree._Element]) -> list[etree._Element]:
    """Blocks, also those in a control around several; one that is a place of blocks is a paragraph by itself."""
    found: list[etree._Element] = []
    for block in blocks:
        if block.tag != w("sdt"):
            found.append(block)
            continue
        tag = value_of(block.find(f"{w('sdtPr')}/{w('tag')}")).removeprefix("orapp.")
        content = block.find(w("sdtContent"))
        if tag in BLOCK_TAGS or tag.startswith("sender") or content is None:
            holder = etree.Element(w("p"))
            style = block.find(f".//{w('pPr')}")
            if style is not None:
                holder.append(etree.fromstring(etree.tostring(style)))
            holder.append(etree.fromstring(etree.tostring(block)))
            found.append(holder)
        else:
            found += _unwrapped(list(content))
    return found


def _parts(words: str) -> list[str | PictureLook]:
    return [part for part in _PLACE.split(words) if part]


def _field(instruction: str) -> str:
    first = (instruction.split() or [""])[0].upper()
    return {"PAGE": "{page}", "NUMPAGES": "{pages}", "SECTIONPAGES": "{pages}"}.get(first, "")


def _inside(element: etree._Element) -> bool:
    """Whether it is the sample of a place, a tab stop of a style, or words within a drawing."""
    for above in element.iterancestors():
        if above.tag in {w("tabs"), w("txbxContent")}:
            return True
        if above.tag == w("sdt") and value_of(above.find(f"{w('sdtPr')}/{w('tag')}")).startswith("orapp."):
            return True
        if above.tag == w("p"):
            return False
    return False


def _rules(borders: etree._Element | None) -> tuple[RuleLook, ...]:
    found = []
    for side in _SIDES if borders is not None else ():
        line = None if borders is None else borders.find(w(side))
        if line is None or value_of(line) in {"", "none", "nil"}:
            continue
        colour = line.get(w("color"), "000000")
        found.append(
            RuleLook(
                side=side,
                width=round(number(line.get(w("sz"), "4"), 4) / _EIGHTHS, 2),
                colour=colour.upper() if re.fullmatch("[0-9A-Fa-f]{6}", colour) else "000000",
                space=number(line.get(w("space"), "0"), 0),
            )
        )
    return tuple(found)


def _fill(shading: etree._Element | None) -> str:
    fill = "" if shading is None else shading.get(w("fill"), "")
    return fill.upper() if re.fullmatch("[0-9A-Fa-f]{6}", fill) else ""


def _number(level: etree._Element | None, styles: BroughtStyles) -> NumberLook | None:
    if level is None:
        return None
    size, bold = level.find(f"{w('rPr')}/{w('sz')}"), level.find(f"{w('rPr')}/{w('b')}")
    return NumberLook(
        pattern=value_of(level.find(w("lvlText"))),
        points=number(value_of(size), 0) / 2 if size is not None else 0,
        bold=None if bold is None else bold.get(w("val"), "true") not in {"0", "false", "off"},
        colour=styles.colour(level.find(f"{w('rPr')}/{w('color')}")),
    )


def _margins(sheet: Sheet) -> tuple[float, float, float, float]:
    return _points(abs(sheet.top)), _points(sheet.right), _points(abs(sheet.bottom)), _points(sheet.left)


def _points(twips: float) -> float:
    return round(twips / _TWIPS, 2)
