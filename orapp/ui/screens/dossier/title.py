"""The title line of a dossier: reference and title, kind and grounds, team, and what is secret."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from orapp.law.articles import ArticleKeyError, grounds_text
from orapp.texts.dates import short_date
from orapp.ui.kit.workplace import capital

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.domain.requests import Request
    from orapp.ui.kit.workplace import Sentences


def title_of(dossier: Dossier) -> str:
    """Reference and title: "2026-014 Verzelfstandiging afdeling Werk"."""
    return f"{dossier.reference} {dossier.title}"


def subtitle_of(dossier: Dossier, request: Request | None, texts: Sentences, today: date) -> str:
    """Kind, grounds, organisation, team and secrecy, with a dot between them."""
    grounds = (request.grounds if request is not None else ()) or dossier.grounds
    parts = [capital(texts.label(request.legal if request is not None else dossier.kind)), cited(grounds)]
    if request is not None and len(request.versions) > 1:
        parts[0] = QCoreApplication.translate("title", "{kind} v{version}").format(
            kind=parts[0], version=request.versions[-1].number
        )
    parts.append(dossier.organisation)
    if dossier.team:
        parts.append(QCoreApplication.translate("title", "dossierteam {count}").format(count=len(dossier.team)))
    parts.append(secrecy_of(dossier, today))
    return " · ".join(part for part in parts if part)


def cited(grounds: tuple[str, ...]) -> str:
    """The grounds as the act is cited; what is no key of the catalogue is given as it was written."""
    try:
        return grounds_text(grounds).replace("artikel", "art.")
    except ArticleKeyError:
        return ", ".join(grounds)


def secrecy_of(dossier: Dossier, today: date) -> str:
    """How many papers are secret and until when, or that the whole dossier is."""
    secret = [paper for paper in dossier.papers if paper.secrecy is not None and _holds(paper.secrecy.until, today)]
    imposed = [item for item in dossier.secrecies if _holds(item.until, today)]
    ends = [item.until for item in imposed] + [paper.secrecy.until for paper in secret if paper.secrecy is not None]
    known = [day for day in ends if day is not None]
    if dossier.secret:
        words = QCoreApplication.translate("title", "dossier geheim")
    elif len(secret) == 1:
        words = QCoreApplication.translate("title", "1 stuk geheim")
    elif secret:
        words = QCoreApplication.translate("title", "{count} stukken geheim").format(count=len(secret))
    elif imposed:
        words = QCoreApplication.translate("title", "geheimhouding opgelegd")
    else:
        return ""
    if known and len(known) == len(ends):
        until = short_date(max(known), this_year=today.year)
        return QCoreApplication.translate("title", "{words} t/m {until}").format(words=words, until=until)
    return words


def _holds(until: date | None, today: date) -> bool:
    return until is None or until >= today
