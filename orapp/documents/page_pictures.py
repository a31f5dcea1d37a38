"""Pictures of first pages: an office program sets the file as PDF, PDFium draws the page."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Final

from orapp.services.failures import Circumstance
from orapp.services.paper_ports import Office, OfficeFile
from orapp.services.style_rows import PagePicture

WIDTH: Final = 900
_MOST_HEIGHT: Final = 2000
# PDFium may be used by one thread at a time.
_DRAWING: Final = threading.Lock()


class OfficePictures:
    """Draws what an office program sets, so that a style is seen as it will come out of the printer."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def name(self) -> str:
        """What the office program is called, or empty where this machine has none."""
        return self._office.name()

    def pictures(self, files: Sequence[OfficeFile]) -> tuple[PagePicture | None, ...]:
        """The first page of each file, None for one of which nothing came. Raises Circumstance("office.…")."""
        return tuple(None if made is None else first_page(made.data) for made in self._office.pdfs(files))


def first_page(data: bytes, width: int = WIDTH) -> PagePicture | None:
    """Draw the first page of a PDF, `width` pixels wide; None for what cannot be drawn. Raises Circumstance("office.failed")."""
    # PDFium is a library of its own: it is loaded when somebody wants to see a page.
    try:
        import pypdfium2
    except (ImportError, OSError) as error:
        raise Circumstance("office.failed") from error
    with _DRAWING:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError:
            return None
        try:
            if len(document) == 0:
                return None
            page = document[0]
            wide, high = page.get_size()
            scale = min(width / max(1.0, wide), _MOST_HEIGHT / max(1.0, high))
            bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
            return PagePicture(
                width=bitmap.width,
                height=bitmap.height,
                stride=bitmap.stride,
                channels=bitmap.n_channels,
                pixels=bytes(bitmap.buffer),
            )
        except pypdfium2.PdfiumError:
            return None
        finally:
            document.close()
