"""What one letter is about: the request with its proposed decisions and every item that belongs to it on its date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from orapp.domain.assessment import (
    Alternative,
    Consequence,
    Consideration,
    Expert,
    Objection,
    Question,
    StaffConsultation,
)
from orapp.domain.bodies import AGREED
from orapp.domain.council import Council
from orapp.domain.decisions import Decision
from orapp.domain.derivation import deadlines_on
from orapp.domain.derived import Deadline, DeadlineState
from orapp.domain.dossier import Dossier, codes
from orapp.domain.items import Item, LetterChoice
from orapp.domain.letters import StrategicGoal
from orapp.domain.papers import AgreedDate, Event, Paper
from orapp.domain.promises import Commitment, CommitmentState, Condition, ConditionState
from orapp.domain.requests import Outcome, ProposedDecision, Request
from orapp.law.articles import ArticleKeyError, grounds_text
from orapp.law.book import LawBook
from orapp.law.facts import FactKind, ProcedureKind
from orapp.letters.order import LetterOrder
from orapp.letters.small_body import is_small

_Item = TypeVar("_Item", bound=Item)

ADVICE_OUTCOMES = frozenset({Outcome.POSITIVE, Outcome.POSITIVE_CONDITIONS, Outcome.NEGATIVE, Outcome.NEGATIVE_UNLESS})
CONSENT_OUTCOMES = frozenset(
    {
        Outcome.CONSENT,
        Outcome.CONSENT_CHANGED,
        Outcome.CONSENT_CONDITIONAL,
        Outcome.CONSENT_TEMPORARY,
        Outcome.CONSENT_PARTIAL,
        Outcome.CONSENT_REFUSED,
    }
)


def ground_kinds(keys: Iterable[str]) -> frozenset[ProcedureKind]:
    """Whether grounds belong to the right of advice (25), the right of consent (27), or both."""
    found = set()
    for key in keys:
        article = key.split(".", 1)[0]
        if article == "25":
            found.add(ProcedureKind.ADVICE)
        elif article == "27":
            found.add(ProcedureKind.CONSENT)
    return frozenset(found)


def belongs_to(decision: ProposedDecision, request: Request) -> ProcedureKind:
    """Whether a proposed decision gets an advice or a consent decision: by its outcome, else its grounds, else the request."""
    if decision.outcome in ADVICE_OUTCOMES:
        return ProcedureKind.ADVICE
    if decision.outcome in CONSENT_OUTCOMES:
        return ProcedureKind.CONSENT
    kinds = ground_kinds(decision.grounds)
    if len(kinds) == 1:
        return next(iter(kinds))
    return ProcedureKind.CONSENT if request.legal is ProcedureKind.CONSENT else ProcedureKind.ADVICE


def cite(keys: Iterable[str]) -> str:
    """Grounds as a letter cites them; what is no key of an article is left out."""
    known = []
    for key in keys:
        try:
            grounds_text((key,))
        except ArticleKeyError:
            continue
        known.append(key)
    return grounds_text(known)


@dataclass(frozen=True, kw_only=True)
class Matter:
    """The dossier as one letter sees it. `decisions` are those that this letter answers, `others` the rest of the request.

    What it selects from the dossier is kept once it was asked for: a letter asks for the same many times.
    """

    council: Council
    law: LawBook
    dossier: Dossier
    order: LetterOrder
    request: Request
    decisions: tuple[ProposedDecision, ...]
    others: tuple[ProposedDecision, ...]
    codes: Mapping[str, str]

    @property
    def kind(self) -> str:
        return self.order.kind

    @property
    def dated(self) -> date:
        return self.order.dated

    @property
    def goal(self) -> StrategicGoal | None:
        """Why the council writes (letters.md A0.2): private, it sets the tone and is never printed."""
        return self.order.letter.goal if self.order.letter is not None else None

    def code(self, item: Item) -> str:
        """The code of an item, or "zonder code" where the archive has not given one yet."""
        return self.codes.get(item.id, "zonder code")

    def codes_of(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The codes of the items with these ids, in order."""
        return tuple(self.codes[item_id] for item_id in ids if item_id in self.codes)

    def choice(self, item: Item) -> LetterChoice | None:
        """The last choice about this item for this kind of letter."""
        choices: tuple[LetterChoice, ...] = getattr(item, "letters", ())
        for choice in reversed(choices):
            if choice.letter == self.order.kind:
                return choice
        return None

    def left_out(self, item: Item) -> bool:
        """Whether the council deliberately keeps this item out of this kind of letter."""
        choice = self.choice(item)
        return choice is not None and not choice.included

    def of_request(self, items: Iterable[_Item]) -> tuple[_Item, ...]:
        """The items of this request or of the dossier as a whole, that concern a decision of this letter, in order.

        A letter without a request is about all of the dossier.
        """
        found = self._chosen([item for item in items if self._of_this(item) and self._concerned(item)])
        return tuple(sorted(found, key=lambda item: (item.position, item.number)))

    def _chosen(self, items: list[_Item]) -> list[_Item]:
        """Those that the letter was begun from, where it was begun from items of this kind."""
        ids = self.order.letter.about_ids if self.order.letter is not None else ()
        return [item for item in items if item.id in ids] or items

    def _of_this(self, item: Item) -> bool:
        return not self.request.id or getattr(item, "request_id", "") in {"", self.request.id}

    def _concerned(self, item: Item) -> bool:
        ids: tuple[str, ...] = getattr(item, "decision_ids", ())
        if not ids or not self.decisions:
            return True
        mine = {decision.id for decision in self.decisions}
        if not mine.isdisjoint(ids):
            return True
        return all(decision.id not in ids for decision in self.others)

    def by_then(self, day: date | None) -> bool:
        """Whether something had happened when the letter was written; without a date it counts."""
        return day is None or day <= self.dated

    @cached_property
    def about(self) -> tuple[Item, ...]:
        """The items that this letter was begun from."""
        ids = self.order.letter.about_ids if self.order.letter is not None else ()
        return tuple(item for item_id in ids if (item := self.dossier.find(item_id)) is not None)

    @cached_property
    def decision(self) -> Decision | None:
        """The decision of the director that this letter answers: the one it was begun from, else the last that was known."""
        chosen = next((item for item in self.about if isinstance(item, Decision)), None)
        if chosen is not None:
            return chosen
        known = [item for item in self.of_request(self.dossier.decisions) if self.by_then(_first_known(item))]
        return max(known, key=lambda item: _first_known(item) or date.min, default=None)

    @cached_property
    def deadlines(self) -> tuple[Deadline, ...]:
        """Every term of the dossier as it stood on the date of the letter, the most urgent first."""
        return deadlines_on(self.dossier, self.law, self.dated, self.order.keeper or self.council.kind)

    def month(self, rule: str) -> Deadline | None:
        """The month of this rule that runs for this letter: that of its decision where there is one, the soonest first."""
        mine = {item.id for item in self.decisions}
        asked = set(self.decision.decision_ids) if self.decision is not None else mine
        found = [
            one
            for one in self.deadlines
            if one.rule == rule
            and self.request.id in {"", one.request_id}
            and (not asked or not one.decision_ids or asked & set(one.decision_ids))
        ]
        running = [one for one in found if one.state is not DeadlineState.CLOSED]
        return min(running or found, key=lambda one: one.last_day, default=None)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions that were asked by the date of the letter."""
        return tuple(item for item in self.of_request(self.dossier.questions) if self.by_then(item.asked_on))

    @cached_property
    def objections(self) -> tuple[Objection, ...]:
        return self.of_request(self.dossier.objections)

    @cached_property
    def considerations(self) -> tuple[Consideration, ...]:
        return self.of_request(self.dossier.considerations)

    @cached_property
    def alternatives(self) -> tuple[Alternative, ...]:
        return self.of_request(self.dossier.alternatives)

    @cached_property
    def consequences(self) -> tuple[Consequence, ...]:
        return self.of_request(self.dossier.consequences)

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions that the council has not dropped."""
        return tuple(item for item in self.of_request(self.dossier.conditions) if item.state is not ConditionState.DROPPED)

    @cached_property
    def commitments(self) -> tuple[Commitment, ...]:
        """The commitments that were made by the date of the letter and not replaced by another."""
        found = self.of_request(self.dossier.commitments)
        return tuple(item for item in found if item.state is not CommitmentState.REPLACED and self.by_then(item.said_on))

    @cached_property
    def consultations(self) -> tuple[StaffConsultation, ...]:
        found = self.of_request(self.dossier.consultations)
        return tuple(item for item in found if self.by_then(item.from_day or item.until_day))

    @cached_property
    def experts(self) -> tuple[Expert, ...]:
        found = self.of_request(self.dossier.experts)
        return tuple(item for item in found if self.by_then(item.announced_on or item.reported_on))

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """What had happened by the date of the letter, by date."""
        found = [item for item in self.of_request(self.dossier.events) if self.by_then(item.on)]
        return tuple(sorted(found, key=lambda item: (item.on, item.position, item.number)))

    @cached_property
    def papers(self) -> tuple[Paper, ...]:
        """The papers that existed by the date of the letter."""
        found = self.of_request(self.dossier.papers)
        return tuple(item for item in found if self.by_then(first_day(item)))

    @cached_property
    def agreed_dates(self) -> tuple[AgreedDate, ...]:
        """The dates that stand on the date of the letter: not replaced, not cancelled."""
        found = self.of_request(self.dossier.agreed_dates)
        return tuple(
            item for item in found if item.cancelled is None and not self._replaced(item) and self.by_then(item.agreed_on)
        )

    def _replaced(self, item: AgreedDate) -> bool:
        """Whether another date has taken the place of this one: only one that was confirmed in writing does (practice.md 1.8)."""
        newer = next((other for other in self.dossier.agreed_dates if other.id == item.replaced_by_id), None)
        if newer is None:
            return bool(item.replaced_by_id)
        return (newer.agreed_on is not None or bool(newer.confirmed_in_id)) and self.by_then(newer.agreed_on)

    @cached_property
    def meetings(self) -> tuple[Event, ...]:
        """The consultation meetings that were held (art. 25 lid 4, 27 lid 2)."""
        return tuple(event for event in self.events if event.kind is FactKind.CONSULTATION_MEETING)

    def conditions_of(self, decision: ProposedDecision) -> tuple[Condition, ...]:
        """The conditions of one proposed decision that stand in the letter."""
        return tuple(item for item in self._told_conditions if not item.decision_ids or decision.id in item.decision_ids)

    @cached_property
    def _told_conditions(self) -> tuple[Condition, ...]:
        return tuple(item for item in self.conditions if not self.left_out(item))

    def with_outcome(self, *outcomes: Outcome) -> tuple[ProposedDecision, ...]:
        """The decisions of this letter with one of these outcomes."""
        return tuple(decision for decision in self.decisions if decision.outcome in outcomes)

    def decision_codes(self, decisions: Iterable[ProposedDecision]) -> tuple[str, ...]:
        return tuple(self.code(decision) for decision in decisions)

    @cached_property
    def grounds(self) -> tuple[str, ...]:
        """The grounds of this letter: those of its decisions, else those of the request, else of the dossier."""
        article = {"A9": "25", "A10": "27", "A11": "27", "A12a": "25", "A12b": "25", "A12c": "25", "A15": "25"}.get(self.kind)
        if not self.has_article_25:
            # What does not hold for a PVT is not claimed; the articles by which it may speak are.
            own = {"27", AGREED, "35b", "35c", "35d"} - ({"27"} if article == "25" else set())
            return tuple(key for key in self.all_grounds if key.split(".", 1)[0] in own)
        return tuple(key for key in self.all_grounds if article is None or key.split(".", 1)[0] == article)

    @property
    def has_article_25(self) -> bool:
        """Whether the rights of art. 25 hold for this body: by the act, or for a PVT only by agreement (art. 32, 35c)."""
        return not is_small(self.council.kind) or AGREED in self.all_grounds

    @cached_property
    def all_grounds(self) -> tuple[str, ...]:
        """The grounds of this letter whatever right they give."""
        own = [key for decision in self.decisions for key in decision.grounds]
        return tuple(dict.fromkeys(own or self.request.grounds or self.dossier.grounds))


def _first_known(decision: Decision) -> date | None:
    days = [notice.on for notice in decision.notices]
    return min(days) if days else decision.decided_on


def first_day(paper: Paper) -> date | None:
    """The first day of a paper that is known: received, known, sent, or on it."""
    days = [day for day in (paper.received_on, paper.first_known_on, paper.sent_on, paper.dated_on) if day]
    return days[0] if days else None


def whole_dossier(dossier: Dossier) -> Request:
    """What stands in for a request in a letter about the dossier as a whole; it has no id."""
    return Request(id="", title=dossier.title, legal=ProcedureKind.INFORMATION, grounds=dossier.grounds)


def gather(council: Council, law: LawBook, dossier: Dossier, order: LetterOrder, request: Request) -> Matter:
    """The matter of a letter; for A9 and A10 only the decisions that are to be advised on, or consented to."""
    wanted = {"A9": ProcedureKind.ADVICE, "A10": ProcedureKind.CONSENT}.get(order.kind)
    whole = sorted(dossier.of_request(request.id), key=lambda item: (item.position, item.number))
    mine = [
        decision
        for decision in whole
        if (not order.decision_ids or decision.id in order.decision_ids)
        and (wanted is None or belongs_to(decision, request) is wanted)
    ]
    return Matter(
        council=council,
        law=law,
        dossier=dossier,
        order=order,
        request=request,
        decisions=tuple(mine),
        others=tuple(decision for decision in whole if decision not in mine),
        codes=codes(dossier),
    )
