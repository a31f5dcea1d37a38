"""The overview on one A4 page, for the chair: what is fatal, near, asked, to sign and late, as it stood on a day."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSizeF
from PySide6.QtGui import QGuiApplication, QTextDocument

from orapp.domain.points import PointKind
from orapp.texts.dates import MONTHS, long_date, short_date
from orapp.ui.screens.overview.fatal_band import words_of
from orapp.ui.screens.overview.lists import shortened, turn_word
from orapp.ui.screens.overview.post_card import counted

if TYPE_CHECKING:
    from datetime import date

    from orapp.services.overview import AskingDossier, Overview
    from orapp.services.rows import DeadlineRow, PointRow

POINTS = (9.5, 9, 8.5, 8, 7.5, 7)
PAGE_WIDTH, PAGE_HEIGHT = 170, 257
"""A4 without its margins, in millimetres."""

MOST_OF_A_KIND = 4
LONGEST_TITLE = 33
TERMS, ASKING, OTHERS = (10, 14, 36, 24, 16), (37, 13, 10, 40), (48, 37, 15)
"""How wide the columns are, in hundredths."""
HEADING = "style='margin:7px 0 1px 0'"
CELL = "style='padding:0 8px 1px 0'"


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
    document.setHtml("".join(parts))
    _fit(document)
    return document


def _fit(document: QTextDocument) -> None:
    """Makes the text small enough for one page, and no smaller than can be read."""
    dots = QGuiApplication.primaryScreen().logicalDotsPerInch() / 25.4
    document.setPageSize(QSizeF(PAGE_WIDTH * dots, PAGE_HEIGHT * dots))
    font = document.defaultFont()
    for points in POINTS:
        font.setPointSizeF(points)
        document.setDefaultFont(font)
        if document.pageCount() == 1:
            return


def _table(heading: str, heads: tuple[str, ...], rows: list[tuple[str, ...]], widths: tuple[int, ...]) -> str:
    if not rows:
        return ""
    named = zip(heads, widths, strict=True)
    top = "".join(f"<th align='left' width='{width}%' {CELL}>{escape(head)}</th>" for head, width in named)
    body = "".join("<tr>" + "".join(f"<td {CELL}>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<h3 {HEADING}>{escape(heading)}</h3><table width='100%' cellspacing='0'><tr>{top}</tr>{body}</table>"


def _terms(overview: Overview) -> str:
    def row(term: DeadlineRow) -> tuple[str, ...]:
        return (
            _day(term.safe_day, overview.today),
            _last(term.last_day, overview.today),
            _dossier(term.reference, term.dossier_title),
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
    return _table(QCoreApplication.translate("sheet", "Termijnen"), heads, [row(term) for term in overview.terms], TERMS)


def _asking(overview: Overview) -> str:
    def row(one: AskingDossier) -> tuple[str, ...]:
        step = " – ".join(part for part in (one.row.next_step, shortened(one.why)) if part)
        return _dossier(one.row.reference, one.row.title), one.row.phase_label, turn_word(one.row.turn), step

    heads = (
        QCoreApplication.translate("sheet", "Dossier"),
        QCoreApplication.translate("sheet", "Fase"),
        QCoreApplication.translate("sheet", "Aan zet"),
        QCoreApplication.translate("sheet", "Volgende stap"),
    )
    heading = QCoreApplication.translate("sheet", "Dossiers die nu iets vragen")
    return _table(heading, heads, [row(one) for one in overview.asking], ASKING)


def _points(overview: Overview) -> list[str]:
    kinds = (overview.register, overview.sign, overview.send, overview.expected)
    post = [point for listed in kinds for point in listed.rows[:MOST_OF_A_KIND]]
    waiting = QCoreApplication.translate("sheet", "Post en handtekeningen")
    own = QCoreApplication.translate("sheet", "Actiepunten")
    late = QCoreApplication.translate("sheet", "Toezeggingen over datum ({count})").format(count=counted(overview.promises.late))
    what = QCoreApplication.translate("sheet", "Wat")
    dossier = QCoreApplication.translate("sheet", "Dossier")
    day = QCoreApplication.translate("sheet", "Datum")
    heads = (what, dossier, day)

    def row(point: PointRow) -> tuple[str, ...]:
        # The kind of a letter is a code of the program; its subject tells which it is.
        code = "" if point.kind in (PointKind.SIGN, PointKind.SEND) else point.code
        said = " ".join(part for part in (_waits(point.kind), code, point.text) if part)
        who = f"{said} ({point.owner})" if point.owner and point.kind is PointKind.ACTION else said
        if point.kind is PointKind.EXPECTED and point.day is not None:
            return who, _dossier(point.reference, point.dossier_title), f"{MONTHS[point.day.month - 1]} {point.day.year}"
        late = _last if point.kind is PointKind.ACTION else _day
        return who, _dossier(point.reference, point.dossier_title), late(point.day, overview.today)

    return [
        _table(waiting, heads, [row(point) for point in post], OTHERS),
        _table(own, heads, [row(point) for point in overview.actions.rows], OTHERS),
        _table(late, heads, [row(point) for point in overview.promises.late_rows], OTHERS),
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


def _dossier(reference: str, title: str) -> str:
    """Reference and title; of a long title its first words and its last two, or one, so that a row stays one line."""
    words = title.split()
    shown = title
    for kept in (2, 1):
        for many in range(len(words) - kept - 1, 0, -1):
            if len(shown) > LONGEST_TITLE:
                shown = f"{' '.join(words[:many])} … {' '.join(words[-kept:])}"
    return f"{reference} {shown}"


def _last(day: date | None, today: date) -> str:
    words = _day(day, today)
    if day is None or day >= today:
        return words
    return QCoreApplication.translate("sheet", "{day}, te laat").format(day=words)


def _day(day: date | None, today: date) -> str:
    return short_date(day, this_year=today.year) if day is not None else "–"
