"""Tables, forms, steps, labels and the preview: what each shows, and what a keyboard and a screen reader get of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from orapp.letters.content import (
    CodedItem,
    CodedList,
    LetterContent,
    LetterStatus,
    Operative,
    Paragraph,
    Run,
    Section,
    Sender,
    Signature,
    Table,
)
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import nature_word
from orapp.ui.kit.letter_preview import LetterPreview
from orapp.ui.kit.look import Look, Tone
from orapp.ui.kit.notices import NoticeBar
from orapp.ui.kit.steps import ProcedureSteps, Progress, ShownStep
from orapp.ui.kit.tables import CELL_ROLE, SORT_ROLE, Cell, Column, FittedTable, RowModel
from orapp.ui.kit.tables import Table as TableView
from tests.ui.conftest import Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of these tests."""

    name: str
    due: date


ROWS = (
    Row(name="Beroep", due=date(2026, 12, 1)),
    Row(name="Opschorting met een heel lange omschrijving " * 4, due=date(2026, 11, 3)),
)


def columns() -> list[Column[Row]]:
    return [
        Column(key="name", title="Wat", cell=lambda row: Cell(text=row.name, nature="statutory", second="art. 26"), weight=1),
        Column(key="due", title="Datum", cell=lambda row: Cell(text=row.due.isoformat()), sort=lambda row: row.due, pixels=100),
    ]


def test_a_model_is_its_rows_and_columns() -> None:
    model: RowModel[Row] = RowModel(columns())
    model.show(ROWS)
    assert (model.rowCount(), model.columnCount()) == (2, 2)
    cell = model.index(0, 0)
    assert model.data(cell) == "Beroep\nart. 26"
    assert model.data(cell, CELL_ROLE) == Cell(text="Beroep", nature="statutory", second="art. 26")
    assert model.data(model.index(0, 1), SORT_ROLE) == date(2026, 12, 1)
    assert model.data(cell, Qt.ItemDataRole.AccessibleTextRole) == "Wat: wet, Beroep, art. 26"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Datum"
    assert model.data(QModelIndex()) is None


def test_the_next_page_is_asked_once(qtbot: QtBot) -> None:
    model: RowModel[Row] = RowModel(columns())
    model.show(ROWS[:1], more=True)
    assert model.canFetchMore(QModelIndex())
    with qtbot.waitSignal(model.more_wanted):
        model.fetchMore(QModelIndex())
    assert not model.canFetchMore(QModelIndex())
    model.append(ROWS[1:], more=False)
    assert model.rows == ROWS


def test_enter_and_double_click_open_a_row(qtbot: QtBot, look: Look, shown: Shown) -> None:
    model: RowModel[Row] = RowModel(columns())
    table: TableView[Row] = TableView(model, look, "tabel", "Termijnen")
    shown(table)
    model.show(ROWS)
    table.choose_first()
    QTest.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.row_opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [ROWS[1]]


def test_tab_leaves_a_table(qtbot: QtBot, look: Look, shown: Shown) -> None:
    window = QWidget()
    model: RowModel[Row] = RowModel(columns())
    table: TableView[Row] = TableView(model, look, "tabel", "Termijnen")
    field = QLineEdit()
    table.setParent(window)
    field.setParent(window)
    QWidget.setTabOrder(table, field)
    shown(window)
    model.show(ROWS)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert field.hasFocus()


def test_a_fitted_table_is_as_high_as_its_text(look: Look, shown: Shown) -> None:
    model: RowModel[Row] = RowModel(columns())
    table: FittedTable[Row] = FittedTable(model, look, "tabel", "Termijnen")
    shown(table)
    table.resize(400, table.height())
    model.show(ROWS)
    assert table.rowHeight(1) > table.rowHeight(0)
    assert table.height() >= table.rowHeight(0) + table.rowHeight(1) + table.horizontalHeader().height()
    assert table.verticalScrollBar().maximum() == 0


def test_a_refusal_stands_beside_its_field(qtbot: QtBot, look: Look, shown: Shown) -> None:
    form = Form(look)
    name = form.line("name", "&Naam", "Zoals in het reglement")
    form.line("other", "&Ander")
    shown(form)
    assert form.refuse("name", "Geef een naam.")
    assert (name.accessibleName(), name.accessibleDescription()) == ("Naam", "Geef een naam.")
    said = form.findChild(QLabel, "name-refused")
    assert said is not None
    assert said.isVisible()
    assert name.hasFocus()
    assert not form.refuse("elders", "x")
    QTest.keyClicks(name, "OR")
    assert not said.isVisible()


def test_a_label_leads_to_its_field(qtbot: QtBot, look: Look, shown: Shown) -> None:
    form = Form(look)
    form.line("name", "&Naam")
    other = form.line("other", "&Ander")
    shown(form)
    QTest.keyClick(form, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(other.hasFocus)


def test_a_notice_stays_until_it_is_closed(qtbot: QtBot, look: Look, shown: Shown) -> None:
    bar = NoticeBar(look)
    shown(bar)
    bar.tell("De schijf is vol.", Tone.DANGER)
    assert (bar.text(), bar.accessibleName()) == ("De schijf is vol.", "De schijf is vol.")
    bar.hide()
    assert bar.text() == ""


STEPS = (
    ShownStep(key="ontvangst", title="Ontvangst", note="3 nov", progress=Progress.DONE),
    ShownStep(key="vragen", title="Vragen", note="", progress=Progress.SKIPPED),
    ShownStep(key="advies", title="Advies", note="veilig t/m vr 13 feb", progress=Progress.CURRENT, tone=Tone.DANGER),
    ShownStep(key="nazorg", title="Nazorg", note="", progress=Progress.OPEN),
)


def test_steps_are_buttons_with_a_name_and_a_state(qtbot: QtBot, look: Look, shown: Shown) -> None:
    steps = ProcedureSteps(look)
    steps.show_steps(STEPS)
    shown(steps)
    assert [button.accessibleName() for button in steps.buttons()][2] == "Stap 3 van 4: Advies"
    assert [button.accessibleDescription() for button in steps.buttons()] == [
        "gedaan, 3 nov",
        "overgeslagen",
        "nu aan de orde, veilig t/m vr 13 feb",
        "nog niet",
    ]
    steps.buttons()[0].setFocus()
    QTest.keyClick(steps.buttons()[0], Qt.Key.Key_Right)
    QTest.keyClick(steps.buttons()[1], Qt.Key.Key_Right)
    assert steps.buttons()[2].hasFocus()
    with qtbot.waitSignal(steps.step_opened) as opened:
        QTest.keyClick(steps.buttons()[2], Qt.Key.Key_Space)
    assert opened.args == [STEPS[2]]


def test_each_state_of_a_step_has_its_own_shape(look: Look, shown: Shown) -> None:
    """Without colour the four marks still differ."""
    steps = ProcedureSteps(look)
    steps.show_steps(STEPS)
    shown(steps)
    side = look.px(20)
    marks = [
        button.grab().toImage().copy(0, 0, side, side).convertToFormat(QImage.Format.Format_Grayscale8)
        for button in steps.buttons()
    ]
    assert all(first != second for number, first in enumerate(marks) for second in marks[number + 1 :])


def test_the_nature_of_a_term_is_told_in_a_word() -> None:
    assert [nature_word(nature) for nature in ("statutory", "agreed", "customary", "own")] == [
        "wet",
        "afspraak",
        "gebruik",
        "eigen",
    ]


def letter(status: LetterStatus, paragraphs: int = 3) -> LetterContent:
    blocks = tuple(
        Paragraph(key=f"p{number}", runs=(Run(text="De raad overweegt het volgende. " * 12),), numbered=True)
        for number in range(paragraphs)
    )
    conditions = CodedList(
        key="v", items=(CodedItem(key="v1", code="V1", runs=(Run(text="Geen ontslag."),), details=(("Uiterlijk", "1 juni"),)),)
    )
    table = Table(key="t", header=("Groep", "Fte"), rows=(("Consulent", "25,5"),), widths=(3, 1), summary="Fte per groep")
    advice = Operative(key="o", runs=(Run(text="De OR adviseert positief."),))
    return LetterContent(
        kind="A9",
        title="Advies",
        status=status,
        sender=Sender(name="OR Voorbeeld", organisation="Gemeente Voorbeeld"),
        addressee=("Aan de bestuurder", "Postbus 1"),
        reference_lines=(("Ons kenmerk", "OR/1"),),
        subject="Advies",
        salutation="Geachte bestuurder,",
        sections=(Section(key="s", heading="Overwegingen", blocks=(*blocks, conditions, table, advice)),),
        closing="Met vriendelijke groet,",
        signatures=(Signature(name="", role="voorzitter"),),
        dated=date(2026, 11, 21),
    )


def test_the_preview_says_the_whole_letter(look: Look, shown: Shown) -> None:
    preview = LetterPreview(look)
    shown(preview)
    preview.show_letter(letter(LetterStatus.CONCEPT))
    preview.as_text.click()
    text = preview.reading.toPlainText()
    for part in (
        "Geachte bestuurder,",
        "1. Overwegingen",
        "1.3",
        "V1",
        "Uiterlijk: 1 juni",
        "25,5",
        "adviseert positief",
        "voorzitter",
    ):
        assert part in text
    assert preview.extent.text() == "ongeveer 1 pagina"


def test_more_text_makes_more_pages(look: Look, shown: Shown) -> None:
    preview = LetterPreview(look)
    shown(preview)
    preview.show_letter(letter(LetterStatus.CONCEPT, paragraphs=60))
    assert preview.pages.pages() > 5
    assert preview.extent.text() == f"ongeveer {preview.pages.pages()} pagina's"
    assert preview.pages.verticalScrollBar().maximum() > preview.height()


@pytest.mark.parametrize("paragraphs", [3, 60])
def test_concept_stands_on_every_page_until_adoption(look: Look, shown: Shown, paragraphs: int) -> None:
    preview = LetterPreview(look)
    shown(preview)
    concept = letter(LetterStatus.CONCEPT, paragraphs)

    def page(number: int, content: LetterContent) -> QImage:
        preview.show_letter(content)
        bar = preview.pages.verticalScrollBar()
        bar.setValue(bar.maximum() * number // max(1, preview.pages.pages() - 1))
        return preview.pages.viewport().grab().toImage()

    for number in (0, 1):
        assert page(number, concept) != page(number, replace(concept, status=LetterStatus.ADOPTED))


def test_the_letter_is_white_paper_in_the_dark(look: Look, shown: Shown) -> None:
    preview = LetterPreview(look)
    shown(preview)
    preview.show_letter(letter(LetterStatus.ADOPTED))
    look.choose("dark")
    image = preview.pages.viewport().grab().toImage()
    look.choose("light")
    assert image.pixelColor(image.width() // 2, 30) == look.paper
