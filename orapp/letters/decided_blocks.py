"""Blocks about a decision of the director: what it is, since when the council knows it, and what it does with the advice."""

from __future__ import annotations

from orapp.domain.course import knowledge_of
from orapp.domain.decisions import Comparison, TakenOver
from orapp.domain.items import Item
from orapp.letters.content import Block
from orapp.letters.pen import Pen
from orapp.letters.wording import day, no_stop, one_line

_INFORMED = frozenset({"A12a", "A12b", "A12c"})
"""The letters about the suspension and the appeal, whose months run from the day the council was informed."""


def decision(pen: Pen) -> list[Block]:
    """The decision that the letter answers: its title, day and paper; nothing where none is recorded."""
    found = pen.matter.decision
    if found is None:
        return []
    paper = pen.matter.dossier.paper(found.paper_id)
    named = ", ".join(
        part
        for part in (
            (pen.matter.code(paper), one_line(paper.title), day(paper.dated_on) if paper.dated_on else "")
            if paper is not None
            else ()
        )
        if part
    )
    return [
        pen.paragraph(
            "decision_known",
            found,
            written=found.decided_on is not None,
            decided=found.decided_on,
            decision=no_stop(one_line(found.title)),
            paper=named,
            from_day=found.effective_from,
        )
    ]


def knowledge(pen: Pen) -> list[Block]:
    """Since when the council knows it: the first knowledge of any member counts (practice.md 1.1).

    Where only the day on which the council was informed matters (art. 25 lid 6, 26 lid 2), the letter names that day: it does
    not itself state an earlier one, on which the other side could build. The planning keeps to the first day all the same.
    """
    found = pen.matter.decision
    known = knowledge_of(pen.matter.dossier, found) if found is not None else ()
    written = [one for one in (found.notices if found is not None else ()) if one.written and pen.matter.by_then(one.on)]
    if found is not None and written and pen.matter.kind in _INFORMED:
        first = min(written, key=lambda one: one.on)
        return [pen.paragraph("informed", found, on=first.on, how=no_stop(one_line(first.how)))]
    if found is None or not known:
        return []
    on = min(moment.earliest for moment in known)
    notice = next((one for one in found.notices if one.on == on), None)
    how = no_stop(one_line(notice.how)) if notice is not None else ""
    return [pen.paragraph("knowledge", found, on=on, how=how)]


def comparisons(pen: Pen) -> list[Block]:
    """Each advice point or condition beside what the decision does with it, as the council judged it."""
    found = pen.matter.decision
    if found is None:
        return []
    rows = []
    for one in found.comparisons:
        item = pen.matter.dossier.find(one.item_id)
        if item is None:
            continue
        code = pen.matter.code(item)
        if one.verdict is TakenOver.OPEN:
            pen.block("letter.comparison_not_judged", "comparison", code=code)
        pen.placed.add(item.id)
        rows.append(
            (code, _words(item), pen.word(f"taken_{one.verdict.value}"), _passage(one), one_line(one.reason_given) or "–")
        )
    heads = ("head_code", "head_point", "head_taken", "head_passage", "head_reason")
    return pen.table("comparisons", heads, rows, (3, 12, 6, 8, 8))


def _passage(one: Comparison) -> str:
    return ", ".join(part for part in (one_line(one.passage), one_line(one.page)) if part) or "–"


def _words(item: Item) -> str:
    text: str = getattr(item, "text", "")
    return one_line(text)
