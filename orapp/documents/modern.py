"""Makes the house style "Modern": the subject as a title, references in small print, one colour, numbers beside the text."""

from __future__ import annotations

import sys
from pathlib import Path

from orapp.documents.klassiek_styles import FONT_TABLE, SETTINGS
from orapp.documents.klassiek_theme import theme_part
from orapp.documents.modern_styles import ACCENT, FONT, HAIRLINE, INK, NUMBERING, QUIET, STYLES, TINT
from orapp.documents.namespaces import DECLARATIONS, PROLOGUE
from orapp.documents.template_package import Template, TemplatePart, template_package
from orapp.documents.word_pieces import cell, concept, field, paragraph, place, plain_table, text

# Twips (1/1440 inch): A4 with even white at both sides.
PAGE = (11906, 16838)
MARGIN_TOP, MARGIN_RIGHT, MARGIN_BOTTOM, MARGIN_LEFT = 1474, 1304, 1304, 1304
TEXT_WIDTH = PAGE[0] - MARGIN_LEFT - MARGIN_RIGHT
LABEL_WIDTH = 1304
VERSION = "1.0"


def _first_header() -> str:
    """The name in large letters at the left, the address at the right, and one line of colour below."""
    left, right = TEXT_WIDTH - 3300, 3300
    logo = paragraph("Briefhoofdlogo", place("logo", "Logo", "Logo", 113))
    name = paragraph("Briefhoofd", place("sender.name", "Naam van de ondernemingsraad", "Ondernemingsraad", 111))
    organisation = paragraph("Briefhoofdorganisatie", place("sender.organisation", "Onderneming", "Onderneming", 112))
    lines = paragraph("Briefhoofdregel", place("sender.lines", "Adresregels", "Adres", 114))
    row = (
        '<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="1077" w:hRule="atLeast"/></w:trPr>'
        f"{cell(left, logo + name + organisation)}{cell(right, lines)}</w:tr>"
    )
    table = plain_table((left, right), row, "Briefhoofd: naam en adres van de afzender")
    return f"{PROLOGUE}<w:hdr {DECLARATIONS}>{concept(1)}{table}{paragraph('Koptekstslot', '')}</w:hdr>"


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


def _document() -> str:
    value = TEXT_WIDTH - LABEL_WIDTH
    label = paragraph("Referentielabel", place("reference.label", "Label", "Label", 204))
    content = paragraph("Referentie", place("reference.value", "Kenmerk", "Waarde", 205))
    row = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell(LABEL_WIDTH, label)}{cell(value, content)}</w:tr>"
    body = (
        paragraph("Vertrouwelijk", place("confidentiality", "Vertrouwelijkheid", "Vertrouwelijk", 201))
        + paragraph("Adresblok", place("addressee", "Geadresseerde", "Geadresseerde", 202))
        + paragraph("Adresblok", "")
        + plain_table((LABEL_WIDTH, value), row, "Datum en kenmerken van deze brief")
        + paragraph("Onderwerp", place("subject", "Onderwerp", "Onderwerp", 206))
        + paragraph("Aanhef", place("salutation", "Aanhef", "Geachte heer, mevrouw,", 207))
        + paragraph("Alinea", place("body", "Inhoud van de brief", "Inhoud", 208))
        + paragraph("Slotformule", place("closing", "Slotformule", "Hoogachtend,", 209))
        + paragraph("Ondertekening", place("signatures", "Ondertekening", "Ondertekening", 210))
        + paragraph("Bijlagenlijst", place("annexes", "Bijlagen", "Bijlagen", 211))
        + paragraph("Kopielijst", place("copies", "Kopie aan", "Kopie aan", 212))
    )
    section = (
        '<w:sectPr><w:headerReference w:type="first" r:id="rId5"/><w:headerReference w:type="default" r:id="rId6"/>'
        '<w:footerReference w:type="first" r:id="rId7"/><w:footerReference w:type="default" r:id="rId8"/>'
        f'<w:pgSz w:w="{PAGE[0]}" w:h="{PAGE[1]}"/><w:pgMar w:top="{MARGIN_TOP}" w:right="{MARGIN_RIGHT}" '
        f'w:bottom="{MARGIN_BOTTOM}" w:left="{MARGIN_LEFT}" w:header="680" w:footer="624" w:gutter="0"/>'
        '<w:cols w:space="708"/><w:titlePg/></w:sectPr>'
    )
    return f"{PROLOGUE}<w:document {DECLARATIONS}><w:body>{body}{section}</w:body></w:document>"


def make_modern() -> bytes:
    """Give the whole template; the same bytes each time."""
    colours = {
        "dk2": INK,
        "lt2": TINT,
        "accent1": ACCENT,
        "accent2": QUIET,
        "accent3": HAIRLINE,
        "hlink": ACCENT,
        "folHlink": QUIET,
    }
    parts = (
        ("rId1", "styles", "styles.xml", STYLES),
        ("rId2", "numbering", "numbering.xml", NUMBERING),
        ("rId3", "settings", "settings.xml", SETTINGS),
        ("rId4", "fontTable", "fontTable.xml", FONT_TABLE),
        ("rId9", "theme", "theme/theme1.xml", theme_part(colours, FONT, FONT, "Modern")),
        ("rId5", "header", "header1.xml", _first_header()),
        ("rId6", "header", "header2.xml", _next_header()),
        ("rId7", "footer", "footer1.xml", _footer(131)),
        ("rId8", "footer", "footer2.xml", _footer(132)),
    )
    return template_package(
        Template(
            name="Modern",
            version=VERSION,
            document=_document(),
            parts=tuple(
                TemplatePart(relation=relation, kind=kind, target=target, xml=xml) for relation, kind, target, xml in parts
            ),
        )
    )


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(make_modern())
