"""The journal of a dossier in plain Dutch: who changed what, when; with a filter."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from orapp.domain.dossier import code
from orapp.texts.dates import short_date
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import Card, empty_hint
from orapp.ui.kit.fields import FieldKind
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.tables import Cell, Column, RowModel, Table
from orapp.ui.kit.workplace import capital
from orapp.ui.screens.dossier.item_kinds_assessment import AssessmentKinds
from orapp.ui.screens.dossier.item_kinds_course import CourseKinds
from orapp.ui.screens.dossier.item_kinds_promises import PromiseKinds
from orapp.ui.screens.dossier.item_kinds_staff import StaffKinds
from orapp.ui.screens.dossier.kept_table import show_kept

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.services.rows import JournalRow
    from orapp.ui.kit.fields import Field
    from orapp.ui.kit.workplace import Workplace

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
LONGEST = 90
HEAD = "dossier"


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalLine:
    """One change in words."""

    sequence: int
    at: datetime
    person: str
    what: str
    detail: str

    def has(self, words: list[str]) -> bool:
        """Whether every word stands in it."""
        day = self.at.astimezone(AMSTERDAM).date()
        text = f"{day:%d-%m-%Y} {short_date(day)} {self.person} {self.what} {self.detail}".casefold()
        return all(word in text for word in words)


class JournalWords(QObject):
    """Turns rows of the journal into sentences: "vraag Q3: antwoord gewijzigd"."""

    def __init__(self, place: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = place
        assessment, course = AssessmentKinds(place, self), CourseKinds(place, self)
        promises, staff = PromiseKinds(place, self), StaffKinds(self)
        kinds = (
            assessment.questions(),
            assessment.objections(),
            assessment.considerations(),
            assessment.alternatives(),
            assessment.consequences(),
            staff.consultations(),
            staff.experts(),
            course.requests(),
            course.proposed_decisions(),
            course.papers(),
            course.events(),
            course.agreed_dates(),
            course.sheets(),
            promises.conditions(),
            promises.commitments(),
            promises.actions(),
            promises.resolutions(),
        )
        self._singular = {kind.collection: kind.singular for kind in kinds}
        self._singular |= {"letters": self.tr("brief"), "decisions": self.tr("besluit van de ondernemer")}
        self._fields: dict[tuple[str, str], Field] = {
            (kind.collection, field.key): field for kind in kinds for field in kind.fields
        }
        self._others = {
            "position": self.tr("volgorde"),
            "title": self.tr("titel"),
            "summary": self.tr("samenvatting"),
            "owner": self.tr("trekker"),
            "team": self.tr("dossierteam"),
            "tags": self.tr("trefwoorden"),
            "kind": self.tr("soort"),
            "status": self.tr("stand"),
            "organisation": self.tr("organisatie"),
            "secret": self.tr("geheim"),
            "secrecies": self.tr("geheimhouding"),
            "strategy": self.tr("strategie"),
            "goal": self.tr("strategisch doel"),
            "grounds": self.tr("gronden"),
            "closed_on": self.tr("gesloten op"),
            "completeness": self.tr("volledigheid"),
            "judged": self.tr("wie het oordeel gaf"),
            "versions": self.tr("versies"),
            "file": self.tr("bestand"),
            "letters": self.tr("keuze voor de brief"),
            "sections": self.tr("tekst"),
            "political": self.tr("politiek of organisatie"),
            "regulation": self.tr("regeling"),
            "notices": self.tr("kennisgevingen"),
            "comparisons": self.tr("vergelijking per voorwaarde"),
            "secrecy": self.tr("geheimhouding"),
            "rows": self.tr("inhoud"),
            "columns": self.tr("kolommen"),
            "sent_on": self.tr("verzonden op"),
            "signed_on": self.tr("ondertekend op"),
            "adopted_on": self.tr("vastgesteld op"),
            "subject": self.tr("onderwerp"),
            "reference": self.tr("kenmerk"),
        }

    def line(self, row: JournalRow, dossier: Dossier, *, names: bool, strategy: bool) -> JournalLine:
        """One row in words; without names or strategy where others look along."""
        before, after = _values(row.before), _values(row.after)
        changed = list(dict.fromkeys([*before, *after])) if row.action == "changed" else []
        if row.destroyed:
            detail = self.tr("vernietigd: {reason}").format(reason=row.destroyed)
        elif row.action == "changed":
            told = [self._change(row.collection, name, before.get(name), after.get(name), strategy=strategy) for name in changed]
            detail = "; ".join(told)
        else:
            detail = _short(_title(after or before))
        return JournalLine(
            sequence=row.sequence,
            at=row.at,
            person=capital(row.person) if names else self.tr("verborgen"),
            what=self._what(row, dossier, before or after, changed),
            detail=detail,
        )

    def _what(self, row: JournalRow, dossier: Dossier, values: Mapping[str, object], changed: list[str]) -> str:
        acts = {
            "added": self.tr("{what} toegevoegd"),
            "changed": self.tr("{what} gewijzigd"),
            "removed": self.tr("{what} verwijderd"),
        }
        if row.collection == HEAD:
            what = self.tr("dossier")
            others = {
                "binned": self.tr("dossier naar de prullenbak"),
                "restored": self.tr("dossier terug uit de prullenbak"),
                "destroyed": self.tr("dossier vernietigd"),
            }
            if row.action in others:
                return others[row.action]
        else:
            item = dossier.find(row.item_id)
            number = code(row.collection, item) if item is not None else ""
            what = " ".join(part for part in (self._singular.get(row.collection, row.collection), number) if part)
        fields = ", ".join(dict.fromkeys(self._label(row.collection, name) for name in changed))
        act = acts.get(row.action, self.tr("{what} gewijzigd")).format(what=what)
        return f"{act}: {fields}" if fields else act

    def _label(self, collection: str, name: str) -> str:
        field = self._fields.get((collection, name))
        return field.label[:1].lower() + field.label[1:] if field is not None else self._others.get(name, self.tr("ander veld"))

    def _change(self, collection: str, name: str, before: object, after: object, *, strategy: bool) -> str:
        if name in {"strategy", "goal"} and not strategy:
            return self.tr("verborgen")
        was, now = self._said(collection, name, before), self._said(collection, name, after)
        if not was and not now:
            return ""
        return f"{was or self.tr('leeg')} → {now or self.tr('leeg')}"

    def _said(self, collection: str, name: str, value: object) -> str:
        field = self._fields.get((collection, name))
        if isinstance(value, bool):
            return self.tr("ja") if value else self.tr("nee")
        if isinstance(value, str):
            if name == "goal" and value:
                return self._place.texts.label_of("StrategicGoal", value)
            if field is not None and field.kind is FieldKind.CHOICE and field.convert is not None:
                enumeration = getattr(field.convert, "__name__", "")
                return self._place.texts.label_of(enumeration, value)
            if field is not None and field.kind is FieldKind.ITEM:
                return self.tr("ander stuk") if value else ""
            return _short(value)
        if isinstance(value, int):
            return str(value)
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return _short(", ".join(value)) if field is None or field.kind is not FieldKind.ITEMS else str(len(value))
        if isinstance(value, dict):
            return _short(" · ".join(str(one) for one in value.values() if isinstance(one, str) and one))
        return ""


class Journal(QWidget):
    """The journal as a table, newest first."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._words = JournalWords(place, self)
        self._lines: tuple[JournalLine, ...] = ()
        look = place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card(look)
        head = QHBoxLayout()
        head.addWidget(text_label(self.tr("Wie wijzigde wat, en wanneer"), "heading"))
        self._count = text_label("", "quiet")
        head.addWidget(self._count)
        head.addStretch(1)
        card.body.insertLayout(0, head)
        self.filter = QLineEdit()
        a11y.name(self.filter, "logboek-filter", self.tr("Zoeken in het logboek"))
        self.filter.setPlaceholderText(self.tr("Zoek: een naam, een code zoals Q3, een veld of een datum"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(lambda _text: self._show())
        card.body.addWidget(self.filter)
        self._empty = empty_hint("")
        card.body.addWidget(self._empty)
        columns: list[Column[JournalLine]] = [
            Column(key="at", title=self.tr("Wanneer"), cell=self._when, pixels=124),
            Column(key="person", title=self.tr("Wie"), cell=lambda row: Cell(text=row.person), pixels=124),
            Column(key="what", title=self.tr("Wat"), cell=lambda row: Cell(text=capital(row.what), second=row.detail), weight=1),
        ]
        self.table: Table[JournalLine] = Table(RowModel(columns), look, "logboek", self.tr("Logboek van dit dossier"))
        card.body.addWidget(self.table, 1)
        column.addWidget(card, 1)
        column.addStretch(0)
        self._card = card

    def show_rows(self, rows: tuple[JournalRow, ...], dossier: Dossier) -> None:
        """Shows these rows in words."""
        visible = self._place.here.visibility
        self._lines = tuple(self._words.line(row, dossier, names=visible.names, strategy=visible.strategy) for row in rows)
        self._show()

    def _show(self) -> None:
        asked = self.filter.text().casefold().split()
        rows = tuple(line for line in self._lines if line.has(asked))
        show_kept(self.table, rows, lambda line: str(line.sequence))
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        policy = QSizePolicy.Policy.Expanding if rows else QSizePolicy.Policy.Maximum
        self._card.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        nothing = self.tr("Hier komt wie wat wijzigde. Er is nog niets gewijzigd.")
        self._empty.setText(self.tr("Niets gevonden met deze woorden.") if self._lines else nothing)
        self._count.setText(str(len(rows)) if rows else "")

    def _when(self, line: JournalLine) -> Cell:
        moment = line.at.astimezone(AMSTERDAM)
        return Cell(text=short_date(moment.date(), this_year=self._place.today().year), second=f"{moment:%H.%M}")


def _values(payload: str) -> dict[str, object]:
    """The fields in a payload; none where it is empty or no object."""
    if not payload.startswith("{"):
        return {}
    found = json.loads(payload)
    return dict(found) if isinstance(found, dict) else {}


def _title(values: Mapping[str, object]) -> str:
    for name in ("title", "subject", "text", "group", "method", "name"):
        said = values.get(name)
        if isinstance(said, str) and said:
            return said
    return ""


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST].rsplit(' ', 1)[0]}…"
