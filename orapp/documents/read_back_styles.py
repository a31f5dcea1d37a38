"""What a paragraph of a Word file is, by its style, and the number that a list sets before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from lxml import etree

from orapp.documents.namespaces import w, whole
from orapp.letters.read_letter import Role

_VAL: Final = w("val")
_ROLES: Final[Mapping[str, Role]] = MappingProxyType(
    {
        "alinea": Role.PARAGRAPH,
        "alineagenummerd": Role.PARAGRAPH,
        "besluit": Role.OPERATIVE,
        "besluitgenummerd": Role.OPERATIVE,
        "citaat": Role.QUOTATION,
        "quote": Role.QUOTATION,
        "intensequote": Role.QUOTATION,
        "citaatbron": Role.SOURCE,
        "gecodeerditem": Role.CODED,
        "gecodeerddetail": Role.DETAIL,
        "gecodeerdslot": Role.DETAIL,
        "gecodeerdtweede": Role.SECOND,
        "gecodeerdtweedeniveau": Role.SECOND,
        "opsomming": Role.BULLET,
        "listbullet": Role.BULLET,
        "kop1": Role.HEADING,
        "kopzondernummer": Role.HEADING,
        "heading1": Role.HEADING,
        "bijschrift": Role.CAPTION,
        "caption": Role.CAPTION,
        "aanhef": Role.SALUTATION,
        "salutation": Role.SALUTATION,
        "slotformule": Role.CLOSING,
        "closing": Role.CLOSING,
        "tussenruimte": Role.GAP,
        "slotregel": Role.GAP,
    }
)
# How far the style that a style follows is looked for; Word follows no longer chains.
_DEEPEST: Final = 12
_LETTERS: Final = 26
_MOST_START: Final = 32_767
DEPTHS: Final = frozenset(map(str, range(9)))
"""The levels of a list in Word; a file that names others is not followed in that."""
_BULLET: Final = "•"
_ROMAN: Final = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST_ROMAN: Final = 89


def plain_name(name: str) -> str:
    """The name of a style without capitals, blanks and signs: programs write the same name in several ways."""
    return "".join(sign for sign in name.casefold() if sign.isalnum())


def value_of(element: etree._Element | None, path: str) -> str:
    """The value that a property names, or empty."""
    found = element.find(path) if element is not None else None
    return found.get(_VAL, "") if found is not None else ""


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch stands and is not turned off."""
    return element is not None and element.get(_VAL, "true") not in {"0", "false", "off", "none"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    name: str
    follows: str
    level: str
    list_id: str
    depth: str


class Styles:
    """The styles of one file."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        self._known: dict[str, Role] = {}
        for style in root.iter(w("style")) if root is not None else ():
            properties = style.find(w("pPr"))
            self._styles[style.get(w("styleId"), "")] = _Style(
                name=value_of(style, w("name")),
                follows=value_of(style, w("basedOn")),
                level=value_of(properties, w("outlineLvl")),
                list_id=value_of(properties, f"{w('numPr')}/{w('numId')}"),
                depth=value_of(properties, f"{w('numPr')}/{w('ilvl')}"),
            )

    def role(self, style_id: str) -> Role:
        """What a paragraph in this style is."""
        known = self._known.get(style_id)
        if known is None:
            known = self._known[style_id] = self._look_up(style_id)
        return known

    def list_of(self, style_id: str) -> str:
        """The list in which a style puts its paragraphs, or empty."""
        return next((style.list_id for style in self._chain(style_id) if style.list_id), "")

    def depth_of(self, style_id: str) -> str:
        """The level at which a style puts its paragraphs in its list ("0", "1" …), or empty."""
        return next((style.depth for style in self._chain(style_id) if style.depth), "")

    def _chain(self, style_id: str) -> list[_Style]:
        chain: list[_Style] = []
        while (style := self._styles.get(style_id)) is not None and len(chain) < _DEEPEST:
            chain.append(style)
            style_id = style.follows
        return chain

    def _look_up(self, style_id: str) -> Role:
        names = [style_id]
        for style in self._chain(style_id):
            names += (style.name, style.follows)
            role = next((_ROLES[plain] for name in names if (plain := plain_name(name)) in _ROLES), None)
            if role is not None:
                return role
            if style.level:
                return Role.HEADING if style.level == "0" else Role.SUBHEADING
        return _ROLES.get(plain_name(style_id), Role.OTHER)


class Numbers:
    """Counts the lists of one file as Word does: each level from its start, deeper ones anew below a higher one."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[str, dict[str, tuple[str, str, int]]] = {}
        self._counts: dict[str, list[int]] = {}
        if root is None:
            return
        abstract = {
            one.get(w("abstractNumId"), ""): {
                depth: _level(level) for level in one.iter(w("lvl")) if (depth := level.get(w("ilvl"), "0")) in DEPTHS
            }
            for one in root.iter(w("abstractNum"))
        }
        for number in root.iter(w("num")):
            self._levels[number.get(w("numId"), "")] = abstract.get(value_of(number, w("abstractNumId")), {})

    def next(self, list_id: str, depth: str) -> str:
        """What stands before the next paragraph of a list at this depth ("0", "1" …); empty where there is no such list."""
        level = self._levels.get(list_id, {}).get(depth or "0")
        if level is None:
            return ""
        form, pattern, start = level
        if form == "bullet":
            return _BULLET
        at = int(depth or "0")
        counts = self._counts.setdefault(list_id, [])
        while len(counts) <= at:
            counts.append(self._levels[list_id].get(str(len(counts)), ("", "", 1))[2] - 1)
        del counts[at + 1 :]
        counts[at] = max(counts[at] + 1, start)
        for place in range(at, -1, -1):
            shown = self._levels[list_id].get(str(place), (form, "", 1))[0]
            pattern = pattern.replace(f"%{place + 1}", written_number(max(counts[place], 1), shown))
        return "" if form == "none" else pattern


def _level(level: etree._Element) -> tuple[str, str, int]:
    start = whole(value_of(level, w("start")))
    number = start if start is not None and start <= _MOST_START else 1
    return value_of(level, w("numFmt")) or "decimal", value_of(level, w("lvlText")), number


def written_number(number: int, form: str) -> str:
    """A number in the form of a list: "3", "c", "C", "iii" or "III"; a form that is rare is written in figures."""
    match form:
        case "lowerLetter" | "upperLetter":
            turn, place = divmod(number - 1, _LETTERS)
            letters = chr(ord("a") + place) * (turn + 1)
            return letters.upper() if form == "upperLetter" else letters
        case "lowerRoman" | "upperRoman" if number <= _MOST_ROMAN:
            rest, roman = number, ""
            for size, letters in _ROMAN:
                count, rest = divmod(rest, size)
                roman += letters * count
            return roman.upper() if form == "upperRoman" else roman
        case _:
            return str(number)
