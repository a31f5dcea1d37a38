"""The acts on a letter as pure steps of a dossier: handing over for adoption, adopting, signing and sending.

Each is an act of its own (practice.md 5), answered only by a new one. Each raises a Refusal that names its field.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from orapp.domain.actions import ActionItem
from orapp.domain.council import Council, Member, MemberRole
from orapp.domain.course import facts_of
from orapp.domain.decisions import Resolution, ResolutionKind
from orapp.domain.dossier import Dossier, code
from orapp.domain.editing import with_items
from orapp.domain.items import FileRef, LetterChoice
from orapp.domain.letter_edits import letter_of
from orapp.domain.letters import Letter
from orapp.domain.needs import Votes
from orapp.domain.papers import AgreedDate, Event, Paper, PaperKind
from orapp.domain.promises import Commitment, CommitmentState, ConditionState
from orapp.domain.requests import Outcome, ProposedDecision
from orapp.law.facts import Party
from orapp.law.rule_keys import ASKED
from orapp.letters.content import LetterContent, Signature
from orapp.letters.letter_kinds import LetterKind
from orapp.services.failures import Refusal
from orapp.services.letter_effects import with_effects
from orapp.services.letter_scope import scope_of

_ALSO = {
    ResolutionKind.WAIVE_SUSPENSION: " en laat daarmee de opschorting van artikel 25 lid 6 WOR vervallen",
    ResolutionKind.APPEAL: " en besluit beroep in te stellen (artikel 26 WOR)",
    ResolutionKind.INVOKE_NULLITY: " en doet daarmee een beroep op de nietigheid (artikel 27 lid 5 WOR)",
}
"""What the council resolves with a letter, where its adoption is more than that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """A resolution by which the council adopts a letter, or the recorded mandate that stands in for one.

    `waives` says that the council expressly gives up its advice with it (letters.md A9.4 i); `confirmed` that it was asked
    about the other effects that a letter spells out; `second` is the member who agreed too, by id, and on which day
    (`letter_confirming`). `no_appeal` is the separate resolution to file no appeal, of the day `no_appeal_on`, where it is
    recorded with it (`letter_renouncing`).
    """

    on: date
    meeting: str = ""
    votes_for: int | None = None
    votes_against: int | None = None
    abstentions: int | None = None
    quorum_met: bool | None = None
    mandate: str = ""
    dated: date | None = None
    waives: bool = False
    confirmed: bool = False
    second: str = ""
    second_on: date | None = None
    no_appeal_on: date | None = None
    no_appeal: Votes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """A member who signed, and in which capacity."""

    member_id: str
    capacity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """Who signed a letter, when; under which recorded mandate where an official secretary signs (practice.md 3.4)."""

    on: date
    signers: tuple[Signer, ...]
    mandate: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """How a letter left: by which channel, on which day, and what proves it.

    `follow_up` is the day on which the council looks after the commitments in the letter that have no date of their own.
    """

    on: date
    channel: str
    proof: str = ""
    follow_up: date | None = None


def present(dossier: Dossier, letter_id: str) -> Letter:
    """The letter. Raises Refusal("letter.gone")."""
    letter = letter_of(dossier, letter_id)
    if letter is None:
        raise Refusal("letter.gone")
    return letter


def with_letter(dossier: Dossier, letter: Letter) -> Dossier:
    """The dossier with this state of the letter, added where it was not there."""
    if letter_of(dossier, letter.id) is None:
        return with_items(dossier, "letters", (*dossier.letters, letter))
    return with_items(dossier, "letters", tuple(letter if item.id == letter.id else item for item in dossier.letters))


def check_adoption(letter: Letter, act: Adoption, kind: LetterKind, today: date) -> None:
    """What an adoption cannot do without. Raises Refusal naming the field.

    Nullity, appeal and what gives up a right always show a resolution of the council (practice.md 3.4).
    """
    if letter.adopted_on is not None:
        raise Refusal("letter.already_adopted", place="on")
    _not_ahead(act.on, today)
    if act.mandate.strip():
        if act.waives:
            raise Refusal("letter.waiver_by_mandate", place="mandate")
        if not kind.by_mandate:
            raise Refusal("letter.not_by_mandate", place="mandate", title=kind.title)
        return
    if act.votes_for is None or act.votes_against is None:
        raise Refusal("letter.votes_or_mandate", place="votes_for")
    if act.quorum_met is None:
        raise Refusal("letter.quorum_unknown", place="quorum_met")


def adopted(
    dossier: Dossier, letter: Letter, act: Adoption, reference: str, resolution_id: str, kind: ResolutionKind
) -> tuple[Dossier, Letter]:
    """The dossier with the resolution of this kind and the letter adopted by it, under its reference."""
    text, about = (
        f"De OR stelt de brief {reference} vast{_ALSO.get(kind, '')}.",
        scope_of(dossier, letter, kind),
    )
    waived = _waived(dossier, letter) if act.waives else ()
    kind = ResolutionKind.WAIVE_ADVICE if waived else kind
    if waived:
        names = ", ".join(code("proposed_decisions", item) for item in waived)
        text = f"De OR stelt de brief {reference} vast en ziet daarmee af van advies over {names}."
        about = tuple(item.id for item in waived)
    resolution = Resolution(
        id=resolution_id,
        kind=kind,
        on=act.on,
        text=text,
        request_id=letter.request_id,
        decision_ids=about,
        letter_id=letter.id,
        meeting=act.meeting.strip(),
        votes_for=act.votes_for,
        votes_against=act.votes_against,
        abstentions=act.abstentions,
        quorum_met=act.quorum_met,
        mandate=act.mandate.strip(),
    )
    after = replace(
        letter,
        adopted_on=act.on,
        resolution_id=resolution_id,
        reference=reference,
        dated=act.dated or letter.dated or act.on,
    )
    resolved = with_items(dossier, "resolutions", (*dossier.resolutions, resolution))
    return with_letter(resolved, after), after


def _waived(dossier: Dossier, letter: Letter) -> tuple[ProposedDecision, ...]:
    """The proposed decisions of a letter about which the council gives up its advice: of the others it gives up nothing."""
    mine = (item for item in dossier.of_request(letter.request_id) if not letter.decision_ids or item.id in letter.decision_ids)
    return tuple(item for item in mine if item.outcome is Outcome.WAIVED)


def reference_of(council: Council, dossier: Dossier, on: date, following: Callable[[], int]) -> str:
    """The next reference of a letter in this dossier, by the council's pattern; numbers that letters have already are passed."""
    taken = {int(found.group()) for letter in dossier.letters if (found := re.search(r"\d+$", letter.reference))}
    given = {letter.reference for letter in dossier.letters}
    body = dossier.sending_body(on)
    kind = (body.kind if body is not None else council.kind).value.upper()
    while True:
        number = following()
        pattern = council.letter_reference_pattern
        reference = pattern.format(council=kind, dossier=dossier.reference, number=number, year=on.year)
        # A pattern need not end with its number: the reference itself is held against those that were given.
        if number not in taken and reference not in given:
            return reference


def signed(letter: Letter, council: Council, act: Signing, today: date) -> tuple[Letter, tuple[Signature, ...]]:
    """The letter signed, and the signatures as they stand on it. Raises Refusal naming the field."""
    if letter.adopted_on is None:
        raise Refusal("letter.not_adopted", place="on")
    if letter.signed_on is not None:
        raise Refusal("letter.already_signed", place="on")
    _not_ahead(act.on, today)
    if act.on < letter.adopted_on:
        raise Refusal("letter.signed_before_adopted", place="on")
    if not act.signers:
        raise Refusal("letter.no_signer", place="signers")
    signatures = tuple(_signature(council, signer, act) for signer in act.signers)
    names = tuple(f"{one.name}, {one.role}" for one in signatures)
    under = act.mandate.strip()
    return replace(letter, signed_on=act.on, signed_by=names, signed_under=under), signatures


def _signature(council: Council, signer: Signer, act: Signing) -> Signature:
    member = council.member(signer.member_id)
    if member is None:
        raise Refusal("letter.signer_unknown", place="signers")
    if not in_office(member, act.on):
        raise Refusal("letter.signer_not_in_office", place="signers", name=member.name)
    if not signer.capacity.strip():
        raise Refusal("letter.no_capacity", place=f"capacity-{member.id}", name=member.name)
    if MemberRole.OFFICIAL_SECRETARY in member.roles and not (act.mandate.strip() or mandate_of(council, member.id)):
        raise Refusal("letter.mandate_needed", place="mandate", name=member.name)
    return Signature(name=member.name, role=signer.capacity.strip())


def mandate_of(council: Council, member_id: str) -> str:
    """The recorded mandate under which somebody signs, or empty."""
    return next((one.mandate.strip() for one in council.signatories if one.member_id == member_id), "")


def in_office(member: Member, on: date) -> bool:
    """Whether somebody holds office on a day."""
    return (member.from_day is None or member.from_day <= on) and (member.until_day is None or on <= member.until_day)


def sent(
    dossier: Dossier,
    letter: Letter,
    act: Sending,
    file: FileRef | None,
    content: LetterContent,
    new_id: Callable[[], str],
    today: date,
) -> Dossier:
    """The dossier after the letter left: the paper, what happened by it, its conditions advised, and the answer that is asked.

    What the procedure makes of it follows from the letter itself (`facts_of`), and what its kind makes of items from
    `with_effects`.
    """
    if letter.signed_on is None:
        raise Refusal("letter.not_signed", place="on")
    if letter.sent_on is not None:
        raise Refusal("letter.already_sent", place="on")
    _not_ahead(act.on, today)
    if act.on < letter.signed_on:
        raise Refusal("letter.sent_before_signed", place="on")
    if not act.channel.strip():
        raise Refusal("letter.no_channel", place="channel")
    paper = Paper(
        id=new_id(),
        title=content.title,
        kind=PaperKind.LETTER_OUT,
        author=letter.reference,
        request_id=letter.request_id,
        dated_on=letter.dated,
        sent_on=act.on,
        registered_on=today,
        file=file,
    )
    after = replace(letter, sent_on=act.on, sent_channel=act.channel.strip(), proof=act.proof.strip(), paper_id=paper.id)
    told = with_items(with_letter(dossier, after), "papers", (*dossier.papers, paper))
    told = with_effects(_with_events(told, after, content.title, new_id), after, content, new_id)
    told = _with_follow_up(told, after, act.follow_up, quoted_in(content), new_id)
    return _with_answer_asked(_with_conditions_advised(told, after), after, new_id)


def _with_events(dossier: Dossier, letter: Letter, title: str, new_id: Callable[[], str]) -> Dossier:
    """What the sending means in the course of events, in the words of the law that the letter itself shows."""
    request = dossier.request(letter.request_id)
    if request is None or letter.sent_on is None:
        return dossier
    by_code = {f"B{item.number}": item.id for item in dossier.proposed_decisions}
    events = tuple(
        Event(
            id=new_id(),
            on=letter.sent_on,
            kind=fact.kind,
            text=f"{title} verzonden ({letter.sent_channel})",
            request_id=letter.request_id,
            paper_id=letter.paper_id,
            decision_ids=tuple(by_code[code] for code in fact.decisions if code in by_code),
        )
        for fact in facts_of(dossier, request)
        if fact.source == letter.id and fact.on == letter.sent_on and fact.kind.value not in {"adopted", "signed"}
    )
    return with_items(dossier, "events", (*dossier.events, *events))


def quoted_in(content: LetterContent) -> frozenset[str]:
    """The codes of commitments (T1) that stand in a letter."""
    places = " ".join(f"{place} {text}" for place, text in content.texts())
    return frozenset(re.findall(r"(?<!\w)T[1-9]\d*(?!\w)", places))


def to_follow_up(dossier: Dossier, quoted: frozenset[str]) -> tuple[Commitment, ...]:
    """The commitments of these codes (T1) that are open and have no date: without a date nobody looks after them."""
    waiting = {CommitmentState.OPEN, CommitmentState.PARTLY}
    return tuple(
        item for item in dossier.commitments if code("commitments", item) in quoted and item.state in waiting and item.due is None
    )


def _with_follow_up(
    dossier: Dossier, letter: Letter, on: date | None, quoted: frozenset[str], new_id: Callable[[], str]
) -> Dossier:
    """An action item for each commitment that the letter leans on and that has no date of its own."""
    if on is None:
        return dossier
    actions = tuple(
        ActionItem(
            id=new_id(),
            text=f"Toezegging {code('commitments', item)} opvolgen: {item.text}",
            due=on,
            request_id=item.request_id or letter.request_id,
            source_id=item.id,
        )
        for item in to_follow_up(dossier, quoted)
    )
    return with_items(dossier, "actions", (*dossier.actions, *actions))


def _with_conditions_advised(dossier: Dossier, letter: Letter) -> Dossier:
    """A proposed condition that stood in an advice is from then on a condition of the advice (letters.md A9.2)."""
    if letter.kind != "A9":
        return dossier
    mine = {item.id for item in dossier.of_request(letter.request_id)}
    concerned = mine & set(letter.decision_ids) if letter.decision_ids else mine

    def now(state: ConditionState, choices: tuple[LetterChoice, ...], decision_ids: tuple[str, ...]) -> bool:
        left = any(one.letter == letter.kind and not one.included for one in choices[-1:])
        return state is ConditionState.PROPOSED and not left and (not decision_ids or bool(concerned & set(decision_ids)))

    conditions = tuple(
        replace(item, state=ConditionState.IN_ADVICE)
        if item.request_id in {"", letter.request_id} and now(item.state, item.letters, item.decision_ids)
        else item
        for item in dossier.conditions
    )
    return with_items(dossier, "conditions", conditions)


def _with_answer_asked(dossier: Dossier, letter: Letter, new_id: Callable[[], str]) -> Dossier:
    """The day on which an answer is asked stands in the planning as in the letter (letters.md A0.4 point 10).

    Asking is no agreement: `agreed_on` stays empty, and when it was asked is told by the letter that recorded it.
    """
    if letter.reply_due is None or any(item.due == letter.reply_due for item in dossier.agreed_dates):
        return dossier
    asked = AgreedDate(
        id=new_id(),
        subject=f"antwoord op {letter.reference}",
        rule=ASKED,
        due=letter.reply_due,
        request_id=letter.request_id,
        actor=Party.DIRECTOR,
        asked_by=Party.COUNCIL,
        recorded_in_id=letter.paper_id,
    )
    return with_items(dossier, "agreed_dates", (*dossier.agreed_dates, asked))


def _not_ahead(on: date, today: date) -> None:
    if on > today:
        raise Refusal("letter.day_ahead", place="on")
