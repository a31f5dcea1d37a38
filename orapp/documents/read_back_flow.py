"""The main text of a Word file as lines and tables, every tracked change accepted, with who changed or remarked what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from lxml import etree

from orapp.documents.anchors import PREFIX
from orapp.documents.namespaces import w
from orapp.documents.read_back_package import ReturnedPackage
from orapp.documents.read_back_styles import DEPTHS, Numbers, Styles, is_on, plain_name, value_of
from orapp.letters.content import Run
from orapp.letters.read_letter import Anchor, Control, Flow, Grid, Line, Note, Role, Trace, TraceKind

_MC_ALTERNATE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_P, _TBL, _SDT, _R, _T = w("p"), w("tbl"), w("sdt"), w("r"), w("t")
_P_LOOK, _R_LOOK, _STYLE, _VAL = w("pPr"), w("rPr"), w("pStyle"), w("val")
_BOLD, _ITALIC, _SIGN_STYLE, _VANISH = w("b"), w("i"), w("rStyle"), w("vanish")
_FIELD, _SYMBOL, _ID, _NAME = w("fldChar"), w("sym"), w("id"), w("name")
_START, _END = w("bookmarkStart"), w("bookmarkEnd")
_REMARK_START, _REMARK_END, _REMARK = w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")
_AROUND: Final = frozenset(
    w(name) for name in ("ins", "moveTo", "customXml", "smartTag", "hyperlink", "fldSimple", "sdtContent", "dir", "bdo", "ruby")
)
_GONE: Final = frozenset({w("del"), w("moveFrom")})
_TRACED: Final = {
    w("ins"): TraceKind.INSERTED,
    w("del"): TraceKind.DELETED,
    w("moveFrom"): TraceKind.MOVED,
}
_SIGNS: Final = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "",
}
_BEHIND: Final = {
    w("drawing"): "picture",
    w("pict"): "picture",
    w("object"): "object",
    w("footnoteReference"): "footnote",
    w("endnoteReference"): "footnote",
    _MC_ALTERNATE: "picture",
    w("altChunk"): "object",
}
_FORMULA: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# Styles of signs by which Word and LibreOffice say bold and italic.
_BOLD_STYLES: Final = frozenset({"strong", "vet", "zwaar", "strongemphasis", "intenseemphasis"})
_ITALIC_STYLES: Final = frozenset({"emphasis", "nadruk", "cursief", "intenseemphasis"})
_MOST_ITEMS: Final = 50_000
_SURROGATES: Final = (0xD800, 0xDFFF)


@dataclass(slots=True)
class _Open:
    """A paragraph that is being read."""

    runs: list[Run] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)


class FlowReader:
    """Reads one file. `names` are the places in the letter by the names of their bookmarks."""

    def __init__(self, package: ReturnedPackage, names: Mapping[str, str]) -> None:
        self._styles = Styles(package.styles)
        self._numbers = Numbers(package.numbering)
        self._names = names
        self._items: list[Line | Grid] = []
        self._starts: dict[str, tuple[str, int]] = {}
        self._anchors: list[Anchor] = []
        self._traces: list[Trace] = []
        self._remarked: dict[str, tuple[int, list[str]]] = {}
        self._remarking: set[str] = set()
        self._controls: list[Control] = []
        self._behind: dict[str, None] = {}
        self._joined: _Open | None = None
        self._instructing = False

    def read(self, package: ReturnedPackage) -> Flow:
        """Everything that stands in the main text."""
        body = package.document.find(w("body"))
        if body is not None:
            self._blocks(body)
            if self._joined is not None:
                self._close(self._joined, None)
        if package.macros:
            self._behind["macros"] = None
        for place, first in self._starts.values():
            self._anchors.append(Anchor(place=place, first=first, last=first))
        return Flow(
            items=tuple(self._items),
            anchors=tuple(self._anchors),
            traces=tuple(self._traces),
            notes=self._notes(package.comments),
            controls=tuple(self._controls),
            behind=tuple(self._behind),
            program=package.program,
        )

    # -- blocks --------------------------------------------------------------------------------------------------------

    def _blocks(self, parent: etree._Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == _P:
                self._paragraph(child)
            elif tag == _TBL:
                self._table(child)
            elif tag == _SDT:
                self._block_control(child)
            elif tag in _AROUND:
                self._blocks(child)
            else:
                self._mark(child)

    def _block_control(self, control: etree._Element) -> None:
        content = control.find(w("sdtContent"))
        if content is None:
            return
        first = len(self._items)
        self._blocks(content)
        text = "\n".join(one.text for one in self._items[first:])
        self._control(control, text)

    def _control(self, control: etree._Element, text: str) -> str:
        properties = control.find(w("sdtPr"))
        tag, alias = value_of(properties, w("tag")).removeprefix("orapp."), value_of(properties, w("alias"))
        self._controls.append(Control(tag=tag, alias=alias, text=text))
        return tag or alias

    def _paragraph(self, paragraph: etree._Element) -> None:
        opened, self._joined = self._joined or _Open(), None
        self._inline(paragraph, opened)
        properties = paragraph.find(_P_LOOK)
        mark = properties.find(_R_LOOK) if properties is not None else None
        if mark is not None and any(child.tag in _GONE for child in mark):
            # The end of this paragraph was deleted: what follows goes on in it.
            self._joined = opened
            return
        self._close(opened, properties)

    def _close(self, opened: _Open, properties: etree._Element | None) -> None:
        role, number, depth = self._kind(properties)
        self._add(Line(runs=tuple(opened.runs), role=role, number=number, fields=tuple(opened.fields), depth=depth))

    def _kind(self, properties: etree._Element | None) -> tuple[Role, str, int]:
        style = value_of(properties, _STYLE)
        role = self._styles.role(style)
        if role is Role.OTHER:
            level = value_of(properties, w("outlineLvl"))
            if level.isdecimal() and level != "9":
                role = Role.HEADING if level == "0" else Role.SUBHEADING
        if role not in {Role.OTHER, Role.BULLET}:
            return role, "", 0
        numbering = properties.find(w("numPr")) if properties is not None else None
        list_id = value_of(numbering, w("numId")) if numbering is not None else self._styles.list_of(style)
        if not list_id or list_id == "0":
            return role, "", 0
        depth = value_of(numbering, w("ilvl")) if numbering is not None else self._styles.depth_of(style)
        return role, self._numbers.next(list_id, depth), int(depth) if depth in DEPTHS else 0

    def _add(self, item: Line | Grid) -> None:
        if len(self._items) < _MOST_ITEMS:
            self._items.append(item)

    def _table(self, table: etree._Element) -> None:
        rows: list[tuple[tuple[Run, ...], ...]] = []
        fields: list[str] = []
        headed = False
        for number, row in enumerate(table.iter(w("tr"))):
            if next(row.iterancestors(_TBL)) is not table:
                continue
            properties = row.find(w("trPr"))
            if properties is not None and properties.find(w("del")) is not None:
                self._skip(row)
                continue
            headed = headed or (number == 0 and properties is not None and is_on(properties.find(w("tblHeader"))))
            rows.append(tuple(self._cell(cell, fields) for cell in _cells(row)))
        for child in table:
            self._mark(child)
        texts = tuple(tuple("".join(run.text for run in cell) for cell in row) for row in rows)
        looked = any(run.bold or run.italic for row in rows for cell in row for run in cell)
        self._add(Grid(rows=texts, headed=headed, words=tuple(rows) if looked else (), fields=tuple(fields)))

    def _cell(self, cell: etree._Element, fields: list[str]) -> tuple[Run, ...]:
        lines: list[list[Run]] = []
        opened = _Open()
        for paragraph in cell.iter(_P):
            self._inline(paragraph, opened)
            properties = paragraph.find(_P_LOOK)
            mark = properties.find(_R_LOOK) if properties is not None else None
            if mark is not None and any(child.tag in _GONE for child in mark):
                continue
            fields += opened.fields
            lines.append(opened.runs)
            opened = _Open()
        lines.append(opened.runs)
        found: list[Run] = []
        for line in lines:
            if any(run.text.strip() for run in line):
                found += [Run(text="\n"), *line] if found else line
        return tuple(found)

    # -- inside a paragraph --------------------------------------------------------------------------------------------

    def _inline(self, parent: etree._Element, opened: _Open) -> None:
        for child in parent:
            tag = child.tag
            if tag == _R:
                self._run(child, opened)
            elif tag in _AROUND:
                self._trace(child)
                self._inline(child, opened)
            elif tag == _SDT:
                content = child.find(w("sdtContent"))
                if content is not None:
                    before = len(opened.runs)
                    self._inline(content, opened)
                    opened.fields.append(self._control(child, "".join(run.text for run in opened.runs[before:])))
            elif tag in _GONE:
                self._trace(child)
                self._skip(child)
            else:
                self._mark(child)

    def _run(self, run: etree._Element, opened: _Open) -> None:
        properties = run.find(_R_LOOK)
        hidden = properties is not None and is_on(properties.find(_VANISH))
        parts: list[str] = []
        for child in run:
            tag = child.tag
            if tag == _T:
                if not self._instructing and not hidden:
                    parts.append(child.text or "")
            elif tag in _SIGNS:
                parts.append(_SIGNS[tag])
            elif tag in _BEHIND:
                self._behind[_BEHIND[tag]] = None
            elif tag == _FIELD:
                self._instructing = child.get(w("fldCharType")) == "begin"
            elif tag == _SYMBOL:
                parts.append(_symbol(child.get(w("char"), "")))
            elif tag == _REMARK:
                self._remarked.setdefault(child.get(_ID, ""), (len(self._items), []))
        text = "".join(parts) if len(parts) != 1 else parts[0]
        if hidden and "".join(child.text or "" for child in run.iter(_T)).strip():
            self._behind["hidden"] = None
        if not text:
            return
        for number in self._remarking:
            self._remarked[number][1].append(text)
        bold, italic = _look(properties)
        last = opened.runs[-1] if opened.runs else None
        if last is not None and (last.bold, last.italic) == (bold, italic):
            opened.runs[-1] = Run(text=last.text + text, bold=bold, italic=italic)
        else:
            opened.runs.append(Run(text=text, bold=bold, italic=italic))

    def _mark(self, element: etree._Element) -> None:
        """Bookmarks and the reach of remarks; and what is no text, so that it can be told."""
        tag, here = element.tag, len(self._items)
        if tag == _START:
            place = self._names.get(element.get(_NAME, ""))
            if place is not None:
                self._starts[element.get(_ID, "")] = (place, here)
        elif tag == _END:
            started = self._starts.pop(element.get(_ID, ""), None)
            if started is not None:
                self._anchors.append(Anchor(place=started[0], first=started[1], last=max(here, started[1])))
        elif tag == _REMARK_START:
            number = element.get(_ID, "")
            self._remarked.setdefault(number, (here, []))
            self._remarking.add(number)
        elif tag == _REMARK_END:
            self._remarking.discard(element.get(_ID, ""))
        elif tag in _BEHIND:
            self._behind[_BEHIND[tag]] = None
        elif isinstance(tag, str) and tag.startswith(_FORMULA):
            self._behind["formula"] = None

    def _skip(self, element: etree._Element) -> None:
        """What is gone counts no more, but bookmarks and remarks may begin or end in it."""
        for child in element.iter(_START, _END, _REMARK_START, _REMARK_END):
            self._mark(child)

    def _trace(self, element: etree._Element) -> None:
        kind = _TRACED.get(str(element.tag))
        if kind is None:
            return
        text = "".join(found.text or "" for found in element.iter(_T, w("delText")))
        if not text.strip():
            return
        author, at = element.get(w("author"), ""), instant(element.get(w("date"), ""))
        here, last = len(self._items), self._traces[-1] if self._traces else None
        if last is not None and (last.kind, last.author, last.item) == (kind, author, here) and kind is not TraceKind.MOVED:
            # Word cuts one change in pieces where the look changes; who reads it wants it whole.
            self._traces[-1] = Trace(kind=kind, text=last.text + text, author=author, at=last.at, item=here)
            return
        self._traces.append(Trace(kind=kind, text=text, author=author, at=at, item=here))

    def _notes(self, root: etree._Element | None) -> tuple[Note, ...]:
        found: list[Note] = []
        for remark in root.iter(w("comment")) if root is not None else ():
            item, about = self._remarked.get(remark.get(w("id"), ""), (-1, []))
            lines = ("".join(text.text or "" for text in paragraph.iter(_T)) for paragraph in remark.iter(_P))
            found.append(
                Note(
                    text="\n".join(line for line in lines if line.strip()),
                    about="".join(about),
                    author=remark.get(w("author"), ""),
                    at=instant(remark.get(w("date"), "")),
                    item=item,
                )
            )
        return tuple(found)


def _cells(row: etree._Element) -> Iterable[etree._Element]:
    """The cells of a row, also those in a content control."""
    for cell in row.iter(w("tc")):
        if next(cell.iterancestors(w("tr"))) is row:
            yield cell


def _look(properties: etree._Element | None) -> tuple[bool, bool]:
    if properties is None:
        return False, False
    named = properties.find(_SIGN_STYLE)
    style = plain_name(named.get(_VAL, "")) if named is not None else ""
    bold, italic = properties.find(_BOLD), properties.find(_ITALIC)
    return (
        is_on(bold) if bold is not None else style in _BOLD_STYLES,
        is_on(italic) if italic is not None else style in _ITALIC_STYLES,
    )


def _symbol(code: str) -> str:
    """A sign that was put in from a font of symbols; those fonts put theirs in a range of their own."""
    try:
        number = int(code, 16)
        sign = chr(number)
    except (ValueError, OverflowError):
        return ""
    if _SURROGATES[0] <= number <= _SURROGATES[1]:
        return ""
    return "•" if "\ue000" <= sign <= "\uf8ff" else sign


def instant(written: str) -> datetime | None:
    """The time that a program wrote, in UTC; None for what is no time."""
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def names_of(places: Iterable[str], name_of: Callable[[str], str]) -> dict[str, str]:
    """The places by the names of their bookmarks, named as they were when the letter was made."""
    found: dict[str, str] = {}
    for place in places:
        name, turn = name_of(place), 1
        while name in found:
            turn += 1
            name = name_of(f"{place}#{turn}")
        found[name] = place
    return {name: place for name, place in found.items() if name.startswith(PREFIX)}
