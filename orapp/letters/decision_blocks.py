"""Blocks about the proposed decisions: how they are named, listed, and grouped by what the council answers."""

from __future__ import annotations

from collections.abc import Iterable

from orapp.domain.requests import Outcome, ProposedDecision, Track
from orapp.law.facts import ProcedureKind
from orapp.letters.content import Block
from orapp.letters.matter import Matter, belongs_to, cite, ground_kinds
from orapp.letters.pen import Pen
from orapp.letters.wording import coded, listed, no_stop, one_line

# The outcomes whose sentences name conditions; for the others it does not matter which conditions a decision has.
_ON_CONDITIONS = frozenset({Outcome.POSITIVE_CONDITIONS, Outcome.NEGATIVE, Outcome.NEGATIVE_UNLESS})

_WITHOUT_ANSWER = frozenset({Outcome.NOT_YET, Outcome.LATER, Outcome.POLITICAL, Outcome.WAIVED})


def label(matter: Matter, decision: ProposedDecision) -> str:
    """A proposed decision as a sentence names it: "B1 “Verhuizing naar de Havenloods”"."""
    title = one_line(decision.title)
    return f"{matter.code(decision)} “{title}”" if title else matter.code(decision)


def labels(matter: Matter, decisions: Iterable[ProposedDecision]) -> str:
    """Several of them in a sentence."""
    return listed(label(matter, decision) for decision in decisions)


def named(matter: Matter, decisions: Iterable[ProposedDecision]) -> dict[str, object]:
    """The fields by which a sentence speaks of these decisions."""
    found = tuple(decisions)
    return {"these": labels(matter, found), "codes": matter.decision_codes(found)}


def groups(matter: Matter) -> list[tuple[ProposedDecision, ...]]:
    """The decisions of the letter in order, together where the same outcome and the same words hold for them."""
    found: dict[tuple[object, ...], list[ProposedDecision]] = {}
    for decision in matter.decisions:
        asks = decision.outcome in _ON_CONDITIONS
        conditions = tuple(condition.id for condition in matter.conditions_of(decision)) if asks else ()
        same = (decision.outcome, conditions, decision.outcome_text.strip(), decision.outcome_reason.strip())
        found.setdefault(same, []).append(decision)
    return [tuple(members) for members in found.values()]


def table(pen: Pen) -> list[Block]:
    """All proposed decisions of the request, with their ground and what this letter does with them."""
    matter = pen.matter
    rows = []
    for decision in sorted((*matter.decisions, *matter.others), key=lambda item: (item.position, item.number)):
        here = decision in matter.decisions
        word = _answer(pen, decision) if here else _elsewhere(pen, decision)
        political = here and decision.outcome is Outcome.POLITICAL
        # A PVT advises by art. 35b, which is no ground that a proposed decision is given.
        small = not matter.has_article_25 and belongs_to(decision, matter.request) is ProcedureKind.ADVICE
        held = cite(key for key in decision.grounds if not (small and key.startswith("25")))
        ground = held or ("–" if political else str(pen.fields["advice_basis"]) if small else pen.word("ground_open"))
        rows.append((matter.code(decision), one_line(decision.title), ground, word))
        if here and decision.outcome is Outcome.UNDECIDED:
            pen.block("letter.outcome_undecided", code=matter.code(decision))
        if here and not decision.grounds and not political and not small:
            pen.ask("letter.ground_missing", item=matter.code(decision))
        if here and len(ground_kinds(decision.grounds)) > 1:
            pen.ask("letter.grounds_of_both", code=matter.code(decision))
        if here and ground_kinds(decision.grounds) and belongs_to(decision, matter.request) not in ground_kinds(decision.grounds):
            pen.block("letter.outcome_against_ground", code=matter.code(decision))
    heads = ("head_code", "head_decision", "head_ground", "head_in_letter")
    return pen.table("decisions", heads, rows, (1, 5, 4, 3))


def _answer(pen: Pen, decision: ProposedDecision) -> str:
    """What the letter does with a decision; a decision on consent never speaks of advice."""
    consent = pen.matter.kind == "A10" and decision.outcome in _WITHOUT_ANSWER
    return pen.word(f"consent_{decision.outcome.value}" if consent else f"outcome_{decision.outcome.value}")


def _elsewhere(pen: Pen, decision: ProposedDecision) -> str:
    return pen.word(f"elsewhere_{belongs_to(decision, pen.matter.request).value}")


def texts(pen: Pen) -> list[Block]:
    """The proposed decisions in full, as they were laid before the council."""
    items = [pen.coded(decision, decision.text) for decision in pen.matter.decisions if decision.text.strip()]
    return pen.coded_list("texts", items)


def understanding(pen: Pen) -> list[Block]:
    """The proposal in the council's own words."""
    if not pen.matter.request.understanding.strip():
        pen.ask("letter.understanding_missing")
    return pen.typed_all(pen.matter.request.understanding, "understanding")


def bodies(pen: Pen) -> list[Block]:
    """For which decisions another body is competent, and who goes to court."""
    matter = pen.matter
    elsewhere: dict[tuple[str, str], list[ProposedDecision]] = {}
    for item in matter.decisions:
        if item.body.strip() and item.body.strip() != matter.council.name:
            elsewhere.setdefault((one_line(item.body), item.body_paper_id), []).append(item)
    found: list[Block] = []
    for (body, paper_id), members in elsewhere.items():
        codes = matter.decision_codes(members)
        pen.ask("letter.other_body", codes=coded(codes), body=body, council=matter.council.name)
        paper = matter.dossier.paper(paper_id)
        # A letter cites no paper that came after it.
        known = paper is not None and (paper.dated_on is None or matter.by_then(paper.dated_on))
        cited = listed(matter.codes_of((paper_id,))) if known else ""
        found.append(pen.paragraph("body", members[0], codes=codes, body=body, paper=cited))
    return found


def tracks(pen: Pen) -> list[Block]:
    """Which decisions belong, also or only, to the consultation with the unions."""
    found: list[Block] = []
    for track in (Track.BOTH, Track.UNIONS):
        decisions = tuple(item for item in pen.matter.decisions if item.track is track)
        if decisions:
            found.append(pen.paragraph(f"track_{track.value}", **named(pen.matter, decisions)))
    return found


def political_views(pen: Pen) -> list[Block]:
    """The views of director and council on art. 46d, apart; the note removes no term."""
    matter, found = pen.matter, list[Block]()
    for item in matter.decisions:
        if item.political is None:
            continue
        director, council = one_line(item.political.director_view), one_line(item.political.council_view)
        if director or council:
            fields = {"code": matter.code(item), "director_view": no_stop(director), "council_view": no_stop(council)}
            found.append(pen.paragraph("political_views", item, **fields))
    return found


def reasons(pen: Pen, decisions: tuple[ProposedDecision, ...]) -> list[Block]:
    """The council's own words on an outcome, after the sentence that decides."""
    first = decisions[0]
    return [
        *pen.typed_all(first.outcome_text, f"outcome_text.{first.id}"),
        *pen.typed_all(first.outcome_reason, f"outcome_reason.{first.id}"),
    ]
