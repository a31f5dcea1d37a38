"""Commands that look: dossiers, one dossier, deadlines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from orapp.cli.own_words import OwnWords
from orapp.cli.session import Session
from orapp.cli.writing import as_json, line, table
from orapp.domain.derived import Deadline, DeadlineState
from orapp.services.desk import Desk
from orapp.services.dossiers import DossierView
from orapp.services.rows import DeadlineQuery, DeadlineRow, DossierOrder, DossierQuery, DossierRow
from orapp.texts.dates import long_date, plain_date, relative_days, short_date

PAGE = 500
ALL_DEADLINES = 100_000


def dossiers(session: Session) -> int:
    """List every dossier of the archive, by reference."""
    with session.listing() as desk:
        rows = list(_rows(desk))
        labels = OwnWords(session.program.texts, desk.keeper)
    if session.arguments.json:
        as_json([_dossier_object(row) for row in rows])
        return 0
    if not rows:
        line(session.say("cli.no_dossiers"))
        return 0
    today = session.program.clock.today()
    table(
        ("kenmerk", "soort", "fase", "eerste datum", "titel"),
        [
            (
                row.reference,
                labels.label(row.kind),
                row.phase_label or labels.label(row.status),
                short_date(row.next_deadline, this_year=today.year) if row.next_deadline else "",
                row.title,
            )
            for row in rows
        ],
    )
    return 0


def show(session: Session) -> int:
    """Show one dossier: phase, whose turn, next step, deadlines and the course of events."""
    with session.reading() as desk:
        view = desk.dossiers.view(session.arguments.reference)
        exported = desk.dossiers.export(session.arguments.reference) if session.arguments.json else b""
    if session.arguments.json:
        as_json(_view_object(view, json.loads(exported)))
        return 0
    _show_head(session, view)
    _show_deadlines(session, view)
    _show_events(session, view)
    return 0


def deadlines(session: Session) -> int:
    """List the running deadlines of all dossiers, nearest first."""
    with session.listing() as desk:
        rows = desk.dossiers.deadlines(DeadlineQuery(limit=ALL_DEADLINES))
        labels = OwnWords(session.program.texts, desk.keeper)
    if session.arguments.json:
        as_json([_deadline_object(row) for row in rows])
        return 0
    if not rows:
        line(session.say("cli.no_deadlines"))
        return 0
    today = session.program.clock.today()
    table(
        ("kenmerk", "wie", "werk met", "", "laatste dag", "gevolg", "aard", "termijn"),
        [
            (
                row.reference,
                labels.label_of("Party", row.actor),
                short_date(row.safe_day or row.plain_end, this_year=today.year),
                relative_days(row.safe_day or row.plain_end, today),
                f"{short_date(row.last_day, this_year=today.year)}{'?' if row.disputed else ''}",
                labels.label_of("Severity", row.severity),
                labels.label_of("TermNature", row.nature),
                " · ".join(part for part in (row.title, row.subject, row.article) if part),
            )
            for row in rows
        ],
    )
    return 0


def _rows(desk: Desk) -> Iterator[DossierRow]:
    query = DossierQuery(order=DossierOrder.REFERENCE, limit=PAGE)
    while True:
        page = desk.dossiers.page(query)
        yield from page.rows
        if not page.more or not page.rows:
            return
        query = DossierQuery(order=DossierOrder.REFERENCE, limit=PAGE, after=page.rows[-1].key)


def _dossier_object(row: DossierRow) -> dict[str, object]:
    return {
        "reference": row.reference,
        "title": row.title,
        "kind": row.kind.value,
        "phase": row.phase,
        "next_step": row.next_step,
        "next_deadline": row.next_deadline,
    }


def _deadline_object(row: DeadlineRow) -> dict[str, object]:
    return {
        "reference": row.reference,
        "dossier": row.dossier_title,
        "rule": row.rule,
        "title": row.title,
        "subject": row.subject,
        "article": row.article,
        "nature": row.nature,
        "severity": row.severity,
        "actor": row.actor,
        "ground": row.ground,
        "start": row.start,
        "plain_end": row.plain_end,
        "last_day": row.last_day,
        "safe_day": row.safe_day,
        "disputed": row.disputed,
        "state": row.state,
        "shown": row.shown,
    }


def _view_object(view: DossierView, exported: object) -> dict[str, object]:
    summary = view.derived.summary
    return {
        "reference": view.dossier.reference,
        "title": view.dossier.title,
        "kind": view.dossier.kind.value,
        "status": view.dossier.status.value,
        "phase": summary.phase,
        "phase_label": summary.phase_label,
        "turn": summary.turn.value,
        "next_step": summary.next_step,
        "next_deadline": summary.next_deadline.act_by if summary.next_deadline else None,
        "attention": [{"code": item.code, "text": item.text} for item in summary.attention],
        "deadlines": [_derived_object(deadline) for deadline in view.derived.deadlines],
        "dossier": exported,
    }


def _derived_object(deadline: Deadline) -> dict[str, object]:
    return {
        "rule": deadline.rule,
        "title": deadline.title,
        "subject": deadline.subject,
        "article": deadline.article,
        "nature": deadline.nature,
        "severity": deadline.severity,
        "actor": deadline.actor.value,
        "ground": deadline.ground,
        "start": deadline.start,
        "start_event": deadline.start_event,
        "plain_end": deadline.plain_end,
        "last_day": deadline.last_day,
        "safe_day": deadline.safe_day,
        "disputed": deadline.disputed,
        "dispute": deadline.dispute,
        "steps": list(deadline.steps),
        "missed": deadline.missed,
        "state": deadline.state.value,
        "closed_because": deadline.closed_because,
        "arguable": [{"start": start, "why": why} for start, why in deadline.arguable],
        "warning": deadline.warning,
        "shown": deadline.shown,
    }


def _show_head(session: Session, view: DossierView) -> None:
    labels, summary = OwnWords(session.program.texts, view.keeper), view.derived.summary
    line(f"{view.dossier.reference}  {view.dossier.title}")
    phase = summary.phase_label or labels.label(view.dossier.status)
    line(session.say("cli.show_head", kind=labels.label(view.dossier.kind), phase=phase, turn=labels.label(summary.turn)))
    if summary.next_step:
        line(session.say("cli.show_next", step=summary.next_step))
    for item in summary.attention:
        line(f"! {item.text}")


def _show_deadlines(session: Session, view: DossierView) -> None:
    labels, today = OwnWords(session.program.texts, view.keeper), session.program.clock.today()
    if not view.derived.deadlines:
        return
    line()
    line(session.say("cli.show_deadlines"))
    for deadline in view.derived.deadlines:
        about = " · ".join(part for part in (deadline.title, deadline.subject, deadline.article) if part)
        if deadline.state is DeadlineState.CLOSED:
            line(f"- {about}: {labels.label(deadline.state)}. {deadline.closed_because}")
            continue
        line(f"- {about}: {deadline.shown} ({relative_days(deadline.act_by, today)})")
        reasons = dict.fromkeys(reason for reason in (long_date(deadline.start), deadline.start_event, deadline.ground) if reason)
        line(session.say("cli.show_because", reasons=", ".join(reasons)), indent=2)
        if deadline.dispute:
            line(f"{session.say('cli.mind')} {deadline.dispute}", indent=2)


def _show_events(session: Session, view: DossierView) -> None:
    if not view.dossier.events:
        return
    line()
    line(session.say("cli.show_events"))
    for event in sorted(view.dossier.events, key=lambda event: (event.on, event.position)):
        line(f"- {_span(event.on, event.until)}: {event.text}")


def _span(first: date, last: date | None) -> str:
    return plain_date(first) if last is None or last == first else f"{plain_date(first)} - {plain_date(last)}"
