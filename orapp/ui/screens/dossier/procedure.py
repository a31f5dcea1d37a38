"""Turns the state of a procedure into the steps that are shown, with what comes next and how pressing it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from orapp.domain.deadlines import COUNCIL_RULES
from orapp.domain.derivation import PROMISES
from orapp.domain.derived import Deadline, DeadlineState
from orapp.law.course import ADVICE_OUTCOMES, CONSENT_OUTCOMES
from orapp.law.facts import FactKind, Party
from orapp.law.procedures import StepState, StepStatus
from orapp.law.rule_keys import APPEAL, NULLITY
from orapp.texts.dates import long_date, relative_days, short_date
from orapp.ui.kit.labels import STATUTORY
from orapp.ui.kit.look import Tone
from orapp.ui.kit.steps import Progress, ShownStep
from orapp.ui.kit.workplace import capital

if TYPE_CHECKING:
    from orapp.law.procedures import ProcedureState
    from orapp.services.dossiers import DossierView

RESOLVED_ON_MONTH = frozenset({FactKind.APPEAL_RESOLVED, FactKind.APPEAL_RENOUNCED, FactKind.NULLITY_RESOLVED})
ANSWERING = frozenset({*ADVICE_OUTCOMES, *CONSENT_OUTCOMES})
MOST_STEPS = 10
RED_FROM_DAY = 7
QUARTER_DAYS = 92
EARLIER = "eerder"
NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True, kw_only=True)
class NextAct:
    """What the band says: what comes next, why, how pressing it is, and the deadline that it rests on.

    `asks` is False where nothing is to be done; `step` is the step of the procedure that it names, where it names one.
    """

    asks: bool
    what: str
    why: str
    tone: Tone
    deadline: Deadline | None
    step: StepState | None = None


def all_steps(state: ProcedureState, deadline: Deadline | None, today: date) -> tuple[ShownStep, ...]:
    """Every step of the procedure, in order, for the table and for the row."""
    return tuple(_shown(step, deadline, today) for step in state.steps)


def row_of_steps(state: ProcedureState, deadline: Deadline | None, today: date) -> tuple[ShownStep, ...]:
    """The steps that fit in a row: what was done, what is next, and what certainly follows; the oldest are taken together."""
    chosen = [
        step
        for step in state.steps
        if step.status in {StepStatus.DONE, StepStatus.CURRENT}
        or (step.status is StepStatus.OPEN and step.applies and not step.step.optional)
    ]
    current = next((number for number, step in enumerate(chosen) if step.status is StepStatus.CURRENT), len(chosen) - 1)
    surplus = max(0, min(len(chosen) - MOST_STEPS, current - 2))
    shown = [_shown(step, deadline, today) for step in chosen]
    if not surplus:
        return tuple(shown[:MOST_STEPS])
    hidden, rest = shown[: surplus + 1], shown[surplus + 1 :]
    done = sum(1 for step in hidden if step.progress is Progress.DONE)
    first = ShownStep(
        key=EARLIER,
        title=QCoreApplication.translate("procedure", "{count} eerdere stappen").format(count=done),
        note=hidden[0].note,
        progress=Progress.DONE,
        explanation=", ".join(step.title for step in hidden),
    )
    return (first, *rest[: MOST_STEPS - 1])


def _shown(state: StepState, deadline: Deadline | None, today: date) -> ShownStep:
    year = today.year
    note = _days(state.dates[-2:], year)
    tone = Tone.ACCENT
    if deadline is not None and _rests_on(state, deadline):
        note = _safe_note(deadline, today)
        tone = tone_of(deadline, today)
    return ShownStep(
        key=state.key,
        title=capital(state.title),
        note=note,
        progress=Progress(state.status.value),
        tone=tone,
        explanation=state.step.article,
    )


def _rests_on(state: StepState, deadline: Deadline) -> bool:
    """Whether this date stands at this step: the date for an answer at the answer, any other at what comes next."""
    if deadline.rule in COUNCIL_RULES:
        return bool(ANSWERING & set(state.step.kinds)) and state.status in {StepStatus.CURRENT, StepStatus.OPEN}
    return state.status is StepStatus.CURRENT


def _days(days: tuple[date, ...], year: int) -> str:
    """The days of a step, none of them broken over two lines; two days of one year name it once."""
    written = [short_date(day, this_year=day.year if other.year == day.year else year)[3:] for day, other in pairwise(days)]
    written += [short_date(day, this_year=year)[3:] for day in days[-1:]]
    return ", ".join(_unbroken(words) for words in written)


def _unbroken(words: str) -> str:
    return words.replace(" ", NO_BREAK)


def _safe_note(deadline: Deadline, today: date) -> str:
    day = _unbroken(short_date(deadline.act_by, this_year=today.year))
    if deadline.safe_day is not None:
        return QCoreApplication.translate("procedure", "veilig t/m {day}").format(day=day)
    return QCoreApplication.translate("procedure", "t/m {day}").format(day=day)


def quiet_words(deadline: Deadline) -> str:
    """Why a term that runs on asks nothing: followed advice, or a right that a PVT only has where it was agreed (art. 32)."""
    if deadline.closed_on is None:
        return QCoreApplication.translate("procedure", "alleen na een schriftelijke afspraak (art. 32 WOR)")
    return QCoreApplication.translate("procedure", "alleen nog bij nieuwe feiten")


def tone_of(deadline: Deadline, today: date) -> Tone:
    """How pressing a deadline is: by its consequence, and red from the seventh day of a fatal month on."""
    away = (deadline.act_by - today).days
    if deadline.state is not DeadlineState.RUNNING:
        return Tone.PLAIN
    if away < 0:
        return Tone.DANGER
    match deadline.severity:
        case "fatal":
            return Tone.DANGER if (today - deadline.start).days >= RED_FROM_DAY or away <= RED_FROM_DAY else Tone.ATTENTION
        case "grave":
            return Tone.DANGER if away <= RED_FROM_DAY else Tone.ATTENTION
        case _:
            return Tone.ATTENTION if away <= RED_FROM_DAY else Tone.ACCENT


def leading_deadline(view: DossierView, request_id: str, today: date) -> Deadline | None:
    """The deadline that the next step of a request rests on: a fatal one, else the nearest within a quarter; no promise."""
    running = [
        item
        for item in view.derived.deadlines
        if item.state is DeadlineState.RUNNING and item.request_id == request_id and not item.key.startswith(PROMISES)
    ]
    fatal = [item for item in running if item.severity == "fatal"]
    near = [item for item in running if (item.act_by - today).days <= QUARTER_DAYS]
    return min(fatal or near, key=lambda item: item.act_by, default=None)


def next_act(view: DossierView, state: ProcedureState | None, request_id: str, today: date, turn: str) -> NextAct:
    """What the band of a dossier says for one of its requests."""
    deadline = leading_deadline(view, request_id, today) or _late_promise(view, request_id, today)
    step = state.next_step if state is not None else None
    words = step.step.act if step is not None else ""
    if request_id == view.derived.summary.request_id and words != view.derived.summary.next_step:
        # Where something is promised or due, the summary does not close the dossier; the list says the same.
        step, words = None, view.derived.summary.next_step
    if not words and deadline is not None and deadline.key.startswith(PROMISES):
        words, turn = QCoreApplication.translate("procedure", "vraag naar {promise}").format(promise=deadline.ground), _council()
    if not words:
        what = QCoreApplication.translate("procedure", "In deze procedure is nu niets te doen")
        if state is None:
            what = QCoreApplication.translate("procedure", "Er is nu niets te doen")
    else:
        what = QCoreApplication.translate("procedure", "Volgende stap: {step}").format(step=words[:1].lower() + words[1:])
    if step is not None and step.decisions:
        what = f"{what} ({', '.join(step.decisions)})"
    parts = [QCoreApplication.translate("procedure", "aan zet: {who}").format(who=turn)] if turn else []
    if step is not None and step.step.article:
        parts.append(step.step.article)
    if deadline is not None:
        parts.insert(0, deadline_words(deadline, today))
        parts += _lacking(view, request_id, deadline)
    tone = tone_of(deadline, today) if deadline is not None else Tone.ACCENT
    if deadline is not None and deadline.key.startswith(PROMISES):
        tone = Tone.ATTENTION  # red is for a right that can be lost
    return NextAct(asks=bool(words), what=what, why=" · ".join(parts), tone=tone, deadline=deadline, step=step)


def standing(view: DossierView, state: ProcedureState, request_id: str) -> ProcedureState:
    """The state as the dossier shows it: while something is promised or due, closing is not yet what comes next."""
    summary, step = view.derived.summary, state.next_step
    if step is None or request_id != summary.request_id or step.step.act == summary.next_step:
        return state
    steps = tuple(replace(one, status=StepStatus.OPEN) if one.status is StepStatus.CURRENT else one for one in state.steps)
    return replace(state, steps=steps, next_step=None)


def _lacking(view: DossierView, request_id: str, deadline: Deadline) -> list[str]:
    """What a fatal month still lacks: a lawyer, and a resolution of the council (practice.md 5)."""
    if deadline.rule not in {APPEAL, NULLITY}:
        return []
    course = next((one for one in view.procedures if one.request.id == request_id), None)
    known = {fact.kind for fact in course.facts if fact.on >= deadline.start} if course is not None else set()
    said = []
    if FactKind.LAWYER_SPOKEN not in known:
        said.append(QCoreApplication.translate("procedure", "advocaat nog niet gesproken"))
    if not known & RESOLVED_ON_MONTH:
        said.append(QCoreApplication.translate("procedure", "nog geen OR-besluit"))
    return said


def _council() -> str:
    return party_words(Party.COUNCIL)


def _late_promise(view: DossierView, request_id: str, today: date) -> Deadline | None:
    """What was promised longest ago and is late: no dossier looks calm while it waits for that.

    The procedure that the summary speaks of answers for the whole dossier, another one only for its own promises.
    """
    leads = request_id == view.derived.summary.request_id
    late = [
        item
        for item in view.derived.deadlines
        if item.state is DeadlineState.RUNNING
        and item.key.startswith(PROMISES)
        and item.last_day < today
        and (leads or item.request_id == request_id)
    ]
    return min(late, key=lambda item: item.last_day, default=None)


def deadline_words(deadline: Deadline, today: date) -> str:
    """One deadline in a line: what, safe and last day with their weekday, and what missing it means when that is fatal."""
    last = long_date(deadline.last_day)
    if deadline.safe_day is None:
        name = capital(deadline.ground) if deadline.key.startswith(PROMISES) else deadline.title
        words = f"{name}: {_by_whom(deadline, last)}"
    elif deadline.safe_day == deadline.last_day:
        words = QCoreApplication.translate("procedure", "{title}: uiterlijk {last}").format(title=deadline.title, last=last)
    else:
        words = QCoreApplication.translate("procedure", "{title}: veilig t/m {safe}, uiterlijk {last}").format(
            title=deadline.title, safe=long_date(deadline.safe_day), last=last
        )
    return f"{words.rstrip('.')} ({relative_days(deadline.act_by, today)})"


def _by_whom(deadline: Deadline, last: str) -> str:
    """A day on which another must have acted: as the law tells it, or whoever promised it and the last day."""
    if deadline.nature == STATUTORY and deadline.shown:
        return deadline.shown
    who = party_words(deadline.actor)
    return QCoreApplication.translate("procedure", "{who} uiterlijk {last}").format(who=who, last=last).strip()


def party_words(party: Party) -> str:
    """Whose turn it is, short: OR, bestuurder, ondernemer, rechter; nobody gives nothing."""
    match party:
        case Party.COUNCIL:
            return QCoreApplication.translate("procedure", "OR")
        case Party.DIRECTOR:
            return QCoreApplication.translate("procedure", "bestuurder")
        case Party.ENTREPRENEUR:
            return QCoreApplication.translate("procedure", "ondernemer")
        case Party.COURT:
            return QCoreApplication.translate("procedure", "rechter")
        case Party.NOBODY:
            return ""
