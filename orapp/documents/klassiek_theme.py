"""The theme part of the house style "Klassiek": Word asks for one; its colours and fonts are those of the styles."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from orapp.documents.klassiek_styles import ACCENT, FONT, HAIRLINE, INK, QUIET, TINT
from orapp.documents.namespaces import PROLOGUE

_COLORS = (
    ("dk1", "000000"),
    ("lt1", "FFFFFF"),
    ("dk2", INK),
    ("lt2", TINT),
    ("accent1", ACCENT),
    ("accent2", QUIET),
    ("accent3", HAIRLINE),
    ("accent4", "1F7A4D"),
    ("accent5", "9A5B00"),
    ("accent6", "B3261E"),
    ("hlink", ACCENT),
    ("folHlink", QUIET),
)
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINES = "".join(
    f'<a:ln w="{width}"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' for width in (6350, 12700, 19050)
)


def theme_part(colours: Mapping[str, str], major: str, minor: str, name: str = "Klassiek") -> str:
    """The part with these colours (the others are those of "Klassiek") and fonts for headings and text."""
    chosen = {**dict(_COLORS), **{key: colour for key, colour in colours.items() if key in dict(_COLORS)}}
    scheme = "".join(f'<a:{key}><a:srgbClr val="{colour}"/></a:{key}>' for key, colour in chosen.items())
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface={quoteattr(family)}/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}Font>'
        for kind, family in (("major", major), ("minor", minor))
    )
    return (
        f'{PROLOGUE}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{scheme}</a:clrScheme><a:fontScheme name="{name}">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="{name}"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINES}</a:lnStyleLst>'
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


THEME = theme_part({}, FONT, FONT)
