"""Reads a letter back from the Word file in which it was edited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from orapp.documents.anchors import bookmark_name
from orapp.documents.read_back_flow import FlowReader, names_of
from orapp.documents.read_back_package import mark_in, open_returned
from orapp.letters.content import CodedList, LetterContent
from orapp.letters.letter_mark import LetterMark
from orapp.letters.read_letter import Flow, ReadLetter
from orapp.letters.reading_sections import read_around, read_sections


class WordReturns:
    """Reads Word files of letters: which letter it is, and what stands in it now."""

    def mark(self, data: bytes) -> LetterMark | None:
        """The mark that the file carries, or None. Raises Refusal("documents.returned.…") for what cannot be read."""
        return mark_in(data)

    def read(self, data: bytes, content: LetterContent, aliases: Mapping[str, str] | None = None) -> ReadLetter:
        """The letter in the file, its sections found back by those of `content`; `aliases` as `read_sections` takes them.

        Raises Refusal("documents.returned.…") for what cannot be read.
        """
        return read_sections(_flow(data, content), content, aliases)

    def around(self, data: bytes, content: LetterContent) -> ReadLetter:
        """What stands around the text in the file that left, its sections unread. Raises as `read`."""
        return read_around(_flow(data, content), content)


def _flow(data: bytes, content: LetterContent) -> Flow:
    package = open_returned(data)
    return FlowReader(package, names_of(_places(content), bookmark_name)).read(package)


def _places(content: LetterContent) -> Iterator[str]:
    """Every place of a letter that has a bookmark, in the order in which they were given out."""
    for section in content.sections:
        yield section.key
        for block in section.blocks:
            yield f"{section.key}/{block.key}"
            if isinstance(block, CodedList):
                yield from (f"{section.key}/{block.key}/{item.key}" for item in block.items)
