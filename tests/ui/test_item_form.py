"""The form of an item: every kind of field, refusals at their fields, drafts, and keeping by keyboard."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from orapp.domain import editing
from orapp.domain.assessment import Question
from orapp.domain.dossier import Dossier
from orapp.domain.items import Item, Theme
from orapp.services.desk import Desk
from orapp.ui.kit.dates import DateField
from orapp.ui.kit.fields import Field, FieldKind, ItemKind
from orapp.ui.kit.item_form import ItemDialog, ItemForm
from orapp.ui.kit.workplace import Workplace
from tests.fakes.archive import MemoryArchive
from tests.fakes.asker import AnsweringAsker
from tests.ui.conftest import Settled, Shown, the_dossiers
from tests.ui.question_list import Listed, listed, question_kind, with_questions

CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Everything(Item):
    """One field of every kind."""

    line: str = "een"
    text: str = "twee\ndrie"
    day: date | None = date(2026, 11, 27)
    choice: Theme = Theme.PRIVACY
    one: str = "b"
    many: tuple[str, ...] = ("c", "a")
    flag: bool = True
    maybe: bool | None = None
    amount: int | None = 12
    tenths: int | None = 269
    cents: int | None = 125_000


def letters(_dossier: Dossier) -> list[tuple[str, str]]:
    return [("a", "B1 Alfa"), ("b", "B2 Bèta"), ("c", "B3 Gamma")]


def kind() -> ItemKind[Everything]:
    themes = [(theme.value, theme.value.upper()) for theme in Theme]
    kinds: dict[str, FieldKind] = {
        "line": FieldKind.LINE, "text": FieldKind.TEXT, "day": FieldKind.DATE, "one": FieldKind.ITEM, "many": FieldKind.ITEMS,
        "flag": FieldKind.FLAG, "maybe": FieldKind.MAYBE, "amount": FieldKind.NUMBER, "tenths": FieldKind.TENTHS,
        "cents": FieldKind.CENTS,
    }  # fmt: skip
    fields = [Field(key=key, label=key.title(), kind=of, options=letters, required=key == "line") for key, of in kinds.items()]
    fields.append(Field(key="choice", label="Keuze", kind=FieldKind.CHOICE, options=lambda _d: themes, convert=Theme))
    return ItemKind(
        collection="actions",
        singular="ding",
        plural="dingen",
        empty="",
        fields=tuple(fields),
        make=lambda _d, i, _r: Everything(id=i),
    )


def find(form: QWidget, kind_: type[QWidget], name: str) -> QWidget:
    found = form.findChild(kind_, name)
    assert isinstance(found, kind_)
    return found


def test_every_kind_of_field_gives_back_what_it_was_shown(place: Workplace, shown: Shown) -> None:
    item = Everything(id="x")
    form = ItemForm(place, kind(), the_dossiers()[0], item)
    shown(form)
    assert form.value() == item
    assert not form.is_touched()
    empty = Everything(id="y", day=None, one="", many=(), flag=False, maybe=False, amount=None, tenths=None, cents=None)
    assert ItemForm(place, kind(), the_dossiers()[0], empty).value() == empty


def test_what_is_typed_becomes_the_item(place: Workplace, shown: Shown) -> None:
    form = ItemForm(place, kind(), the_dossiers()[0], Everything(id="x"))
    shown(form)
    for key, typed in (("line", "Nieuw"), ("amount", "1.200"), ("tenths", "27,5"), ("cents", "1.099,95")):
        field = find(form, QLineEdit, key)
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, CTRL)
        QTest.keyClicks(field, typed)
    day = form.findChild(DateField, "day")
    assert isinstance(day, DateField)
    day.set_value(date(2027, 1, 4))
    box = find(form, QComboBox, "maybe")
    QTest.keyClick(box, Qt.Key.Key_Down)
    found = form.value()
    assert found is not None
    assert (found.line, found.amount, found.tenths, found.cents) == ("Nieuw", 1200, 275, 109_995)
    assert (found.day, found.maybe) == (date(2027, 1, 4), True)
    assert form.is_touched()


@pytest.mark.parametrize(
    ("key", "typed"),
    [("line", " "), ("amount", "veel"), ("amount", "1,5"), ("tenths", "26,95"), ("cents", "12,5"), ("day-invoer", "ooit")],
)
def test_what_means_nothing_is_refused_at_its_field(place: Workplace, shown: Shown, key: str, typed: str) -> None:
    form = ItemForm(place, kind(), the_dossiers()[0], Everything(id="x"))
    shown(form)
    field = find(form, QLineEdit, key)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(field, typed)
    assert form.value() is None
    refusal = find(form, QLabel, f"{key.removesuffix('-invoer')}-refused")
    assert refusal.isVisible()
    assert refusal.property("text")
    assert form.focusWidget() is field


@pytest.fixture
def here(place: Workplace, desk: Desk, shown: Shown, settled: Settled) -> Listed:
    made = listed(place, desk, with_questions(desk, the_dossiers()[0], "Wat kost het?", "Wie beslist?"))
    shown(made.items)
    settled()
    return made


def opened(here: Listed, place: Workplace) -> ItemDialog[Question]:
    dossier = here.editor.dossier
    assert dossier is not None
    dialog = ItemDialog(here.items, here.editor, place, question_kind(place), dossier.questions[0])
    dialog.open()
    return dialog


def test_a_new_item_is_kept_once_also_when_asked_twice_quickly(
    here: Listed, place: Workplace, asker: AnsweringAsker, qtbot: QtBot, settled: Settled
) -> None:
    before = here.texts()
    blank = Question(id="nieuw", text="")
    dialog = ItemDialog(here.items, here.editor, place, question_kind(place), blank, new=True)
    dialog.open()
    field = find(dialog, QPlainTextEdit, "text")
    QTest.keyClicks(field, "Twee keer?")
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(field, Qt.Key.Key_Return, CTRL)
        QTest.keyClick(field, Qt.Key.Key_Return, CTRL)
    settled()
    assert here.texts() == [*before, "Twee keer?"]


def test_a_form_that_is_closed_while_it_is_kept_is_no_defect(
    here: Listed, place: Workplace, asker: AnsweringAsker, settled: Settled
) -> None:
    dialog = opened(here, place)
    QTest.keyClicks(find(dialog, QPlainTextEdit, "text"), "!")
    dialog.save()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not asker.asked
    assert dialog.isVisible()
    delete(dialog)
    settled()
    assert here.texts()[0].endswith("!")


def test_escape_asks_only_where_something_was_typed(
    here: Listed, place: Workplace, asker: AnsweringAsker, archive: MemoryArchive, qtbot: QtBot, settled: Settled
) -> None:
    dialog = opened(here, place)
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialog = opened(here, place)
    field = find(dialog, QPlainTextEdit, "text")
    QTest.keyClicks(field, "!")
    qtbot.waitUntil(lambda: bool(archive.typed))
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settled()
    assert here.texts()[0] == "Wat kost het?"
    assert not archive.typed


def test_a_draft_is_put_back_when_the_form_opens_again(
    here: Listed, place: Workplace, archive: MemoryArchive, qtbot: QtBot, settled: Settled
) -> None:
    dossier = here.editor.dossier
    assert dossier is not None
    archive.typed["vraag-1", "why", "venster-1"] = (dossier.id, "Half afge")
    dialog = opened(here, place)
    settled()
    said = find(dialog, QLabel, "formulier-melding")
    assert said.property("text") == "Niet bewaarde tekst van waarom van belang teruggezet."
    with qtbot.waitSignal(dialog.saved):
        QTest.keyClick(find(dialog, QPlainTextEdit, "why"), Qt.Key.Key_Return, CTRL)
    settled()
    assert here.editor.dossier is not None
    assert here.editor.dossier.questions[0].why == "Half afge"
    assert not archive.typed


def test_a_conflict_is_told_in_the_form_and_the_text_stays(here: Listed, place: Workplace, desk: Desk, settled: Settled) -> None:
    dialog = opened(here, place)
    asked = dialog.form.value()
    assert asked is not None
    assert here.editor.dossier is not None
    edit = editing.change("questions", asked, replace(asked, text="Door een ander"))
    desk.dossiers.edit(here.editor.dossier.id, edit, "een ander", "venster-2")
    field = find(dialog, QPlainTextEdit, "text")
    QTest.keyClicks(field, " Mijn.")
    find(dialog, QPushButton, "formulier-bewaren").setFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    settled()
    assert find(dialog, QLabel, "formulier-melding").property("text")
    assert field.property("plainText") == "Wat kost het? Mijn."
    assert dialog.isVisible()
