"""Reads from a dossier what happened in each of its procedures, as facts for the law."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from orapp.domain.decisions import GIVING_UP, Decision, DecisionOrigin, Resolution, ResolutionKind
from orapp.domain.dossier import Dossier, code
from orapp.domain.letters import Letter
from orapp.domain.papers import Event, PaperKind
from orapp.domain.requests import Outcome, Request
from orapp.law.course import KNOWLEDGE, OUTCOMES
from orapp.law.facts import Fact, FactKind, ProcedureKind
from orapp.law.knowledge import Notice, start_of_month
from orapp.law.terms import FIRST_YEAR, LAST_YEAR

STARTS = {
    ProcedureKind.ADVICE: FactKind.RECEIVED,
    ProcedureKind.CONSENT: FactKind.RECEIVED,
    ProcedureKind.APPOINTMENT: FactKind.RECEIVED,
    ProcedureKind.INITIATIVE: FactKind.SENT_BY_COUNCIL,
    ProcedureKind.INFORMATION: FactKind.SENT_BY_COUNCIL,
    ProcedureKind.FOUND_OUT: FactKind.FOUND_OUT,
}

WITH_MONTHS = frozenset({ProcedureKind.ADVICE, ProcedureKind.CONSENT, ProcedureKind.FOUND_OUT})
"""The procedures in which the knowledge of a decision starts a month."""

NO_NOTICE = frozenset({PaperKind.REQUEST, PaperKind.ANNEX, PaperKind.QUESTIONS, PaperKind.LETTER_OUT})
"""Papers that cannot tell of a decision; when one of these was known says nothing about it."""

LOOSE = frozenset({FactKind.DECISION_NOTIFIED, FactKind.DECISION_REASONED, FactKind.FOUND_OUT, FactKind.EXECUTED})
"""Events that count for the only procedure of a dossier even when they name none."""

RESOLVED = {
    ResolutionKind.FORM_VIEW: FactKind.VIEW_FORMED,
    ResolutionKind.ADOPT_LETTER: FactKind.ADOPTED,
    ResolutionKind.DEVIATES: FactKind.JUDGED_DEVIATES,
    ResolutionKind.FOLLOWS: FactKind.JUDGED_FOLLOWS,
    ResolutionKind.WAIVE_SUSPENSION: FactKind.SUSPENSION_WAIVED,
    ResolutionKind.APPEAL: FactKind.APPEAL_RESOLVED,
    ResolutionKind.NO_APPEAL: FactKind.APPEAL_RENOUNCED,
    ResolutionKind.INVOKE_NULLITY: FactKind.NULLITY_RESOLVED,
}

ANSWERS = frozenset({"A8", "A9", "A10", "A14"})
"""The letters by which the council answers or proposes. Adopting another, with questions or for the staff, adopts no answer."""

TOLD_BY_SENDING = {
    "A1": FactKind.ACKNOWLEDGED,
    "A2": FactKind.QUESTIONS_ASKED,
    "A3": FactKind.SENT_BY_COUNCIL,
    "A5": FactKind.COMMITMENTS_RECORDED,
    "A8": FactKind.SENT_BY_COUNCIL,
    "A12b": FactKind.COSTS_ANNOUNCED,
    "A13": FactKind.EXPERT_ANNOUNCED,
    "A14": FactKind.ADVICE_SENT,
    "A15": FactKind.EXECUTION_ADVISED,
    "A19b": FactKind.MEETING_REQUESTED,
}
"""What has happened once a letter of this kind has left. A nullity letter (A11) counts from its arrival (art. 27 lid 5)."""

CONSENTED = {
    Outcome.CONSENT: FactKind.CONSENT_GIVEN,
    Outcome.CONSENT_CHANGED: FactKind.CONSENT_GIVEN,
    Outcome.CONSENT_TEMPORARY: FactKind.CONSENT_GIVEN,
    Outcome.CONSENT_PARTIAL: FactKind.CONSENT_GIVEN,
    Outcome.CONSENT_CONDITIONAL: FactKind.CONSENT_CONDITIONAL,
    Outcome.CONSENT_REFUSED: FactKind.CONSENT_REFUSED,
}


def facts_of(dossier: Dossier, request: Request) -> tuple[Fact, ...]:
    """Everything that is known to have happened in one procedure, oldest first, each fact once.

    Events are taken as they stand; requests, questions, consultations, experts, decisions, resolutions and letters add
    what they show themselves. An event and an item that show the same kind on the same day count once.
    """
    found: dict[tuple[FactKind, date, tuple[str, ...], tuple[str, ...]], Fact] = {}
    for fact in _all_facts(dossier, request):
        key = (fact.kind, fact.on, fact.decisions, fact.against)
        known = found.get(key)
        if known is None or (known.written is None and fact.written is not None):
            found[key] = fact
    return tuple(sorted(found.values(), key=lambda fact: fact.on))


def decision_codes(dossier: Dossier, decision_ids: tuple[str, ...]) -> tuple[str, ...]:
    """The codes (B1 …) of proposed decisions, in the dossier's order."""
    return tuple(code("proposed_decisions", item) for item in dossier.proposed_decisions if item.id in decision_ids)


def countable(day: date) -> bool:
    """Whether a day lies in the years in which terms are counted; others are typing errors and start nothing."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def belongs(dossier: Dossier, request: Request, request_id: str, decision_ids: tuple[str, ...]) -> bool:
    """Whether an item is part of a procedure.

    One that names proposed decisions is part of each procedure with months in which they stand: in doubt between art. 25
    and 27 a decision starts the months of both (practice.md 1.7). One that names no procedure of this dossier goes with its
    proposed decisions, or else with the only procedure there is: a decision may not be without a clock because a field was
    left empty.
    """
    named = [item for item in dossier.proposed_decisions if item.id in decision_ids]
    counted = {item.id: home for item in named if (home := _counted_in(dossier, item.request_id))}
    if counted:
        return request.id in counted.values() or (request_id == request.id and len(counted) < len(named))
    if request_id == request.id or dossier.request(request_id) is not None:
        return request_id == request.id
    homes = {item.request_id for item in named}
    return request.id in homes if homes else len(dossier.requests) == 1


def counted_here(dossier: Dossier, request: Request, decision_ids: tuple[str, ...]) -> tuple[str, ...]:
    """Those of these proposed decisions of which this procedure speaks: one with months of its own speaks of the others."""
    homes = {item.id: _counted_in(dossier, item.request_id) for item in dossier.proposed_decisions}
    return tuple(item_id for item_id in decision_ids if homes.get(item_id, "") in {"", request.id})


def _counted_in(dossier: Dossier, request_id: str) -> str:
    """The procedure of a proposed decision where that is one in which a decision starts a month, or empty."""
    home = dossier.request(request_id)
    return home.id if home is not None and home.legal in WITH_MONTHS else ""


def knowledge_of(dossier: Dossier, decision: Decision) -> tuple[Notice, ...]:
    """Every moment at which a decision became known: its notices, and when its papers were first known or received.

    The earliest knowledge of any member starts the month (practice.md 1.1), also when only the paper shows it.
    """
    found: list[Notice] = []
    for known in decision.notices:
        paper_day = _known_from(dossier, known.paper_id)
        days = [day for day in (known.on, paper_day) if day is not None and countable(day)]
        if days:
            on = known.on if countable(known.on) else min(days)
            found.append(
                Notice(on=on, known_by_member=min(days), written=known.written, reasoned=known.reasoned, source=known.paper_id)
            )
    own = _known_from(dossier, decision.paper_id)
    if own is not None and decision.paper_id not in {known.paper_id for known in decision.notices}:
        found.append(Notice(on=own, source=decision.paper_id))
    return tuple(found)


def first_day(dossier: Dossier, decision: Decision) -> date | None:
    """The first day of a decision: taken, or known. What was resolved before it is about another (practice.md 1.6)."""
    days = [known.earliest for known in knowledge_of(dossier, decision)]
    return min((*days, *((decision.decided_on,) if decision.decided_on is not None else ())), default=None)


def span_of(dossier: Dossier, decision: Decision, name: str) -> tuple[date | None, date | None]:
    """From which day, and until which not, a resolution about this proposed decision (B1) is about this decision.

    It begins on the first day of the decision and ends on that of the next one about the same (practice.md 1.6).
    """
    since = first_day(dossier, decision)
    if since is None:
        return None, None
    later = [
        day
        for one in dossier.decisions
        if one.id != decision.id
        and one.request_id == decision.request_id
        and (not one.decision_ids or not decision.decision_ids or name in decision_codes(dossier, one.decision_ids))
        and (day := first_day(dossier, one)) is not None
        and day > since
    ]
    return since, min(later, default=None)


def told_by(dossier: Dossier, decision: Decision, on: date) -> date | None:
    """The last notice by a day that may start the month of a decision: what was resolved before it did not know all of it."""
    start = start_of_month(tuple(known for known in knowledge_of(dossier, decision) if known.on <= on))
    return max((start.safe, *(later.on for later in start.arguable))) if start.safe is not None else None


def _known_from(dossier: Dossier, paper_id: str) -> date | None:
    paper = dossier.paper(paper_id) if paper_id else None
    if paper is None or paper.kind in NO_NOTICE:
        return None
    return min((day for day in (paper.first_known_on, paper.received_on) if day is not None and countable(day)), default=None)


def _all_facts(dossier: Dossier, request: Request) -> Iterator[Fact]:
    yield from _from_request(dossier, request)
    yield from _from_events(dossier, request)
    yield from _from_assessment(dossier, request)
    yield from _from_decisions(dossier, request)
    for resolution in dossier.resolutions:
        kind = RESOLVED.get(resolution.kind)
        if resolution.kind in GIVING_UP and not resolution.carried:
            continue  # a proposal that was not adopted gives up nothing
        if kind is FactKind.ADOPTED and _adopts_another(dossier, resolution):
            continue
        if resolution.request_id == request.id and kind is not None:
            decisions = decision_codes(dossier, resolution.decision_ids)
            yield Fact(kind=kind, on=resolution.on, source=resolution.id, decisions=decisions)
    yield from _from_letters(dossier, request)


def _adopts_another(dossier: Dossier, resolution: Resolution) -> bool:
    """Whether a resolution adopts a letter that is no answer of the council."""
    letter = next((one for one in dossier.letters if one.id == resolution.letter_id), None)
    return letter is not None and (letter.kind not in ANSWERS or _about_profile(letter))


def _from_request(dossier: Dossier, request: Request) -> Iterator[Fact]:
    days = [(version.received_on, version.paper_id) for version in request.versions if version.received_on]
    if request.started_on is not None and not (days and request.legal in {ProcedureKind.ADVICE, ProcedureKind.CONSENT}):
        yield Fact(kind=STARTS[request.legal], on=request.started_on, source=request.id)
    elif days and days[0][0] is not None:
        yield Fact(kind=STARTS[request.legal], on=days[0][0], source=days[0][1] or request.id, written=True)
    for received_on, paper_id in days[1:]:
        if received_on is not None:
            yield Fact(kind=FactKind.REQUEST_CHANGED, on=received_on, source=paper_id or request.id)
    judged = [mark.judged.on for mark in request.completeness if mark.judged is not None and mark.judged.on is not None]
    if judged:
        yield Fact(kind=FactKind.COMPLETENESS_JUDGED, on=max(judged), source=request.id)
    if request.withdrawn_on is not None:
        yield Fact(kind=FactKind.WITHDRAWN, on=request.withdrawn_on, source=request.id)
        paper = dossier.paper(request.withdrawal_paper_id)
        if paper is not None:
            on = paper.received_on or paper.dated_on or request.withdrawn_on
            yield Fact(kind=FactKind.WITHDRAWAL_CONFIRMED, on=on, source=paper.id, written=True)
    if request.closed_on is not None:
        yield Fact(kind=FactKind.CLOSED, on=request.closed_on, source=request.id)


def _from_events(dossier: Dossier, request: Request) -> Iterator[Fact]:
    for event in dossier.events:
        loose = event.kind in LOOSE and belongs(dossier, request, event.request_id, event.decision_ids)
        if loose or (event.kind not in LOOSE and event.request_id == request.id):
            yield from _from_event(dossier, request, event)


def _from_event(dossier: Dossier, request: Request, event: Event) -> Iterator[Fact]:
    """The event; and where its paper was known before the day of a notice, that day too."""
    ids = counted_here(dossier, request, event.decision_ids) if event.kind in LOOSE else event.decision_ids
    decisions = decision_codes(dossier, ids)
    source = event.paper_id or event.id
    known = _known_from(dossier, event.paper_id) if event.kind in KNOWLEDGE and request.legal in WITH_MONTHS else None
    if known is not None and known < event.on:
        yield Fact(kind=event.kind, on=known, source=source, decisions=decisions)
        kind = FactKind.DECISION_REASONED if event.kind is FactKind.DECISION_NOTIFIED else event.kind
        yield Fact(kind=kind, on=event.on, source=source, decisions=decisions)
    else:
        yield Fact(kind=event.kind, on=event.on, source=source, decisions=decisions, against=event.against_ids)


def _from_assessment(dossier: Dossier, request: Request) -> Iterator[Fact]:
    for question in dossier.questions:
        if question.request_id != request.id:
            continue
        if question.asked_on is not None:
            yield Fact(kind=FactKind.QUESTIONS_ASKED, on=question.asked_on, source=question.asked_in_id or question.id)
        if question.answered_on is not None:
            source = question.answered_in_id or question.id
            yield Fact(kind=FactKind.ANSWERS_RECEIVED, on=question.answered_on, source=source)
    for consultation in dossier.consultations:
        day = consultation.until_day or consultation.from_day
        if consultation.request_id == request.id and day is not None:
            yield Fact(kind=FactKind.STAFF_CONSULTED, on=day, source=consultation.id)
    for expert in dossier.experts:
        if expert.request_id != request.id:
            continue
        if expert.announced_on is not None:
            yield Fact(kind=FactKind.EXPERT_ANNOUNCED, on=expert.announced_on, source=expert.id)
        if expert.reported_on is not None:
            yield Fact(kind=FactKind.EXPERT_REPORTED, on=expert.reported_on, source=expert.report_paper_id or expert.id)


def _from_decisions(dossier: Dossier, request: Request) -> Iterator[Fact]:
    for decision in dossier.decisions:
        if not belongs(dossier, request, decision.request_id, decision.decision_ids):
            continue
        kind = FactKind.DECISION_NOTIFIED
        if decision.origin in {DecisionOrigin.WITHOUT_REQUEST, DecisionOrigin.EXECUTION_SEEN}:
            kind = FactKind.FOUND_OUT
        yield from _notices(dossier, request, decision, kind)


def _notices(dossier: Dossier, request: Request, decision: Decision, kind: FactKind) -> Iterator[Fact]:
    """The first knowledge is the notice; what was told later in writing is a second, arguable start."""
    decisions = decision_codes(dossier, counted_here(dossier, request, decision.decision_ids))
    known = knowledge_of(dossier, decision) if request.legal in WITH_MONTHS else _told_only(decision)
    moments = [Notice(on=notice.earliest, source=notice.source) for notice in known if notice.earliest < notice.on]
    for place, notice in enumerate(sorted((*moments, *known), key=lambda moment: moment.on)):
        later = notice.written is not False and notice.reasoned is not False
        yield Fact(
            kind=kind if place == 0 else FactKind.DECISION_REASONED if later else FactKind.OTHER,
            on=notice.on,
            source=notice.source or decision.paper_id or decision.id,
            decisions=decisions,
            reasoned=notice.reasoned,
            written=notice.written,
        )


def _told_only(decision: Decision) -> tuple[Notice, ...]:
    return tuple(
        Notice(on=known.on, written=known.written, reasoned=known.reasoned, source=known.paper_id) for known in decision.notices
    )


def _from_letters(dossier: Dossier, request: Request) -> Iterator[Fact]:
    for letter in dossier.letters:
        if letter.request_id != request.id:
            continue
        if letter.adopted_on is not None and letter.kind in {"A9", "A10", "A8"}:
            yield Fact(kind=FactKind.ADOPTED, on=letter.adopted_on, source=letter.id)
        if letter.signed_on is not None and letter.kind in {"A9", "A10"}:
            yield Fact(kind=FactKind.SIGNED, on=letter.signed_on, source=letter.id)
        if letter.kind == "A11" and letter.arrived_on is not None:
            against = against_of(dossier, letter)
            yield Fact(kind=FactKind.NULLITY_INVOKED, on=letter.arrived_on, source=letter.id, against=against)
        if letter.sent_on is not None and not _told_then(dossier, letter) and not _about_profile(letter):
            for kind, decision_ids in _sent(dossier, request, letter.kind, letter.decision_ids):
                decisions = decision_codes(dossier, decision_ids)
                yield Fact(kind=kind, on=letter.sent_on, source=letter.id, decisions=decisions)


def against_of(dossier: Dossier, letter: Letter) -> tuple[str, ...]:
    """Which decision of the director a letter is against: those it was begun from, else the only one there is.

    What names none of two is against neither: a month is never closed by a guess (practice.md 1.6).
    """
    known = {decision.id for decision in dossier.decisions}
    chosen = tuple(item_id for item_id in letter.about_ids if item_id in known)
    request = dossier.request(letter.request_id)
    if chosen or request is None:
        return chosen
    mine = [one.id for one in dossier.decisions if belongs(dossier, request, one.request_id, one.decision_ids)]
    return tuple(mine) if len(mine) == 1 else ()


def _about_profile(letter: Letter) -> bool:
    """Whether a letter advises on a profile only: the advice on the person comes later (letters.md A14)."""
    return letter.kind == "A14" and any(one.key == "about" and one.value == "profile" for one in letter.fields)


def _told_then(dossier: Dossier, letter: Letter) -> bool:
    """Whether an event keeps what this letter said when it left; an answer that is drafted later says nothing of it."""
    return any(
        event.kind in OUTCOMES
        and event.request_id == letter.request_id
        and (event.paper_id == letter.paper_id if letter.paper_id else event.on == letter.sent_on)
        for event in dossier.events
    )


def _sent(
    dossier: Dossier, request: Request, letter_kind: str, decision_ids: tuple[str, ...]
) -> Iterator[tuple[FactKind, tuple[str, ...]]]:
    if (told := TOLD_BY_SENDING.get(letter_kind)) is not None:
        yield told, decision_ids
    elif letter_kind in {"A9", "A10"}:
        asked = dossier.of_request(request.id)
        by_kind: dict[FactKind, list[str]] = {}
        for item in asked:
            if (not decision_ids or item.id in decision_ids) and (kind := _told(letter_kind, item.outcome)) is not None:
                by_kind.setdefault(kind, []).append(item.id)
        for kind, ids in by_kind.items():
            # A letter speaks of the whole request only where it answers all of it: the rest would lose its own month.
            yield kind, () if len(ids) == len(asked) and not decision_ids else tuple(ids)


def _told(letter_kind: str, outcome: Outcome) -> FactKind | None:
    if letter_kind == "A10":
        return CONSENTED.get(outcome)
    match outcome:
        case Outcome.NOT_YET:
            return FactKind.CANNOT_ADVISE_SENT
        case Outcome.WAIVED:
            return FactKind.ADVICE_WAIVED
        case Outcome.POSITIVE | Outcome.POSITIVE_CONDITIONS | Outcome.NEGATIVE | Outcome.NEGATIVE_UNLESS:
            return FactKind.ADVICE_SENT
        case _:
            return None
