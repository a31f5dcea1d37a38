"""Writes the parts of a Word file into one zip whose bytes depend on nothing but the parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

# The earliest time a zip can hold: the clock must not change the bytes of a letter.
_STAMP = (1980, 1, 1, 0, 0, 0)


def write_package(parts: Mapping[str, bytes], onto: bytes = b"") -> bytes:
    """Give a zip of `parts`, in their order; with `onto`, added to that zip without compressing its entries again."""
    buffer = io.BytesIO()
    buffer.write(onto)
    with zipfile.ZipFile(buffer, "a" if onto else "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, data)
    return buffer.getvalue()
