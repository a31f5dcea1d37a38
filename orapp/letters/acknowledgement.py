"""The acknowledgement of receipt (A1): what came in, how the council treats it, and what follows."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from orapp.domain.papers import AgreedDate, Paper, PaperKind
from orapp.domain.requests import CompletenessMark, ProposedDecision
from orapp.law.facts import FactKind, Party, ProcedureKind
from orapp.letters import decision_blocks
from orapp.letters.content import Block, LetterContent, LetterStatus
from orapp.letters.fields import received_on
from orapp.letters.matter import Matter, belongs_to, cite, ground_kinds
from orapp.letters.pen import Pen
from orapp.letters.predicates import PREDICATES, target_dates
from orapp.letters.wording import coded, day, in_letters, listed, no_stop, one_line, period

_NAMED = re.compile(
    r"\b(?:art(?:ikel|\.)?\s*)?(?P<article>\d{2}[a-z]?)(?:\.|\s*,?\s*(?:eerste lid|lid)\s*)(?P<paragraph>\d)?"
    r"(?:\.|\s*,?\s*(?:sub|onder|letter|aanhef en onder)?\s*)(?P<letters>[a-n]\b(?:\s*(?:,|en|\+)\s*[a-n]\b)*)?"
    r"|\bart(?:ikel|\.)?\s*(?P<whole>\d{2}[a-z]?)\b",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\b[a-n]\b", re.IGNORECASE)


def subject(pen: Pen) -> str:
    """What the letter is about, with its legal basis."""
    return pen.write("a1_subject")


def named_grounds(text: str) -> frozenset[str]:
    """The articles that a request names in its own words ("art. 25 lid 1 sub e en f"), as keys; empty when unreadable."""
    found = set()
    for match in _NAMED.finditer(text):
        if match["whole"]:
            found.add(match["whole"].lower())
            continue
        letters = _LETTER.findall(match["letters"] or "")
        paragraph = match["paragraph"] or ("1" if letters else "")
        stem = match["article"].lower() + (f".{paragraph}" if paragraph else "")
        found |= {f"{stem}.{letter.lower()}" for letter in letters} or {stem}
    return frozenset(found)


def request_annexes(matter: Matter) -> tuple[Paper, ...]:
    """The annexes that came with the request, personal papers left out."""
    return tuple(
        paper
        for paper in matter.papers
        if paper.kind is PaperKind.ANNEX and paper.request_id == matter.request.id and not paper.personal
    )


def receipt(pen: Pen) -> list[Block]:
    """The day of receipt, the request and its version; no day is made up."""
    if received_on(pen.matter) is None:
        pen.block("letter.receipt_date_missing", request=pen.matter.request.title)
    return [pen.paragraph("a1_receipt")]


def annexes(pen: Pen) -> list[Block]:
    """The annexes of the request, counted and listed."""
    papers = request_annexes(pen.matter)
    rows = [
        (pen.matter.code(paper), one_line(paper.title), paper.version, day(paper.dated_on) if paper.dated_on else "")
        for paper in papers
    ]
    if not rows:
        # What was not registered may well have come; a letter that denies it would be held against the council.
        pen.ask("letter.no_annexes")
        return []
    return [
        pen.paragraph("a1_annexes", count=len(papers)),
        *pen.table("request_annexes", ("head_code", "head_paper", "head_version", "head_date"), rows, (2, 14, 3, 5)),
    ]


def decisions(pen: Pen) -> list[Block]:
    """Every proposed decision that the council reads in the request, with its article."""
    matter = pen.matter
    if not matter.decisions:
        pen.ask("letter.decisions_not_cut")
    rows = [
        (matter.code(item), one_line(item.title), _treated_as(pen, item), cite(item.grounds) or pen.word("ground_open"))
        for item in matter.decisions
    ]
    for item in matter.decisions:
        if not item.grounds:
            pen.ask("letter.ground_missing", item=matter.code(item))
    heads = ("head_code", "head_decision", "head_treated", "head_ground")
    return pen.table("decisions", heads, rows, (1, 5, 3, 4))


def _treated_as(pen: Pen, decision: ProposedDecision) -> str:
    kinds = ground_kinds(decision.grounds)
    if len(kinds) > 1:
        return pen.word("treated_both")
    return pen.word(f"treated_{belongs_to(decision, pen.matter.request).value}")


def article_named(pen: Pen) -> list[Block]:
    """Says so when the request names another article than the council's own reading."""
    text = one_line(pen.matter.request.article_named)
    if not text:
        return []
    named, own = named_grounds(text), frozenset(pen.matter.grounds)
    if named and own and named == own:
        return []
    if named and own:
        return [pen.paragraph("a1_article_other", named=no_stop(text))]
    return [pen.paragraph("a1_article_named", named=no_stop(text))]


def completeness(pen: Pen) -> list[Block]:
    """The items that the act wants in a request, with the passage that shows each; never a declaration of completeness."""
    matter = pen.matter
    marks = {mark.key: mark for mark in matter.request.completeness}
    kinds = [kind for kind in (ProcedureKind.ADVICE, ProcedureKind.CONSENT) if PREDICATES[f"{kind.value}_part"](matter)]
    items = [item for kind in kinds for item in matter.law.completeness.get(kind, ())]
    rows, wanting = [], 0
    for item in items:
        mark = marks.get(item.key, CompletenessMark(key=item.key))
        wanting += mark.found in {"insufficient", "missing"}
        title = f"{item.title} ({item.article})" if len(kinds) > 1 and pen.holds("is_works_council") else item.title
        rows.append((title, no_stop(one_line(mark.passage)) or "–", pen.word(f"found_{mark.found}")))
    if not any(mark.found != "open" for mark in marks.values()):
        pen.ask("letter.completeness_not_judged")
    if not rows:
        return []
    # What art. 25 lid 3 and 27 lid 2 ask is looked at for a PVT too, but those articles are not its own (art. 35c).
    named = items if pen.holds("is_works_council") else []
    articles = tuple(dict.fromkeys(item.article.replace("art. ", "artikel ") for item in named))
    found: list[Block] = [
        pen.paragraph("a1_completeness", articles=articles),
        *pen.table("completeness", ("head_item", "head_passage", "head_judged"), rows, (4, 5, 2)),
    ]
    return [*found, pen.paragraph("a1_supply")] if wanting else found


def route(pen: Pen) -> list[Block]:
    """Who prepares it and when it is discussed: what is planned or done, with its date."""
    matter = pen.matter
    lines = []
    if matter.dossier.team:
        lines.append((pen.word("step_team"), listed(_people(matter))))
    meetings = _meetings(matter)
    lines.append((pen.word("step_meeting"), meetings or pen.word("still_to_plan")))
    if not meetings:
        pen.ask("letter.no_meeting_planned")
    for consultation in matter.of_request(matter.dossier.consultations):
        when = period(consultation.from_day, consultation.until_day)
        lines.append((pen.word("step_staff"), ", ".join(part for part in (no_stop(one_line(consultation.method)), when) if part)))
    lines += [
        (pen.word("step_expert"), no_stop(one_line(expert.assignment)) or pen.word("expert_considered"))
        for expert in matter.of_request(matter.dossier.experts)
    ]
    return pen.table("route", ("head_step", "head_plan"), lines, (3, 7))


def _people(matter: Matter) -> list[str]:
    return [member.name if (member := matter.council.member(one)) else one for one in matter.dossier.team]


def _meetings(matter: Matter) -> str:
    start = received_on(matter) or date.min
    held = {
        event.on
        for event in matter.of_request(matter.dossier.events)
        if event.kind is FactKind.CONSULTATION_MEETING and event.on >= start
    }
    planned = {item.due for item in matter.agreed_dates if "overleg" in item.subject.casefold()}
    return listed(day(on) for on in sorted(held | planned))


def target(pen: Pen) -> list[Block]:
    """The date for the answer: agreed, proposed by the council, or asked by the director and not confirmed by this letter."""
    found = [_target(pen, item) for item in target_dates(pen.matter)]
    if found:
        return list(found)
    terms, start = pen.matter.council.agreed_terms, received_on(pen.matter)
    consent = pen.matter.request.legal is ProcedureKind.CONSENT
    days = terms.consent_days if consent else terms.advice_days
    if days is not None and start is not None and 0 < days <= (date.max - start).days:
        due = start + timedelta(days=days)
        return [pen.paragraph("a1_target_by_terms", due=due, days=days, recorded=no_stop(one_line(terms.recorded_in)))]
    pen.ask("letter.target_date_missing")
    return [pen.paragraph("a1_target_open")]


def _target(pen: Pen, item: AgreedDate) -> Block:
    matter = pen.matter
    recorded = listed(matter.codes_of((item.confirmed_in_id or item.recorded_in_id,)))
    if item.agreed_on is not None:
        return pen.paragraph("a1_target_agreed", item, due=item.due, agreed_on=item.agreed_on, recorded=recorded)
    if item.asked_by is Party.COUNCIL:
        return pen.paragraph("a1_target_proposed", item, due=item.due)
    pen.ask("letter.date_dictated", due=day(item.due))
    return pen.paragraph("a1_target_dictated", item, due=item.due)


def contact(pen: Pen) -> list[Block]:
    """Who may be asked."""
    if not pen.fields["contact"] and not pen.fields["contact_email"]:
        pen.note("letter.contact_missing")
        return []
    return [pen.paragraph("a1_contact")]


def check(pen: Pen, content: LetterContent) -> None:
    """What must be looked at in an acknowledgement."""
    if content.status is not LetterStatus.CONCEPT and not _may_sign(pen):
        pen.note("letter.signed_without_mandate", "signatures")
    matter = pen.matter
    pen.section = "decisions"
    kinds = {kind for decision in matter.decisions for kind in ground_kinds(decision.grounds)}
    if len(kinds) > 1:
        pen.note("letter.mixed_request", decisions=coded(matter.decision_codes(matter.decisions)))
    if len(matter.decisions) > 1:
        pen.note("letter.several_decisions", count=in_letters(len(matter.decisions)))
    for paper in matter.papers:
        if paper.kind is PaperKind.ANNEX and paper.personal:
            pen.note("letter.personal_paper_left_out", "receipt", code=matter.code(paper))


def _may_sign(pen: Pen) -> bool:
    """A resolution of the council or a recorded mandate stands behind the letter (practice, signing)."""
    letter = pen.matter.order.letter
    resolved = letter is not None and bool(letter.resolution_id)
    return resolved or any(signatory.mandate for signatory in pen.matter.council.signatories)


SOURCES: Mapping[str, Callable[[Pen], list[Block]]] = MappingProxyType(
    {
        "receipt": receipt,
        "annexes": annexes,
        "decisions": decisions,
        "article_named": article_named,
        "other_bodies": decision_blocks.bodies,
        "completeness": completeness,
        "route": route,
        "target": target,
        "contact": contact,
    }
)
"""What fills the sections of an acknowledgement."""
