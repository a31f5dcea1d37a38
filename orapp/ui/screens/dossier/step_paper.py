"""The document that shows a fact: one that the dossier has, or a new one with its five dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from orapp.domain.papers import Paper, PaperKind
from orapp.ui.kit.dates import DateField
from orapp.ui.kit.forms import Form

if TYPE_CHECKING:
    from datetime import date

    from orapp.domain.dossier import Dossier
    from orapp.ui.kit.workplace import Workplace

NONE, NEW = "", "new"
NEW_PAPER = "stuk-"
"""How the names of the fields of a new paper begin."""
LABEL_PIXELS = 150


class PaperField(QWidget):
    """A choice among the papers of the dossier; a new one asks for its title, kind and dates below it."""

    edited = Signal()

    def __init__(self, place: Workplace, dossier: Dossier, kind: PaperKind, request_id: str, accessible: str) -> None:
        super().__init__()
        self._place = place
        self._request_id = request_id
        self._outgoing = kind is PaperKind.LETTER_OUT
        self._suggested: date | None = None
        look = place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        self.choice = QComboBox()
        self.choice.setObjectName("stuk-keuze")
        self.choice.setAccessibleName(accessible)
        self.choice.setMinimumContentsLength(14)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.addItem(self.tr("Nog geen stuk"), NONE)
        self.choice.addItem(self.tr("Een nieuw stuk…"), NEW)
        for paper in sorted(dossier.papers, key=lambda one: (one.kind is not kind, one.position)):
            self.choice.addItem(f"D{paper.number} {paper.title}", paper.id)
        column.addWidget(self.choice)
        self.setFocusProxy(self.choice)
        self._new = Form(look, label_pixels=LABEL_PIXELS)
        column.addWidget(self._new)
        self._build_new(kind)
        self._new.setVisible(False)
        self.choice.currentIndexChanged.connect(self._follow)

    def _build_new(self, kind: PaperKind) -> None:
        form, place = self._new, self._place
        self._title = form.line("stuk-titel", self.tr("&Titel van het stuk"))
        kinds = [(one.value, place.texts.label(one)) for one in PaperKind]
        self._kind = form.choice("stuk-soort", self.tr("&Soort stuk"), kinds)
        self._kind.setCurrentIndex(self._kind.findData(kind.value))
        self._days: dict[str, DateField] = {}
        for key, label in (
            ("dated_on", self.tr("Datum op het stuk")),
            ("sent_on", self.tr("Verzonden op")),
            ("received_on", self.tr("Ontvangen op")),
            ("first_known_on", self.tr("Eerst bekend bij een lid op")),
        ):
            field = DateField(place, f"stuk-{key}", label)
            self._days[key] = form.add(f"stuk-{key}", label, field)
            field.changed.connect(lambda _day: self.edited.emit())
        self._received_by = form.line("stuk-ontvangen-door", self.tr("Ontvangen door"))
        self._known_by = form.line("stuk-bekend-bij", self.tr("Eerst bekend bij"))
        for line in (self._title, self._received_by, self._known_by):
            line.textEdited.connect(lambda _text: self.edited.emit())

    def suggest(self, day: date | None) -> None:
        """The day on which a new paper came in or went out: it follows the fact until another day is typed here."""
        field = self._days["sent_on" if self._outgoing else "received_on"]
        if field.value() in {None, self._suggested} and not field.is_wrong():
            field.set_value(day)
        self._suggested = day

    def paper_id(self) -> str:
        """The paper of the dossier that was chosen, or empty."""
        chosen = str(self.choice.currentData() or "")
        return "" if chosen == NEW else chosen

    def is_new(self) -> bool:
        """Whether a new paper is described."""
        return bool(self.choice.currentData() == NEW)

    def choose_new(self) -> None:
        """A new paper is described."""
        self.choice.setCurrentIndex(self.choice.findData(NEW))

    def wrong(self) -> DateField | None:
        """The first date that cannot be read."""
        return next((field for field in self._days.values() if field.is_wrong()), None) if self.is_new() else None

    def paper(self) -> Paper | None:
        """The new paper as it was typed; one without a title is called by its kind."""
        if not self.is_new():
            return None
        kind = PaperKind(self._kind.currentData())
        return Paper(
            id="",
            title=self._title.text().strip() or self._place.texts.label(kind),
            kind=kind,
            request_id=self._request_id,
            dated_on=self._days["dated_on"].value(),
            sent_on=self._days["sent_on"].value(),
            received_on=self._days["received_on"].value(),
            received_by=self._received_by.text().strip(),
            first_known_on=self._days["first_known_on"].value(),
            first_known_by=self._known_by.text().strip(),
            registered_on=self._place.today(),
        )

    def _follow(self) -> None:
        self._new.setVisible(self.is_new())
        self.edited.emit()
