"""Letters after a decision: nullity, suspension, appeal, waiver, expert, execution, reaction (A11 to A13, A15, A19a, c, d)."""

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
