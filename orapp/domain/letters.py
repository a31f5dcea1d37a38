"""A letter as the dossier keeps it: its life, its versions, and the council's own words in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from orapp.domain.items import FileRef, Item


class StrategicGoal(StrEnum):
    """Why the council writes: it sets the tone (letters.md A0.2). Private; never printed."""

    RECORD_AGREEMENT = "record_agreement"
    EXPLAIN_TO_STAFF = "explain_to_staff"
    NEGOTIATE = "negotiate"
    ACQUIESCE = "acquiesce"
    PREPARE_APPEAL = "prepare_appeal"


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionText:
    """The council's own words in a section of a letter: before (`lead`) what comes from the dossier, or instead of it."""

    section: str
    text: str
    replaces: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionChoice:
    """A section that the council deliberately keeps out of a letter: why, by whom and when."""

    section: str
    reason: str
    by: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterField:
    """What a letter says that no item of the dossier holds ("lawyer", "training"): a value, or the rows of a table.

    A date is ISO 8601 (2026-11-21), money whole euro cents, a number whole; a choice is the key of an option, an item its id.
    """

    key: str
    value: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterVersion:
    """A version that was made: the Word file, the content as JSON (both stored by SHA-256), and by what it was made.

    `pdf` is the same version for the archive, made of the Word file by the program that `pdf_made_by` names.
    `style_id` and `template` are the house style that it was made in; without a template it is one that ships.
    """

    number: int
    made_at: datetime
    made_by: str
    file: FileRef
    content: FileRef
    status: str
    outline_version: str
    law_known_on: date
    house_style: str
    pdf: FileRef | None = None
    pdf_made_by: str = ""
    style_id: str = ""
    template: FileRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter(Item):
    """A letter of the council (kind "A1", "A12a", "A17c"). Its reference is given on adoption.

    `request_id` is empty for a letter about the dossier as a whole. `about_ids` names what it was begun from: a decision of
    the director, an expert, an event, commitments. `fields` is what its kind asks and no item of the dossier holds.

    The dates are the days of the acts: handed over for adoption (which version, and the print of its text), adopted (with the
    resolution; `agreed_by` is the second member who agreed, by name, where the letter gives up a right), signed (under a
    recorded mandate where an official secretary signs), sent (channel and proof). `section_order` names sections in the order
    that the council chose; what it does not name keeps its place after its neighbour. `left_out` are the sections kept out.
    """

    kind: str
    request_id: str = ""
    decision_ids: tuple[str, ...] = ()
    subject: str = ""
    dated: date | None = None
    addressee_id: str = ""
    copies: tuple[str, ...] = ()
    reference: str = ""
    goal: StrategicGoal | None = None
    about_ids: tuple[str, ...] = ()
    fields: tuple[LetterField, ...] = ()
    texts: tuple[SectionText, ...] = ()
    section_order: tuple[str, ...] = ()
    left_out: tuple[SectionChoice, ...] = ()
    annex_ids: tuple[str, ...] = ()
    style_id: str = ""
    reply_due: date | None = None
    handed_over_on: date | None = None
    handed_over_by: str = ""
    handed_over_version: int = 0
    handed_over_print: str = ""
    adopted_on: date | None = None
    resolution_id: str = ""
    agreed_by: str = ""
    agreed_on: date | None = None
    signed_on: date | None = None
    signed_by: tuple[str, ...] = ()
    signed_under: str = ""
    sent_on: date | None = None
    sent_channel: str = ""
    proof: str = ""
    arrived_on: date | None = None
    arrival_proof: str = ""
    answered_on: date | None = None
    answered_by_id: str = ""
    archived_on: date | None = None
    archived_by: str = ""
    fingerprint: str = ""
    versions: tuple[LetterVersion, ...] = ()
    paper_id: str = ""
