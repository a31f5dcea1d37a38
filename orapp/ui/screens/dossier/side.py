"""What matters now, at the right of a dossier: the clocks that run, what asks for attention, politics or organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from orapp.domain.assessment import Destination
from orapp.domain.derived import Deadline, DeadlineState
from orapp.domain.requests import PoliticalNote
from orapp.law.facts import FactKind
from orapp.law.plan import plan
from orapp.law.rule_keys import APPEAL, NULLITY, SUSPENSION
from orapp.texts.dates import relative_days, short_date
from orapp.ui.kit.cards import Card, Pairs, button, empty_hint, hairline
from orapp.ui.kit.labels import STATUTORY, NatureMark, Pill, text_label
from orapp.ui.kit.look import Tone
from orapp.ui.screens.dossier.procedure import party_words, quiet_words, tone_of
from orapp.ui.screens.dossier.step_parts import part_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from orapp.law.plan import PlannedAct, PlanStep
    from orapp.services.dossiers import DossierView
    from orapp.ui.kit.look import Look
    from orapp.ui.kit.workplace import Sentences

    Record = Callable[[tuple[FactKind, ...], str], None]

MOST_ATTENTION = 5
MOST_WEIGHING = 5
SHORT_NOTE = 24
"""A note of so many characters leaves room for the two acts on its line."""


def clocks_card(view: DossierView, request_id: str, look: Look, today: date, proof: Callable[[Deadline], None]) -> Card:
    """Suspension and appeal are two clocks; where neither runs, the nearest dates stand here."""
    running = [item for item in view.derived.deadlines if item.state is not DeadlineState.CLOSED]
    of_request = [item for item in running if item.request_id == request_id] or running
    clocks = [item for rule in (SUSPENSION, APPEAL, NULLITY) for item in of_request if item.rule == rule]
    heading = QCoreApplication.translate("side", "Maand na het besluit")
    if {SUSPENSION, APPEAL} <= {item.rule for item in clocks}:
        heading = QCoreApplication.translate("side", "Twee klokken")
    if not clocks:
        heading = QCoreApplication.translate("side", "Eerstvolgende termijnen")
        clocks = of_request[:3]
    card = Card(look, heading)
    if not clocks:
        card.body.addWidget(empty_hint(QCoreApplication.translate("side", "Er loopt geen termijn.")))
        return card
    for number, deadline in enumerate(clocks):
        if number:
            card.body.addWidget(hairline())
        sheet = button(QCoreApplication.translate("side", "Bewijsblad"), f"klok-bewijsblad-{number}", "link")
        sheet.setAccessibleName(QCoreApplication.translate("side", "Bewijsblad van {title}").format(title=deadline.title))
        sheet.clicked.connect(lambda _checked=False, shown=deadline: proof(shown))
        card.body.addLayout(_clock(deadline, look, today, sheet, number))
    return card


def _clock(deadline: Deadline, look: Look, today: date, sheet: QPushButton, number: int) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(look.px(2))
    first = QHBoxLayout()
    first.setSpacing(look.px(6))
    mark = QVBoxLayout()
    mark.addSpacing(look.px(4))
    mark.addWidget(NatureMark(deadline.nature, look))
    mark.addStretch(1)
    first.addLayout(mark)
    first.addWidget(text_label(f"{deadline.title} {deadline.subject}".strip(), "strong", wrap=True), 1)
    column.addLayout(first)
    second = QHBoxLayout()
    second.setSpacing(look.px(8))
    running = deadline.state is DeadlineState.RUNNING
    second.addWidget(text_label(_dates(deadline, today), wrap=True), 1)
    near = Pill(relative_days(deadline.act_by, today), tone_of(deadline, today) if running else Tone.PLAIN)
    second.addWidget(near, 0, Qt.AlignmentFlag.AlignTop)
    column.addLayout(second)
    notes = [deadline.ground or deadline.article]
    if deadline.state is DeadlineState.QUIET:
        notes.append(quiet_words(deadline))
    elif deadline.rule == APPEAL:
        notes.append(QCoreApplication.translate("side", "beroep schorst de uitvoering niet"))
    if deadline.dispute and deadline.safe_day is not None:
        notes.append(deadline.dispute)
    elif deadline.severity == "fatal" and running:
        # What it costs in one sentence; the whole stands with the reasons of the term.
        notes.append(deadline.missed.split(". ")[0].rstrip("."))
    note = text_label(" · ".join(note for note in notes if note), "quiet", wrap=True)
    _add_computation(column, deadline, number, sheet, note, beside=len(note.text()) <= SHORT_NOTE)
    return column


def _add_computation(
    column: QVBoxLayout, deadline: Deadline, number: int, sheet: QPushButton, note: QLabel, *, beside: bool
) -> None:
    """How the date was computed, folded away until asked for, and the way to the proof sheet: beside a short note, else below."""
    fold = button(QCoreApplication.translate("side", "Berekening"), f"klok-berekening-{number}", "link")
    fold.setCheckable(True)
    fold.setAccessibleName(QCoreApplication.translate("side", "Berekening van {title}").format(title=deadline.title))
    steps = text_label("\n".join(f"{place}. {step}" for place, step in enumerate(deadline.steps, start=1)), "small", wrap=True)
    steps.setObjectName(f"berekening-{number}")
    steps.hide()
    fold.toggled.connect(steps.setVisible)
    row = QHBoxLayout()
    if beside:
        row.addWidget(note, 1)
    else:
        column.addWidget(note)
        row.addStretch(1)
    if deadline.steps:
        row.addWidget(fold)
    row.addWidget(sheet)
    column.addLayout(row)
    column.addWidget(steps)


def _dates(deadline: Deadline, today: date) -> str:
    last = short_date(deadline.last_day, this_year=today.year)
    if deadline.safe_day is None:
        if deadline.nature == STATUTORY and deadline.shown:
            return deadline.shown
        who = party_words(deadline.actor)
        return QCoreApplication.translate("side", "{who} uiterlijk {last}").format(who=who, last=last).strip()
    if deadline.safe_day == deadline.last_day:
        return QCoreApplication.translate("side", "uiterlijk {last}").format(last=last)
    safe = short_date(deadline.safe_day, this_year=today.year)
    return QCoreApplication.translate("side", "veilig {safe} · uiterst {last}").format(safe=safe, last=last)


def plan_card(
    view: DossierView, request_id: str, look: Look, today: date, steps: Sequence[PlanStep], record: Record
) -> Card | None:
    """The plan inside the month of a fatal term that runs; None where none runs. It is the council's plan, no term of the act.

    A step that was recorded since the notice is ticked; ticking another one asks what it needs.
    """
    running = [
        item
        for item in view.derived.deadlines
        if item.state is DeadlineState.RUNNING and item.rule in {APPEAL, NULLITY} and item.request_id == request_id
    ]
    deadline = min(running, key=lambda item: item.act_by, default=None)
    if deadline is None or deadline.safe_day is None:
        return None
    course = next((one for one in view.procedures if one.request.id == request_id), None)
    facts = [fact for fact in course.facts if fact.on >= deadline.start] if course is not None else []
    noted = {event.text for event in view.dossier.events if event.kind is FactKind.OTHER and event.on >= deadline.start}
    card = Card(look, QCoreApplication.translate("side", "Plan binnen de maand"))
    for act in plan(deadline.start, deadline.safe_day, steps):
        kinds = plan_kinds(act.step.key, deadline.rule)
        # While this month runs, a petition or letter that was recorded was against another decision.
        done = [] if act.step.key == "petition" else [fact.on for fact in facts if fact.kind in kinds]
        ticked = bool(done) or act.step.title in noted
        card.body.addLayout(_planned(act, look, today, ticked=ticked, record=record, kinds=kinds))
    words = QCoreApplication.translate("side", "eigen plan van de OR, geen wettelijke termijn; vakantie schort niets op")
    card.body.addWidget(text_label(words, "quiet", wrap=True))
    return card


def plan_kinds(key: str, rule: str) -> tuple[FactKind, ...]:
    """The facts that do a step of the plan; none where it is only noted."""
    nullity = rule == NULLITY
    known: dict[str, tuple[FactKind, ...]] = {
        "notice": (FactKind.DECISION_NOTIFIED, FactKind.FOUND_OUT),
        "costs": (FactKind.COSTS_ANNOUNCED,),
        "lawyer": (FactKind.LAWYER_SPOKEN,),
        "resolution": (FactKind.NULLITY_RESOLVED,) if nullity else (FactKind.APPEAL_RESOLVED, FactKind.APPEAL_RENOUNCED),
        "settlement": (FactKind.SETTLED,),
        "petition": (FactKind.NULLITY_INVOKED,) if nullity else (FactKind.APPEAL_FILED,),
    }
    return known.get(key, ())


def _planned(
    act: PlannedAct, look: Look, today: date, *, ticked: bool, record: Record, kinds: tuple[FactKind, ...]
) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(look.px(6))
    tick = QCheckBox(short_date(act.on, this_year=today.year))
    tick.setObjectName(f"plan-{act.step.key}")
    tick.setChecked(ticked)
    tick.setAccessibleName(f"{short_date(act.on, this_year=today.year)}: {act.step.title}")
    tick.setToolTip(act.step.note or act.step.article)
    tick.setMinimumWidth(look.px(96))

    def ask() -> None:
        # What was recorded decides the tick, not the mouse.
        tick.setChecked(ticked)
        record(kinds or (FactKind.OTHER,), "" if kinds else act.step.title)

    tick.clicked.connect(ask)
    row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
    late = not ticked and act.on < today
    row.addWidget(text_label(act.step.title, "quiet" if ticked else "", wrap=True, tone=Tone.ATTENTION if late else None), 1)
    return row


def attention_card(view: DossierView, look: Look, opened: Callable[[str], None]) -> Card | None:
    """What keeps asking for attention, the most pressing first, each with the way to its place; None when nothing does."""
    found = view.derived.summary.attention
    if not found:
        return None
    card = Card(look, QCoreApplication.translate("side", "Vraagt aandacht"))
    for number, item in enumerate(found[:MOST_ATTENTION]):
        if number:
            card.body.addWidget(hairline())
        card.body.addWidget(text_label(item.text, wrap=True))
        if part_of(view.dossier, item.item_id) is not None:
            way = button(QCoreApplication.translate("side", "Openen"), f"aandacht-{number}", "link")
            way.setAccessibleName(QCoreApplication.translate("side", "Openen: {what}").format(what=item.text))
            way.clicked.connect(lambda _checked=False, item_id=item.item_id: opened(item_id))
            card.body.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
    if len(found) > MOST_ATTENTION:
        more = QCoreApplication.translate("side", "en nog {count}; zie Verloop").format(count=len(found) - MOST_ATTENTION)
        card.body.addWidget(text_label(more, "quiet"))
    return card


def weighs_card(view: DossierView, request_id: str, look: Look, texts: Sentences) -> Card | None:
    """What weighs now: the objections that stand or became something else, and what became of the alternatives."""
    dossier = view.dossier
    rows: list[tuple[str, str, Tone | None]] = [
        (f"O{item.number}", f"{_short(item.text)} · {texts.label(item.destination)}", None)
        for item in dossier.objections
        if item.request_id in {"", request_id} and item.destination is not Destination.CURED
    ]
    rows += [
        (f"A{item.number}", f"{_short(item.text)} · {_short(item.result)}", None)
        for item in dossier.alternatives
        if item.request_id in {"", request_id} and item.result
    ]
    if not rows:
        return None
    card = Card(look, QCoreApplication.translate("side", "Dit weegt nu"))
    card.body.addWidget(Pairs(look, rows[:MOST_WEIGHING], 34))
    if len(rows) > MOST_WEIGHING:
        more = QCoreApplication.translate("side", "en nog {count}; zie Vragen en beoordeling").format(
            count=len(rows) - MOST_WEIGHING
        )
        card.body.addWidget(text_label(more, "quiet", wrap=True))
    return card


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rsplit(' ', 1)[0]}…"


def politics_card(view: DossierView, request_id: str, look: Look) -> Card | None:
    """Art. 46d onder b: the views of director and council apart; None where nothing was recorded."""
    noted = [
        (f"B{item.number}", item.political)
        for item in view.dossier.proposed_decisions
        if item.political is not None and item.request_id == request_id
    ]
    if not noted:
        return None
    card = Card(look, QCoreApplication.translate("side", "Politiek of organisatie?"))
    rows: list[tuple[str, str, Tone | None]] = []
    for code, note in noted:
        rows += _views(code, note)
    card.body.addWidget(Pairs(look, rows, 110))
    card.body.addWidget(
        text_label(QCoreApplication.translate("side", "art. 46d onder b WOR · termijnen lopen door"), "quiet", wrap=True)
    )
    return card


def _views(code: str, note: PoliticalNote) -> list[tuple[str, str, Tone | None]]:
    nothing = QCoreApplication.translate("side", "niet vastgelegd")
    director = QCoreApplication.translate("side", "{code} bestuurder").format(code=code)
    council = QCoreApplication.translate("side", "{code} OR").format(code=code)
    return [(director, note.director_view or nothing, None), (council, note.council_view or nothing, None)]
