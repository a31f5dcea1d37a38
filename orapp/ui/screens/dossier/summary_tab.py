"""The summary of a dossier: what it is about, what is proposed, whether the request shows enough, and who is concerned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from orapp.domain.requests import ProposedDecision
from orapp.law.facts import ProcedureKind
from orapp.ui.kit.cards import Column as CardColumn
from orapp.ui.kit.dossier_tabs import SUMMARY
from orapp.ui.kit.item_list import ItemList
from orapp.ui.screens.dossier.about_card import AboutCard, list_card
from orapp.ui.screens.dossier.completeness_card import CompletenessCard
from orapp.ui.screens.dossier.head_fields import HeadCard
from orapp.ui.screens.dossier.item_kinds_course import CourseKinds
from orapp.ui.screens.dossier.secrecy_card import SecrecyCard
from orapp.ui.screens.dossier.strategy_card import StrategyCard
from orapp.ui.screens.dossier.tab import DossierTab
from orapp.ui.screens.dossier.versions_card import VersionsCard

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from orapp.domain.council import Council
    from orapp.domain.dossier import Dossier
    from orapp.domain.requests import Request
    from orapp.services.desk import Desk
    from orapp.services.dossiers import DossierView
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.workplace import Workplace

OTHER_WORDS = frozenset({ProcedureKind.INITIATIVE, ProcedureKind.FOUND_OUT})
"""Procedures in which what is decided has another name than a proposed decision."""


class SummaryTab(DossierTab):
    """What the dossier is about, what is proposed, whether the request shows enough, and who is concerned."""

    def __init__(self, desk: Desk, place: Workplace, editor: DossierEditor) -> None:
        super().__init__(desk, place, editor, SUMMARY)
        self._council: Council | None = None
        self._drafts_of = self._shown_of = ""
        kinds = self._kinds = CourseKinds(place, self)
        self._about = AboutCard(place, editor)
        self._decision_lists: dict[ProcedureKind | None, ItemList[ProposedDecision]] = {}
        self._decisions_place = QVBoxLayout()
        self._decisions_place.setContentsMargins(0, 0, 0, 0)
        decisions_card = QWidget()
        decisions_card.setLayout(self._decisions_place)
        self.decisions = self._decisions_of(None)
        self.completeness = CompletenessCard(place, editor)
        self.versions = VersionsCard(place, editor)
        self.requests = ItemList(editor, place, kinds.requests(), "aanvragen")
        self._head = HeadCard(place, editor)
        self._secrecy = SecrecyCard(place, editor)
        self.strategy = StrategyCard(place, editor)
        self._cards = CardColumn(place.look)
        self._cards.hold_parts()
        self._requests_card = list_card(place, self.requests)
        self._cards.fill(
            self._about,
            decisions_card,
            self.completeness,
            self.versions,
            self._head,
            self.strategy,
            self._secrecy,
            self._requests_card,
        )
        self.column.addWidget(self._cards)

    def refresh(self, view: DossierView, request_id: str) -> None:
        """Shows the dossier; what is being typed stays."""
        dossier = view.dossier
        request = dossier.request(request_id)
        self._about.show_request(dossier, request)
        self.decisions = self._decisions_of(request.legal if request is not None else None)
        self.decisions.show_items(dossier, request_id)
        self.requests.show_items(dossier, request_id)
        self._head.show_dossier(dossier, self._council, request)
        self.strategy.show_dossier(dossier)
        self._secrecy.show_dossier(dossier)
        self._show_below(dossier, request)

    def _show_below(self, dossier: Dossier, request: Request | None) -> None:
        """Shows the cards that are long, for a turn each. What was typed for another dossier makes place at once."""
        steps: tuple[Callable[[], None], ...] = (
            lambda: self.completeness.show_request(dossier, request),
            lambda: self.versions.show_request(dossier, request),
            lambda: self._read_beside(dossier),
        )
        if self._place.here.shared or self._shown_of not in {"", dossier.id}:
            for step in steps:
                step()
            steps = ()
        self._shown_of = dossier.id
        self._place.tasks.in_turn(self, "kaarten", *steps)

    def _read_beside(self, dossier: Dossier) -> None:
        self._place.tasks.read(self, "raad", self._desk.council.read, self._show_council)
        if self._drafts_of != dossier.id:
            self._drafts_of = dossier.id
            self._place.tasks.read(self, "concepten", lambda: self._desk.dossiers.drafts(dossier.id), self._offer_drafts)

    def _decisions_of(self, legal: ProcedureKind | None) -> ItemList[ProposedDecision]:
        """The list of what is decided, in the words of this procedure; the other lists step aside."""
        wanted = legal if legal in OTHER_WORDS else None
        if wanted not in self._decision_lists:
            made = ItemList(self._editor, self._place, self._kinds.decisions_of(wanted), "besluiten")
            self._decision_lists[wanted] = made
            self._decisions_place.addWidget(list_card(self._place, made))
        for of, shown in self._decision_lists.items():
            card = shown.parentWidget()
            if card is not None:
                card.setVisible(of is wanted)
        return self._decision_lists[wanted]

    def choose(self, item_id: str) -> None:
        """Goes to a proposed decision or a request."""
        for shown in (self.decisions, self.requests):
            shown.choose(item_id)

    def _show_council(self, council: Council) -> None:
        self._council = council
        if self._view is not None:
            dossier = self._view.dossier
            self._head.show_dossier(dossier, council, dossier.request(self._request_id))

    def _offer_drafts(self, drafts: Mapping[tuple[str, str, str], str]) -> None:
        for card in (self._about, self.completeness, self._head, self.strategy):
            card.offer_drafts(drafts)
