"""What recording something would lead to: which terms begin, move or end, what comes next and what is said about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from orapp.domain.council import CouncilKind
from orapp.domain.derivation import PROMISES, derive_whole
from orapp.domain.derived import Attention, Deadline, DeadlineState
from orapp.domain.dossier import Dossier
from orapp.domain.needs import Recorded
from orapp.domain.recording import record
from orapp.law.book import LawBook
from orapp.law.facts import Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """What a recorded fact leads to, seen from today.

    `begun` are terms that run now and did not, or run with another date; `ended` are those that ran and are closed or quiet
    now. `planned` says that the day lies after today: then nothing counts yet.
    """

    begun: tuple[Deadline, ...]
    ended: tuple[Deadline, ...]
    next_step: str
    turn: Party
    attention: tuple[Attention, ...]
    planned: bool


def consequence(
    dossier: Dossier,
    recorded: Recorded,
    law: Callable[[], LawBook],
    today: date,
    new_id: Callable[[], str],
    keeper: CouncilKind = CouncilKind.OR,
) -> Consequence:
    """Derives the dossier as it would be, and holds it beside the dossier as it is. Nothing is kept."""
    book = law()
    before, _ = derive_whole(dossier, book, today, keeper)
    after, procedures = derive_whole(record(dossier, recorded, new_id), book, today, keeper)
    ran = {_term(item): item for item in before.deadlines if item.state is DeadlineState.RUNNING}
    runs = {_term(item): item for item in after.deadlines if item.state is DeadlineState.RUNNING}
    stands = [item for item in after.deadlines if item.state is not DeadlineState.RUNNING]
    known = {(item.code, item.text) for item in before.summary.attention}
    own = next((course.state for course in procedures if course.request.id == recorded.request_id), None)
    step = own.next_step if own is not None else None
    return Consequence(
        begun=tuple(item for key, item in runs.items() if key not in ran and not item.key.startswith(PROMISES)),
        ended=tuple(item for item in stands if any(_same(item, old) for key, old in ran.items() if key not in runs)),
        next_step=step.step.act if step is not None else "",
        turn=own.turn if own is not None else after.summary.turn,
        attention=tuple(item for item in after.summary.attention if (item.code, item.text) not in known),
        planned=recorded.on > today,
    )


def _term(deadline: Deadline) -> tuple[str, str, tuple[str, ...], date]:
    """A term by what it is and when it ends: items get new identities on each look, so that keys do not stay the same."""
    return deadline.rule, deadline.request_id, deadline.decision_ids, deadline.act_by


def _same(closed: Deadline, ran: Deadline) -> bool:
    return (closed.rule, closed.request_id, closed.start) == (ran.rule, ran.request_id, ran.start)
