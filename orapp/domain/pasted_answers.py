"""Cuts a text with answers, as it was pasted from Word or a mail, into pieces that each belong to a question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from orapp.domain.assessment import Question

BEFORE = r"^[ \t>*•\-–]*(?:(?:antwoord|reactie)[ \t]+(?:op[ \t]+)?)?"
AFTER = r"(\d{1,3})(?!\d)[ \t]*[.):–\-]?[ \t]*"
NAMED = re.compile(BEFORE + r"(?:vraag[ \t]*(?:nr\.?[ \t]*|nummer[ \t]*)?|vr\.[ \t]*|[qv](?=\d))" + AFTER, re.IGNORECASE)
"""A line that names a question: "Q3", "Vraag 3:", "Antwoord op vraag 3 -"."""

NUMBERED = re.compile(r"^[ \t>]*(\d{1,3})(?!\d)(?:[ \t]*[.):][ \t]*|[ \t]*\t[ \t]*|[ \t]*$)(?!\d)")
"""A line that begins with a bare number: "3.", "3)". It counts only where no line names a question."""

ANSWER = re.compile(
    r"^[ \t]*(?:antwoord|reactie)(?:[ \t]+(?:van )?(?:de )?(?:bestuurder|ondernemer))?[ \t]*:?[ \t]*", re.IGNORECASE
)
QUESTION = re.compile(r"^[ \t]*vraag[ \t]*:[ \t]*", re.IGNORECASE)
LEAST_LIKE = 0.6
LEAST_LIKE_UNASKED = 0.85
"""How much a line has in common with a question to be that question: more where it does not end in a question mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of pasted text and the question it belongs to; an empty `question_id` is a piece that belongs nowhere yet."""

    question_id: str
    text: str


def cut(text: str, questions: Sequence[Question]) -> tuple[Piece, ...]:
    """The pasted text in pieces, in its order; nothing of it is left out.

    A piece begins where a line names a question by its code or number. The repeated words of the question itself are left
    out of the answer. Numbers that no question has stay inside the piece before them, as do bare numbers that go back: those are
    points inside an answer.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").split("\n")
    known = {question.number: question for question in questions if question.number}
    mark = NAMED if any(_number(NAMED, line) in known for line in lines) else NUMBERED
    pieces: list[tuple[Question | None, list[str]]] = [(None, [])]
    seen: set[int] = set()
    for line in lines:
        number = _number(mark, line)
        goes_on = mark is NAMED or not seen or number > max(seen)
        if number in known and number not in seen and goes_on:
            seen.add(number)
            pieces.append((known[number], [mark.sub("", line, count=1)]))
        else:
            pieces[-1][1].append(line)
    return tuple(
        Piece(question_id=question.id if question is not None else "", text=said)
        for question, part in pieces
        if (said := _answer("\n".join(part), question))
    )


def _number(mark: re.Pattern[str], line: str) -> int:
    """The number of the question that a line begins with, or 0."""
    found = mark.match(line)
    return int(found.group(1)) if found is not None else 0


def _answer(text: str, question: Question | None) -> str:
    """The answer in a piece, without the question that stands above it and without the word "Antwoord:"."""
    rest = text.strip()
    if question is None:
        return rest
    first, _, after = rest.partition("\n")
    if _is_like(QUESTION.sub("", first), question.text):
        rest = after.strip()
    elif rest.lower().startswith(question.text.lower()):
        rest = rest[len(question.text) :].strip()
    return ANSWER.sub("", rest, count=1).strip()


def _is_like(line: str, asked: str) -> bool:
    """Whether a line repeats a question, also where a word or a comma differs."""
    words, wanted = _words(line), _words(asked)
    if not words or not wanted:
        return False
    least = LEAST_LIKE if line.rstrip().endswith("?") else LEAST_LIKE_UNASKED
    return len(words & wanted) / max(len(words), len(wanted)) >= least


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))
