"""The adapter through which the services write letters in Word."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from threading import Lock
from typing import Final

from orapp.documents.checks import require_sound
from orapp.documents.house_style import HouseStyle, load_house_style
from orapp.documents.letter_builder import build_letter
from orapp.letters.content import LetterContent
from orapp.letters.letter_mark import LetterMark

# As many as a council has in use at once; a style takes some hundred kilobytes and 10 ms to read.
MOST_STYLES: Final = 6


class WordLetters:
    """Writes letters, in one house style unless another is given; raises UnusableHouseStyle for a file that cannot serve."""

    def __init__(self, template: bytes) -> None:
        self._style = load_house_style(template)
        self._others: OrderedDict[str, HouseStyle] = OrderedDict()
        self._guard = Lock()

    def style_version(self, template: bytes | None = None) -> str:
        """The house style with its version, as a stored letter names it: "Klassiek 1.0"."""
        style = self._style_of(template)
        return f"{style.name} {style.version}"

    def write(self, content: LetterContent, mark: LetterMark | None = None, template: bytes | None = None) -> bytes:
        """Give the letter as a Word file; raises UnwritableText or UnreadableLogo, and UnsoundPackage for a defect."""
        style = self._style_of(template)
        data = build_letter(content, style, mark)
        require_sound(data, onto=style.fixed)
        return data

    def _style_of(self, template: bytes | None) -> HouseStyle:
        """The style of a template, read once; lanes may ask at the same time."""
        if template is None:
            return self._style
        key = hashlib.sha256(template).hexdigest()
        with self._guard:
            known = self._others.get(key)
            if known is not None:
                self._others.move_to_end(key)
                return known
        style = load_house_style(template)
        with self._guard:
            self._others[key] = style
            while len(self._others) > MOST_STYLES:
                self._others.popitem(last=False)
        return style
