"""Which style of a Word file most likely does which job in a letter, by its name in Dutch or English and by its look."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from orapp.documents.style_reading import TABLE
from orapp.domain.council_styles import RoleStyle, StyleRole
from orapp.services.style_rows import FoundStyle

_PLAIN = re.compile(r"[^a-z]+")
# Names without spaces, digits and signs, the likeliest first; those of other programs too (LibreOffice, Google Docs).
_NAMES: Final[Mapping[StyleRole, tuple[str, ...]]] = {
    StyleRole.BODY: ("alinea", "brieftekst", "broodtekst", "basistekst", "plattetekst", "bodytext", "textbody", "tekst"),
    StyleRole.NUMBERED: ("alineagenummerd", "genummerdealinea", "lijstnummering", "listnumber", "numbering"),
    StyleRole.DECISION: ("besluit", "dictum", "advies", "conclusie"),
    StyleRole.CODED: ("gecodeerditem", "lijstalinea", "listparagraph"),
    StyleRole.BULLETS: ("opsomming", "lijstopsomteken", "lijstopsommingsteken", "listbullet", "bullets", "list"),
    StyleRole.QUOTATION: ("citaat", "quote", "quotations", "bloktekst", "blocktext"),
    StyleRole.CAPTION: ("bijschrift", "caption", "tabelkop"),
    StyleRole.TABLE: ("tabel", "huisstijltabel", "tabelhuisstijl", "tabelraster", "tablegrid"),
    StyleRole.TABLE_TEXT: ("tabeltekst", "tabelinhoud", "tabletext", "tablecontents"),
    StyleRole.SUBJECT: ("onderwerp", "betreft", "subject", "subjectline", "onderwerpregel"),
    StyleRole.ADDRESS: ("adresblok", "adres", "geadresseerde", "adresenvelop", "envelopeaddress", "insideaddress", "addressee"),
    StyleRole.REFERENCE: ("referentie", "referentieregel", "kenmerk", "kenmerken", "reference"),
    StyleRole.SIGNATURE: ("ondertekening", "handtekening", "signature"),
    StyleRole.ANNEXES: ("bijlagenlijst", "bijlagen", "bijlage", "annexes"),
}

# Word has these in every file; only where they are used does the council mean them.
_GENERIC: Final = frozenset({"tabelraster", "tablegrid", "lijstnummering", "listnumber", "list"})


def propose(found: tuple[FoundStyle, ...], default: str) -> tuple[RoleStyle, ...]:
    """A style for each role that is recognised, in the order of the roles; the body text always has one."""
    chosen: dict[StyleRole, str] = {}
    for role in StyleRole:
        match role:
            case StyleRole.BODY:
                style = _body(found, default)
            case StyleRole.HEADING:
                style = _heading(found, 1)
            case StyleRole.SUBHEADING:
                style = _heading(found, 2)
            case _:
                style = _named(found, role)
        if style:
            chosen[role] = style
    return tuple(RoleStyle(role=role, style=style) for role, style in chosen.items())


def _body(found: tuple[FoundStyle, ...], default: str) -> str:
    """The style of most of the text: a name that says so, if it is used as much as the usual one."""
    counts = {row.id: row.used for row in found}
    named = [row for row in _candidates(found, StyleRole.BODY) if not row.level]
    best = max(named, key=lambda row: row.used, default=None)
    if best is not None and best.used >= max(1, counts.get(default, 0)):
        return best.id
    if default in counts:
        return default
    return next((row.id for row in found if row.kind != TABLE and not row.level), "")


def _heading(found: tuple[FoundStyle, ...], level: int) -> str:
    rows = [row for row in found if row.kind != TABLE and row.level == level]
    named = [row for row in rows if row.name == f"Kop {level}"]
    return next((row.id for row in (*named, *sorted(rows, key=lambda row: -row.used))), "")


def _named(found: tuple[FoundStyle, ...], role: StyleRole) -> str:
    return next((row.id for row in _candidates(found, role)), "")


def _candidates(found: tuple[FoundStyle, ...], role: StyleRole) -> list[FoundStyle]:
    names = _NAMES[role]
    rows: list[tuple[int, FoundStyle]] = []
    for row in found:
        if (row.kind == TABLE) is not (role is StyleRole.TABLE):
            continue
        plain = {_PLAIN.sub("", row.name.casefold()), _PLAIN.sub("", row.id.casefold())}
        places = [place for place, name in enumerate(names) if name in plain]
        if places and (row.used or not plain & _GENERIC):
            rows.append((min(places), row))
    return [row for _, row in sorted(rows, key=lambda one: one[0])]
