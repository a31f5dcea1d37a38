"""Names files as a council does: `2026-11-21 Advies verzelfstandiging (2026-014) v2.docx`."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
RESERVED = {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))}
LONGEST = 120


def safe_name(text: str) -> str:
    """A piece of a file name that Windows, macOS and Linux all take: no forbidden signs, no trailing dot, not too long."""
    kept = "".join(sign for sign in text if unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Co", "Cn"})
    plain = re.sub(r"\s+", " ", FORBIDDEN.sub(" ", kept)).strip(" .")
    shortened = plain if len(plain) <= LONGEST else plain[:LONGEST].rsplit(" ", 1)[0].strip(" .")
    return f"{shortened} -" if shortened.split(".")[0].lower() in RESERVED else shortened or "zonder titel"


def letter_file_name(dated: date, title: str, reference: str, version: int) -> str:
    """The name of a letter's Word file."""
    return f"{dated.isoformat()} {safe_name(title)} ({safe_name(reference)}) v{version}.docx"
