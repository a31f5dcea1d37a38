"""The named conditions that an outline may put on a section or sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from orapp.domain.council import CouncilKind
from orapp.domain.deadlines import COUNCIL_RULES
from orapp.domain.items import Item
from orapp.domain.papers import AgreedDate
from orapp.domain.requests import Outcome, PartResult, Track
from orapp.law.facts import FactKind, ProcedureKind
from orapp.letters.letter_fields import FieldOutline, is_filled, value_of
from orapp.letters.matter import CONSENT_OUTCOMES, Matter, belongs_to, ground_kinds

Predicate = Callable[[Matter], bool]

GRANTED = CONSENT_OUTCOMES - {Outcome.CONSENT_REFUSED, Outcome.CONSENT_CONDITIONAL}
WITHHELD = frozenset({Outcome.CONSENT_REFUSED, Outcome.CONSENT_CONDITIONAL, Outcome.CONSENT_PARTIAL})
FAVOURABLE = frozenset({Outcome.POSITIVE, Outcome.POSITIVE_CONDITIONS})
ANSWERED = frozenset(
    {
        FactKind.ADVICE_SENT,
        FactKind.ADVICE_WAIVED,
        FactKind.CONSENT_GIVEN,
        FactKind.CONSENT_CONDITIONAL,
        FactKind.CONSENT_REFUSED,
    }
)
"""What answers a request for advice or consent; "nog niet kunnen adviseren" does not."""
UNFAVOURABLE = frozenset({Outcome.NEGATIVE, Outcome.NEGATIVE_UNLESS})


def target_dates(matter: Matter) -> tuple[AgreedDate, ...]:
    """The dates for this advice or consent that were agreed, proposed or dictated."""
    return tuple(item for item in matter.agreed_dates if item.rule in COUNCIL_RULES)


def _any(*outcomes: Outcome) -> Predicate:
    return lambda matter: bool(matter.with_outcome(*outcomes))


def _all(*outcomes: Outcome) -> Predicate:
    return lambda matter: bool(matter.decisions) and len(matter.with_outcome(*outcomes)) == len(matter.decisions)


def _under_25(predicate: Predicate) -> Predicate:
    """Only where art. 25 lid 6 holds: it does not for a PVT, and an agreement does not bring it (wor.md 1.4, 3.6)."""
    return lambda matter: matter.council.kind is not CouncilKind.PVT and predicate(matter)


def _conditions_at_most(matter: Matter) -> bool:
    return bool(matter.with_outcome(Outcome.POSITIVE_CONDITIONS)) and not matter.with_outcome(*UNFAVOURABLE)


def _mixed(matter: Matter) -> bool:
    whole = (*matter.decisions, *matter.others)
    return len({belongs_to(decision, matter.request) for decision in whole}) > 1


def _advice_part(matter: Matter) -> bool:
    return _has_part(matter, ProcedureKind.ADVICE)


def _consent_part(matter: Matter) -> bool:
    return _has_part(matter, ProcedureKind.CONSENT)


def _has_part(matter: Matter, kind: ProcedureKind) -> bool:
    if not matter.decisions:
        return matter.request.legal is kind
    return any(belongs_to(decision, matter.request) is kind for decision in matter.decisions)


def _others_elsewhere(matter: Matter) -> bool:
    """Whether the request has decisions that get a letter of the other kind."""
    wanted = ProcedureKind.CONSENT if matter.kind == "A9" else ProcedureKind.ADVICE
    return any(belongs_to(decision, matter.request) is wanted for decision in matter.others)


def _advised(matter: Matter) -> bool:
    return bool(matter.with_outcome(*FAVOURABLE, *UNFAVOURABLE))


def _answers_request(matter: Matter) -> bool:
    return bool(matter.request.id) and matter.request.legal in {ProcedureKind.ADVICE, ProcedureKind.CONSENT}


def _reply_date(matter: Matter) -> bool:
    return matter.order.letter is not None and matter.order.letter.reply_due is not None


def _shows(matter: Matter, items: tuple[Item, ...]) -> bool:
    return any(not matter.left_out(item) for item in items)


def _granted_with_objections(matter: Matter) -> bool:
    """Whether consent is given in a letter that also says what is wrong with the regulation."""
    parts = [part for decision in matter.decisions if decision.regulation for part in decision.regulation.parts]
    against = any(part.result is PartResult.NOT_AGREED for part in parts)
    return bool(matter.with_outcome(*GRANTED)) and (against or _shows(matter, matter.objections))


PREDICATES: Mapping[str, Predicate] = MappingProxyType(
    {
        "always": lambda matter: True,
        "has_decisions": lambda matter: bool(matter.decisions),
        "has_no_decisions": lambda matter: not matter.decisions,
        "has_received": lambda matter: bool(matter.request.received_on),
        "is_mixed": _mixed,
        "advice_only": lambda matter: _advice_part(matter) and not _mixed(matter),
        "consent_only": lambda matter: _consent_part(matter) and not _mixed(matter),
        "others_elsewhere": _others_elsewhere,
        "advice_part": _advice_part,
        "consent_part": _consent_part,
        "union_track": lambda matter: any(decision.track is not Track.COUNCIL for decision in matter.decisions),
        "several_versions": lambda matter: len(matter.request.versions) > 1,
        "has_questions": lambda matter: bool(matter.questions),
        "has_objections": lambda matter: bool(matter.objections),
        "has_conditions": lambda matter: bool(matter.conditions),
        "has_commitments": lambda matter: bool(matter.commitments),
        "shows_conditions": lambda matter: _shows(matter, matter.conditions),
        "shows_commitments": lambda matter: _shows(matter, matter.commitments),
        "has_consequences": lambda matter: bool(matter.consequences),
        "has_reply_date": _reply_date,
        "has_no_reply_date": lambda matter: not _reply_date(matter),
        "has_meeting": lambda matter: bool(matter.meetings),
        "has_no_meeting": lambda matter: not matter.meetings,
        "has_target_date": lambda matter: bool(target_dates(matter)),
        "is_works_council": lambda matter: matter.council.kind is not CouncilKind.PVT,
        "any_advised": _any(*FAVOURABLE, *UNFAVOURABLE),
        "none_advised": lambda matter: not _advised(matter),
        "advised_with_conditions": lambda matter: _advised(matter) and _shows(matter, matter.conditions),
        "favourable_with_commitments": lambda matter: bool(matter.with_outcome(*FAVOURABLE)) and bool(matter.commitments),
        "none_favourable": lambda matter: not matter.with_outcome(*FAVOURABLE),
        "advised_with_reply_date": lambda matter: _advised(matter) and _reply_date(matter),
        "advised_with_reply_date_only": lambda matter: (
            _advised(matter) and _reply_date(matter) and not _shows(matter, matter.conditions)
        ),
        "advised_without_reply_date": lambda matter: _advised(matter) and not _reply_date(matter),
        "suspends_nothing": _under_25(_all(Outcome.POSITIVE)),
        "suspends_on_conditions": _under_25(_conditions_at_most),
        "suspends_unfavourable": _under_25(_any(*UNFAVOURABLE)),
        "suspends_not_yet": _under_25(_any(Outcome.NOT_YET)),
        "any_favourable": _any(*FAVOURABLE),
        "all_favourable": _all(*FAVOURABLE),
        "all_positive": _all(Outcome.POSITIVE),
        "any_conditional": _any(Outcome.POSITIVE_CONDITIONS, Outcome.NEGATIVE_UNLESS),
        "any_unfavourable": _any(*UNFAVOURABLE),
        "any_not_yet": _any(Outcome.NOT_YET),
        "any_waived": _any(Outcome.WAIVED),
        "not_only_waived": lambda matter: not _all(Outcome.WAIVED)(matter),
        "any_political": _any(Outcome.POLITICAL),
        "any_later": _any(Outcome.LATER),
        "in_doubt": lambda matter: matter.has_article_25 and len(ground_kinds(matter.all_grounds)) > 1,
        "answers_request": _answers_request,
        "unanswered_request": lambda matter: _answers_request(matter) and not any(one.kind in ANSWERED for one in matter.events),
        "has_request": lambda matter: bool(matter.request.id),
        "has_decision": lambda matter: matter.decision is not None,
        "has_no_decision": lambda matter: matter.decision is None,
        "has_expert": lambda matter: bool(matter.experts),
        "has_consultation": lambda matter: bool(matter.consultations),
        "has_open_questions": lambda matter: any(question.answered_on is None for question in matter.questions),
        "deviation_possible": _any(*FAVOURABLE, *UNFAVOURABLE, Outcome.NOT_YET),
        "any_granted": _any(*GRANTED),
        "granted_with_objections": _granted_with_objections,
        "none_granted": lambda matter: not matter.with_outcome(*GRANTED),
        "any_withheld": _any(*WITHHELD),
        "any_refused": _any(Outcome.CONSENT_REFUSED),
        "any_consent_conditional": _any(Outcome.CONSENT_CONDITIONAL),
        "no_consent_conditional": lambda matter: not matter.with_outcome(Outcome.CONSENT_CONDITIONAL),
        "any_temporary": _any(Outcome.CONSENT_TEMPORARY),
    }
)
"""Every condition by the name it has in resources/letters."""

_FIELD = re.compile(r"(?P<how>with|without|is):(?P<key>[a-z_]+)(?:=(?P<option>[a-z_]+))?")


def known(name: str, fields: Iterable[FieldOutline]) -> bool:
    """Whether a condition exists: a named one, or one about a field ("with:lawyer", "without:lawyer", "is:outcome=refused")."""
    if name in PREDICATES:
        return True
    found = _FIELD.fullmatch(name)
    field = next((one for one in fields if found is not None and one.key == found["key"]), None)
    if found is None or field is None:
        return False
    return (found["how"] == "is") == (found["option"] is not None) and (not found["option"] or found["option"] in field.options)


def holds(name: str, matter: Matter, fields: Iterable[FieldOutline]) -> bool:
    """Whether a condition holds for a letter. Raises KeyError for one that does not exist."""
    found = _FIELD.fullmatch(name)
    if found is None:
        return PREDICATES[name](matter)
    field = next(one for one in fields if one.key == found["key"])
    if found["how"] == "is":
        return value_of(field, matter.order.letter) == found["option"]
    return is_filled(field, matter.order.letter) is (found["how"] == "with")
