"""What a picture's first bytes tell, and which pictures are refused before anything opens them."""

from __future__ import annotations

import struct

import pytest

from orapp.services.failures import Refusal
from orapp.services.logos import LARGEST_BYTES, PNG_SIGNATURE, LogoFacts, logo_facts


def png(width: int, height: int) -> bytes:
    return PNG_SIGNATURE + struct.pack(">I4sIIBBBBBI", 13, b"IHDR", width, height, 8, 2, 0, 0, 0, 0)


def jpeg(width: int, height: int) -> bytes:
    table = b"\xff\xdb" + struct.pack(">H", 4) + b"ab"
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + table + b"\xff" + frame


def test_kind_and_measures_are_read() -> None:
    assert logo_facts(png(640, 120)) == LogoFacts(media_type="image/png", width=640, height=120)
    assert logo_facts(jpeg(300, 80)) == LogoFacts(media_type="image/jpeg", width=300, height=80)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "council.logo_unreadable"),
        (b"GIF89a" + bytes(40), "council.logo_unreadable"),
        (b"<svg onload='x'/>", "council.logo_unreadable"),
        (PNG_SIGNATURE, "council.logo_unreadable"),
        (png(0, 10), "council.logo_unreadable"),
        (b"\xff\xd8\xff\xdb\x00\x00", "council.logo_unreadable"),
        (b"\xff\xd8" + b"\xff\xd8" * 40, "council.logo_unreadable"),
        (png(100_000, 100_000), "council.logo_too_wide"),
        (jpeg(60_000, 60_000), "council.logo_too_wide"),
        (png(10, 10) + bytes(LARGEST_BYTES), "council.logo_too_large"),
    ],
)
def test_a_hostile_or_huge_picture_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        logo_facts(data)
    assert refused.value.code == code
    assert refused.value.fields["place"] == "logo"
