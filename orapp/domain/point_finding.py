"""Finds the points of a dossier: what in it asks for something or is counted, whatever day it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from orapp.domain.alarms import SILENCE
from orapp.domain.course import decision_codes, facts_of
from orapp.domain.derived import Deadline, DeadlineState, Derived
from orapp.domain.dossier import Dossier, code
from orapp.domain.papers import Event, Paper, PaperKind
from orapp.domain.points import Point, PointKind, PromiseState
from orapp.domain.promises import CommitmentState
from orapp.domain.requests import Request
from orapp.domain.starts import concerns
from orapp.law.facts import FactKind, Party, ProcedureKind

MOST_ATTENTION = 3
OURS = frozenset({PaperKind.LETTER_OUT, PaperKind.QUESTIONS})
"""Papers of the council itself: they are sent, not received and registered."""

ASKED_FOR = frozenset({ProcedureKind.ADVICE, ProcedureKind.CONSENT, ProcedureKind.APPOINTMENT})
"""What art. 24 lid 1 announces: the matters on which the council will be asked."""

FIRST_SAID = (
    SILENCE,
    "decision_undated",
    "decision_unrecorded",
    "decision_without_procedure",
    "decision_in_one_half",
    "closed_in_the_month",
    "later_start",
    "only_if_agreed",
)
"""Attention by which a right may be lost: said before all other."""

LAST_SAID = ("overdue", "future_fact")
"""Attention that other places tell as well, or that asks to look at a date again and no more."""


def points_of(dossier: Dossier, derived: Derived) -> tuple[Point, ...]:
    """Every point of a dossier. The day it is plays no part: what is late is asked of the stored points."""
    return (
        *_actions(dossier),
        *_papers(dossier),
        *_letters(dossier),
        *_expected(dossier),
        *_promises(dossier),
        *_attention(derived),
        *_within_months(dossier, derived),
    )


def _actions(dossier: Dossier) -> Iterator[Point]:
    for item in dossier.actions:
        if item.done_on is None:
            yield Point(
                kind=PointKind.ACTION,
                text=item.text,
                item_id=item.id,
                request_id=item.request_id,
                owner=item.owner,
                day=item.due,
            )


def _papers(dossier: Dossier) -> Iterator[Point]:
    for paper in dossier.papers:
        came = _came(paper)
        if came is not None and paper.registered_on is None and paper.kind not in OURS:
            yield Point(
                kind=PointKind.REGISTER,
                text=paper.title,
                item_id=paper.id,
                code=code("papers", paper),
                request_id=paper.request_id,
                day=came,
            )


def _came(paper: Paper) -> date | None:
    return min((day for day in (paper.received_on, paper.first_known_on) if day is not None), default=None)


def _letters(dossier: Dossier) -> Iterator[Point]:
    """Adopting, signing and sending are three acts (practice.md 5): a letter waits for the first that was not done."""
    for letter in dossier.letters:
        kind, day = PointKind.SEND, letter.signed_on
        if day is None:
            kind, day = PointKind.SIGN, letter.adopted_on
        if day is not None and letter.sent_on is None:
            yield Point(
                kind=kind, text=letter.subject, item_id=letter.id, code=letter.kind, request_id=letter.request_id, day=day
            )


def _expected(dossier: Dossier) -> Iterator[Point]:
    """Announced requests that did not come yet. `until` of an announcement is the day by which the request is expected."""
    for event in dossier.events:
        if event.kind is not FactKind.ANNOUNCED:
            continue
        of = dossier.request(event.request_id)
        came = _has_come(of) if of is not None else any(_came_after(request, event) for request in dossier.requests)
        if not came:
            yield Point(
                kind=PointKind.EXPECTED,
                text=of.title if of is not None else event.text,
                item_id=event.id,
                request_id=event.request_id,
                day=event.until or _agreed_for(dossier, of),
            )


def _has_come(request: Request) -> bool:
    return request.received_on is not None or request.withdrawn_on is not None or request.closed_on is not None


def _came_after(request: Request, event: Event) -> bool:
    first = next((version.received_on for version in request.versions if version.received_on), request.started_on)
    return request.legal in ASKED_FOR and first is not None and first >= event.on


def _agreed_for(dossier: Dossier, request: Request | None) -> date | None:
    """The next date that the director agreed for a request that he announced."""
    return min(
        (
            item.due
            for item in dossier.agreed_dates
            if request is not None
            and item.request_id == request.id
            and item.actor is Party.DIRECTOR
            and item.met_on is None
            and item.cancelled is None
        ),
        default=None,
    )


def _promises(dossier: Dossier) -> Iterator[Point]:
    states = {
        CommitmentState.OPEN: PromiseState.OPEN,
        CommitmentState.PARTLY: PromiseState.OPEN,
        CommitmentState.KEPT: PromiseState.KEPT,
        CommitmentState.BROKEN: PromiseState.BROKEN,
    }
    for item in dossier.commitments:
        state = states.get(item.state)  # what was replaced is counted in what replaced it
        if state is not None:
            yield Point(
                kind=PointKind.PROMISE,
                text=item.text.strip("“”"),
                item_id=item.id,
                code=code("commitments", item),
                request_id=item.request_id,
                owner=item.by,
                day=item.due,
                state=state.value,
            )


def _attention(derived: Derived) -> Iterator[Point]:
    def weight(said: str) -> int:
        if said in FIRST_SAID:
            return FIRST_SAID.index(said)
        return len(FIRST_SAID) + (said in LAST_SAID)

    pressing = sorted(derived.summary.attention, key=lambda one: weight(one.code))
    for one in pressing[:MOST_ATTENTION]:
        yield Point(kind=PointKind.ATTENTION, text=one.text, item_id=one.item_id, code=one.code)


def _within_months(dossier: Dossier, derived: Derived) -> Iterator[Point]:
    """What was done since the notice that started a month in which a right is lost; what was done before is not counted."""
    kinds = {
        FactKind.LAWYER_SPOKEN: PointKind.LAWYER,
        FactKind.COSTS_ANNOUNCED: PointKind.COSTS,
        FactKind.APPEAL_RESOLVED: PointKind.RESOLVED,
        FactKind.NULLITY_RESOLVED: PointKind.RESOLVED,
    }
    for month in derived.deadlines:
        request = dossier.request(month.request_id)
        if request is None or not _costs_a_right(month):
            continue
        codes = decision_codes(dossier, month.decision_ids)
        for fact in facts_of(dossier, request):
            if fact.kind in kinds and fact.on >= month.start and concerns(fact, codes):
                yield Point(kind=kinds[fact.kind], text=month.key, item_id=fact.source, request_id=month.request_id, day=fact.on)


def _costs_a_right(deadline: Deadline) -> bool:
    return deadline.severity == "fatal" and deadline.state is not DeadlineState.CLOSED
