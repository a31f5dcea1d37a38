"""How the council asks and judges: questions, motives and consequences, objections, alternatives, staff, expert, conditions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from orapp.domain.editing import items_of
from orapp.domain.items import Theme
from orapp.ui.kit.cards import Column as CardColumn
from orapp.ui.kit.dossier_tabs import ASSESSMENT
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.item_list import ItemList
from orapp.ui.screens.dossier.about_card import list_card
from orapp.ui.screens.dossier.item_kinds_assessment import AssessmentKinds
from orapp.ui.screens.dossier.item_kinds_promises import PromiseKinds
from orapp.ui.screens.dossier.item_kinds_staff import StaffKinds
from orapp.ui.screens.dossier.questions_card import QuestionsCard
from orapp.ui.screens.dossier.sections import Sections
from orapp.ui.screens.dossier.tab import DossierTab

if TYPE_CHECKING:
    from orapp.domain.items import Item
    from orapp.services.desk import Desk
    from orapp.services.dossiers import DossierView
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.fields import ItemKind
    from orapp.ui.kit.workplace import Workplace

QUESTIONS, MOTIVES, OBJECTIONS, CONSIDERATIONS = "questions", "motives", "objections", "considerations"
ALTERNATIVES, STAFF, EXPERTS, CONDITIONS = "alternatives", "staff", "experts", "conditions"


class AssessmentTab(DossierTab):
    """Eight parts, each a list that is edited in place; a part is made when it is first looked at."""

    def __init__(self, desk: Desk, place: Workplace, editor: DossierEditor) -> None:
        super().__init__(desk, place, editor, ASSESSMENT)
        self._kinds = AssessmentKinds(place, self)
        self._staff = StaffKinds(self)
        self._promises = PromiseKinds(place, self)
        self._lists: dict[str, list[ItemList[Any]]] = {}
        self.questions = QuestionsCard(place, editor)
        self.hold(self.questions)
        self.questions.add_act(self.begin_button("vragen-brief", self.questions.chosen, ""))
        self.sections = Sections(place, "beoordeling-onderdelen", self.tr("Onderdelen van de beoordeling"))
        for key, words, make in self._parts():
            self.sections.add(key, words, make)
        self.column.addWidget(self.sections)
        self.sections.chosen.connect(lambda _key: self._fill())
        self.sections.choose_remembered(QUESTIONS)

    def _parts(self) -> tuple[tuple[str, str, Callable[[], QWidget]], ...]:
        kinds = self._kinds
        return (
            (QUESTIONS, self.tr("Vragen"), self._question_page),
            (MOTIVES, self.tr("Motieven, gevolgen, maatregelen"), self._motives_page),
            (OBJECTIONS, self.tr("Bezwaren"), lambda: self._page(OBJECTIONS, kinds.objections())),
            (CONSIDERATIONS, self.tr("Overwegingen"), lambda: self._page(CONSIDERATIONS, kinds.considerations())),
            (ALTERNATIVES, self.tr("Alternatieven"), lambda: self._page(ALTERNATIVES, kinds.alternatives())),
            (STAFF, self.tr("Achterban"), lambda: self._page(STAFF, self._staff.consultations())),
            (EXPERTS, self.tr("Deskundige"), self._expert_page),
            (CONDITIONS, self.tr("Voorwaarden"), lambda: self._page(CONDITIONS, self._promises.conditions())),
        )

    def _question_page(self) -> QWidget:
        column = CardColumn(self._place.look)
        column.fill(self.questions)
        self.questions.show()
        return column

    def _expert_page(self) -> QWidget:
        """The experts, with the letter that announces one (art. 16 and 22 lid 2)."""
        page = self._page(EXPERTS, self._staff.experts())
        shown = self._lists[EXPERTS][0]

        def chosen() -> tuple[Item, ...]:
            return tuple(shown.chosen_items())[:1]

        row = FlowRow(self._place.look)
        row.fill([self.begin_button("deskundige-brief", chosen)])
        if isinstance(page, CardColumn):
            page.body.insertWidget(0, row)
        return page

    def _motives_page(self) -> QWidget:
        motives = self._kinds.themed(
            Theme.MOTIVES,
            self.tr("motief"),
            self.tr("motieven"),
            self.tr("Hier komt wat de OR van de beweegredenen vindt (art. 25 lid 3): overtuigen ze, en waaruit blijkt dat?"),
        )
        measures = self._kinds.themed(
            Theme.MEASURES,
            self.tr("oordeel over maatregelen"),
            self.tr("maatregelen"),
            self.tr("Hier komt wat de OR van de maatregelen vindt (art. 25 lid 3): vangen ze de gevolgen op?"),
        )
        return self._page(MOTIVES, motives, self._kinds.consequences(), measures)

    def _page(self, key: str, *kinds: ItemKind[Any]) -> QWidget:
        column = CardColumn(self._place.look)
        made: list[ItemList[Any]] = []
        for number, kind in enumerate(kinds):
            made.append(ItemList(self._editor, self._place, kind, f"{key}-{number}" if number else key))
        self._lists[key] = made
        column.fill(*(list_card(self._place, shown) for shown in made))
        return column

    # ----------------------------------------------------------------------------------------------------------- show

    def refresh(self, view: DossierView, request_id: str) -> None:
        """Shows every part that was made, and how many there are in each."""
        self._fill()
        dossier = view.dossier
        counted = {
            QUESTIONS: ("questions",),
            OBJECTIONS: ("objections",),
            CONSIDERATIONS: ("considerations",),
            ALTERNATIVES: ("alternatives",),
            STAFF: ("consultations",),
            EXPERTS: ("experts",),
            CONDITIONS: ("conditions",),
            MOTIVES: ("consequences",),
        }
        for key, collections in counted.items():
            own = [
                item
                for name in collections
                for item in items_of(dossier, name)
                if not request_id or getattr(item, "request_id", "") in {"", request_id}
            ]
            self.sections.count(key, len(own) or None)

    def choose(self, item_id: str) -> None:
        """Goes to an item of any of the parts."""
        dossier = self._view.dossier if self._view is not None else None
        item = dossier.find(item_id) if dossier is not None else None
        if dossier is None or item is None:
            return
        home = next(name for name, one in dossier.items() if one.id == item_id)
        parts = {
            "questions": QUESTIONS,
            "objections": OBJECTIONS,
            "considerations": CONSIDERATIONS,
            "alternatives": ALTERNATIVES,
            "consultations": STAFF,
            "experts": EXPERTS,
            "conditions": CONDITIONS,
            "consequences": MOTIVES,
        }
        if home in parts:
            self.sections.choose(parts[home])
            if home == "questions":
                self.questions.items.choose(item_id)
            for shown in self._lists.get(parts[home], []):
                shown.choose(item_id)

    def _fill(self) -> None:
        view = self._view
        if view is None:
            return
        self.questions.show_dossier(view.dossier, self._request_id)
        for lists in self._lists.values():
            for shown in lists:
                shown.show_items(view.dossier, self._request_id)
