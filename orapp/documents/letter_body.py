"""The body of a letter as WordprocessingML: sections and their blocks, signatures, annexes, copies."""

from __future__ import annotations

from typing import Final

from orapp.documents.anchors import Bookmarks
from orapp.documents.second_level import STYLE as SECOND
from orapp.documents.written_text import attribute, plain_run, runs
from orapp.law.dutch_dates import in_words
from orapp.letters.cell_looks import cell_runs
from orapp.letters.content import (
    Annex,
    Block,
    BulletList,
    CodedItem,
    CodedList,
    LetterContent,
    Operative,
    Paragraph,
    Quotation,
    Section,
    Signature,
    Table,
)
from orapp.letters.page_words import BETWEEN, WHOLE_CELL, WHOLE_ROWS, WHOLE_TABLE, detail_lines, table_columns

_KEEP: Final = "<w:keepNext/>"
# After a table, which has no white of its own (twips).
_AFTER_TABLE: Final = 160
_CLOSE: Final = ' w:after="60"'
_BOLD: Final = "<w:rPr><w:b/><w:bCs/></w:rPr>"
_ITALIC: Final = "<w:rPr><w:i/><w:iCs/></w:rPr>"
_TAB: Final = "<w:r><w:tab/></w:r>"
_SIGNATURES_ABREAST: Final = 2
# So many signs fill no two lines in any house style that is letter paper.
_ONE_LINE: Final = 90


class BodyWriter:
    """Writes the blocks of one letter, in order, into one list of XML stretches.

    `width` is the width of the text in twips.
    """

    def __init__(self, *, width: int, numbered: bool) -> None:
        self._width = width
        self._numbered = numbered
        self._bookmarks = Bookmarks()
        self._out: list[str] = []
        self._waiting: list[str] = []
        self._after_table = False

    def body(self, content: LetterContent) -> str:
        """Give all sections; what stands last keeps with the closing, so that a signature never stands alone on a page.

        Two lines go along at least: of a last paragraph of one line the block before it is kept too.
        """
        last = max((number for number, section in enumerate(content.sections) if section.blocks), default=-1)
        for number, section in enumerate(content.sections):
            self._section(section, ends=number == last)
        self._part_from_table()
        return "".join(self._out)

    def _section(self, section: Section, *, ends: bool) -> None:
        self._waiting.append(section.key)
        numbered = self._numbered and bool(section.heading)
        if section.heading:
            style = "Kop1" if self._numbered else "KopZonderNummer"
            self._paragraph(style, [plain_run(section.heading, section.key)])
        for index, block in enumerate(section.blocks):
            following = section.blocks[index + 1] if index + 1 < len(section.blocks) else None
            keep = ends and (following is None or (index == len(section.blocks) - 2 and _is_one_line(following)))
            self._block(block, section.key, numbered=numbered, keep=keep, following=following)
        # A section without a word has no first run; its bookmark must not slide to the next one.
        self._waiting.clear()

    def _block(self, block: Block, section: str, *, numbered: bool, keep: bool, following: Block | None) -> None:
        place = f"{section}/{block.key}"
        leads = isinstance(following, CodedList | BulletList | Table)
        match block:
            case Quotation():
                self._quotation(block, place, keep=keep or block.keep_with_next)
            case Paragraph():
                style = "Besluit" if isinstance(block, Operative) else "Alinea"
                style += "Genummerd" if numbered and block.numbered else ""
                self._waiting.append(place)
                self._paragraph(style, runs(block.runs, place), keep=keep or leads or block.keep_with_next)
            case CodedList():
                self._waiting.append(place)
                for number, item in enumerate(block.items, start=1):
                    self._waiting.append(f"{place}/{item.key}")
                    # What introduces a second level stays with it.
                    leads = number < len(block.items) and block.items[number].level > item.level
                    self._coded_item(item, f"{section}/{item.code}", keep=leads or (keep and number == len(block.items)))
            case BulletList():
                self._waiting.append(place)
                total = len(block.items)
                for number, stretches in enumerate(block.items, start=1):
                    hold = number in (1, total - 1) if number < total else keep
                    spot, mark = f"{place}/{number}", block.mark(number - 1)
                    sign = [plain_run(mark, spot), _TAB] if mark else []
                    self._paragraph(SECOND if mark else "Opsomming", [*sign, *runs(stretches, spot)], keep=hold)
            case Table():
                self._table(block, place, keep=keep)

    def _paragraph(self, style: str, run_list: list[str], *, keep: bool = False, close: bool = False) -> None:
        """Write one paragraph; bookmarks that wait come around its first run. `close` brings the next one nearer."""
        properties = f'<w:pStyle w:val="{style}"/>' + (_KEEP if keep else "")
        before = f' w:before="{_AFTER_TABLE}"' if self._after_table and not style.startswith("Kop") else ""
        if before or close:
            properties += f"<w:spacing{before}{_CLOSE if close else ''}/>"
        self._after_table = False
        self._out.append(f"<w:p><w:pPr>{properties}</w:pPr>{self._marked(run_list)}</w:p>")

    def _marked(self, run_list: list[str]) -> str:
        if not self._waiting:
            return "".join(run_list)
        first = run_list[0] if run_list else ""
        for place in reversed(self._waiting):
            first = self._bookmarks.around(place, first)
        self._waiting.clear()
        return first + "".join(run_list[1:])

    def _quotation(self, block: Quotation, place: str, *, keep: bool) -> None:
        self._waiting.append(place)
        self._paragraph("Citaat", runs(block.runs, place), keep=keep or bool(block.source))
        if block.source:
            self._paragraph("Citaatbron", [plain_run(block.source, place)], keep=keep)

    def _coded_item(self, item: CodedItem, here: str, *, keep: bool) -> None:
        code = plain_run(item.code, here, "" if item.level else _BOLD) or "<w:r/>"
        lines = detail_lines(item.details)
        self._paragraph(
            SECOND if item.level else "GecodeerdItem",
            [code, _TAB, *runs(item.runs, here)],
            keep=keep or bool(lines),
            close=bool(lines),
        )
        for number, details in enumerate(lines, start=1):
            last = number == len(lines)
            line: list[str] = []
            for label, text in details:
                spot = f"{here}/{label}"
                between = plain_run(BETWEEN, spot) if line else ""
                line += [between, plain_run(f"{label}: ", spot, _ITALIC), plain_run(text, spot)]
            self._paragraph("GecodeerdSlot" if last else "GecodeerdDetail", line, keep=keep or not last)

    def _part_from_table(self) -> None:
        """Two tables that touch become one; so does a table with what the house style sets next."""
        if self._after_table:
            self._out.append('<w:p><w:pPr><w:pStyle w:val="Tussenruimte"/></w:pPr></w:p>')
            self._after_table = False

    def _table(self, table: Table, place: str, *, keep: bool) -> None:
        self._waiting.append(place)
        if table.caption:
            self._paragraph("Bijschrift", [plain_run(table.caption, place)])
        self._part_from_table()
        count = max([len(table.header), *(len(row) for row in table.rows)])
        if not count:
            self._waiting.clear()
            return
        widths, figures = table_columns(table, self._width)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        caption = f'<w:tblCaption w:val="{attribute(table.caption, place)}"/>' if table.caption else ""
        summary = f'<w:tblDescription w:val="{attribute(table.summary, place)}"/>' if table.summary else ""
        self._out.append(
            f'<w:tbl><w:tblPr><w:tblStyle w:val="Tabel"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{caption}{summary}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        )
        if table.header:
            self._row(table, 0, widths, figures, place, keep=True)
        total = len(table.rows)
        small = sum(len(cell) for row in table.rows for cell in row) <= WHOLE_TABLE
        for number in range(1, total + 1):
            hold = (small and _holds(number, total)) or (keep and number == total)
            self._row(table, number, widths, figures, f"{place}/{number}", keep=hold)
        self._out.append("</w:tbl>")
        self._after_table = True

    def _row(self, table: Table, number: int, widths: list[int], figures: list[bool], place: str, *, keep: bool) -> None:
        out, head = self._out, number == 0
        cells = table.header if head else table.rows[number - 1]
        # LibreOffice never ends when it must keep together what does not fit on a page.
        whole = all(len(cell) <= WHOLE_CELL for cell in cells)
        style = "Tabelkop" if head and whole else "Tabeltekst"
        once = f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>" if whole else ""
        out.append(f"<w:tr>{once}")
        for column, width in enumerate(widths):
            words = runs(cell_runs(table, number, column), place)
            properties = (_KEEP if keep and whole else "") + ('<w:jc w:val="right"/>' if figures[column] else "")
            run = self._marked(words) if self._waiting else "".join(words)
            out.append(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}'
                f"</w:pPr>{run}</w:p></w:tc>"
            )
        out.append("</w:tr>")


def _is_one_line(block: Block) -> bool:
    """Whether a block is so short that it takes the one before along: one line and a signature are no page."""
    return isinstance(block, Paragraph) and len(block.text) <= _ONE_LINE


def signatures_xml(signatures: tuple[Signature, ...], width: int, *, followed: bool = False) -> str:
    """Give the places to sign, two abreast, each with room for a pen; kept on one page with the closing.

    Where annexes or copies follow (`followed`) they go along: their heads never stand alone on a last page.
    """
    if not signatures:
        return ""
    half = width // _SIGNATURES_ABREAST
    # LibreOffice takes a table of one row that may not break for one that may not break, and holds such a table to nothing.
    unbroken = "" if followed and len(signatures) <= _SIGNATURES_ABREAST else "<w:trPr><w:cantSplit/></w:trPr>"
    out = [
        f'<w:tbl><w:tblPr><w:tblW w:w="{half * _SIGNATURES_ABREAST}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="227" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0000"/>'
        '<w:tblDescription w:val="Ondertekening: naam en functie van wie ondertekent"/></w:tblPr><w:tblGrid>'
        + f'<w:gridCol w:w="{half}"/>' * _SIGNATURES_ABREAST
        + "</w:tblGrid>"
    ]
    for start in range(0, len(signatures), _SIGNATURES_ABREAST):
        pair = signatures[start : start + _SIGNATURES_ABREAST]
        whole = all(len(each.name) + len(each.role) <= WHOLE_CELL for each in pair)
        name_style, role_style = ("OndertekeningNaam", "OndertekeningRol") if whole else ("Alinea", "Alinea")
        out.append(f"<w:tr>{unbroken if whole else ''}")
        for column in range(start, start + _SIGNATURES_ABREAST):
            out.append(f'<w:tc><w:tcPr><w:tcW w:w="{half}" w:type="dxa"/></w:tcPr>')
            if column < len(signatures):
                place = f"signatures/{column + 1}"
                out.append(_styled(name_style, plain_run(signatures[column].name, place), keep=followed and whole))
                out.append(_styled(role_style, plain_run(signatures[column].role, place), keep=followed and whole))
            else:
                out.append(_styled("Ondertekening", "", keep=followed and whole))
            out.append("</w:tc>")
        out.append("</w:tr>")
    # Word ends no page with a table; a line of one point does not bring a page of its own.
    out.append("</w:tbl>" + _styled("Slotregel", "", keep=followed))
    return "".join(out)


def annexes_xml(annexes: tuple[Annex, ...], *, followed: bool = False) -> str:
    """Give the list of annexes: number, title, date, version; its last line goes along with what follows."""
    if not annexes:
        return ""
    out = [_styled("Bijlagenkop", plain_run("Bijlagen" if len(annexes) > 1 else "Bijlage", "annexes"))]
    for index, annex in enumerate(annexes, start=1):
        place = f"annexes/{annex.number}"
        text = annex.title
        if annex.date is not None:
            text += f", {in_words(annex.date)}"
        if annex.version:
            text += f", versie {annex.version}"
        line = plain_run(str(annex.number), place) + _TAB + plain_run(text, place)
        last = index == len(annexes)
        out.append(_styled("Bijlagenlijst", line, keep=followed if last else _holds(index, len(annexes))))
    return "".join(out)


def copies_xml(copies: tuple[str, ...]) -> str:
    """Give who gets a copy."""
    if not copies:
        return ""
    lines = (
        _styled("Kopielijst", plain_run(copy, f"copies/{number}"), keep=_holds(number, len(copies)))
        for number, copy in enumerate(copies, start=1)
    )
    return _styled("Bijlagenkop", plain_run("Kopie aan", "copies")) + "".join(lines)


def _holds(number: int, total: int) -> bool:
    """A short list stays on one page; of a longer one, the first and the last two lines stay together."""
    return number < total and (total <= WHOLE_ROWS or number in (1, total - 1))


def _styled(style: str, run: str, *, keep: bool = False) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{_KEEP if keep else ""}</w:pPr>{run}</w:p>'
