"""One dossier: title line, procedure steps, the band with what comes next, six tabs, and what matters now at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from orapp.ui.kit import a11y
from orapp.ui.kit.cards import Card
from orapp.ui.kit.dossier_tabs import COURSE, DECISION, ORDER
from orapp.ui.kit.dressing import as_frame
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.steps import ProcedureSteps, ShownStep
from orapp.ui.kit.workplace import capital
from orapp.ui.screens.dossier.decision_tab import DecisionTab
from orapp.ui.screens.dossier.procedure import leading_deadline, next_act, party_words, row_of_steps, standing
from orapp.ui.screens.dossier.step_acts import BandActs, StepActs
from orapp.ui.screens.dossier.step_band import StepBand
from orapp.ui.screens.dossier.step_letter import begin_from_term, letter_button, show_proof
from orapp.ui.screens.dossier.step_parts import first_tab, letters_here, part_of, tab_words
from orapp.ui.screens.dossier.step_side import SideColumn, SplitBody
from orapp.ui.screens.dossier.tab import DossierTab
from orapp.ui.screens.dossier.tab_holder import TabHolder
from orapp.ui.screens.dossier.title import DossierHead

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from orapp.domain.derived import Deadline
    from orapp.law.procedures import ProcedureState
    from orapp.letters.beginnings import Beginning
    from orapp.letters.letter_kinds import LetterKind
    from orapp.services.desk import Desk
    from orapp.services.dossiers import DossierView
    from orapp.services.rows import Changes
    from orapp.ui.kit.step_wish import StepWish
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.dossier.procedure import NextAct
    from orapp.ui.screens.dossier.step_done import Part

LEAST_BODY = 200


class DossierScreen(TabHolder):
    """Shows a dossier by its reference and shows it again when it changes. `editor` keeps what is edited in it here."""

    letter_asked = Signal(str, str, str, str)  # reference, kind (empty: choose), request id, letter id (empty: the newest)
    letter_begun = Signal(str, object)  # reference, what it begins from
    shown = Signal(str)

    def __init__(self, desk: Desk, place: Workplace, folder: Callable[[], Path]) -> None:
        super().__init__(desk, place)
        self._folder = folder
        self._reference = ""
        self._request_id = ""
        self._view: DossierView | None = None
        self._state: ProcedureState | None = None
        self._next: NextAct | None = None
        self._offered = BandActs()
        self._kinds: tuple[LetterKind, ...] = ()
        self._titles: dict[str, str] = {}
        self._stale: set[str] = set()
        self._tab_of: dict[str, str] = {}
        self._wanted: tuple[str, str] | None = None
        self._begins: StepWish | None = None
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
        self.head = DossierHead(self._place)
        self.title, self.subtitle = self.head.title, self.head.subtitle
        self.requests, self.letter_button = self.head.requests, self.head.letter_button
        self.record_button = self.head.record_button
        column.addWidget(self.head)
        self._hidden = text_label(
            self.tr("Dit dossier is geheim. Zolang het scherm wordt gedeeld, toont het programma er niets van."),
            "quiet",
            wrap=True,
        )
        self._hidden.hide()
        column.addWidget(self._hidden)
        self._steps_card = Card(look)
        self.steps = ProcedureSteps(look)
        a11y.name(self.steps, "stappen", self.tr("Stappen van de procedure"))
        self._steps_card.body.setContentsMargins(look.px(14), look.px(8), look.px(14), look.px(6))
        self._steps_card.body.addWidget(self.steps)
        column.addWidget(self._steps_card)
        self.band = StepBand(look)
        self.band.offer_letters(letter_button(self._place, self._desk, lambda: (self._view, self._next), self._begun))
        column.addWidget(self.band)
        self.acts = StepActs(self._place, self.editor, self)
        a11y.name(self.tabs, "tabbladen", self.tr("Onderdelen van het dossier"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        for words in tab_words(None):
            self.tabs.addTab(words)
        column.addWidget(self.tabs)
        self._body = SplitBody(look)
        self.pages.setMinimumHeight(look.px(LEAST_BODY))
        self._side = SideColumn(self._place)
        self._body.hold(self.pages, self._side)
        as_frame(self, self._body, self.pages)
        column.addWidget(self._body, 1)

    # -- connect -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show_tab)
        self.requests.activated.connect(self._choose_request)
        self.letter_button.clicked.connect(self.ask_letter)
        self.record_button.clicked.connect(self.acts.choose)
        self.band.first_asked.connect(self._do_first)
        self.band.second_asked.connect(self._do_second)
        self.band.proof_asked.connect(self._prove_next)
        self.tab_made.connect(self._follow_tab)
        self.steps.step_opened.connect(self._open_step)
        self.acts.part_opened.connect(self._open_part)
        self._side.proof_asked.connect(self._prove)
        self._side.item_opened.connect(self._open_item)
        self._side.step_asked.connect(lambda asked: self.acts.record(asked[0], text=asked[1]))
        self.editor.refused.connect(self._place.tasks.failure)
        self._place.changes.changed.connect(self._on_changes)
        self._place.changes.new_day.connect(self.catch_up)
        self._place.here.changed.connect(self._show_anew)
        for keys, turn in (("Ctrl+Tab", 1), ("Ctrl+PgDown", 1), ("Ctrl+Shift+Tab", -1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self, lambda turn=turn: self._turn(turn))
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        record = QShortcut(QKeySequence("Ctrl+L"), self, self.acts.choose)
        record.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # -- show ----------------------------------------------------------------------------------------------------------

    def open(self, reference: str) -> None:
        """Shows a dossier: first the tab that its phase needs, afterwards the one where it was left."""
        if reference != self._reference:
            self._request_id = ""
            self._view = None
            self._wanted = None
            self._begins = None
        self._reference = reference
        self.reload()

    @override
    def reload(self) -> None:
        """Reads the dossier again and shows it."""
        if not self._reference:
            return
        super().reload()
        reference, desk = self._reference, self._desk
        kinds = self._kinds

        def look_up() -> tuple[DossierView, tuple[LetterKind, ...]]:
            return desk.dossiers.view(reference), kinds or desk.letters.kinds()

        self._place.tasks.read(self, "dossier", look_up, self._take)

    def _take(self, found: tuple[DossierView, tuple[LetterKind, ...]]) -> None:
        """Shows what was read; the tab that comes first is made before, so that nobody waits for both together."""
        view = found[0]
        if self._view is not None:
            self._show(found)
            return
        left = self._tab_of.get(view.dossier.id) or first_tab(view, self._request_id or view.derived.summary.request_id)
        first = self._wanted[0] if self._wanted is not None and self._wanted[0] in ORDER else left
        self._make_first(first, lambda: self._show(found) if view.dossier.reference == self._reference else None)

    def _show(self, found: tuple[DossierView, tuple[LetterKind, ...]]) -> None:
        view, self._kinds = found
        self._titles = {kind.key: capital(kind.title) for kind in self._kinds}
        first = self._view is None
        self._view = view
        self.editor.take(view.dossier)
        known = {course.request.id for course in view.procedures}
        if self._request_id not in known:
            leading = view.derived.summary.request_id
            self._request_id = leading if leading in known else next(iter(known), "")
        if self._begins is not None and self._begins.request_id in known:
            self._request_id = self._begins.request_id
        wanted, self._wanted = self._wanted, None
        if first or wanted is not None:
            left = self._tab_of.get(view.dossier.id) or first_tab(view, self._request_id)
            self._stale.clear()  # what comes here is filled once, when all that it needs is known
            self.tabs.setCurrentIndex(ORDER.index(wanted[0] if wanted is not None and wanted[0] in ORDER else left))
        self.head.show_requests(view, self._request_id)
        rest = self._show_work(view)
        if wanted is not None:
            self.show_part(*wanted)
        self.shown.emit(view.dossier.reference)
        seen = (self._sight,) if wanted is not None else ()
        self._place.tasks.in_turn(self, "dossier", *rest, *seen, self._follow_wish)

    def _follow_wish(self) -> None:
        """Asks for the step that was wanted before the dossier was there."""
        begins, self._begins = self._begins, None
        if begins is not None and begins.kinds:
            self.acts.record(begins.kinds, begins.codes)
        elif begins is not None:
            self._do_first()

    def _show_anew(self) -> None:
        """Shows all at once where others look along: what they may not see is gone before anything else happens."""
        rest = self._show_work(self._view) if self._view is not None else ()
        for step in rest if self._place.here.shared else ():
            step()
        self._place.tasks.in_turn(self, "anders", *(() if self._place.here.shared else rest))

    def _show_work(self, view: DossierView) -> tuple[Callable[[], None], ...]:
        """Shows where the work is done; gives what may follow, each in its own turn: the steps and the column beside."""
        place, today = self._place, self._place.today()
        hidden = place.here.shared and view.dossier.secret
        self.acts.take(view, self._request_id)
        found = next((course.state for course in view.procedures if course.request.id == self._request_id), None)
        self._state = standing(view, found, self._request_id) if found is not None else None
        phase = found.phase_label if found is not None else place.texts.label(view.dossier.status)
        self.head.show_dossier(view, self._request_id, phase, hidden=hidden)
        self._hide_all(hidden)
        if hidden:
            return ()
        summary = view.derived.summary
        turn = party_words(summary.turn if found is None or self._request_id == summary.request_id else found.turn)
        self._next = next_act(view, found, self._request_id, today, turn)
        letters = letters_here(view, self._request_id, self._kinds)
        self._offered = self.acts.offered(self._next, letters)
        self.band.show_act(self._next, self._offered)
        self.letter_button.setVisible(bool(letters))
        for number, words in enumerate(tab_words(view)):
            self.tabs.setTabText(number, words)
        self._stale = set(ORDER)
        self._fill_tab(ORDER[self.tabs.currentIndex()])
        return self._show_steps, lambda: self._side.show_view(view, self._request_id)

    def _hide_all(self, hidden: bool) -> None:
        """A secret dossier shows on a shared screen only that it is hidden."""
        self._hidden.setVisible(hidden)
        self._steps_card.setVisible(self._state is not None and not hidden)
        for widget in (self.band, self.tabs, self._body):
            widget.setVisible(not hidden)

    def _show_steps(self) -> None:
        view, state = self._view, self._state
        if view is None or state is None:
            return
        today = self._place.today()
        shown = row_of_steps(state, leading_deadline(view, self._request_id, today), today)
        if shown == tuple(one.step for one in self.steps.buttons()):
            return
        focused = next((one.step.key for one in self.steps.buttons() if one.hasFocus()), "")
        self.steps.show_steps(shown)
        for one in self.steps.buttons():
            if one.step.key == focused:
                one.setFocus()

    def _show_tab(self, number: int) -> None:
        view = self._view
        if view is not None:
            self._tab_of[view.dossier.id] = ORDER[number]
        self._fill_tab(ORDER[number])

    def _fill_tab(self, name: str) -> None:
        """A tab is filled when it is looked at: opening a dossier then waits for one of them, not for six."""
        if self._view is not None:
            self._dress(name)
            self.pages.stack.setCurrentWidget(self.tab(name))
            self._fill(name)

    @override
    def _fill(self, name: str) -> None:
        view = self._view
        if view is not None and name in self._stale and not (self._place.here.shared and view.dossier.secret):
            self._stale.remove(name)
            self.tab(name).show_view(view, self._request_id)

    @property
    def reference(self) -> str:
        """The reference of the dossier that is shown."""
        return self._reference

    def ask_letter(self) -> None:
        """Goes to the letter screen for the request that is shown."""
        if self._reference:
            self.letter_asked.emit(self._reference, "", self._request_id, "")

    def show_tab(self, number: int) -> None:
        """Shows a tab by its number, 0 to 5, and goes to its list; before the dossier is there, as soon as it is."""
        self.show_part(ORDER[number], "")
        self.tab(ORDER[number]).take_keys(self.tabs)

    def show_part(self, tab: str, item_id: str) -> None:
        """Shows a tab by its name and goes to an item on it; before the dossier is there, as soon as it is."""
        if self._view is None:
            self._wanted = (tab, item_id)
        elif tab in ORDER:
            self.tabs.setCurrentIndex(ORDER.index(tab))
            if item_id:
                self.tab(tab).choose(item_id)
            self._sight()

    def begin_step(self, wish: StepWish) -> None:
        """Asks for what a step needs, the next one where none is named, as soon as the dossier is there."""
        self._begins = wish
        if self._view is not None:
            number = self.requests.findData(wish.request_id)
            if number >= 0:
                self._choose_request(number)
                self.requests.setCurrentIndex(number)
            self._follow_wish()

    def _do_first(self) -> None:
        act, offered = self._next, self._offered
        if act is None or not offered.first:
            self.acts.choose()
        elif offered.letter:
            if not self.acts.told_read_only():
                begin_from_term(self, self._place, self._desk, self._view, offered.letter, act.deadline, self._begin_letter)
        elif offered.judges is not None:
            self.tabs.setCurrentIndex(ORDER.index(DECISION))
            self.decision.judge(*offered.judges)
        elif offered.part is not None:
            self.show_part(*offered.part)
        elif act.step is not None:
            self.acts.begin(act.step)

    def _begin_letter(self, kind: str, beginning: Beginning | None) -> None:
        if beginning is None:
            self._ask_kind(kind, self._request_id, "")
        else:
            self._begun(beginning)

    def _begun(self, beginning: Beginning) -> None:
        self.letter_begun.emit(self._reference, beginning)

    def _do_second(self) -> None:
        if self._next is not None and self._next.step is not None:
            self.acts.begin(self._next.step)

    def _follow_tab(self, tab: DossierTab) -> None:
        tab.part_opened.connect(self.show_part)
        tab.letter_asked.connect(self._ask_kind)
        tab.letter_begun.connect(self._begun)
        tab.proof_asked.connect(self._prove)
        if isinstance(tab, DecisionTab):
            tab.step_asked.connect(lambda asked: self.acts.record(*asked))

    def _turn(self, turn: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + turn) % len(ORDER))

    def _ask_kind(self, kind: str, request_id: str, letter_id: str) -> None:
        if kind and kind not in self._titles:
            what = self.tr("Deze brief is niet met dit programma gemaakt")
            listed = ", ".join(title.lower() for title in self._titles.values())
            explanation = self.tr("De brief staat als stuk in het dossier. Dit programma maakt deze brieven: {listed}.")
            self._place.asker.tell(self, what, explanation.format(listed=listed))
            return
        self.letter_asked.emit(self._reference, kind, request_id if letter_id else request_id or self._request_id, letter_id)

    def _choose_request(self, number: int) -> None:
        self._request_id = self.requests.itemData(number)
        self.requests.setToolTip(self.requests.currentText())
        self._show_anew()

    def _open_step(self, shown: ShownStep) -> None:
        state = next((one for one in self._state.steps if one.key == shown.key), None) if self._state is not None else None
        if state is None:
            self.show_part(COURSE, "")
        else:
            self.acts.open_step(state)

    def _open_part(self, part: Part) -> None:
        self.show_part(part.tab, part.item_id)

    def _open_item(self, item_id: str) -> None:
        part = part_of(self._view.dossier, item_id) if self._view is not None else None
        if part is not None:
            self.show_part(*part)

    def _prove_next(self) -> None:
        if self._next is not None and self._next.deadline is not None:
            self._prove(self._next.deadline)

    def _prove(self, deadline: Deadline) -> None:
        show_proof(self, self._place, self._desk, self._reference, deadline, self._folder())

    def _on_changes(self, changes: Changes) -> None:
        if self._view is not None and (self._view.dossier.id in changes.dossier_ids or changes.council):
            self.catch_up()
