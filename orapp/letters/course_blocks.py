"""Blocks that tell what happened and what was read: course of events, papers, questions, experts, staff."""

from __future__ import annotations

import re
from datetime import date

from orapp.domain.assessment import AnswerState, Consideration, Objection, Question
from orapp.domain.papers import AgreedDate, Event, Paper, PaperKind
from orapp.law.facts import FactKind
from orapp.letters.content import Block, CodedItem
from orapp.letters.fields import long_name, short_name
from orapp.letters.frame import active_secrecies
from orapp.letters.matter import Matter, first_day
from orapp.letters.pen import Pen
from orapp.letters.wording import coded, day, full_stop, listed, no_stop, one_line, period, share

# Notes and loose papers are the council's own: they are no basis that the director knows.
_OWN_PAPERS = frozenset({PaperKind.NOTE, PaperKind.OTHER, PaperKind.LETTER_OUT})
# Steps that concern the council alone; and those that are this letter when they fall on its date.
_OWN_STEPS = frozenset(
    {
        FactKind.TRIAGED,
        FactKind.TEAM_FORMED,
        FactKind.VIEW_FORMED,
        FactKind.LAWYER_SPOKEN,
        FactKind.APPEAL_RESOLVED,
        FactKind.NULLITY_RESOLVED,
    }
)
_THIS_LETTER = frozenset(
    {
        FactKind.ADOPTED,
        FactKind.SIGNED,
        FactKind.ADVICE_SENT,
        FactKind.CANNOT_ADVISE_SENT,
        FactKind.ADVICE_WAIVED,
        FactKind.CONSENT_GIVEN,
        FactKind.CONSENT_CONDITIONAL,
        FactKind.CONSENT_REFUSED,
    }
)
# Steps that answer this letter; on its own date they came after it.
_AFTER_THIS_LETTER = frozenset(
    {
        FactKind.CONSENT_CONFIRMED,
        FactKind.DECISION_NOTIFIED,
        FactKind.DECISION_REASONED,
        FactKind.JUDGED_DEVIATES,
        FactKind.JUDGED_FOLLOWS,
        FactKind.SUSPENSION_WAIVED,
        FactKind.EXECUTION_ADVICE_ASKED,
        FactKind.EXECUTION_ADVISED,
        FactKind.EXECUTED,
        FactKind.EVALUATED,
        FactKind.CLOSED,
    }
)
_TRACEABLE = 5
# What the council sent the director knows; what the reasoning itself names as its source is no secret.
_CITABLE = frozenset({PaperKind.LETTER_OUT, PaperKind.OTHER})
_PAPER_CODE = re.compile(r"\bD[1-9]\d*\b")


def _is_own(event: Event, dated: date) -> bool:
    """Whether an event is the council's own affair, is this letter itself, or answers it on the same day.

    What was sent or is still expected outside any request is about something else; who wants it told names its request.
    """
    elsewhere = not event.request_id and (
        event.kind is FactKind.SENT_BY_COUNCIL
        or (event.kind is FactKind.ANNOUNCED and event.until is not None and event.until > dated)
    )
    return elsewhere or event.kind in _OWN_STEPS or (event.kind in _THIS_LETTER | _AFTER_THIS_LETTER and event.on == dated)


def events(pen: Pen) -> list[Block]:
    """The dated course of events, without judgement."""
    matter = pen.matter
    told = [event for event in matter.events if not _is_own(event, matter.dated)]
    if len(told) < len(matter.events):
        pen.note("letter.own_events_left_out", count=str(len(matter.events) - len(told)))
    rows = [
        (
            period(event.on, event.until).removeprefix("van ").removeprefix("op ") if event.until else day(event.on),
            one_line(event.text),
            " ".join(matter.codes_of((event.paper_id,))),
        )
        for event in told
    ]
    return pen.table("events", ("head_date", "head_event", "head_paper"), rows, (4, 13, 1))


def papers(pen: Pen) -> list[Block]:
    """The papers on which the letter rests, with version and date; personal papers and the council's own notes stay out.

    What the reasoning names as its source is listed too, also from another request and also a letter that the council sent:
    the reader must know what "D3" is.
    """
    matter = pen.matter
    named = _named_as_source(matter)
    rows, withheld = [], []
    for paper in sorted(matter.dossier.papers, key=lambda one: (one.position, one.number)):
        cited = matter.code(paper) in named and matter.by_then(first_day(paper))
        if not cited and paper not in matter.papers:
            continue
        if paper.personal:
            pen.note("letter.personal_paper_left_out", code=matter.code(paper))
        elif _is_own_paper(pen, paper) and not (cited and paper.kind in _CITABLE):
            withheld.append(matter.code(paper))
        else:
            _ask_about_secrecy(pen, paper)
            known = paper.dated_on or first_day(paper)
            rows.append((matter.code(paper), one_line(paper.title), paper.version, day(known) if known else ""))
    if withheld:
        pen.note("letter.own_papers_left_out", codes=coded(withheld))
    return pen.table("papers", ("head_code", "head_paper", "head_version", "head_date"), rows, (2, 14, 3, 5))


def _named_as_source(matter: Matter) -> frozenset[str]:
    """The codes of papers (D3) in the sources of the considerations and objections that stand in the letter."""
    reasons: tuple[Consideration | Objection, ...] = (*matter.considerations, *matter.objections)
    return frozenset(_PAPER_CODE.findall(" ".join(one.evidence for one in reasons if not matter.left_out(one))))


def agreed_ahead(matter: Matter) -> list[AgreedDate]:
    """The agreed dates that lie ahead and were known on the day of the letter, soonest first."""
    ahead = [
        one
        for one in matter.agreed_dates
        if one.due >= matter.dated and matter.by_then(one.agreed_on or _first_told(matter, one))
    ]
    return sorted(ahead, key=lambda one: one.due)


def _first_told(matter: Matter, one: AgreedDate) -> date | None:
    paper = matter.dossier.paper(one.recorded_in_id)
    return first_day(paper) if paper is not None else None


def _is_own_paper(pen: Pen, paper: Paper) -> bool:
    """Whether a paper is the council's own and was never given to the director, not even with this letter."""
    letter, council = pen.matter.order.letter, pen.matter.council
    if letter is not None and paper.id in letter.annex_ids:
        return False
    own_names = {short_name(council).casefold(), long_name(council), council.name.casefold()}
    written_here = paper.author.strip().casefold() in own_names and paper.kind is not PaperKind.QUESTIONS
    return paper.kind in _OWN_PAPERS or written_here


def _ask_about_secrecy(pen: Pen, paper: Paper) -> None:
    if paper.secrecy is not None and active_secrecies((paper.secrecy,), pen.matter.dated):
        pen.ask("letter.secret_paper_listed", code=pen.matter.code(paper), scope=paper.secrecy.scope)


def is_open(question: Question, on: date) -> bool:
    """Whether a question was, on a day, still without an answer that satisfies the council."""
    answered = question.answered_on is None or question.answered_on <= on
    return not (question.state in {AnswerState.SUFFICIENT, AnswerState.LAPSED} and answered)


def open_questions(matter: Matter) -> tuple[Question, ...]:
    """The questions that stand open in this letter."""
    return tuple(item for item in matter.questions if is_open(item, matter.dated) and not matter.left_out(item))


def questions(pen: Pen) -> list[Block]:
    """How every question stands: the answered ones by the paper that answers them, those without a sufficient answer in full."""
    matter = pen.matter
    unanswered = open_questions(matter)
    settled = [item for item in matter.questions if not is_open(item, matter.dated) and not matter.left_out(item)]
    found: list[Block] = []
    if settled:
        pen.placed |= {item.id for item in settled}
        found.append(pen.typed(" ".join(_settled(pen, settled)), "questions_settled"))
    if unanswered:
        found.append(pen.paragraph("questions_open", codes=matter.codes_of(item.id for item in unanswered)))
        found += pen.coded_list("open", [_open_question(pen, item) for item in unanswered])
    return found


def _settled(pen: Pen, settled: list[Question]) -> list[str]:
    """A sentence for the questions of each answer; what was asked and answered stands in the papers themselves."""
    together: dict[tuple[object, ...], list[Question]] = {}
    for item in settled:
        lapsed = item.state is AnswerState.LAPSED
        together.setdefault((lapsed,) if lapsed else (lapsed, item.answered_on, item.answered_in_id), []).append(item)
    return [
        pen.write(
            "questions_lapsed" if members[0].state is AnswerState.LAPSED else "questions_answered",
            codes=pen.matter.codes_of(item.id for item in members),
            answered=members[0].answered_on,
            paper=pen.matter.codes_of((members[0].answered_in_id,)),
        )
        for members in together.values()
    ]


def _open_question(pen: Pen, question: Question) -> CodedItem:
    answered = question.answered_on is not None and pen.matter.by_then(question.answered_on)
    insufficient = question.state is AnswerState.INSUFFICIENT
    if answered and question.state is AnswerState.OPEN:
        pen.ask("letter.question_not_judged", code=pen.matter.code(question))
    state = "answer_insufficient" if insufficient else "answer_not_judged" if answered else "answer_none"
    details = (
        ("label_passage", one_line(question.passage)),
        ("label_why", one_line(question.why)),
        ("label_answer", question.answer if answered or insufficient else ""),
        ("label_state", pen.word(state)),
    )
    return pen.coded(question, question.text, details)


def experts(pen: Pen) -> list[Block]:
    """The council's experts (art. 16), with what they were asked and found."""
    found: list[Block] = []
    for expert in pen.matter.experts:
        if expert.announced_on is None and expert.maximum_cents:
            pen.ask("letter.expert_not_announced", name=expert.name)
        reported = expert.reported_on if pen.matter.by_then(expert.reported_on) else None
        found.append(
            pen.paragraph(
                "expert",
                expert,
                name=no_stop(one_line(expert.name)),
                assignment=no_stop(one_line(expert.assignment)),
                announced=expert.announced_on,
                maximum=expert.maximum_cents or 0,
                reported=reported,
                paper=pen.matter.codes_of((expert.report_paper_id,)),
            )
        )
        if reported and expert.conclusions:
            found += pen.typed_all(expert.conclusions, f"expert_conclusions.{expert.id}")
    return found


def consultations(pen: Pen) -> list[Block]:
    """How staff were heard: method, when, how many, the main lines, how they were weighed."""
    found: list[Block] = []
    for one in pen.matter.consultations:
        small = one.responses is not None and one.responses < _TRACEABLE
        if small:
            pen.ask("letter.consultation_traceable", method=one_line(one.method))
        counted = one.responses is not None and not small
        found.append(
            pen.paragraph(
                "consultation",
                one,
                method=no_stop(one_line(one.method)),
                period=period(one.from_day, one.until_day),
                responses=one.responses if counted and one.responses else 0,
                invited=one.invited or 0,
                share=share(one.responses, one.invited) if counted and one.responses and one.invited else "",
            )
        )
        found += pen.typed_all(one.results, f"results.{one.id}")
        found += pen.typed_all(one.weighing, f"weighing.{one.id}")
        if not one.weighing.strip():
            pen.ask("letter.consultation_not_weighed", method=one_line(one.method))
    return found


def answers_text(matter: Matter) -> str:
    """The answers that complete the request: "9 april 2026 (D3)", or empty."""
    found = [paper for paper in matter.papers if paper.kind is PaperKind.ANSWERS and not paper.personal]
    parts = []
    for paper in found:
        known = paper.dated_on or first_day(paper)
        parts.append(f"{day(known)} ({matter.code(paper)})" if known else matter.code(paper))
    return listed(parts)


def with_source(text: str, evidence: str) -> str:
    """A statement with where it can be found."""
    source = no_stop(one_line(evidence))
    return f"{full_stop(text)} (Bron: {source}.)" if source else full_stop(text)
