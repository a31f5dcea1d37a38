"""Composes letters from what was read: from objects in memory, so that a preview can follow typing without the archive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from orapp.domain.council import Council, CouncilKind
from orapp.domain.course import decision_codes, facts_of
from orapp.domain.dossier import Dossier
from orapp.domain.letters import Letter, LetterVersion, StrategicGoal
from orapp.domain.requests import Request
from orapp.law.book import LawBook
from orapp.law.facts import Fact, FactKind, ProcedureKind
from orapp.letters.completeness import Measure
from orapp.letters.compose import compose, suggest_kind
from orapp.letters.content import Finding, FindingWeight, LetterContent, LetterStatus
from orapp.letters.letter_kinds import LetterKind
from orapp.letters.matter import belongs_to, whole_dossier
from orapp.letters.order import LetterOrder, LetterRefused
from orapp.letters.outlines import LetterBook
from orapp.letters.parts import LetterPart
from orapp.letters.predicates import ANSWERED
from orapp.letters.shown_fields import ShownField
from orapp.letters.small_body import barred
from orapp.services.failures import Refusal
from orapp.services.file_names import letter_file_name
from orapp.services.letter_confirming import as_concept
from orapp.services.letter_handing import changed_since

NOTHING_TO_ANSWER = "letter.nothing_to_answer"

OWN_RIGHT = {"A9": ProcedureKind.ADVICE, "A10": ProcedureKind.CONSENT}
"""The right that a kind of letter uses."""

BEFORE_ACKNOWLEDGING = frozenset(
    {
        FactKind.ANNOUNCED,
        FactKind.RECEIVED,
        FactKind.REQUEST_CHANGED,
        FactKind.TRIAGED,
        FactKind.TEAM_FORMED,
        FactKind.COMPLETENESS_JUDGED,
        FactKind.MEETING_REQUESTED,
        FactKind.OTHER,
    }
)
"""What can have happened while the acknowledgement is still the letter to begin with."""

ASKED_AGAIN = frozenset({FactKind.REQUEST_CHANGED, FactKind.EXECUTION_ADVICE_ASKED})


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDraft:
    """A letter as the dossier gives it now, with what the checks found.

    `goals` are the goals that change this kind of letter. `frozen` says that it was adopted and its text is that of the kept
    version.
    """

    content: LetterContent
    findings: tuple[Finding, ...]
    request_id: str
    letter: Letter | None
    file_name: str
    parts: tuple[LetterPart, ...] = ()
    fields: tuple[ShownField, ...] = ()
    measures: tuple[Measure, ...] = ()
    goals: tuple[StrategicGoal, ...] = ()
    frozen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterGround:
    """What a letter is composed from, read once: the dossier, the council and its logo (PNG or JPEG, or empty)."""

    dossier: Dossier
    council: Council
    logo: bytes = b""


def draft_of(
    book: LetterBook, law: LawBook, ground: LetterGround, kind: str, request: Request, letter: Letter | None, today: date
) -> LetterDraft:
    """The letter composed. Raises Refusal("letter.…") where no such letter can be."""
    dated = dated_on(letter, today)
    order = LetterOrder(
        kind=kind,
        request_id=request.id,
        decision_ids=letter.decision_ids if letter else (),
        letter=letter,
        dated=dated,
        status=status_of(letter),
        reference=letter.reference if letter else "",
        logo=ground.logo,
    )
    try:
        composed = compose(book, law, ground.council, ground.dossier, order)
    except LetterRefused as refused:
        raise Refusal(refused.code, **refused.fields) from refused
    number = len(letter.versions) + 1 if letter else 1
    return LetterDraft(
        content=composed.content,
        findings=_weighed(as_concept(composed.findings, letter), changed_since(letter, composed.content)),
        request_id=request.id,
        letter=letter,
        file_name=letter_file_name(dated, composed.content.title, ground.dossier.reference, number),
        parts=composed.parts,
        fields=composed.fields,
        measures=composed.measures,
        goals=book.outlines[kind].kind.goals,
    )


def _weighed(*found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Findings from several sides, the heaviest first."""
    weights = tuple(FindingWeight)
    return tuple(sorted((one for side in found for one in side), key=lambda one: weights.index(one.weight)))


def candidates(book: LetterBook, dossier: Dossier, kind: str, request_id: str) -> list[Request]:
    """The requests that this letter may be about, the likeliest first: what waits for it, the newest of these first."""
    known = {item.key: item for item in book.kinds()}
    if kind not in known:
        raise Refusal("letter.unknown_kind", kind=kind, kinds=", ".join(known))
    if known[kind].whole and not known[kind].fits:
        return [whole_dossier(dossier)]
    if request_id:
        request = dossier.request(request_id)
        if request is None:
            raise Refusal("letter.unknown_request", reference=dossier.reference)
        return [request]
    fitting = [request for request in dossier.requests if known[kind].for_request(request.legal)]
    newest = sorted(fitting, key=lambda request: request.received_on or date.min, reverse=True)
    waiting = [request for request in newest if not _answered(dossier, kind, request)]
    with_letter = [request for request in newest if newest_letter(dossier, kind, request.id)]
    whole = [whole_dossier(dossier)] if known[kind].whole else []
    return list({request.id: request for request in (*waiting, *with_letter, *newest, *whole)}.values())


def request_of(book: LetterBook, dossier: Dossier, kind: str, request_id: str, letter: Letter | None) -> Request:
    """The request that a letter is about. A letter that was begun without one stays about the dossier as a whole."""
    outline = book.outlines.get(kind)
    if letter is not None and not request_id and outline is not None and outline.kind.whole:
        return whole_dossier(dossier)
    return candidates(book, dossier, kind, request_id)[0]


def newest_letter(dossier: Dossier, kind: str, request_id: str) -> Letter | None:
    """The newest letter of this kind for the request."""
    letters = [letter for letter in dossier.letters if letter.kind == kind and letter.request_id == request_id]
    return letters[-1] if letters else None


def dated_on(letter: Letter | None, today: date) -> date:
    """The date on the letter: chosen, else that of its acts, else today."""
    if letter is None:
        return today
    return letter.dated or letter.sent_on or letter.adopted_on or today


def status_of(letter: Letter | None) -> LetterStatus:
    """Where the letter is in its life."""
    if letter is None or letter.adopted_on is None:
        return LetterStatus.CONCEPT
    if letter.sent_on is not None:
        return LetterStatus.SENT
    return LetterStatus.SIGNED if letter.signed_on is not None else LetterStatus.ADOPTED


def adopted_version(letter: Letter | None) -> LetterVersion | None:
    """The last kept version of an adopted letter, if one was made."""
    if letter is None or letter.adopted_on is None:
        return None
    adopted = [version for version in letter.versions if version.status != LetterStatus.CONCEPT.value]
    return adopted[-1] if adopted else None


def frozen_draft(content: LetterContent, letter: Letter, reference: str) -> LetterDraft:
    """An adopted letter: its text is that of the kept version, only its status follows the acts."""
    number = len(letter.versions)
    return LetterDraft(
        content=replace(content, status=status_of(letter)),
        findings=(),
        request_id=letter.request_id,
        letter=letter,
        file_name=letter_file_name(content.dated, content.title, reference, number),
        frozen=True,
    )


def read_only_draft(draft: LetterDraft) -> LetterDraft:
    """An adopted letter of which no version is kept here, for its dossier came without files: to be read, and no more."""
    return replace(draft, findings=(), parts=(), fields=(), measures=(), frozen=True)


def _answered(dossier: Dossier, kind: str, request: Request) -> bool:
    letter = newest_letter(dossier, kind, request.id)
    return letter is not None and letter.sent_on is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A kind of letter that can be written for a request, the newest one there is of it, and whether to begin with it.

    The request of a letter about the dossier as a whole has no id.
    """

    request: Request
    kind: LetterKind
    letter: Letter | None
    first: bool


def offers(book: LetterBook, dossier: Dossier, today: date = date.max, council: Council | None = None) -> tuple[Offer, ...]:
    """What can be written in a dossier: for each request, newest first, the letter to begin with and then the others.

    An advice is offered for a request for consent, and the other way round, only where the request has a proposed decision
    that is advised on, or consented to. What is planned after today has not happened and proposes nothing. Of a council, no
    letter is offered that leans on a right which that body does not have, unless there is one already.
    """
    found: list[Offer] = []
    for request in sorted(dossier.requests, key=lambda one: one.received_on or date.min, reverse=True):
        kinds = [kind for kind in book.kinds() if _fits(dossier, request, kind)]
        facts = [fact for fact in facts_of(dossier, request) if fact.on <= today]
        first = None
        if not _all_answered(dossier, request, facts):
            first = suggest_kind(book, request, acknowledged=_under_way(dossier, request, facts))
        kinds.sort(key=lambda kind: kind.key != first)
        found += [
            Offer(request=request, kind=kind, letter=newest_letter(dossier, kind.key, request.id), first=kind.key == first)
            for kind in kinds
        ]
    whole = whole_dossier(dossier)
    found += [
        Offer(request=whole, kind=kind, letter=newest_letter(dossier, kind.key, ""), first=False)
        for kind in book.kinds()
        if kind.whole and (not any(offer.kind is kind for offer in found) or newest_letter(dossier, kind.key, "") is not None)
    ]
    return tuple(one for one in found if one.letter is not None or _may_write(council, dossier, one))


def _may_write(council: Council | None, dossier: Dossier, offer: Offer) -> bool:
    """Whether the body of this dossier has the right that the letter leans on (art. 35c)."""
    if council is None:
        return True
    return barred(offer.kind.key, writing_kind(council, dossier), grounds_of(dossier, offer.request.id)) is None


def grounds_of(dossier: Dossier, request_id: str) -> frozenset[str]:
    """Every ground that is recorded for a request: of the dossier, the request and its proposed decisions."""
    request = dossier.request(request_id)
    own = request.grounds if request is not None else ()
    return frozenset((*dossier.grounds, *own, *(key for item in dossier.of_request(request_id) for key in item.grounds)))


def writing_kind(council: Council, dossier: Dossier) -> CouncilKind:
    """What body writes in a dossier now: the one in whose name its letters leave, else the council of the archive."""
    body = dossier.sending_body(date.max)
    return body.kind if body is not None else council.kind


def _fits(dossier: Dossier, request: Request, kind: LetterKind) -> bool:
    if not kind.for_request(request.legal):
        return False
    wanted = OWN_RIGHT.get(kind.key)
    decisions = dossier.of_request(request.id)
    if wanted is None or (not decisions and request.legal is wanted):
        return True
    return any(belongs_to(decision, request) is wanted for decision in decisions)


def _under_way(dossier: Dossier, request: Request, facts: Sequence[Fact]) -> bool:
    """Whether an acknowledgement was sent, or what came after it shows that it is no longer the letter to begin with."""
    kinds = {fact.kind for fact in facts}
    letter = newest_letter(dossier, "A1", request.id)
    return bool(kinds - BEFORE_ACKNOWLEDGING) or (letter is not None and letter.adopted_on is not None)


def _all_answered(dossier: Dossier, request: Request, facts: Sequence[Fact]) -> bool:
    """Whether the council told its answer on every proposed decision since it was last asked: no letter is then obvious."""
    asked = max((fact.on for fact in facts if fact.kind in ASKED_AGAIN), default=date.min)
    told = [fact for fact in facts if fact.kind in ANSWERED and fact.on >= asked]
    waiting = set(decision_codes(dossier, tuple(item.id for item in dossier.of_request(request.id))))
    return any(not fact.decisions for fact in told) or (
        bool(told) and waiting <= {code for fact in told for code in fact.decisions}
    )
