"""What fills and checks each kind of letter: the Python side of the names that stand in resources/letters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from orapp.letters import acknowledgement, advice, checks, consent
from orapp.letters.content import Block, LetterContent
from orapp.letters.pen import Pen

Source = Callable[[Pen], list[Block]]

SOURCES: Mapping[str, Mapping[str, Source]] = MappingProxyType(
    {"A1": acknowledgement.SOURCES, "A9": advice.SOURCES, "A10": consent.SOURCES}
)
"""What fills a section from the dossier, by kind of letter and the name it has in resources/letters."""

SUBJECTS: Mapping[str, Callable[[Pen], str]] = MappingProxyType(
    {"A1": acknowledgement.subject, "A9": advice.subject, "A10": consent.subject}
)
"""What a letter is about, where the council gave no words of its own."""

CHECKS: Mapping[str, Callable[[Pen, LetterContent], None]] = MappingProxyType(
    {"A1": acknowledgement.check, "A9": checks.check_advice, "A10": checks.check_consent}
)
"""What is looked at in a letter of this kind."""
