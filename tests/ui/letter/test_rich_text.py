"""The council's own words as they will look: any text comes back, keys make looks and lists, references are one thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QKeySequence, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from orapp.domain.letters import Letter
from orapp.letters.content import BulletList, Paragraph
from orapp.letters.typed_lines import lines_of, text_of
from orapp.ui.kit.look import Look
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.letter import rich_acts
from orapp.ui.screens.letter.own_text import OWN_FORM, OwnText
from orapp.ui.screens.letter.rich_bar import ReadingHint, RichBar
from orapp.ui.screens.letter.rich_document import Dress, Named, write_lines
from orapp.ui.screens.letter.rich_insert import InsertSheet, QuoteSheet
from orapp.ui.screens.letter.rich_pieces import naming_of, pieces
from orapp.ui.screens.letter.rich_reading import WrittenText
from orapp.ui.screens.letter.screen import LetterScreen
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled, Shown, the_law
from tests.ui.letter.hands import HOUSING, REQUEST, card, draft_of, findings_of, press, write

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
EVERYTHING = (
    "**Vet** en *schuin*, zie [[v1]].\n- een\n- twee\n\n1. eerst\n2. dan\n1. opnieuw\na. los\n"
    "> Zo staat het er.\n> — [[d1]], blz. 3\n"
    "| Wat | Hoe |\n| a\\|b | [[v2]] |\n! De OR besluit.\n+ [[v1]] Behoud.\n: Toetsing: na [[v2]]\nSlot\u2028met een regeleinde."
)
SIGNS = st.text(st.sampled_from(list("ab1*\\[]|> -!+:.,—\n é\u2028x")), max_size=40)


def name(ref: str) -> Named:
    return Named(words=ref.upper(), about=f"over {ref}", there=not ref.startswith("weg"))


@pytest.fixture
def edit(place: Workplace, shown: Shown) -> OwnText:
    made = OwnText(place.look, "tekst", "Eigen tekst", "", name)
    shown(made)
    made.setFocus()
    return made


def in_document(look: Look, text: str) -> str:
    document = QTextDocument()
    write_lines(QTextCursor(document), lines_of(text), Dress(look, name), opens=True)
    return WrittenText(document).text()


# -- text and document -------------------------------------------------------------------------------------------------


def test_everything_comes_back_from_the_document(look: Look) -> None:
    assert in_document(look, EVERYTHING) == EVERYTHING


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=SIGNS)
def test_any_text_comes_back_from_the_document(look: Look, text: str) -> None:
    # Around a table that stands first or last Qt keeps an empty paragraph, which is no part of the text.
    found = in_document(look, text)
    assert lines_of(found.strip("\n")) == lines_of(text_of(lines_of(text)).strip("\n"))


def test_showing_a_text_changes_nothing(edit: OwnText) -> None:
    told: list[str] = []
    edit.written.connect(told.append)
    edit.show_text(EVERYTHING)
    assert edit.typed() == EVERYTHING
    assert not told
    assert not edit.document().isUndoAvailable()


def test_a_keystroke_keeps_the_rest_as_it_was(edit: OwnText) -> None:
    edit.show_text(EVERYTHING)
    for place in range(0, edit.document().characterCount(), 3):
        cursor = edit.textCursor()
        cursor.setPosition(min(place, edit.document().characterCount() - 1))
        edit.setTextCursor(cursor)
        write("x")
        assert edit.typed() == WrittenText(edit.document()).text()
    assert edit.typed().count("x") > 20


# -- keys --------------------------------------------------------------------------------------------------------------


def test_looks_lists_and_quotations_by_keys(edit: OwnText) -> None:
    write("Dit is ")
    press(Qt.Key.Key_B, modifier=CONTROL)
    write("vet")
    press(Qt.Key.Key_B, modifier=CONTROL)
    write(" en ")
    press(Qt.Key.Key_I, modifier=CONTROL)
    write("schuin")
    press(Qt.Key.Key_I, modifier=CONTROL)
    press(Qt.Key.Key_Return)
    write("- een")
    press(Qt.Key.Key_Return)
    write("twee")
    press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    write("1. eerst")
    press(Qt.Key.Key_Return)
    write("dan")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_9, modifier=CONTROL | SHIFT)
    write("Zo staat het er.")
    press(Qt.Key.Key_Return)
    write("- D1")
    assert edit.typed() == "Dit is **vet** en *schuin*\n- een\n- twee\n1. eerst\n2. dan\n> Zo staat het er.\n> — D1"
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Asterisk, modifier=CONTROL | SHIFT)
    write("punt")
    press(Qt.Key.Key_Ampersand, modifier=CONTROL | SHIFT)
    assert edit.typed().endswith("> — D1\n1. punt")
    press(Qt.Key.Key_Ampersand, modifier=CONTROL | SHIFT)
    assert edit.typed().endswith("> — D1\npunt")


def test_signs_that_are_typed_stay_text(edit: OwnText) -> None:
    write("5 * 3 en 2**8 en [V2] \\ **niet** vet")
    assert edit.toPlainText() == "5 * 3 en 2**8 en [V2] \\ **niet** vet"
    edit.show_text("")
    edit.show_text("5 * 3 en 2\\*\\*8 en \\*\\*niet\\*\\* vet")
    assert edit.toPlainText() == "5 * 3 en 2**8 en **niet** vet"


def test_what_was_written_is_taken_back(edit: OwnText) -> None:
    write("Een")
    press(Qt.Key.Key_8, modifier=CONTROL | SHIFT)
    assert edit.typed() == "- Een"
    press(Qt.Key.Key_Z, modifier=CONTROL)
    assert edit.typed() == "Een"


def test_a_table_is_walked_by_enter_and_left_by_an_empty_row(edit: OwnText) -> None:
    write("Zie:")
    rich_acts.put_table(edit, 2, edit.dress)
    for words in ("Wat", "Nu", "Bureaus", "156", "Zalen", "9"):
        write(words)
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    write("Slot")
    assert edit.typed() == "Zie:\n| Wat | Nu |\n| Bureaus | 156 |\n| Zalen | 9 |\nSlot"
    cursor = edit.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Up)
    edit.setTextCursor(cursor)
    rich_acts.change_table(edit, "no-row", edit.dress)
    assert edit.typed() == "Zie:\n| Wat | Nu |\n| Bureaus | 156 |\nSlot"


def test_tab_walks_the_cells_of_a_table_and_leaves_past_its_end(edit: OwnText) -> None:
    write("Zie:")
    rich_acts.put_table(edit, 2, edit.dress)
    for words in ("Wat", "Nu", "Bureaus", "156", "Zalen"):
        write(words)
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Backtab, modifier=SHIFT)
    write("Alle ")
    assert edit.typed() == "Zie:\n| Wat | Nu |\n| Bureaus | 156 |\n| Alle Zalen |  |"
    assert rich_acts.step_cell(edit, 1)
    assert not rich_acts.step_cell(edit, 1), "past the last cell Tab goes on to the next field"
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    assert not rich_acts.step_cell(edit, 1), "outside a table too"


# -- references --------------------------------------------------------------------------------------------------------


def test_a_reference_is_one_thing(edit: OwnText) -> None:
    edit.show_text("Zie [[d12]] hier")
    assert edit.toPlainText() == "Zie D12 hier"
    cursor = edit.textCursor()
    cursor.setPosition(4)
    edit.setTextCursor(cursor)
    press(Qt.Key.Key_Right)
    assert edit.textCursor().position() == 7
    write("x")
    assert edit.typed() == "Zie [[d12]]x hier"
    press(Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert edit.typed() == "Zie  hier"
    press(Qt.Key.Key_Z, modifier=CONTROL)
    assert "[[d12]]" in edit.typed()
    cursor = edit.textCursor()
    cursor.setPosition(4)
    edit.setTextCursor(cursor)
    press(Qt.Key.Key_Delete)
    assert "[[d12]]" not in edit.typed()


def test_a_reference_follows_what_it_names(edit: OwnText) -> None:
    edit.show_text("Zie [[d1]] en [[weg]].")
    assert edit.toPlainText() == "Zie D1 en WEG."
    edit.rename(lambda ref: Named(words=f"nieuw {ref}"))
    assert edit.toPlainText() == "Zie nieuw d1 en nieuw weg."
    assert edit.typed() == "Zie [[d1]] en [[weg]]."


# -- pasting -----------------------------------------------------------------------------------------------------------


def test_pasting_keeps_looks_and_plain_pasting_does_not(edit: OwnText) -> None:
    data = QMimeData()
    data.setHtml("<p>Een <b>vet</b> woord</p>")
    data.setText("Een vet woord")
    QApplication.clipboard().setMimeData(data)
    press(Qt.Key.Key_V, modifier=CONTROL)
    assert edit.typed() == "Een **vet** woord"
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_V, modifier=CONTROL | SHIFT)
    assert edit.typed() == "Een **vet** woord\nEen vet woord"
    QApplication.clipboard().clear()


def test_copying_inside_keeps_everything(edit: OwnText) -> None:
    edit.show_text(EVERYTHING)
    edit.selectAll()
    press(Qt.Key.Key_C, modifier=CONTROL)
    assert QApplication.clipboard().mimeData().hasFormat(OWN_FORM)
    edit.show_text("")
    press(Qt.Key.Key_V, modifier=CONTROL)
    assert edit.typed() == EVERYTHING
    QApplication.clipboard().clear()


# -- putting in --------------------------------------------------------------------------------------------------------


def test_every_item_of_a_dossier_is_offered_and_reads_back(archive: MemoryArchive) -> None:
    dossier = archive.kept[HOUSING]
    offered = pieces(dossier, REQUEST, the_law())
    naming = naming_of(dossier, the_law)
    assert {"voorwaarde", "toezegging", "vraag", "antwoord", "stuk", "gebeurtenis", "wetsartikel"} <= {
        one.kind for one in offered
    }
    for one in offered:
        assert one.reference or one.words
        for text in (one.reference, one.words):
            for line in lines_of(text):
                refs = [piece.ref for piece in line.stretches if piece.ref]
                assert all(naming(ref).there for ref in refs)
                assert all("[[" not in piece.text for piece in line.stretches)
    assert not naming("nergens").there
    assert any("artikel 25 lid 6 WOR" in naming(one.reference[2:-2]).words for one in offered if one.reference == "[[art:25.6]]")


def test_a_letter_is_written_with_looks_and_references_by_keyboard_alone(
    qtbot: QtBot, screen: LetterScreen, settled: Settled, kept: Callable[[], Letter], archive: MemoryArchive
) -> None:
    condition = archive.kept[HOUSING].conditions[0]
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert screen.sections.current == "course"
    write("Wij wijzen op ")
    press(Qt.Key.Key_B, modifier=CONTROL)
    write("voorwaarde")
    press(Qt.Key.Key_B, modifier=CONTROL)
    write(" [[")
    sheet = screen.findChild(InsertSheet)
    assert sheet is not None
    qtbot.waitUntil(sheet.field.hasFocus)
    write("V1")
    press(Qt.Key.Key_Return)
    editor = card(screen, "course").editor
    assert editor is not None
    screen.activateWindow()
    qtbot.waitUntil(editor.hasFocus)
    write(".")
    press(Qt.Key.Key_Return)
    write("- een punt")
    settled()
    assert editor.typed() == f"Wij wijzen op **voorwaarde** [[{condition.id}]].\n- een punt"
    section = next(one for one in draft_of(screen).content.sections if one.key == "course")
    first, second = section.blocks[:2]
    assert isinstance(first, Paragraph)
    assert first.text == f"Wij wijzen op voorwaarde V{condition.number}."
    assert [run.bold for run in first.runs] == [False, True, False]
    assert isinstance(second, BulletList)
    assert f"voorwaarde V{condition.number}." in screen.preview.text()
    press(Qt.Key.Key_Down, modifier=CONTROL)
    settled()
    assert (
        kept().texts[0].text == editor.typed()
        if card(screen, "course").editor is editor
        else kept().texts[0].text.endswith("punt")
    )
    assert not [one for one in findings_of(screen) if one.code == "letter.reference_gone"]


def test_a_quotation_with_its_source(qtbot: QtBot, screen: LetterScreen, settled: Settled, archive: MemoryArchive) -> None:
    screen.sections.open("motives")
    press(Qt.Key.Key_Q, modifier=CONTROL | SHIFT)
    sheet = screen.findChild(QuoteSheet)
    assert sheet is not None
    qtbot.waitUntil(sheet.passage.hasFocus)
    press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert not sheet.refused.isHidden()
    write("Er is plaats voor allen.")
    press(Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Tab)
    write("blz. 3")
    press(Qt.Key.Key_Return)
    settled()
    paper = min(archive.kept[HOUSING].papers, key=lambda one: (one.position, one.number))
    editor = card(screen, "motives").editor
    assert editor is not None
    assert editor.typed() == f"> Er is plaats voor allen.\n> — [[{paper.id}]], blz. 3"
    assert f"D{paper.number} ({paper.title}), blz. 3" in screen.preview.text()


def test_a_removed_item_stands_in_the_way(screen: LetterScreen, settled: Settled, archive: MemoryArchive) -> None:
    dossier = archive.kept[HOUSING]
    screen.sections.open("motives")
    editor = card(screen, "motives").editor
    assert editor is not None
    editor.put_in_typed(f"Zie [[{dossier.conditions[0].id}]].")
    settled()
    assert not [one for one in findings_of(screen) if one.code == "letter.reference_gone"]
    after = replace(dossier, conditions=dossier.conditions[1:])
    screen.editor.submit(lambda _now: after, "voorwaarde verwijderd")
    settled()
    assert [one.place for one in findings_of(screen) if one.code == "letter.reference_gone"] == ["motives"]
    assert "[verwijzing vervallen]" in editor.toPlainText()


# -- bar and hint ------------------------------------------------------------------------------------------------------


def test_the_bar_shows_what_holds_at_the_caret(qtbot: QtBot, edit: OwnText, place: Workplace, shown: Shown) -> None:
    bar = RichBar(place.look, edit)
    shown(bar)
    edit.show_text("gewoon\n- **punt**")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.waitUntil(bar.bold.isChecked)
    assert not bar.italic.isChecked()
    assert [one.isChecked() for one in bar.kinds.values()] == [True, False, False]
    for one in bar.findChildren(QPushButton):
        assert one.accessibleName()
        assert one.toolTip()
        assert one.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_hint_counts_and_can_be_put_away(qtbot: QtBot, edit: OwnText, place: Workplace, shown: Shown) -> None:
    hint = ReadingHint(place.look, edit, place.memory)
    shown(hint)
    said = hint.findChild(QLabel, "leesbaarheid")
    turn = hint.findChild(QPushButton, "leesbaarheid-tonen")
    assert said is not None
    assert turn is not None
    assert not said.isVisible()
    with qtbot.waitSignal(hint.shown):
        edit.setFocus()
        edit.put_in("Er wordt een besluit genomen. " + "woord " * 30 + ".")
    assert said.text() == (
        "Leesbaarheid: gemiddeld 17,5 woorden per zin · 1 zin langer dan 25 woorden · 1 zin in de lijdende vorm"
    )
    assert "Er wordt een besluit genomen." in said.toolTip()
    turn.click()
    assert said.isHidden()
    turn.click()
    assert not said.isHidden()


def test_bold_does_not_ask_for_a_letter(edit: OwnText) -> None:
    asked: list[bool] = []
    act = QAction(edit.window())
    act.setShortcut(QKeySequence("Ctrl+B"))
    act.triggered.connect(asked.append)
    edit.window().addAction(act)
    QTest.keyClick(edit, Qt.Key.Key_B, CONTROL)
    assert not asked
    assert edit.currentCharFormat().fontWeight() > 500
