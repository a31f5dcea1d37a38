"""What the house styles that ship have in common: headers and footers, the end of a letter, its sheet, and its parts."""

from __future__ import annotations

from dataclasses import dataclass

from orapp.documents.klassiek_styles import FONT_TABLE, SETTINGS
from orapp.documents.namespaces import DECLARATIONS, PROLOGUE
from orapp.documents.template_package import Template, TemplatePart, template_package
from orapp.documents.word_pieces import cell, concept, field, paragraph, place, plain_table, text

PAGE = (11906, 16838)
"""A4 in twips (1/1440 inch)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The white around the text, in twips."""

    top: int
    right: int
    bottom: int
    left: int

    @property
    def text_width(self) -> int:
        """How wide the text is."""
        return PAGE[0] - self.left - self.right


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedStyle:
    """A house style that ships, in the parts in which it differs from the others; all but the name and version are XML."""

    name: str
    version: str
    document: str
    styles: str
    numbering: str
    theme: str
    first_header: str


def letterhead(address_width: int, height: int, sheet: Sheet) -> str:
    """The header of the first page: who sends at the left, the address at the right; width and height in twips."""
    left = (
        paragraph("Briefhoofdlogo", place("logo", "Logo", "Logo", 113))
        + paragraph("Briefhoofd", place("sender.name", "Naam van de ondernemingsraad", "Ondernemingsraad", 111))
        + paragraph("Briefhoofdorganisatie", place("sender.organisation", "Onderneming", "Onderneming", 112))
    )
    right = paragraph("Briefhoofdregel", place("sender.lines", "Adresregels", "Adres", 114))
    widths = (sheet.text_width - address_width, address_width)
    row = (
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/></w:trPr>'
        f"{cell(widths[0], left)}{cell(widths[1], right)}</w:tr>"
    )
    table = plain_table(widths, row, "Briefhoofd: naam en adres van de afzender")
    return f"{PROLOGUE}<w:hdr {DECLARATIONS}>{concept(1)}{table}{paragraph('Koptekstslot', '')}</w:hdr>"


def ending() -> str:
    """The paragraphs from the salutation on, to the end of a letter."""
    return (
        paragraph("Aanhef", place("salutation", "Aanhef", "Geachte heer, mevrouw,", 207))
        + paragraph("Alinea", place("body", "Inhoud van de brief", "Inhoud", 208))
        + paragraph("Slotformule", place("closing", "Slotformule", "Hoogachtend,", 209))
        + paragraph("Ondertekening", place("signatures", "Ondertekening", "Ondertekening", 210))
        + paragraph("Bijlagenlijst", place("annexes", "Bijlagen", "Bijlagen", 211))
        + paragraph("Kopielijst", place("copies", "Kopie aan", "Kopie aan", 212))
    )


def document(body: str, sheet: Sheet) -> str:
    """The text of a letter on its sheet."""
    section = (
        '<w:sectPr><w:headerReference w:type="first" r:id="rId5"/><w:headerReference w:type="default" r:id="rId6"/>'
        '<w:footerReference w:type="first" r:id="rId7"/><w:footerReference w:type="default" r:id="rId8"/>'
        f'<w:pgSz w:w="{PAGE[0]}" w:h="{PAGE[1]}"/><w:pgMar w:top="{sheet.top}" w:right="{sheet.right}" '
        f'w:bottom="{sheet.bottom}" w:left="{sheet.left}" w:header="680" w:footer="624" w:gutter="0"/>'
        '<w:cols w:space="708"/><w:titlePg/></w:sectPr>'
    )
    return f"{PROLOGUE}<w:document {DECLARATIONS}><w:body>{body}{section}</w:body></w:document>"


def shipped_template(style: ShippedStyle) -> bytes:
    """The whole template of a style; the same bytes each time."""
    parts = (
        ("rId1", "styles", "styles.xml", style.styles),
        ("rId2", "numbering", "numbering.xml", style.numbering),
        ("rId3", "settings", "settings.xml", SETTINGS),
        ("rId4", "fontTable", "fontTable.xml", FONT_TABLE),
        ("rId9", "theme", "theme/theme1.xml", style.theme),
        ("rId5", "header", "header1.xml", style.first_header),
        ("rId6", "header", "header2.xml", _next_header()),
        ("rId7", "footer", "footer1.xml", _footer(131)),
        ("rId8", "footer", "footer2.xml", _footer(132)),
    )
    return template_package(
        Template(
            name=style.name,
            version=style.version,
            document=style.document,
            parts=tuple(
                TemplatePart(relation=relation, kind=kind, target=target, xml=xml) for relation, kind, target, xml in parts
            ),
        )
    )


def _next_header() -> str:
    secret = paragraph(
        "Koptekst", place("confidentiality.short", "Vertrouwelijkheid (kort)", "Vertrouwelijk", 123, "<w:b/><w:bCs/>")
    )
    inside = (
        place("sender.short", "Afzender (kort)", "Ondernemingsraad – Onderneming", 121)
        + "<w:r><w:tab/></w:r>"
        + place("stamp", "Datum en kenmerk", "Datum", 122)
    )
    subject = paragraph("Kopteksteinde", place("subject.short", "Onderwerp (kort)", "Onderwerp", 124))
    return f"{PROLOGUE}<w:hdr {DECLARATIONS}>{concept(2)}{secret}{paragraph('Koptekst', inside)}{subject}</w:hdr>"


def _footer(number: int) -> str:
    inside = (
        place("sender.short", "Afzender (kort)", "Ondernemingsraad – Onderneming", number)
        + "<w:r><w:tab/></w:r>"
        + text("Pagina ")
        + field("PAGE")
        + text(" van ")
        + field("NUMPAGES")
    )
    return f"{PROLOGUE}<w:ftr {DECLARATIONS}>{paragraph('Voettekst', inside)}</w:ftr>"
