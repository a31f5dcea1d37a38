"""Makes the house style "Klassiek": an ordinary, lean Word file with places (content controls) for the builder to fill."""

from __future__ import annotations

import sys
from pathlib import Path

from orapp.documents.klassiek_styles import NUMBERING, STYLES
from orapp.documents.klassiek_theme import THEME
from orapp.documents.shipped_parts import Sheet, ShippedStyle, document, ending, letterhead, shipped_template
from orapp.documents.word_pieces import cell, paragraph, place, plain_table, text

# A wide left margin, in which the numbers of headings and paragraphs hang.
MARGIN_LEFT = 1701
SHEET = Sheet(top=1588, right=1361, bottom=1304, left=MARGIN_LEFT)
TEXT_WIDTH = SHEET.text_width
LABEL_WIDTH = 1644
ADDRESS_WIDTH = 2900
VERSION = "1.0"

# The letterhead fills the paper down to where the window of an envelope begins (about 4.8 cm).
LETTERHEAD_HEIGHT = 1500


def _document() -> str:
    value = TEXT_WIDTH - LABEL_WIDTH
    label = paragraph("Referentielabel", place("reference.label", "Label", "Label", 204))
    content = paragraph("Referentie", place("reference.value", "Kenmerk", "Waarde", 205))
    subject = paragraph("Onderwerp", place("subject", "Onderwerp", "Onderwerp", 206))
    rows = (
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell(LABEL_WIDTH, label)}{cell(value, content)}</w:tr>"
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell(LABEL_WIDTH, paragraph('Onderwerplabel', text('Betreft')))}"
        f"{cell(value, subject)}</w:tr>"
    )
    body = (
        paragraph("Vertrouwelijk", place("confidentiality", "Vertrouwelijkheid", "Vertrouwelijk", 201))
        + paragraph("Adresblok", place("addressee", "Geadresseerde", "Geadresseerde", 202))
        + plain_table((LABEL_WIDTH, value), rows, "Datum, kenmerken en onderwerp van deze brief")
        + ending()
    )
    return document(body, SHEET)


def make_klassiek() -> bytes:
    """Give the whole template; the same bytes each time."""
    return shipped_template(
        ShippedStyle(
            name="Klassiek",
            version=VERSION,
            document=_document(),
            styles=STYLES,
            numbering=NUMBERING,
            theme=THEME,
            first_header=letterhead(ADDRESS_WIDTH, LETTERHEAD_HEIGHT, SHEET),
        )
    )


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(make_klassiek())
