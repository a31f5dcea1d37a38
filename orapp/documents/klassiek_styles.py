"""The styles, numbering and settings of the house style "Klassiek"."""

from __future__ import annotations

from orapp.documents.namespaces import DECLARATIONS, PROLOGUE
from orapp.documents.style_rules import font, indent, level, line, rule, space, style_part, tab

FONT = "Arial"
INK = "1B2430"
ACCENT = "1F3A5F"
QUIET = "55616F"
HAIRLINE = "BAC4CF"
TINT = "EEF2F7"

# Twips from the text back into the margin, where the numbers of headings and paragraphs stand.
NUMBER_HANG = 794


# Names that Word knows by itself, so that its navigation pane, lists and translations recognise them.
_BUILT_IN = frozenset({"header", "footer", "heading 1", "caption", "Quote", "List Bullet"})


def paragraph_style(
    identity: str,
    name: str,
    paragraph: str = "",
    font: str = "",
    *,
    base: str = "Standaard",
    following: str = "",
    quick: bool = True,
) -> str:
    """A style of paragraphs as it stands in the part of styles; `quick` shows it in Word's gallery."""
    own = "" if name in _BUILT_IN else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph" w:styleId="{identity}"{own}>'
        f'<w:name w:val="{name}"/><w:basedOn w:val="{base}"/>'
        + (f'<w:next w:val="{following}"/>' if following else "")
        + ("<w:qFormat/>" if quick else "")
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{font}</w:rPr>" if font else "")
        + "</w:style>"
    )


_KEEP = "<w:keepNext/>"
_WHOLE = "<w:keepLines/>"
_RIGHT_EDGE = 8844

_LETTERHEAD = (
    paragraph_style("Briefhoofd", "Briefhoofd", space(0, 2), font(14, bold=True, color=ACCENT)),
    paragraph_style("Briefhoofdorganisatie", "Briefhoofd organisatie", space(0, 10), font(10.5, color=QUIET)),
    paragraph_style("Briefhoofdregel", "Briefhoofd regel", space(3, 0, 264), font(8.5, color=QUIET)),
    paragraph_style("Briefhoofdlogo", "Briefhoofd logo", space(0, 6)),
    paragraph_style("Conceptregel", "Conceptregel", space(0, 6) + '<w:jc w:val="center"/>', font(9.5, bold=True, color="9A3412")),
    paragraph_style("Vertrouwelijk", "Vertrouwelijk", space(0, 6), font(9.5, bold=True)),
    paragraph_style("Adresblok", "Adresblok", _WHOLE + space(0, 20, 264)),
    paragraph_style("Referentielabel", "Referentielabel", space(1.8, 3), font(9, color=QUIET)),
    paragraph_style("Referentie", "Referentie", space(0, 3)),
    paragraph_style("Onderwerplabel", "Onderwerplabel", space(9.8, 0), base="Referentielabel"),
    paragraph_style("Onderwerp", "Onderwerp", space(8, 0), font(11, bold=True)),
    paragraph_style("Aanhef", "Aanhef", space(16, 7), following="Alinea"),
    paragraph_style("Koptekst", "header", tab(_RIGHT_EDGE, "right") + space(0, 1), font(8.5, color=QUIET), quick=False),
    paragraph_style(
        "Kopteksteinde", "Koptekst einde", rule("bottom", HAIRLINE, 4, 4) + space(0, 8), base="Koptekst", quick=False
    ),
    paragraph_style("Koptekstslot", "Koptekst slot", space(7, 0, 20, "exact"), font(1), quick=False),
    paragraph_style(
        "Voettekst",
        "footer",
        rule("top", HAIRLINE, 4, 5) + tab(_RIGHT_EDGE, "right"),
        font(8.5, color=QUIET),
        quick=False,
    ),
)

_TEXT = (
    paragraph_style("Alinea", "Alinea", space(0, 6)),
    paragraph_style(
        "Kop1",
        "heading 1",
        _KEEP
        + _WHOLE
        + '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        + space(13, 4)
        + '<w:outlineLvl w:val="0"/>',
        font(11.5, bold=True, color=ACCENT),
        following="Alinea",
    ),
    paragraph_style(
        "KopZonderNummer",
        "Kop zonder nummer",
        '<w:numPr><w:numId w:val="0"/></w:numPr>' + indent(0),
        base="Kop1",
        following="Alinea",
    ),
    paragraph_style(
        "AlineaGenummerd", "Alinea genummerd", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', base="Alinea"
    ),
    paragraph_style("Besluit", "Besluit", _WHOLE + space(2, 7), font(bold=True), base="Alinea"),
    paragraph_style("BesluitGenummerd", "Besluit genummerd", _WHOLE + space(2, 7), font(bold=True), base="AlineaGenummerd"),
    paragraph_style(
        "Citaat",
        "Quote",
        _WHOLE + rule("left", HAIRLINE, 12, 10) + space(2, 2) + indent(454, right=454),
        font(10.5, italic=True),
        following="Citaatbron",
    ),
    paragraph_style(
        "Citaatbron",
        "Citaatbron",
        _WHOLE + rule("left", HAIRLINE, 12, 10) + space(0, 9) + indent(454, right=454),
        font(9, color=QUIET),
        following="Alinea",
    ),
    paragraph_style("GecodeerdItem", "Gecodeerd item", tab(680) + space(0, 6) + indent(680, 680)),
    paragraph_style("GecodeerdDetail", "Gecodeerd detail", _WHOLE + space(0, 1.5) + indent(907, 227), font(9.5)),
    paragraph_style("GecodeerdSlot", "Gecodeerd slot", space(0, 7), base="GecodeerdDetail", quick=False),
    paragraph_style(
        "Opsomming",
        "List Bullet",
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>' + space(0, 6) + "<w:contextualSpacing/>",
    ),
    paragraph_style("Bijschrift", "caption", _KEEP + _WHOLE + space(6, 4), font(9.5, bold=True, color=ACCENT)),
    paragraph_style("Tabeltekst", "Tabeltekst", space(0.5, 0.5, 252), font(9)),
    paragraph_style("Tabelkop", "Tabelkop", _KEEP, font(bold=True, color=ACCENT), base="Tabeltekst"),
    paragraph_style("Tussenruimte", "Tussenruimte", space(0, 0, 200, "exact"), font(5), quick=False),
    paragraph_style("Slotformule", "Slotformule", _KEEP + _WHOLE + space(14, 0)),
    paragraph_style("Ondertekening", "Ondertekening", _KEEP + _WHOLE),
    paragraph_style("OndertekeningNaam", "Ondertekening naam", space(42, 0), base="Ondertekening"),
    paragraph_style("OndertekeningRol", "Ondertekening rol", "", font(10, color=QUIET), base="Ondertekening"),
    paragraph_style("Slotregel", "Slotregel", space(0, 0, 20, "exact"), font(1), quick=False),
    paragraph_style("Bijlagenkop", "Bijlagenkop", _KEEP + _WHOLE + space(14, 3), font(10, bold=True, color=ACCENT)),
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
    f"<w:tblPr><w:tblBorders>{line('top', 8, ACCENT)}{line('bottom', 8, ACCENT)}{line('insideH', 4, HAIRLINE)}</w:tblBorders>"
    '<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/>'
    '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{line("bottom", 6, ACCENT)}</w:tcBorders>'
    f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr></w:tblStylePr></w:style>'
)

STYLES = style_part(FONT, INK, 269, f"{_TABLES}{''.join(_LETTERHEAD)}{''.join(_TEXT)}")


def _numbering() -> str:
    hang = tab(0) + indent(0, NUMBER_HANG)
    outline = [
        level(0, "%1", "decimal", "Kop1", hang, ""),
        level(1, "%1.%2", "decimal", "AlineaGenummerd", hang, '<w:b w:val="0"/><w:bCs w:val="0"/>' + font(9.5, color=QUIET)),
    ]
    pattern = "%1.%2"
    for number in range(2, 9):
        pattern += f".%{number + 1}"
        outline.append(level(number, pattern, "decimal", "", hang, ""))
    bullets = [
        level(number, "–", "bullet", "" if number else "Opsomming", indent(340 * (number + 1), 340), "") for number in range(9)
    ]
    return (
        f"{PROLOGUE}<w:numbering {DECLARATIONS}>"
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{"".join(outline)}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>{"".join(bullets)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        "</w:numbering>"
    )


NUMBERING = _numbering()

SETTINGS = (
    f'{PROLOGUE}<w:settings {DECLARATIONS}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
    '<w:hyphenationZone w:val="425"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="nl-NL"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)

FONT_TABLE = (
    f'{PROLOGUE}<w:fonts {DECLARATIONS}><w:font w:name="{FONT}"><w:altName w:val="Liberation Sans"/>'
    '<w:panose1 w:val="020B0604020202020204"/>'
    '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)
