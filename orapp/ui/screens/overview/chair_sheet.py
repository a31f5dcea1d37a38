"""The overview on one A4 page, for the chair: what is fatal, near, asked, to sign and late, as it stood on a day."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QTextDocument

from orapp.domain.points import PointKind
from orapp.texts.dates import long_date, short_date
from orapp.ui.screens.overview.fatal_band import words_of
from orapp.ui.screens.overview.lists import shortened, turn_word
from orapp.ui.screens.overview.post_card import counted

if TYPE_CHECKING:
    from datetime import date

    from orapp.services.overview import AskingDossier, Overview
    from orapp.services.rows import DeadlineRow, PointRow

POINTS = 9
CELL = "style='padding:2px 8px 2px 0'"


def chair_sheet(overview: Overview, council: str, parent: QObject, *, strategy: bool) -> QTextDocument:
    """The page as a document; `council` stands above it. Holds what the screen holds, so that it fits on one page."""
    title = QCoreApplication.translate("sheet", "Voorzittersblad {day}").format(day=long_date(overview.today))
    week = QCoreApplication.translate("sheet", "week {week}").format(week=overview.today.isocalendar().week)
    parts = [f"<h2>{escape(title)}</h2><p>{escape(' · '.join(part for part in (council, week) if part))}</p>"]
    if overview.fatal is not None:
        words = words_of(overview.fatal, overview.more_fatal, overview.today, strategy=strategy)
        lines = "<br>".join(escape(line) for line in (words.about, words.standing) if line)
        parts.append(f"<p><b>{escape(words.ends)}</b><br>{lines}</p>")
    parts.append(_terms(overview))
    parts.append(_asking(overview))
    parts += _points(overview)
    document = QTextDocument(parent)
    document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, title)
    font = document.defaultFont()
    font.setPointSizeF(POINTS)
    document.setDefaultFont(font)
    document.setHtml("".join(parts))
    return document


def _table(heading: str, heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    if not rows:
        return ""
    top = "".join(f"<th align='left' {CELL}>{escape(head)}</th>" for head in heads)
    body = "".join("<tr>" + "".join(f"<td {CELL}>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<h3>{escape(heading)}</h3><table width='100%' cellspacing='0'><tr>{top}</tr>{body}</table>"


def _terms(overview: Overview) -> str:
    def row(term: DeadlineRow) -> tuple[str, ...]:
        return (
            _day(term.safe_day, overview.today),
            _day(term.last_day, overview.today),
            f"{term.reference} {term.dossier_title}",
            f"{term.title} {term.subject}".strip(),
            term.ground or term.article,
        )

    heads = (
        QCoreApplication.translate("sheet", "Veilig"),
        QCoreApplication.translate("sheet", "Uiterst"),
        QCoreApplication.translate("sheet", "Dossier"),
        QCoreApplication.translate("sheet", "Wat"),
        QCoreApplication.translate("sheet", "Grond"),
    )
    return _table(QCoreApplication.translate("sheet", "Termijnen"), heads, [row(term) for term in overview.terms])


def _asking(overview: Overview) -> str:
    def row(one: AskingDossier) -> tuple[str, ...]:
        step = " – ".join(part for part in (one.row.next_step, shortened(one.why)) if part)
        return f"{one.row.reference} {one.row.title}", one.row.phase_label, turn_word(one.row.turn), step

    heads = (
        QCoreApplication.translate("sheet", "Dossier"),
        QCoreApplication.translate("sheet", "Fase"),
        QCoreApplication.translate("sheet", "Aan zet"),
        QCoreApplication.translate("sheet", "Volgende stap"),
    )
    heading = QCoreApplication.translate("sheet", "Dossiers die nu iets vragen")
    return _table(heading, heads, [row(one) for one in overview.asking])


def _points(overview: Overview) -> list[str]:
    post = [*overview.register.rows, *overview.sign.rows, *overview.send.rows, *overview.expected.rows]
    waiting = QCoreApplication.translate("sheet", "Post en handtekeningen")
    own = QCoreApplication.translate("sheet", "Actiepunten")
    late = QCoreApplication.translate("sheet", "Toezeggingen over datum ({count})").format(count=counted(overview.promises.late))
    what = QCoreApplication.translate("sheet", "Wat")
    dossier = QCoreApplication.translate("sheet", "Dossier")
    day = QCoreApplication.translate("sheet", "Datum")
    heads = (what, dossier, day)

    def row(point: PointRow) -> tuple[str, ...]:
        said = " ".join(part for part in (_waits(point.kind), point.code, point.text) if part)
        who = f"{said} ({point.owner})" if point.owner and point.kind is PointKind.ACTION else said
        return who, f"{point.reference} {point.dossier_title}", _day(point.day, overview.today)

    return [
        _table(waiting, heads, [row(point) for point in post]),
        _table(own, heads, [row(point) for point in overview.actions.rows]),
        _table(late, heads, [row(point) for point in overview.promises.late_rows]),
    ]


def _waits(kind: PointKind) -> str:
    match kind:
        case PointKind.REGISTER:
            return QCoreApplication.translate("sheet", "Registreren:")
        case PointKind.SIGN:
            return QCoreApplication.translate("sheet", "Ondertekenen:")
        case PointKind.SEND:
            return QCoreApplication.translate("sheet", "Versturen:")
        case PointKind.EXPECTED:
            return QCoreApplication.translate("sheet", "Verwacht (art. 24):")
        case _:
            return ""


def _day(day: date | None, today: date) -> str:
    return short_date(day, this_year=today.year) if day is not None else "–"
