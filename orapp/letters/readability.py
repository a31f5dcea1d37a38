"""A gentle measure of how a text reads: long sentences, long words and the passive, counted; never a judgement."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONG_SENTENCE = 25
"""Words; a sentence with more counts as long. A rule of thumb of writing at level B1: fifteen on average, no more than this."""
LONG_WORD = 15
"""Letters; a word with more counts as long, unless it is a word of the act that has no shorter one."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_COUNTED = re.compile(r"\w+(?:[.,'’/-]\w+)*")
_END = re.compile(r"[.!?…]+[”\")\]]*(?=\s|$)")
_ABBREVIATED = re.compile(
    r"(?:\b[^\W\d_]|\b(?:art|bijv|blz|ca|d\.w\.z|dhr|dr|e\.d|enz|evt|i\.v\.m|incl|m\.b\.t|max|mevr|min|mr|nr|o\.a|pag|resp|t\.a\.v))$",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:word|wordt|worden|werd|werden|geworden)\b", re.IGNORECASE)
_PARTICIPLE = re.compile(r"\b(?:(?:\w{2,}?)?ge\w{2,}|(?:be|ver|ont|her|er)\w{2,})(?:d|t|en)\b", re.IGNORECASE)
# What the act itself calls a thing is no long word: there is no shorter one that says the same.
_OF_THE_ACT = frozenset(
    {
        "adviesaanvraag", "adviesaanvragen", "arbeidsomstandigheden", "instemmingsverzoek", "instemmingsverzoeken",
        "medezeggenschap", "ondernemingsraad", "ondernemingsraden", "ondernemingskamer", "overlegvergadering",
        "overlegvergaderingen", "ondernemingsovereenkomst", "personeelsvertegenwoordiging", "arbeidsvoorwaarden",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Readability:
    """What was counted. `long_sentences` and `passives` are sentences as they stand, `long_words` words, each once, in order."""

    sentences: int
    words: int
    long_sentences: tuple[str, ...] = ()
    long_words: tuple[str, ...] = ()
    passives: tuple[str, ...] = ()

    @property
    def average(self) -> float:
        """Words in a sentence; 0 without sentences."""
        return self.words / self.sentences if self.sentences else 0.0


def measure(text: str) -> Readability:
    """Counts a plain text, a line a paragraph.

    A sentence ends at a full stop, question mark, exclamation mark or ellipsis before white or the end of a line, but not
    after an abbreviation or a single letter. A number counts as a word. A sentence counts as passive when a form of "worden"
    stands in it together with a word that looks like a past participle (ge…d, ge…t, ge…en, or with be-, ver-, ont-, her-):
    an own, simple measure that also misses and mistakes.
    """
    sentences = [sentence for line in text.splitlines() for sentence in _sentences(line)]
    counts = [len(_COUNTED.findall(sentence)) for sentence in sentences]
    words = (word for sentence in sentences for word in _WORD.findall(sentence))
    long_words = dict.fromkeys(word for word in words if len(word) > LONG_WORD and word.casefold() not in _OF_THE_ACT)
    return Readability(
        sentences=len(sentences),
        words=sum(counts),
        long_sentences=tuple(one for one, count in zip(sentences, counts, strict=True) if count > LONG_SENTENCE),
        long_words=tuple(long_words),
        passives=tuple(one for one in sentences if _PASSIVE.search(one) and _PARTICIPLE.search(_PASSIVE.sub(" ", one))),
    )


def _sentences(line: str) -> list[str]:
    found: list[str] = []
    start = 0
    for end in _END.finditer(line):
        if end.group().startswith(".") and _ABBREVIATED.search(line[start : end.start()]) and end.end() < len(line):
            continue
        found.append(line[start : end.end()])
        start = end.end()
    found.append(line[start:])
    return [sentence.strip() for sentence in found if _COUNTED.search(sentence)]
