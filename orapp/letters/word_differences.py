"""What differs between two texts, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import LCSseq

_WORDS = re.compile(r"\n|[^\s]+")
_LINE = "\n"
# The part of the longer text that must have stayed for the two to be read as one.
_LEAST_SAME = 0.25


class PieceKind(StrEnum):
    """What happened to a stretch of words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of words, with spaces between them and line ends as they are."""

    kind: PieceKind
    text: str


def word_differences(before: str, after: str) -> tuple[Piece, ...]:
    """The words of both texts in order: those that stayed, went and came. Two texts of equal words give one piece that stayed."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    pieces: list[Piece] = []
    for step in LCSseq.opcodes(old, new):
        gone, came = old[step.src_start : step.src_end], new[step.dest_start : step.dest_end]
        if step.tag == "equal":
            pieces.append(Piece(kind=PieceKind.SAME, text=_joined(gone)))
            continue
        if gone:
            pieces.append(Piece(kind=PieceKind.GONE, text=_joined(gone)))
        if came:
            pieces.append(Piece(kind=PieceKind.NEW, text=_joined(came)))
    if sum(len(_WORDS.findall(piece.text)) for piece in pieces if piece.kind is PieceKind.SAME) < _LEAST_SAME * max(
        len(old), len(new)
    ):
        # Little words that both happen to have make no text of it.
        whole = ((PieceKind.GONE, _joined(old)), (PieceKind.NEW, _joined(new)))
        return tuple(Piece(kind=kind, text=text) for kind, text in whole if text)
    return _in_order(pieces)


def words_changed(pieces: tuple[Piece, ...]) -> int:
    """How many words went or came; where words were put in place of others, the larger of both counts."""
    total = gone = 0
    for piece in pieces:
        count = sum(word != _LINE for word in _WORDS.findall(piece.text))
        if piece.kind is PieceKind.GONE:
            gone = count
            total += count
        elif piece.kind is PieceKind.NEW:
            total += max(count - gone, 0)
            gone = 0
        else:
            gone = 0
    return total


def _joined(words: list[str]) -> str:
    return re.sub(r" ?\n ?", _LINE, " ".join(words))


def _in_order(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Stretches of one kind together; what went stands before what came in its place."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last is not None and last.kind is piece.kind:
            between = "" if last.text.endswith(_LINE) or piece.text.startswith(_LINE) else " "
            found[-1] = Piece(kind=last.kind, text=f"{last.text}{between}{piece.text}")
        elif last is not None and (last.kind, piece.kind) == (PieceKind.NEW, PieceKind.GONE):
            found.insert(len(found) - 1, piece)
        else:
            found.append(piece)
    return tuple(found)
