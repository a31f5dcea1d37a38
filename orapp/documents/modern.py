"""Makes the house style "Modern": the subject as a title, references in small print, one colour, numbers beside the text."""

from __future__ import annotations

import sys
from pathlib import Path

from orapp.documents.klassiek_theme import theme_part
from orapp.documents.modern_styles import ACCENT, FONT, HAIRLINE, INK, NUMBERING, QUIET, STYLES, TINT
from orapp.documents.shipped_parts import Sheet, ShippedStyle, document, ending, letterhead, shipped_template
from orapp.documents.word_pieces import cell, paragraph, place, plain_table

# Even white at both sides.
SHEET = Sheet(top=1474, right=1304, bottom=1304, left=1304)
LABEL_WIDTH = 1304
ADDRESS_WIDTH = 3300
LETTERHEAD_HEIGHT = 1077
VERSION = "1.0"


def _document() -> str:
    value = SHEET.text_width - LABEL_WIDTH
    label = paragraph("Referentielabel", place("reference.label", "Label", "Label", 204))
    content = paragraph("Referentie", place("reference.value", "Kenmerk", "Waarde", 205))
    row = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell(LABEL_WIDTH, label)}{cell(value, content)}</w:tr>"
    body = (
        paragraph("Vertrouwelijk", place("confidentiality", "Vertrouwelijkheid", "Vertrouwelijk", 201))
        + paragraph("Adresblok", place("addressee", "Geadresseerde", "Geadresseerde", 202))
        + paragraph("Adresblok", "")
        + plain_table((LABEL_WIDTH, value), row, "Datum en kenmerken van deze brief")
        + paragraph("Onderwerp", place("subject", "Onderwerp", "Onderwerp", 206))
        + ending()
    )
    return document(body, SHEET)


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
    return shipped_template(
        ShippedStyle(
            name="Modern",
            version=VERSION,
            document=_document(),
            styles=STYLES,
            numbering=NUMBERING,
            theme=theme_part(colours, FONT, FONT, "Modern"),
            first_header=letterhead(ADDRESS_WIDTH, LETTERHEAD_HEIGHT, SHEET),
        )
    )


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(make_modern())
