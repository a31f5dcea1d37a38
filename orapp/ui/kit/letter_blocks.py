"""Sets the pieces of a letter one after the other: its opening, the blocks of its sections, its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from PySide6.QtGui import QTextCursor

from orapp.law.dutch_dates import in_words
from orapp.letters.cell_looks import rows_of
from orapp.letters.content import BulletList, CodedList, Operative, Paragraph, Quotation, Table
from orapp.letters.page_words import BETWEEN, detail_lines, stays_whole, table_columns
from orapp.services.page_look import FrameLine, FrameRow, TextLook
from orapp.ui.kit.letter_formats import UNITS, Setter
from orapp.ui.kit.letter_frames import bare_text, beside, is_line, set_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QTextDocument

    from orapp.letters.content import Block, LetterContent, Run
    from orapp.services.page_look import PageLook
    from orapp.ui.kit.letter_formats import Formats
    from orapp.ui.kit.letter_frames import FrameSetter, Pieces

AFTER_TABLE: Final = 8.0
CLOSE: Final = 3.0
TWIPS: Final = 20
ABREAST: Final = 2


class PieceSetter(Setter):
    """Sets one piece in the styles of a house style; `start` is then where it begins."""

    def __init__(self, cursor: QTextCursor, formats: Formats, look: PageLook, pieces: Pieces, *, opens: bool) -> None:
        super().__init__(cursor, formats, opens=opens)
        self._look = look
        self._pieces = pieces

    # -- opening and end -----------------------------------------------------------------------------------------------

    def opening(self, frame: FrameSetter, lower: float) -> None:
        """What stands before the text, `lower` points below where later pages begin: the letterhead needs its room."""
        self.begin(self.formats.thin(lower))
        self._rows(frame, self._look.opening)

    def _rows(self, frame: FrameSetter, rows: Sequence[FrameRow]) -> None:
        number = 0
        while number < len(rows):
            if is_line(rows[number]):
                frame.line(self, rows[number].cells[0][1][0])
                number += 1
            else:
                group = beside(rows, number)
                self._piece(frame.piece(group, self._look.text_width, self.cursor.document()))
                number += len(group)

    def ending(self, frame: FrameSetter, content: LetterContent) -> None:
        """What stands after the text."""
        for row in self._look.ending:
            places = {place for _, lines in row.cells for line in lines for place in line.places}
            if "signatures" in places:
                self._signatures(frame, content)
            elif "annexes" in places:
                self._annexes(content)
            elif "copies" in places:
                self._copies(content)
            elif is_line(row):
                frame.line(self, row.cells[0][1][0])
            else:
                self._piece(frame.piece((row,), self._look.text_width, self.cursor.document()))
        if not self.begun:
            self.begin(self.formats.thin())

    def _signatures(self, frame: FrameSetter, content: LetterContent) -> None:
        if not content.signatures:
            return
        name, role = self._look.style("OndertekeningNaam"), self._look.style("OndertekeningRol")
        half = self._look.text_width / ABREAST
        cells: list[tuple[float, tuple[FrameLine, ...]]] = [
            (half, (FrameLine(look=name, parts=(one.name,)), FrameLine(look=role, parts=(one.role,))))
            for one in content.signatures
        ]
        while len(cells) % ABREAST:
            cells.append((half, (FrameLine(look=self._look.style("Ondertekening")),)))
        rows = [FrameRow(cells=tuple(cells[at : at + ABREAST])) for at in range(0, len(cells), ABREAST)]
        self._piece(frame.piece(rows, self._look.text_width, self.cursor.document()))

    def _annexes(self, content: LetterContent) -> None:
        if not content.annexes:
            return
        head, line = self._look.style("Bijlagenkop"), self._look.style("Bijlagenlijst")
        self.paragraph(head)
        self.write("Bijlagen" if len(content.annexes) > 1 else "Bijlage", head)
        for annex in content.annexes:
            when = f", {in_words(annex.date)}" if annex.date else ""
            version = f", versie {annex.version}" if annex.version else ""
            self.paragraph(line)
            self.write(f"{annex.number}\t{annex.title}{when}{version}", line)

    def _copies(self, content: LetterContent) -> None:
        if not content.copies:
            return
        head, line = self._look.style("Bijlagenkop"), self._look.style("Kopielijst")
        self.paragraph(head)
        self.write("Kopie aan", head)
        for copy in content.copies:
            self.paragraph(line)
            self.write(copy, line)

    # -- text ----------------------------------------------------------------------------------------------------------

    def section(self, heading: str, number: int, blocks: tuple[Block, ...], numbers: tuple[str, ...]) -> None:
        """A heading, where there is one, and blocks with their numbers."""
        if heading:
            style = self._look.style("Kop1" if number else "KopZonderNummer")
            self._numbered(style, f"{number}", bool(number))
            self.write(heading, style)
        for block, own in zip(blocks, numbers, strict=True):
            self._block(block, own)
        if not self.begun:
            self.begin(self.formats.thin())

    def _numbered(self, style: TextLook, number: str, wanted: bool) -> None:
        self.paragraph(style)
        if wanted:
            pattern = style.number.pattern if style.number is not None else ""
            tail = "." if pattern.endswith(".") else ""
            self.write(f"{number}{tail}\t", style, number=True)

    def _runs(self, runs: Iterable[Run], style: TextLook) -> None:
        for run in runs:
            self.write(run.text, style, bold=run.bold, italic=run.italic)

    def _block(self, block: Block, number: str) -> None:
        match block:
            case Quotation():
                self._styled("Citaat", block.runs)
                if block.source:
                    style = self._look.style("Citaatbron")
                    self.paragraph(style)
                    self.write(block.source, style)
            case Paragraph():
                name = "Besluit" if isinstance(block, Operative) else "Alinea"
                wanted = block.numbered and bool(number)
                style = self._look.style(f"{name}Genummerd" if wanted else name)
                self._numbered(style, number, wanted)
                self._runs(block.runs, style)
            case CodedList():
                self._coded(block)
            case BulletList():
                style = self._look.style("Opsomming")
                mark = style.number.pattern if style.number is not None else "•"
                for at, runs in enumerate(block.items, start=1):
                    below = block.mark(at - 1)
                    same = at < len(block.items) and bool(block.mark(at)) is bool(below)
                    form = self._look.style("GecodeerdTweede") if below else style
                    self.paragraph(form, after=0 if form.close and same else -1)
                    self.write(f"{below or mark}\t", form, number=not below)
                    self._runs(runs, form)
            case Table():
                self._table(block)
            case _:
                assert_never(block)

    def _styled(self, name: str, runs: Iterable[Run]) -> None:
        style = self._look.style(name)
        self.paragraph(style)
        self._runs(runs, style)

    def _coded(self, block: CodedList) -> None:
        for item in block.items:
            style = self._look.style("GecodeerdTweede" if item.level else "GecodeerdItem")
            lines = detail_lines(item.details)
            self.paragraph(style, after=CLOSE if lines else -1)
            self.write(f"{item.code}\t", style, bold=not item.level)
            self._runs(item.runs, style)
            for number, details in enumerate(lines, start=1):
                form = self._look.style("GecodeerdSlot" if number == len(lines) else "GecodeerdDetail")
                self.paragraph(form)
                for at, (label, said) in enumerate(details):
                    self.write(BETWEEN if at else "", form)
                    self.write(f"{label}: ", form, italic=True)
                    self.write(said, form)

    def _table(self, table: Table) -> None:
        if table.caption:
            style = self._look.style("Bijschrift")
            self.paragraph(style)
            self.write(table.caption, style)
        width = self._look.text_width
        twips, figures = table_columns(table, round(width * TWIPS))
        widths = [one / TWIPS for one in twips]
        rows = rows_of(table) if table.header else [(), *rows_of(table)]
        styles = self._look.style("Tabelkop"), self._look.style("Tabeltekst")
        if stays_whole(table):
            text = bare_text(width, self.cursor.document())
            inner = Setter(QTextCursor(text), self.formats, opens=True)
            inner.begin(self.formats.thin())
            set_table(inner, self._look.table, styles, rows, widths, figures)
            self._end_of_table(inner.cursor)
            self._piece(text, after=AFTER_TABLE)
            return
        if not self.begun:
            self.begin(self.formats.thin())
        set_table(self, self._look.table, styles, rows, widths, figures)
        self._end_of_table(self.cursor, AFTER_TABLE)

    def _end_of_table(self, cursor: QTextCursor, height: float = 0.1) -> None:
        """A table is always followed by a paragraph: an empty one that takes no more room than it must."""
        cursor.setBlockFormat(self.formats.thin(height))
        cursor.setBlockCharFormat(self.formats.speck())

    def _piece(self, text: QTextDocument, *, after: float = 0) -> None:
        """A text of its own as one sign."""
        form = self.formats.thin()
        form.clearProperty(form.Property.LineHeight.value)
        form.clearProperty(form.Property.LineHeightType.value)
        form.setBottomMargin(UNITS * after)
        self.begin(form)
        self.cursor.insertText("\ufffc", self._pieces.keep(text))
