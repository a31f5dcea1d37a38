"""Finds the sentence of a decision that speaks most of a condition: a proposal to read, never a verdict."""

from __future__ import annotations

import re
from dataclasses import dataclass

from orapp.domain.decisions import TakenOver

SENTENCE = re.compile(r"(?<=[.!?;:])\s+|\n+")
WORD = re.compile(r"[^\W_]+")
LEAST_SHARE = 0.34
LEAST_LETTERS = 4
TELLING = 10
"""So many letters in common words are needed before a sentence is proposed: one long Dutch compound, or two short words."""

# Words that any decision is full of say nothing about which condition a sentence speaks of.
EMPTY = frozenset(
    [
        "aangaande", "alle", "alleen", "alsmede", "andere", "bestuurder", "besluit", "binnen", "daarbij", "daarvan", "deze",
        "door", "eerst", "geen", "haar", "heeft", "hebben", "hier", "indien", "iedere", "kunnen", "maar", "medewerker",
        "medewerkers", "meer", "mits", "moet", "moeten", "naar", "niet", "nadat", "onder", "ondernemingsraad", "onze", "over",
        "tegen", "tijdens", "tussen", "vanaf", "vóór", "voor", "voorwaarde", "waarbij", "wanneer", "waar", "welke", "werkgever",
        "worden", "wordt", "zal", "zijn", "zich", "zoals", "zodat", "zonder", "zullen", "zulke", "deel", "deels",
    ]
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The passage that was found (empty: none) and how it is shown: to be read, or not found."""

    passage: str
    state: TakenOver


def propose(condition: str, decision: str) -> Proposal:
    """The sentence of the decision that shares most words with the condition.

    `OPEN` asks the council to read it, `NO_PASSAGE` says that no sentence shares enough words; without a text nothing is
    said. Whether the condition was taken over is for the council alone.
    """
    wanted = _words(condition)
    if not wanted or not decision.strip():
        return Proposal(passage="", state=TakenOver.OPEN)
    whole = sum(len(word) for word in wanted)
    best, most = "", 0
    for sentence in SENTENCE.split(decision):
        said = _words(sentence)
        met = sum(len(word) for word in wanted if any(_alike(word, other) for other in said))
        if met >= min(TELLING, whole) and met > most:
            best, most = sentence.strip(), met
    if most / whole >= LEAST_SHARE:
        return Proposal(passage=best, state=TakenOver.OPEN)
    return Proposal(passage="", state=TakenOver.NO_PASSAGE)


def _words(text: str) -> frozenset[str]:
    """The telling words and the numbers."""
    found = [word for word in WORD.findall(text.lower()) if word not in EMPTY]
    return frozenset(word for word in found if word.isdigit() or len(word) >= LEAST_LETTERS)


def _alike(first: str, second: str) -> bool:
    """Whether two words are one word in another form: they begin alike for at least half of the longer one."""
    if first == second:
        return True
    if first.isdigit() or second.isdigit():
        return False
    shared = next((place for place, (one, other) in enumerate(zip(first, second, strict=False)) if one != other), None)
    same = min(len(first), len(second)) if shared is None else shared
    return same >= LEAST_LETTERS and 2 * same >= max(len(first), len(second))
