"""Turns what a person typed into XML, exactly, or refuses it with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from orapp.letters.content import Run
from orapp.services.failures import Refusal

# What XML 1.0 cannot hold (section 2.2, "Char"): most control characters, lone surrogates, two non-characters.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NONCHARACTERS = ("\ufffe", "\uffff")
_FIRST_AFTER_CONTROLS = " "
# How a place outside the body is called to the user; a section carries a key of its own.
_WHERE = {
    "title": "de titel",
    "sender": "het briefhoofd",
    "confidentiality": "de vertrouwelijkheid",
    "addressee": "de geadresseerde",
    "reference": "het kenmerk",
    "reference_lines": "de referentieregels",
    "subject": "het onderwerp",
    "salutation": "de aanhef",
    "closing": "de slotformule",
    "signatures": "de ondertekening",
    "annexes": "de bijlagen",
    "copies": "de kopielijst",
}
_SPECIAL = re.compile('[&<>"\t\n\r]')
# What is neither: most texts, which go out as they came in.
_CAREFUL = re.compile('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]')
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


class UnwritableText(Refusal):
    """A text holds a sign that no Word file can hold: where it stands, and why.

    `place` is the place in the letter as `LetterContent.texts` names it; `reason` is "control_character", "lone_surrogate" or
    "noncharacter". The fields name the place in Dutch (`where`), the sign (U+0000) and which character of the text it is.
    """

    def __init__(self, place: str, reason: str, *, sign: str = "", position: int = 0) -> None:
        where = _WHERE.get(place.split("/", maxsplit=1)[0], "")
        super().__init__(
            f"documents.{reason}", place=place, where=f"{where} ({place})" if where else place, sign=sign, position=str(position)
        )
        self.place = place
        self.reason = reason


def require_writable(text: str, place: str) -> None:
    """Raise UnwritableText when XML cannot hold `text`."""
    if (found := _UNWRITABLE.search(text)) is None:
        return
    sign = found.group()
    if sign < _FIRST_AFTER_CONTROLS:
        reason = "control_character"
    elif sign in _NONCHARACTERS:
        reason = "noncharacter"
    else:
        reason = "lone_surrogate"
    raise UnwritableText(place, reason, sign=f"U+{ord(sign):04X}", position=found.start() + 1)


def attribute(text: str, place: str) -> str:
    """Give `text` as the inside of an attribute in double quotes; also right as the text of an element."""
    require_writable(text, place)
    return text.translate(_ENTITIES) if _SPECIAL.search(text) else text


def inside(text: str, place: str) -> str:
    """Give the inside of a run: text, with each line end as a break (all three ways to end a line) and tabs as tabs."""
    if _CAREFUL.search(text) is None:
        return f"{_OPEN}{text}</w:t>" if text else ""
    require_writable(text, place)
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
