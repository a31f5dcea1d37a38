"""The head of a letter that is composed: which letter, where it stands, what asks for attention, and the acts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QWidget

from orapp.domain.letter_life import LetterStage, stage_of
from orapp.letters.content import FindingWeight, LetterStatus
from orapp.ui.kit.cards import button
from orapp.ui.kit.labels import Pill, ShortenedLabel
from orapp.ui.kit.look import Tone, restyle

if TYPE_CHECKING:
    from orapp.services.letters import LetterDraft
    from orapp.ui.kit.look import Look
    from orapp.ui.kit.workplace import Workplace

WIDE_PERCENT = 125
HAND_OVER, ADOPT, SIGN, SEND, ANEW = "hand_over", "adopt", "sign", "send", "anew"
ARRIVE, ANSWER, PUT_AWAY = "arrive", "answer", "put_away"
PDF_FILE, PRINT, BUNDLE, STAFF, MAIL, COMPARE, CHECK = "pdf", "print", "bundle", "staff", "mail", "compare", "check"


class HeadBar(QWidget):
    """`act_asked` gives the act on the letter, `export_asked` what is made of it or looked at: a PDF, a bundle, a mail."""

    act_asked = Signal(str)
    export_asked = Signal(str)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._act = HAND_OVER
        look = place.look
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(look.px(8))
        self._layout.addLayout(self._build_words(), 1)
        self._layout.addLayout(self._build_acts())
        look.changed.connect(self._turn)
        self._turn()

    def _build_words(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._place.look.px(8))
        self.back_button = button(self.tr("&Terug"), "terug")
        self.back_button.setToolTip(self.tr("Terug naar het dossier (Esc)"))
        row.addWidget(self.back_button)
        self.title = ShortenedLabel("title")
        self.title.setObjectName("brief-titel")
        row.addWidget(self.title)
        self.which = Pill("")
        self.state = Pill("", Tone.ATTENTION)
        row.addWidget(self.which)
        row.addWidget(self.state)
        self.points = ShortenedLabel("quiet")
        self.points.setObjectName("aandachtspunten")
        # Where text is large the findings below say it too: the line gives way before the whole screen becomes wider.
        self.points.setMinimumWidth(1)
        row.addWidget(self.points)
        row.addStretch(1)
        return row

    def _build_acts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._place.look.px(8))
        self.open_button = button(self.tr("&Openen in Word"), "openen-in-word")
        self.open_button.setToolTip(self.tr("Maakt een versie en opent haar in het tekstprogramma van deze computer"))
        self.more_button = button(self.tr("&Meer"), "meer")
        self.more = QMenu(self)
        self.more.setObjectName("meer-menu")
        self.make_act = self.more.addAction(self.tr("&Word-bestand maken…"))
        self.make_act.setObjectName("maak-word")
        self.read_back_act = self.more.addAction(self.tr("&Teruglezen uit Word…"))
        self.read_back_act.setObjectName("teruglezen")
        self.paper_acts = {
            what: self.more.addAction(words)
            for what, words in (
                (PDF_FILE, self.tr("&PDF maken…")),
                (PRINT, self.tr("&Afdrukvoorbeeld…")),
                (BUNDLE, self.tr("&Bijlagen bundelen…")),
                (STAFF, self.tr("Ac&hterbanversie maken…")),
                (MAIL, self.tr("&Mail klaarzetten…")),
                (COMPARE, self.tr("Ver&sies vergelijken…")),
                (CHECK, self.tr("&Controleren…")),
            )
        }
        for what, act in self.paper_acts.items():
            act.setObjectName(f"papier-{what}")
            act.triggered.connect(partial(self.export_asked.emit, what))
        self.more.addSeparator()
        self.arrive_act = self.more.addAction(self.tr("&Ontvangst vastleggen…"))
        self.answer_act = self.more.addAction(self.tr("A&ntwoord vastleggen…"))
        self.put_away_act = self.more.addAction(self.tr("A&rchiveren…"))
        self.adopt_act = self.more.addAction(self.tr("&Vaststellen…"))
        self.again_act = self.more.addAction(self.tr("Opnie&uw ter vaststelling geven…"))
        self.anew_act = self.more.addAction(self.tr("Een nieuwe brief van deze soort"))
        self.other_act = self.more.addAction(self.tr("Een andere brief &kiezen"))
        self.more_button.setMenu(self.more)
        self.act_button = button("", "daad", "primary")
        row.addStretch(0)
        for one in (self.open_button, self.more_button, self.act_button):
            row.addWidget(one)
        self.act_button.clicked.connect(lambda: self.act_asked.emit(self._act))
        self.adopt_act.triggered.connect(lambda: self.act_asked.emit(ADOPT))
        self.again_act.triggered.connect(lambda: self.act_asked.emit(HAND_OVER))
        self.anew_act.triggered.connect(lambda: self.act_asked.emit(ANEW))
        self.arrive_act.triggered.connect(lambda: self.act_asked.emit(ARRIVE))
        self.answer_act.triggered.connect(lambda: self.act_asked.emit(ANSWER))
        self.put_away_act.triggered.connect(lambda: self.act_asked.emit(PUT_AWAY))
        return row

    def _turn(self) -> None:
        """Where text is large the acts stand below the words."""
        look: Look = self._place.look
        large = look.text_percent > WIDE_PERCENT
        self._layout.setDirection(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)

    def show_draft(self, draft: LetterDraft, reference: str, *, handed_over: bool) -> None:
        """Says where the letter stands."""
        status, letter = draft.content.status, draft.letter
        self.which.setText(draft.content.reference or reference)
        concept = status is LetterStatus.CONCEPT
        stage = stage_of(letter)
        words = self._place.texts.label(stage if status is LetterStatus.SENT else status)
        versions = len(letter.versions) if letter is not None else 0
        given = self.tr("concept, ter vaststelling")
        self.state.setText((given if handed_over else f"{words} {versions + 1}") if concept else words)
        self._tone(self.state, Tone.ATTENTION if concept else Tone.GOOD)
        asking = sum(1 for item in draft.findings if item.weight is not FindingWeight.NOTE)
        one, more = self.tr("1 punt vraagt aandacht"), self.tr("{n} punten vragen aandacht").format(n=asking)
        self.points.setText("" if draft.frozen else (one if asking == 1 else more) if asking else self.tr("geen aandachtspunten"))
        match status:
            case LetterStatus.CONCEPT:
                first = (ADOPT, self.tr("&Vaststellen…")) if handed_over else (HAND_OVER, self.tr("Ter &vaststelling…"))
                self._offer(*first)
            case LetterStatus.ADOPTED:
                self._offer(SIGN, self.tr("Onderteke&nen…"))
            case LetterStatus.SIGNED:
                self._offer(SEND, self.tr("&Verzenden…"))
            case LetterStatus.SENT:
                self._offer(*self._after_sending(stage_of(letter)))
        self.adopt_act.setVisible(concept and not handed_over)
        self.again_act.setVisible(concept and handed_over)
        self.anew_act.setVisible(not concept and self._act != ANEW)
        sent = status is LetterStatus.SENT
        for act, own in ((self.arrive_act, ARRIVE), (self.answer_act, ANSWER), (self.put_away_act, PUT_AWAY)):
            act.setVisible(sent and self._act != own)
        self.paper_acts[CHECK].setVisible(not concept)
        self.paper_acts[COMPARE].setVisible(versions > (0 if concept else 1))

    def _after_sending(self, stage: LetterStage) -> tuple[str, str]:
        match stage:
            case LetterStage.ARRIVED:
                return ANSWER, self.tr("A&ntwoord…")
            case LetterStage.ANSWERED:
                return PUT_AWAY, self.tr("A&rchiveren…")
            case LetterStage.ARCHIVED:
                return ANEW, self.tr("&Nieuwe brief")
            case _:
                return ARRIVE, self.tr("&Ontvangst…")

    def _offer(self, act: str, words: str) -> None:
        self._act = act
        if self.act_button.text() != words:
            self.act_button.setText(words)
            self.act_button.setAccessibleName(words.replace("&", ""))

    @staticmethod
    def _tone(pill: Pill, tone: Tone) -> None:
        if pill.property("tone") != tone.value:
            pill.setProperty("tone", tone.value)
            restyle(pill)

    def set_ready(self, ready: bool) -> None:
        """Whether there is a letter to do something with."""
        for one in (self.open_button, self.more_button, self.act_button):
            one.setEnabled(ready)

    def set_there(self, there: bool) -> None:
        """Whether a letter is shown at all."""
        for one in (self.open_button, self.more_button, self.act_button, self.state, self.points):
            one.setVisible(there)
