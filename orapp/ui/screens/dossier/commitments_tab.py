"""What was promised, what conditions became of the decision, and what the council itself still has to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from orapp.domain.editing import change, together
from orapp.domain.promises import CommitmentState, ConditionState
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import Card, button
from orapp.ui.kit.cards import Column as CardColumn
from orapp.ui.kit.dossier_tabs import COMMITMENTS
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.item_list import ItemList
from orapp.ui.screens.dossier.item_kinds_promises import PromiseKinds
from orapp.ui.screens.dossier.progress_bar import StandingPicture, of_commitments, of_conditions
from orapp.ui.screens.dossier.sections import Sections
from orapp.ui.screens.dossier.tab import DossierTab

if TYPE_CHECKING:
    from orapp.domain.actions import ActionItem
    from orapp.domain.dossier import Dossier
    from orapp.domain.promises import Commitment, Condition
    from orapp.services.desk import Desk
    from orapp.services.dossiers import DossierView
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.workplace import Workplace

PROMISED, CONDITIONS, ACTIONS = "commitments", "conditions", "actions"
Act = tuple[str, str, str, Callable[[], None]]


class CommitmentsTab(DossierTab):
    """Three lists, each with a tick for what was done."""

    def __init__(self, desk: Desk, place: Workplace, editor: DossierEditor) -> None:
        super().__init__(desk, place, editor, COMMITMENTS)
        self._acts: dict[str, QPushButton] = {}
        kinds = PromiseKinds(place, self)
        self.commitments: ItemList[Commitment] = ItemList(editor, place, kinds.commitments(), "toezeggingen")
        self.conditions: ItemList[Condition] = ItemList(editor, place, kinds.conditions(), "opvolging")
        self.action_items: ItemList[ActionItem] = ItemList(editor, place, kinds.actions(), "acties")
        self.promised = StandingPicture(place.look, "toezeggingen-stand")
        self.followed = StandingPicture(place.look, "voorwaarden-stand")
        self.sections = Sections(place, "toezeggingen-onderdelen", self.tr("Toezeggingen, voorwaarden en acties"))
        kept = self.tr("Nagekomen")
        not_kept = self.tr("Niet nagekomen")
        self._pages = {
            PROMISED: self._page(
                self.commitments,
                self.promised,
                ("toezegging-nagekomen", kept, self.tr("De gekozen toezegging is nagekomen"), lambda: self.keep(kept=True)),
                ("toezegging-niet", not_kept, self.tr("De gekozen toezegging is niet nagekomen"), lambda: self.keep(kept=False)),
                more=self.begin_button("toezegging-brief", lambda: tuple(self.commitments.chosen_items()), ""),
            ),
            CONDITIONS: self._page(
                self.conditions,
                self.followed,
                ("voorwaarde-vervuld", self.tr("Vervuld"), self.tr("De gekozen voorwaarde is vervuld"), self.meet),
            ),
            ACTIONS: self._page(
                self.action_items,
                None,
                ("actie-gedaan", self.tr("✓ Gedaan"), self.tr("Het gekozen actiepunt is gedaan, of toch nog niet"), self.tick),
            ),
        }
        self.sections.add(PROMISED, self.tr("Toezeggingen"), lambda: self._pages[PROMISED])
        self.sections.add(CONDITIONS, self.tr("Voorwaarden"), lambda: self._pages[CONDITIONS])
        self.sections.add(ACTIONS, self.tr("Acties"), lambda: self._pages[ACTIONS])
        self.column.addWidget(self.sections)
        self.sections.choose_remembered(PROMISED)

    def _page(self, shown: QWidget, picture: StandingPicture | None, *acts: Act, more: QPushButton | None = None) -> QWidget:
        card = Card(self._place.look)
        if picture is not None:
            card.body.addWidget(picture)
        row = FlowRow(self._place.look)
        buttons: list[QPushButton] = []
        for name, words, tip, slot in acts:
            made = button(words, name)
            made.setToolTip(tip)
            made.setAccessibleName(tip)
            made.clicked.connect(lambda _checked=False, slot=slot: slot())
            buttons.append(made)
            self._acts[name] = made
        if more is not None:
            buttons.append(more)
            self._acts[more.objectName()] = more
        row.fill(buttons)
        card.body.addWidget(row)
        card.body.addWidget(shown)
        column = CardColumn(self._place.look)
        column.fill(card)
        self.hold(column)
        return column

    # ----------------------------------------------------------------------------------------------------------- show

    def refresh(self, view: DossierView, request_id: str) -> None:
        """Shows the lists and how they stand today."""
        dossier, today = view.dossier, self._place.today()
        self.commitments.show_items(dossier, request_id)
        self.conditions.show_items(dossier, request_id)
        self.action_items.show_items(dossier, request_id)
        self.promised.show_standing(of_commitments(dossier.commitments, today))
        own = [item for item in dossier.conditions if not request_id or item.request_id in {"", request_id}]
        self.followed.show_standing(of_conditions(own, today))
        for name, acted in (("toezegging", dossier.commitments), ("voorwaarde", own), ("actie", dossier.actions)):
            for act in (made for key, made in self._acts.items() if key.startswith(name)):
                act.setEnabled(bool(acted))
        self.sections.count(PROMISED, len(dossier.commitments) or None)
        self.sections.count(CONDITIONS, len(own) or None)
        self.sections.count(ACTIONS, sum(1 for action in dossier.actions if action.done_on is None) or None)

    def choose(self, item_id: str) -> None:
        """Goes to a commitment, a condition or an action item."""
        dossier = self._editor.dossier
        home = next((name for name, item in dossier.items() if item.id == item_id), "") if dossier is not None else ""
        lists = {PROMISED: self.commitments.choose, CONDITIONS: self.conditions.choose, ACTIONS: self.action_items.choose}
        if home in lists:
            self.sections.choose(home)
            lists[home](item_id)

    # ----------------------------------------------------------------------------------------------------------- acts

    def keep(self, *, kept: bool) -> None:
        """Records that the chosen commitments were kept today, or were not kept."""
        dossier, chosen = self._chosen(self.commitments)
        found = [one for one in dossier.commitments if one.id in chosen] if dossier is not None else []
        state = CommitmentState.KEPT if kept else CommitmentState.BROKEN
        on = self._place.today() if kept else None
        edits = [
            change("commitments", one, replace(one, state=state, kept_on=one.kept_on or on if kept else None)) for one in found
        ]
        codes = ", ".join(f"T{one.number}" for one in found)
        words = self.tr("{codes} nagekomen") if kept else self.tr("{codes} niet nagekomen")
        if edits:
            self._editor.submit(
                together(*edits), words.format(codes=codes), done=lambda _kept: self._tell(words.format(codes=codes))
            )

    def meet(self) -> None:
        """Records that the chosen conditions were met."""
        dossier, chosen = self._chosen(self.conditions)
        found = [one for one in dossier.conditions if one.id in chosen] if dossier is not None else []
        words = self.tr("{codes} vervuld").format(codes=", ".join(f"V{one.number}" for one in found))
        if found:
            edits = [change("conditions", one, replace(one, state=ConditionState.MET)) for one in found]
            self._editor.submit(together(*edits), words, done=lambda _kept: self._tell(words))

    def tick(self) -> None:
        """Ticks the chosen action items off, or on again where all of them were done."""
        dossier, chosen = self._chosen(self.action_items)
        found = [one for one in dossier.actions if one.id in chosen] if dossier is not None else []
        done = all(one.done_on is not None for one in found)
        words = self.tr("actiepunt weer open") if done else self.tr("actiepunt gedaan")
        if found:
            today = None if done else self._place.today()
            edits = [change("actions", one, replace(one, done_on=one.done_on or today if not done else None)) for one in found]
            self._editor.submit(together(*edits), words, done=lambda _kept: self._tell(words))

    def _chosen(
        self, shown: ItemList[Commitment] | ItemList[Condition] | ItemList[ActionItem]
    ) -> tuple[Dossier | None, set[str]]:
        return self._editor.dossier, {item.id for item in shown.chosen_items()}

    def _tell(self, words: str) -> None:
        a11y.announce(self, words)
