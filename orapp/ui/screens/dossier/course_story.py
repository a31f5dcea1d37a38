"""The course of events as one story, newest first: what happened, the letters of the council, and what was agreed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from orapp.domain.deadlines import COUNCIL_RULES
from orapp.domain.dossier import code
from orapp.domain.editing import remove
from orapp.law.facts import FactKind, Party
from orapp.law.rule_keys import ANSWER, ASKED, OWN
from orapp.texts.dates import short_date
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import Card, button, empty_hint
from orapp.ui.kit.cards import Column as CardColumn
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.item_form import ItemDialog
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.tables import DATE_PIXELS, Cell, Column, FittedTable, RowModel
from orapp.ui.kit.workplace import capital
from orapp.ui.screens.dossier.item_kinds_course import CourseKinds
from orapp.ui.screens.dossier.kept_table import show_kept

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.domain.items import Item
    from orapp.domain.letters import Letter
    from orapp.domain.papers import AgreedDate, Event
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.workplace import Workplace

NOT_YET = date.max


class Told(StrEnum):
    """What a line of the story is."""

    EVENT = "events"
    LETTER = "letters"
    AGREED = "agreed_dates"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the story: its day (the far end for what has none yet), what it is, and its words."""

    on: date
    told: Told
    item: Item
    what: str
    second: str
    kind: str
    source: str
    tone: Tone | None = None


class Story(QWidget):
    """The story with what can be done to it: add, edit, remove; a letter opens as a letter."""

    letter_wanted = Signal(object)
    paper_wanted = Signal(str)

    def __init__(self, place: Workplace, editor: DossierEditor) -> None:
        super().__init__()
        self._place = place
        self._editor = editor
        self._dossier: Dossier | None = None
        self._request_id = ""
        self._kinds = CourseKinds(place, self)
        self._lines: tuple[Line, ...] = ()
        self._build()

    def _build(self) -> None:
        look = self._place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        scroll = CardColumn(look)
        card = Card(look)
        head = QHBoxLayout()
        head.addWidget(text_label(self.tr("Wat er is gebeurd"), "heading"))
        self._count = text_label("", "quiet")
        head.addWidget(self._count)
        head.addStretch(1)
        self._acts = [
            self._act(
                self.tr("Gebeurtenis toevoegen"), "gebeurtenis-toevoegen", self.tr("Gebeurtenis toevoegen (Ins)"), self.add_event
            ),
            self._act(self.tr("Datum toevoegen"), "afspraak-toevoegen", self.tr("Afgesproken datum toevoegen"), self.add_agreed),
            self._act(self.tr("Bewerken"), "verloop-bewerken", self.tr("Openen (Enter)"), self.open_current),
            self._act(self.tr("Bron"), "verloop-bron", self.tr("Het stuk waaruit het blijkt"), self.open_source),
            self._act(self.tr("Verwijderen"), "verloop-verwijderen", self.tr("Verwijderen (Del)"), self.remove_current),
        ]
        card.body.insertLayout(0, head)
        acts = FlowRow(look, gap=4)
        a11y.name(acts, "verloop-acties", self.tr("Wat u met het verloop kunt doen"))
        acts.fill(self._acts)
        self._row_of_acts = acts
        card.body.addWidget(acts)
        self.filter = QLineEdit()
        a11y.name(self.filter, "verloop-filter", self.tr("Zoeken in het verloop"))
        self.filter.setPlaceholderText(self.tr("Zoek in het verloop: een woord, een soort of een datum"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(lambda _text: self._show())
        card.body.addWidget(self.filter)
        self._empty = empty_hint("")
        card.body.addWidget(self._empty)
        model: RowModel[Line] = RowModel(self._columns())
        self.table: FittedTable[Line] = FittedTable(model, look, "verloop", self.tr("Wat er is gebeurd"))
        self.table.row_opened.connect(self.open_line)
        self.table.row_chosen.connect(self._allow)
        card.body.addWidget(self.table)
        scroll.fill(card)
        column.addWidget(scroll)
        for key, slot in (("Ins", self.add_event), ("Del", self.remove_current)):
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)

    def add_act(self, act: QWidget) -> None:
        """Puts an act of the tab behind the others."""
        self._acts.append(act)
        self._row_of_acts.fill(self._acts)

    def chosen(self) -> Item | None:
        """The event or agreed date that is chosen, as it stands in the dossier."""
        line = self.table.current()
        if line is None or line.told is Told.LETTER or self._dossier is None:
            return None
        return self._dossier.find(line.item.id)

    def _act(self, words: str, name: str, tip: str, slot: Callable[[], None]) -> QWidget:
        made = button(words, name, "link")
        made.setAccessibleName(tip)
        made.setToolTip(tip)
        made.clicked.connect(lambda _checked=False: slot())
        return made

    def _columns(self) -> list[Column[Line]]:
        return [
            Column(key="on", title=self.tr("Datum"), cell=self._day, pixels=DATE_PIXELS),
            Column(key="what", title=self.tr("Wat"), cell=lambda row: Cell(text=row.what, second=row.second), weight=11),
            Column(
                key="kind",
                title=self.tr("Soort"),
                cell=lambda row: Cell(text=row.kind, pill=row.tone) if row.tone else Cell(text=row.kind, quiet=True),
                weight=6,
            ),
            Column(key="source", title=self.tr("Bron"), cell=lambda row: Cell(text=row.source, quiet=True), weight=5),
        ]

    def _day(self, line: Line) -> Cell:
        if line.on == NOT_YET:
            return Cell(text=self.tr("nog geen datum"), quiet=True)
        today = self._place.today()
        later = self.tr("gepland") if line.on > today else ""
        return Cell(text=short_date(line.on, this_year=today.year), second=later, strong=line.on > today)

    # ----------------------------------------------------------------------------------------------------------- show

    def show_dossier(self, dossier: Dossier, request_id: str, titles: dict[str, str]) -> None:
        """Shows the story of the dossier; the line that was chosen stays so."""
        self._dossier, self._request_id = dossier, request_id
        self._lines = tuple(
            sorted(
                [
                    *(self._event(dossier, event) for event in dossier.events),
                    *(self._letter(letter, titles) for letter in dossier.letters),
                    *(self._agreed(dossier, agreed) for agreed in dossier.agreed_dates),
                ],
                key=lambda line: (line.on, line.item.position),
                reverse=True,
            )
        )
        self._show()

    def _show(self) -> None:
        asked = self.filter.text().casefold().split()
        rows = tuple(line for line in self._lines if all(word in self._searched(line) for word in asked))
        show_kept(self.table, rows, lambda line: line.item.id)
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        nothing = self.tr("Hier komt wat er gebeurt, met datum en bron. Begin met de eerste gebeurtenis.")
        self._empty.setText(self.tr("Niets gevonden met deze woorden.") if self._lines else nothing)
        self._count.setText(str(len(rows)) if rows else "")
        self._allow(self.table.current())

    def _searched(self, line: Line) -> str:
        day = "" if line.on == NOT_YET else f"{line.on:%d-%m-%Y} {short_date(line.on)}"
        return f"{day} {line.what} {line.second} {line.kind} {line.source}".casefold()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The whole story, whatever is looked for."""
        return self._lines

    def choose(self, item_id: str) -> bool:
        """Goes to the line of an item; False where the story has none."""
        for number, line in enumerate(self.table.row_model.rows):
            if line.item.id == item_id:
                self.table.choose(number)
                self.table.setFocus()
                return True
        return False

    def _event(self, dossier: Dossier, event: Event) -> Line:
        label = self._place.texts.label(event.kind)
        paper = dossier.paper(event.paper_id)
        kind = "" if event.kind is FactKind.OTHER and event.text else label
        return Line(
            on=event.on,
            told=Told.EVENT,
            item=event,
            what=capital(event.text or label),
            second=event.place,
            kind=kind,
            source=(code("papers", paper) or paper.title) if paper is not None else event.source,
        )

    def _letter(self, letter: Letter, titles: dict[str, str]) -> Line:
        states = (
            (letter.sent_on, self.tr("brief verzonden"), Tone.GOOD),
            (letter.signed_on, self.tr("brief ondertekend"), Tone.ACCENT),
            (letter.adopted_on, self.tr("brief vastgesteld"), Tone.ACCENT),
            (letter.dated or NOT_YET, self.tr("brief, concept"), Tone.ATTENTION),
        )
        day, words, tone = next(state for state in states if state[0] is not None)
        title = titles.get(letter.kind, letter.kind)
        return Line(
            on=day or NOT_YET,
            told=Told.LETTER,
            item=letter,
            what=letter.subject or title,
            second=title if letter.subject else "",
            kind=words,
            source=letter.reference,
            tone=tone,
        )

    def _agreed(self, dossier: Dossier, agreed: AgreedDate) -> Line:
        source = dossier.find(agreed.recorded_in_id) if agreed.recorded_in_id else None
        kind, on = self._standing(agreed)
        said = on.format(day=short_date(agreed.agreed_on)) if agreed.agreed_on else ""
        if agreed.met_on is not None:
            said = self.tr("gehaald op {day}").format(day=short_date(agreed.met_on))
        if agreed.cancelled is not None:
            said = self.tr("vervallen: {why}").format(why=agreed.cancelled.reason)
        return Line(
            on=agreed.due,
            told=Told.AGREED,
            item=agreed,
            what=capital(agreed.subject),
            second=said,
            kind=kind,
            source=code("papers", source) if source is not None else "",
        )

    def _standing(self, agreed: AgreedDate) -> tuple[str, str]:
        """What a date is, and the words with the day of that: what one side asks or proposes is no agreement."""
        if agreed.rule == OWN:
            return self.tr("eigen datum"), self.tr("vastgelegd op {day}")
        asked = agreed.rule in {ANSWER, ASKED} and agreed.asked_by is Party.COUNCIL and not agreed.confirmed_in_id
        if asked or (agreed.agreed_on is None and not agreed.confirmed_in_id):
            proposed = agreed.rule in COUNCIL_RULES and agreed.asked_by is Party.COUNCIL
            return self.tr("voorgestelde datum") if proposed else self.tr("gevraagde datum"), self.tr("gevraagd op {day}")
        return self.tr("afgesproken datum"), self.tr("afgesproken op {day}")

    # ----------------------------------------------------------------------------------------------------------- acts

    def add_event(self) -> None:
        """Opens the form of a new event."""
        if self._dossier is not None:
            kind = self._kinds.events()
            item = kind.make(self._dossier, self._editor.new_id(), self._request_id)
            self._open(ItemDialog(self.window(), self._editor, self._place, kind, item, new=True))

    def add_agreed(self) -> None:
        """Opens the form of a new agreed date."""
        if self._dossier is not None:
            kind = self._kinds.agreed_dates()
            item = kind.make(self._dossier, self._editor.new_id(), self._request_id)
            self._open(ItemDialog(self.window(), self._editor, self._place, kind, item, new=True))

    def open_current(self) -> None:
        """Opens the line that is chosen."""
        line = self.table.current()
        if line is not None:
            self.open_line(line)

    def open_line(self, line: Line) -> None:
        """Opens an event or an agreed date in its form, a letter as a letter."""
        dossier = self._dossier
        current = dossier.find(line.item.id) if dossier is not None else None
        if dossier is None or current is None:
            return
        events, agreed = self._kinds.events(), self._kinds.agreed_dates()
        match line.told:
            case Told.EVENT:
                found = next(item for item in dossier.events if item.id == current.id)
                self._open(ItemDialog(self.window(), self._editor, self._place, events, found))
            case Told.AGREED:
                kept = next(item for item in dossier.agreed_dates if item.id == current.id)
                self._open(ItemDialog(self.window(), self._editor, self._place, agreed, kept))
            case Told.LETTER:
                self.letter_wanted.emit(current)

    def open_source(self) -> None:
        """Goes to the paper that shows what happened."""
        line = self.table.current()
        found = self._source_of(line) if line is not None else ""
        if found:
            self.paper_wanted.emit(found)

    def remove_current(self) -> None:
        """Removes an event or an agreed date; undo brings it back."""
        line = self.table.current()
        if line is not None and line.told is not Told.LETTER:
            words = self.tr("gebeurtenis verwijderd") if line.told is Told.EVENT else self.tr("afgesproken datum verwijderd")
            self._editor.submit(remove(line.told.value, line.item.id), words)
            said = self.tr("{what}. Ongedaan maken: Ctrl+Z.").format(what=capital(words))
            a11y.announce(self.table, said)

    def _open(self, dialog: ItemDialog[Event] | ItemDialog[AgreedDate]) -> None:
        dialog.saved.connect(lambda saved: self.choose(saved.id))
        dialog.open()

    def _source_of(self, line: Line) -> str:
        for name in ("paper_id", "recorded_in_id"):
            found = getattr(line.item, name, "")
            if found and self._dossier is not None and self._dossier.paper(found) is not None:
                return str(found)
        return ""

    def _allow(self, line: Line | None) -> None:
        by_name = {made.objectName(): made for made in self._acts}
        by_name["verloop-bewerken"].setEnabled(line is not None)
        by_name["verloop-bron"].setEnabled(line is not None and bool(self._source_of(line)))
        if "verloop-brief" in by_name:
            by_name["verloop-brief"].setEnabled(line is not None and line.told is not Told.LETTER)
        by_name["verloop-verwijderen"].setEnabled(line is not None and line.told is not Told.LETTER)
