"""A letter that was handed over for adoption: which version it was, and whether the text changed since.

What the council votes on is a version; what is adopted is the text as it stands. Where the two differ somebody must see it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from orapp.domain.letters import Letter
from orapp.letters.content import Finding, FindingWeight, LetterContent
from orapp.letters.differences import text_print

CHANGED_SINCE = "letter.changed_since_handed_over"


def handed_over(letter: Letter, content: LetterContent, on: date, person: str) -> Letter:
    """The letter as handed over: the version that is made of this content next, and the print of its text."""
    return replace(
        letter,
        handed_over_on=on,
        handed_over_by=person,
        handed_over_version=len(letter.versions) + 1,
        handed_over_print=text_print(content),
    )


def changed_since(letter: Letter | None, content: LetterContent) -> tuple[Finding, ...]:
    """That the text is no longer the one that was handed over; nothing for a letter that was not, or is adopted.

    Of letters that were handed over before this was kept nothing can be said.
    """
    if letter is None or letter.adopted_on is not None or not letter.handed_over_print:
        return ()
    if text_print(content) == letter.handed_over_print:
        return ()
    fields = {"version": str(letter.handed_over_version)}
    return (Finding(code=CHANGED_SINCE, weight=FindingWeight.ATTENTION, place="", fields=fields),)
