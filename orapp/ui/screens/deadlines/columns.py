"""The columns of the list of terms, and how a term stands on the line of time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication

from orapp.law.facts import Party
from orapp.services.rows import DeadlineRow
from orapp.texts.dates import near_date, relative_days, with_short_months
from orapp.ui.kit.labels import nature_word
from orapp.ui.kit.look import Tone
from orapp.ui.kit.tables import Cell, Column
from orapp.ui.kit.timeline import Span

NEAR_DAYS = 7
CLOSED, QUIET = "closed", "quiet"
Today = Callable[[], date]


def actor_word(actor: str) -> str:
    """Who must act, in one word."""
    match actor:
        case Party.COUNCIL.value:
            return QCoreApplication.translate("terms", "OR")
        case Party.DIRECTOR.value:
            return QCoreApplication.translate("terms", "bestuurder")
        case Party.ENTREPRENEUR.value:
            return QCoreApplication.translate("terms", "ondernemer")
        case Party.COURT.value:
            return QCoreApplication.translate("terms", "rechter")
        case _:
            return QCoreApplication.translate("terms", "niemand")


def ground_words(row: DeadlineRow) -> str:
    """What a term rests on, with the word of where it comes from before it unless it begins so."""
    word, ground = nature_word(row.nature), row.ground or row.article
    return ground if ground.startswith(word) else f"{word} · {ground}"


def tone_of_row(row: DeadlineRow, today: date) -> Tone:
    """How pressing a term is: by its consequence, and red from the seventh day of a fatal month on (practice.md 5)."""
    away = (row.act_by - today).days
    if row.state in {CLOSED, QUIET}:
        return Tone.PLAIN
    if away < 0:
        return Tone.DANGER
    if row.severity == "fatal":
        return Tone.DANGER if (today - row.start).days >= NEAR_DAYS or away <= NEAR_DAYS else Tone.ATTENTION
    if row.severity == "grave":
        return Tone.DANGER if away <= NEAR_DAYS else Tone.ATTENTION
    return Tone.ATTENTION if away <= NEAR_DAYS else Tone.PLAIN


def span_of(row: DeadlineRow, today: date) -> Span:
    """A term on the line of time."""
    return Span(
        start=row.start,
        act_by=row.act_by,
        last_day=row.last_day,
        nature=row.nature,
        tone=tone_of_row(row, today),
        closed=row.state == CLOSED,
    )


def list_columns(today: Today) -> list[Column[DeadlineRow]]:
    """The columns of the list."""
    return [
        Column(
            key="safe",
            title=QCoreApplication.translate("terms", "Veilig"),
            cell=lambda row: _safe(row, today()),
            pixels=84,
            export=lambda row: row.safe_day,
        ),
        Column(
            key="last",
            title=QCoreApplication.translate("terms", "Uiterst"),
            cell=lambda row: _last(row, today()),
            pixels=86,
            export=lambda row: row.last_day,
        ),
        Column(key="dossier", title=QCoreApplication.translate("terms", "Dossier"), cell=_dossier, weight=6),
        Column(key="what", title=QCoreApplication.translate("terms", "Wat"), cell=_what, weight=6),
        Column(
            key="ground",
            title=QCoreApplication.translate("terms", "Grond"),
            cell=_ground,
            weight=5,
            export=_ground_on_paper,
        ),
        Column(
            key="actor",
            title=QCoreApplication.translate("terms", "Aan zet"),
            cell=lambda row: Cell(text=actor_word(row.actor)),
            pixels=90,
            hidden=True,
        ),
        Column(
            key="near",
            title=QCoreApplication.translate("terms", "Stand, aan zet"),
            cell=lambda row: _near(row, today()),
            pixels=128,
        ),
    ]


def line_columns(today: Today) -> list[Column[DeadlineRow]]:
    """The columns beside the line of time; the line says its days to who does not see it."""
    return [
        Column(key="what", title=QCoreApplication.translate("terms", "Wat"), cell=_named, weight=4),
        Column(key="line", title=QCoreApplication.translate("terms", "Tijdlijn"), cell=lambda row: _days(row, today()), weight=9),
    ]


def _safe(row: DeadlineRow, today: date) -> Cell:
    if row.safe_day is None:
        return Cell(text="–", quiet=True)
    closed = row.state == CLOSED
    danger = not closed and tone_of_row(row, today) is Tone.DANGER
    text = near_date(row.safe_day, today)
    return Cell(text=text, strong=not closed, quiet=closed, tone=Tone.DANGER if danger else None)


def _last(row: DeadlineRow, today: date) -> Cell:
    second = QCoreApplication.translate("terms", "niet zeker") if row.disputed else ""
    return Cell(text=near_date(row.last_day, today), second=second, quiet=row.state == CLOSED)


def _dossier(row: DeadlineRow) -> Cell:
    return Cell(text=row.reference, second=row.dossier_title, quiet=row.state == CLOSED, ends=True)


def _what(row: DeadlineRow) -> Cell:
    title = f"{row.title} {row.subject}".strip()
    return Cell(text=title, second=row.closed_because if row.state == CLOSED else "", quiet=row.state == CLOSED)


def _ground(row: DeadlineRow) -> Cell:
    return Cell(text=with_short_months(ground_words(row)), nature=row.nature, quiet=True)


def _ground_on_paper(row: DeadlineRow) -> str:
    """The ground as it leaves the window: the day stays a day there, so what is not certain of it is said here."""
    words = ground_words(row)
    return QCoreApplication.translate("terms", "{ground}; laatste dag niet zeker").format(ground=words) if row.disputed else words


def _near(row: DeadlineRow, today: date) -> Cell:
    who = actor_word(row.actor)
    if row.state == CLOSED:
        return Cell(text=QCoreApplication.translate("terms", "afgesloten"), pill=Tone.PLAIN)
    if row.state == QUIET:
        return Cell(text=QCoreApplication.translate("terms", "rustig"), second=who, pill=Tone.PLAIN)
    return Cell(text=relative_days(row.act_by, today), second=who, pill=tone_of_row(row, today))


def _named(row: DeadlineRow) -> Cell:
    closed = row.state == CLOSED
    return Cell(text=f"{row.title} {row.subject}".strip(), second=f"{row.reference} {row.dossier_title}", quiet=closed)


def _days(row: DeadlineRow, today: date) -> Cell:
    """The same as the line, in words."""
    start, last = (near_date(day, today) for day in (row.start, row.last_day))
    if row.safe_day is None or row.safe_day == row.last_day:
        words = QCoreApplication.translate("terms", "van {start} t/m {last}").format(start=start, last=last)
    else:
        safe = near_date(row.safe_day, today)
        words = QCoreApplication.translate("terms", "van {start}, veilig t/m {safe}, uiterlijk {last}").format(
            start=start, safe=safe, last=last
        )
    return Cell(text=words, second=_near(row, today).text, nature=row.nature)
