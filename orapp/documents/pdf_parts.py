"""PDF taken apart and bound with pypdf: only ever run in a process of its own, for what others made may be hostile."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Final

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, PdfObject

from orapp.services.paper_ports import AnnexState, BoundPart, PartLook

MOST_PAGES: Final = 5_000
FONT: Final = "/OrappFoot"
SIZE: Final = 8
LIFT: Final = 12
# Half the width of a sign of Helvetica, which is enough to set a short line at the right.
SIGN: Final = 0.5
INERT: Final = frozenset({"/GoTo", "/URI", "/Named"})
"""Actions of a link that only show something; all others are taken out."""

UNREADABLE: Final = (
    PyPdfError,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    OverflowError,
    OSError,
    RecursionError,
)
"""What a damaged file was seen to end in: pypdf promises no kind of its own for all of it."""


def look(data: bytes) -> PartLook:
    """How one PDF stands: it is read whole, so that what looks well also binds."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            return PartLook(state=AnnexState.LOCKED)
        count = len(reader.pages)
        if not 0 < count <= MOST_PAGES:
            return PartLook(state=AnnexState.DAMAGED)
        PdfWriter().append(reader, import_outline=False)
    except UNREADABLE:
        return PartLook(state=AnnexState.DAMAGED)
    return PartLook(state=AnnexState.BOUND, pages=count)


def bind(parts: Sequence[BoundPart], title: str, page_words: str) -> bytes:
    """One PDF of all parts with an outline, and a line at the foot of each page."""
    writer = PdfWriter()
    feet: list[str] = []
    for part in parts:
        first = len(writer.pages)
        writer.append(PdfReader(io.BytesIO(part.data)), import_outline=False)
        feet += [part.foot] * (len(writer.pages) - first)
        writer.add_outline_item(title=part.title, page_number=first)
    for number, (page, foot) in enumerate(zip(writer.pages, feet, strict=True), start=1):
        _quieten(page)
        _stamp(page, foot, page_words.format(number=number, count=len(feet)), writer)
    writer.add_metadata({"/Title": title, "/Producer": "orapp", "/Creator": "orapp"})
    writer.page_mode = "/UseOutlines"
    out = io.BytesIO()
    writer.compress_identical_objects()
    writer.write(out)
    return out.getvalue()


def _quieten(page: PageObject) -> None:
    """Takes out what would do something by itself: scripts, programs that are started, forms that are sent."""
    for name in ("/AA", "/A"):
        page.pop(NameObject(name), None)
    annotations = page.get("/Annots")
    if annotations is None:
        return
    for found in annotations.get_object():
        annotation = found.get_object()
        if not isinstance(annotation, DictionaryObject):
            continue
        annotation.pop(NameObject("/AA"), None)
        action = annotation.get("/A")
        kind = action.get_object().get("/S") if action is not None else None
        if action is not None and kind not in INERT:
            annotation.pop(NameObject("/A"), None)


def _stamp(page: PageObject, left: str, right: str, writer: PdfWriter) -> None:
    """Writes a line at the foot on a white ground, upright as the page is read."""
    if page.rotation:
        page.transfer_rotation_to_content()
    box = page.cropbox
    width, low, x = float(box.width), float(box.bottom), float(box.left)
    scale = max(0.4, width / 595)
    size, y = SIZE * scale, low + LIFT * scale
    margin = 40 * scale
    from_right = x + width - margin - len(right) * size * SIGN
    room = max(0, int((from_right - x - margin) / (size * SIGN)) - 2)
    shown = left if len(left) <= room else f"{left[: max(0, room - 3)]}..."
    band = f"1 g {x:.1f} {y - 3 * scale:.1f} {width:.1f} {size + 4 * scale:.1f} re f 0.35 g"
    text = (
        f"q {band} BT {FONT} {size:.2f} Tf {x + margin:.1f} {y:.1f} Td ({_escaped(shown)}) Tj ET "
        f"BT {FONT} {size:.2f} Tf {from_right:.1f} {y:.1f} Td ({_escaped(right)}) Tj ET Q"
    )
    # What stands on the page is not read, only closed off: a drawing that leaves its colours behind cannot colour the line.
    standing = page.get("/Contents")
    before = standing.get_object() if standing is not None else ArrayObject()
    streams = list(before) if isinstance(before, ArrayObject) else [page.raw_get("/Contents")]
    page[NameObject("/Contents")] = ArrayObject([_kept("q\n", writer), *streams, _kept(f"\nQ\n{text}", writer)])
    _give_font(page)


def _kept(text: str, writer: PdfWriter) -> PdfObject:
    stream = DecodedStreamObject()
    stream.set_data(text.encode("cp1252", "replace"))
    # pypdf's own manual adds an object this way; it has no other that does not read the whole page again.
    return writer._add_object(stream)  # noqa: SLF001


def _give_font(page: PageObject) -> None:
    """Helvetica, which every reader has, beside the fonts of the page."""
    own = page.get("/Resources")
    resources = own.get_object() if own is not None else DictionaryObject()
    if own is None:
        page[NameObject("/Resources")] = resources
    present = resources.get("/Font")
    fonts = present.get_object() if present is not None else DictionaryObject()
    if present is None:
        resources[NameObject("/Font")] = fonts
    fonts[NameObject(FONT)] = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )


def _escaped(text: str) -> str:
    """A line as the text of a PDF (ISO 32000-1, 7.3.4.2)."""
    plain = " ".join(text.split())
    return plain.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
