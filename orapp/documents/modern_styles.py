"""The styles, numbering and settings of the house style "Modern": one sans serif, wide white, one quiet colour."""

from __future__ import annotations

from orapp.documents.klassiek_styles import paragraph_style
from orapp.documents.namespaces import DECLARATIONS, PROLOGUE
from orapp.documents.style_rules import font, indent, level, line, rule, space, style_part, tab

# Arial and Liberation Sans have the same widths, so that lines fall alike in Word and in LibreOffice.
FONT = "Arial"
INK = "222B2E"
ACCENT = "0B5A60"
QUIET = "566469"
HAIRLINE = "C3CDCF"
TINT = "E8F1F1"

RIGHT_EDGE = 9298
NUMBER_ROOM = 624

_KEEP = "<w:keepNext/>"
_WHOLE = "<w:keepLines/>"

_LETTERHEAD = (
    paragraph_style("Briefhoofd", "Briefhoofd", space(0, 1), font(17, bold=True, color=ACCENT)),
    paragraph_style("Briefhoofdorganisatie", "Briefhoofd organisatie", space(0, 4), font(10.5, color=INK)),
    paragraph_style("Briefhoofdregel", "Briefhoofd regel", space(2, 0, 264) + '<w:jc w:val="right"/>', font(8.5, color=QUIET)),
    paragraph_style("Briefhoofdlogo", "Briefhoofd logo", space(0, 6)),
    paragraph_style("Conceptregel", "Conceptregel", space(0, 6), font(9.5, bold=True, color="9A3412")),
    paragraph_style("Vertrouwelijk", "Vertrouwelijk", space(0, 8), font(9.5, bold=True, color=ACCENT)),
    paragraph_style("Adresblok", "Adresblok", _WHOLE + space(0, 4, 269)),
    paragraph_style("Referentielabel", "Referentielabel", space(1.2, 2), font(8.5, color=QUIET)),
    paragraph_style("Referentie", "Referentie", space(0.6, 2), font(9.5)),
    paragraph_style(
        "Onderwerp",
        "Onderwerp",
        _KEEP + _WHOLE + rule("top", ACCENT, 12, 10) + space(20, 4, 259),
        font(14, bold=True, color=ACCENT),
    ),
    paragraph_style("Aanhef", "Aanhef", space(14, 8), following="Alinea"),
    paragraph_style("Koptekst", "header", tab(RIGHT_EDGE, "right") + space(0, 1), font(8.5, color=QUIET), quick=False),
    paragraph_style(
        "Kopteksteinde",
        "Koptekst einde",
        rule("bottom", ACCENT, 8, 4) + space(0, 10),
        base="Koptekst",
        quick=False,
    ),
    paragraph_style(
        "Koptekstslot", "Koptekst slot", rule("bottom", ACCENT, 24, 1) + space(0, 12, 40, "exact"), font(1), quick=False
    ),
    paragraph_style("Voettekst", "footer", tab(RIGHT_EDGE, "right"), font(8.5, color=QUIET), quick=False),
)

_TEXT = (
    paragraph_style("Alinea", "Alinea", space(0, 7)),
    paragraph_style(
        "Kop1",
        "heading 1",
        _KEEP
        + _WHOLE
        + '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        + space(16, 5)
        + '<w:outlineLvl w:val="0"/>',
        font(13, bold=True, color=ACCENT),
        following="Alinea",
    ),
    paragraph_style(
        "KopZonderNummer",
        "Kop zonder nummer",
        '<w:numPr><w:numId w:val="0"/></w:numPr><w:ind w:left="0" w:firstLine="0"/>',
        base="Kop1",
        following="Alinea",
    ),
    paragraph_style(
        "AlineaGenummerd",
        "Alinea genummerd",
        '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>',
        base="Alinea",
    ),
    paragraph_style(
        "Besluit",
        "Besluit",
        _WHOLE
        + rule("left", ACCENT, 24, 8)
        + '<w:shd w:val="clear" w:color="auto" w:fill="E8F1F1"/>'
        + space(3, 8)
        + indent(227),
        font(bold=True),
        base="Alinea",
    ),
    paragraph_style(
        "BesluitGenummerd", "Besluit genummerd", _WHOLE + space(3, 8), font(bold=True, color=ACCENT), base="AlineaGenummerd"
    ),
    paragraph_style(
        "Citaat",
        "Quote",
        _WHOLE + rule("left", HAIRLINE, 24, 10) + space(2, 2) + indent(567, right=454),
        font(italic=True),
        following="Citaatbron",
    ),
    paragraph_style(
        "Citaatbron",
        "Citaatbron",
        _WHOLE + rule("left", HAIRLINE, 24, 10) + space(0, 10) + indent(567, right=454),
        font(9, color=QUIET),
        following="Alinea",
    ),
    paragraph_style("GecodeerdItem", "Gecodeerd item", tab(NUMBER_ROOM) + space(0, 6) + indent(NUMBER_ROOM, NUMBER_ROOM)),
    paragraph_style("GecodeerdDetail", "Gecodeerd detail", _WHOLE + space(0, 1.5) + indent(851, 227), font(9.5, color=QUIET)),
    paragraph_style("GecodeerdSlot", "Gecodeerd slot", space(0, 8), base="GecodeerdDetail", quick=False),
    paragraph_style(
        "Opsomming",
        "List Bullet",
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>' + space(0, 5) + "<w:contextualSpacing/>",
    ),
    paragraph_style("Bijschrift", "caption", _KEEP + _WHOLE + space(8, 4), font(9, bold=True, color=QUIET)),
    paragraph_style("Tabeltekst", "Tabeltekst", space(1.5, 1.5, 252), font(9)),
    paragraph_style("Tabelkop", "Tabelkop", _KEEP, font(bold=True, color="FFFFFF"), base="Tabeltekst"),
    paragraph_style("Tussenruimte", "Tussenruimte", space(0, 0, 200, "exact"), font(5), quick=False),
    paragraph_style("Slotformule", "Slotformule", _KEEP + _WHOLE + space(16, 0)),
    paragraph_style("Ondertekening", "Ondertekening", _KEEP + _WHOLE),
    paragraph_style("OndertekeningNaam", "Ondertekening naam", space(44, 0), font(bold=True), base="Ondertekening"),
    paragraph_style("OndertekeningRol", "Ondertekening rol", "", font(9.5, color=QUIET), base="Ondertekening"),
    paragraph_style("Slotregel", "Slotregel", space(0, 0, 20, "exact"), font(1), quick=False),
    paragraph_style("Bijlagenkop", "Bijlagenkop", _KEEP + _WHOLE + space(16, 3), font(9.5, bold=True, color=ACCENT)),
    paragraph_style("Bijlagenlijst", "Bijlagenlijst", _WHOLE + tab(454) + space(0, 2) + indent(454, 454), font(9.5)),
    paragraph_style("Kopielijst", "Kopielijst", _WHOLE + space(0, 2), font(9.5)),
)

_TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="Standaardtabel"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
    '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    "</w:style>"
    '<w:style w:type="table" w:customStyle="1" w:styleId="Tabel"><w:name w:val="Tabel"/>'
    '<w:basedOn w:val="Standaardtabel"/><w:qFormat/>'
    f"<w:tblPr><w:tblBorders>{line('bottom', 8, ACCENT)}{line('insideH', 4, HAIRLINE)}</w:tblBorders>"
    '<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/>'
    '<w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{ACCENT}"/></w:tcPr></w:tblStylePr>'
    "</w:style>"
)

STYLES = style_part(FONT, INK, 283, f"{_TABLES}{''.join(_LETTERHEAD)}{''.join(_TEXT)}")


def _numbering() -> str:
    hang = tab(NUMBER_ROOM) + indent(NUMBER_ROOM, NUMBER_ROOM)
    plain = '<w:b w:val="0"/><w:bCs w:val="0"/>' + font(9.5, color=QUIET)
    levels = [level(0, "%1", "decimal", "Kop1", hang, ""), level(1, "%1.%2", "decimal", "AlineaGenummerd", hang, plain)]
    pattern = "%1.%2"
    for number in range(2, 9):
        pattern += f".%{number + 1}"
        levels.append(level(number, pattern, "decimal", "", hang, ""))
    mark = font(color=ACCENT)
    bullets = [
        level(number, "•", "bullet", "" if number else "Opsomming", indent(340 * (number + 1), 340), mark) for number in range(9)
    ]
    return (
        f"{PROLOGUE}<w:numbering {DECLARATIONS}>"
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{"".join(levels)}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>{"".join(bullets)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        "</w:numbering>"
    )


NUMBERING = _numbering()
