"""Makes the template of a council: its own styles, page and letterhead, with the places and styles that the builder needs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import quoteattr

from lxml import etree

from orapp.documents.brought_letter import KINDS, BroughtLetter, Edge, read_letter
from orapp.documents.house_style import STYLES_USED, UnusableHouseStyle, load_house_style
from orapp.documents.klassiek_theme import theme_part
from orapp.documents.namespaces import DECLARATIONS, PROLOGUE, w
from orapp.documents.style_adding import add_styles, leave_out_tables, rename_taken, soften
from orapp.documents.style_cleaning import PICTURE_TYPES, ROOT_DECLARATIONS, rooted
from orapp.documents.style_derived import derive_from
from orapp.documents.style_edges import continuing_head, edge_xml, needs_letterhead, own_letterhead
from orapp.documents.style_numbering import numbering_part
from orapp.documents.style_places import ALIASES, place_controls
from orapp.documents.style_reading import PARAGRAPH, TABLE
from orapp.documents.template_package import Template, TemplatePart, template_package
from orapp.documents.word_pieces import cell, paragraph, place, plain_table, text
from orapp.domain.council_styles import StyleRole
from orapp.services.style_rows import MadeTemplate

_LABEL_WIDTH: Final = 1644
_OWN_STYLES: Final = frozenset(
    {
        *STYLES_USED,
        "Kop2",
        "Conceptregel",
        "Briefhoofd",
        "Briefhoofdorganisatie",
        "Briefhoofdregel",
        "Briefhoofdlogo",
        "Koptekst",
        "Kopteksteinde",
        "Voettekst",
        "Vertrouwelijk",
        "Adresblok",
        "Referentie",
        "Referentielabel",
        "Onderwerp",
        "Onderwerplabel",
        "Aanhef",
        "Slotformule",
    }
)
# What a letter holds, in order; a text that marks its own places gets those that it lacks after the one before.
_ORDER: Final = (
    ("confidentiality", "Vertrouwelijk"),
    ("addressee", "Adresblok"),
    ("reference.value", ""),
    ("subject", "Onderwerp"),
    ("salutation", "Aanhef"),
    ("body", "Alinea"),
    ("closing", "Slotformule"),
    ("signatures", "Ondertekening"),
    ("annexes", "Bijlagenlijst"),
    ("copies", "Kopielijst"),
)
_HEX: Final = re.compile(r"[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A header or footer that the text will refer to."""

    relation: str
    kind: str
    page: str
    part: TemplatePart


def make_template(data: bytes, assignment: Mapping[StyleRole, str], name: str, version: str) -> MadeTemplate:
    """Make a template of a Word file; roles that name no style get one that is made from the body text.

    Raises UnusableHouseStyle with the place for a file that cannot serve, or a style that it does not have.
    """
    letter = read_letter(data)
    roles = _checked(letter, assignment)
    soften(letter.styles)
    numbering, outline, bullets = numbering_part(letter.numbering)
    blocks = [block for edge in _edges(letter) for block in edge.blocks]
    used = {style.get(w("val"), "") for block in blocks for style in block.iter(w("tblStyle"))}
    leave_out_tables(letter.styles, {*used, roles.get(StyleRole.TABLE, "")})
    holders = [*blocks, *([] if letter.numbering is None else [letter.numbering])]
    renamed = rename_taken(letter.styles, _OWN_STYLES, holders)
    roles = {role: renamed.get(style, style) for role, style in roles.items()}
    sheet = letter.sheet
    width = sheet.width - sheet.left - sheet.right
    add_styles(letter.styles, derive_from(letter.styles, roles, outline=outline, bullets=bullets, right_edge=width))
    if letter.numbering is not None:
        numbering, _, _ = numbering_part(letter.numbering)
    pages = _pages(letter, width)
    made = template_package(
        Template(
            name=name,
            version=version,
            document=_document(letter, pages, width),
            parts=(*_fixed_parts(letter, numbering), *(page.part for page in pages)),
            relations=(letter.frame or letter.letterhead).relations,
            pictures=letter.pictures.parts,
            picture_types=_picture_types(letter),
        )
    )
    load_house_style(made)
    return MadeTemplate(data=made, removed=letter.findings.removals())


def _checked(letter: BroughtLetter, assignment: Mapping[StyleRole, str]) -> dict[StyleRole, str]:
    roles = {role: style for role, style in assignment.items() if style}
    roles.setdefault(StyleRole.BODY, letter.styles.default)
    for role, style in roles.items():
        element = letter.styles.by_id.get(style)
        wanted = TABLE if role is StyleRole.TABLE else PARAGRAPH
        if element is None or element.get(w("type")) != wanted:
            raise UnusableHouseStyle("unknown_style", style)
    return roles


def _edges(letter: BroughtLetter) -> list[Edge]:
    frame = [] if letter.frame is None else [letter.frame]
    return [*letter.headers.values(), *letter.footers.values(), letter.letterhead, *frame]


def _picture_types(letter: BroughtLetter) -> dict[str, str]:
    kinds = {name.rsplit(".", 1)[-1] for name in letter.pictures.parts}
    return {kind: PICTURE_TYPES[kind] for kind in sorted(kinds - {"png", "jpeg"})}


def _pages(letter: BroughtLetter, width: int) -> list[_Page]:
    """The headers and footers in use, each with what a letter needs of it."""
    first = letter.first_differs
    if needs_letterhead(letter):
        letter.headers["first"] = own_letterhead(width)
        letter.headers["default"] = continuing_head(letter.headers.get("default"))
        first = letter.first_differs = True
    kinds = [
        kind for kind in KINDS if kind == "default" or (kind == "first" and first) or (kind == "even" and letter.even_differs)
    ]
    for kind in kinds:
        missing = kind not in letter.headers or letter.headers[kind].is_empty
        if missing and (kind == "even" or (kind == "default" and first)):
            letter.headers[kind] = continuing_head(None)
        if kind not in letter.footers:
            before = letter.footers.get("default") if kind == "even" else None
            letter.footers[kind] = Edge([_copied(block) for block in before.blocks], before.relations) if before else Edge([], {})
    pages: list[_Page] = []
    for index, kind in enumerate(kinds):
        head = letter.headers.get(kind, Edge([], {}))
        foot = letter.footers[kind]
        numbered = head.has_page_number or foot.has_page_number
        for what, edge, extra in (("header", head, False), ("footer", foot, not numbered)):
            relation = f"rIdOrapp{what.title()}{index}"
            xml = edge_xml(edge, what=what, page=kind, number=index + 1, page_number=extra)
            target = f"{what}{index + 1}.xml"
            part = TemplatePart(relation=relation, kind=what, target=target, xml=xml, relations=edge.relations)
            pages.append(_Page(relation=relation, kind=what, page=kind, part=part))
    return pages


def _copied(element: etree._Element) -> etree._Element:
    return etree.fromstring(etree.tostring(element, with_tail=False))


def _fixed_parts(letter: BroughtLetter, numbering: str) -> tuple[TemplatePart, ...]:
    body = letter.styles.letters(letter.styles.default)
    colours = {name: colour for name, colour in letter.styles.colours.items() if _HEX.fullmatch(colour)}
    theme = theme_part(colours, letter.styles.fonts.get("major", body.family), letter.styles.fonts.get("minor", body.family))
    rows = (
        ("rIdStyles", "styles", "styles.xml", _styles(letter)),
        ("rIdNumbering", "numbering", "numbering.xml", numbering),
        ("rIdSettings", "settings", "settings.xml", _settings(letter)),
        ("rIdFonts", "fontTable", "fontTable.xml", _font_table(body.family)),
        ("rIdTheme", "theme", "theme/theme1.xml", theme),
    )
    return tuple(TemplatePart(relation=relation, kind=kind, target=target, xml=xml) for relation, kind, target, xml in rows)


def _styles(letter: BroughtLetter) -> str:
    root = letter.styles.root
    defaults = root.find(w("docDefaults"))
    if defaults is None:
        defaults = etree.Element(w("docDefaults"))
    for name in ("rPrDefault", "pPrDefault"):
        if defaults.find(w(name)) is None:
            etree.SubElement(defaults, w(name))
    letters = defaults.find(w("rPrDefault"))
    if letters is not None:
        inside = letters.find(w("rPr"))
        inside = etree.SubElement(letters, w("rPr")) if inside is None else inside
        etree.SubElement(inside, w("lang"), {w("val"): "nl-NL", w("eastAsia"): "nl-NL", w("bidi"): "ar-SA"})
    new = etree.fromstring(f"<w:styles {DECLARATIONS}/>")
    new.append(defaults)
    new.extend(root.findall(w("style")))
    return _written(new)


def _written(root: etree._Element) -> str:
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r", "v", "o"])
    return PROLOGUE + etree.tostring(root, encoding="unicode")


def _settings(letter: BroughtLetter) -> str:
    even = "<w:evenAndOddHeaders/>" if letter.even_differs else ""
    return (
        f'{PROLOGUE}<w:settings {DECLARATIONS}><w:zoom w:percent="100"/><w:defaultTabStop w:val="{letter.tab_stop}"/>'
        f'<w:hyphenationZone w:val="425"/>{even}<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="nl-NL"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _font_table(family: str) -> str:
    return f"{PROLOGUE}<w:fonts {DECLARATIONS}><w:font w:name={quoteattr(family[:31])}/></w:fonts>"


def _document(letter: BroughtLetter, pages: list[_Page], width: int) -> str:
    edge = letter.frame or letter.letterhead
    root = rooted("document", [])
    body = etree.SubElement(root, w("body"))
    body.extend(edge.blocks)
    marked = place_controls(root, start=300) if letter.frame is not None else set[str]()
    _complete(body, marked, width)
    references = "".join(f'<w:{page.kind}Reference w:type="{page.page}" r:id="{page.relation}"/>' for page in pages)
    sheet = letter.sheet
    turned = ' w:orient="landscape"' if sheet.width > sheet.height else ""
    section = (
        f"<w:sectPr {DECLARATIONS}>{references}"
        f'<w:pgSz w:w="{sheet.width}" w:h="{sheet.height}"{turned}/><w:pgMar w:top="{sheet.top}" w:right="{sheet.right}" '
        f'w:bottom="{sheet.bottom}" w:left="{sheet.left}" w:header="{sheet.header}" w:footer="{sheet.footer}" w:gutter="0"/>'
        f'<w:cols w:space="708"/>{"<w:titlePg/>" if letter.first_differs else ""}</w:sectPr>'
    )
    body.append(etree.fromstring(section))
    return PROLOGUE + etree.tostring(root, encoding="unicode")


def _complete(body: etree._Element, marked: set[str], width: int) -> None:
    """Put the places that the text lacks after the one that comes before them in a letter."""
    at = None if marked else len(body) - 1
    for number, (tag, style) in enumerate(_ORDER, start=1):
        if tag in marked:
            holder = next(one for one in body.iter(w("tag")) if one.get(w("val")) == f"orapp.{tag}")
            top = next(one for one in (holder, *holder.iterancestors()) if one.getparent() is body)
            at = body.index(top)
            continue
        if tag == "subject" and not marked:
            continue
        for new in _missing(tag, style, 200 + number, width, with_subject=not marked):
            at = 0 if at is None else at + 1
            body.insert(at, new)


def _missing(tag: str, style: str, number: int, width: int, *, with_subject: bool) -> list[etree._Element]:
    if tag != "reference.value":
        xml = paragraph(style, place(tag, ALIASES[tag], ALIASES[tag], number))
    else:
        value = width - _LABEL_WIDTH
        label = paragraph("Referentielabel", place("reference.label", "Label", "Label", 221))
        content = paragraph("Referentie", place("reference.value", "Kenmerk", "Waarde", 222))
        rows = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell(_LABEL_WIDTH, label)}{cell(value, content)}</w:tr>"
        if with_subject:
            subject = paragraph("Onderwerp", place("subject", "Onderwerp", "Onderwerp", 223))
            rows += (
                f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell(_LABEL_WIDTH, paragraph('Onderwerplabel', text('Betreft')))}"
                f"{cell(value, subject)}</w:tr>"
            )
        xml = plain_table((_LABEL_WIDTH, value), rows, "Datum, kenmerken en onderwerp van deze brief")
    return list(etree.fromstring(f"<w:body {ROOT_DECLARATIONS}>{xml}</w:body>"))
