"""Answers from Word or a mail land at their question: what was pasted is cut, the match is shown, and only then kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from orapp.domain.assessment import AnswerState
from orapp.domain.dossier import code
from orapp.domain.editing import change, together
from orapp.domain.pasted_answers import Piece, cut
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import Column as CardColumn
from orapp.ui.kit.cards import button, hairline
from orapp.ui.kit.dates import DateField
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone
from orapp.ui.screens.dossier.item_kinds_options import SOURCES, described, items_in

if TYPE_CHECKING:
    from datetime import date

    from orapp.domain.assessment import Question
    from orapp.domain.dossier import Dossier
    from orapp.domain.editing import Edit
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.workplace import Workplace

MOST_SHOWN = 1200


class AnswersDialog(Sheet):
    """A place to paste, and below it each piece with the question it goes to. Nothing is kept before "Bewaren"."""

    kept = Signal()

    def __init__(
        self, parent: QWidget, place: Workplace, editor: DossierEditor, dossier: Dossier, questions: tuple[Question, ...]
    ) -> None:
        super().__init__(parent, place.look, self.tr("Antwoorden plakken"), "antwoorden-plakken")
        self._place = place
        self._editor = editor
        self._questions = questions
        self._rows: list[_PieceRow] = []
        self._build(dossier)
        self._text.textChanged.connect(self._cut)
        clipboard = QGuiApplication.clipboard().text()
        if any(piece.question_id for piece in cut(clipboard, questions)):
            self._text.setPlainText(clipboard)
        self._cut()
        self._text.setFocus()

    def _build(self, dossier: Dossier) -> None:
        look = self._place.look
        explained = self.tr(
            "Plak de tekst met antwoorden. Elk antwoord komt bij de vraag met hetzelfde nummer (Q3, Vraag 3 of 3.). "
            "Kijk de verdeling na; u beoordeelt de antwoorden daarna zelf."
        )
        told = text_label(explained, "quiet", wrap=True)
        self.body.addWidget(told)
        self._text = QPlainTextEdit()
        self._text.setTabChangesFocus(True)
        a11y.name(self._text, "geplakte-tekst", self.tr("Tekst met antwoorden"))
        told.setBuddy(self._text)
        self._text.setMaximumHeight(look.px(120))
        self.body.addWidget(self._text)
        self._stand = text_label("", "strong", wrap=True)
        self._stand.setObjectName("verdeling")
        self.body.addWidget(self._stand)
        self._pieces = CardColumn(look)
        self.body.addWidget(self._pieces, 1)
        self._form = form = Form(look, label_pixels=130)
        self._answered = form.add(
            "answered_on", self.tr("Beantwoord op"), DateField(self._place, "answered_on", self.tr("Beantwoord op"))
        )
        self._answered.set_value(self._place.today())
        sources = [("", self.tr("nog niet bekend")), *items_in(*SOURCES)(dossier)]
        self._source = form.choice("answered_in_id", self.tr("Beantwoord in"), sources)
        self.body.addWidget(form)
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = button(self.tr("Annuleren"), "antwoorden-annuleren")
        cancel.clicked.connect(self.reject)
        self._save = button("", "antwoorden-bewaren", "primary")
        self._save.clicked.connect(self.save)
        row.addWidget(cancel)
        row.addWidget(self._save)
        self.body.addLayout(row)
        self.take_size(760, 680)

    def rows(self) -> tuple[_PieceRow, ...]:
        """The pieces as they are shown."""
        return tuple(self._rows)

    def save(self) -> None:
        """Keeps each answer at its question, in one step."""
        answers = self._answers()
        if self._answered.is_wrong():
            self._form.refuse("answered_on", self._answered.refusal())
        if not answers or self._answered.is_wrong():
            return
        edits: list[Edit] = []
        for question in self._questions:
            if question.id in answers:
                after = _answered(question, answers[question.id], self._answered.value(), self._source.currentData())
                edits.append(change("questions", question, after))
        words = (
            self.tr("1 antwoord geplakt") if len(edits) == 1 else self.tr("{count} antwoorden geplakt").format(count=len(edits))
        )
        self._save.setEnabled(False)
        self._editor.submit(
            together(*edits),
            words,
            owner=self,
            done=lambda _dossier: self._done(),
            failed=lambda failure: self._say(self._place.said(failure)),
        )

    def _done(self) -> None:
        self.kept.emit()
        self.accept()

    def _answers(self) -> dict[str, str]:
        """The answer of each question; pieces that go to one question follow each other."""
        found: dict[str, list[str]] = {}
        for row in self._rows:
            if row.question_id():
                found.setdefault(row.question_id(), []).append(row.piece.text)
        return {question_id: "\n\n".join(texts) for question_id, texts in found.items()}

    def _cut(self) -> None:
        pieces = cut(self._text.toPlainText(), self._questions)
        self._rows = [_PieceRow(self._place, piece, self._questions, number) for number, piece in enumerate(pieces)]
        for row in self._rows:
            row.changed.connect(self._count)
        self._pieces.fill(*self._rows)
        self._count()

    def _count(self) -> None:
        answers = self._answers()
        loose = sum(1 for row in self._rows if not row.question_id())
        replaced = [code("questions", one) for one in self._questions if one.id in answers and one.answer]
        parts = [self.tr("Met antwoord: {count} van {all} vragen").format(count=len(answers), all=len(self._questions))]
        if loose:
            one, more = self.tr("1 stuk tekst hoort nergens bij en blijft weg"), self.tr("{count} stukken tekst blijven weg")
            parts.append(one if loose == 1 else more.format(count=loose))
        if replaced:
            parts.append(self.tr("vervangt het antwoord van {codes}").format(codes=", ".join(replaced)))
        self._say(self.tr("Nog geen tekst geplakt.") if not self._rows else f"{'; '.join(parts)}.")
        self._save.setEnabled(bool(answers))
        self._save.setText(self.tr("Bewaren"))
        self._save.setAccessibleName(self.tr("Antwoorden bewaren"))

    def _say(self, words: str) -> None:
        self._stand.setText(words)
        self._save.setEnabled(True)
        a11y.announce(self._stand, words)


class _PieceRow(QWidget):
    """One piece of text, and the question that it goes to."""

    changed = Signal()

    def __init__(self, place: Workplace, piece: Piece, questions: tuple[Question, ...], number: int) -> None:
        super().__init__()
        self.piece = piece
        look = place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, look.px(8), 0)
        column.setSpacing(look.px(4))
        self.choice = QComboBox()
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(20)
        a11y.name(self.choice, f"stuk-tekst-{number}", self.tr("Vraag bij stuk tekst {number}").format(number=number + 1))
        self.choice.addItem(self.tr("hoort nergens bij"), "")
        for question in questions:
            self.choice.addItem(described("questions", question), question.id)
        self.choice.setCurrentIndex(max(0, self.choice.findData(piece.question_id)))
        self.choice.currentIndexChanged.connect(lambda _number: self.changed.emit())
        column.addWidget(self.choice)
        shown = piece.text if len(piece.text) <= MOST_SHOWN else f"{piece.text[:MOST_SHOWN]}…"
        tone = None if piece.question_id else Tone.ATTENTION
        said = text_label(shown, wrap=True, tone=tone)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(said)
        column.addWidget(hairline())

    def question_id(self) -> str:
        """The question that this piece goes to, or empty."""
        return str(self.choice.currentData() or "")


def _answered(question: Question, answer: str, day: date | None, source: str) -> Question:
    """The question with its answer. What the council thought of an earlier answer no longer holds."""
    return replace(question, answer=answer, answered_on=day, answered_in_id=source or "", state=AnswerState.OPEN, judged=None)
