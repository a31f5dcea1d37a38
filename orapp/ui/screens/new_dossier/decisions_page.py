"""The proposed decisions B1..Bn of a request: one line each, typed or pasted, and what is asked about each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from orapp.domain.beginning import Answer, Beginning, BegunDecision, Start
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import button
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.wizard import WizardPage
from orapp.ui.screens.new_dossier.plain_values import texts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from orapp.ui.kit.workplace import Workplace

MOST_PASTED = 100
BULLETS = "-–—•*·\t "


@dataclass(slots=True, kw_only=True, eq=False)
class _Row:
    box: QWidget
    code: QLabel
    title: QLineEdit
    answer: QComboBox
    remove: QPushButton


class DecisionsPage(WizardPage):
    """Each line is one proposed decision; Enter goes to the next line, a pasted list becomes as many lines."""

    def __init__(self, place: Workplace, known: Callable[[], Beginning]) -> None:
        super().__init__()
        self._place = place
        self._known = known
        self._rows: list[_Row] = []
        self.title = self.tr("Welke besluiten?")
        look = place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, look.px(8), 0)
        column.setSpacing(look.px(8))
        why = self.tr(
            "Noem elk voorgenomen besluit apart. Elk besluit krijgt zijn eigen advies, zijn eigen besluit van de bestuurder en "
            "zijn eigen termijnen. Weet u het nog niet? Dan kan dit later."
        )
        column.addWidget(text_label(why, "quiet", wrap=True))
        self._mixed = text_label("", wrap=True)
        column.addWidget(self._mixed)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(look.px(6))
        column.addLayout(self._lines)
        row = QHBoxLayout()
        self.add_button = button(self.tr("Nog een &besluit"), "besluit-toevoegen")
        row.addWidget(self.add_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.add_button.clicked.connect(self._add_empty)
        self._add("")

    # -- the page ------------------------------------------------------------------------------------------------------

    @override
    def offered(self) -> bool:
        """Asked where something is to be decided by the director."""
        return self._known().start in {Start.REQUEST, Start.FOUND_OUT, Start.INITIATIVE}

    @override
    def shown(self) -> None:
        """With grounds in both art. 25 and 27, each line also asks what is wanted of the council."""
        mixed = self._is_mixed()
        words = self.tr(
            "De gronden staan in artikel 25 en in artikel 27. Er komen twee procedures in één dossier: advies en instemming. "
            "Zegt u per besluit wat er wordt gevraagd; bij twijfel allebei."
        )
        self._mixed.setText(words if mixed else "")
        self._mixed.setVisible(mixed)
        for row in self._rows:
            row.answer.setVisible(mixed)
        self._rows[0].title.setFocus()

    def apply(self, known: Beginning) -> Beginning:
        """The lines that have text."""
        if not self.offered():
            return replace(known, decisions=())
        mixed = self._is_mixed()
        usual = Answer.CONSENT if known.consent and not known.advice else Answer.ADVICE
        typed = [(row.title.text().strip(), Answer(row.answer.currentData())) for row in self._rows]
        return replace(
            known,
            decisions=tuple(BegunDecision(title=title, answer=answer if mixed else usual) for title, answer in typed if title),
        )

    def standing(self) -> dict[str, object]:
        """The lines and what is asked about each, as plain values."""
        return {
            "titles": [row.title.text() for row in self._rows],
            "answers": [str(row.answer.currentData()) for row in self._rows],
        }

    def put_standing(self, standing: Mapping[str, object]) -> None:
        """Puts back the lines; there is always one."""
        titles, answers = texts_of(standing, "titles") or [""], texts_of(standing, "answers")
        for row in self._rows[len(titles) :]:
            row.box.hide()
            row.box.deleteLater()
        del self._rows[len(titles) :]
        while len(self._rows) < len(titles):
            self._add("")
        for place, (row, title) in enumerate(zip(self._rows, titles, strict=True)):
            row.title.setText(title)
            row.answer.setCurrentIndex(max(0, row.answer.findData(answers[place] if place < len(answers) else "")))

    def _is_mixed(self) -> bool:
        grounds = self._known().grounds
        both = any(ground.startswith("25.") for ground in grounds) and any(ground.startswith("27.") for ground in grounds)
        return both and self._known().start is Start.REQUEST

    # -- lines ---------------------------------------------------------------------------------------------------------

    def _add(self, text: str) -> _Row:
        look = self._place.look
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(8))
        made = _Row(
            box=box,
            code=text_label("", "code"),
            title=QLineEdit(text),
            answer=QComboBox(),
            remove=button(self.tr("Weghalen"), "besluit-weghalen", "link"),
        )
        made.code.setFixedWidth(look.px(28))
        for value, words in (
            (Answer.ADVICE.value, self.tr("advies")),
            (Answer.CONSENT.value, self.tr("instemming")),
            (Answer.BOTH.value, self.tr("allebei (twijfel)")),
        ):
            made.answer.addItem(words, value)
        made.title.installEventFilter(self)
        made.remove.clicked.connect(lambda: self._remove(made))
        line.addWidget(made.code)
        line.addWidget(made.title, 1)
        line.addWidget(made.answer)
        line.addWidget(made.remove)
        made.answer.setVisible(self._is_mixed())
        self._rows.append(made)
        self._lines.addWidget(box)
        self._number()
        return made

    def _add_empty(self) -> None:
        self._add("").title.setFocus()

    def _remove(self, row: _Row) -> None:
        if len(self._rows) == 1:
            row.title.clear()
            row.title.setFocus()
            return
        place = self._rows.index(row)
        self._rows.remove(row)
        row.box.hide()
        row.box.deleteLater()
        self._number()
        self._rows[max(0, place - 1)].title.setFocus()

    def _number(self) -> None:
        for number, row in enumerate(self._rows, start=1):
            row.code.setText(self.tr("B{number}").format(number=number))
            row.code.setBuddy(row.title)
            a11y.name(row.title, f"besluit-{number}", self.tr("Voorgenomen besluit B{number}").format(number=number))
            a11y.name(
                row.answer, f"besluit-{number}-vraag", self.tr("Wat wordt er gevraagd over B{number}").format(number=number)
            )
            row.remove.setAccessibleName(self.tr("Haal B{number} weg").format(number=number))

    def _paste(self, row: _Row, text: str) -> None:
        lines = [plain for line in text.splitlines() if (plain := without_mark(line))]
        row.title.insert(lines[0])
        last = row
        for line in lines[1:MOST_PASTED]:
            last = self._add(line)
        last.title.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        row = next((row for row in self._rows if row.title is watched), None)
        if row is not None and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            text = QGuiApplication.clipboard().text()
            if event.matches(QKeySequence.StandardKey.Paste) and len(text.splitlines()) > 1 and text.strip():
                self._paste(row, text)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() and row.title.text().strip():
                if row is self._rows[-1]:
                    self._add_empty()
                else:
                    self._rows[self._rows.index(row) + 1].title.setFocus()
                return True
        return super().eventFilter(watched, event)


def without_mark(line: str) -> str:
    """A line of a list without its bullet or number ("1.", "B2:", "a)")."""
    words = line.strip(BULLETS).strip()
    head, separator, rest = words.partition(" ")
    mark = head.rstrip(".):")
    code = mark[:1] in {"B", "b"} and mark[1:].isdigit()
    numbered = mark != head and (mark.isdigit() or len(mark) == 1)
    return rest.strip() if separator and (code or numbered) and rest.strip() else words
