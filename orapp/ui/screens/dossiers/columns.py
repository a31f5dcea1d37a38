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
    "kind": DossierOrder.KIND,
    "phase": DossierOrder.PHASE,
    "deadline": DossierOrder.NEXT_DEADLINE,
    "updated": DossierOrder.UPDATED,
}
"""The order behind each heading; the others do not sort."""

NEAR_DAYS = 7
BETWEEN_TAGS = ", "


def dossier_columns(place: Workplace) -> list[Column[DossierRow]]:
    """What the list shows of a dossier: phase, whose turn and attention apart, and what else a person may want to see."""
    texts = place.texts
    return [
        Column(
            key="reference",
            title=QCoreApplication.translate("dossiers", "Kenmerk"),
            cell=lambda row: Cell(text=row.reference, quiet=True),
            pixels=84,
        ),
        Column(
            key="title",
            title=QCoreApplication.translate("dossiers", "Dossier"),
            cell=lambda row: _title(row, place),
            pixels=150,
            weight=6,
            export=lambda row: row.title,
        ),
        Column(
            key="kind",
            title=QCoreApplication.translate("dossiers", "Soort"),
            cell=lambda row: Cell(text=capital(texts.label(row.kind))),
            pixels=130,
            hidden=True,
        ),
        Column(
            key="status",
            title=QCoreApplication.translate("dossiers", "Stand"),
            cell=lambda row: Cell(text=capital(texts.label(row.status))),
            pixels=86,
            hidden=True,
        ),
        Column(
            key="phase",
            title=QCoreApplication.translate("dossiers", "Fase"),
            cell=lambda row: Cell(text=row.phase_label, quiet=True),
            pixels=106,
        ),
        Column(key="turn", title=QCoreApplication.translate("dossiers", "Aan zet"), cell=lambda row: _turn(row.turn), pixels=82),
        Column(
            key="attention",
            title=QCoreApplication.translate("dossiers", "Aandacht"),
            cell=_attention,
            pixels=84,
            export=lambda row: row.attention or None,
        ),
        Column(
            key="step",
            title=QCoreApplication.translate("dossiers", "Volgende stap"),
            cell=lambda row: Cell(text=capital(row.next_step)),
            pixels=90,
            weight=4,
        ),
        Column(
            key="deadline",
            title=QCoreApplication.translate("dossiers", "Eerste termijn"),
            cell=lambda row: _deadline(row, place),
            pixels=200,
            weight=2,
            export=lambda row: row.next_deadline,
        ),
        Column(
            key="deadline-title",
            title=QCoreApplication.translate("dossiers", "Wat voor termijn"),
            cell=lambda row: Cell(text=row.deadline_title),
            weight=3,
            hidden=True,
        ),
        Column(
            key="owner",
            title=QCoreApplication.translate("dossiers", "Trekker"),
            cell=lambda row: Cell(text=row.owner),
            pixels=104,
        ),
        Column(
            key="tags",
            title=QCoreApplication.translate("dossiers", "Tags"),
            cell=lambda row: Cell(text=BETWEEN_TAGS.join(row.tags), quiet=True),
            pixels=94,
            hidden=True,
        ),
        Column(
            key="updated",
            title=QCoreApplication.translate("dossiers", "Gewijzigd"),
            cell=lambda row: Cell(text=short_date(row.updated_at.date(), this_year=place.today().year), quiet=True),
            pixels=110,
            export=lambda row: row.updated_at.date(),
            hidden=True,
        ),
    ]


def exported_columns(place: Workplace) -> list[Column[DossierRow]]:
    """What leaves with the list: everything that it knows, whatever is shown; names only where they may be seen."""
    return [column for column in dossier_columns(place) if column.key != "owner" or not place.here.shared]


def _title(row: DossierRow, place: Workplace) -> Cell:
    marks = [capital(place.texts.label(row.kind))]
    if row.secret:
        marks.append(QCoreApplication.translate("dossiers", "geheim"))
    return Cell(text=row.title, second=" · ".join(marks), strong=True, ends=True)


def turn_words(turn: str) -> str:
    """Whose turn it is, in a word."""
    match turn:
        case Party.COUNCIL.value:
            return QCoreApplication.translate("dossiers", "OR")
        case Party.DIRECTOR.value:
            return QCoreApplication.translate("dossiers", "bestuurder")
        case Party.ENTREPRENEUR.value:
            return QCoreApplication.translate("dossiers", "ondernemer")
        case Party.COURT.value:
            return QCoreApplication.translate("dossiers", "rechter")
        case _:
            return QCoreApplication.translate("dossiers", "niemand")


def _turn(turn: str) -> Cell:
    known = turn in {Party.COUNCIL.value, Party.DIRECTOR.value, Party.ENTREPRENEUR.value, Party.COURT.value}
    return Cell(text=turn_words(turn), strong=turn == Party.COUNCIL.value, quiet=not known)


def _attention(row: DossierRow) -> Cell:
    if not row.attention:
        return Cell(text="")
    words = (
        QCoreApplication.translate("dossiers", "1 punt")
        if row.attention == 1
        else QCoreApplication.translate("dossiers", "{count} punten").format(count=row.attention)
    )
    return Cell(text=words, tone=Tone.ATTENTION)


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
