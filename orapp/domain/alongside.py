"""What comes along with a fact that is recorded: a promise, an agreed date, outcomes, questions, the letter, the team."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from orapp.domain.dossier import Dossier, DossierStatus
from orapp.domain.editing import add, change
from orapp.domain.needs import NEEDS, Asked, Recorded
from orapp.domain.papers import AgreedDate
from orapp.domain.promises import Commitment
from orapp.law.facts import FactKind


def with_the_rest(dossier: Dossier, recorded: Recorded, new_id: Callable[[], str]) -> Dossier:
    """What else came with it: a promise, an agreed date, outcomes, questions, the letter, the team."""
    dossier = _promise(dossier, recorded, new_id)
    dossier = _agreed(dossier, recorded, new_id)
    dossier = _outcomes(dossier, recorded)
    dossier = _questions(dossier, recorded)
    dossier = _letter(dossier, recorded)
    if recorded.kind is FactKind.TEAM_FORMED and recorded.present:
        dossier = replace(dossier, team=tuple(dict.fromkeys((*dossier.team, *recorded.present))))
    if recorded.kind is FactKind.CLOSED and recorded.close_dossier:
        dossier = replace(dossier, status=DossierStatus.CLOSED, closed_on=recorded.on)
    return dossier


def _promise(dossier: Dossier, recorded: Recorded, new_id: Callable[[], str]) -> Dossier:
    if not recorded.promise:
        return dossier
    promised = Commitment(
        id=new_id(),
        text=recorded.promise,
        request_id=_home(dossier, recorded),
        by=recorded.who if recorded.kind is FactKind.COMMITMENTS_RECORDED else "",
        said_on=recorded.on,
        recorded_in_id=recorded.paper_id,
        due=recorded.promise_due,
    )
    return add("commitments", promised)(dossier)


def _agreed(dossier: Dossier, recorded: Recorded, new_id: Callable[[], str]) -> Dossier:
    """A new date replaces the one before it only when it was confirmed in writing (practice.md 1.8)."""
    agreed = recorded.agreed
    if agreed is None or (recorded.kind is FactKind.QUESTIONS_ASKED and recorded.question_ids):
        return dossier  # questions carry their own date
    made = AgreedDate(
        id=new_id(),
        subject=agreed.subject,
        rule=agreed.rule,
        due=agreed.due,
        request_id=_home(dossier, recorded),
        actor=agreed.actor,
        agreed_on=recorded.on,
        recorded_in_id=recorded.paper_id or recorded.letter_id,
        confirmed_in_id=(recorded.paper_id or recorded.letter_id) if agreed.confirmed else "",
    )
    if made.confirmed_in_id:
        for before in dossier.agreed_dates:
            same = before.rule == made.rule and before.request_id == made.request_id
            if same and not before.replaced_by_id and before.met_on is None and before.cancelled is None:
                dossier = change("agreed_dates", before, replace(before, replaced_by_id=made.id))(dossier)
    return add("agreed_dates", made)(dossier)


def _outcomes(dossier: Dossier, recorded: Recorded) -> Dossier:
    for item_id, outcome in recorded.outcomes:
        present = next((item for item in dossier.proposed_decisions if item.id == item_id), None)
        if present is not None and present.outcome is not outcome:
            dossier = change("proposed_decisions", present, replace(present, outcome=outcome))(dossier)
    return dossier


def _questions(dossier: Dossier, recorded: Recorded) -> Dossier:
    for question in dossier.questions:
        if question.id not in recorded.question_ids:
            continue
        if recorded.kind is FactKind.QUESTIONS_ASKED:
            due = recorded.agreed.due if recorded.agreed is not None else question.answer_due
            after = replace(question, asked_on=recorded.on, asked_in_id=recorded.letter_id, answer_due=due)
        else:
            after = replace(question, answered_on=recorded.on, answered_in_id=recorded.paper_id)
        dossier = change("questions", question, after)(dossier)
    return dossier


def _letter(dossier: Dossier, recorded: Recorded) -> Dossier:
    """A letter that left the council gets the day and the way of sending; adopting and signing are acts of their own."""
    letter = next((item for item in dossier.letters if item.id == recorded.letter_id), None)
    sends = Asked.LETTER in NEEDS[recorded.kind] and recorded.kind not in {
        FactKind.ADOPTED,
        FactKind.SIGNED,
        FactKind.CONCEPT_SENT,
    }
    if letter is None:
        return dossier
    if recorded.kind is FactKind.SIGNED and letter.signed_on is None:
        after = replace(letter, signed_on=recorded.on, signed_by=(recorded.who,) if recorded.who else letter.signed_by)
        return change("letters", letter, after)(dossier)
    if sends and letter.sent_on is None:
        after = replace(letter, sent_on=recorded.on, sent_channel=recorded.how or letter.sent_channel)
        return change("letters", letter, after)(dossier)
    return dossier


def _home(dossier: Dossier, recorded: Recorded) -> str:
    return recorded.request_id if dossier.request(recorded.request_id) is not None else ""
