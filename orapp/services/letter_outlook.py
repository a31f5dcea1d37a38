"""What sending a letter would lead to in its procedure, told before it is done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from orapp.domain.course import facts_of
from orapp.domain.derivation import derive_whole
from orapp.domain.letters import Letter
from orapp.law.book import LawBook
from orapp.law.facts import FactKind, Party
from orapp.services.letter_acts import with_letter
from orapp.services.letter_drafts import LetterGround


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What is then known to have happened (with the codes of the decisions it concerns), and what comes next."""

    facts: tuple[tuple[FactKind, tuple[str, ...]], ...]
    phase: str
    next_step: str
    turn: Party


def outlook(ground: LetterGround, letter: Letter, on: date, law: LawBook, today: date) -> Outlook:
    """Derives the dossier as if the letter had been adopted, signed and sent on that day."""
    sent = replace(letter, adopted_on=letter.adopted_on or on, signed_on=letter.signed_on or on, sent_on=on)
    dossier = with_letter(ground.dossier, sent)
    _, courses = derive_whole(dossier, law, today)
    course = next((one for one in courses if one.request.id == letter.request_id), None)
    request = dossier.request(letter.request_id)
    facts = facts_of(dossier, request) if request is not None else ()
    mine = [fact for fact in facts if fact.source == letter.id and fact.kind not in {FactKind.ADOPTED, FactKind.SIGNED}]
    state = course.state if course is not None else None
    step = state.next_step if state is not None else None
    return Outlook(
        facts=tuple((fact.kind, fact.decisions) for fact in mine),
        phase=state.phase_label if state is not None else "",
        next_step=step.step.act if step is not None else "",
        turn=state.turn if state is not None else Party.COUNCIL,
    )
