"""Lists in Word: heading, note and one table in the table style of the house, A4, with page X of Y at the foot."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from orapp.documents.written_text import attribute, plain_run, require_writable
from orapp.law.dutch_dates import in_words
from orapp.services.lists import ListContent, ListValue, day_in_figures, shares

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

_UPRIGHT_COLUMNS = 4
"""More columns than these are set on a page that lies on its side."""

_A4 = (Mm(210), Mm(297))
_MARGIN = Mm(20)
_TWIP = 635
# The width of a sign in a table, in twips.
_SIGN = 100
_WHOLE_CELL = 400


def word_list(content: ListContent, template: bytes) -> bytes:
    """The list as .docx in the styles of a house style. Raises UnwritableText for a sign that Word cannot hold."""
    _require_writable(content)
    document = docx.Document(io.BytesIO(template))
    _empty(document)
    section = document.sections[0]
    _set_page(section, lying=len(content.columns) > _UPRIGHT_COLUMNS)
    document.add_paragraph(content.heading, style=_named(document, "KopZonderNummer"))
    plain = _named(document, "Alinea")
    document.add_paragraph(" · ".join(part for part in (in_words(content.on), content.note) if part), style=plain)
    _add_table(document, content, section)
    _set_foot(section, content.heading)
    core = document.core_properties
    made = datetime.combine(content.on, time(), tzinfo=UTC)
    core.title, core.author, core.last_modified_by, core.language = content.heading, "", "", "nl-NL"
    core.subject = core.keywords = core.comments = core.category = ""
    core.created = core.modified = made
    core.revision = 1
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _require_writable(content: ListContent) -> None:
    require_writable(content.heading, "title")
    require_writable(content.note, "title")
    for place, column in enumerate(content.columns):
        require_writable(column.title, f"kolom {place + 1}")
    for number, row in enumerate(content.rows, start=1):
        for value in row:
            if isinstance(value, str):
                require_writable(value, f"regel {number}")


def _empty(document: Document) -> None:
    """Leaves the styles and the page of the house style, and takes away what makes it a letter."""
    body = document.element.body
    for element in list(body):
        if element.tag != qn("w:sectPr"):
            body.remove(element)
    for properties in body.iter(qn("w:sectPr")):
        for part in list(properties):
            if part.tag in {qn("w:headerReference"), qn("w:footerReference")}:
                document.part.drop_rel(str(part.get(qn("r:id"))))
                properties.remove(part)
            elif part.tag == qn("w:titlePg"):
                properties.remove(part)


def _named(document: Document, style_id: str) -> str:
    """The name of a style by its id: ids are ours, names may be translated by a user's Word."""
    return next((str(style.name) for style in document.styles if style.style_id == style_id), "Normal")


def _set_page(section: Section, *, lying: bool) -> None:
    width, height = _A4[::-1] if lying else _A4
    section.orientation = WD_ORIENT.LANDSCAPE if lying else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = width, height
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN


def _add_table(document: Document, content: ListContent, section: Section) -> None:
    """The table as XML in one piece: built cell by cell, a list of thousands of lines takes minutes."""
    page, left, right = section.page_width, section.left_margin, section.right_margin
    widths = _widths(content, ((page or 0) - (left or 0) - (right or 0)) // _TWIP)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    caption = attribute(content.heading, "title")
    rows = [_row([column.title for column in content.columns], widths, "Tabelkop", "<w:tblHeader/>")]
    rows += [_row([_written(value) for value in row], widths, "Tabeltekst", "") for row in content.rows]
    table = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="Tabel"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{caption}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
    document.element.body.sectPr.addprevious(table)
    # Word ends no page with a table.
    document.add_paragraph("" if content.rows else "Deze lijst is leeg.", style=_named(document, "Alinea"))


def _row(texts: list[str], widths: list[int], style: str, head: str) -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f"{plain_run(text, 'lijst') if text else ''}</w:p></w:tc>"
        for text, width in zip(texts, widths, strict=True)
    )
    # A cell that is longer than a page would never find its place if it had to stay whole.
    whole = "<w:cantSplit/>" if all(len(text) <= _WHOLE_CELL for text in texts) else ""
    return f"<w:tr><w:trPr>{whole}{head}</w:trPr>{cells}</w:tr>"


def _set_foot(section: Section, heading: str) -> None:
    section.footer.is_linked_to_previous = False
    fields = "".join(
        f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r><w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        for words, name in (("pagina ", "PAGE"), (" van ", "NUMPAGES"))
    )
    written = parse_xml(f"<w:p {nsdecls('w')}>{plain_run(f'{heading} · ', 'title')}{fields}</w:p>")
    for old in list(section.footer.part.element):
        section.footer.part.element.remove(old)
    section.footer.part.element.append(written)


def _widths(content: ListContent, room: int) -> list[int]:
    """The columns share the page, in twips."""
    return [int(room * share) for share in shares(content.columns, room // _SIGN)]


def _written(value: ListValue) -> str:
    match value:
        case None:
            return ""
        case date():
            return day_in_figures(value)
        case _:
            return str(value)
