"""Letters along the course of a request: questions, information, dates, commitments, agenda, initiative (A2 to A6, A8)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from orapp.letters.content import Block, LetterContent
from orapp.letters.pen import Pen

SOURCES: Mapping[str, Mapping[str, Callable[[Pen], list[Block]]]] = MappingProxyType({})
"""What fills the sections of these letters beside what all share, by kind; each kind stands here, if only with nothing."""

SUBJECTS: Mapping[str, Callable[[Pen], str]] = MappingProxyType({})
"""What these letters are about where a sentence alone cannot say it."""

CHECKS: Mapping[str, Callable[[Pen, LetterContent], None]] = MappingProxyType({})
"""What is looked at in these letters."""
