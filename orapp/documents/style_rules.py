"""Properties of styles as WordprocessingML, in the order that the schema asks."""

from __future__ import annotations


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
