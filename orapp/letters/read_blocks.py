"""Builds the blocks of a section from the lines and tables that were read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from orapp.letters.cell_looks import looks_of
from orapp.letters.content import DASH, Block, BulletList, CodedItem, CodedList, Operative, Paragraph, Quotation, Run, Table
from orapp.letters.read_letter import Grid, Line, Role

# A code stands before a tab; where that became a space it must look like one.
_CODE = re.compile(r"\s*(?:(\S{1,12})\t\s*|([A-Z]{1,3}\d+)[.:]?\s+)")
_DETAILS = re.compile(r"\s{2,}·\s{2,}|\s+·\s+")
_NUMBER = re.compile(r"\d{1,3}\.|[a-z]\.")
_SIGN = re.compile(r"\s*(\d{1,3}\.|[a-z]\.|[–\-•])(?:\t\s*|\s+)")
_BULLET = "•"


class _Blocks:
    """The blocks of one section in the making; items that follow each other become one list."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        self.found: list[Block] = []
        self._keys = keys

    def _key(self) -> str:
        return f"b{len(self.found) + 1}"

    def take(self, item: Line | Grid) -> None:
        if isinstance(item, Grid):
            self._table(item)
            return
        # An item without a word still holds the details below it.
        if item.role is Role.GAP or (not item.text.strip() and item.role is not Role.CODED):
            return
        match item.role:
            case Role.OPERATIVE:
                self.found.append(Operative(key=self._key(), runs=item.runs))
            case Role.QUOTATION:
                self.found.append(Quotation(key=self._key(), runs=item.runs))
            case Role.SOURCE:
                self._source(item)
            case Role.CODED:
                self._coded(item)
            case Role.DETAIL:
                self._detail(item)
            case Role.SECOND:
                self._second_with_sign(item)
            case _ if item.depth and item.number and self._is_list():
                self._second(item.number if _NUMBER.fullmatch(item.number) else DASH, item.runs)
            case _ if item.role is Role.BULLET or item.number == _BULLET:
                self._bullet(item.runs)
            case _ if _NUMBER.fullmatch(item.number):
                self._item(CodedItem(key=f"n{item.number}", code=item.number, runs=item.runs))
            case _ if item.number:
                self.found.append(Paragraph(key=self._key(), runs=(Run(text=f"{item.number} "), *item.runs)))
            case Role.HEADING | Role.SUBHEADING:
                self.found.append(Paragraph(key=self._key(), runs=(Run(text=item.text.strip(), bold=True),)))
            case _:
                self.found.append(Paragraph(key=self._key(), runs=item.runs))

    def _is_list(self) -> bool:
        return bool(self.found) and isinstance(self.found[-1], CodedList | BulletList)

    def _second_with_sign(self, item: Line) -> None:
        """A paragraph in the style of the second level: its sign stands before a tab."""
        match = _SIGN.match(item.text)
        if match is None:
            self._second(item.number if _NUMBER.fullmatch(item.number) else DASH, item.runs)
        else:
            self._second(match[1], without_start(item.runs, match.end()))

    def _second(self, mark: str, runs: tuple[Run, ...]) -> None:
        last = self.found[-1] if self.found else None
        if isinstance(last, BulletList):
            marks = (*last.marks, *("",) * (len(last.items) - len(last.marks)), mark)
            self.found[-1] = replace(last, items=(*last.items, runs), marks=marks)
        else:
            self._item(CodedItem(key=f"n{mark}", code=mark, runs=runs, level=int(isinstance(last, CodedList))))

    def _source(self, item: Line) -> None:
        last = self.found[-1] if self.found else None
        if isinstance(last, Quotation) and not last.source:
            self.found[-1] = Quotation(key=last.key, runs=last.runs, source=item.text)
        else:
            self.found.append(Paragraph(key=self._key(), runs=item.runs))

    def _coded(self, item: Line) -> None:
        text = item.text
        known = next((code for code in self._keys if code and text.startswith(f"{code}\t")), None)
        match = _CODE.match(text)
        if known is not None:
            code, end = known, len(known) + 1
        elif match is not None:
            code, end = match[1] or match[2], match.end()
        else:
            code, end = "", len(text) - len(text.lstrip())
        runs = without_start(item.runs, end)
        self._item(CodedItem(key=self._keys.get(code, f"i.{code}"), code=code, runs=runs))

    def _item(self, made: CodedItem) -> None:
        last = self.found[-1] if self.found else None
        if isinstance(last, CodedList):
            self.found[-1] = CodedList(key=last.key, items=(*last.items, made))
        else:
            self.found.append(CodedList(key=self._key(), items=(made,)))

    def _detail(self, item: Line) -> None:
        last = self.found[-1] if self.found else None
        if not isinstance(last, CodedList):
            self.found.append(Paragraph(key=self._key(), runs=item.runs))
            return
        *before, one = last.items
        details, runs = list(one.details), one.runs
        for part in _DETAILS.split(item.text):
            label, colon, text = part.strip().partition(": ")
            if colon:
                details.append((label, text))
            elif label and details:
                # What lost its label goes on with what stands before it.
                details[-1] = (details[-1][0], f"{details[-1][1]} · {label}")
            elif label:
                between = " · " if any(run.text.strip() for run in runs) else ""
                runs = (*runs, Run(text=f"{between}{label}"))
        made = replace(one, runs=runs, details=tuple(details))
        self.found[-1] = CodedList(key=last.key, items=(*before, made))

    def _bullet(self, runs: tuple[Run, ...]) -> None:
        last = self.found[-1] if self.found else None
        if isinstance(last, BulletList):
            self.found[-1] = replace(last, items=(*last.items, runs), marks=(*last.marks, "") if last.marks else ())
        else:
            self.found.append(BulletList(key=self._key(), items=(runs,)))

    def _table(self, item: Grid) -> None:
        kept = [number for number, row in enumerate(item.rows) if any(cell.strip() for cell in row)]
        if not kept:
            return
        rows = [tuple(cell.strip() for cell in item.rows[number]) for number in kept]
        looks = looks_of((item.words[number] for number in kept), 0 if item.headed else 1) if item.words else ()
        header = rows.pop(0) if item.headed else ()
        widths = (1,) * max(len(row) for row in (header, *rows))
        self.found.append(Table(key=self._key(), header=header, rows=tuple(rows), widths=widths, summary="", looks=looks))


def blocks_of_items(items: Sequence[Line | Grid], keys: Mapping[str, str]) -> tuple[Block, ...]:
    """The blocks that these items make; empty paragraphs fall away. `keys` are those of the letter's items by their codes."""
    made = _Blocks(keys)
    for item in items:
        made.take(item)
    return tuple(made.found)


def without_start(runs: tuple[Run, ...], count: int) -> tuple[Run, ...]:
    """The runs without their first signs."""
    found: list[Run] = []
    for run in runs:
        if count >= len(run.text):
            count -= len(run.text)
            continue
        found.append(Run(text=run.text[count:], bold=run.bold, italic=run.italic))
        count = 0
    return tuple(found)
