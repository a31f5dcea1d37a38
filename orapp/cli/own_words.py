"""What the command line calls things, in the name of the body that keeps the archive: an OR, COR, GOR, BOR or PVT."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from orapp.domain.own_name import spoken_by

if TYPE_CHECKING:
    from orapp.domain.council import CouncilKind
    from orapp.texts.sentences import Texts


class OwnWords:
    """The labels of the program, said by this kind of body."""

    def __init__(self, texts: Texts, kind: CouncilKind) -> None:
        self._texts = texts
        self._name = kind.value.upper()

    def label(self, member: Enum) -> str:
        """The label of a member of an enumeration."""
        return spoken_by(self._texts.label(member), self._name)

    def label_of(self, enumeration: str, value: str) -> str:
        """The label by the name of the enumeration and the value."""
        return spoken_by(self._texts.label_of(enumeration, value), self._name)
