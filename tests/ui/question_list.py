"""A list of questions as a tab would make it: for the tests of the editable list."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QLabel, QWidget

from orapp.domain import editing
from orapp.domain.assessment import AnswerState, Question
from orapp.domain.dossier import Dossier
from orapp.domain.items import Theme
from orapp.services.desk import Desk
from orapp.ui.kit.editor import DossierEditor
from orapp.ui.kit.fields import Field, FieldKind, ItemKind
from orapp.ui.kit.item_list import ItemList
from orapp.ui.kit.look import Tone
from orapp.ui.kit.workplace import Workplace
from tests.ui.conftest import Settled, Shown, the_dossiers

TONES = {
    AnswerState.OPEN: Tone.ATTENTION,
    AnswerState.SUFFICIENT: Tone.GOOD,
    AnswerState.INSUFFICIENT: Tone.DANGER,
    AnswerState.LAPSED: Tone.PLAIN,
}


def tone(state: object) -> Tone:
    return TONES[AnswerState(str(state))]


def question_kind(place: Workplace) -> ItemKind[Question]:
    themes = [(theme.value, place.texts.label(theme)) for theme in Theme]
    states = [(state.value, place.texts.label(state)) for state in AnswerState]
    fields = (
        Field(key="text", label="Vraag", kind=FieldKind.TEXT, column=True, weight=5, required=True),
        Field(key="theme", label="Thema", kind=FieldKind.CHOICE, options=lambda _d: themes, convert=Theme, column=True),
        Field(key="answer", label="Antwoord", kind=FieldKind.TEXT, column=True, weight=4),
        Field(key="answer_due", label="Antwoord uiterlijk", heading="Uiterlijk", kind=FieldKind.DATE, column=True),
        Field(
            key="state",
            label="Oordeel",
            kind=FieldKind.CHOICE,
            options=lambda _d: states,
            convert=AnswerState,
            tone=tone,
            column=True,
        ),
        Field(key="why", label="Waarom van belang", kind=FieldKind.TEXT),
        Field(key="round", label="Ronde", kind=FieldKind.NUMBER),
    )
    return ItemKind(
        collection="questions",
        singular="vraag",
        plural="vragen",
        empty="Hier komen de vragen aan de bestuurder.",
        fields=fields,
        make=lambda _dossier, item_id, request_id: Question(id=item_id, text="", request_id=request_id),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A list with its editor, and what the test asks of it."""

    items: ItemList[Question]
    editor: DossierEditor

    @property
    def grid(self) -> QWidget:
        return self.items.grid()

    def texts(self) -> list[str]:
        """The questions as they were kept."""
        dossier = self.editor.dossier
        return [question.text for question in dossier.questions] if dossier is not None else []

    def shown(self) -> list[str]:
        """The questions as they are shown."""
        return [question.text for question in self.items.grid().row_model.rows]

    def field(self) -> QWidget:
        """Where is typed in the open cell."""
        opened = self.items.grid().cells.opened
        assert opened is not None
        return opened.editor.focus

    def cell(self, row: int, key: str) -> QModelIndex:
        model = self.items.grid().grid_model
        column = next(number for number, field in enumerate(model.fields) if field is not None and field.key == key)
        return model.index(row, column)


def with_questions(desk: Desk, dossier: Dossier, *texts: str) -> Dossier:
    """The dossier with these questions instead of its own, kept."""
    asked = tuple(Question(id=f"vraag-{number}", number=number, text=text) for number, text in enumerate(texts, 1))
    return desk.dossiers.edit(
        dossier.id, lambda newest: editing.with_items(replace(newest, questions=()), "questions", asked), "een ander"
    ).dossier


def listed(place: Workplace, desk: Desk, dossier: Dossier) -> Listed:
    editor = DossierEditor(desk.dossiers, place)
    editor.take(dossier)
    shown: ItemList[Question] = ItemList(editor, place, question_kind(place), "vragen")
    editor.setParent(shown)
    shown.show_items(dossier, "")
    return Listed(items=shown, editor=editor)


def with_three_questions(desk: Desk) -> Dossier:
    return with_questions(desk, the_dossiers()[0], "Wat kost het?", "Wie beslist?", "Wanneer begint het?")


def begun(here: Listed, shown: Shown, settled: Settled) -> Listed:
    """The list in a window of its own, with its first question chosen."""
    shown(here.items)
    here.items.resize(750, 600)
    settled()
    here.items.choose("vraag-1")
    return here


def told(here: Listed) -> str:
    """What the list says above its rows; empty where it says nothing."""
    label = here.items.findChild(QLabel, "vragen-melding-tekst")
    assert isinstance(label, QLabel)
    return label.text() if label.isVisible() else ""
