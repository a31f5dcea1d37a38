"""The top and foot of the pages of a council's template: its own, with the mark of a concept and the number of the page."""

from __future__ import annotations

from lxml import etree

from orapp.documents.brought_letter import BroughtLetter, Edge
from orapp.documents.namespaces import PROLOGUE, w
from orapp.documents.style_cleaning import ROOT_DECLARATIONS, rooted
from orapp.documents.style_places import place_controls
from orapp.documents.word_pieces import cell, concept, field, paragraph, place, plain_table, text


def blocks(xml: str) -> list[etree._Element]:
    """The blocks in a stretch of XML."""
    return list(etree.fromstring(f"<w:hdr {ROOT_DECLARATIONS}>{xml}</w:hdr>"))


def needs_letterhead(letter: BroughtLetter) -> bool:
    """Whether nothing in the file says from whom a letter comes."""
    first = letter.headers.get("first" if letter.first_differs else "default")
    named = first is not None and not first.is_empty
    return not named and letter.letterhead.pictures == 0 and letter.frame is None


def own_letterhead(width: int) -> Edge:
    """Name, undertaking, address and logo of the council, as the templates that ship have them."""
    left, right = width - 2900, 2900
    name = paragraph("Briefhoofd", place("sender.name", "Naam van de ondernemingsraad", "Ondernemingsraad", 111))
    organisation = paragraph("Briefhoofdorganisatie", place("sender.organisation", "Onderneming", "Onderneming", 112))
    logo = paragraph("Briefhoofdlogo", place("logo", "Logo", "Logo", 113))
    lines = paragraph("Briefhoofdregel", place("sender.lines", "Adresregels", "Adres", 114))
    row = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell(left, logo + name + organisation)}{cell(right, lines)}</w:tr>"
    table = plain_table((left, right), row, "Briefhoofd: naam en adres van de afzender")
    return Edge(blocks(table + paragraph("Koptekst", "")), {})


def continuing_head(before: Edge | None) -> Edge:
    """What stands above the later pages: from whom, when, about what; before it what the council has there."""
    inside = (
        place("sender.short", "Afzender (kort)", "Ondernemingsraad – Onderneming", 121)
        + "<w:r><w:tab/></w:r>"
        + place("stamp", "Datum en kenmerk", "Datum", 122)
    )
    subject = paragraph("Kopteksteinde", place("subject.short", "Onderwerp (kort)", "Onderwerp", 124))
    kept = before if before is not None and not before.is_empty else Edge([], {})
    return Edge([*kept.blocks, *blocks(paragraph("Koptekst", inside) + subject)], kept.relations)


def edge_xml(edge: Edge, *, what: str, page: str, number: int, page_number: bool) -> str:
    """The part of a header or footer. A header says CONCEPT and, on later pages, that the letter is confidential."""
    root = rooted("hdr" if what == "header" else "ftr", [])
    if what == "header":
        root.extend(blocks(concept(number)))
    root.extend(edge.blocks)
    place_controls(root, start=150 + 20 * number)
    if what == "header" and page != "first":
        secret = place("confidentiality.short", "Vertrouwelijkheid (kort)", "Vertrouwelijk", 130 + number, "<w:b/><w:bCs/>")
        root.extend(blocks(paragraph("Koptekst", secret)))
    if page_number:
        inside = text("Pagina ") + field("PAGE") + text(" van ") + field("NUMPAGES")
        last = root[-1] if len(root) else None
        if last is not None and last.tag == w("p") and not edge.text and edge.is_empty:
            root.remove(last)
        root.extend(blocks(paragraph("Voettekst", "<w:r><w:tab/></w:r>" + inside)))
    if len(root) == 0 or root[-1].tag != w("p") or what == "header":
        # What is left out of an adopted letter must leave a paragraph behind.
        root.extend(blocks('<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'))
    return PROLOGUE + etree.tostring(root, encoding="unicode")
