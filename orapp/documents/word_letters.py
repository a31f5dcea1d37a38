"""The adapter through which the services write letters in Word."""

from __future__ import annotations

from orapp.documents.checks import require_sound
from orapp.documents.house_style import load_house_style
from orapp.documents.letter_builder import build_letter
from orapp.letters.content import LetterContent
from orapp.letters.letter_mark import LetterMark


class WordLetters:
    """Writes letters in one house style; raises UnusableHouseStyle when made with a file that cannot serve."""

    def __init__(self, template: bytes) -> None:
        self._style = load_house_style(template)

    @property
    def style_version(self) -> str:
        """The house style with its version, as a stored letter names it: "Klassiek 1.0"."""
        return f"{self._style.name} {self._style.version}"

    def write(self, content: LetterContent, mark: LetterMark | None = None) -> bytes:
        """Give the letter as a Word file; raises UnwritableText or UnreadableLogo, and UnsoundPackage for a defect."""
        data = build_letter(content, self._style, mark)
        require_sound(data)
        return data
