"""The course of a dossier: what happened, the terms with their reason, the steps, and who changed what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orapp.domain.derived import DeadlineState
from orapp.ui.kit.dossier_tabs import COURSE, DOCUMENTS
from orapp.ui.kit.workplace import capital
from orapp.ui.screens.dossier.course_journal import Journal
from orapp.ui.screens.dossier.course_steps import StepsTable
from orapp.ui.screens.dossier.course_story import Story
from orapp.ui.screens.dossier.course_terms import Terms
from orapp.ui.screens.dossier.procedure import all_steps, leading_deadline
from orapp.ui.screens.dossier.sections import Sections
from orapp.ui.screens.dossier.tab import DossierTab

if TYPE_CHECKING:
    from orapp.letters.letter_kinds import LetterKind
    from orapp.services.desk import Desk
    from orapp.services.dossiers import DossierView
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.workplace import Workplace

STORY, TERMS, STEPS, JOURNAL = "story", "terms", "steps", "journal"


class CourseTab(DossierTab):
    """What happened, the terms with their reason, the steps of the procedure, and who changed what."""

    def __init__(self, desk: Desk, place: Workplace, editor: DossierEditor) -> None:
        super().__init__(desk, place, editor, COURSE)
        self._titles: dict[str, str] = {}
        self.story = Story(place, editor)
        self.deadlines = Terms(place)
        self.journal = Journal(place)
        self.steps = StepsTable(place)
        for part in (self.story, self.deadlines, self.journal, self.steps):
            self.hold(part)
        self.sections = Sections(place, "verloop-onderdelen", self.tr("Onderdelen van het verloop"))
        self.sections.add(STORY, self.tr("Verloop"), lambda: self.story)
        self.sections.add(TERMS, self.tr("Termijnen"), lambda: self.deadlines)
        self.sections.add(STEPS, self.tr("Stappen"), lambda: self.steps)
        self.sections.add(JOURNAL, self.tr("Logboek"), lambda: self.journal)
        self.column.addWidget(self.sections)
        self.deadlines.proof_asked.connect(self.proof_asked)
        self.story.letter_wanted.connect(lambda letter: self.letter_asked.emit(letter.kind, letter.request_id, letter.id))
        self.story.paper_wanted.connect(lambda paper_id: self.part_opened.emit(DOCUMENTS, paper_id))
        self.story.add_act(self.begin_button("verloop-brief", self.story.chosen))
        self.deadlines.add_act(self.begin_button("termijn-brief", self.deadlines.table.current))
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
        self.steps.show_steps(all_steps(state, deadline, today) if state is not None else ())

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
