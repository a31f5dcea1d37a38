"""The styles of a Word file that was brought: how each of them looks once everything that it rests on is counted in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from orapp.documents.namespaces import w, whole
from orapp.documents.style_cleaning import A
from orapp.documents.style_order import tidy
from orapp.services.style_rows import FoundStyle

PARAGRAPH, TABLE = "paragraph", "table"
MOST_STYLES: Final = 5000
# Names that Word translates when it shows them.
SHOWN_NAMES: Final = {
    "normal": "Standaard",
    "body text": "Platte tekst",
    "list paragraph": "Lijstalinea",
    "list bullet": "Lijst opsom.teken",
    "list number": "Lijstnummering",
    "quote": "Citaat",
    "intense quote": "Duidelijk citaat",
    "caption": "Bijschrift",
    "title": "Titel",
    "subtitle": "Ondertitel",
    "header": "Koptekst",
    "footer": "Voettekst",
    "signature": "Handtekening",
    "closing": "Afsluiting",
    "salutation": "Aanhef",
    "date": "Datum",
    "envelope address": "Adres envelop",
    "table grid": "Tabelraster",
    "normal table": "Standaardtabel",
    "no spacing": "Geen afstand",
    "block text": "Bloktekst",
    "list": "Lijst",
}
_HEADING = re.compile(r"(?:heading|kop)\s*([1-9])")
_USUAL: Final = frozenset({"normal", "standaard", "standard", "default"})
_WHITE_CONTRAST: Final = 4.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """The letters of a style: family, size in points, weight and colour (six hexadecimal digits)."""

    family: str
    points: float
    bold: bool
    colour: str


@dataclass(slots=True)
class BroughtStyles:
    """All styles by id. `root` is the tidied tree, in which a template may be made."""

    root: etree._Element
    fonts: dict[str, str]
    colours: dict[str, str]
    by_id: dict[str, etree._Element] = field(default_factory=dict)
    default: str = ""

    def chain(self, style_id: str) -> Iterator[etree._Element]:
        """A style and those it rests on, itself first; what goes round in a circle ends."""
        seen: set[str] = set()
        while style_id in self.by_id and style_id not in seen:
            seen.add(style_id)
            element = self.by_id[style_id]
            yield element
            style_id = value_of(element.find(w("basedOn")))

    def found(self, style_id: str, path: str) -> etree._Element | None:
        """The nearest element of this path ("pPr/spacing") in a style, what it rests on, or the defaults of the file."""
        steps = "/".join(w(step) for step in path.split("/"))
        for element in self.chain(style_id):
            if (hit := element.find(steps)) is not None:
                return hit
        first = path.split("/", 1)[0]
        return self.root.find(f"{w('docDefaults')}/{w(f'{first}Default')}/{steps}")

    def attribute(self, style_id: str, path: str, name: str, otherwise: str = "") -> str:
        """The nearest value of one attribute: spacing and indents are inherited one by one."""
        steps = "/".join(w(step) for step in path.split("/"))
        first = path.split("/", 1)[0]
        places = [*self.chain(style_id), *self.root.findall(f"{w('docDefaults')}/{w(f'{first}Default')}")]
        for element in places:
            for hit in element.findall(steps):
                if (value := hit.get(w(name))) is not None:
                    return value
        return otherwise

    def letters(self, style_id: str) -> Letters:
        """How the letters of a style look."""
        family = ""
        fonts = self.found(style_id, "rPr/rFonts")
        if fonts is not None:
            theme = fonts.get(w("asciiTheme"), fonts.get(w("hAnsiTheme"), ""))
            family = fonts.get(w("ascii"), fonts.get(w("hAnsi"), ""))
            if theme:
                family = self.fonts.get("major" if theme.startswith("major") else "minor", family)
        size = number(self.attribute(style_id, "rPr/sz", "val", "20"), 20)
        weight = self.found(style_id, "rPr/b")
        return Letters(
            family=family or "Times New Roman",
            points=max(4.0, min(72.0, size / 2)),
            bold=weight is not None and weight.get(w("val"), "true") not in {"0", "false", "off"},
            colour=self.colour(self.found(style_id, "rPr/color")),
        )

    def colour(self, element: etree._Element | None) -> str:
        """A colour as six digits, empty where the file leaves it to the reader."""
        value = value_of(element)
        if element is not None and (value in {"", "auto"}) and (theme := element.get(w("themeColor"))):
            value = self.colours.get({"text1": "dk1", "text2": "dk2", "background1": "lt1"}.get(theme, theme), "")
        return value.upper() if re.fullmatch(r"[0-9A-Fa-f]{6}", value) else ""

    def accent(self, heading: str) -> str:
        """The colour for what stands out: that of the headings or of the theme, where it is read well on white paper."""
        candidates = [
            self.letters(heading).colour if heading else "",
            self.colours.get("accent1", ""),
            self.colours.get("dk2", ""),
        ]
        return next((colour for colour in candidates if colour and contrast(colour) >= _WHITE_CONTRAST), "1B2430")


def value_of(element: etree._Element | None) -> str:
    """The value of a property, empty without."""
    return "" if element is None else element.get(w("val"), "")


def number(text: str, otherwise: float) -> float:
    """A measure as a number of its usual unit (twips, half points); one with a unit of its own is turned into twips."""
    found = re.fullmatch(r"(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?", text)
    if found is None:
        return otherwise
    return float(found.group(1)) * {None: 1, "mm": 56.7, "cm": 567, "in": 1440, "pt": 20}.get(found.group(2), 240)


def contrast(colour: str) -> float:
    """The contrast of a colour on white paper (WCAG 2.2, relative luminance), from 1 to 21."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


def read_styles(root: etree._Element, theme: etree._Element | None) -> BroughtStyles:
    """Bring the styles in order and read them; of two with one id the first stands."""
    tidy(root)
    fonts: dict[str, str] = {}
    colours: dict[str, str] = {}
    if theme is not None:
        for name in ("major", "minor"):
            latin = theme.find(f".//{{{A}}}{name}Font/{{{A}}}latin")
            if latin is not None and latin.get("typeface"):
                fonts[name] = latin.get("typeface", "")
        for scheme in theme.findall(f".//{{{A}}}clrScheme/*"):
            for value in scheme:
                colours[etree.QName(scheme).localname] = value.get("lastClr", value.get("val", ""))
    styles = BroughtStyles(root=root, fonts=fonts, colours=colours)
    for element in root.findall(w("style")):
        identity = element.get(w("styleId"), "")
        if not identity or identity in styles.by_id or element.find(w("name")) is None or len(styles.by_id) >= MOST_STYLES:
            root.remove(element)
            continue
        styles.by_id[identity] = element
        if element.get(w("type")) == PARAGRAPH and element.get(w("default")) in {"1", "true", "on"}:
            styles.default = styles.default or identity
    if not styles.default:
        # LibreOffice names no default; what it calls so by its name serves.
        plain = [key for key, element in styles.by_id.items() if element.get(w("type")) == PARAGRAPH]
        named = [key for key in plain if value_of(styles.by_id[key].find(w("name"))).casefold() in _USUAL]
        styles.default = next(iter([*named, *plain]), "")
        if styles.default:
            styles.by_id[styles.default].set(w("default"), "1")
    return styles


def found_styles(styles: BroughtStyles, used: Counter[str]) -> tuple[FoundStyle, ...]:
    """The styles of paragraphs and tables that a person can choose, the most used first."""
    rows: list[FoundStyle] = []
    for identity, element in styles.by_id.items():
        kind = element.get(w("type"), "")
        if kind not in {PARAGRAPH, TABLE}:
            continue
        name = value_of(element.find(w("name")))
        letters = styles.letters(identity)
        level = heading_level(styles, identity)
        rows.append(
            FoundStyle(
                id=identity,
                name=shown_name(name),
                kind=kind,
                family=letters.family if kind == PARAGRAPH else "",
                points=letters.points if kind == PARAGRAPH else 0,
                bold=letters.bold,
                colour=letters.colour,
                level=level,
                numbered=styles.found(identity, "pPr/numPr") is not None,
                used=used[identity],
            )
        )
    return tuple(sorted(rows, key=lambda row: (-min(row.used, 1), row.name.casefold())))


def heading_level(styles: BroughtStyles, identity: str) -> int:
    """Which level of heading a style is, from 1; 0 for none. What stands in tables of contents is an outline level."""
    level = whole(value_of(styles.found(identity, "pPr/outlineLvl")))
    if level is not None and level < 9:
        return level + 1
    found = _HEADING.fullmatch(value_of(styles.by_id[identity].find(w("name"))).casefold())
    return int(found.group(1)) if found is not None else 0


def shown_name(name: str) -> str:
    """The name as Word shows it in Dutch."""
    plain = name.casefold()
    found = _HEADING.fullmatch(plain)
    return f"Kop {found.group(1)}" if found is not None else SHOWN_NAMES.get(plain, name)
