"""The columns of the list of dossiers, and which of them the archive can sort by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from orapp.law.facts import Party
from orapp.services.rows import DossierOrder, DossierRow
from orapp.texts.dates import relative_days, short_date
from orapp.ui.kit.look import Tone
from orapp.ui.kit.tables import Cell, Column
from orapp.ui.kit.workplace import capital

if TYPE_CHECKING:
    from orapp.ui.kit.workplace import Workplace

ORDERS = {
    "reference": DossierOrder.REFERENCE,
    "title": DossierOrder.TITLE,
    "phase": DossierOrder.PHASE,
    "deadline": DossierOrder.NEXT_DEADLINE,
}
"""The order behind each heading; the others do not sort."""

NEAR_DAYS = 7


def dossier_columns(place: Workplace) -> list[Column[DossierRow]]:
    """Reference, title with kind, phase, whose turn, next step, and the nearest date with what it is."""
    return [
        Column(key="reference", title=_tr_reference(), cell=lambda row: Cell(text=row.reference, quiet=True), pixels=88),
        Column(key="title", title=_tr_title(), cell=lambda row: _title(row, place), weight=9),
        Column(key="phase", title=_tr_phase(), cell=lambda row: Cell(text=row.phase_label, quiet=True), pixels=92),
        Column(key="turn", title=_tr_turn(), cell=_turn, pixels=96),
        Column(key="step", title=_tr_step(), cell=lambda row: Cell(text=capital(row.next_step)), weight=5),
        Column(key="deadline", title=_tr_deadline(), cell=lambda row: _deadline(row, place), weight=5),
    ]


def _tr_reference() -> str:
    return QCoreApplication.translate("dossiers", "Kenmerk")


def _tr_title() -> str:
    return QCoreApplication.translate("dossiers", "Dossier")


def _tr_phase() -> str:
    return QCoreApplication.translate("dossiers", "Fase")


def _tr_turn() -> str:
    return QCoreApplication.translate("dossiers", "Aan zet")


def _tr_step() -> str:
    return QCoreApplication.translate("dossiers", "Volgende stap")


def _tr_deadline() -> str:
    return QCoreApplication.translate("dossiers", "Eerste termijn")


def _title(row: DossierRow, place: Workplace) -> Cell:
    marks = [capital(place.texts.label(row.kind))]
    if row.secret:
        marks.append(QCoreApplication.translate("dossiers", "geheim"))
    if row.attention:
        marks.append(
            QCoreApplication.translate("dossiers", "1 aandachtspunt")
            if row.attention == 1
            else QCoreApplication.translate("dossiers", "{count} aandachtspunten").format(count=row.attention)
        )
    return Cell(text=row.title, second=" · ".join(marks), strong=True)


def _turn(row: DossierRow) -> Cell:
    match row.turn:
        case Party.COUNCIL.value:
            return Cell(text=QCoreApplication.translate("dossiers", "OR"), strong=True)
        case Party.DIRECTOR.value:
            return Cell(text=QCoreApplication.translate("dossiers", "bestuurder"))
        case Party.ENTREPRENEUR.value:
            return Cell(text=QCoreApplication.translate("dossiers", "ondernemer"))
        case Party.COURT.value:
            return Cell(text=QCoreApplication.translate("dossiers", "rechter"))
        case _:
            return Cell(text=QCoreApplication.translate("dossiers", "niemand"), quiet=True)


def _deadline(row: DossierRow, place: Workplace) -> Cell:
    today = place.today()
    day = row.next_deadline
    if day is None:
        return Cell(text=QCoreApplication.translate("dossiers", "geen datum"), quiet=True)
    away = (day - today).days
    pressing = away < 0 or (row.deadline_severity in {"fatal", "grave"} and away <= NEAR_DAYS)
    words = f"{short_date(day, this_year=today.year)} · {relative_days(day, today)}"
    return Cell(
        text=words,
        second=row.deadline_title,
        strong=pressing,
        tone=Tone.DANGER if pressing else None,
        nature=row.deadline_nature,
    )
