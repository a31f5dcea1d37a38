"""The course of events: what happened with date and source, the steps as a table, and all that asks for attention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from orapp.domain.derived import DeadlineState
from orapp.domain.papers import Event
from orapp.law.facts import FactKind
from orapp.texts.dates import short_date
from orapp.ui.kit.cards import Card, empty_hint
from orapp.ui.kit.cards import Column as CardColumn
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.steps import Progress, ShownStep, progress_word
from orapp.ui.kit.tables import DATE_PIXELS, Cell, Column
from orapp.ui.kit.workplace import capital
from orapp.ui.screens.dossier.course_journal import Journal
from orapp.ui.screens.dossier.course_story import Story
from orapp.ui.screens.dossier.course_terms import Terms
from orapp.ui.screens.dossier.procedure import all_steps, leading_deadline
from orapp.ui.screens.dossier.sections import Sections
from orapp.ui.screens.dossier.summary_tab import table_card
from orapp.ui.screens.dossier.tab import COURSE, DOCUMENTS, DossierTab

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.letters.outlines import LetterKind
    from orapp.services.desk import Desk
    from orapp.services.dossiers import DossierView
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.workplace import Workplace


STORY, TERMS, STEPS, JOURNAL = "story", "terms", "steps", "journal"


class CourseCards(QWidget):
    """Events newest first, then the steps of the procedure, then everything that asks for attention."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._cards = CardColumn(place.look)
        column.addWidget(self._cards)

    def show_course(self, view: DossierView, steps: tuple[ShownStep, ...]) -> None:
        """Shows the course of the whole dossier, and the steps of the chosen request."""
        cards: list[QWidget] = [self._events(view.dossier)]
        if steps:
            cards.append(self.steps_card(steps))
        if view.derived.summary.attention:
            card = Card(self._place.look, self.tr("Vraagt aandacht"))
            for item in view.derived.summary.attention:
                card.body.addWidget(text_label(f"• {item.text}", wrap=True))
            cards.append(card)
        self._cards.fill(*cards)

    def _events(self, dossier: Dossier) -> Card:
        heading = self.tr("Wat er is gebeurd")
        if not dossier.events:
            card = Card(self._place.look, heading)
            card.body.addWidget(empty_hint(self.tr("Hier komt wat er gebeurt, met datum en bron.")))
            return card
        today = self._place.today()
        rows = tuple(sorted(dossier.events, key=lambda event: (event.on, event.position), reverse=True))
        papers = {paper.id: f"D{paper.number}" for paper in dossier.papers if paper.number}

        def when(event: Event) -> Cell:
            later = self.tr("gepland") if event.on > today else ""
            return Cell(text=short_date(event.on, this_year=today.year), second=later, strong=event.on > today)

        def what(event: Event) -> Cell:
            return Cell(text=capital(event.text or self._place.texts.label(event.kind)), second=event.place)

        columns: list[Column[Event]] = [
            Column(key="on", title=self.tr("Datum"), cell=when, pixels=DATE_PIXELS),
            Column(key="what", title=self.tr("Wat"), cell=what, weight=6),
            Column(
                key="kind",
                title=self.tr("Soort"),
                cell=lambda row: Cell(text=self._kind(row), quiet=True),
                weight=3,
            ),
            Column(
                key="source",
                title=self.tr("Bron"),
                cell=lambda row: Cell(text=papers.get(row.paper_id, row.source), quiet=True),
                pixels=118,
            ),
        ]
        return table_card(self._place, heading, rows, columns, "verloop")

    def _kind(self, event: Event) -> str:
        """The kind of an event; "other" says nothing beside its text."""
        return "" if event.kind is FactKind.OTHER and event.text else self._place.texts.label(event.kind)

    def steps_card(self, steps: tuple[ShownStep, ...]) -> Card:
        def state(step: ShownStep) -> Cell:
            match step.progress:
                case Progress.DONE:
                    return Cell(text=progress_word(step.progress), pill=Tone.GOOD)
                case Progress.CURRENT:
                    return Cell(text=progress_word(step.progress), pill=Tone.ACCENT)
                case _:
                    return Cell(text=progress_word(step.progress), pill=Tone.PLAIN)

        columns: list[Column[ShownStep]] = [
            Column(key="title", title=self.tr("Stap"), cell=lambda row: Cell(text=row.title), weight=5),
            Column(key="note", title=self.tr("Wanneer"), cell=lambda row: Cell(text=row.note), weight=3),
            Column(key="article", title=self.tr("Artikel"), cell=lambda row: Cell(text=row.explanation, quiet=True), weight=3),
            Column(key="state", title=self.tr("Stand"), cell=state, pixels=128),
        ]
        return table_card(self._place, self.tr("Stappen van de procedure"), steps, columns, "stappen-tabel")


class CourseTab(DossierTab):
    """What happened, the terms with their reason, the steps of the procedure, and who changed what."""

    def __init__(self, desk: Desk, place: Workplace, editor: DossierEditor) -> None:
        super().__init__(desk, place, editor, COURSE)
        self._titles: dict[str, str] = {}
        self.story = Story(place, editor)
        self.deadlines = Terms(place)
        self.journal = Journal(place)
        self._steps = CardColumn(place.look)
        self._shown_steps: tuple[ShownStep, ...] = ()
        self.sections = Sections(place, "verloop-onderdelen", self.tr("Onderdelen van het verloop"))
        self.sections.add(STORY, self.tr("Verloop"), lambda: self.story)
        self.sections.add(TERMS, self.tr("Termijnen"), lambda: self.deadlines)
        self.sections.add(STEPS, self.tr("Stappen"), lambda: self._steps)
        self.sections.add(JOURNAL, self.tr("Logboek"), lambda: self.journal)
        self.column.addWidget(self.sections)
        self.deadlines.proof_asked.connect(self.proof_asked)
        self.story.letter_wanted.connect(lambda letter: self.letter_asked.emit(letter.kind, letter.request_id, letter.id))
        self.story.paper_wanted.connect(lambda paper_id: self.part_opened.emit(DOCUMENTS, paper_id))
        self.sections.chosen.connect(self._read_journal)
        self.sections.choose(STORY)

    def refresh(self, view: DossierView, request_id: str) -> None:
        """Shows the course and the terms; what was chosen stays chosen."""
        if not self._titles:
            self._place.tasks.read(self, "brieven", self._desk.letters.kinds, self._take_titles)
        self.story.show_dossier(view.dossier, request_id, self._titles)
        self.deadlines.show_deadlines(view.derived.deadlines)
        running = sum(1 for item in view.derived.deadlines if item.state is not DeadlineState.CLOSED)
        self.sections.count(STORY, len(self.story.lines))
        self.sections.count(TERMS, running)
        self._show_steps(view, request_id)
        self._read_journal(self.sections.current)

    def choose(self, item_id: str) -> None:
        """Goes to the term with this key, to the line of this item, or to the term that starts from it."""
        view = self._view
        if view is None:
            return
        terms = [item for item in view.derived.deadlines if item.key == item_id]
        if not terms and self.story.choose(item_id):
            self.sections.choose(STORY)
            self.story.choose(item_id)
            return
        terms = terms or [item for item in view.derived.deadlines if item.start_source_id == item_id]
        if terms:
            self.sections.choose(TERMS)
            self.deadlines.choose(terms[0])

    def _take_titles(self, kinds: tuple[LetterKind, ...]) -> None:
        self._titles = {kind.key: capital(kind.title) for kind in kinds}
        if self._view is not None:
            self.story.show_dossier(self._view.dossier, self._request_id, self._titles)

    def _show_steps(self, view: DossierView, request_id: str) -> None:
        state = next((course.state for course in view.procedures if course.request.id == request_id), None)
        today = self._place.today()
        deadline = leading_deadline(view, request_id, today)
        steps = all_steps(state, deadline, today) if state is not None else ()
        if steps == self._shown_steps and steps:
            return
        self._shown_steps = steps
        if steps:
            self._steps.fill(CourseCards(self._place).steps_card(steps))
        else:
            self._steps.fill(empty_hint(self.tr("Bij dit dossier hoort nog geen procedure. Die begint met een aanvraag.")))

    def _read_journal(self, section: str) -> None:
        view = self._view
        if section == JOURNAL and view is not None:
            reference, dossier = view.dossier.reference, view.dossier
            self._place.tasks.read(
                self,
                "logboek",
                lambda: self._desk.dossiers.journal(reference),
                lambda rows: self.journal.show_rows(rows, dossier),
            )
