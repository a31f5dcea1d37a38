"""The styles that the builder uses, made on top of the council's own: what was assigned keeps its look, the rest is derived."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from orapp.documents.style_reading import BroughtStyles, Letters, contrast, number, value_of
from orapp.documents.style_rules import font, indent, rule, space, tab
from orapp.domain.council_styles import StyleRole

QUIET: Final = "55616F"
HAIRLINE: Final = "BAC4CF"
WARNING: Final = "9A3412"
NUMBER_ROOM: Final = 624
_READABLE: Final = 4.5
_LEAST_WHITE: Final = 60
_KEEP: Final = "<w:keepNext/>"
_WHOLE: Final = "<w:keepLines/>"
_UNNUMBERED: Final = '<w:numPr><w:numId w:val="0"/></w:numPr>'
_APART: Final = '<w:contextualSpacing w:val="0"/>'
_UPRIGHT: Final = '<w:i w:val="0"/><w:iCs w:val="0"/>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """One style to add: its id and Dutch name, on which it rests, and what it adds in paragraph and letters."""

    id: str
    name: str
    base: str
    paragraph: str = ""
    letters: str = ""
    following: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """What the styles are derived from: which style has which role, the body's letters, the accent, and two lists."""

    roles: Mapping[StyleRole, str]
    body: Letters
    accent: str
    outline: int
    bullets: int
    right_edge: int
    has_space: bool
    own_bullets: bool


def derive_from(
    styles: BroughtStyles, roles: Mapping[StyleRole, str], *, outline: int, bullets: int, right_edge: int
) -> Derivation:
    """Look at the assigned styles; `right_edge` is the width of the text in twips."""
    body = roles[StyleRole.BODY]
    white = sum(number(styles.attribute(body, "pPr/spacing", side, "0"), 0) for side in ("before", "after"))
    own = roles.get(StyleRole.BULLETS, "")
    listed = value_of(styles.found(own, "pPr/numPr/numId")) if own else ""
    return Derivation(
        roles=roles,
        body=styles.letters(body),
        accent=styles.accent(roles.get(StyleRole.HEADING, "")),
        outline=outline,
        bullets=bullets,
        right_edge=right_edge,
        has_space=white >= _LEAST_WHITE,
        own_bullets=listed not in {"", "0"},
    )


def derived_styles(of: Derivation) -> tuple[Derived, ...]:
    """Every style that a letter may use, in the order in which they rest on each other."""
    return (*_text(of), *_numbered(of), *_lists(of), *_around(of), *_letterhead(of))


def _base(of: Derivation, role: StyleRole, otherwise: str = "Alinea") -> str:
    return of.roles.get(role, "") or otherwise


def _numbering(level: int, number_id: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number_id}"/></w:numPr>'


def _less(of: Derivation, points: float) -> float:
    return max(8.0, of.body.points - points)


def _text(of: Derivation) -> tuple[Derived, ...]:
    roles = of.roles
    readable = not of.body.colour or contrast(of.body.colour) >= _READABLE
    quoted = StyleRole.QUOTATION in roles
    captioned = StyleRole.CAPTION in roles
    return (
        Derived(
            id="Alinea",
            name="Alinea",
            base=roles[StyleRole.BODY],
            paragraph=_UNNUMBERED + ("" if of.has_space else space(0, 6)) + '<w:outlineLvl w:val="9"/>',
            letters="" if readable else font(color="1B2430"),
        ),
        Derived(
            id="Besluit",
            name="Besluit",
            base=_base(of, StyleRole.DECISION),
            paragraph=_WHOLE + _UNNUMBERED,
            letters="" if StyleRole.DECISION in roles else font(bold=True),
        ),
        Derived(
            id="Citaat",
            name="Citaat",
            base=_base(of, StyleRole.QUOTATION),
            paragraph=_WHOLE + ("" if quoted else rule("left", HAIRLINE, 12, 10) + space(2, 2) + indent(454, right=454)),
            letters="" if quoted else font(italic=True),
            following="Citaatbron",
        ),
        Derived(
            id="Citaatbron",
            name="Citaatbron",
            base="Citaat",
            paragraph=_WHOLE + space(0, 9),
            letters=_UPRIGHT + font(_less(of, 1)),
        ),
        Derived(
            id="Bijschrift",
            name="Bijschrift",
            base=_base(of, StyleRole.CAPTION),
            paragraph=_KEEP + _WHOLE + ("" if captioned else space(6, 4)),
            letters="" if captioned else font(_less(of, 1), bold=True, color=of.accent),
        ),
        Derived(
            id="Tabeltekst",
            name="Tabeltekst",
            base=_base(of, StyleRole.TABLE_TEXT),
            paragraph=space(0.5, 0.5),
            letters="" if StyleRole.TABLE_TEXT in roles else font(_less(of, 1.5)),
        ),
        Derived(id="Tabelkop", name="Tabelkop brief", base="Tabeltekst", paragraph=_KEEP, letters=font(bold=True)),
        Derived(
            id="Tussenruimte",
            name="Tussenruimte",
            base="Alinea",
            paragraph=space(0, 0, 200, "exact") + indent(0),
            letters=font(5),
        ),
        Derived(id="Slotregel", name="Slotregel", base="Alinea", paragraph=space(0, 0, 20, "exact") + indent(0), letters=font(1)),
    )


def _numbered(of: Derivation) -> tuple[Derived, ...]:
    roles = of.roles
    hang = indent(NUMBER_ROOM, NUMBER_ROOM)
    made = (of.body.points, StyleRole.HEADING in roles)
    head = "" if made[1] else font(made[0] + 1, bold=True, color=of.accent)
    white = "" if made[1] else space(13, 4)
    return (
        Derived(
            id="Kop1",
            name="Kop brief",
            base=_base(of, StyleRole.HEADING),
            paragraph=_KEEP + _WHOLE + _numbering(0, of.outline) + white + hang + '<w:outlineLvl w:val="0"/>',
            letters=head,
            following="Alinea",
        ),
        Derived(
            id="KopZonderNummer",
            name="Kop zonder nummer",
            base="Kop1",
            paragraph=_UNNUMBERED + '<w:ind w:left="0" w:firstLine="0"/>',
            following="Alinea",
        ),
        Derived(
            id="Kop2",
            name="Tussenkop brief",
            base=_base(of, StyleRole.SUBHEADING),
            paragraph=_KEEP
            + _WHOLE
            + _UNNUMBERED
            + ("" if StyleRole.SUBHEADING in roles else space(9, 3))
            + '<w:ind w:left="0" w:firstLine="0"/><w:outlineLvl w:val="1"/>',
            letters="" if StyleRole.SUBHEADING in roles else font(bold=True),
            following="Alinea",
        ),
        Derived(
            id="AlineaGenummerd",
            name="Alinea genummerd",
            base=_base(of, StyleRole.NUMBERED),
            paragraph=_numbering(1, of.outline) + ("" if of.has_space else space(0, 6)) + hang + _APART,
        ),
        Derived(
            id="BesluitGenummerd",
            name="Besluit genummerd",
            base="Besluit",
            paragraph=_WHOLE + _numbering(1, of.outline) + hang,
        ),
    )


def _lists(of: Derivation) -> tuple[Derived, ...]:
    own_numbers = "" if of.own_bullets else _numbering(0, of.bullets)
    bullet_room = "" if of.own_bullets else indent(340, 340)
    return (
        Derived(
            id="GecodeerdItem",
            name="Gecodeerd item",
            base=_base(of, StyleRole.CODED),
            paragraph=_UNNUMBERED + tab(680) + space(0, 6) + indent(680, 680) + _APART,
        ),
        Derived(
            id="GecodeerdDetail",
            name="Gecodeerd detail",
            base=_base(of, StyleRole.CODED),
            paragraph=_WHOLE + _UNNUMBERED + space(0, 1.5) + indent(907, 227) + _APART,
            letters=font(_less(of, 1)),
        ),
        Derived(id="GecodeerdSlot", name="Gecodeerd slot", base="GecodeerdDetail", paragraph=space(0, 7)),
        Derived(
            id="Opsomming",
            name="Opsomming",
            base=_base(of, StyleRole.BULLETS),
            paragraph=own_numbers + ("" if of.own_bullets else space(0, 6)) + bullet_room,
        ),
    )


def _around(of: Derivation) -> tuple[Derived, ...]:
    roles = of.roles
    subject = StyleRole.SUBJECT in roles
    small = font(_less(of, 1))
    still = "" if StyleRole.ANNEXES in roles else small
    return (
        Derived(
            id="Adresblok", name="Adresblok", base=_base(of, StyleRole.ADDRESS), paragraph=_WHOLE + _UNNUMBERED + space(0, 20)
        ),
        Derived(
            id="Referentie",
            name="Referentie",
            base=_base(of, StyleRole.REFERENCE),
            paragraph=_UNNUMBERED + space(0, 3) + indent(0),
        ),
        Derived(id="Referentielabel", name="Referentielabel", base="Referentie", letters=font(_less(of, 1), color=QUIET)),
        Derived(id="Onderwerplabel", name="Onderwerplabel", base="Referentielabel", paragraph=space(8, 0)),
        Derived(
            id="Onderwerp",
            name="Onderwerp",
            base=_base(of, StyleRole.SUBJECT),
            paragraph=_UNNUMBERED + space(8, 0) + indent(0),
            letters="" if subject else font(bold=True),
        ),
        Derived(id="Aanhef", name="Aanhef", base="Alinea", paragraph=space(16, 7), following="Alinea"),
        Derived(id="Vertrouwelijk", name="Vertrouwelijk", base="Alinea", paragraph=space(0, 6), letters=font(bold=True)),
        Derived(id="Slotformule", name="Slotformule", base="Alinea", paragraph=_KEEP + _WHOLE + space(14, 0)),
        Derived(
            id="Ondertekening", name="Ondertekening", base=_base(of, StyleRole.SIGNATURE), paragraph=_KEEP + _WHOLE + space(0, 0)
        ),
        Derived(id="OndertekeningNaam", name="Ondertekening naam", base="Ondertekening", paragraph=space(42, 0)),
        Derived(id="OndertekeningRol", name="Ondertekening rol", base="Ondertekening", letters=font(_less(of, 0.5), color=QUIET)),
        Derived(
            id="Bijlagenkop",
            name="Bijlagenkop",
            base="Alinea",
            paragraph=_KEEP + _WHOLE + space(14, 3),
            letters=font(_less(of, 0.5), bold=True, color=of.accent),
        ),
        Derived(
            id="Bijlagenlijst",
            name="Bijlagenlijst",
            base=_base(of, StyleRole.ANNEXES),
            paragraph=_WHOLE + _UNNUMBERED + tab(454) + space(0, 2) + indent(454, 454),
            letters=still,
        ),
        Derived(
            id="Kopielijst",
            name="Kopielijst",
            base=_base(of, StyleRole.ANNEXES),
            paragraph=_WHOLE + _UNNUMBERED + space(0, 2) + '<w:ind w:left="0" w:firstLine="0"/>',
            letters=still,
        ),
    )


def _letterhead(of: Derivation) -> tuple[Derived, ...]:
    small = font(max(8.0, of.body.points - 2), color=QUIET)
    return (
        Derived(
            id="Conceptregel",
            name="Conceptregel",
            base="Alinea",
            paragraph=space(0, 6) + '<w:jc w:val="center"/>',
            letters=font(9.5, bold=True, color=WARNING),
        ),
        Derived(
            id="Briefhoofd",
            name="Briefhoofd",
            base="Alinea",
            paragraph=space(0, 2),
            letters=font(of.body.points + 3.5, bold=True, color=of.accent),
        ),
        Derived(
            id="Briefhoofdorganisatie",
            name="Briefhoofd organisatie",
            base="Alinea",
            paragraph=space(0, 10),
            letters=font(color=QUIET),
        ),
        Derived(id="Briefhoofdregel", name="Briefhoofd regel", base="Alinea", paragraph=space(3, 0), letters=small),
        Derived(id="Briefhoofdlogo", name="Briefhoofd logo", base="Alinea", paragraph=space(0, 6)),
        Derived(
            id="Koptekst",
            name="Koptekst brief",
            base="Alinea",
            paragraph=tab(of.right_edge, "right") + space(0, 1),
            letters=small,
        ),
        Derived(
            id="Kopteksteinde",
            name="Koptekst einde",
            base="Koptekst",
            paragraph=rule("bottom", HAIRLINE, 4, 4) + space(0, 8),
        ),
        Derived(
            id="Voettekst",
            name="Voettekst brief",
            base="Alinea",
            paragraph=tab(of.right_edge, "right") + space(0, 0),
            letters=small,
        ),
    )
