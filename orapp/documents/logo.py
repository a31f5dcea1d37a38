"""The logo of a letterhead: a PNG or JPEG set in a line, with alternative text."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Final

from orapp.services.failures import Refusal

_EMU_PER_MM: Final = 36_000
_WIDEST: Final = 62 * _EMU_PER_MM
_HIGHEST: Final = 13 * _EMU_PER_MM
_KINDS: Final = {"image/png": "png", "image/jpeg": "jpeg"}

RELATION_ID: Final = "rIdLogo"


class UnreadableLogo(Refusal):
    """The logo is no PNG or JPEG that can be read."""

    def __init__(self) -> None:
        super().__init__("documents.unreadable_logo", place="sender/logo")


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A logo ready to be placed: its part in the package, and its size in EMU (1/36,000 mm)."""

    data: bytes
    part: str
    width: int
    height: int

    def run(self, alternative: str, number: int) -> str:
        """Give the run that shows it; `alternative` is written out as an attribute already."""
        return (
            '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
            'distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{self.width}" cy="{self.height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
            f'<wp:docPr id="{number}" name="Logo" descr="{alternative}"/>'
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
            'noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
            '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
            f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Logo" descr="{alternative}"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
            f'r:embed="{RELATION_ID}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{self.width}" cy="{self.height}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r>"
        )


def read_logo(data: bytes) -> Logo:
    """Measure a logo and fit it in the letterhead (62 by 13 mm); raises UnreadableLogo."""
    # python-docx takes a quarter of a second to import, and most letters have no logo.
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
    from docx.image.image import Image

    try:
        image = Image.from_file(io.BytesIO(data))
        width, height = int(image.width), int(image.height)
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, ZeroDivisionError) as error:
        raise UnreadableLogo from error
    kind = _KINDS.get(image.content_type)
    if kind is None or width <= 0 or height <= 0:
        raise UnreadableLogo
    scale = min(1.0, _WIDEST / width, _HIGHEST / height)
    return Logo(data=data, part=f"word/media/logo.{kind}", width=max(1, int(width * scale)), height=max(1, int(height * scale)))
