"""Names the council in full where a letter mentions it first, and only there: "de ondernemingsraad (hierna: de OR)"."""

from __future__ import annotations

import re
from dataclasses import replace

from orapp.letters.content import Block, Paragraph, Section
from orapp.letters.pen import Pen


def introduced(pen: Pen, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections with the council's name in full at its first mention in a sentence of the program.

    Whatever order the council chose, whatever stands empty or is written oneself: words that were typed stay as they are,
    and where they introduce the council themselves nothing is added.
    """
    short, long = str(pen.fields["council"]), str(pen.fields["council_long"])
    full = f"de {long} (hierna: de {short})"
    capital = full[:1].upper() + full[1:]
    mention = re.compile(rf"\b(?:(?P<capital>De)|de) {re.escape(short)}(?![-\w])")
    waiting = not any(_introduces(pen, block, short) for section in sections for block in section.blocks)

    def told(block: Block) -> Block:
        nonlocal waiting
        if not isinstance(block, Paragraph) or block.key not in pen.said:
            return block
        text = block.text.replace(capital, f"De {short}").replace(full, f"de {short}")
        if waiting and (found := mention.search(text)) is not None:
            waiting = False
            text = text[: found.start()] + (capital if found["capital"] else full) + text[found.end() :]
        return block if text == block.text else replace(block, runs=(replace(block.runs[0], text=text),))

    return tuple(replace(section, blocks=tuple(told(block) for block in section.blocks)) for section in sections)


def _introduces(pen: Pen, block: Block, short: str) -> bool:
    """Whether words that were typed introduce the council themselves."""
    return isinstance(block, Paragraph) and block.key not in pen.said and f"(hierna: de {short})" in block.text
