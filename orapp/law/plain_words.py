"""Brings words to one plain form, so that case, accents and hyphens make no difference in a search."""

from __future__ import annotations

import re
import unicodedata

NOT_A_WORD = re.compile(r"[^a-z0-9]+")
DROPPED = str.maketrans("", "", "'’‘`&")  # camera's, RI&E


def plain(text: str) -> str:
    """Lower-case words without accents, parted by one space; "camera's" becomes "cameras"."""
    split = unicodedata.normalize("NFKD", text.casefold().translate(DROPPED))
    bare = "".join(character for character in split if not unicodedata.combining(character))
    return NOT_A_WORD.sub(" ", bare).strip()
