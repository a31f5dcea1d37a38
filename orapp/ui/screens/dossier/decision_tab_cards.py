"""The cards of advice and decision: what the council said, each decision beside it, and the acts that need a resolution."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from orapp.domain.course import belongs, knowledge_of, span_of
from orapp.domain.deadlines import advice_date
from orapp.domain.decisions import Comparison, Decision, TakenOver
from orapp.domain.dossier import code
from orapp.domain.judging import compared, compared_items, conditions_of
from orapp.domain.months import months_of
from orapp.domain.promises import Condition, ConditionState
from orapp.domain.requests import Outcome, ProposedDecision
from orapp.law.facts import FactKind, ProcedureKind
from orapp.law.no_advice import no_advice_of
from orapp.law.rule_keys import APPEAL, NULLITY, SUSPENSION
from orapp.texts.dates import plain_date, short_date
from orapp.ui.kit.cards import Card, Pairs, button, empty_hint
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.tables import Cell, Column, FittedTable, RowModel
from orapp.ui.screens.dossier.consent_bond import ConsentBond
from orapp.ui.screens.dossier.regulation_card import RegulationCard
from orapp.ui.screens.dossier.step_words import act_words

if TYPE_CHECKING:
    from orapp.services.dossiers import DossierView
    from orapp.ui.kit.workplace import Workplace

R = TypeVar("R")
Begin = Callable[[tuple[FactKind, ...], tuple[str, ...]], None]
Judge = Callable[[str, str], None]
AnswerTo = Callable[[ProposedDecision], None]
LetterOn = Callable[[Decision], QWidget]
VERDICTS = {FactKind.JUDGED_DEVIATES, FactKind.JUDGED_FOLLOWS}


def to_answer(subjects: Sequence[ProposedDecision], chosen: ProposedDecision | None) -> ProposedDecision:
    """The decision that is answered next: the chosen one or else the first without an answer; with all answered the chosen."""
    if chosen is not None and chosen.outcome is Outcome.UNDECIDED:
        return chosen
    return next((one for one in subjects if one.outcome is Outcome.UNDECIDED), chosen or subjects[0])


class DecisionCards(QObject):
    """Builds the cards from a view. `begin` asks for a step, `judge` for a condition beside a decision, `answer` what the
    council says about a proposed decision, `letter_on` the button that begins a letter on a decision.
    """

    def __init__(
        self,
        place: Workplace,
        view: DossierView,
        request_id: str,
        parent: QObject,
        begin: Begin,
        judge: Judge,
        answer: AnswerTo,
        letter_on: LetterOn,
        regulate: AnswerTo | None = None,
    ) -> None:
        super().__init__(parent)
        self._answer = answer
        self._letter_on = letter_on
        self._regulate = regulate
        self._place = place
        self._dossier = view.dossier
        self._view = view
        self._request = view.dossier.request(request_id)
        self._request_id = request_id
        self._begin = begin
        self._judge = judge
        self._year = place.today().year
        course = next((one for one in view.procedures if one.request.id == request_id), None)
        self._facts = course.facts if course is not None else ()
        self._consent = self._request is not None and self._request.legal is ProcedureKind.CONSENT

    def cards(self) -> list[QWidget]:
        """What matters now first: the decision beside the conditions, then the acts, then what the council said."""
        decided = [self._decision(item) for item in self._decisions()]
        acts = self._acts()
        said = [card for card in (self._bound(), self._said(), self._regulation(), self._no_advice()) if card is not None]
        if not decided:
            return [*said, self._awaited(), *([acts] if acts is not None and self._facts else [])]
        return [*decided, *([acts] if acts is not None else []), *said]

    def _bound(self) -> Card | None:
        """What consent is bound to, where it is consent that was asked."""
        if not self._consent:
            return None
        return ConsentBond(self._place, self._dossier, self._request_id, self._facts, self).card(self._act)

    def _regulation(self) -> Card | None:
        """The regulation per proposed decision, where consent is asked or a regulation is known."""
        subjects = self._dossier.of_request(self._request_id)
        if not self._consent:
            subjects = tuple(item for item in subjects if item.regulation is not None)
        return RegulationCard(self._place, subjects, self._regulate) if subjects else None

    # -- what the council said -----------------------------------------------------------------------------------------

    def _said(self) -> Card:
        heading = self.tr("Antwoord van de OR") if self._consent else self.tr("Advies van de OR")
        card = Card(self._place.look, heading)
        subjects = self._dossier.of_request(self._request_id)
        if not subjects:
            card.body.addWidget(empty_hint(self.tr("Hier komt per voorgenomen besluit wat de OR antwoordt.")))
            return card
        columns: list[Column[ProposedDecision]] = [
            Column(
                key="code",
                title=self.tr("Nr."),
                cell=lambda row: Cell(text=code("proposed_decisions", row), quiet=True),
                pixels=44,
            ),
            Column(key="title", title=self.tr("Voorgenomen besluit"), cell=lambda row: Cell(text=row.title), weight=5),
            Column(
                key="outcome",
                title=self.tr("Uitkomst"),
                cell=lambda row: Cell(text=self._place.texts.label(row.outcome), pill=outcome_tone(row.outcome)),
                pixels=170,
            ),
            Column(
                key="reason",
                title=self.tr("Reden"),
                cell=lambda row: Cell(text=row.outcome_reason or row.outcome_text, quiet=True),
                weight=5,
            ),
        ]
        table = self._table(card, columns, subjects, "advies-per-besluit", heading)
        table.row_opened.connect(self._answer)
        record = button(self.tr("Antwoord per besluit vastleggen…"), "antwoord-vastleggen")
        record.clicked.connect(lambda: self._answer(to_answer(subjects, table.current())))
        card.body.addWidget(self._row(record))
        conditions = tuple(item for item in self._dossier.conditions if item.request_id in {"", self._request_id})
        if conditions:
            self._table(card, self._condition_columns(), conditions, "advies-voorwaarden", self.tr("Voorwaarden van de OR"))
        return card

    def _condition_columns(self) -> list[Column[Condition]]:
        return [
            Column(key="code", title=self.tr("Nr."), cell=lambda row: Cell(text=f"V{row.number}", quiet=True), pixels=44),
            Column(key="text", title=self.tr("Voorwaarde"), cell=lambda row: Cell(text=row.text), weight=5),
            Column(
                key="state",
                title=self.tr("Stand"),
                cell=lambda row: Cell(text=self._place.texts.label(row.state), pill=condition_tone(row.state)),
                pixels=170,
            ),
        ]

    def _no_advice(self) -> Card | None:
        """Which of the five meanings of "no advice" it is, and what that does to both rights (practice.md 2)."""
        request = self._request
        if request is None or request.legal is not ProcedureKind.ADVICE:
            return None
        agreed = advice_date(self._dossier, request)
        kind = no_advice_of(self._facts, self._place.today(), agreed)
        row = next((one for one in self._place.law().no_advice if one.kind is kind), None)
        if row is None:
            return None
        card = Card(self._place.look, row.title)
        rows: list[tuple[str, str, Tone | None]] = [
            (self.tr("Opschorting"), row.suspension, None),
            (self.tr("Beroep"), row.appeal, None),
        ]
        card.body.addWidget(Pairs(self._place.look, rows, 110))
        card.body.addWidget(text_label(row.article, "quiet"))
        return card

    # -- what the director decided -------------------------------------------------------------------------------------

    def _decisions(self) -> list[Decision]:
        request = self._request
        if request is None:
            return list(self._dossier.decisions)
        return [item for item in self._dossier.decisions if belongs(self._dossier, request, item.request_id, item.decision_ids)]

    def _awaited(self) -> Card:
        card = Card(self._place.look, self.tr("Besluit van de bestuurder"))
        hint = self.tr(
            "Er is nog geen besluit vastgelegd. Leg het vast zodra iets ervan bekend is, ook als het mondeling was: de vroegste "
            "kennis van enig lid laat de maand beginnen."
        )
        card.body.addWidget(empty_hint(hint))
        card.body.addWidget(self._row(self._act(act_words(FactKind.DECISION_NOTIFIED), (FactKind.DECISION_NOTIFIED,), "besluit")))
        return card

    def _decision(self, decision: Decision) -> Card:
        named = [
            code("proposed_decisions", item) for item in self._dossier.proposed_decisions if item.id in decision.decision_ids
        ]
        known = min((one.earliest for one in knowledge_of(self._dossier, decision)), default=None)
        told = self.tr("bekend sinds {day}").format(day=short_date(known, this_year=self._year)) if known else ""
        card = Card(self._place.look, self.tr("Besluit per voorwaarde"))
        card.body.addWidget(text_label(decision.title, "strong", wrap=True))
        # Below the title: beside the heading there is no room for it at large text.
        aside = " · ".join(part for part in (" ".join(named), told) if part)
        if aside:
            card.body.addWidget(text_label(aside, "quiet", wrap=True))
        conditions = conditions_of(self._dossier, decision)
        if conditions:
            self._add_comparisons(card, decision, conditions)
        else:
            hint = self.tr("Bij dit besluit horen geen voorwaarden van de OR. Of het afwijkt, beoordeelt de OR als geheel.")
            card.body.addWidget(empty_hint(hint))
        card.body.addWidget(text_label(self._resolved(decision), "quiet", wrap=True))
        codes = tuple(named)
        acts = [
            self._act(self.tr("OR-besluit: wi&jkt het af?"), tuple(sorted(VERDICTS)), f"afwijking-{decision.id}", codes),
            self._act(self.tr("Latere &mededeling"), (FactKind.DECISION_REASONED,), f"mededeling-{decision.id}", codes),
        ]
        if conditions:
            waiting = self._waiting(decision)
            first = button(self.tr("&Voorwaarden beoordelen"), f"beoordelen-{decision.id}", "primary" if waiting else "")
            start = waiting or conditions[0].id
            first.clicked.connect(lambda: self._judge(decision.id, start))
            acts.insert(0, first)
        acts.append(self._letter_on(decision))
        card.body.addWidget(self._row(*acts))
        return card

    def _add_comparisons(self, card: Card, decision: Decision, conditions: tuple[Condition, ...]) -> None:
        found = {one.item_id: one for one in compared(self._dossier, decision)}

        def of(row: Condition) -> Comparison:
            return found.get(row.id, Comparison(item_id=row.id))

        columns: list[Column[Condition]] = [
            Column(key="code", title=self.tr("Nr."), cell=lambda row: Cell(text=f"V{row.number}", quiet=True), pixels=44),
            Column(
                key="text",
                title=self.tr("Voorwaarde van de OR") if self._consent else self.tr("Voorwaarde uit het advies"),
                cell=lambda row: Cell(text=row.text),
                weight=5,
            ),
            Column(key="passage", title=self.tr("Tekst van het besluit"), cell=lambda row: self._passage(of(row)), weight=5),
            Column(key="verdict", title=self.tr("Oordeel OR"), cell=lambda row: self._verdict(of(row)), pixels=150),
        ]
        table = self._table(card, columns, conditions, f"vergelijking-{decision.id}", self.tr("Besluit per voorwaarde"))
        table.row_opened.connect(lambda row: self._judge(decision.id, row.id))

    def _passage(self, one: Comparison) -> Cell:
        if one.passage:
            page = self.tr("blz. {page}").format(page=one.page) if one.page else ""
            return Cell(text=f"“{one.passage}”", second=page)
        if one.proposed is TakenOver.NO_PASSAGE or one.verdict is TakenOver.NO_PASSAGE:
            return Cell(text=self.tr("geen passage gevonden"), quiet=True)
        if one.judged is not None:
            return Cell(text=self.tr("geen passage genoemd"), quiet=True)
        return Cell(text=self.tr("nog niet vergeleken"), quiet=True)

    def _verdict(self, one: Comparison) -> Cell:
        judged = one.judged
        when = short_date(judged.on, this_year=self._year) if judged is not None and judged.on is not None else ""
        match one.verdict:
            case TakenOver.YES:
                return Cell(text=self.tr("overgenomen"), pill=Tone.GOOD, second=when)
            case TakenOver.PARTLY:
                return Cell(text=self.tr("deels"), pill=Tone.ATTENTION, second=when)
            case TakenOver.NO if one.reason_given:
                return Cell(text=self.tr("niet, met reden"), pill=Tone.DANGER, second=when)
            case TakenOver.NO:
                return Cell(text=self.tr("niet, zonder reden"), pill=Tone.DANGER, second=when)
            case TakenOver.NO_PASSAGE:
                return Cell(text=self.tr("geen passage"), pill=Tone.DANGER, second=when)
            case TakenOver.OPEN:
                return Cell(text=self.tr("nog beoordelen"), pill=Tone.PLAIN)

    def _waiting(self, decision: Decision) -> str:
        found = compared_items(self._dossier, decision)
        return next((one.item_id for one, _ in found if one.verdict is TakenOver.OPEN), "")

    def _resolved(self, decision: Decision) -> str:
        """What the council resolved about this decision, per B; or that it did not yet.

        A judgement from before it is about an older decision, one from after the next about that one (practice.md 1.6).
        """
        subjects = [item for item in self._dossier.of_request(self._request_id) if item.id in decision.decision_ids]
        said = []
        for name in [code("proposed_decisions", item) for item in subjects] or [self.tr("Het besluit")]:
            since, until = span_of(self._dossier, decision, name)
            own = [
                f
                for f in self._facts
                if f.kind in VERDICTS
                and (not f.decisions or name in f.decisions)
                and (since is None or since <= f.on)
                and (until is None or f.on < until)
            ]
            if own:
                day = plain_date(own[-1].on)
                if own[-1].kind is FactKind.JUDGED_DEVIATES:
                    words = self.tr("{name}: de OR heeft op {day} besloten dat dit afwijkt").format(name=name, day=day)
                else:
                    words = self.tr("{name}: de OR heeft op {day} besloten dat dit niet afwijkt").format(name=name, day=day)
            else:
                words = self.tr("{name}: de OR heeft nog niet besloten of dit afwijkt").format(name=name)
            said.append(words)
        return " · ".join(said)

    # -- the acts that need a resolution -------------------------------------------------------------------------------

    def _acts(self) -> Card | None:
        request = self._request
        if request is None:
            return None
        rules = months_of(self._dossier, request, self._view.keeper)
        if not rules:
            return None
        card = Card(self._place.look, self.tr("Besluiten van de OR over dit besluit"))
        acts = []
        if APPEAL in rules:
            acts += [
                self._act(self.tr("&Beroep instellen…"), (FactKind.APPEAL_RESOLVED,), "handeling-beroep"),
                self._act(self.tr("Geen beroe&p instellen…"), (FactKind.APPEAL_RENOUNCED,), "handeling-geen-beroep"),
            ]
        if SUSPENSION in rules:
            acts.append(
                self._act(self.tr("Opschor&ting laten vervallen…"), (FactKind.SUSPENSION_WAIVED,), "handeling-opschorting")
            )
        if NULLITY in rules:
            acts += [
                self._act(self.tr("&Nietigheid inroepen…"), (FactKind.NULLITY_RESOLVED,), "handeling-nietigheid"),
                self._act(self.tr("Brief heeft ondernemer bereik&t…"), (FactKind.NULLITY_INVOKED,), "handeling-ingeroepen"),
            ]
        card.body.addWidget(self._row(*acts))
        words = self.tr("Elk is een eigen besluit van de OR, met datum, vergadering en stemmen, of een vastgelegd mandaat.")
        if SUSPENSION in rules:
            words += " " + self.tr("Afzien van opschorting is geen afzien van beroep.")
        card.body.addWidget(text_label(words, "quiet", wrap=True))
        return card

    # -- parts ---------------------------------------------------------------------------------------------------------

    def _table(self, card: Card, columns: list[Column[R]], rows: tuple[R, ...], name: str, accessible: str) -> FittedTable[R]:
        model: RowModel[R] = RowModel(columns)
        table = FittedTable(model, self._place.look, name, accessible)
        card.body.addWidget(table)
        model.show(rows)
        table.choose_first()
        return table

    def _act(self, words: str, kinds: tuple[FactKind, ...], name: str, codes: tuple[str, ...] = ()) -> QWidget:
        made = button(words, name)
        made.clicked.connect(lambda: self._begin(kinds, codes))
        return made

    def _row(self, *acts: QWidget) -> FlowRow:
        row = FlowRow(self._place.look)
        row.fill(acts)
        return row


def outcome_tone(outcome: Outcome) -> Tone:
    """How an answer of the council looks."""
    match outcome:
        case Outcome.POSITIVE | Outcome.CONSENT | Outcome.CONSENT_CHANGED:
            return Tone.GOOD
        case Outcome.NEGATIVE | Outcome.NEGATIVE_UNLESS | Outcome.CONSENT_REFUSED:
            return Tone.DANGER
        case Outcome.UNDECIDED | Outcome.LATER | Outcome.POLITICAL | Outcome.WAIVED:
            return Tone.PLAIN
        case _:
            return Tone.ATTENTION


def condition_tone(state: ConditionState) -> Tone:
    """How the state of a condition looks."""
    match state:
        case ConditionState.MET | ConditionState.COMMITTED:
            return Tone.GOOD
        case ConditionState.REFUSED:
            return Tone.DANGER
        case ConditionState.PROPOSED | ConditionState.DROPPED:
            return Tone.PLAIN
        case ConditionState.IN_ADVICE:
            return Tone.ACCENT
