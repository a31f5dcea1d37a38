"""The names of the XML vocabularies in a Word file (ISO/IEC 29500, transitional)."""

from __future__ import annotations

import re

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"

PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DECLARATIONS = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


_WHOLE = re.compile(r"[0-9]{1,8}")


def w(name: str) -> str:
    """Give the full name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def whole(text: str) -> int | None:
    """A whole number, not below zero, as an attribute says it; None where it says something else, or one past all measure."""
    return int(text) if _WHOLE.fullmatch(text) is not None else None
