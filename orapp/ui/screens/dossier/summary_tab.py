"""The summary of a dossier: its proposed decisions, conditions beside the decision, commitments, and people."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from orapp.domain.assessment import AnswerState
from orapp.domain.decisions import Comparison, TakenOver
from orapp.domain.promises import Commitment, CommitmentState, Condition, ConditionState
from orapp.domain.requests import Outcome, ProposedDecision
from orapp.law.facts import ProcedureKind
from orapp.texts.dates import short_date
from orapp.ui.kit.cards import Card, Pairs, empty_hint
from orapp.ui.kit.cards import Column as CardColumn
from orapp.ui.kit.item_list import ItemList
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.tables import DATE_PIXELS, Cell, Column, FittedTable, RowModel
from orapp.ui.screens.dossier.about_card import AboutCard, list_card
from orapp.ui.screens.dossier.completeness_card import CompletenessCard
from orapp.ui.screens.dossier.head_fields import HeadCard
from orapp.ui.screens.dossier.item_kinds_course import CourseKinds
from orapp.ui.screens.dossier.secrecy_card import SecrecyCard
from orapp.ui.screens.dossier.strategy_card import StrategyCard
from orapp.ui.screens.dossier.tab import SUMMARY, DossierTab
from orapp.ui.screens.dossier.title import cited

R = TypeVar("R")

if TYPE_CHECKING:
    from collections.abc import Mapping

    from orapp.domain.council import Council
    from orapp.domain.dossier import Dossier
    from orapp.services.desk import Desk
    from orapp.services.dossiers import DossierView
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.workplace import Workplace


class Summary(QObject):
    """Builds the cards of the summary from a view."""

    def __init__(self, place: Workplace, view: DossierView, request_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._place = place
        self._dossier = view.dossier
        self._request_id = request_id
        self._verdicts = {
            comparison.item_id: comparison
            for decision in view.dossier.decisions
            for comparison in decision.comparisons
        }  # fmt: skip
        self._today = place.today()

    def cards(self) -> list[QWidget]:
        """The cards, from what was asked to who is concerned."""
        return [
            card
            for card in (
                self._about(),
                self._decisions(),
                self._conditions(),
                self._commitments(),
                self._open_points(),
                self._people(),
            )
            if card is not None
        ]

    def _about(self) -> Card | None:
        request = self._dossier.request(self._request_id)
        text = (request.summary or request.understanding if request is not None else "") or self._dossier.summary
        if not text:
            return None
        card = Card(self._place.look, self.tr("Waar het om gaat"))
        card.body.addWidget(text_label(text, wrap=True))
        return card

    def _decisions(self) -> Card | None:
        rows = self._dossier.of_request(self._request_id) if self._request_id else self._dossier.proposed_decisions
        if not rows:
            return None
        request = self._dossier.request(self._request_id)
        initiative = request is not None and request.legal is ProcedureKind.INITIATIVE
        found_out = request is not None and request.legal is ProcedureKind.FOUND_OUT
        columns: list[Column[ProposedDecision]] = [
            Column(key="code", title="", cell=lambda row: Cell(text=f"B{row.number}", quiet=True), pixels=40),
            Column(
                key="title",
                title=self.tr("Onderdeel") if initiative else self.tr("Besluit"),
                cell=lambda row: Cell(text=row.title),
                weight=5,
            ),
            Column(
                key="grounds",
                title=self.tr("Grond"),
                cell=lambda row: Cell(text=cited(row.grounds) or row.body, quiet=True, second=row.body if row.grounds else ""),
                weight=3,
            ),
            Column(key="outcome", title=self.tr("Uitkomst"), cell=self._outcome_cell, pixels=150),
        ]
        if not any(row.grounds or row.body for row in rows):
            columns = [column for column in columns if column.key != "grounds"]
        if not any(row.outcome is not Outcome.UNDECIDED or row.outcome_text for row in rows) and found_out:
            # The council was not asked, so that no advice or consent is to be expected.
            columns = [column for column in columns if column.key != "outcome"]
        heading = self.tr("Voorgenomen besluiten")
        if initiative:
            heading = self.tr("Onderdelen van het voorstel")
        elif found_out:
            heading = self.tr("Besluiten")
        return self._table(heading, rows, columns, "besluiten")

    def _outcome_cell(self, row: ProposedDecision) -> Cell:
        """What came of it: the outcome of the letter, or where there is none what was recorded in words."""
        if row.outcome is Outcome.UNDECIDED and row.outcome_text:
            return Cell(text=row.outcome_text)
        return Cell(text=self._place.texts.label(row.outcome), pill=_outcome_tone(row.outcome))

    def _conditions(self) -> Card | None:
        rows = tuple(item for item in self._dossier.conditions if item.request_id in {"", self._request_id})
        if not rows:
            return None
        columns: list[Column[Condition]] = [
            Column(key="code", title="", cell=lambda row: Cell(text=f"V{row.number}", quiet=True), pixels=40),
            Column(key="text", title=self.tr("Voorwaarde van de OR"), cell=self._condition_cell, weight=5),
            Column(key="passage", title=self.tr("Tekst van het besluit"), cell=self._passage_cell, weight=4),
            Column(key="verdict", title=self.tr("Oordeel OR"), cell=self._verdict_cell, pixels=150),
        ]
        return self._table(self.tr("Besluit per voorwaarde"), rows, columns, "voorwaarden")

    def _condition_cell(self, row: Condition) -> Cell:
        parts = [row.who, short_date(row.due, this_year=self._today.year) if row.due else row.due_text]
        return Cell(text=row.text, second=" · ".join(part for part in parts if part))

    def _passage_cell(self, row: Condition) -> Cell:
        found = self._verdicts.get(row.id)
        if found is None:
            return Cell(text=self.tr("nog geen besluit vergeleken"), quiet=True)
        if not found.passage:
            return Cell(text=self.tr("geen passage gevonden"), quiet=True, second=found.reason_given)
        page = self.tr("p. {page}").format(page=found.page) if found.page else ""
        return Cell(text=f"“{found.passage}” {page}".strip(), second=found.reason_given)

    def _verdict_cell(self, row: Condition) -> Cell:
        found = self._verdicts.get(row.id)
        texts = self._place.texts
        if found is None:
            return Cell(text=texts.label(row.state), pill=_condition_tone(row.state))
        if found.verdict is TakenOver.OPEN and found.proposed is not TakenOver.OPEN:
            proposal = self.tr("voorstel: {words}").format(words=texts.label(found.proposed))
            return Cell(text=proposal, pill=Tone.PLAIN)
        return Cell(text=texts.label(found.verdict), pill=_verdict_tone(found))

    def _commitments(self) -> Card | None:
        rows = self._dossier.commitments
        if not rows:
            return None
        columns: list[Column[Commitment]] = [
            Column(key="code", title="", cell=lambda row: Cell(text=f"T{row.number}", quiet=True), pixels=40),
            Column(key="text", title=self.tr("Toezegging"), cell=lambda row: Cell(text=row.text, second=row.note), weight=5),
            Column(key="due", title=self.tr("Uiterlijk"), cell=self._due_cell, pixels=DATE_PIXELS),
            Column(key="state", title=self.tr("Stand"), cell=self._kept_cell, pixels=150),
        ]
        return self._table(self.tr("Toezeggingen"), rows, columns, "toezeggingen")

    def _due_cell(self, row: Commitment) -> Cell:
        if row.due is None:
            return Cell(text=row.due_text or self.tr("zonder datum"), quiet=True)
        late = row.due < self._today and row.state in {CommitmentState.OPEN, CommitmentState.PARTLY}
        return Cell(text=short_date(row.due, this_year=self._today.year), tone=Tone.DANGER if late else None, strong=late)

    def _kept_cell(self, row: Commitment) -> Cell:
        late = row.due is not None and row.due < self._today
        words = self._place.texts.label(row.state)
        match row.state:
            case CommitmentState.KEPT:
                return Cell(text=words, pill=Tone.GOOD)
            case CommitmentState.BROKEN:
                return Cell(text=words, pill=Tone.DANGER)
            case CommitmentState.REPLACED:
                return Cell(text=words, pill=Tone.PLAIN)
            case CommitmentState.OPEN | CommitmentState.PARTLY if late:
                return Cell(text=self.tr("{words}, te laat").format(words=words), pill=Tone.DANGER)
            case CommitmentState.OPEN | CommitmentState.PARTLY:
                return Cell(text=words, pill=Tone.ATTENTION)

    def _open_points(self) -> Card | None:
        dossier = self._dossier
        questions = [item for item in dossier.questions if item.request_id in {"", self._request_id}]
        rows: list[tuple[str, str, Tone | None]] = []
        if questions:
            lacking = [f"Q{item.number}" for item in questions if item.state in {AnswerState.OPEN, AnswerState.INSUFFICIENT}]
            said = self.tr("{count}, alle voldoende beantwoord").format(count=len(questions))
            if lacking:
                said = self.tr("{count}, waarvan {lacking} niet of onvoldoende beantwoord ({codes})").format(
                    count=len(questions), lacking=len(lacking), codes=", ".join(lacking)
                )
            rows.append((self.tr("Vragen"), said, None))
        rows += [
            (f"O{item.number}", f"{item.text} · {self._place.texts.label(item.destination)}", None)
            for item in dossier.objections
            if item.request_id in {"", self._request_id}
        ]
        rows += [
            (f"A{item.number}", f"{item.text}{f' · {item.result}' if item.result else ''}", None)
            for item in dossier.alternatives
            if item.request_id in {"", self._request_id}
        ]
        if not rows:
            return None
        card = Card(self._place.look, self.tr("Vragen, bezwaren en alternatieven"))
        card.body.addWidget(Pairs(self._place.look, rows, 60))
        return card

    def _people(self) -> Card:
        card = Card(self._place.look, self.tr("Mensen"))
        rows = [(label, said, None) for label, said in people(self._dossier, self.tr("Trekker"), self.tr("Dossierteam"))]
        rows += [
            (self.tr("Deskundige"), " · ".join(part for part in (item.name, item.assignment) if part), None)
            for item in self._dossier.experts
        ]
        if rows:
            card.body.addWidget(Pairs(self._place.look, rows, 110))
        else:
            card.body.addWidget(empty_hint(self.tr("Nog niemand toegewezen.")))
        return card

    def _table(self, heading: str, rows: tuple[R, ...], columns: list[Column[R]], name: str) -> Card:
        return table_card(self._place, heading, rows, columns, name)


def table_card(
    place: Workplace, heading: str, rows: tuple[R, ...], columns: list[Column[R]], name: str, aside: QWidget | None = None
) -> Card:
    """A card with a heading and a table that is as high as its rows."""
    card = Card(place.look, heading, aside)
    table = FittedTable(RowModel(columns), place.look, name, heading)
    card.body.addWidget(table)
    table.row_model.show(rows)
    return card


def people(dossier: Dossier, owner: str, team: str) -> list[tuple[str, str]]:
    """Who keeps the dossier, and with whom."""
    rows = [(owner, dossier.owner)] if dossier.owner else []
    return rows + ([(team, ", ".join(dossier.team))] if dossier.team else [])


def _outcome_tone(outcome: Outcome) -> Tone:
    match outcome:
        case Outcome.POSITIVE | Outcome.CONSENT | Outcome.CONSENT_CHANGED:
            return Tone.GOOD
        case Outcome.NEGATIVE | Outcome.NEGATIVE_UNLESS | Outcome.CONSENT_REFUSED:
            return Tone.DANGER
        case Outcome.UNDECIDED | Outcome.LATER | Outcome.POLITICAL | Outcome.WAIVED:
            return Tone.PLAIN
        case _:
            return Tone.ATTENTION


def _condition_tone(state: ConditionState) -> Tone:
    match state:
        case ConditionState.MET | ConditionState.COMMITTED:
            return Tone.GOOD
        case ConditionState.REFUSED:
            return Tone.DANGER
        case ConditionState.PROPOSED | ConditionState.DROPPED:
            return Tone.PLAIN
        case ConditionState.IN_ADVICE:
            return Tone.ACCENT


def _verdict_tone(comparison: Comparison) -> Tone:
    match comparison.verdict:
        case TakenOver.YES:
            return Tone.GOOD
        case TakenOver.PARTLY:
            return Tone.ATTENTION
        case TakenOver.NO | TakenOver.NO_PASSAGE:
            return Tone.DANGER
        case TakenOver.OPEN:
            return Tone.PLAIN


class SummaryTab(DossierTab):
    """What the dossier is about, what is proposed, whether the request shows enough, and who is concerned."""

    def __init__(self, desk: Desk, place: Workplace, editor: DossierEditor) -> None:
        super().__init__(desk, place, editor, SUMMARY)
        self._council: Council | None = None
        self._drafts_of = ""
        kinds = CourseKinds(place, self)
        self._about = AboutCard(place, editor)
        self.decisions = ItemList(editor, place, kinds.proposed_decisions(), "besluiten")
        self.completeness = CompletenessCard(place, editor)
        self.requests = ItemList(editor, place, kinds.requests(), "aanvragen")
        self._head = HeadCard(place, editor)
        self._secrecy = SecrecyCard(place, editor)
        self.strategy = StrategyCard(place, editor)
        self._cards = CardColumn(place.look)
        self._requests_card = list_card(place, self.requests)
        self._cards.fill(
            self._about,
            list_card(place, self.decisions),
            self.completeness,
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
        self.decisions.show_items(dossier, request_id)
        self.completeness.show_request(dossier, request)
        self.requests.show_items(dossier, request_id)
        self._head.show_dossier(dossier, self._council, request)
        self.strategy.show_dossier(dossier)
        self._secrecy.show_dossier(dossier)
        self._place.tasks.read(self, "raad", self._desk.council.read, self._show_council)
        if self._drafts_of != dossier.id:
            self._drafts_of = dossier.id
            self._place.tasks.read(self, "concepten", lambda: self._desk.dossiers.drafts(dossier.id), self._offer_drafts)

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
