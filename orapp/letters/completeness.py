"""How complete a letter is, point by point: what must be in it, how much of that is, and where the rest is mended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from orapp.domain.assessment import AnswerState, Destination, Question
from orapp.domain.items import Item, Theme
from orapp.domain.letter_edits import text_of
from orapp.domain.promises import Commitment, Condition
from orapp.letters.advice import CONSEQUENCES, MOTIVES
from orapp.letters.frame import active_secrecies
from orapp.letters.parts import LetterPart
from orapp.letters.pen import Pen
from orapp.letters.shown_fields import PLACE, ShownField
from orapp.letters.wording import one_line

_Of = TypeVar("_Of", bound=Item)

ANSWERING = frozenset({"A9", "A10"})
"""The letters out of which nothing may fall: what is not in them counts for nothing later (letters.md 0.1)."""


class Meter(StrEnum):
    """A point of completeness (letters.md A0.4, A9)."""

    FIELDS = "fields"  # what the kind of letter asks is filled in
    ARGUED = "argued"  # motives, consequences and measures (art. 25 lid 3)
    GROUPS = "groups"  # every group of staff
    QUESTIONS = "questions"  # answered, or declared unanswered
    OBJECTIONS = "objections"  # each has a destination
    CONDITIONS = "conditions"  # each is measurable
    COMMITMENTS = "commitments"  # each cited with document and date
    ANNEXES = "annexes"  # there, and not secret to the addressee


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What is wanting: in a few words ("O3", "beweegredenen"), and its place as a finding names it."""

    words: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How far one point is: of `total` things `done` are right; `places` are those that are not, in order."""

    meter: Meter
    done: int
    total: int
    places: tuple[Gap, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether nothing is wanting."""
        return self.done == self.total


def measures(pen: Pen, parts: tuple[LetterPart, ...], fields: tuple[ShownField, ...]) -> tuple[Measure, ...]:
    """The points that this letter has, in the order of `Meter`; one about which there is nothing to say is left out."""
    scope = None if pen.matter.kind in ANSWERING else frozenset(item.item_id for part in parts for item in part.items)
    found = (
        _fields(fields),
        _argued(pen),
        _groups(pen),
        _questions(pen, scope),
        _objections(pen, scope),
        _conditions(pen, scope),
        _commitments(pen, scope),
        _annexes(pen),
    )
    return tuple(one for one in found if one.total)


def standing(found: Iterable[Measure]) -> tuple[int, int]:
    """How much is right of all that is measured."""
    several = tuple(found)
    return sum(one.done for one in several), sum(one.total for one in several)


def _measure(meter: Meter, total: int, gaps: list[Gap]) -> Measure:
    return Measure(meter=meter, done=total - len(gaps), total=total, places=tuple(gaps))


def _fields(fields: tuple[ShownField, ...]) -> Measure:
    asked = [one for one in fields if one.wanted or one.unreadable]
    gaps = [Gap(words=one.outline.label, place=f"{PLACE}{one.key}") for one in asked if not one.filled]
    return _measure(Meter.FIELDS, len(asked), gaps)


def _argued(pen: Pen) -> Measure:
    """The request must give motives, consequences and measures (art. 25 lid 3); an answer says what the council holds of each."""
    matter = pen.matter
    if matter.kind != "A9" or not pen.holds("any_advised"):
        return _measure(Meter.ARGUED, 0, [])
    considered = {item.theme for item in matter.considerations if not matter.left_out(item) and not item.execution_only}
    objected = {item.theme for item in matter.objections if not matter.left_out(item)}
    themes = considered | objected
    named = [item for item in matter.consequences if not matter.left_out(item)]
    settled = {
        "motives": bool(themes & MOTIVES),
        "consequences": bool(themes & CONSEQUENCES) or bool(named),
        "measures": Theme.MEASURES in themes or any(one_line(item.measure_sufficient) for item in named),
    }
    gaps = [
        Gap(words=pen.word(f"theme_{key}"), place=key)
        for key, right in settled.items()
        if not right and not _written(pen, key) and not _kept_out(pen, key)
    ]
    return _measure(Meter.ARGUED, len(settled), gaps)


def _written(pen: Pen, section: str) -> bool:
    own = text_of(pen.matter.order.letter, section)
    return own is not None and bool(own.text.strip())


def _kept_out(pen: Pen, section: str) -> bool:
    """Whether the council keeps a section out with its reason: that is a choice, and no gap."""
    letter = pen.matter.order.letter
    return letter is not None and any(one.section == section and one.reason.strip() for one in letter.left_out)


def _groups(pen: Pen) -> Measure:
    if pen.matter.kind not in ANSWERING:
        return _measure(Meter.GROUPS, 0, [])
    items = pen.matter.consequences
    gaps = [
        Gap(words=one_line(item.group), place="consequences")
        for item in items
        if item.id not in pen.placed and not _deliberately_out(pen, item)
    ]
    return _measure(Meter.GROUPS, len(items), gaps)


def _questions(pen: Pen, scope: frozenset[str] | None) -> Measure:
    """Answered, lapsed, told in the letter as unanswered, or deliberately not (letters.md A0.4 point 4)."""
    matter = pen.matter
    items = _in_scope(matter.questions, scope) if matter.kind in ANSWERING else ()
    gaps = [_gap(pen, "questions", item) for item in items if not _settled(pen, item)]
    return _measure(Meter.QUESTIONS, len(items), gaps)


def _settled(pen: Pen, item: Question) -> bool:
    answered = item.answered_on is not None or item.state in {AnswerState.SUFFICIENT, AnswerState.LAPSED}
    return answered or item.id in pen.placed or _deliberately_out(pen, item)


def _objections(pen: Pen, scope: frozenset[str] | None) -> Measure:
    """Each objection stands in the letter and ends somewhere: a commitment, a condition, a point of attention, or it remains."""
    items = _in_scope(pen.matter.objections, scope)
    gaps = [
        _gap(pen, "objections", item)
        for item in items
        if not _deliberately_out(pen, item) and (item.destination is Destination.OPEN or item.id not in pen.placed)
    ]
    return _measure(Meter.OBJECTIONS, len(items), gaps)


def _conditions(pen: Pen, scope: frozenset[str] | None) -> Measure:
    items = _in_scope(pen.matter.conditions, scope)
    gaps = [_gap(pen, "conditions", item) for item in items if not _deliberately_out(pen, item) and not measurable(item)]
    return _measure(Meter.CONDITIONS, len(items), gaps)


def measurable(item: Condition) -> bool:
    """Whether it says who, what norm, by when and how it is shown (letters.md A0.4 point 5)."""
    return all((item.who.strip(), item.norm.strip(), item.due or item.due_text.strip(), item.evidence.strip()))


def _commitments(pen: Pen, scope: frozenset[str] | None) -> Measure:
    items = _in_scope(pen.matter.commitments, scope)
    gaps = [_gap(pen, "commitments", item) for item in items if not _deliberately_out(pen, item) and not _cited(pen, item)]
    return _measure(Meter.COMMITMENTS, len(items), gaps)


def _cited(pen: Pen, item: Commitment) -> bool:
    """Whether it is cited with its document and its date; a letter that confirms it is itself that document (A5)."""
    confirms = pen.matter.kind == "A5"
    recorded = confirms or bool(item.recorded_in.strip()) or pen.matter.dossier.paper(item.recorded_in_id) is not None
    return recorded and item.said_on is not None and item.id in pen.placed


def _annexes(pen: Pen) -> Measure:
    matter, letter = pen.matter, pen.matter.order.letter
    ids = letter.annex_ids if letter is not None else ()
    gaps = []
    for paper_id in ids:
        paper = matter.dossier.paper(paper_id)
        if paper is None:
            gaps.append(Gap(words=pen.word("part_annex_gone"), place="annexes"))
        elif (
            paper.personal
            or paper.file is None
            or (paper.secrecy is not None and active_secrecies((paper.secrecy,), matter.dated))
        ):
            gaps.append(Gap(words=matter.codes.get(paper.id) or one_line(paper.title), place="annexes"))
    return _measure(Meter.ANNEXES, len(ids), gaps)


def _in_scope(items: tuple[_Of, ...], scope: frozenset[str] | None) -> tuple[_Of, ...]:
    return items if scope is None else tuple(item for item in items if item.id in scope)


def _deliberately_out(pen: Pen, item: Item) -> bool:
    """Whether the council left it out and said why: "bewust niet" is an answer, and its reason is kept."""
    choice = pen.matter.choice(item)
    return choice is not None and not choice.included and bool(choice.reason.strip())


def _gap(pen: Pen, collection: str, item: Item) -> Gap:
    code = pen.matter.code(item)
    return Gap(words=code, place=f"{collection}/{code}")
