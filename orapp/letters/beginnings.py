"""From what in the dossier a letter is begun: which kinds fit a term, questions, a decision, a meeting, and what is known then.

The program proposes; the council chooses the kind, and what stands in the letter then can be changed as in any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from orapp.domain.assessment import AnswerState, Expert, Question
from orapp.domain.decisions import Decision, DecisionOrigin, Resolution, ResolutionKind
from orapp.domain.derived import Deadline
from orapp.domain.dossier import Dossier
from orapp.domain.items import Item
from orapp.domain.letters import Letter, LetterField
from orapp.domain.papers import AgreedDate, Event, Paper, PaperKind
from orapp.domain.promises import Commitment, CommitmentState
from orapp.law.facts import FactKind, ProcedureKind
from orapp.law.rule_keys import (
    AGREED_ADVICE,
    AGREED_CONSENT,
    ANSWER,
    APPEAL,
    ASKED,
    COMMITMENT,
    CONDITION,
    CUSTOMARY,
    MEETING,
    NULLITY,
    SUSPENSION,
)
from orapp.letters.letter_kinds import LetterKind
from orapp.letters.outlines import LetterBook

Thing = Deadline | Item | tuple[Item, ...]
"""What a letter is begun from: a term, one item, or several items of one collection."""

REPLY_DAYS = 14
"""How far ahead a date for an answer is proposed where nothing nearer is known."""

_BY_RULE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        NULLITY: ("A11", "A19a", "A12a"),
        APPEAL: ("A12b", "A12a", "A19c"),
        SUSPENSION: ("A12a", "A12c", "A19c"),
        AGREED_ADVICE: ("A9", "A4", "A2"),
        AGREED_CONSENT: ("A10", "A4", "A2"),
        CUSTOMARY: ("A9", "A4", "A2"),
        ANSWER: ("A2", "A19b", "A4"),
        ASKED: ("A2", "A19b", "A4"),
        COMMITMENT: ("A19d", "A19b"),
        CONDITION: ("A19d", "A15", "A19b"),
        MEETING: ("A19b", "A6"),
    }
)
_BY_EVENT: Mapping[FactKind, tuple[str, ...]] = MappingProxyType(
    {
        FactKind.RECEIVED: ("A1", "A2", "A17"),
        FactKind.REQUEST_CHANGED: ("A1", "A2", "A4"),
        FactKind.FOUND_OUT: ("A19a", "A11", "A12a"),
        FactKind.COMPLETENESS_JUDGED: ("A2", "A4"),
        FactKind.ANSWERS_RECEIVED: ("A2", "A9", "A10"),
        FactKind.STAFF_CONSULTED: ("A17",),
        FactKind.EXPERT_ANNOUNCED: ("A13",),
        FactKind.COMMITMENTS_RECORDED: ("A5",),
        FactKind.REACTION_RECEIVED: ("A5", "A9", "A10"),
        FactKind.DECISION_NOTIFIED: ("A19c", "A12a", "A12c", "A11", "A15"),
        FactKind.DECISION_REASONED: ("A19c", "A12a", "A12c", "A11"),
        FactKind.APPEAL_RESOLVED: ("A12b",),
        FactKind.NULLITY_RESOLVED: ("A11",),
        FactKind.EXECUTION_ADVICE_ASKED: ("A15",),
        FactKind.EXECUTED: ("A19d", "A17"),
    }
)
_BY_PAPER: Mapping[PaperKind, tuple[str, ...]] = MappingProxyType(
    {
        PaperKind.REQUEST: ("A1", "A2", "A9", "A10"),
        PaperKind.ANNEX: ("A2", "A19e"),
        PaperKind.ANSWERS: ("A2", "A4"),
        PaperKind.MINUTES: ("A5",),
        PaperKind.DECISION: ("A19c", "A12a", "A12c", "A11", "A15"),
        PaperKind.REPORT: ("A2", "A9", "A10"),
        PaperKind.LETTER_IN: ("A2", "A5", "A19c", "A4"),
    }
)
_ABOUT_EACH = frozenset({"A11", "A12a", "A12b", "A12c", "A15", "A19a", "A19c"})
"""The letters that are about one decision of the director."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """A letter that can be begun: its kind, what it is about, and what is filled in already.

    `resolution` is the resolution of the council that it needs and that is not in the dossier yet. `reply_due` is the day on
    which an answer could be asked: a proposal, that stands in the letter only once the council took it over.
    """

    kind: str
    request_id: str = ""
    decision_ids: tuple[str, ...] = ()
    about_ids: tuple[str, ...] = ()
    fields: tuple[LetterField, ...] = ()
    resolution: ResolutionKind | None = None
    reply_due: date | None = None

    def letter(self, letter_id: str) -> Letter:
        """The letter as it begins."""
        return Letter(
            id=letter_id,
            kind=self.kind,
            request_id=self.request_id,
            decision_ids=self.decision_ids,
            about_ids=self.about_ids,
            fields=self.fields,
        )


def beginnings(book: LetterBook, dossier: Dossier, thing: Thing, today: date) -> tuple[Beginning, ...]:
    """The letters that fit a thing of this dossier, the likeliest first; none where no kind fits."""
    if isinstance(thing, Deadline):
        return _fitting(book, dossier, _BY_RULE.get(thing.rule, ()), _from_deadline(dossier, thing), today)
    items = thing if isinstance(thing, tuple) else (thing,)
    if not items:
        return ()
    return _fitting(book, dossier, _kinds_for(items, today), _from_items(dossier, items), today)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Start:
    """What a thing tells of any letter that is begun from it."""

    request_id: str = ""
    decision_ids: tuple[str, ...] = ()
    decision: Decision | None = None
    about_ids: tuple[str, ...] = ()
    meeting: date | None = None
    occasion: date | None = None
    last_day: date | None = None


def _from_deadline(dossier: Dossier, deadline: Deadline) -> _Start:
    promised = deadline.rule in {COMMITMENT, CONDITION}
    source = dossier.find(deadline.start_source_id)
    decision = _decision_of(dossier, deadline)
    return _Start(
        request_id=deadline.request_id,
        decision_ids=deadline.decision_ids,
        decision=decision,
        about_ids=(source.id,) if promised and source is not None else (),
        last_day=deadline.act_by,
    )


def _decision_of(dossier: Dossier, deadline: Deadline) -> Decision | None:
    """The decision of the director from which a month runs: the one that started it, else the one about the same B's."""
    if deadline.rule not in {NULLITY, APPEAL, SUSPENSION}:
        return None
    mine = [item for item in dossier.decisions if item.request_id in {"", deadline.request_id}]
    source = deadline.start_source_id
    for item in mine:
        if source in {item.id, item.paper_id} or any(source and source == notice.paper_id for notice in item.notices):
            return item
    about = set(deadline.decision_ids)
    same = [item for item in mine if not about or not item.decision_ids or about & set(item.decision_ids)]
    return next((item for item in same if deadline.start in {notice.on for notice in item.notices}), None) or (
        same[-1] if len(same) == 1 else None
    )


def _from_items(dossier: Dossier, items: tuple[Item, ...]) -> _Start:
    first = items[0]
    request_id = str(getattr(first, "request_id", ""))
    decision_ids = tuple(
        dict.fromkeys(one for item in items for one in getattr(item, "decision_ids", ()) if dossier.find(one) is not None)
    )
    match first:
        case Decision():
            return _Start(request_id=request_id, decision_ids=decision_ids, decision=first)
        case Event() if first.kind is FactKind.CONSULTATION_MEETING:
            return _Start(request_id=request_id, meeting=first.on, occasion=first.on)
        case Event():
            decision = next((item for item in dossier.decisions if first.paper_id and item.paper_id == first.paper_id), None)
            return _Start(request_id=request_id, decision_ids=decision_ids, decision=decision, occasion=first.on)
        case Paper():
            decision = next((item for item in dossier.decisions if item.paper_id == first.id), None)
            ids = decision.decision_ids if decision is not None else ()
            return _Start(request_id=request_id, decision_ids=ids, decision=decision, occasion=first.dated_on)
        case AgreedDate():
            return _Start(request_id=request_id, last_day=first.due)
        case Commitment():
            said = {item.said_on for item in items if isinstance(item, Commitment)}
            return _Start(
                request_id=request_id,
                about_ids=tuple(item.id for item in items),
                occasion=next(iter(said)) if len(said) == 1 else None,
            )
        case _:
            return _Start(request_id=request_id, about_ids=tuple(item.id for item in items))


def _kinds_for(items: tuple[Item, ...], today: date) -> tuple[str, ...]:
    first = items[0]
    match first:
        case Question():
            waiting = any(item.answered_on is None for item in items if isinstance(item, Question) and item.asked_on is not None)
            poor = any(item.state is AnswerState.INSUFFICIENT for item in items if isinstance(item, Question))
            return ("A2", "A4", "A3") if waiting or poor else ("A2", "A3")
        case Decision():
            return _after(first)
        case Event() if first.kind is FactKind.CONSULTATION_MEETING:
            return ("A6", "A5", "A17") if first.on > today else ("A5", "A17")
        case Event():
            return _BY_EVENT.get(first.kind, ())
        case Expert():
            return ("A13",)
        case AgreedDate():
            return _BY_RULE.get(first.rule, ())
        case Commitment():
            late = any(_is_late(item, today) for item in items if isinstance(item, Commitment))
            return ("A19d", "A5") if late else ("A5", "A19d")
        case Paper():
            return _BY_PAPER.get(first.kind, ())
        case _:
            return ()


def _after(decision: Decision) -> tuple[str, ...]:
    """A decision that came without a request, or before the answer: first that it had to be asked (letters.md A19a)."""
    if decision.origin in {DecisionOrigin.WITHOUT_REQUEST, DecisionOrigin.EXECUTION_SEEN}:
        return ("A19a", "A11", "A12a", "A19c")
    return ("A19c", "A12a", "A12c", "A11", "A15", "A12b")


def _is_late(item: Commitment, today: date) -> bool:
    due = item.due is not None and item.due < today and item.kept_on is None
    return due or item.state is CommitmentState.BROKEN


def _fitting(book: LetterBook, dossier: Dossier, keys: Iterable[str], start: _Start, today: date) -> tuple[Beginning, ...]:
    found = []
    for key in keys:
        outline = book.outlines.get(key)
        if outline is None:
            continue
        request_id = _request_for(dossier, outline.kind, start)
        if request_id is not None:
            found.append(_begun(dossier, outline.kind, request_id, start, today))
    return tuple(found)


def _request_for(dossier: Dossier, kind: LetterKind, start: _Start) -> str | None:
    """The request that a letter of this kind is about, empty for the dossier as a whole; None where it fits nothing."""
    request = dossier.request(start.request_id)
    if request is None and len(dossier.requests) == 1 and not kind.whole:
        request = dossier.requests[0]
    if request is not None and kind.for_request(request.legal) and _has_its_right(dossier, kind, request.id, request.legal):
        return request.id
    return "" if kind.whole else None


def _has_its_right(dossier: Dossier, kind: LetterKind, request_id: str, legal: ProcedureKind) -> bool:
    """An advice answers no request for consent that has nothing to advise on, and the other way round."""
    wanted = {"A9": (ProcedureKind.ADVICE, "25."), "A10": (ProcedureKind.CONSENT, "27.")}.get(kind.key)
    if wanted is None or legal is wanted[0]:
        return True
    return any(ground.startswith(wanted[1]) for item in dossier.of_request(request_id) for ground in item.grounds)


def _begun(dossier: Dossier, kind: LetterKind, request_id: str, start: _Start, today: date) -> Beginning:
    own = {item.id for item in dossier.of_request(request_id)} if request_id else set()
    about = start.about_ids
    if start.decision is not None and kind.key in _ABOUT_EACH:
        about = (start.decision.id, *about)
    needed = kind.resolution if kind.resolution is not ResolutionKind.ADOPT_LETTER else None
    there = any(_answers(item, needed, request_id, start, today) for item in dossier.resolutions)
    return Beginning(
        kind=kind.key,
        request_id=request_id,
        decision_ids=tuple(one for one in start.decision_ids if one in own),
        about_ids=about,
        fields=tuple(_known(kind, start)),
        resolution=needed if needed is not None and not there else None,
        reply_due=_proposed_reply(kind, start, today),
    )


def _answers(item: Resolution, needed: ResolutionKind | None, request_id: str, start: _Start, today: date) -> bool:
    """Whether a resolution is the one that a letter about these B's needs; each B has its own (practice.md 1.6)."""
    same = not item.decision_ids or not start.decision_ids or bool(set(item.decision_ids) & set(start.decision_ids))
    return item.kind is needed and item.request_id in {"", request_id} and same and item.on <= today


def _known(kind: LetterKind, start: _Start) -> Iterable[LetterField]:
    """What is known of the fields of a kind: only facts of the dossier, no judgement."""
    if start.meeting is not None and kind.field("meeting_on") is not None:
        yield LetterField(key="meeting_on", value=start.meeting.isoformat())
    if start.occasion is not None and kind.field("occasion_on") is not None:
        yield LetterField(key="occasion_on", value=start.occasion.isoformat())
    if start.meeting is not None and kind.field("occasion") is not None:
        yield LetterField(key="occasion", value="meeting")


def _proposed_reply(kind: LetterKind, start: _Start, today: date) -> date | None:
    """A day on which an answer could be asked: two weeks on, but in time for the date that stands."""
    if kind.reply.value == "none":
        return None
    wanted = today + timedelta(days=REPLY_DAYS)
    if start.last_day is not None and today < start.last_day < wanted:
        return start.last_day
    return wanted
