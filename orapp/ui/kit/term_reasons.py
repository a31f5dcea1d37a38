"""Why a term is what it is, row by row: how it was counted, what moved it, what is doubtful, what missing it means."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from orapp.domain.derived import Deadline
from orapp.texts.dates import long_date
from orapp.ui.kit.labels import nature_word
from orapp.ui.kit.look import Tone

Reason = tuple[str, str, Tone | None]


def term_reasons(deadline: Deadline) -> list[Reason]:
    """The rows that have something to say, doubts marked as such."""
    later = "\n".join(f"{long_date(day)}: {why}" for day, why in deadline.arguable)
    warning = deadline.warning if deadline.warning not in deadline.dispute else ""
    ground = f"{nature_word(deadline.nature)} · {deadline.ground or deadline.article}"
    rows: list[Reason] = [
        (QCoreApplication.translate("term", "In één zin"), deadline.shown, None),
        (QCoreApplication.translate("term", "Begin"), f"{long_date(deadline.start)}: {deadline.start_event}", None),
        (QCoreApplication.translate("term", "Berekening"), "\n".join(deadline.steps), None),
        (QCoreApplication.translate("term", "Grond"), ground, None),
        (QCoreApplication.translate("term", "Verschoven door"), ", ".join(deadline.moved_by), None),
        (QCoreApplication.translate("term", "Niet zeker"), deadline.dispute, Tone.ATTENTION),
        (QCoreApplication.translate("term", "Verdedigbaar, vraag een advocaat"), later, Tone.ATTENTION),
        (QCoreApplication.translate("term", "Let op"), warning, Tone.ATTENTION),
        (QCoreApplication.translate("term", "Als deze wordt gemist"), deadline.missed, None),
    ]
    if deadline.closed_on is not None:
        closed = f"{long_date(deadline.closed_on)}: {deadline.closed_because}"
        rows.append((QCoreApplication.translate("term", "Afgesloten"), closed, None))
    return [row for row in rows if row[1]]
