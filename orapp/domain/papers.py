"""Papers and what reached or left the council: documents with their five dates, events, meetings and agreed dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from orapp.domain.items import FileRef, Item, Judgement, Secrecy
from orapp.law.facts import FactKind, Party


class PaperKind(StrEnum):
    """What a paper is."""

    REQUEST = "request"
    ANNEX = "annex"
    QUESTIONS = "questions"
    ANSWERS = "answers"
    MINUTES = "minutes"
    LETTER_OUT = "letter_out"
    LETTER_IN = "letter_in"
    DECISION = "decision"
    REPORT = "report"
    AGREEMENT = "agreement"
    REGULATION = "regulation"
    NOTE = "note"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper(Item):
    """A document (D1 …) with its five dates: on it, sent, received by whom, first known by any member, registered."""

    title: str
    kind: PaperKind = PaperKind.OTHER
    version: str = ""
    author: str = ""
    request_id: str = ""
    dated_on: date | None = None
    sent_on: date | None = None
    received_on: date | None = None
    received_by: str = ""
    first_known_on: date | None = None
    first_known_by: str = ""
    registered_on: date | None = None
    pages: int | None = None
    secrecy: Secrecy | None = None
    personal: bool = False
    file: FileRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Item):
    """Something that happened: the course of events. `kind` is the law's vocabulary; `decision_ids` names the B's it concerns.

    `against_ids` says of a petition or a nullity letter which decision of the director it is against: that decision, or the
    event that first told of it. Each has a month of its own (practice.md 1.6).
    """

    on: date
    kind: FactKind
    text: str
    request_id: str = ""
    paper_id: str = ""
    source: str = ""
    until: date | None = None
    decision_ids: tuple[str, ...] = ()
    place: str = ""
    present: tuple[str, ...] = ()
    minutes_approved: bool | None = None
    against_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedDate(Item):
    """A date that was agreed, asked or set by the council itself: never a term of the law.

    It stays the alarm until another agreed date, confirmed in writing, replaces it (`replaced_by_id` with `confirmed_in_id`).
    """

    subject: str
    rule: str
    due: date
    request_id: str = ""
    actor: Party = Party.COUNCIL
    agreed_on: date | None = None
    asked_by: Party = Party.COUNCIL
    recorded_in_id: str = ""
    confirmed_in_id: str = ""
    replaced_by_id: str = ""
    met_on: date | None = None
    cancelled: Judgement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet(Item):
    """A table that belongs to the dossier (an fte table, risk lines, measurements). Every row has as many cells as `columns`.

    `personal` marks data about single people: it never goes into a letter, and can be left out of an export.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    request_id: str = ""
    note: str = ""
    source: str = ""
    personal: bool = False
