"""The styles, numbering and settings of the house style "Klassiek"."""

from __future__ import annotations

from orapp.documents.namespaces import DECLARATIONS, PROLOGUE

FONT = "Arial"
INK = "1B2430"
ACCENT = "1F3A5F"
QUIET = "55616F"
HAIRLINE = "BAC4CF"
TINT = "EEF2F7"

# Twips from the text back into the margin, where the numbers of headings and paragraphs stand.
NUMBER_HANG = 794


def _font(size: float = 0, *, bold: bool = False, italic: bool = False, color: str = "") -> str:
    """Run properties in the order the schema asks; `size` in points."""
    return (
        ("<w:b/><w:bCs/>" if bold else "")
        + ("<w:i/><w:iCs/>" if italic else "")
        + (f'<w:color w:val="{color}"/>' if color else "")
        + (f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else "")
    )


def _space(before: float = 0, after: float = 0, line: int = 0, rule: str = "auto") -> str:
    """Spacing; `before` and `after` in points, `line` in 240ths of a line (auto) or twips."""
    height = f' w:line="{line}" w:lineRule="{rule}"' if line else ""
    return f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"{height}/>'


def _indent(left: int, hanging: int = 0, right: int = 0) -> str:
    tail = (f' w:right="{right}"' if right else "") + (f' w:hanging="{hanging}"' if hanging else "")
    return f'<w:ind w:left="{left}"{tail}/>'


def _tab(position: int, kind: str = "left") -> str:
    return f'<w:tabs><w:tab w:val="{kind}" w:pos="{position}"/></w:tabs>'


def _rule(side: str, color: str, size: int, space: int) -> str:
    return f'<w:pBdr><w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{color}"/></w:pBdr>'


# Names that Word knows by itself, so that its navigation pane, lists and translations recognise them.
_BUILT_IN = frozenset({"header", "footer", "heading 1", "caption", "Quote", "List Bullet"})


def _style(
    identity: str,
    name: str,
    paragraph: str = "",
    font: str = "",
    *,
    base: str = "Standaard",
    following: str = "",
    quick: bool = True,
) -> str:
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
    _style("Briefhoofd", "Briefhoofd", _space(0, 2), _font(14, bold=True, color=ACCENT)),
    _style("Briefhoofdorganisatie", "Briefhoofd organisatie", _space(0, 10), _font(10.5, color=QUIET)),
    _style("Briefhoofdregel", "Briefhoofd regel", _space(3, 0, 264), _font(8.5, color=QUIET)),
    _style("Briefhoofdlogo", "Briefhoofd logo", _space(0, 6)),
    _style("Conceptregel", "Conceptregel", _space(0, 6) + '<w:jc w:val="center"/>', _font(9.5, bold=True, color="9A3412")),
    _style("Vertrouwelijk", "Vertrouwelijk", _space(0, 6), _font(9.5, bold=True)),
    _style("Adresblok", "Adresblok", _WHOLE + _space(0, 20, 264)),
    _style("Referentielabel", "Referentielabel", _space(1.8, 3), _font(9, color=QUIET)),
    _style("Referentie", "Referentie", _space(0, 3)),
    _style("Onderwerplabel", "Onderwerplabel", _space(9.8, 0), base="Referentielabel"),
    _style("Onderwerp", "Onderwerp", _space(8, 0), _font(11, bold=True)),
    _style("Aanhef", "Aanhef", _space(16, 7), following="Alinea"),
    _style("Koptekst", "header", _tab(_RIGHT_EDGE, "right") + _space(0, 1), _font(8.5, color=QUIET), quick=False),
    _style("Kopteksteinde", "Koptekst einde", _rule("bottom", HAIRLINE, 4, 4) + _space(0, 8), base="Koptekst", quick=False),
    _style("Koptekstslot", "Koptekst slot", _space(7, 0, 20, "exact"), _font(1), quick=False),
    _style(
        "Voettekst",
        "footer",
        _rule("top", HAIRLINE, 4, 5) + _tab(_RIGHT_EDGE, "right"),
        _font(8.5, color=QUIET),
        quick=False,
    ),
)

_TEXT = (
    _style("Alinea", "Alinea", _space(0, 6)),
    _style(
        "Kop1",
        "heading 1",
        _KEEP
        + _WHOLE
        + '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        + _space(13, 4)
        + '<w:outlineLvl w:val="0"/>',
        _font(11.5, bold=True, color=ACCENT),
        following="Alinea",
    ),
    _style(
        "KopZonderNummer",
        "Kop zonder nummer",
        '<w:numPr><w:numId w:val="0"/></w:numPr>' + _indent(0),
        base="Kop1",
        following="Alinea",
    ),
    _style("AlineaGenummerd", "Alinea genummerd", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', base="Alinea"),
    _style("Besluit", "Besluit", _WHOLE + _space(2, 7), _font(bold=True), base="Alinea"),
    _style("BesluitGenummerd", "Besluit genummerd", _WHOLE + _space(2, 7), _font(bold=True), base="AlineaGenummerd"),
    _style(
        "Citaat",
        "Quote",
        _WHOLE + _rule("left", HAIRLINE, 12, 10) + _space(2, 2) + _indent(454, right=454),
        _font(10.5, italic=True),
        following="Citaatbron",
    ),
    _style(
        "Citaatbron",
        "Citaatbron",
        _WHOLE + _rule("left", HAIRLINE, 12, 10) + _space(0, 9) + _indent(454, right=454),
        _font(9, color=QUIET),
        following="Alinea",
    ),
    _style("GecodeerdItem", "Gecodeerd item", _tab(680) + _space(0, 6) + _indent(680, 680)),
    _style("GecodeerdDetail", "Gecodeerd detail", _WHOLE + _space(0, 1.5) + _indent(907, 227), _font(9.5)),
    _style("GecodeerdSlot", "Gecodeerd slot", _space(0, 7), base="GecodeerdDetail", quick=False),
    _style(
        "Opsomming",
        "List Bullet",
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>' + _space(0, 6) + "<w:contextualSpacing/>",
    ),
    _style("Bijschrift", "caption", _KEEP + _WHOLE + _space(6, 4), _font(9.5, bold=True, color=ACCENT)),
    _style("Tabeltekst", "Tabeltekst", _space(0.5, 0.5, 252), _font(9)),
    _style("Tabelkop", "Tabelkop", _KEEP, _font(bold=True, color=ACCENT), base="Tabeltekst"),
    _style("Tussenruimte", "Tussenruimte", _space(0, 0, 200, "exact"), _font(5), quick=False),
    _style("Slotformule", "Slotformule", _KEEP + _WHOLE + _space(14, 0)),
    _style("Ondertekening", "Ondertekening", _KEEP + _WHOLE),
    _style("OndertekeningNaam", "Ondertekening naam", _space(42, 0), base="Ondertekening"),
    _style("OndertekeningRol", "Ondertekening rol", "", _font(10, color=QUIET), base="Ondertekening"),
    _style("Slotregel", "Slotregel", _space(0, 0, 20, "exact"), _font(1), quick=False),
    _style("Bijlagenkop", "Bijlagenkop", _KEEP + _WHOLE + _space(14, 3), _font(10, bold=True, color=ACCENT)),
    _style("Bijlagenlijst", "Bijlagenlijst", _WHOLE + _tab(454) + _space(0, 2) + _indent(454, 454), _font(9.5)),
    _style("Kopielijst", "Kopielijst", _WHOLE + _space(0, 2), _font(9.5)),
)


def _line(side: str, size: int = 4, color: str = HAIRLINE) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{color}"/>'


_TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="Standaardtabel"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
    '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    "</w:style>"
    '<w:style w:type="table" w:customStyle="1" w:styleId="Tabel"><w:name w:val="Tabel"/>'
    '<w:basedOn w:val="Standaardtabel"/><w:qFormat/>'
    f"<w:tblPr><w:tblBorders>{_line('top', 8, ACCENT)}{_line('bottom', 8, ACCENT)}{_line('insideH')}</w:tblBorders>"
    '<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/>'
    '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{_line("bottom", 6, ACCENT)}</w:tcBorders>'
    f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr></w:tblStylePr></w:style>'
)

STYLES = (
    f"{PROLOGUE}<w:styles {DECLARATIONS}><w:docDefaults><w:rPrDefault><w:rPr>"
    f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/><w:color w:val="{INK}"/>'
    '<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    "<w:pPrDefault><w:pPr><w:widowControl/>"
    '<w:spacing w:before="0" w:after="0" w:line="269" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="Standaardalinea-lettertype"><w:name w:val="Default Paragraph Font"/>'
    '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="Geenlijst"><w:name w:val="No List"/><w:uiPriority w:val="99"/>'
    f"<w:semiHidden/><w:unhideWhenUsed/></w:style>{_TABLES}{''.join(_LETTERHEAD)}{''.join(_TEXT)}</w:styles>"
)


def _level(number: int, pattern: str, kind: str, style: str, indent: str, font: str) -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{linked}<w:suff w:val="tab"/>'
        f'<w:lvlText w:val="{pattern}"/><w:lvlJc w:val="left"/><w:pPr>{indent}</w:pPr><w:rPr>{font}</w:rPr></w:lvl>'
    )


def _numbering() -> str:
    hang = _tab(0) + _indent(0, NUMBER_HANG)
    outline = [
        _level(0, "%1", "decimal", "Kop1", hang, ""),
        _level(1, "%1.%2", "decimal", "AlineaGenummerd", hang, '<w:b w:val="0"/><w:bCs w:val="0"/>' + _font(9.5, color=QUIET)),
    ]
    pattern = "%1.%2"
    for number in range(2, 9):
        pattern += f".%{number + 1}"
        outline.append(_level(number, pattern, "decimal", "", hang, ""))
    bullets = [
        _level(number, "–", "bullet", "" if number else "Opsomming", _indent(340 * (number + 1), 340), "") for number in range(9)
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
