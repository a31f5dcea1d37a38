"""A dossier: one subject of the council from signal to aftercare, loaded and saved whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import get_args, get_type_hints

from orapp.domain.actions import ActionItem
from orapp.domain.assessment import Alternative, Consequence, Consideration, Expert, Objection, Question, StaffConsultation
from orapp.domain.council import SendingBody
from orapp.domain.decisions import Decision, Resolution
from orapp.domain.items import Item, Secrecy
from orapp.domain.letters import Letter
from orapp.domain.papers import AgreedDate, Event, Paper, Sheet
from orapp.domain.promises import Commitment, Condition
from orapp.domain.requests import ProposedDecision, Request


class DossierKind(StrEnum):
    """What a dossier is about."""

    ADVICE_REQUEST = "advice_request"  # adviesaanvraag, art. 25
    CONSENT_REQUEST = "consent_request"  # instemmingsverzoek, art. 27
    INITIATIVE = "initiative"  # initiatiefvoorstel, art. 23 lid 3
    INFORMATION_REQUEST = "information_request"  # informatieverzoek, art. 31
    APPOINTMENT = "appointment"  # benoeming of ontslag bestuurder, art. 30
    JOB_EVALUATION = "job_evaluation"  # functiewaardering (HR21)
    WORKING_CONDITIONS = "working_conditions"  # arbo, huisvesting
    REORGANISATION = "reorganisation"
    JOB_AGREEMENT = "job_agreement"  # banenafspraak
    GENERAL = "general"  # algemeen


class DossierStatus(StrEnum):
    """The life of a dossier as a whole; the phase of a procedure is derived, this is set."""

    RUNNING = "running"
    AFTERCARE = "aftercare"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyNote:
    """The council's private goal and tactics: never in a letter or export unless asked for."""

    goal: str = ""
    tactics: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A dossier with all its items. `reference` is given by the archive ("2026-014") and unique in it.

    `version` counts the changes of the head (not of the items, which have their own in the archive).
    """

    id: str
    reference: str
    title: str
    kind: DossierKind
    opened_on: date
    status: DossierStatus = DossierStatus.RUNNING
    closed_on: date | None = None
    grounds: tuple[str, ...] = ()
    organisation: str = ""
    sending_bodies: tuple[SendingBody, ...] = ()
    summary: str = ""
    owner: str = ""
    team: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    secrecies: tuple[Secrecy, ...] = ()
    secret: bool = False
    strategy: StrategyNote | None = None

    requests: tuple[Request, ...] = ()
    proposed_decisions: tuple[ProposedDecision, ...] = ()
    papers: tuple[Paper, ...] = ()
    events: tuple[Event, ...] = ()
    agreed_dates: tuple[AgreedDate, ...] = ()
    questions: tuple[Question, ...] = ()
    objections: tuple[Objection, ...] = ()
    considerations: tuple[Consideration, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    conditions: tuple[Condition, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    consequences: tuple[Consequence, ...] = ()
    consultations: tuple[StaffConsultation, ...] = ()
    experts: tuple[Expert, ...] = ()
    decisions: tuple[Decision, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    letters: tuple[Letter, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    actions: tuple[ActionItem, ...] = ()

    version: int = 0

    def items(self) -> Iterator[tuple[str, Item]]:
        """Every item with the name of its collection, in order."""
        for name in COLLECTIONS:
            for item in getattr(self, name):
                yield name, item

    def find(self, item_id: str) -> Item | None:
        """The item with this id, of whatever kind."""
        return next((item for _, item in self.items() if item.id == item_id), None)

    def request(self, request_id: str) -> Request | None:
        """The request with this id."""
        return next((request for request in self.requests if request.id == request_id), None)

    def paper(self, paper_id: str) -> Paper | None:
        """The paper with this id."""
        return next((paper for paper in self.papers if paper.id == paper_id), None)

    def sending_body(self, on: date) -> SendingBody | None:
        """In whose name a letter of this day leaves, where that is not the council of the archive."""
        writing = [body for body in self.sending_bodies if body.from_day is None or body.from_day <= on]
        return max(writing, key=lambda body: body.from_day or date.min, default=None)

    def of_request(self, request_id: str) -> tuple[ProposedDecision, ...]:
        """The proposed decisions of one request, in order."""
        return tuple(decision for decision in self.proposed_decisions if decision.request_id == request_id)


def _collections() -> dict[str, type[Item]]:
    hints = get_type_hints(Dossier)
    found: dict[str, type[Item]] = {}
    for field_ in fields(Dossier):
        arguments = get_args(hints[field_.name])
        if arguments and isinstance(arguments[0], type) and issubclass(arguments[0], Item):
            found[field_.name] = arguments[0]
    return found


COLLECTIONS: dict[str, type[Item]] = _collections()
"""The collections of a dossier by name, with the class of their items: what storage, JSON and comparison walk over."""

CODE_LETTERS: dict[str, str] = {
    "requests": "R",
    "proposed_decisions": "B",
    "papers": "D",
    "questions": "Q",
    "objections": "O",
    "alternatives": "A",
    "conditions": "V",
    "commitments": "T",
}
"""The letter of the code per collection; collections that are not here have no code."""


def code(collection: str, item: Item) -> str:
    """The code of an item ("V2"), or empty where its kind has none or none was given yet."""
    letter = CODE_LETTERS.get(collection, "")
    return f"{letter}{item.number}" if letter and item.number else ""


def codes(dossier: Dossier) -> dict[str, str]:
    """Every code of a dossier by item id."""
    return {item.id: code(name, item) for name, item in dossier.items() if code(name, item)}
