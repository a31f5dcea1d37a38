"""What a committee of a council lacks: it never litigates, and without powers handed to it, it answers nothing (art. 15).

A vaste commissie may receive rights of the council, an onderdeelcommissie takes them over for its part where it consults
the director; neither of them litigates. A voorbereidingscommissie has no powers (wor.md 3.3, practice.md 4).
"""

from __future__ import annotations

import re

from orapp.letters.pen import Pen

_COMMITTEE = re.compile(r"(?<!bedrijfs)commissie", re.IGNORECASE)
_PREPARING = re.compile(r"voorbereidings?commissie", re.IGNORECASE)
_LITIGATING = frozenset({"A12b"})
_BY_RIGHT = frozenset({"A9", "A10", "A11", "A12a", "A12b", "A12c"})
"""Letters that use a right of art. 25, 26 or 27, or give one up."""


def check_committee(pen: Pen) -> None:
    """Asks to look again where a committee writes, or answers a proposed decision, and the letter uses a right."""
    matter, key = pen.matter, pen.kind.key
    if key not in _BY_RIGHT:
        return
    bodies = [item.body for item in matter.decisions if _COMMITTEE.search(item.body)]
    names = [name for name in (matter.council.name, *bodies) if _COMMITTEE.search(name)]
    if not names:
        return
    if any(_PREPARING.search(name) for name in names):
        pen.ask("letter.preparing_committee", "request")
    elif key in _LITIGATING:
        pen.ask("letter.committee_litigates", "request")
    elif not any(item.body_paper_id for item in matter.decisions if item.body in bodies):
        pen.ask("letter.committee_unproven", "request")
