"""The questions of the council with their answers: where they stand, how each answer is judged, and answers that are pasted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from orapp.domain.assessment import AnswerState
from orapp.domain.editing import change, together
from orapp.domain.items import Judgement
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import Card, button
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.item_list import ItemList
from orapp.ui.kit.labels import text_label
from orapp.ui.screens.dossier.item_kinds_assessment import AssessmentKinds
from orapp.ui.screens.dossier.paste_answers import AnswersDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from orapp.domain.assessment import Question
    from orapp.domain.dossier import Dossier
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.workplace import Workplace


class QuestionsCard(Card):
    """The list of questions with the judgement of the chosen ones as acts: the program never judges."""

    def __init__(self, place: Workplace, editor: DossierEditor) -> None:
        super().__init__(place.look)
        self._place = place
        self._editor = editor
        self._dossier: Dossier | None = None
        self._request_id = ""
        self.items: ItemList[Question] = ItemList(editor, place, AssessmentKinds(place, self).questions(), "vragen")
        self.stand = text_label("", "quiet", wrap=True)
        self.stand.setObjectName("vragen-stand")
        self.body.addWidget(self.stand)
        acts = FlowRow(place.look)
        a11y.name(acts, "vragen-acties", self.tr("Antwoorden en oordeel"))
        paste = button(self.tr("Antwoorden &plakken"), "antwoorden-plakken-knop")
        paste.clicked.connect(self.paste_answers)
        judging: list[QPushButton] = []
        for state, words, tip in (
            (AnswerState.SUFFICIENT, self.tr("&Voldoende"), self.tr("Het antwoord op de gekozen vraag is voldoende")),
            (AnswerState.INSUFFICIENT, self.tr("O&nvoldoende"), self.tr("Het antwoord op de gekozen vraag is onvoldoende")),
            (AnswerState.LAPSED, self.tr("Vervallen"), self.tr("De gekozen vraag is vervallen")),
            (AnswerState.OPEN, self.tr("Nog geen oordeel"), self.tr("Het oordeel over de gekozen vraag intrekken")),
        ):
            made = button(words, f"oordeel-{state.value}", "link")
            made.setToolTip(tip)
            made.setAccessibleName(tip)
            made.clicked.connect(lambda _checked=False, state=state: self.judge(state))
            judging.append(made)
        self._row_of_acts = acts
        self._acts: list[QWidget] = [paste, *judging]
        acts.fill(self._acts)
        self.body.addWidget(acts)
        self.body.addWidget(self.items)

    def add_act(self, act: QWidget) -> None:
        """Puts an act of the tab behind the others."""
        self._acts.append(act)
        self._row_of_acts.fill(self._acts)

    def chosen(self) -> tuple[Question, ...]:
        """The questions that are chosen, else those of the newest round that is shown."""
        items = tuple(self.items.chosen_items())
        own = self.questions()
        newest = max((one.round for one in own), default=0)
        return items or tuple(one for one in own if one.round == newest)

    def show_dossier(self, dossier: Dossier, request_id: str) -> None:
        """Shows the questions of one request; what is chosen and typed stays."""
        self._dossier, self._request_id = dossier, request_id
        self.items.show_items(dossier, request_id)
        own = self.questions()
        self.stand.setText(self._said(own))
        self.stand.setVisible(bool(own))
        self._row_of_acts.setVisible(bool(own))  # without a question there is no answer to paste, judge or write of

    def questions(self) -> tuple[Question, ...]:
        """The questions that are shown."""
        if self._dossier is None:
            return ()
        return tuple(one for one in self._dossier.questions if not self._request_id or one.request_id in {"", self._request_id})

    def judge(self, state: AnswerState) -> None:
        """Records the council's judgement of the chosen answers: what, by whom, and when."""
        dossier = self._editor.dossier
        chosen = {item.id for item in self.items.chosen_items()}
        found = [one for one in dossier.questions if one.id in chosen] if dossier is not None else []
        if not found:
            return
        judged = None
        if state is not AnswerState.OPEN:
            judged = Judgement(answer=state.value, by=self._place.here.person, on=self._place.today())
        edits = [change("questions", one, replace(one, state=state, judged=judged)) for one in found]
        codes = ", ".join(f"Q{one.number}" for one in found)
        words = self.tr("oordeel over {codes} vastgelegd").format(codes=codes)
        self._editor.submit(together(*edits), words, undoable=False, done=lambda _kept: self._tell(words))

    def paste_answers(self) -> None:
        """Opens the place to paste answers in."""
        if self._dossier is not None:
            AnswersDialog(self.window(), self._place, self._editor, self._dossier, self.questions()).open()

    def _tell(self, words: str) -> None:
        a11y.announce(self.stand, words)

    def _said(self, own: tuple[Question, ...]) -> str:
        insufficient = sum(1 for one in own if one.state is AnswerState.INSUFFICIENT)
        unjudged = sum(1 for one in own if one.state is AnswerState.OPEN and one.answer)
        unanswered = sum(1 for one in own if one.state is AnswerState.OPEN and not one.answer)
        parts = []
        if insufficient:
            one, more = self.tr("1 antwoord onvoldoende"), self.tr("{count} antwoorden onvoldoende")
            parts.append(one if insufficient == 1 else more.format(count=insufficient))
        if unjudged:
            one, more = self.tr("1 antwoord nog te beoordelen"), self.tr("{count} antwoorden nog te beoordelen")
            parts.append(one if unjudged == 1 else more.format(count=unjudged))
        if unanswered:
            one, more = self.tr("1 vraag niet beantwoord"), self.tr("{count} vragen niet beantwoord")
            parts.append(one if unanswered == 1 else more.format(count=unanswered))
        if parts:
            return self.tr("In behandeling; {parts}. Vragen stellen schort geen termijn op.").format(parts=", ".join(parts))
        return self.tr("De OR heeft elk antwoord beoordeeld; geen antwoord is onvoldoende.")
