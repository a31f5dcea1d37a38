"""The lines of a section as they are compared and shown: the same for what the program set and for what came back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from orapp.letters.cell_looks import rows_of
from orapp.letters.content import DASH, Block, BulletList, CodedList, Operative, Paragraph, Quotation, Run, Section, Table

_UNSEEN = str.maketrans({"\u00ad": None, "\u200b": " ", "\ufeff": " "})
_CODE = re.compile(r"^(\W*)([A-Z]{1,3}\d+)[.:]?\s+")
_DETAIL_BETWEEN = re.compile(r"\s+·\s+")
_BETWEEN_CELLS = " | "
_BETWEEN_DETAILS = " · "
_MARK = "\x01"
_BELOW = "\x02"
_BULLET = re.compile(r"^(?:[–\-•*]\s)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLine:
    """One line as it is shown, as it is compared, and as it is compared with its looks; `decides` says that it is operative."""

    shown: str
    plain: str
    looked: str
    decides: bool = False


def one_space(text: str) -> str:
    """The text with single spaces, composed signs and no soft hyphens: what programs change by themselves is no difference."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.translate(_UNSEEN))
    return " ".join(text.split())


def canonical(text: str) -> str:
    """A line as it is compared: a list's sign falls away, and an item's code is the same before a tab, a full stop or a space."""
    line = _BULLET.sub("", one_space(text))
    code = _CODE.match(line)
    return f"{code[1]}{code[2]} {line[code.end() :]}" if code is not None else line


def lines_of_section(section: Section) -> tuple[ReadLine, ...]:
    """Every line of a section that has words, in order; its heading is not among them."""
    return lines_of(section.blocks)


def lines_of(blocks: Iterable[Block]) -> tuple[ReadLine, ...]:
    """Every line of these blocks that has words."""
    return tuple(line for block in blocks for line in _lines(block) if line.plain)


def _lines(block: Block) -> list[ReadLine]:
    match block:
        case Quotation():
            found = [_line(block.runs)]
            return [*found, _plain(block.source)] if block.source else found
        case Paragraph():
            return [_line(block.runs, decides=isinstance(block, Operative))]
        case CodedList():
            lines: list[ReadLine] = []
            for item in block.items:
                lines.append(_line((Run(text=f"{item.code} "), *item.runs), below=bool(item.level)))
                if item.details:
                    lines.append(
                        _plain(_BETWEEN_DETAILS.join(f"{label}: {text}" if label else text for label, text in item.details))
                    )
            return lines
        case BulletList():
            return [_bullet(block.mark(number), runs) for number, runs in enumerate(block.items)]
        case Table():
            if block.looks:
                return [_plain(block.caption), *map(_looked_row, rows_of(block))]
            rows = [block.header, *block.rows] if block.header else list(block.rows)
            return [_plain(block.caption), *(_row(row) for row in rows)]


def _bullet(mark: str, runs: tuple[Run, ...]) -> ReadLine:
    """A point; on the second level its letter is among its words, as a code is."""
    if not mark or mark == DASH:
        return _line(runs, before="– ", below=bool(mark))
    return _line((Run(text=f"{mark} "), *runs), below=True)


def _line(runs: tuple[Run, ...], *, before: str = "", decides: bool = False, below: bool = False) -> ReadLine:
    text = "".join(run.text for run in runs)
    plain = canonical(text)
    looked = plain if not any(run.bold or run.italic for run in runs) else canonical(_looked(runs))
    shown = one_space(text)
    if below:
        # To stand below another point is a look: it shows where a list was changed, and no word did.
        before, looked = f"    {before}", f"{_BELOW}{looked}"
    return ReadLine(shown=f"{before}{shown}" if shown else "", plain=plain, looked=looked, decides=decides)


def _plain(text: str) -> ReadLine:
    plain = canonical(text)
    if "·" in plain:
        plain = _DETAIL_BETWEEN.sub(_BETWEEN_DETAILS, plain)
    return ReadLine(shown=one_space(text), plain=plain, looked=plain)


def _row(cells: tuple[str, ...]) -> ReadLine:
    words = [one_space(cell) for cell in cells]
    while words and not words[-1]:
        words.pop()
    return _plain(_BETWEEN_CELLS.join(words))


def _looked_row(cells: tuple[tuple[Run, ...], ...]) -> ReadLine:
    line = _row(tuple("".join(run.text for run in runs) for runs in cells))
    if not any(run.bold or run.italic for runs in cells for run in runs):
        return line
    between = Run(text=_BETWEEN_CELLS)
    return replace(line, looked=canonical(_looked(tuple(run for runs in cells for run in (*runs, between)))))


def _looked(runs: tuple[Run, ...]) -> str:
    """The text with a mark wherever its look changes; a mark stands right before the sign that looks otherwise."""
    parts: list[str] = []
    look = (False, False)
    for run in runs:
        bare = run.text.lstrip()
        if bare and (run.bold, run.italic) != look:
            look = (run.bold, run.italic)
            parts += (run.text[: len(run.text) - len(bare)], f"{_MARK}{int(run.bold)}{int(run.italic)}", bare)
        else:
            parts.append(run.text)
    return "".join(parts)
