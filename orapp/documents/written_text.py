"""Turns what a person typed into XML, exactly, or refuses it with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from orapp.letters.content import Run

# What XML 1.0 cannot hold (section 2.2, "Char"): most control characters, lone surrogates, two non-characters.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LAST_CONTROL = 0x1F
_SPECIAL = re.compile('[&<>"\t\n\r]')
_BREAKS = re.compile("\r\n|[\t\n\r]")
_ENTITIES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"},
)
_OPEN = '<w:t xml:space="preserve">'
_LOOKS = {
    (False, False): "<w:r>",
    (True, False): "<w:r><w:rPr><w:b/><w:bCs/></w:rPr>",
    (False, True): "<w:r><w:rPr><w:i/><w:iCs/></w:rPr>",
    (True, True): "<w:r><w:rPr><w:b/><w:bCs/><w:i/><w:iCs/></w:rPr>",
}


class UnwritableText(Exception):
    """A text holds a sign that no Word file can hold; a refusal, with where it stands and why.

    `place` is the place in the letter as `LetterContent.texts` names it, `reason` one of "control_character",
    "lone_surrogate", "noncharacter"; `fields` names both and the sign (U+0000) for the sentence that tells the user.
    """

    code = "documents.unwritable_text"

    def __init__(self, place: str, reason: str, *, sign: str = "", position: int = 0) -> None:
        super().__init__(f"{place}: {reason} {sign} at {position}")
        self.place = place
        self.reason = reason
        self.fields = {"place": place, "reason": reason, "sign": sign, "position": str(position)}


def require_writable(text: str, place: str) -> None:
    """Raise UnwritableText when XML cannot hold `text`."""
    if (found := _UNWRITABLE.search(text)) is None:
        return
    number = ord(found.group())
    if number <= _LAST_CONTROL:
        reason = "control_character"
    else:
        reason = "noncharacter" if number in (0xFFFE, 0xFFFF) else "lone_surrogate"
    raise UnwritableText(place, reason, sign=f"U+{number:04X}", position=found.start() + 1)


def attribute(text: str, place: str) -> str:
    """Give `text` as the inside of an attribute in double quotes; also right as the text of an element."""
    require_writable(text, place)
    return text.translate(_ENTITIES) if _SPECIAL.search(text) else text


def inside(text: str, place: str) -> str:
    """Give the inside of a run: text, with each line end as a break (all three ways to end a line) and tabs as tabs."""
    require_writable(text, place)
    if _SPECIAL.search(text) is None:
        return f"{_OPEN}{text}</w:t>" if text else ""
    parts: list[str] = []
    start = 0
    for found in _BREAKS.finditer(text):
        if found.start() > start:
            parts += (_OPEN, text[start : found.start()].translate(_ENTITIES), "</w:t>")
        parts.append("<w:tab/>" if found.group() == "\t" else "<w:br/>")
        start = found.end()
    if start < len(text):
        parts += (_OPEN, text[start:].translate(_ENTITIES), "</w:t>")
    return "".join(parts)


def runs(stretches: Iterable[Run], place: str) -> list[str]:
    """Give one run of XML for each stretch that has text."""
    return [f"{_LOOKS[run.bold, run.italic]}{inside(run.text, place)}</w:r>" for run in stretches if run.text]


def plain_run(text: str, place: str, look: str = "") -> str:
    """Give a run in one `look` (its run properties as XML)."""
    return f"<w:r>{look}{inside(text, place)}</w:r>" if text else ""
