"""The life of a letter: the stage it has reached, and what may have answered it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from orapp.domain.dossier import Dossier
from orapp.domain.letters import Letter
from orapp.domain.papers import Paper, PaperKind


class LetterStage(StrEnum):
    """Where a letter can be, in order. Only adopting, signing and sending must follow each other."""

    CONCEPT = "concept"
    ADOPTED = "adopted"
    SIGNED = "signed"
    SENT = "sent"
    ARRIVED = "arrived"
    ANSWERED = "answered"
    ARCHIVED = "archived"


def stage_of(letter: Letter | None) -> LetterStage:
    """The last stage that a letter reached."""
    if letter is None:
        return LetterStage.CONCEPT
    for stage, day in (
        (LetterStage.ARCHIVED, letter.archived_on),
        (LetterStage.ANSWERED, letter.answered_on),
        (LetterStage.ARRIVED, letter.arrived_on),
        (LetterStage.SENT, letter.sent_on),
        (LetterStage.SIGNED, letter.signed_on),
        (LetterStage.ADOPTED, letter.adopted_on),
    ):
        if day is not None:
            return stage
    return LetterStage.CONCEPT


@dataclass(frozen=True, slots=True, kw_only=True)
class PossibleAnswer:
    """A paper or a decision of the director that may answer a letter; which one does, a person says."""

    item_id: str
    title: str
    on: date


INCOMING = frozenset({PaperKind.LETTER_IN, PaperKind.ANSWERS, PaperKind.DECISION})


def possible_answers(dossier: Dossier, letter: Letter) -> tuple[PossibleAnswer, ...]:
    """What came in since the letter left, the likeliest first: of the same request, then the earliest."""
    since = letter.sent_on
    if since is None:
        return ()
    found: list[tuple[bool, PossibleAnswer]] = []
    for paper in dossier.papers:
        day = _came(paper)
        if paper.kind in INCOMING and paper.id != letter.paper_id and day is not None and day >= since:
            found.append((paper.request_id != letter.request_id, PossibleAnswer(item_id=paper.id, title=paper.title, on=day)))
    known = {paper.id for paper in dossier.papers}
    known = {paper.id for paper in dossier.papers}
    for decision in dossier.decisions:
        told = min((notice.on for notice in decision.notices), default=decision.decided_on)
        if told is not None and told >= since and decision.paper_id not in known:
            found.append(
                (decision.request_id != letter.request_id, PossibleAnswer(item_id=decision.id, title=decision.title, on=told))
            )
    found.sort(key=lambda one: (one[0], one[1].on))
    return tuple(one for _, one in found)


def _came(paper: Paper) -> date | None:
    return paper.received_on or paper.first_known_on or paper.dated_on
