"""The style of the second level of a list: a house style that lacks it gets one, a step to the right of its coded items."""

from __future__ import annotations

from typing import Final

from lxml import etree

from orapp.documents.namespaces import DECLARATIONS, w, whole
from orapp.documents.read_back_styles import value_of

STYLE: Final = "GecodeerdTweede"
NAME: Final = "Gecodeerd tweede niveau"
_BASE: Final = "GecodeerdItem"
_STEP, _ROOM = 397, 680
_CHAIN: Final = 12


def with_second_level(styles: etree._Element) -> etree._Element:
    """These styles with that of the second level; as they are where they have it, or have no coded items.

    Styles of letters that were made before there was a second level lack it. The sign stands where the words of a coded item
    begin, in twips from the margin.
    """
    known = {style.get(w("styleId"), ""): style for style in styles.iter(w("style"))}
    if STYLE in known or _BASE not in known:
        return styles
    room = _left(known)
    # LibreOffice takes the indent of a list from a style above that is in none, unless the style itself says so too.
    listless = '<w:numPr><w:numId w:val="0"/></w:numPr>' if known[_BASE].find(f"{w('pPr')}/{w('numPr')}") is not None else ""
    styles.append(
        etree.fromstring(
            f'<w:styles {DECLARATIONS}><w:style w:type="paragraph" w:customStyle="1" w:styleId="{STYLE}">'
            f'<w:name w:val="{NAME}"/><w:basedOn w:val="{_BASE}"/><w:qFormat/><w:pPr>{listless}'
            f'<w:tabs><w:tab w:val="clear" w:pos="{room}"/><w:tab w:val="left" w:pos="{room + _STEP}"/></w:tabs>'
            f'<w:ind w:left="{room + _STEP}" w:hanging="{_STEP}"/></w:pPr></w:style></w:styles>'
        )[0]
    )
    return styles


def _left(known: dict[str, etree._Element]) -> int:
    """Where the words of a coded item begin."""
    style = _BASE
    for _ in range(_CHAIN):
        element = known.get(style)
        if element is None:
            break
        indent = element.find(f"{w('pPr')}/{w('ind')}")
        left = whole("" if indent is None else indent.get(w("left")) or indent.get(w("start")) or "")
        if left is not None:
            return left
        style = value_of(element, w("basedOn"))
    return _ROOM
