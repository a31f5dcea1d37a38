"""Makes the house style "Klassiek": an ordinary, lean Word file with places (content controls) for the builder to fill."""

from __future__ import annotations

import sys
from pathlib import Path

from orapp.documents.klassiek_styles import FONT_TABLE, NUMBERING, SETTINGS, STYLES
from orapp.documents.klassiek_theme import THEME
from orapp.documents.namespaces import DECLARATIONS, PROLOGUE
from orapp.documents.package_writer import write_package

# Twips (1/1440 inch): A4 with a wide left margin, in which the numbers of headings and paragraphs hang.
PAGE = (11906, 16838)
MARGIN_TOP, MARGIN_RIGHT, MARGIN_BOTTOM, MARGIN_LEFT = 1588, 1361, 1304, 1701
TEXT_WIDTH = PAGE[0] - MARGIN_LEFT - MARGIN_RIGHT
LABEL_WIDTH = 1644
VERSION = "1.0"

CONCEPT_MARK = "CONCEPT – nog niet vastgesteld"

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_PARTS = (
    ("rId1", "styles", "styles.xml"),
    ("rId2", "numbering", "numbering.xml"),
    ("rId3", "settings", "settings.xml"),
    ("rId4", "fontTable", "fontTable.xml"),
    ("rId5", "header", "header1.xml"),
    ("rId6", "header", "header2.xml"),
    ("rId7", "footer", "footer1.xml"),
    ("rId8", "footer", "footer2.xml"),
    ("rId9", "theme", "theme/theme1.xml"),
)


def _place(tag: str, alias: str, sample: str, number: int, look: str = "") -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return (
        f'<w:sdt><w:sdtPr>{properties}<w:alias w:val="{alias}"/><w:tag w:val="orapp.{tag}"/><w:id w:val="{number}"/>'
        f'<w:text w:multiLine="1"/></w:sdtPr><w:sdtContent><w:r>{properties}<w:t xml:space="preserve">{sample}</w:t></w:r>'
        "</w:sdtContent></w:sdt>"
    )


def _paragraph(style: str, inside: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'


def _text(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _field(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _watermark(number: int) -> str:
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


def _concept(number: int) -> str:
    return _paragraph("Conceptregel", _place("concept", "Concept", CONCEPT_MARK, 100 + number) + _watermark(number))


def _cell(width: int, inside: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'


def _plain_table(widths: tuple[int, ...], rows: str, summary: str) -> str:
    """A table without lines that only places things beside each other."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="113" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0000"/>'
        f'<w:tblDescription w:val="{summary}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def _first_header() -> str:
    """The letterhead: it fills the paper down to where the window of an envelope begins (about 4.8 cm)."""
    left, right = TEXT_WIDTH - 2900, 2900
    name = _paragraph("Briefhoofd", _place("sender.name", "Naam van de ondernemingsraad", "Ondernemingsraad", 111))
    organisation = _paragraph("Briefhoofdorganisatie", _place("sender.organisation", "Onderneming", "Onderneming", 112))
    logo = _paragraph("Briefhoofdlogo", _place("logo", "Logo", "Logo", 113))
    lines = _paragraph("Briefhoofdregel", _place("sender.lines", "Adresregels", "Adres", 114))
    row = (
        '<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="1500" w:hRule="atLeast"/></w:trPr>'
        f"{_cell(left, logo + name + organisation)}{_cell(right, lines)}</w:tr>"
    )
    table = _plain_table((left, right), row, "Briefhoofd: naam en adres van de afzender")
    return f"{PROLOGUE}<w:hdr {DECLARATIONS}>{_concept(1)}{table}{_paragraph('Koptekstslot', '')}</w:hdr>"


def _next_header() -> str:
    secret = _paragraph(
        "Koptekst", _place("confidentiality.short", "Vertrouwelijkheid (kort)", "Vertrouwelijk", 123, "<w:b/><w:bCs/>")
    )
    line = (
        _place("sender.short", "Afzender (kort)", "Ondernemingsraad – Onderneming", 121)
        + "<w:r><w:tab/></w:r>"
        + _place("stamp", "Datum en kenmerk", "Datum", 122)
    )
    subject = _paragraph("Kopteksteinde", _place("subject.short", "Onderwerp (kort)", "Onderwerp", 124))
    return f"{PROLOGUE}<w:hdr {DECLARATIONS}>{_concept(2)}{secret}{_paragraph('Koptekst', line)}{subject}</w:hdr>"


def _footer(number: int) -> str:
    inside = (
        _place("sender.short", "Afzender (kort)", "Ondernemingsraad – Onderneming", number)
        + "<w:r><w:tab/></w:r>"
        + _text("Pagina ")
        + _field("PAGE")
        + _text(" van ")
        + _field("NUMPAGES")
    )
    return f"{PROLOGUE}<w:ftr {DECLARATIONS}>{_paragraph('Voettekst', inside)}</w:ftr>"


def _document() -> str:
    value = TEXT_WIDTH - LABEL_WIDTH
    label = _paragraph("Referentielabel", _place("reference.label", "Label", "Label", 204))
    content = _paragraph("Referentie", _place("reference.value", "Kenmerk", "Waarde", 205))
    subject = _paragraph("Onderwerp", _place("subject", "Onderwerp", "Onderwerp", 206))
    rows = (
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell(LABEL_WIDTH, label)}{_cell(value, content)}</w:tr>"
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell(LABEL_WIDTH, _paragraph('Onderwerplabel', _text('Betreft')))}"
        f"{_cell(value, subject)}</w:tr>"
    )
    body = (
        _paragraph("Vertrouwelijk", _place("confidentiality", "Vertrouwelijkheid", "Vertrouwelijk", 201))
        + _paragraph("Adresblok", _place("addressee", "Geadresseerde", "Geadresseerde", 202))
        + _plain_table((LABEL_WIDTH, value), rows, "Datum, kenmerken en onderwerp van deze brief")
        + _paragraph("Aanhef", _place("salutation", "Aanhef", "Geachte heer, mevrouw,", 207))
        + _paragraph("Alinea", _place("body", "Inhoud van de brief", "Inhoud", 208))
        + _paragraph("Slotformule", _place("closing", "Slotformule", "Hoogachtend,", 209))
        + _paragraph("Ondertekening", _place("signatures", "Ondertekening", "Ondertekening", 210))
        + _paragraph("Bijlagenlijst", _place("annexes", "Bijlagen", "Bijlagen", 211))
        + _paragraph("Kopielijst", _place("copies", "Kopie aan", "Kopie aan", 212))
    )
    section = (
        '<w:sectPr><w:headerReference w:type="first" r:id="rId5"/><w:headerReference w:type="default" r:id="rId6"/>'
        '<w:footerReference w:type="first" r:id="rId7"/><w:footerReference w:type="default" r:id="rId8"/>'
        f'<w:pgSz w:w="{PAGE[0]}" w:h="{PAGE[1]}"/><w:pgMar w:top="{MARGIN_TOP}" w:right="{MARGIN_RIGHT}" '
        f'w:bottom="{MARGIN_BOTTOM}" w:left="{MARGIN_LEFT}" w:header="680" w:footer="624" w:gutter="0"/>'
        '<w:cols w:space="708"/><w:titlePg/></w:sectPr>'
    )
    return f"{PROLOGUE}<w:document {DECLARATIONS}><w:body>{body}{section}</w:body></w:document>"


def _content_types() -> str:
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
        "jpg": "image/jpeg",
        "jpeg": "image/jpeg",
    }
    overrides = {"/word/document.xml": f"{_MAIN_TYPE}.document.main+xml"}
    overrides |= {f"/word/{target}": f"{_MAIN_TYPE}.{kind}+xml" for _, kind, target in _PARTS}
    overrides["/word/theme/theme1.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    overrides["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    overrides["/docProps/app.xml"] = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    inside = "".join(f'<Default Extension="{name}" ContentType="{kind}"/>' for name, kind in defaults.items())
    inside += "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return f'{PROLOGUE}<Types xmlns="{_PACKAGE}/content-types">{inside}</Types>'


def _relationships(rows: tuple[tuple[str, str, str], ...]) -> str:
    inside = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in rows)
    return f'{PROLOGUE}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _core() -> str:
    return (
        f'{PROLOGUE}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>Klassiek</dc:title><dc:language>nl-NL</dc:language><cp:version>{VERSION}</cp:version></cp:coreProperties>"
    )


def _app() -> str:
    return (
        f'{PROLOGUE}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>orapp</Application></Properties>"
    )


def make_klassiek() -> bytes:
    """Give the whole template; the same bytes each time."""
    root = (
        ("rId1", f"{_RELATION}/officeDocument", "word/document.xml"),
        ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", f"{_RELATION}/extended-properties", "docProps/app.xml"),
    )
    parts = tuple((name, f"{_RELATION}/{kind}", target) for name, kind, target in _PARTS)
    return write_package(
        {
            "[Content_Types].xml": _content_types().encode(),
            "_rels/.rels": _relationships(root).encode(),
            "word/document.xml": _document().encode(),
            "word/_rels/document.xml.rels": _relationships(parts).encode(),
            "word/styles.xml": STYLES.encode(),
            "word/numbering.xml": NUMBERING.encode(),
            "word/settings.xml": SETTINGS.encode(),
            "word/fontTable.xml": FONT_TABLE.encode(),
            "word/theme/theme1.xml": THEME.encode(),
            "word/header1.xml": _first_header().encode(),
            "word/header2.xml": _next_header().encode(),
            "word/footer1.xml": _footer(131).encode(),
            "word/footer2.xml": _footer(132).encode(),
            "docProps/core.xml": _core().encode(),
            "docProps/app.xml": _app().encode(),
        }
    )


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(make_klassiek())
