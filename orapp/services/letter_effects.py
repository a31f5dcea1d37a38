"""What the sending of a letter makes of the dossier beside its events: questions asked, a date proposed, costs announced.

Each is a pure step. It fills in what nobody had filled in and never changes what stands; undoing the sending takes it back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from orapp.domain.assessment import Expert
from orapp.domain.dossier import Dossier, code
from orapp.domain.editing import with_items
from orapp.domain.letters import Letter
from orapp.domain.papers import AgreedDate
from orapp.law.facts import Party, ProcedureKind
from orapp.law.rule_keys import AGREED_ADVICE, AGREED_CONSENT, OWN
from orapp.letters.content import CodedList, LetterContent

_ASKING = frozenset({"questions", "asked"})
_QUESTION = re.compile(r"(?<!\w)Q[1-9]\d*(?!\w)")

Effect = Callable[[Dossier, Letter, LetterContent, Callable[[], str]], Dossier]


def with_effects(dossier: Dossier, letter: Letter, content: LetterContent, new_id: Callable[[], str]) -> Dossier:
    """The dossier after a letter of this kind left; unchanged where its kind makes nothing more."""
    effect = EFFECTS.get(letter.kind)
    return effect(dossier, letter, content, new_id) if effect is not None and letter.sent_on is not None else dossier


def shown_items(content: LetterContent) -> frozenset[str]:
    """The ids of the items that stand in a letter with their code."""
    return frozenset(
        item.key
        for section in content.sections
        for block in section.blocks
        if isinstance(block, CodedList)
        for item in block.items
    )


def _asked(dossier: Dossier, letter: Letter, content: LetterContent, new_id: Callable[[], str]) -> Dossier:
    """The questions that the letter asks were asked with it (letters.md A2); those of an earlier round keep their day."""
    shown = shown_items(content)
    named = {
        found
        for section in content.sections
        if section.key in _ASKING
        for block in section.blocks
        if not isinstance(block, CodedList)
        for found in _QUESTION.findall(getattr(block, "text", ""))
    }
    questions = tuple(
        replace(item, asked_on=letter.sent_on, asked_in_id=letter.paper_id, answer_due=item.answer_due or letter.reply_due)
        if item.asked_on is None and (item.id in shown or code("questions", item) in named)
        else item
        for item in dossier.questions
    )
    return with_items(dossier, "questions", questions)


def _proposed(dossier: Dossier, letter: Letter, content: LetterContent, new_id: Callable[[], str]) -> Dossier:
    """The new date is proposed and not agreed: the old one stays the alarm until a paper confirms it (practice.md 1.8)."""
    due = _day(letter, "proposed")
    request = dossier.request(letter.request_id)
    if due is None or request is None:
        return dossier
    rule = {ProcedureKind.ADVICE: AGREED_ADVICE, ProcedureKind.CONSENT: AGREED_CONSENT}.get(request.legal, OWN)
    standing = [
        one
        for one in dossier.agreed_dates
        if one.request_id == request.id and one.rule == rule and not one.replaced_by_id and one.cancelled is None
    ]
    if any(one.due == due for one in standing):
        return dossier
    old = max(standing, key=lambda one: one.due, default=None)
    proposed = AgreedDate(
        id=new_id(),
        subject=old.subject if old is not None else "antwoord van de OR",
        rule=rule,
        due=due,
        request_id=request.id,
        asked_by=Party.COUNCIL,
        recorded_in_id=letter.paper_id,
    )
    dates = tuple(
        replace(one, replaced_by_id=proposed.id) if old is not None and one.id == old.id else one for one in dossier.agreed_dates
    )
    return with_items(dossier, "agreed_dates", (*dates, proposed))


def _recorded(dossier: Dossier, letter: Letter, content: LetterContent, new_id: Callable[[], str]) -> Dossier:
    """A commitment that no paper held is recorded in this letter (letters.md A5)."""
    shown = shown_items(content)
    commitments = tuple(
        replace(item, recorded_in_id=letter.paper_id)
        if item.id in shown and not item.recorded_in_id and not item.recorded_in.strip()
        else item
        for item in dossier.commitments
    )
    return with_items(dossier, "commitments", commitments)


def _announced(dossier: Dossier, letter: Letter, content: LetterContent, new_id: Callable[[], str]) -> Dossier:
    """The expert of the letter was announced with it (art. 22 lid 2)."""
    expert = _expert_of(dossier, letter, content)
    if expert is None or expert.announced_on is not None:
        return dossier
    experts = tuple(replace(one, announced_on=letter.sent_on) if one.id == expert.id else one for one in dossier.experts)
    return with_items(dossier, "experts", experts)


def _expert_of(dossier: Dossier, letter: Letter, content: LetterContent) -> Expert | None:
    """The expert that the letter was begun from or names, else the only one of its request."""
    keys = [block.key for section in content.sections for block in section.blocks]
    named = [one for one in dossier.experts if any(key.endswith(f".{one.id}") for key in keys)]
    chosen = [one for one in dossier.experts if one.id in letter.about_ids]
    mine = [one for one in dossier.experts if one.request_id in {"", letter.request_id}]
    found = chosen or named or mine
    return found[0] if len(found) == 1 else None


def _day(letter: Letter, key: str) -> date | None:
    value = next((one.value for one in letter.fields if one.key == key), "")
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        return None


EFFECTS: Mapping[str, Effect] = MappingProxyType(
    {"A2": _asked, "A3": _asked, "A4": _proposed, "A5": _recorded, "A12c": _recorded, "A13": _announced}
)
"""What each kind of letter makes when it is sent. A message to the staff (A17) makes nothing: it publishes nothing itself."""
