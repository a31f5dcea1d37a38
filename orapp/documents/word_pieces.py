"""Pieces of WordprocessingML of which the templates that ship and those of a council are made."""

from __future__ import annotations

from typing import Final

CONCEPT_MARK: Final = "CONCEPT – nog niet vastgesteld"


def place(tag: str, alias: str, sample: str, number: int, look: str = "") -> str:
    """A place for one value, as a content control with a sample in it."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return (
        f'<w:sdt><w:sdtPr>{properties}<w:alias w:val="{alias}"/><w:tag w:val="orapp.{tag}"/><w:id w:val="{number}"/>'
        f'<w:text w:multiLine="1"/></w:sdtPr><w:sdtContent><w:r>{properties}<w:t xml:space="preserve">{sample}</w:t></w:r>'
        "</w:sdtContent></w:sdt>"
    )


def paragraph(style: str, inside: str) -> str:
    """A paragraph in a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'


def text(words: str) -> str:
    """A run of plain text that needs no escaping."""
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def field(instruction: str) -> str:
    """A field that Word counts by itself (PAGE, NUMPAGES)."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def watermark(number: int) -> str:
    """The rotated word behind the text, as Word itself writes a watermark (VML, a text path)."""
    return (
        "<w:r><w:rPr><w:noProof/></w:rPr><w:pict>"
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
        '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
        '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>'
        '<v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>'
        '<v:f eqn="sum @6 0 @5"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
        'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>'
        '<v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles><o:lock v:ext="edit" text="t" shapetype="t"/>'
        "</v:shapetype>"
        f'<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{1024 + number}" type="#_x0000_t136" '
        'alt="Watermerk: CONCEPT" style="position:absolute;margin-left:0;margin-top:0;width:430pt;height:108pt;rotation:315;'
        "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        'mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#d9dde2" stroked="f">'
        '<v:fill opacity=".5"/><v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt" string="CONCEPT"/></v:shape>'
        "</w:pict></w:r>"
    )


def concept(number: int) -> str:
    """The line and the watermark that say on each page that the letter was not adopted; gone from an adopted one."""
    return paragraph("Conceptregel", place("concept", "Concept", CONCEPT_MARK, 100 + number) + watermark(number))


def cell(width: int, inside: str) -> str:
    """A cell; `width` in twips."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'


def plain_table(widths: tuple[int, ...], rows: str, summary: str) -> str:
    """A table without lines that only places things beside each other."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="113" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0000"/>'
        f'<w:tblDescription w:val="{summary}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )
