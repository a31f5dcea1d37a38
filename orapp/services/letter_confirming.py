"""What a letter gives up, or leaves open: told in full, confirmed, and agreed to by a second member where a right is given up.

One place says by what a letter gives up (letters.md A9.4, A12c): an outcome of an advice, its kind, or a choice in its fields.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from orapp.domain.council import Council, Member, MemberRole
from orapp.domain.decisions import ResolutionKind
from orapp.domain.dossier import Dossier, code
from orapp.domain.letters import Letter
from orapp.domain.requests import Outcome, ProposedDecision
from orapp.letters.content import Finding, FindingWeight
from orapp.letters.letter_kinds import LetterKind
from orapp.letters.wording import coded
from orapp.services.failures import Refusal
from orapp.services.letter_acts import Adoption, in_office

_KINDS = {ResolutionKind.WAIVE_SUSPENSION: "letter.confirm_waive_suspension"}
"""What is given up by the resolution with which a kind of letter is adopted."""

_CHOICES = {("gives_up", "appeal"): "letter.confirm_no_appeal"}
"""What is given up by a choice in the fields of a letter."""

_OUTCOMES = {
    Outcome.NOT_YET: "letter.confirm_not_yet",
    Outcome.POLITICAL: "letter.confirm_political",
}
"""What an advice that is no advice does, without giving anything up; giving it up has a resolution and a question of its own."""


NO_APPEAL_AT_ADOPTING = "letter.no_appeal_at_adopting"

_AT_ADOPTING: Mapping[str, str] = MappingProxyType(
    {
        "letter.waiver_without_resolution": "letter.waiver_at_adopting",
        "letter.no_appeal_without_resolution": NO_APPEAL_AT_ADOPTING,
    }
)
"""What blocks a letter until the very resolution by which it is adopted, and how a concept tells it."""


def as_concept(findings: Iterable[Finding], letter: Letter | None) -> tuple[Finding, ...]:
    """The findings of a letter: of a concept, what adopting it asks and records itself asks for a look and blocks nothing.

    Adopting finds it again: who does not give up the right there, does not adopt such a letter.
    """
    if letter is not None and letter.adopted_on is not None:
        return tuple(findings)
    return tuple(
        replace(one, code=_AT_ADOPTING[one.code], weight=FindingWeight.ATTENTION) if one.code in _AT_ADOPTING else one
        for one in findings
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """A sentence of resources/texts that spells out an effect, with its fields; `gives_up` says that a right goes."""

    code: str
    gives_up: bool = False
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def confirmations(dossier: Dossier, letter: Letter, kind: LetterKind) -> tuple[Confirmation, ...]:
    """What must be confirmed before this letter is adopted; nothing for most letters."""
    found = [Confirmation(code=_KINDS[kind.resolution], gives_up=True)] if kind.resolution in _KINDS else []
    chosen = [_CHOICES.get((one.key, one.value), "") for one in letter.fields]
    found += [Confirmation(code=sentence, gives_up=True) for sentence in chosen if sentence]
    for outcome, sentence in _OUTCOMES.items():
        codes = [code("proposed_decisions", item) for item in _advised(dossier, letter) if item.outcome is outcome]
        if codes:
            found.append(Confirmation(code=sentence, fields=MappingProxyType({"codes": coded(codes)})))
    return tuple(found)


def waived(dossier: Dossier, letter: Letter) -> tuple[ProposedDecision, ...]:
    """The proposed decisions over which an advice says that the council gives up its advice (letters.md A9.4 i)."""
    return tuple(item for item in _advised(dossier, letter) if item.outcome is Outcome.WAIVED)


def _advised(dossier: Dossier, letter: Letter) -> list[ProposedDecision]:
    if letter.kind != "A9":
        return []
    return [item for item in dossier.of_request(letter.request_id) if item.id in letter.decision_ids or not letter.decision_ids]


def check_confirmed(dossier: Dossier, letter: Letter, kind: LetterKind, *, confirmed: bool) -> None:
    """Raises Refusal("letter.not_confirmed") where an effect was not confirmed."""
    if confirmations(dossier, letter, kind) and not confirmed:
        raise Refusal("letter.not_confirmed", place="confirmed")


# -- a second member ---------------------------------------------------------------------------------------------------


def may_agree(council: Council, person: str, on: date) -> tuple[Member, ...]:
    """Who can agree beside the person who works: the other members of the council in office on that day."""
    return tuple(
        one
        for one in council.members
        if in_office(one, on) and set(one.roles) != {MemberRole.OFFICIAL_SECRETARY} and not _same(one.name, person)
    )


def check_second(
    council: Council, dossier: Dossier, letter: Letter, kind: LetterKind, act: Adoption, person: str, today: date
) -> Member | None:
    """The member who agrees with what this letter gives up; None where it gives up nothing.

    Raises Refusal("letter.second_who") when it is not known who works here, so that nobody agrees with himself;
    ("letter.second_nobody"), ("letter.second_missing"), ("letter.second_same"), ("letter.second_day").
    """
    gives_up = any(one.gives_up for one in confirmations(dossier, letter, kind))
    if not gives_up and not (act.waives and waived(dossier, letter)):
        return None
    if not any(_same(one.name, person) for one in council.members):
        raise Refusal("letter.second_who", place="second")
    on = act.second_on or act.on
    others = may_agree(council, person, on)
    if not others:
        raise Refusal("letter.second_nobody", place="second")
    chosen = council.member(act.second) if act.second else None
    if chosen is None:
        raise Refusal("letter.second_missing", place="second")
    if _same(chosen.name, person):
        raise Refusal("letter.second_same", place="second", name=chosen.name)
    if chosen not in others:
        raise Refusal("letter.signer_not_in_office", place="second", name=chosen.name)
    if act.second_on is None or act.second_on > today:
        raise Refusal("letter.second_day", place="second_on")
    return chosen


def at_work(council: Council, dossier: Dossier, on: date) -> Council:
    """The council with those of the body in whose name the letters of a dossier go, where it has people of its own."""
    body = dossier.sending_body(on)
    if body is None or not body.chair:
        return council
    return replace(council, members=(*council.members, *council.acting_as(body).members))


def _same(name: str, person: str) -> bool:
    """Whether two names read the same: an accent may be a sign of its own, as macOS writes it."""
    first, second = (unicodedata.normalize("NFKC", " ".join(one.split()).casefold()) for one in (name, person))
    return first == second
