"""What is said of a paper: its five dates, its file, its secrecy; and which title and version a new one begins with."""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from orapp.texts.dates import short_date

if TYPE_CHECKING:
    from orapp.domain.papers import Paper

KILO = 1024
LAST_NUMBER = re.compile(r"(\d+)(\D*)$")


def paper_title(name: str) -> str:
    """The title that a file begins with: its name without the ending, words apart."""
    return " ".join(PurePath(name).stem.replace("_", " ").split()) or name


def next_version(version: str) -> str:
    """The version after this one: v2 after none, v0.4 after v0.3."""
    found = LAST_NUMBER.search(version)
    if found is None:
        return f"{version} v2".strip()
    return f"{version[: found.start()]}{int(found.group(1)) + 1}{found.group(2)}"


def size_words(size: int) -> str:
    """A size as people say it: 812 kB, 1,2 MB."""
    if size < KILO:
        return f"{size} bytes"
    if size < KILO * KILO:
        return f"{size // KILO} kB"
    return f"{size / KILO / KILO:.1f} MB".replace(".", ",")


def said_of(paper: Paper, today: date, *, names: bool) -> str:
    """The five dates of a paper with who, its file, and whether it is secret; what is not known is said to be so."""
    if paper.file is None:
        file = QCoreApplication.translate("papers", "nog geen bestand")
    else:
        size = size_words(paper.file.size)
        file = QCoreApplication.translate("papers", "bestand: {name}, {size}").format(name=paper.file.name, size=size)
    lines = [f"{_dates(paper, today, names=names)} · {file}"]
    if paper.secrecy is not None:
        until = paper.secrecy.until
        ends = (
            QCoreApplication.translate("papers", "t/m {day}").format(day=short_date(until, this_year=today.year))
            if until is not None
            else QCoreApplication.translate("papers", "zonder einddatum")
        )
        lines.append(QCoreApplication.translate("papers", "Geheim {ends}: {scope}").format(ends=ends, scope=paper.secrecy.scope))
    return "\n".join(lines)


def _dates(paper: Paper, today: date, *, names: bool) -> str:
    unknown = QCoreApplication.translate("papers", "niet bekend")

    def day(known: date | None, who: str = "") -> str:
        said = short_date(known, this_year=today.year) if known is not None else unknown
        return f"{said} ({who})" if who and names and known is not None else said

    parts = [
        QCoreApplication.translate("papers", "op het stuk: {day}").format(day=day(paper.dated_on)),
        QCoreApplication.translate("papers", "verzonden: {day}").format(day=day(paper.sent_on)),
        QCoreApplication.translate("papers", "ontvangen: {day}").format(day=day(paper.received_on, paper.received_by)),
        QCoreApplication.translate("papers", "eerst bekend: {day}").format(day=day(paper.first_known_on, paper.first_known_by)),
    ]
    if paper.registered_on is None:
        parts.append(QCoreApplication.translate("papers", "nog niet geregistreerd"))
    else:
        parts.append(QCoreApplication.translate("papers", "geregistreerd: {day}").format(day=day(paper.registered_on)))
    return " · ".join(parts)
