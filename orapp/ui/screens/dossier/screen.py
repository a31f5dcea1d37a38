"""One dossier: title line, procedure steps, the band with what comes next, tabs, and what matters now at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from orapp.domain.derived import DeadlineState
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import Band, Card, Column, button
from orapp.ui.kit.labels import Pill, text_label
from orapp.ui.kit.look import Tone, restyle
from orapp.ui.kit.steps import ProcedureSteps, ShownStep
from orapp.ui.kit.workplace import capital
from orapp.ui.screens.dossier.course_tab import CourseCards
from orapp.ui.screens.dossier.deadlines_tab import DeadlinesTab
from orapp.ui.screens.dossier.letters_tab import LettersTab
from orapp.ui.screens.dossier.procedure import all_steps, leading_deadline, next_act, party_words, row_of_steps
from orapp.ui.screens.dossier.proof_sheet import ProofDialog
from orapp.ui.screens.dossier.side import attention_card, clocks_card, plan_card, politics_card
from orapp.ui.screens.dossier.summary_tab import Summary
from orapp.ui.screens.dossier.title import subtitle_of, title_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from orapp.domain.derived import Deadline
    from orapp.law.proof import ProofSheet
    from orapp.letters.outlines import LetterKind
    from orapp.services.desk import Desk
    from orapp.services.dossiers import DossierView
    from orapp.services.rows import Changes
    from orapp.ui.kit.workplace import Workplace

LEAST_BODY = 200
SUMMARY, DEADLINES, COURSE, LETTERS = range(4)


class DossierScreen(QWidget):
    """Shows a dossier by its reference and shows it again when it changes."""

    letter_asked = Signal(str, str, str)  # reference, kind (empty: choose), request id
    back_asked = Signal()
    shown = Signal(str)

    def __init__(self, desk: Desk, place: Workplace, folder: Callable[[], Path]) -> None:
        super().__init__()
        self._desk = desk
        self._place = place
        self._folder = folder
        self._reference = ""
        self._request_id = ""
        self._view: DossierView | None = None
        self._next: Deadline | None = None
        self._kinds: tuple[LetterKind, ...] = ()
        self._titles: dict[str, str] = {}
        self._all_steps: tuple[ShownStep, ...] = ()
        self._stale: set[int] = set()
        self.setObjectName("dossier")
        self.setProperty("part", "ground")
        self._build()
        self._connect()

    # -- build ---------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(22), look.px(14), look.px(22), look.px(14))
        column.setSpacing(look.px(10))
        column.addLayout(self._build_title())
        self._steps_card = Card(look)
        self.steps = ProcedureSteps(look)
        a11y.name(self.steps, "stappen", self.tr("Stappen van de procedure"))
        self._steps_card.body.setContentsMargins(look.px(14), look.px(8), look.px(14), look.px(6))
        self._steps_card.body.addWidget(self.steps)
        column.addWidget(self._steps_card)
        self.band = Band(look)
        self.band.setObjectName("volgende-stap")
        self._letter_act = button(self.tr("Brie&f maken"), "band-brief", "primary")
        self._proof_act = button(self.tr("Be&wijsblad"), "band-bewijsblad")
        self.band.add_act(self._letter_act)
        self.band.add_act(self._proof_act)
        column.addWidget(self.band)
        self.tabs = QTabBar()
        a11y.name(self.tabs, "tabbladen", self.tr("Onderdelen van het dossier"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for words in (self.tr("&Samenvatting"), self.tr("&Termijnen"), self.tr("&Verloop"), self.tr("Brie&ven")):
            self.tabs.addTab(words.replace("&", ""))
        column.addWidget(self.tabs)
        column.addLayout(self._build_body(), 1)

    def _build_title(self) -> QHBoxLayout:
        look = self._place.look
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(look.px(2))
        first = QHBoxLayout()
        first.setSpacing(look.px(10))
        self.title = text_label("", "title")
        self.title.setObjectName("titel")
        self._status = Pill("")
        self._secret = Pill(self.tr("geheim"), Tone.DANGER)
        first.addWidget(self.title)
        first.addWidget(self._status)
        first.addWidget(self._secret)
        first.addStretch(1)
        words.addLayout(first)
        self.subtitle = text_label("", "quiet", wrap=True)
        words.addWidget(self.subtitle)
        row.addLayout(words, 1)
        self.requests = QComboBox()
        a11y.name(self.requests, "procedure", self.tr("Procedure in dit dossier"))
        self.requests.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.requests.setMaximumWidth(look.px(380))
        row.addWidget(self.requests, 0, Qt.AlignmentFlag.AlignTop)
        self.letter_button = button(self.tr("Brief"), "brief")
        self.letter_button.setToolTip(self.tr("Brief maken (Ctrl+B)"))
        row.addWidget(self.letter_button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _build_body(self) -> QHBoxLayout:
        look = self._place.look
        body = QHBoxLayout()
        body.setSpacing(look.px(14))
        self._pages = QStackedWidget()
        self._pages.setMinimumHeight(look.px(LEAST_BODY))
        self._summary = Column(look)
        self.deadlines = DeadlinesTab(self._place)
        self.course = CourseCards(self._place)
        self.letters = LettersTab(self._place)
        for page in (self._summary, self.deadlines, self.course, self.letters):
            self._pages.addWidget(page)
        body.addWidget(self._pages, 9)
        self._side = Column(look)
        self._side.setMinimumWidth(look.px(280))
        body.addWidget(self._side, 5)
        return body

    # -- connect -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show_tab)
        self.requests.activated.connect(self._choose_request)
        self.letter_button.clicked.connect(self.ask_letter)
        self._letter_act.clicked.connect(self.ask_letter)
        self._proof_act.clicked.connect(self._prove_next)
        self.deadlines.proof_asked.connect(self._prove)
        self.letters.letter_asked.connect(self._ask_kind)
        self.steps.step_opened.connect(self._open_step)
        self._place.changes.changed.connect(self._on_changes)
        self._place.changes.new_day.connect(self.reload)

    # -- show ----------------------------------------------------------------------------------------------------------

    def open(self, reference: str) -> None:
        """Shows a dossier; the summary comes first."""
        if reference != self._reference:
            self._request_id = ""
            self.tabs.setCurrentIndex(SUMMARY)
        self._reference = reference
        self.reload()

    def reload(self) -> None:
        """Reads the dossier again and shows it."""
        if not self._reference:
            return
        reference, desk = self._reference, self._desk
        kinds = self._kinds

        def look_up() -> tuple[DossierView, tuple[LetterKind, ...]]:
            return desk.dossiers.view(reference), kinds or desk.letters.kinds()

        self._place.tasks.read(self, "dossier", look_up, self._show)

    def _show(self, found: tuple[DossierView, tuple[LetterKind, ...]]) -> None:
        view, self._kinds = found
        self._titles = {kind.key: capital(kind.title) for kind in self._kinds}
        self._view = view
        known = {course.request.id for course in view.procedures}
        if self._request_id not in known:
            leading = view.derived.summary.request_id
            self._request_id = leading if leading in known else next(iter(known), "")
        self._show_requests(view)
        self._show_request(view)
        self.shown.emit(view.dossier.reference)

    def _show_requests(self, view: DossierView) -> None:
        self.requests.clear()
        for course in view.procedures:
            self.requests.addItem(course.request.title, course.request.id)
        self.requests.setCurrentIndex(self.requests.findData(self._request_id))
        self.requests.setVisible(len(view.procedures) > 1)
        self.requests.setToolTip(self.requests.currentText())

    def _show_request(self, view: DossierView) -> None:
        place, today = self._place, self._place.today()
        request = view.dossier.request(self._request_id)
        self.title.setText(title_of(view.dossier))
        self.subtitle.setText(subtitle_of(view.dossier, request, place.texts, today))
        state = next((course.state for course in view.procedures if course.request.id == self._request_id), None)
        self._status.setText(state.phase_label if state is not None else place.texts.label(view.dossier.status))
        self._secret.setVisible(view.dossier.secret)
        deadline = leading_deadline(view, self._request_id, today)
        self._steps_card.setVisible(state is not None)
        self._all_steps = ()
        if state is not None:
            self.steps.show_steps(row_of_steps(state, deadline, today))
            self._all_steps = all_steps(state, deadline, today)
        summary = view.derived.summary
        turn = party_words(summary.turn if state is None or self._request_id == summary.request_id else state.turn)
        act = next_act(view, state, self._request_id, today, turn)
        self._next = act.deadline
        self.band.show_next(act.what, act.why, act.tone)
        self._offer_acts(act.asks)
        self._stale = {SUMMARY, DEADLINES, COURSE, LETTERS}
        self._fill_tab(self.tabs.currentIndex())
        running = sum(1 for item in view.derived.deadlines if item.state is not DeadlineState.CLOSED)
        self.tabs.setTabText(DEADLINES, self.tr("Termijnen {count}").format(count=running))
        self.tabs.setTabText(LETTERS, self.tr("Brieven {count}").format(count=len(view.dossier.letters)))
        self._show_side(view)

    def _show_tab(self, number: int) -> None:
        self._pages.setCurrentIndex(number)
        self._fill_tab(number)

    def _fill_tab(self, number: int) -> None:
        """A tab is filled when it is looked at: opening a dossier then waits for one of them, not for four."""
        view = self._view
        if view is None or number not in self._stale:
            return
        self._stale.remove(number)
        match number:
            case 0:
                self._summary.fill(*Summary(self._place, view, self._request_id, self).cards())
            case 1:
                self.deadlines.show_deadlines(view.derived.deadlines)
            case 2:
                self.course.show_course(view, self._all_steps)
            case _:
                self.letters.show_letters(view.dossier, self._titles)

    def _offer_acts(self, asks: bool) -> None:
        """Offers a letter where one can be made for this request, and the proof sheet where the band names a term.

        Where no letter can be made, the proof sheet is the act of the band.
        """
        view = self._view
        request = view.dossier.request(self._request_id) if view is not None else None
        can_write = (
            view is not None
            and request is not None
            and bool(view.dossier.of_request(request.id))
            and any(kind.for_request(request.legal) for kind in self._kinds)
        )
        self.letter_button.setVisible(can_write)
        self._letter_act.setVisible(can_write and asks)
        self._proof_act.setVisible(self._next is not None)
        self._proof_act.setProperty("part", "" if can_write else "primary")
        restyle(self._proof_act)

    def _show_side(self, view: DossierView) -> None:
        place, today = self._place, self._place.today()
        cards = [
            clocks_card(view, self._request_id, place.look, today, self._prove),
            plan_card(view, self._request_id, place.look, today, place.law().month_plan),
            attention_card(view, place.look),
            politics_card(view, self._request_id, place.look),
        ]
        self._side.fill(*(card for card in cards if card is not None))

    # -- slots ---------------------------------------------------------------------------------------------------------

    @property
    def reference(self) -> str:
        """The reference of the dossier that is shown."""
        return self._reference

    def ask_letter(self) -> None:
        """Goes to the letter screen for the request that is shown."""
        if self._reference:
            self.letter_asked.emit(self._reference, "", self._request_id)

    def show_tab(self, number: int) -> None:
        """Shows a tab by its number, 0 to 3."""
        self.tabs.setCurrentIndex(number)

    def _ask_kind(self, kind: str, request_id: str) -> None:
        if kind and kind not in self._titles:
            what = self.tr("Deze brief is niet met dit programma gemaakt")
            listed = ", ".join(title.lower() for title in self._titles.values())
            explanation = self.tr("De brief staat als stuk in het dossier. Dit programma maakt deze brieven: {listed}.")
            self._place.asker.tell(self, what, explanation.format(listed=listed))
            return
        self.letter_asked.emit(self._reference, kind, request_id or self._request_id)

    def _choose_request(self, number: int) -> None:
        self._request_id = self.requests.itemData(number)
        self.requests.setToolTip(self.requests.currentText())
        if self._view is not None:
            self._show_request(self._view)

    def _open_step(self, _step: ShownStep) -> None:
        self.tabs.setCurrentIndex(COURSE)

    def _prove_next(self) -> None:
        if self._next is not None:
            self._prove(self._next)

    def _prove(self, deadline: Deadline) -> None:
        reference = self._reference

        def show(sheet: ProofSheet) -> None:
            ProofDialog(self, self._place, sheet, reference, self._folder()).open()

        self._place.tasks.read(self, "bewijsblad", lambda: self._desk.dossiers.proof(reference, deadline.key), show)

    def _on_changes(self, changes: Changes) -> None:
        if self._view is not None and (self._view.dossier.id in changes.dossier_ids or changes.council):
            self.reload()
