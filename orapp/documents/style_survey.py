"""Reads any Word file that a council brings, and says what of it can serve in letters, what is missing and what goes."""

from __future__ import annotations

from typing import Final

from orapp.documents.brought_letter import KINDS, BroughtLetter, Edge, Sheet, read_letter
from orapp.documents.style_edges import needs_letterhead
from orapp.documents.style_proposals import propose
from orapp.documents.style_reading import contrast, found_styles
from orapp.domain.council_styles import Removal, StyleRole
from orapp.services.style_rows import EdgeFacts, PageFacts, StyleSurvey

_READABLE: Final = 4.5
_SMALLEST_POINTS: Final = 9
_TWIPS_PER_MM: Final = 56.6929
_MOST_TEXT: Final = 300


def survey_style(data: bytes) -> StyleSurvey:
    """Look at a Word file; raises UnusableHouseStyle with the place and what can be done for one that cannot serve."""
    letter = read_letter(data)
    styles = letter.styles
    found = found_styles(styles, letter.used)
    proposal = propose(found, styles.default)
    chosen = {one.role: one.style for one in proposal}
    body = styles.letters(chosen.get(StyleRole.BODY, styles.default))
    headers, footers = _edges(letter.headers), _edges(letter.footers)
    return StyleSurvey(
        styles=found,
        proposal=proposal,
        missing=tuple(role for role in StyleRole if role not in chosen),
        removed=letter.findings.removals(),
        notes=_notes(letter, body.colour, body.points),
        page=page_facts(letter.sheet),
        headers=headers,
        footers=footers,
        logo=bool(letter.letterhead.pictures or any(edge.pictures for edge in letter.headers.values())),
        page_numbers=any(edge.has_page_number for edge in (*letter.headers.values(), *letter.footers.values())),
        places=letter.places,
        program=letter.program,
        family=body.family,
        points=body.points,
        ink=body.colour or "000000",
        accent=styles.accent(chosen.get(StyleRole.HEADING, "")),
    )


def page_facts(sheet: Sheet) -> PageFacts:
    """The page in millimetres."""

    def mm(twips: int) -> float:
        return round(abs(twips) / _TWIPS_PER_MM, 1)

    return PageFacts(
        width=mm(sheet.width), height=mm(sheet.height), margins=(mm(sheet.top), mm(sheet.right), mm(sheet.bottom), mm(sheet.left))
    )


def _edges(edges: dict[str, Edge]) -> tuple[EdgeFacts, ...]:
    return tuple(
        EdgeFacts(kind=kind, text=edges[kind].text[:_MOST_TEXT], pictures=edges[kind].pictures) for kind in KINDS if kind in edges
    )


def _notes(letter: BroughtLetter, ink: str, points: float) -> tuple[Removal, ...]:
    notes: list[Removal] = []
    if ink and contrast(ink) < _READABLE:
        notes.append(Removal(code="style_note.contrast", fields=(("what", f"{contrast(ink):.1f}".replace(".", ",")),)))
    if points < _SMALLEST_POINTS:
        notes.append(Removal(code="style_note.small", fields=(("what", f"{points:g}".replace(".", ",")),)))
    if needs_letterhead(letter):
        notes.append(Removal(code="style_note.no_letterhead"))
    return tuple(notes)
