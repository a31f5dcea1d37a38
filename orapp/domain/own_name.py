"""Words written for an OR, as another body says them: the same sentence with that body's short name."""

from __future__ import annotations

import re

OR = "OR"
_COUNCIL = re.compile(r"(?<!\()\bOR\b(?!\))(?!, GOR)(?! Lindewaard)|(?<=\()OR(?=-lid\))")
"""The name as the word for the council itself: not where kinds of councils are listed, nor in an example of a name."""

_LONG = {
    "OR": "ondernemingsraad",
    "COR": "centrale ondernemingsraad",
    "GOR": "groepsondernemingsraad",
    "BOR": "bijzondere ondernemingsraad",
    "PVT": "personeelsvertegenwoordiging",
}
_POSSESSIVE = {"dan zijn instemming": "dan haar instemming"}
_FEMININE = "PVT"


def long_name(name: str) -> str:
    """The body with this short name written in full, as a party to a term: "groepsondernemingsraad"."""
    return _LONG[name]


def spoken_by(words: str, name: str) -> str:
    """A sentence of the program about "de OR" for the body with this short name; for an OR the very same."""
    if name == OR or OR not in words:
        return words
    said = _COUNCIL.sub(name, words)
    if name == _FEMININE:
        for his, her in _POSSESSIVE.items():
            said = said.replace(his, her)
    return said
