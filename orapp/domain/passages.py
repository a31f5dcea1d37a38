"""Finds the sentence of a decision that speaks most of a condition: a proposal to read, never a verdict."""

from __future__ import annotations

import re
from dataclasses import dataclass

from orapp.domain.decisions import TakenOver

SENTENCE = re.compile(r"(?<=[.!?;:])\s+|\n+")
WORD = re.compile(r"[^\W_]+")
LEAST_SHARE = 0.34
LEAST_WORDS = 2
STEM = 6
LEAST_LETTERS = 4
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
    best, share = "", 0.0
    for sentence in SENTENCE.split(decision):
        met = wanted & _words(sentence)
        found = len(met) / len(wanted)
        if len(met) >= min(LEAST_WORDS, len(wanted)) and found > share:
            best, share = sentence.strip(), found
    if share >= LEAST_SHARE:
        return Proposal(passage=best, state=TakenOver.OPEN)
    return Proposal(passage="", state=TakenOver.NO_PASSAGE)


def _words(text: str) -> frozenset[str]:
    """The telling words, cut to their first letters so that an inflected form still meets; numbers whole."""
    found = [word for word in WORD.findall(text.lower()) if word not in EMPTY]
    return frozenset(word if word.isdigit() else word[:STEM] for word in found if word.isdigit() or len(word) >= LEAST_LETTERS)
