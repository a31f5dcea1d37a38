"""Blocks that tell how the council judges: considerations, consequences, alternatives, objections, conditions, commitments."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from orapp.domain.assessment import Consequence, Consideration, Destination, Objection
from orapp.domain.items import Theme
from orapp.domain.papers import Paper
from orapp.domain.promises import Commitment, Condition
from orapp.letters.content import Block, CodedItem
from orapp.letters.course_blocks import with_source
from orapp.letters.pen import Pen
from orapp.letters.wording import coded, day, listed, no_stop, one_line, tenths

_VAGUE = re.compile(
    r"\b(?:voldoende aandacht|zo ?veel mogelijk|zo (?:spoedig|snel) mogelijk|zo mogelijk|indien mogelijk|in goed overleg"
    r"|adequaat|adequate|tijdig|passend|redelijk|waar nodig|streven naar|streeft)\b",
    re.IGNORECASE,
)
_MANY_CONDITIONS = 7


def considerations(pen: Pen, themes: Collection[Theme]) -> list[Block]:
    """The considerations about these themes that are no points for the execution."""
    return [
        pen.typed(with_source(item.text, item.evidence), f"consideration.{item.id}")
        for item in _considered(pen)
        if item.theme in themes and not item.execution_only
    ]


def execution_points(pen: Pen) -> list[Block]:
    """The softer points for the execution, without legal weight."""
    points = [with_source(item.text, item.evidence) for item in _considered(pen) if item.execution_only]
    marked = [
        item for item in pen.matter.objections if item.destination is Destination.ATTENTION and not pen.matter.left_out(item)
    ]
    if pen.matter.kind == "A15":
        # The objections stood in the advice; here they are told in their own words.
        return pen.bullets("points", [*points, *(with_source(item.text, item.evidence) for item in marked)])
    found = pen.bullets("points", points)
    if marked:
        found.append(pen.paragraph("execution_objections", codes=pen.matter.codes_of(item.id for item in marked)))
    return found


def _considered(pen: Pen) -> list[Consideration]:
    found = []
    for item in pen.matter.considerations:
        if item.text.strip() and not pen.matter.left_out(item):
            pen.placed.add(item.id)
            found.append(item)
    return found


def _fte(item: Consequence) -> str:
    before, after = item.fte_before_tenths, item.fte_after_tenths
    if before is None and after is None:
        return ""
    return f"{tenths(before) if before is not None else '?'} → {tenths(after) if after is not None else '?'}"


def _groups(pen: Pen) -> list[Consequence]:
    return [item for item in pen.matter.consequences if not pen.matter.left_out(item)]


def consequences(pen: Pen) -> list[Block]:
    """The consequences for each group, and which of them the request does not name."""
    items = _groups(pen)
    rows = []
    for item in items:
        pen.placed.add(item.id)
        count = str(item.headcount) if item.headcount is not None else ""
        rows.append((one_line(item.group), count, _fte(item), one_line(item.effect)))
    table = pen.table("consequences", ("head_group", "head_people", "head_fte", "head_effect"), rows, (4, 2, 3, 7))
    found: list[Block] = [pen.paragraph("consequences_lead"), *table] if table else []
    absent = [f"“{one_line(item.group)}”" for item in items if not item.in_request]
    if absent:
        found.append(pen.paragraph("consequences_absent", groups=tuple(absent)))
    return found


def measures(pen: Pen) -> list[Block]:
    """The measure for each group, whether it is enough, and what remains."""
    rows = []
    for item in _groups(pen):
        if item.measure.strip() or item.residual.strip():
            cells = (item.group, item.measure, item.measure_sufficient, item.residual)
            rows.append(tuple(one_line(cell) or "–" for cell in cells))
        else:
            pen.ask("letter.group_without_measure", group=one_line(item.group))
    heads = ("head_group", "head_measure", "head_sufficient", "head_residual")
    found = pen.table("measures", heads, [(a, b, c, d) for a, b, c, d in rows], (4, 5, 3, 5))
    return [pen.paragraph("measures_lead"), *found] if found else []


def alternatives(pen: Pen) -> list[Block]:
    """The alternatives with their effect, and whether the director examined them."""
    matter = pen.matter
    items = []
    for item in matter.alternatives:
        if matter.left_out(item):
            continue
        if not item.examined.strip() and matter.kind != "A8":
            pen.ask("letter.alternative_not_examined", code=matter.code(item))
        details = (
            ("label_effect", item.effect),
            ("label_cost", item.cost),
            ("label_removes", listed(matter.codes_of(item.removes_ids))),
            ("label_examined", item.examined),
            ("label_result", item.result),
        )
        items.append(pen.coded(item, item.text, details))
    return pen.coded_list("alternatives", items)


def objections(pen: Pen) -> list[Block]:
    """Every objection with where it ends: commitment, condition, point for the execution, cured, or it remains."""
    items = [_objection(pen, item) for item in pen.matter.objections if not pen.matter.left_out(item)]
    return pen.coded_list("objections", items)


def _objection(pen: Pen, item: Objection) -> CodedItem:
    matter, code = pen.matter, pen.matter.code(item)
    if item.destination is Destination.OPEN:
        pen.block("letter.objection_without_destination", f"objections/{code}", code=code)
        destination = ""
    else:
        destination = pen.write(f"objection_{item.destination.value}", **_ends(pen, item))
    if item.destination in {Destination.COMMITMENT, Destination.CONDITION}:
        here = {one.id for one in (*matter.conditions, *matter.commitments) if not matter.left_out(one)}
        if not set(item.destination_ids) & here:
            pen.ask("letter.objection_destination_absent", f"objections/{code}", code=code)
    details = (("label_evidence", no_stop(one_line(item.evidence))), ("label_destination", destination))
    return pen.coded(item, item.text, details)


def _ends(pen: Pen, item: Objection) -> dict[str, object]:
    """The conditions and commitments to which an objection leads."""
    matter, ids = pen.matter, set(item.destination_ids)
    return {
        "conditions": matter.codes_of(one.id for one in matter.dossier.conditions if one.id in ids),
        "commitments": matter.codes_of(one.id for one in matter.dossier.commitments if one.id in ids),
    }


def conditions(pen: Pen) -> list[Block]:
    """Every condition: who, what norm, by when, how shown, and what if not."""
    found = [item for item in pen.matter.conditions if not pen.matter.left_out(item)]
    for item in found:
        _check_condition(pen, item)
    if len(found) > _MANY_CONDITIONS:
        pen.note("letter.many_conditions", count=str(len(found)))
    return pen.coded_list("conditions", [_condition(pen, item) for item in found])


def _condition(pen: Pen, item: Condition) -> CodedItem:
    matter = pen.matter
    due = item.due_text or (day(item.due) if item.due else "")
    details = (
        ("label_who", "" if _opens_with(item.text, item.who) else one_line(item.who)),
        ("label_norm", "" if _says(item.text, item.norm) else item.norm),
        ("label_due", one_line(due)),
        ("label_concerns", coded(matter.codes_of(item.decision_ids)) if len(matter.decisions) > 1 else ""),
        ("label_committed", listed(matter.codes_of((item.commitment_id,)))),
        ("label_shown", item.evidence),
        ("label_otherwise", item.otherwise),
    )
    return pen.coded(item, item.text, details)


def _opens_with(text: str, who: str) -> bool:
    """Whether the sentence itself already names who must act."""
    return re.match(rf"{re.escape(_bare(who))}\b", _bare(text)) is not None if who.strip() else False


def _says(text: str, norm: str) -> bool:
    """Whether the sentence already holds the norm, word for word; a norm is not told twice."""
    return re.search(rf"(?<!\w){re.escape(_bare(norm))}(?!\w)", _bare(text)) is not None if norm.strip() else False


def _bare(text: str) -> str:
    return no_stop(one_line(text)).casefold()


def _check_condition(pen: Pen, item: Condition) -> None:
    """A condition that cannot be tested is no condition (letters.md A0.4 point 5): who, what, when, how shown, what if not."""
    code = pen.matter.code(item)
    wanting = [
        word
        for word, value in (
            ("wanting_who", item.who),
            ("wanting_norm", item.norm),
            ("wanting_due", item.due_text or item.due),
            ("wanting_evidence", item.evidence),
            ("wanting_otherwise", item.otherwise),
        )
        if not (value.strip() if isinstance(value, str) else value)
    ]
    if wanting:
        missing = listed(pen.word(word) for word in wanting)
        pen.ask("letter.condition_not_measurable", f"conditions/{code}", code=code, missing=missing)
    vague = _VAGUE.search(f"{item.text} {item.norm}")
    if vague:
        pen.ask("letter.condition_vague", f"conditions/{code}", code=code, word=vague.group())


def commitments(pen: Pen) -> list[Block]:
    """The commitments in their literal words, with by whom, when, and in which document."""
    found = [item for item in pen.matter.commitments if not pen.matter.left_out(item)]
    return pen.coded_list("commitments", [_commitment(pen, item) for item in found])


def _commitment(pen: Pen, item: Commitment) -> CodedItem:
    matter, code = pen.matter, pen.matter.code(item)
    letter = matter.order.letter
    paper = matter.dossier.paper(item.recorded_in_id)
    recorded = one_line(item.recorded_in)
    if paper is not None and letter is not None and paper.id == letter.paper_id:
        paper, recorded = None, pen.word("this_letter")  # a letter does not name itself as a paper of the dossier
    if paper is not None:
        recorded = _recorded_in(matter.code(paper), paper, recorded, item.said_on)
    if not recorded or item.said_on is None:
        pen.ask("letter.commitment_without_source", f"commitments/{code}", code=code)
    kept = item.kept_on is not None and matter.by_then(item.kept_on)
    details = (
        ("label_by", one_line(item.by)),
        ("label_said", day(item.said_on) if item.said_on else ""),
        ("label_due", one_line(item.due_text) or (day(item.due) if item.due else "")),
        ("label_kept", day(item.kept_on) if kept and item.kept_on else ""),
        ("label_recorded", recorded),
    )
    return pen.coded(item, f"“{no_quotes(item.text)}”", details)


def _recorded_in(code: str, paper: Paper, recorded: str, said_on: date | None) -> str:
    """The paper with its title, its date where that is not the day it was said, and the passage.

    A passage that dates the paper itself does without title and date: nothing is told twice.
    """
    written = day(paper.dated_on) if paper.dated_on else ""
    if written and written in recorded:
        return f"{code}, {recorded}"
    named = ", ".join(part for part in (one_line(paper.title), written if paper.dated_on != said_on else "") if part)
    return f"{code} ({named})" + (f", {recorded}" if recorded else "")


def no_quotes(text: str) -> str:
    """A literal text without the quotation marks that already stood around it."""
    bare = text.strip(" \t\r\n")
    pairs = (("“", "”"), ('"', '"'), ("„", "”"), ("‘", "’"), ("'", "'"))
    for left, right in pairs:
        if len(bare) > 1 and bare.startswith(left) and bare.endswith(right):
            return bare[1:-1]
    return bare
