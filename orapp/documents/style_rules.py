"""Properties of styles as WordprocessingML, in the order that the schema asks."""

from __future__ import annotations

from orapp.documents.namespaces import DECLARATIONS, PROLOGUE


def font(size: float = 0, *, bold: bool = False, italic: bool = False, color: str = "") -> str:
    """Properties of letters; `size` in points."""
    return (
        ("<w:b/><w:bCs/>" if bold else "")
        + ("<w:i/><w:iCs/>" if italic else "")
        + (f'<w:color w:val="{color}"/>' if color else "")
        + (f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else "")
    )


def space(before: float = 0, after: float = 0, line: int = 0, rule: str = "auto") -> str:
    """Spacing; `before` and `after` in points, `line` in 240ths of a line (auto) or twips."""
    height = f' w:line="{line}" w:lineRule="{rule}"' if line else ""
    return f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"{height}/>'


def indent(left: int, hanging: int = 0, right: int = 0) -> str:
    """Indents in twips."""
    tail = (f' w:right="{right}"' if right else "") + (f' w:hanging="{hanging}"' if hanging else "")
    return f'<w:ind w:left="{left}"{tail}/>'


def tab(position: int, kind: str = "left") -> str:
    """One tab stop, in twips from the text."""
    return f'<w:tabs><w:tab w:val="{kind}" w:pos="{position}"/></w:tabs>'


def rule(side: str, color: str, size: int, space: int) -> str:
    """A line beside a paragraph; `size` in eighths of a point, `space` in points."""
    return f'<w:pBdr><w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{color}"/></w:pBdr>'


def line(side: str, size: int, color: str) -> str:
    """A line of a table; `size` in eighths of a point."""
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{color}"/>'


def style_part(face: str, ink: str, line: int, styles: str) -> str:
    """The part word/styles.xml of a shipped template: its face, ink and line height (240ths) by default, and these styles."""
    return (
        f"{PROLOGUE}<w:styles {DECLARATIONS}><w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}" w:cs="{face}"/><w:color w:val="{ink}"/>'
        '<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/>"
        f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="Standaardalinea-lettertype">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="Geenlijst"><w:name w:val="No List"/><w:uiPriority w:val="99"/>'
        f"<w:semiHidden/><w:unhideWhenUsed/></w:style>{styles}</w:styles>"
    )


def level(number: int, pattern: str, kind: str, style: str, room: str, look: str) -> str:
    """One level of a numbering: its pattern ("%1.%2") and kind, the style that takes it, its room and its look."""
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{linked}<w:suff w:val="tab"/>'
        f'<w:lvlText w:val="{pattern}"/><w:lvlJc w:val="left"/><w:pPr>{room}</w:pPr><w:rPr>{look}</w:rPr></w:lvl>'
    )
