"""Makes lines of what was copied elsewhere: of Word and web pages only bold, italic, lists, tables and quotations are taken."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html.parser import HTMLParser

from typing_extensions import override

from orapp.letters.typed_lines import HEADS, LINE_BREAK, LineKind, TypedLine, settled
from orapp.letters.typed_stretches import Stretch, merged

MOST_CHARACTERS = 2_000_000
MOST_LINES = 5_000
_LINES = re.compile(r"\r\n|\r|\n")
_START = re.compile(r"[0-9]{1,3}")
_WHITE = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = frozenset({"style", "script", "head", "title", "xml", "template"})
_PARAGRAPHS = frozenset({"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "pre", "section", "article"})
_BOLD, _ITALIC = frozenset({"b", "strong", "th"}), frozenset({"i", "em", "cite"})
_WEIGHT = re.compile(r"font-weight\s*:\s*(bold|bolder|[6-9]00)", re.IGNORECASE)
_NO_WEIGHT = re.compile(r"font-weight\s*:\s*(normal|[1-5]00)", re.IGNORECASE)
_SLANT = re.compile(r"font-style\s*:\s*(italic|oblique)", re.IGNORECASE)
_WORD_LIST = re.compile(r"mso-list\s*:\s*\S*l\d", re.IGNORECASE)
_WORD_LEVEL = re.compile(r"mso-list\s*:[^;]*level[2-9]", re.IGNORECASE)
_MARK = re.compile(r"^[ \t\u00a0]*(?:(?P<code>\d{1,3}|[a-z])[.)]|[•·▪◦‣●○■□–\-\uf0b7\uf0a7])[ \t\u00a0]+")
_WORD_MARK = re.compile(r"^[o§][ \t\u00a0]+")
_UNKEPT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_VOID = frozenset({"br", "img", "hr", "meta", "link", "input", "col", "wbr", "area", "base", "source", "embed", "param", "track"})


def lines_of_plain(text: str) -> list[TypedLine]:
    """Each line as a paragraph; nothing in it is a sign, but a point or a number that begins it makes a list."""
    lines = _LINES.split(_UNKEPT.sub("", text[:MOST_CHARACTERS]))[:MOST_LINES]
    if len(lines) > 1 and not lines[-1]:
        lines.pop()
    made = [TypedLine(stretches=(Stretch(text=line),) if line else ()) for line in lines]
    return [_listed(line) for line in made] if len(made) > 1 else made


def lines_of_html(html: str) -> list[TypedLine]:
    """The lines of a piece of HTML; links, colours, sizes, pictures and hidden words are left behind."""
    reader = _Reader()
    reader.feed(_UNKEPT.sub("", html[:MOST_CHARACTERS]))
    reader.close()
    return settled(reader.finish()[:MOST_LINES])


def _listed(line: TypedLine) -> TypedLine:
    """A paragraph that begins with a point or a number, as a point of a list."""
    first = line.stretches[0] if line.stretches else Stretch()
    mark = _MARK.match(first.text)
    if mark is None:
        return line
    rest = merged((Stretch(text=first.text[mark.end() :], bold=first.bold, italic=first.italic), *line.stretches[1:]))
    if mark["code"]:
        return TypedLine(kind=LineKind.NUMBERED, code=f"{mark['code']}.", stretches=rest)
    return TypedLine(kind=LineKind.BULLET, stretches=rest)


@dataclass(slots=True)
class _Open:
    """An element that was begun, and what it does to the words in it."""

    tag: str
    bold: bool
    italic: bool
    hidden: bool


@dataclass(slots=True)
class _List:
    """A list that was begun: how its points are numbered, and the last number."""

    numbered: bool
    letters: bool
    count: int = 0


class _Reader(HTMLParser):
    """Reads elements in their order; what is not closed is taken as far as it goes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[TypedLine] = []
        self._open: list[_Open] = []
        self._lists: list[_List] = []
        self._now: list[Stretch] = []
        self._kind = LineKind.PLAIN
        self._code = ""
        self._level = 0
        self._word_list = False
        self._quoted = 0
        self._row: list[tuple[Stretch, ...]] | None = None
        self._in_cell = False

    def finish(self) -> list[TypedLine]:
        """The lines that were read, without empty ones around them."""
        self._end_line()
        self._end_row()
        found = self.lines
        while found and found[0].is_blank:
            found.pop(0)
        while found and found[-1].is_blank:
            found.pop()
        return found

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        style = next((value or "" for name, value in attrs if name == "style"), "")
        if tag == "br":
            self._now.append(Stretch(text=LINE_BREAK))
            return
        if tag in _VOID:
            return
        above = self._open[-1] if self._open else _Open("", bold=False, italic=False, hidden=False)
        bold = (above.bold or tag in _BOLD or bool(_WEIGHT.search(style))) and not _NO_WEIGHT.search(style)
        italic = above.italic or tag in _ITALIC or bool(_SLANT.search(style))
        hidden = above.hidden or tag in _HIDDEN
        if tag in _PARAGRAPHS:
            self._end_line()
        if tag.startswith("h") and tag[1:].isdigit():
            bold = True
        self._begin(tag, style, dict(attrs))
        self._open.append(_Open(tag, bold=bold, italic=italic, hidden=hidden))

    def _begin(self, tag: str, style: str, attributes: dict[str, str | None]) -> None:
        if tag in {"ul", "ol"}:
            self._end_line()
            start = attributes.get("start") or "1"
            letters = (attributes.get("type") or "") == "a" or "lower-alpha" in style
            self._lists.append(_List(tag == "ol", letters, int(start) - 1 if _START.fullmatch(start) else 0))
        elif tag == "li" and self._lists and not self._in_cell:
            self._begin_point(self._lists[-1])
        elif tag == "blockquote":
            self._quoted += 1
        elif tag == "tr":
            self._end_row()
            self._row = []
        elif tag in {"td", "th"} and self._row is not None:
            self._end_cell()
            self._now = []
            self._in_cell = True
        elif tag == "p" and not self._in_cell and _WORD_LIST.search(style):
            self._word_list = True
            self._level = int(_WORD_LEVEL.search(style) is not None)

    def _begin_point(self, owner: _List) -> None:
        owner.count += 1
        self._level = int(len(self._lists) > 1)
        if not owner.numbered:
            self._kind = LineKind.BULLET
            return
        self._kind = LineKind.NUMBERED
        self._code = f"{chr(ord('a') + min(owner.count, 26) - 1)}." if owner.letters else f"{min(owner.count, 999)}."

    @override
    def handle_endtag(self, tag: str) -> None:
        place = next((at for at in range(len(self._open) - 1, -1, -1) if self._open[at].tag == tag), None)
        if place is None:
            return
        del self._open[place:]
        if tag in {"td", "th"} and self._in_cell:
            self._end_cell()
        elif tag in {"tr", "table"}:
            self._end_row()
        elif tag in _PARAGRAPHS or tag in {"ul", "ol"}:
            self._end_line()
        if tag == "blockquote":
            self._quoted -= 1
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()

    @override
    def handle_data(self, data: str) -> None:
        above = self._open[-1] if self._open else None
        if above is not None and above.hidden:
            return
        text = _WHITE.sub(" ", data)
        self._now.append(Stretch(text=text, bold=above is not None and above.bold, italic=above is not None and above.italic))

    def _tidy(self) -> tuple[Stretch, ...]:
        """What was read of a line, without white around it."""
        found = [one for one in merged(self._now) if one.text]
        while found and not found[0].text.strip():
            found.pop(0)
        while found and not found[-1].text.strip():
            found.pop()
        if found:
            first = found[0]
            found[0] = Stretch(text=first.text.lstrip(), bold=first.bold, italic=first.italic)
            last = found[-1]
            found[-1] = Stretch(text=last.text.rstrip(), bold=last.bold, italic=last.italic)
        return merged(found)

    def _end_line(self) -> None:
        if self._in_cell:
            self._now.append(Stretch(text=LINE_BREAK) if any(one.text.strip() for one in self._now) else Stretch())
            return
        stretches = self._tidy()
        kind = self._kind if self._kind is not LineKind.PLAIN else LineKind.QUOTE if self._quoted else LineKind.PLAIN
        if stretches:
            line = TypedLine(kind=kind, code=self._code, stretches=stretches, level=self._level if kind in HEADS else 0)
            pointed = self._word_list and kind is LineKind.PLAIN
            self.lines.append(_below(_word_point(line), self._level) if pointed else line)
            self._kind, self._code, self._level = LineKind.PLAIN, "", 0
        self._now, self._word_list = [], False

    def _end_cell(self) -> None:
        """Takes the words of a cell, also of one that is not closed, or in which another table begins."""
        if self._row is not None and self._in_cell:
            self._row.append(self._tidy())
            self._now, self._in_cell = [], False

    def _end_row(self) -> None:
        self._end_cell()
        row, self._row = self._row, None
        if row and any(row):
            self.lines.append(TypedLine(kind=LineKind.ROW, cells=tuple(row)))
        if row is not None:
            self._now, self._in_cell = [], False


def _word_point(line: TypedLine) -> TypedLine:
    """A paragraph that Word calls a point of a list; its second level is marked by a letter o."""
    first = line.stretches[0]
    mark = _WORD_MARK.match(first.text)
    if mark is None:
        return _listed(line)
    rest = Stretch(text=first.text[mark.end() :], bold=first.bold, italic=first.italic)
    return TypedLine(kind=LineKind.BULLET, stretches=merged((rest, *line.stretches[1:])))


def _below(line: TypedLine, level: int) -> TypedLine:
    return replace(line, level=level) if line.kind in {LineKind.BULLET, LineKind.NUMBERED} else line
