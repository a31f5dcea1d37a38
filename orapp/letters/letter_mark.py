"""The mark by which a Word file of a letter is known again, wherever it was moved and whatever it was named."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterMark:
    """Of which letter and version a file is: ids, the digest of the kept content (SHA-256), and names to tell it by."""

    letter_id: str
    version: int
    content_digest: str
    dossier_id: str
    reference: str
    council_id: str
    council: str
