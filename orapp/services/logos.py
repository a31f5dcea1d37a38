"""Looks at a picture that should become a logo before anything opens it: kind, size and pixels, from its first bytes alone."""

from __future__ import annotations

from dataclasses import dataclass

from orapp.services.failures import Refusal

LARGEST_BYTES = 2 * 1024 * 1024
MOST_PIXELS_A_SIDE = 4000
PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
JPEG_START = b"\xff\xd8"
# Frames that give the measures of a JPEG picture; the others in this range are tables.
JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
JPEG_BARE = frozenset({0x01, *range(0xD0, 0xD9)})


@dataclass(frozen=True, slots=True, kw_only=True)
class LogoFacts:
    """What the first bytes tell: the kind of file, and the measures in pixels."""

    media_type: str
    width: int
    height: int


def logo_facts(data: bytes) -> LogoFacts:
    """Kind and measures of a PNG or JPEG picture.

    Raises Refusal "council.logo_too_large" (bytes), "council.logo_unreadable" (no PNG or JPEG, or broken off) and
    "council.logo_too_wide" (more pixels than a letterhead can use: such a picture only costs memory).
    """
    if len(data) > LARGEST_BYTES:
        raise Refusal("council.logo_too_large", place="logo", most_mb=str(LARGEST_BYTES // 1024 // 1024))
    measured = _png(data) or _jpeg(data)
    if measured is None or not measured.width or not measured.height:
        raise Refusal("council.logo_unreadable", place="logo")
    if max(measured.width, measured.height) > MOST_PIXELS_A_SIDE:
        raise Refusal(
            "council.logo_too_wide",
            place="logo",
            width=str(measured.width),
            height=str(measured.height),
            most=str(MOST_PIXELS_A_SIDE),
        )
    return measured


def _png(data: bytes) -> LogoFacts | None:
    if not data.startswith(PNG_SIGNATURE) or data[12:16] != b"IHDR" or len(data) < 33:
        return None
    return LogoFacts(media_type="image/png", width=int.from_bytes(data[16:20], "big"), height=int.from_bytes(data[20:24], "big"))


def _jpeg(data: bytes) -> LogoFacts | None:
    if not data.startswith(JPEG_START):
        return None
    place = 2
    while place + 9 <= len(data):
        if data[place] != 0xFF:
            return None
        marker = data[place + 1]
        if marker == 0xFF:
            place += 1
        elif marker in JPEG_BARE:
            place += 2
        elif marker in JPEG_FRAMES:
            height, width = (int.from_bytes(data[place + at : place + at + 2], "big") for at in (5, 7))
            return LogoFacts(media_type="image/jpeg", width=width, height=height)
        else:
            place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    return None
