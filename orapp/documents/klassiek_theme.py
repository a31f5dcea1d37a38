"""The theme part of the house style "Klassiek": Word asks for one; its colours and fonts are those of the styles."""

from __future__ import annotations

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
_FONT = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
_LINES = "".join(
    f'<a:ln w="{width}"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' for width in (6350, 12700, 19050)
)

_SCHEME = "".join(f'<a:{name}><a:srgbClr val="{color}"/></a:{name}>' for name, color in _COLORS)

THEME = (
    f'{PROLOGUE}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Klassiek"><a:themeElements>'
    f'<a:clrScheme name="Klassiek">{_SCHEME}</a:clrScheme>'
    f'<a:fontScheme name="Klassiek"><a:majorFont>{_FONT}</a:majorFont><a:minorFont>{_FONT}</a:minorFont></a:fontScheme>'
    f'<a:fmtScheme name="Klassiek"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINES}</a:lnStyleLst>'
    f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)
