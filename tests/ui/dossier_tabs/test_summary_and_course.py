"""The tabs of a dossier by keyboard only: read, record, judge, promise and tick off; what is typed survives everything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from orapp.domain.assessment import AnswerState
from orapp.domain.editing import change, set_head
from orapp.domain.papers import AgreedDate
from orapp.law.facts import FactKind, Party
from orapp.law.rule_keys import ANSWER, ASKED, OWN
from orapp.services.desk import Desk
from orapp.ui.kit.editor import DossierEditor
from orapp.ui.kit.item_form import ItemDialog
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.course_story import Told
from orapp.ui.screens.dossier.course_tab import CourseTab
from orapp.ui.screens.dossier.in_place import GrowingText
from orapp.ui.screens.dossier.summary_tab import SummaryTab
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import DEMO_DAY, Settled
from tests.ui.dossier_tabs.at_a_tab import HOUSING, MERGER, Opened, focused, kept, press, text_of

# ------------------------------------------------------------------------------------------------------------- summary


def test_the_summary_is_edited_where_it_stands(
    desk: Desk, place: Workplace, editor: DossierEditor, opened: Opened, settled: Settled
) -> None:
    tab = SummaryTab(desk, place, editor)
    opened(tab, HOUSING)
    field = text_of(tab, "samenvatting-dossier")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, "De verhuizing is klaar.")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    settled()
    assert kept(desk, HOUSING).summary == "De verhuizing is klaar."
    assert focused() is not field
    editor.undo()
    settled()
    assert field.toPlainText() == kept(desk, HOUSING).summary != "De verhuizing is klaar."


def test_a_text_that_is_emptied_is_kept_empty(
    desk: Desk, place: Workplace, editor: DossierEditor, opened: Opened, settled: Settled
) -> None:
    tab = SummaryTab(desk, place, editor)
    opened(tab, HOUSING)
    field = text_of(tab, "samenvatting-dossier")
    assert field.toPlainText()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    settled()
    assert kept(desk, HOUSING).summary == ""


def test_people_and_tags_are_names_between_commas(
    desk: Desk, place: Workplace, editor: DossierEditor, opened: Opened, settled: Settled
) -> None:
    tab = SummaryTab(desk, place, editor)
    opened(tab, HOUSING)
    field = text_of(tab, "tags-tekst")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, ",  verhuizing , arbo")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settled()
    assert kept(desk, HOUSING).tags[-1] == "verhuizing"
    assert len(set(kept(desk, HOUSING).tags)) == len(kept(desk, HOUSING).tags)


def test_what_is_typed_stays_when_the_dossier_is_shown_again_and_is_a_draft(
    qtbot: QtBot, desk: Desk, place: Workplace, archive: MemoryArchive, editor: DossierEditor, opened: Opened, settled: Settled
) -> None:
    tab = SummaryTab(desk, place, editor)
    dossier = opened(tab, HOUSING)
    field = text_of(tab, "strategie-goal")
    field.setFocus()
    QTest.keyClicks(field, "Eerst ")
    qtbot.waitUntil(lambda: (dossier.id, "strategy.goal", place.here.window) in archive.typed)
    editor.submit(set_head(dossier, title="Andere titel"), "titel gewijzigd")
    settled()
    assert text_of(tab, "title-tekst").toPlainText() == "Andere titel"
    assert field.toPlainText().startswith("Eerst ")
    assert focused() is field
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()
    strategy = kept(desk, HOUSING).strategy
    assert strategy is not None
    assert strategy.goal.startswith("Eerst ")
    assert not archive.typed


def test_a_draft_that_was_left_behind_comes_back_and_esc_takes_it_away(
    desk: Desk, place: Workplace, archive: MemoryArchive, editor: DossierEditor, opened: Opened, settled: Settled
) -> None:
    dossier = archive.kept[HOUSING]
    archive.typed[dossier.id, "summary", place.here.window] = (dossier.id, "Half getypt")
    tab = SummaryTab(desk, place, editor)
    opened(tab, HOUSING)
    field = text_of(tab, "samenvatting-dossier")
    assert field.toPlainText() == "Half getypt"
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    settled()
    assert field.toPlainText() == dossier.summary
    assert not archive.typed


def test_two_windows_on_one_field_meet_without_losing_what_was_typed(
    desk: Desk, place: Workplace, editor: DossierEditor, opened: Opened, settled: Settled
) -> None:
    tab = SummaryTab(desk, place, editor)
    dossier = opened(tab, HOUSING)
    field = text_of(tab, "samenvatting-dossier")
    field.setFocus()
    QTest.keyClicks(field, "Mijn ")
    desk.dossiers.edit(dossier.id, set_head(dossier, summary="Van een ander"), "voorzitter")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    settled()
    assert kept(desk, HOUSING).summary == "Van een ander"
    assert field.toPlainText().startswith("Mijn ")
    said = [label.text() for label in tab.findChildren(QLabel) if label.isVisible()]
    assert place.texts.say("item.changed_since", place="", collection="dossier", code="") in said
    tab.show_view(desk.dossiers.view(HOUSING), "")
    assert field.toPlainText().startswith("Mijn ")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.toPlainText() == "Van een ander"


def test_completeness_is_judged_by_a_person_and_never_called_complete_too_early(
    desk: Desk, place: Workplace, editor: DossierEditor, opened: Opened, settled: Settled
) -> None:
    tab = SummaryTab(desk, place, editor)
    opened(tab, MERGER)
    request_id = desk.dossiers.view(MERGER).derived.summary.request_id
    question = next(one for one in kept(desk, MERGER).questions if one.request_id == request_id)
    editor.submit(change("questions", question, replace(question, state=AnswerState.INSUFFICIENT)), "")
    settled()
    box = tab.findChild(QWidget, "volledigheid-reasons")
    assert box is not None
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_End)
    settled()
    request = kept(desk, MERGER).request(request_id)
    assert request is not None
    mark = next(one for one in request.completeness if one.key == "reasons")
    assert mark.found == "missing"
    assert mark.judged is not None
    assert (mark.judged.by, mark.judged.on) == ("secretaris", DEMO_DAY)
    said = tab.findChild(QLabel, "volledigheid-stand")
    assert said is not None
    assert "onvoldoende" in said.text()
    assert said.text().startswith("In behandeling")


def test_a_shared_screen_hides_strategy_and_names(
    desk: Desk, place: Workplace, editor: DossierEditor, opened: Opened, settled: Settled
) -> None:
    tab = SummaryTab(desk, place, editor)
    dossier = opened(tab, HOUSING)
    assert dossier.strategy is not None
    assert tab.strategy.isVisibleTo(tab)
    place.here.share(True)
    tab.show_view(desk.dossiers.view(HOUSING), "")
    settled()
    assert not tab.strategy.isVisibleTo(tab)
    visible = [field.toPlainText() for field in tab.findChildren(GrowingText) if field.isVisibleTo(tab)]
    assert dossier.owner not in visible


def test_secrecy_is_recorded_and_lifted(
    qtbot: QtBot, desk: Desk, place: Workplace, editor: DossierEditor, opened: Opened, settled: Settled
) -> None:
    tab = SummaryTab(desk, place, editor)
    opened(tab, HOUSING)
    press(tab, "geheimhouding-toevoegen")
    form = tab.window().findChild(QWidget, "geheimhouding-formulier")
    assert form is not None
    qtbot.waitUntil(form.isActiveWindow)
    press(form, "geheimhouding-bewaren")
    assert focused().objectName() == "scope"
    QTest.keyClicks(focused(), "bijlage fte")
    press(form, "geheimhouding-bewaren")
    settled()
    assert [secrecy.scope for secrecy in kept(desk, HOUSING).secrecies] == ["bijlage fte"]
    press(tab, "geheimhouding-verwijderen-0")
    settled()
    assert not kept(desk, HOUSING).secrecies


# -------------------------------------------------------------------------------------------------------------- course


def test_the_story_has_events_letters_and_agreements_newest_first(
    desk: Desk, place: Workplace, editor: DossierEditor, opened: Opened
) -> None:
    tab = CourseTab(desk, place, editor)
    dossier = opened(tab, HOUSING)
    lines = tab.story.lines
    assert len(lines) == len(dossier.events) + len(dossier.letters) + len(dossier.agreed_dates)
    assert [line.on for line in lines] == sorted((line.on for line in lines), reverse=True)


def test_the_story_tells_a_date_that_was_asked_from_one_that_was_agreed(
    archive: MemoryArchive, desk: Desk, place: Workplace, editor: DossierEditor, opened: Opened
) -> None:
    day = date(2026, 2, 3)
    dates = (
        AgreedDate(id="a1", subject="eigen", rule=OWN, due=day, agreed_on=day),
        AgreedDate(id="a2", subject="antwoord", rule=ASKED, due=day),
        AgreedDate(id="a3", subject="antwoord op", rule=ANSWER, due=day, agreed_on=day),
        AgreedDate(id="a4", subject="advies gevraagd", rule="agreed-advice", due=day, asked_by=Party.DIRECTOR),
        AgreedDate(id="a5", subject="advies voorgesteld", rule="agreed-advice", due=day),
        AgreedDate(id="a6", subject="advies afgesproken", rule="agreed-advice", due=day, agreed_on=day),
        AgreedDate(id="a7", subject="advies bevestigd", rule="agreed-advice", due=day, confirmed_in_id="g2-d1"),
    )
    archive.kept[HOUSING] = replace(archive.kept[HOUSING], agreed_dates=dates)
    tab = CourseTab(desk, place, editor)
    opened(tab, HOUSING)
    assert {line.item.id: (line.kind, line.second) for line in tab.story.lines if line.told is Told.AGREED} == {
        "a1": ("eigen datum", "vastgelegd op di 3 feb"),
        "a2": ("gevraagde datum", ""),
        "a3": ("gevraagde datum", "gevraagd op di 3 feb"),
        "a4": ("gevraagde datum", ""),
        "a5": ("voorgestelde datum", ""),
        "a6": ("afgesproken datum", "afgesproken op di 3 feb"),
        "a7": ("afgesproken datum", ""),
    }


def test_an_event_is_added_and_removed_by_keyboard(
    qtbot: QtBot, desk: Desk, place: Workplace, editor: DossierEditor, opened: Opened, settled: Settled
) -> None:
    tab = CourseTab(desk, place, editor)
    before = opened(tab, HOUSING)
    tab.story.table.setFocus()
    QTest.keyClick(tab.story.table, Qt.Key.Key_Insert)
    qtbot.waitUntil(lambda: bool(tab.window().findChildren(ItemDialog)))
    dialog = tab.window().findChildren(ItemDialog)[0]
    qtbot.waitUntil(dialog.isActiveWindow)
    settled()
    dialog.form.choose_field("text")
    QTest.keyClicks(focused(), "Bestuurder belt over de evaluatie")
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()
    event = kept(desk, HOUSING).events[-1]
    assert (event.text, event.on, event.kind) == ("Bestuurder belt over de evaluatie", DEMO_DAY, FactKind.OTHER)
    current = tab.story.table.current()
    assert current is not None
    assert current.item.id == event.id
    tab.window().activateWindow()
    qtbot.waitUntil(tab.window().isActiveWindow)
    tab.story.table.setFocus()
    QTest.keyClick(tab.story.table, Qt.Key.Key_Delete)
    settled()
    assert len(kept(desk, HOUSING).events) == len(before.events)
    editor.undo()
    settled()
    assert event.id in {one.id for one in kept(desk, HOUSING).events}


def test_a_letter_in_the_story_opens_as_a_letter(
    qtbot: QtBot, desk: Desk, place: Workplace, editor: DossierEditor, opened: Opened
) -> None:
    tab = CourseTab(desk, place, editor)
    dossier = opened(tab, HOUSING)
    letter = dossier.letters[0]
    tab.choose(letter.id)
    with qtbot.waitSignal(tab.letter_asked) as asked:
        QTest.keyClick(tab.story.table, Qt.Key.Key_Return)
    assert asked.args == [letter.kind, letter.request_id, letter.id]


def test_the_source_of_an_event_is_one_step_away(
    qtbot: QtBot, desk: Desk, place: Workplace, editor: DossierEditor, opened: Opened
) -> None:
    tab = CourseTab(desk, place, editor)
    dossier = opened(tab, HOUSING)
    event = next(one for one in dossier.events if one.paper_id)
    tab.choose(event.id)
    with qtbot.waitSignal(tab.part_opened) as asked:
        press(tab, "verloop-bron")
    assert asked.args == ["documents", event.paper_id]


def test_the_chosen_line_and_the_filter_stay_when_the_dossier_changes(
    desk: Desk, place: Workplace, editor: DossierEditor, opened: Opened, settled: Settled
) -> None:
    tab = CourseTab(desk, place, editor)
    dossier = opened(tab, HOUSING)
    tab.story.filter.setFocus()
    QTest.keyClicks(tab.story.filter, "overlegvergadering")
    rows = tab.story.table.row_model.rows
    assert 0 < len(rows) < len(tab.story.lines)
    tab.story.table.choose(2)
    chosen = tab.story.table.current()
    editor.submit(set_head(dossier, title="Andere titel"), "")
    settled()
    assert tab.story.filter.text() == "overlegvergadering"
    assert tab.story.table.current() == chosen


def test_each_term_is_explained_and_leads_to_its_proof(
    qtbot: QtBot, desk: Desk, place: Workplace, editor: DossierEditor, opened: Opened
) -> None:
    tab = CourseTab(desk, place, editor)
    opened(tab, HOUSING)
    first = tab.sections.row.findChildren(QPushButton)[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert tab.sections.current == "terms"
    for deadline in desk.dossiers.view(HOUSING).derived.deadlines:
        tab.deadlines.choose(deadline)
        said = "\n".join(tab.deadlines.explained())
        assert all(part in said for part in (deadline.title, deadline.missed, deadline.dispute, *deadline.steps))
    with qtbot.waitSignal(tab.proof_asked) as asked:
        QTest.keyClick(tab.deadlines.table, Qt.Key.Key_Return)
    assert asked.args == [desk.dossiers.view(HOUSING).derived.deadlines[-1]]
