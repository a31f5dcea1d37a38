"""The first question of a new dossier: what came in, on which day, and which file belongs to it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from orapp.domain.beginning import Beginning, Start
from orapp.domain.dossier import DossierKind
from orapp.ui.kit.cards import button
from orapp.ui.kit.dates import DateField
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.typed_lines import TypedLines
from orapp.ui.kit.wizard import WizardPage
from orapp.ui.kit.workplace import capital
from orapp.ui.screens.new_dossier.plain_values import texts_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from orapp.ui.kit.workplace import Workplace

USUAL_KIND = {
    Start.REQUEST: DossierKind.ADVICE_REQUEST,
    Start.APPOINTMENT: DossierKind.APPOINTMENT,
    Start.FOUND_OUT: DossierKind.GENERAL,
    Start.INITIATIVE: DossierKind.INITIATIVE,
    Start.INFORMATION: DossierKind.INFORMATION_REQUEST,
    Start.SUBJECT: DossierKind.GENERAL,
}


class StartPage(WizardPage):
    """What came in and when. Only the title and the date are required."""

    file_chosen = Signal(object)

    def __init__(self, place: Workplace, folder: Path) -> None:
        super().__init__()
        self._place = place
        self._folder = folder
        self._path: Path | None = None
        self._kind_chosen = False
        self.title = self.tr("Wat is er binnengekomen?")
        self._build()
        self._show_start()
        self._lines = TypedLines(self)

    def _build(self) -> None:
        look = self._place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, look.px(8), 0)
        self.form = Form(look, label_pixels=190)
        starts = [(start.value, self._start_words(start)) for start in Start]
        self.start = self.form.choice("start", self.tr("&Hoe begint het?"), starts)
        # On a small screen the longest choice does not fit: whole in the tooltip.
        self.start.setToolTip(self.start.currentText())
        self.start.currentTextChanged.connect(self.start.setToolTip)
        self.name = self.form.line(
            "title", self.tr("&Onderwerp"), self.tr("Kort, zoals u erover praat: “Verhuizing naar Het Kwadrant”")
        )
        kinds = [(kind.value, capital(self._place.texts.label(kind))) for kind in DossierKind]
        self.kind = self.form.choice("kind", self.tr("&Soort dossier"), kinds)
        self.on = self._date("on", self.tr("Ontvangen o&p"))
        self.dated = self._date("dated_on", self.tr("&Datum op de brief"))
        self.known = self._date(
            "first_known_on",
            self.tr("&Eerder bekend op"),
            self.tr("Alleen als een lid van de raad dit al eerder wist, ook mondeling"),
        )
        self.received_by = self.form.line("received_by", self.tr("Ontvangen doo&r"))
        self.their_reference = self.form.line("their_reference", self.tr("&Kenmerk van de bestuurder"))
        self.version = self.form.line("version", self.tr("Vers&ie van de aanvraag"))
        self.found_by = self.form.line("found_out_by", self.tr("Door &wie ontdekt"))
        self.found_how = self.form.line("found_out_how", self.tr("H&oe ontdekt"))
        self.form.add("file", self.tr("&Bestand"), self._file_row())
        column.addWidget(self.form)
        column.addStretch(1)
        self.start.currentIndexChanged.connect(self._show_start)
        self.kind.activated.connect(self._take_kind)
        self.on.set_value(self._place.today())
        # On a shared screen no name is filled in; who wants it there types it.
        self.received_by.setText("" if self._place.here.shared else self._place.here.person)

    def _date(self, key: str, label: str, hint: str = "") -> DateField:
        field = DateField(self._place, key, label.replace("&", ""))
        return self.form.add(key, label, field, hint)

    def _file_row(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        self.choose_button = button(self.tr("Bestand kiezen…"), "bestand-kiezen")
        self.file_label = text_label(self.tr("Nog geen bestand. Slepen mag ook."), "quiet", wrap=True)
        row.addWidget(self.choose_button)
        row.addWidget(self.file_label, 1)
        line.setFocusProxy(self.choose_button)
        self.choose_button.clicked.connect(self._choose)
        return line

    def _start_words(self, start: Start) -> str:
        match start:
            case Start.REQUEST:
                return self.tr("Een aanvraag om advies of instemming (art. 25 of 27)")
            case Start.APPOINTMENT:
                return self.tr("Een aanvraag over een bestuurder (art. 30)")
            case Start.FOUND_OUT:
                return self.tr("Een besluit of uitvoering ontdekt, zonder aanvraag")
            case Start.INITIATIVE:
                return self.tr("Een eigen voorstel van de OR (art. 23 lid 3)")
            case Start.INFORMATION:
                return self.tr("Een verzoek om informatie van de OR (art. 31)")
            case Start.SUBJECT:
                return self.tr("Een onderwerp, nog zonder procedure")

    # -- the page ------------------------------------------------------------------------------------------------------

    @override
    def shown(self) -> None:
        """The keyboard goes to the subject; everything above it has its usual answer."""
        self.name.setFocus()

    @override
    def complete(self) -> bool:
        """A title and a date are there, and no date is mistyped."""
        self.form.clear_all()
        if not self.name.text().strip():
            return not self.form.refuse("title", self.tr("Geef het dossier een naam."))
        for key, field in (("on", self.on), ("dated_on", self.dated), ("first_known_on", self.known)):
            if field.isVisibleTo(self) and field.is_wrong():
                return not self.form.refuse(key, self.tr("Deze datum is niet te lezen. Typ bijvoorbeeld 21-11-2026."))
        if self.on.value() is None:
            return not self.form.refuse("on", self.tr("Vul een datum in."))
        return True

    def apply(self, known: Beginning) -> Beginning:
        """What was answered here; fields that do not belong to this start count as empty."""
        start, came_in = self.chosen_start(), self._came_in()
        found_out = start is Start.FOUND_OUT
        return replace(
            known,
            start=start,
            title=self.name.text().strip(),
            kind=DossierKind(self.kind.currentData()),
            on=self.on.value() or self._place.today(),
            dated_on=self.dated.value() if came_in else None,
            first_known_on=self.known.value() if came_in else None,
            received_by=self.received_by.text().strip() if came_in else "",
            their_reference=self.their_reference.text().strip() if came_in else "",
            version=self.version.text().strip() if came_in else "",
            found_out_by=self.found_by.text().strip() if found_out else "",
            found_out_how=self.found_how.text().strip() if found_out else "",
        )

    def standing(self) -> dict[str, object]:
        """What stands in the fields, as plain values."""
        return {
            "start": self.start.currentData(),
            "kind": self.kind.currentData() if self._kind_chosen else "",
            "path": "" if self._path is None else str(self._path),
            "lines": self._lines.texts(),
        }

    def put_standing(self, standing: Mapping[str, object]) -> None:
        """Puts back what stood in the fields."""
        self.start.setCurrentIndex(max(0, self.start.findData(standing.get("start"))))
        chosen = self.kind.findData(standing.get("kind"))
        self._kind_chosen = chosen >= 0
        if self._kind_chosen:
            self.kind.setCurrentIndex(chosen)
        else:
            self._show_start()
        self._lines.put(texts_in(standing, "lines"), over=True)
        path = str(standing.get("path") or "")
        self._path = Path(path) if path else None
        self.file_label.setText(self._path.name if self._path is not None else self.tr("Nog geen bestand. Slepen mag ook."))

    def chosen_start(self) -> Start:
        """How the dossier begins."""
        return Start(self.start.currentData())

    def take_file(self, path: Path) -> None:
        """Takes the file that was chosen or dropped; its name proposes a subject where there is none yet."""
        self._path = path
        self.file_label.setText(path.name)
        if not self.name.text().strip():
            self.name.setText(path.stem.replace("_", " "))
        self.file_chosen.emit(path)

    @property
    def path(self) -> Path | None:
        """The file that was chosen."""
        return self._path

    def _came_in(self) -> bool:
        return self.chosen_start() in {Start.REQUEST, Start.APPOINTMENT}

    # -- slots ---------------------------------------------------------------------------------------------------------

    def _show_start(self) -> None:
        start, came_in = self.chosen_start(), self._came_in()
        for key in ("dated_on", "first_known_on", "received_by", "their_reference", "version"):
            self.form.set_row_visible(key, came_in)
        for key in ("found_out_by", "found_out_how"):
            self.form.set_row_visible(key, start is Start.FOUND_OUT)
        self.form.set_label("on", self._date_words(start))
        if not self._kind_chosen:
            self.kind.setCurrentIndex(self.kind.findData(USUAL_KIND[start].value))

    def _date_words(self, start: Start) -> str:
        match start:
            case Start.REQUEST | Start.APPOINTMENT:
                return self.tr("Ontvangen o&p")
            case Start.FOUND_OUT:
                return self.tr("Ontdekt o&p")
            case Start.INITIATIVE | Start.INFORMATION:
                return self.tr("Verstuurd o&p")
            case Start.SUBJECT:
                return self.tr("Begonnen o&p")

    def _take_kind(self, _number: int) -> None:
        self._kind_chosen = True

    def _choose(self) -> None:
        kinds = self.tr("Alle bestanden (*)")
        self._place.asker.choose_file(self, self.tr("Welk bestand hoort hierbij?"), self._folder, kinds, self.take_file)
