"""The numbering of a council's template: its own lists, with one for headings and paragraphs and one for bullets beside them."""

from __future__ import annotations

from lxml import etree

from orapp.documents.namespaces import DECLARATIONS, PROLOGUE, w, whole
from orapp.documents.style_order import tidy
from orapp.documents.style_reading import value_of

MOST_LISTS = 4000


def numbering_part(brought: etree._Element | None) -> tuple[str, int, int]:
    """Give the part, and the numbers of the list of headings and paragraphs and of that of bullets."""
    kinds: list[etree._Element] = []
    lists: list[etree._Element] = []
    if brought is not None:
        tidy(brought)
        kinds = _sound(brought.findall(w("abstractNum")), "abstractNumId")
        known = {one.get(w("abstractNumId"), "") for one in kinds}
        named = _sound(brought.findall(w("num")), "numId")
        lists = [one for one in named if value_of(one.find(w("abstractNumId"))) in known]
    kind = 1 + max((int(one.get(w("abstractNumId"), "0")) for one in kinds), default=-1)
    outline = 1 + max((int(one.get(w("numId"), "0")) for one in lists), default=0)
    root = etree.fromstring(f"<w:numbering {DECLARATIONS}/>")
    own = etree.fromstring(
        f"<w:numbering {DECLARATIONS}>{_outline(kind)}{_bullets(kind + 1)}"
        f'<w:num w:numId="{outline}"><w:abstractNumId w:val="{kind}"/></w:num>'
        f'<w:num w:numId="{outline + 1}"><w:abstractNumId w:val="{kind + 1}"/></w:num></w:numbering>'
    )
    made = list(own)
    for one in [*kinds, *made[:2], *lists, *made[2:]]:
        root.append(etree.fromstring(etree.tostring(one, with_tail=False)))
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r", "v", "o"])
    return PROLOGUE + etree.tostring(root, encoding="unicode"), outline, outline + 1


def _sound(elements: list[etree._Element], key: str) -> list[etree._Element]:
    found: dict[str, etree._Element] = {}
    for element in elements[:MOST_LISTS]:
        identity = element.get(w(key), "")
        number = whole(identity)
        if number is not None and (key != "numId" or number > 0):
            found.setdefault(identity, element)
    return list(found.values())


def _level(number: int, pattern: str, kind: str, style: str, room: int) -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{linked}<w:suff w:val="tab"/>'
        f'<w:lvlText w:val="{pattern}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{room}" w:hanging="{min(room, 624)}"/></w:pPr></w:lvl>'
    )


def _outline(identity: int) -> str:
    levels = [_level(0, "%1", "decimal", "Kop1", 624), _level(1, "%1.%2", "decimal", "AlineaGenummerd", 624)]
    pattern = "%1.%2"
    for number in range(2, 9):
        pattern += f".%{number + 1}"
        levels.append(_level(number, pattern, "decimal", "", 624 + 200 * number))
    inside = "".join(levels)
    return f'<w:abstractNum w:abstractNumId="{identity}"><w:multiLevelType w:val="multilevel"/>{inside}</w:abstractNum>'


def _bullets(identity: int) -> str:
    inside = "".join(_level(number, "–", "bullet", "" if number else "Opsomming", 340 * (number + 1)) for number in range(9))
    return f'<w:abstractNum w:abstractNumId="{identity}"><w:multiLevelType w:val="hybridMultilevel"/>{inside}</w:abstractNum>'
