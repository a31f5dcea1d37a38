"""Brings properties of WordprocessingML into the order that the standard asks, and leaves out what it does not know.

Other programs write them in another order, or with elements of their own; Word then calls the letter damaged.
Source: ISO/IEC 29500-1:2016, 17.3-17.9, transitional schema (wml.xsd).
"""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from orapp.documents.namespaces import W, w


def words(text: str) -> frozenset[str]:
    """The words of a line, for names that are many."""
    return frozenset(text.split())


_BORDERS: Final = "top left bottom right insideH insideV tl2br tr2bl between bar"
_SIDES: Final = "top left bottom right"
ORDER: Final[dict[str, tuple[str, ...]]] = {
    name: tuple(children.split())
    for name, children in {
        "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl rPr",
        "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
        "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
        "eastAsianLayout specVanish",
        "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
        "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
        "trPr": "gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden",
        "tcPr": "tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
        "tblBorders": _BORDERS,
        "tcBorders": _BORDERS,
        "pBdr": "top left bottom right between bar",
        "tblCellMar": _SIDES,
        "tcMar": _SIDES,
        "numPr": "ilvl numId",
        "tabs": "tab",
        "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
        "pPr rPr tblPr trPr tcPr tblStylePr",
        "tblStylePr": "pPr rPr tblPr trPr tcPr",
        "docDefaults": "rPrDefault pPrDefault",
        "rPrDefault": "rPr",
        "pPrDefault": "pPr",
        "abstractNum": "nsid multiLevelType tmpl styleLink numStyleLink lvl",
        "num": "abstractNumId lvlOverride",
        "lvlOverride": "startOverride lvl",
        "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlJc pPr rPr",
        "tblGrid": "gridCol",
    }.items()
}
_PREFIX: Final = f"{{{W}}}"
_STAYING: Final = ("{http://schemas.openxmlformats.org/", "{http://www.w3.org/XML/1998/namespace}")
_MANY: Final = frozenset({"tab", "tblStylePr", "lvl", "lvlOverride", "gridCol"})
_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d+)?(?:%|mm|cm|in|pt|pc|pi)?")
_COLOR = re.compile(r"[0-9A-Fa-f]{6}|auto")
_SWITCH = frozenset({"true", "false", "1", "0", "on", "off"})
_ALIGNED = frozenset({"left", "center", "right", "both", "start", "end", "distribute"})
_SWITCHES: Final = words(
    "keepNext keepLines pageBreakBefore widowControl suppressAutoHyphens contextualSpacing mirrorIndents b bCs i iCs caps "
    "smallCaps strike dstrike outline shadow emboss imprint noProof vanish cantSplit tblHeader hidden semiHidden "
    "unhideWhenUsed qFormat locked noWrap bidi rtl isLgl"
)
_MEASURES: Final = words(
    "before after line left right start end firstLine hanging pos w space beforeLines afterLines leftChars rightChars"
)
_NUMBERED: Final = words(
    "sz szCs kern position ilvl numId outlineLvl gridSpan trHeight spacing start startOverride lvlRestart uiPriority "
    "tblStyleRowBandSize tblStyleColBandSize abstractNumId"
)
# What is nothing without its value.
_NEEDS_VALUE: Final = words(
    "jc sz szCs color numId ilvl outlineLvl pStyle rStyle tblStyle name basedOn next link trHeight gridSpan numFmt lvlText u "
    "highlight vertAlign kern position styleLink numStyleLink abstractNumId lvlJc suff start"
)


def tidy(root: etree._Element) -> None:
    """Bring every property below (and at) an element in order; what the standard does not know there is taken out."""
    for element in list(root.iter(etree.Element)):
        name = _local(element)
        if not name:
            continue
        if element.attrib:
            _tidy_attributes(element, name)
        order = ORDER.get(name)
        if order is not None and len(element):
            _tidy_children(element, name, order)


def _tidy_children(element: etree._Element, name: str, order: tuple[str, ...]) -> None:
    kept: dict[str, list[etree._Element]] = {}
    for child in list(element):
        local = _local(child)
        if name not in {"lvl", "num", "abstractNum"} and local in {"start", "end"}:
            local = {"start": "left", "end": "right"}[local]
            child.tag = w(local)
        if local in order and (local in _MANY or local not in kept) and _has_value(child, local):
            kept.setdefault(local, []).append(child)
        element.remove(child)
    for local in order:
        element.extend(kept.get(local, []))
    element.text = None
    for child in element:
        child.tail = None


def _local(element: etree._Element) -> str:
    tag = str(element.tag)
    return tag[len(_PREFIX) :] if tag.startswith(_PREFIX) else ""


def _has_value(element: etree._Element, local: str) -> bool:
    if local == "spacing" and not element.attrib:
        return False
    if local == "tab":
        return element.get(w("val")) is not None and element.get(w("pos")) is not None
    if local == "tabs":
        return len(element) > 0
    return local not in _NEEDS_VALUE or element.get(w("val")) is not None


def _tidy_attributes(element: etree._Element, name: str) -> None:
    for key, value in [(str(key), str(value)) for key, value in element.items()]:
        if key.startswith(_PREFIX):
            attribute = key[len(_PREFIX) :]
            if attribute.startswith("rsid") or not _sound(name, attribute, value):
                del element.attrib[key]
        elif not key.startswith(_STAYING):
            del element.attrib[key]


def _sound(element: str, attribute: str, value: str) -> bool:
    if attribute == "val":
        if element in _SWITCHES:
            return value in _SWITCH
        if element in _NUMBERED:
            return _NUMBER.fullmatch(value) is not None
        if element == "color":
            return _COLOR.fullmatch(value) is not None
        return element != "jc" or value in _ALIGNED
    if attribute in _MEASURES and element not in {"drawing", "pict"}:
        return _NUMBER.fullmatch(value) is not None or element in {"rFonts", "lang"}
    if attribute in {"color", "fill"}:
        return _COLOR.fullmatch(value) is not None
    return True
