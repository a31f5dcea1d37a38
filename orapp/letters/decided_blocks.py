"""Blocks about a decision of the director: what it is, since when the council knows it, and what it does with the advice."""

from __future__ import annotations

from orapp.domain.course import first_day, knowledge_of
from orapp.domain.decisions import Comparison, Decision, Knowledge, Resolution, ResolutionKind, TakenOver
from orapp.domain.items import Item
from orapp.domain.judging import compared_items
from orapp.domain.promises import Condition, ConditionState
from orapp.domain.requests import Outcome, ProposedDecision
from orapp.letters.content import Block
from orapp.letters.matter import ADVICE_OUTCOMES
from orapp.letters.pen import Pen
from orapp.letters.wording import day, no_stop, one_line

_INFORMED = frozenset({"A12a", "A12b", "A12c"})
"""The letters about the suspension and the appeal, whose months run from the day the council was informed."""
_COMPARED = frozenset({ResolutionKind.DEVIATES, ResolutionKind.FOLLOWS})


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
            decision=no_stop(one_line(found.subject)),
            paper=named,
            from_day=found.effective_from,
        )
    ]


def knowledge(pen: Pen) -> list[Block]:
    """Since when the council knows it: the first knowledge of any member counts (practice.md 1.1).

    Where only the day on which the council was informed matters (art. 25 lid 6, 26 lid 2), the letter names that day, and
    none where nothing came in writing: it does not itself state an earlier one, on which the other side could build. The
    planning keeps to the first day all the same.
    """
    found = pen.matter.decision
    known = knowledge_of(pen.matter.dossier, found) if found is not None else ()
    if found is None:
        return []
    if pen.matter.kind in _INFORMED and (first := informed(pen, found)) is not None:
        return [pen.paragraph("informed", found, on=first.on, how=no_stop(one_line(first.how)))]
    if not known:
        return []
    on = min(moment.earliest for moment in known)
    if pen.matter.kind in _INFORMED:
        pen.note("letter.knowledge_unsaid", "decision", on=day(on))
        return []
    notice = next((one for one in found.notices if one.on == on), None)
    how = no_stop(one_line(notice.how)) if notice is not None else ""
    return [pen.paragraph("knowledge", found, on=on, how=how)]


def informed(pen: Pen, found: Decision) -> Knowledge | None:
    """The first written notice of a decision by the day of the letter (art. 25 lid 5)."""
    written = [one for one in found.notices if one.written and pen.matter.by_then(one.on)]
    return min(written, key=lambda one: one.on, default=None)


def comparisons(pen: Pen) -> list[Block]:
    """Each condition, and each advice without conditions, beside what the decision does with it, as the council judged it.

    A condition that came after the decision was recorded has its line as well, not judged yet, as on the tab.
    """
    found = pen.matter.decision
    if found is None:
        return []
    rows = []
    for one, item in compared_items(pen.matter.dossier, found):
        code = pen.matter.code(item)
        if _kept_out(pen, item):
            continue
        if one not in found.comparisons:
            _ask_of_later(pen, item)
        elif one.verdict is TakenOver.OPEN:
            pen.block("letter.comparison_not_judged", "comparison", code=code)
        pen.placed.add(item.id)
        rows.append(
            (code, _words(pen, item), pen.word(f"taken_{one.verdict.value}"), _passage(one), one_line(one.reason_given) or "–")
        )
    rows += [_advice_row(pen, found, item) for item in _without_conditions(pen, found)]
    heads = ("head_code", "head_point", "head_taken", "head_passage", "head_reason")
    return pen.table("comparisons", heads, rows, (3, 12, 6, 8, 8))


def _ask_of_later(pen: Pen, item: Item) -> None:
    """A condition that nobody held against the decision: whether it was in the advice at all is for the council to say."""
    proposed = isinstance(item, Condition) and item.state is ConditionState.PROPOSED
    sentence = "letter.compared_not_advised" if proposed else "letter.condition_not_compared"
    pen.ask(sentence, "comparison", code=pen.matter.code(item), answer=str(pen.fields["our_answer"]))


def _kept_out(pen: Pen, item: Item) -> bool:
    """Whether the council deliberately keeps a condition out of this letter; that is told, with the reason or without."""
    choice = pen.matter.choice(item)
    if choice is None or choice.included:
        return False
    code, reason = pen.matter.code(item), choice.reason.strip()
    if reason:
        pen.note("letter.left_out", "comparison", code=code, reason=reason)
    else:
        pen.ask("letter.left_out_without_reason", "comparison", code=code)
    return True


def _passage(one: Comparison) -> str:
    return ", ".join(part for part in (one_line(one.passage), one_line(one.page)) if part) or "–"


def _words(pen: Pen, item: Item) -> str:
    if isinstance(item, ProposedDecision):
        said = pen.word(f"advised_{item.outcome.value}") if item.outcome in ADVICE_OUTCOMES else ""
        return f"{one_line(item.title)} ({said})" if said else one_line(item.title)
    text: str = getattr(item, "text", "")
    return one_line(text)


def _without_conditions(pen: Pen, found: Decision) -> list[ProposedDecision]:
    """The advice that no condition speaks for, on what this decision is about: each is a point of its own (art. 25 lid 6)."""
    compared = {one.item_id for one in found.comparisons}
    return [
        item
        for item in pen.matter.decisions
        if item.outcome in ADVICE_OUTCOMES
        and item.id not in compared
        and (not found.decision_ids or item.id in found.decision_ids)
        and not _spoken_for(pen, item, compared)
    ]


def _spoken_for(pen: Pen, item: ProposedDecision, compared: set[str]) -> bool:
    """Whether conditions say what this advice asks: a plain no is more than any condition, and a plain yes has only its own."""
    conditions = pen.matter.dossier.conditions
    match item.outcome:
        case Outcome.NEGATIVE:
            return False
        case Outcome.POSITIVE:
            return any(one.id in compared and item.id in one.decision_ids for one in conditions)
        case _:
            return bool(pen.matter.conditions_of(item))


def _advice_row(pen: Pen, found: Decision, item: ProposedDecision) -> tuple[str, str, str, str, str]:
    """The line of such an advice: what the council resolved about it, or that it did not yet; the reason is never guessed."""
    code, last = pen.matter.code(item), _resolved(pen, found, item)
    if last is None:
        pen.ask("letter.advice_not_compared", code=code)
    pen.placed.add(item.id)
    paper = pen.matter.dossier.paper(found.paper_id)
    where = pen.matter.code(paper) if paper is not None else "–"
    return (code, _words(pen, item), pen.word(f"taken_{last.kind.value}" if last is not None else "taken_open"), where, "–")


def _resolved(pen: Pen, found: Decision, item: ProposedDecision) -> Resolution | None:
    """The last resolution on whether this decision deviates from the advice on this B; one from before it is about another."""
    since = first_day(pen.matter.dossier, found)
    about = [
        one
        for one in pen.matter.of_request(pen.matter.dossier.resolutions)
        if one.kind in _COMPARED
        and one.carried
        and pen.matter.by_then(one.on)
        and (since is None or since <= one.on)
        and (not one.decision_ids or item.id in one.decision_ids)
    ]
    return max(about, key=lambda one: one.on, default=None)
