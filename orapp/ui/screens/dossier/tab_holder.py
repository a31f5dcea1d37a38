"""The six tabs of a dossier, each made when it is first looked at: a dossier opens as fast as one of them is made."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QTabBar, QWidget
from typing_extensions import override

from orapp.ui.kit.dossier_tabs import ASSESSMENT, COMMITMENTS, COURSE, DECISION, DOCUMENTS, ORDER, SUMMARY
from orapp.ui.kit.editor import DossierEditor
from orapp.ui.kit.scrolling import into_sight, row_into_sight
from orapp.ui.kit.seen_screen import SeenScreen
from orapp.ui.screens.dossier.assessment_tab import AssessmentTab
from orapp.ui.screens.dossier.commitments_tab import CommitmentsTab
from orapp.ui.screens.dossier.course_tab import CourseTab
from orapp.ui.screens.dossier.decision_tab import DecisionTab
from orapp.ui.screens.dossier.documents_tab import DocumentsTab
from orapp.ui.screens.dossier.summary_tab import SummaryTab
from orapp.ui.screens.dossier.tab import DossierTab

if TYPE_CHECKING:
    from collections.abc import Callable

    from orapp.services.desk import Desk
    from orapp.ui.kit.workplace import Workplace

AHEAD_MS = 100
SIGHT_TURNS = 4
T = TypeVar("T", bound=DossierTab)


class _Stack(QStackedLayout):
    @override
    def heightForWidth(self, width: int) -> int:
        # Qt would take the height that a tab likes best, and the whole screen would scroll for a list that scrolls itself.
        tab = self.currentWidget()
        layout = tab.layout() if tab is not None else None
        return max(self.minimumSize().height(), layout.minimumHeightForWidth(width) if layout is not None else 0)


class TabPages(QWidget):
    """The tabs in a `stack`, of which one is seen: together they ask for the room that this one can do with."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = _Stack(self)


class TabHolder(SeenScreen):
    """Holds the tabs on `pages`, named on the bar `tabs`; `tab_made` gives each one that was made, to be connected."""

    tab_made = Signal(object)

    def __init__(self, desk: Desk, place: Workplace) -> None:
        super().__init__()
        self._desk = desk
        self._place = place
        self.editor = DossierEditor(desk.dossiers, place, self, read_only=desk.archive.read_only)
        self.tabs = QTabBar()
        self.pages = TabPages()
        self._ahead: str | None = None

    @cached_property
    def summary(self) -> SummaryTab:
        """What it is about, who is in it, and the council's private note."""
        return self._held(SummaryTab(self._desk, self._place, self.editor))

    @cached_property
    def course(self) -> CourseTab:
        """What happened, with letters and journal."""
        return self._held(CourseTab(self._desk, self._place, self.editor))

    @cached_property
    def documents(self) -> DocumentsTab:
        """The papers."""
        return self._held(DocumentsTab(self._desk, self._place, self.editor))

    @cached_property
    def assessment(self) -> AssessmentTab:
        """Questions and what the council thinks of the request."""
        return self._held(AssessmentTab(self._desk, self._place, self.editor))

    @cached_property
    def decision(self) -> DecisionTab:
        """The advice and the decision, condition by condition."""
        return self._held(DecisionTab(self._desk, self._place, self.editor))

    @cached_property
    def commitments(self) -> CommitmentsTab:
        """What was promised, and what the council has to do."""
        return self._held(CommitmentsTab(self._desk, self._place, self.editor))

    def tab(self, name: str) -> DossierTab:
        """The tab of this name, made when nobody saw it yet."""
        tabs: dict[str, Callable[[], DossierTab]] = {
            SUMMARY: lambda: self.summary,
            COURSE: lambda: self.course,
            DOCUMENTS: lambda: self.documents,
            ASSESSMENT: lambda: self.assessment,
            DECISION: lambda: self.decision,
            COMMITMENTS: lambda: self.commitments,
        }
        return tabs[name]()

    def _held(self, tab: T) -> T:
        self.pages.stack.addWidget(tab)
        self.tab_made.emit(tab)
        return tab

    def make_ahead(self, reference: str = "") -> None:
        """Makes and fills the tabs that nobody saw yet, once a dossier was looked at for a moment: the first sight is quick."""
        if self._ahead != reference:
            self._ahead = reference
            QTimer.singleShot(AHEAD_MS, self, self._make_in_turn)

    def _make_first(self, name: str, then: Callable[[], None]) -> None:
        """Makes and dresses a tab and goes on, each in a turn of its own; at once where the tab stands."""
        if name in vars(self):  # where a cached property keeps what it made
            then()
        else:
            self._place.tasks.in_turn(self, "dossier", partial(self.tab, name), partial(self._dress, name), then)

    def _sight(self) -> None:
        # A list that was filled just now takes some turns to find its height.
        self._place.tasks.in_turn(self, "in beeld", *[self._into_sight] * SIGHT_TURNS)

    def _into_sight(self) -> None:
        """At large text the screen scrolls as a whole: the tabs come to the top, and the row that was asked for is seen."""
        into_sight(self.tabs, on_top=True)
        focused = self.focusWidget()
        if focused is not None and self.pages.isAncestorOf(focused):
            row_into_sight(focused)

    def _make_in_turn(self) -> None:
        steps: list[Callable[[], object]] = []
        for name in ORDER:
            steps += [partial(self.tab, name), partial(self._dress, name), partial(self._fill, name)]
        self._place.tasks.in_turn(self, "tabs", *steps)

    def _fill(self, name: str) -> None:
        """Fills a tab where it does not show the dossier as it stands."""
        raise NotImplementedError

    def _dress(self, name: str) -> None:
        self._place.look.dress(self.tab(name))
