"""The window's words in the name of the body that keeps the archive: written for an OR, said by a GOR, COR, BOR or PVT."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTranslator
from typing_extensions import override

from orapp.domain.own_name import OR, spoken_by

if TYPE_CHECKING:
    from orapp.domain.council import CouncilKind
    from orapp.ui.kit.workplace import Sentences


class OwnName(QTranslator):
    """Installed with the first archive of another body than an OR, so that an OR waits for nothing, and then left there.

    A lane that is being told a word holds Qt's lock on the translators and waits for Python; the window, taking this one
    away, would hold Python and wait for that lock: neither would ever go on.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._name = OR
        self._installed = False

    @property
    def name(self) -> str:
        """The short name of the body in whose words the window speaks."""
        return self._name

    def speak_for(self, kind: CouncilKind | None) -> None:
        """From now on what is shown is said by this kind of body; None: no archive is open."""
        name = kind.value.upper() if kind is not None else OR
        self._name = name
        if name != OR and not self._installed:
            self._installed = QCoreApplication.installTranslator(self)

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(self, context: str, sourceText: str, /, disambiguation: str | None = None, n: int = -1) -> str | None:
        said = spoken_by(sourceText, self._name)
        # A null text leaves the word to the next translator: Qt's own words stay Dutch.
        return said if said != sourceText else None


class NamedSentences:
    """The program's sentences with labels in the name of the body; sentences with fields hold what people typed, and stay."""

    def __init__(self, sentences: Sentences, own_name: OwnName) -> None:
        self._sentences = sentences
        self._own_name = own_name

    def say(self, code: str, /, **fields: object) -> str:
        """The sentence of a code."""
        return self._sentences.say(code, **fields)

    def knows(self, code: str) -> bool:
        """Whether there is a sentence with this code."""
        return self._sentences.knows(code)

    def label(self, member: Enum) -> str:
        """The label of a member of an enumeration."""
        return spoken_by(self._sentences.label(member), self._own_name.name)

    def label_of(self, enumeration: str, value: str) -> str:
        """The label by the name of the enumeration and the value."""
        return spoken_by(self._sentences.label_of(enumeration, value), self._own_name.name)
