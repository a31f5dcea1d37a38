"""Puts the styles of the builder among the council's own, and makes the council's own safe to rest on."""

from __future__ import annotations

from itertools import chain, count
from typing import Final
from xml.sax.saxutils import quoteattr

from lxml import etree

from orapp.documents.namespaces import DECLARATIONS, w
from orapp.documents.style_derived import HAIRLINE, Derivation, derived_styles
from orapp.documents.style_reading import BroughtStyles, value_of
from orapp.documents.style_rules import line
from orapp.domain.council_styles import StyleRole

TINT: Final = "EEF2F7"
_BUILT_IN: Final = {
    "Kop1": "heading 1",
    "Kop2": "heading 2",
    "Citaat": "Quote",
    "Opsomming": "List Bullet",
    "Bijschrift": "caption",
}


def table_style(of: Derivation) -> str:
    """The style of tables: the assigned one with a header row that is told apart, or one of hairlines."""
    base = of.roles.get(StyleRole.TABLE, "")
    if base:
        return (
            f'<w:style w:type="table" w:customStyle="1" w:styleId="Tabel"><w:name w:val="Tabel brief"/>'
            f"<w:basedOn w:val={quoteattr(base)}/><w:qFormat/><w:tblPr/></w:style>"
        )
    edges = line("top", 8, of.accent) + line("bottom", 8, of.accent) + line("insideH", 4, HAIRLINE)
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="Tabel"><w:name w:val="Tabel brief"/><w:qFormat/>'
        f'<w:tblPr><w:tblBorders>{edges}</w:tblBorders><w:tblCellMar><w:top w:w="28" w:type="dxa"/>'
        '<w:left w:w="85" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{line("bottom", 6, of.accent)}</w:tcBorders>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr></w:tblStylePr></w:style>'
    )


def add_styles(styles: BroughtStyles, of: Derivation) -> None:
    """Put the derived styles behind the council's own; a name that is taken gets another."""
    taken = {value_of(element.find(w("name"))).casefold() for element in styles.by_id.values()}
    rows = [table_style(of)]
    for one in derived_styles(of):
        built_in = _BUILT_IN.get(one.id, "")
        own = built_in if built_in and built_in.casefold() not in taken else _free(one.name, taken)
        taken.add(own.casefold())
        custom = "" if own == built_in else ' w:customStyle="1"'
        rows.append(
            f'<w:style w:type="paragraph" w:styleId="{one.id}"{custom}><w:name w:val={quoteattr(own)}/>'
            f"<w:basedOn w:val={quoteattr(one.base)}/>"
            + (f'<w:next w:val="{one.following}"/>' if one.following else "")
            + "<w:qFormat/>"
            + (f"<w:pPr>{one.paragraph}</w:pPr>" if one.paragraph else "")
            + (f"<w:rPr>{one.letters}</w:rPr>" if one.letters else "")
            + "</w:style>"
        )
    for row in rows:
        element = etree.fromstring(f"<w:styles {DECLARATIONS}>{row}</w:styles>")[0]
        name = element.find(w("name"))
        if element.get(w("type")) == "table" and name is not None:
            name.set(w("val"), _free("Tabel brief", taken))
        styles.root.append(element)
        styles.by_id[element.get(w("styleId"), "")] = element


def _free(name: str, taken: set[str]) -> str:
    candidates = chain((name, f"{name} (OR)"), (f"{name} (OR {number})" for number in count(2)))
    return next(candidate for candidate in candidates if candidate.casefold() not in taken)


def leave_out_tables(styles: BroughtStyles, wanted: set[str]) -> None:
    """Let go of the styles of tables that no letter uses: Word knows its own hundred, and they are most of the file."""
    kept = {element.get(w("styleId"), "") for style in wanted for element in styles.chain(style)}
    for identity, element in list(styles.by_id.items()):
        usual = element.get(w("default")) in {"1", "true", "on"}
        if element.get(w("type")) == "table" and identity not in kept and not usual:
            styles.root.remove(element)
            del styles.by_id[identity]


def rename_taken(styles: BroughtStyles, reserved: frozenset[str], holders: list[etree._Element]) -> dict[str, str]:
    """Give the council's styles whose id the builder needs another id, wherever they are named; gives new ids by old."""
    renamed: dict[str, str] = {}
    for identity in list(styles.by_id):
        if identity in reserved:
            marks = chain(("Raad",), count(2))
            new = next(one for one in (f"{identity}{mark}" for mark in marks) if one not in styles.by_id)
            renamed[identity] = new
            element = styles.by_id.pop(identity)
            element.set(w("styleId"), new)
            styles.by_id[new] = element
    styles.default = renamed.get(styles.default, styles.default)
    naming = tuple(w(name) for name in ("basedOn", "next", "link", "pStyle", "rStyle", "tblStyle", "numStyleLink", "styleLink"))
    for holder in (styles.root, *holders):
        for element in list(holder.iter(*naming)):
            old = value_of(element)
            new = renamed.get(old, old)
            if new not in styles.by_id:
                parent = element.getparent()
                if parent is not None:
                    parent.remove(element)
            else:
                element.set(w("val"), new)
    return renamed


def soften(styles: BroughtStyles) -> None:
    """Take out what would spoil a letter: other languages, hidden text, styles that rest on themselves."""
    for element in list(styles.root.iter(w("lang"), w("vanish"), w("webHidden"), w("specVanish"))):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    for element in styles.by_id.values():
        kind = element.get(w("type"))
        based = element.find(w("basedOn"))
        below = styles.by_id.get(value_of(based)) if based is not None else None
        circle = any(one is element for one in list(styles.chain(value_of(based)))) if based is not None else False
        if based is not None and (below is None or below.get(w("type")) != kind or circle):
            element.remove(based)
