"""The overview and the list of all terms: what they say on a day of the demo, by keyboard only, and when something changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from orapp.domain.actions import ActionItem
from orapp.domain.decisions import Resolution, ResolutionKind
from orapp.domain.letters import Letter
from orapp.domain.papers import Event, Paper, PaperKind
from orapp.law.facts import FactKind
from orapp.services.desk import Desk
from orapp.services.failures import Circumstance
from orapp.services.rows import FULL_VIEW, DossierQuery
from orapp.ui.kit.step_wish import StepWish
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.overview.chair_sheet import chair_sheet
from orapp.ui.screens.overview.screen import OverviewScreen
from tests.fakes.archive import MemoryArchive
from tests.fakes.surroundings import FixedClock
from tests.ui.conftest import Settled, Shown, desk_of, the_council

HOUSING, SCALES, MERGER = "2025-003", "2025-001", "2025-002"
IN_THE_MONTH = date(2025, 12, 12)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def without_waiting(archive: MemoryArchive) -> None:
    """Takes out of the demo what waits in it, so that a test names all that waits itself."""
    for reference, one in archive.kept.items():
        archive.kept[reference] = replace(
            one,
            actions=(),
            papers=tuple(paper for paper in one.papers if paper.registered_on is not None),
            letters=tuple(letter for letter in one.letters if letter.adopted_on is None or letter.sent_on is not None),
            events=tuple(event for event in one.events if event.kind is not FactKind.ANNOUNCED or event.request_id),
        )


def busy_archive(archive: MemoryArchive, today: date) -> MemoryArchive:
    """The demo with other post, a letter to sign, an announcement and action items."""
    without_waiting(archive)
    scales, merger = archive.kept[SCALES], archive.kept[MERGER]
    archive.kept[SCALES] = replace(
        scales,
        actions=(
            ActionItem(id="a1", text="Zaal huren", owner="B. Berk", due=today),
            ActionItem(id="a2", text="Concept rondsturen", owner="Secretaris", due=today + timedelta(days=9)),
        ),
        papers=(
            *scales.papers,
            Paper(id="p8", number=80, title="Memo", kind=PaperKind.LETTER_IN, received_on=today - timedelta(days=2)),
            Paper(id="p9", number=81, title="Rapport", kind=PaperKind.REPORT, received_on=today),
        ),
        events=(*scales.events, Event(id="e9", on=today, kind=FactKind.ANNOUNCED, text="nieuw rooster", until=date(2027, 4, 1))),
    )
    letters = (Letter(id="l8", kind="A9", subject="Advies", request_id="g3-r1", adopted_on=today),)
    archive.kept[MERGER] = replace(merger, letters=(*merger.letters, *letters))
    return archive


@pytest.fixture
def screen(desk: Desk, place: Workplace, shown: Shown, settled: Settled) -> OverviewScreen:
    made = OverviewScreen(desk, place)
    shown(made)
    made.reload()
    settled()
    return made


@pytest.fixture
def busy(archive: MemoryArchive, clock: FixedClock, place: Workplace, shown: Shown, settled: Settled) -> OverviewScreen:
    made = OverviewScreen(desk_of(busy_archive(archive, clock.today()), clock), place)
    shown(made)
    made.reload()
    settled()
    return made


def in_the_month(archive: MemoryArchive, clock: FixedClock, day: date) -> None:
    clock.day = day
    archive._today = day


def test_what_stands_on_the_overview_of_the_demo(screen: OverviewScreen) -> None:
    assert (screen.day.text(), screen.week.text()) == ("Zaterdag 21 november 2026", "week 47")
    assert screen.band.isHidden()
    assert screen.calm.isHidden()
    assert [row.reference for row in screen.terms.table.row_model.rows[:3]] == [SCALES, HOUSING, HOUSING]
    asking = {one.row.reference: one for one in screen.asking.table.row_model.rows}
    assert set(asking) == {SCALES, HOUSING, MERGER, "2026-001"}
    assert asking[SCALES].why == ""
    assert "tijdelijke instemming" in asking[HOUSING].why
    assert screen.promises.words.text() == "10 nagekomen · 8 lopend · 2 over datum"
    assert screen.promises.bar.accessibleName() == screen.promises.words.text()
    assert [row.code for row in screen.promises.table.row_model.rows] == ["T4", "T5"]
    assert [(row.point.kind.value, row.point.item_id, row.count) for row in screen.post.rows()] == [
        ("register", "g2-d31", 2), ("register", "g2-d31", 0), ("register", "g3-d27", 0),
        ("sign", "g1-brief9", 1), ("send", "g2-brief16", 1), ("expected", "g5-gb15", 0),
    ]  # fmt: skip
    assert [row.row.day for row in screen.own._rows][:2] == [date(2026, 11, 19), date(2026, 11, 23)]


def test_a_day_on_which_nothing_waits_says_so(
    archive: MemoryArchive, desk: Desk, place: Workplace, shown: Shown, settled: Settled
) -> None:
    without_waiting(archive)
    made = OverviewScreen(desk, place)
    shown(made)
    made.reload()
    settled()
    assert not made.post.empty.isHidden()
    assert not made.own.empty.isHidden()


def test_a_fatal_term_stands_above_all_with_what_is_missing(
    qtbot: QtBot, archive: MemoryArchive, clock: FixedClock, place: Workplace, screen: OverviewScreen, settled: Settled
) -> None:
    in_the_month(archive, clock, date(2025, 12, 10))
    place.changes.day_changed()
    settled()
    assert screen.band.isHidden()
    in_the_month(archive, clock, IN_THE_MONTH)
    place.changes.day_changed()
    settled()
    assert screen.band.property("tone") == "danger"
    assert screen.band.ends.text() == (
        "Uw beroepstermijn: veilig t/m woensdag 31 december 2025 (over 19 dagen), uiterlijk maandag 5 januari 2026"
    )
    assert screen.band.about.text() == (
        "2025-003 Van twee panden naar Het Kwadrant, B1 en B2 · te laat is geen beroep (art. 26 lid 2 WOR)"
    )
    assert screen.band.standing.text() == (
        "Advocaat gesproken: ontbreekt · kosten aangekondigd: ontbreekt · OR-besluit over beroep: ontbreekt"
    )
    screen.focus_first()
    assert focused() is screen.band.act
    assert screen.band.act.text() == "Kosten aankondigen"
    with qtbot.waitSignal(screen.step_asked) as opened:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    wish = StepWish(reference=HOUSING, request_id="g2-r4", kinds=(FactKind.COSTS_ANNOUNCED,), codes=("B1", "B2"))
    assert opened.args == [wish]


def test_the_next_act_of_a_month_is_the_first_that_is_missing(
    archive: MemoryArchive, clock: FixedClock, place: Workplace, screen: OverviewScreen, settled: Settled
) -> None:
    in_the_month(archive, clock, date(2026, 1, 2))
    housing = archive.kept[HOUSING]
    costs = Event(id="n1", on=date(2025, 12, 8), kind=FactKind.COSTS_ANNOUNCED, text="Kosten", request_id="g2-r4")
    lawyer = Event(id="n2", on=date(2025, 12, 11), kind=FactKind.LAWYER_SPOKEN, text="Advocaat", request_id="g2-r4")
    resolved = Resolution(id="n3", kind=ResolutionKind.APPEAL, on=date(2025, 12, 18), text="Beroep", request_id="g2-r4")
    acts = []
    for events, resolutions in (((costs,), ()), ((costs, lawyer), ()), ((costs, lawyer), (resolved,))):
        archive.kept[HOUSING] = replace(
            housing, events=(*housing.events, *events), resolutions=(*housing.resolutions, *resolutions)
        )
        screen.reload()
        settled()
        acts.append(screen.band.act.text())
    assert acts == ["Gesprek met advocaat vastleggen", "OR-besluit vastleggen", "Indienen vastleggen"]
    assert screen.band.standing.text() == (
        "Advocaat gesproken 11 december 2025 · kosten aangekondigd 8 december 2025 · OR-besluit over beroep 18 december 2025"
    )
    assert "de veilige dag is voorbij, uiterlijk maandag 5 januari 2026" in screen.band.ends.text()


def test_a_shared_screen_tells_no_strategy(
    archive: MemoryArchive, clock: FixedClock, place: Workplace, screen: OverviewScreen, settled: Settled
) -> None:
    in_the_month(archive, clock, IN_THE_MONTH)
    archive.kept[MERGER] = replace(archive.kept[MERGER], secret=True)
    place.here.share(True)
    settled()
    assert screen.band.standing.isHidden()
    assert screen.band.act.text() == "Dossier openen"
    assert {one.why for one in screen.asking.table.row_model.rows} == {""}
    assert MERGER not in {one.row.reference for one in screen.asking.table.row_model.rows}
    assert MERGER not in {row.reference for row in screen.terms.table.row_model.rows}


def test_the_whole_overview_by_keyboard(qtbot: QtBot, busy: OverviewScreen, settled: Settled) -> None:
    screen = busy
    screen.focus_first()
    assert focused() is screen.terms.table
    with qtbot.waitSignal(screen.dossier_opened) as opened:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert opened.args == [SCALES]
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is screen.terms.all
    with qtbot.waitSignal(screen.deadlines_asked):
        QTest.keyClick(focused(), Qt.Key.Key_Space)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is screen.asking.table
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    with qtbot.waitSignal(screen.dossier_opened) as opened:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert opened.args == [HOUSING]
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is screen.post.table
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    with qtbot.waitSignal(screen.part_opened) as part:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert part.args == [SCALES, "documents", "p8"]
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    with qtbot.waitSignal(screen.part_opened) as part:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert part.args == [SCALES, "commitments", "g1-t4"]
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is screen.own.ticks()[0]
    with qtbot.waitSignal(screen.part_opened) as part:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert part.args == [SCALES, "commitments", "a2"]
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    settled()
    assert [tick.objectName() for tick in screen.own.ticks()] == ["actie-a2"]
    assert focused() is screen.own.ticks()[0]
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is screen.own.back


def test_the_next_step_is_begun_from_the_overview(qtbot: QtBot, screen: OverviewScreen) -> None:
    table = screen.asking.table
    number = next(at for at, one in enumerate(table.row_model.rows) if one.row.reference == MERGER)
    table.setFocus()
    table.choose(number)
    with qtbot.waitSignal(screen.step_asked) as asked:
        QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [StepWish(reference=MERGER, request_id="g3-r3")]
    screen._room.ensureWidgetVisible(table)
    with qtbot.waitSignal(screen.step_asked):
        place = table.visualRect(table.row_model.index(number, 3)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_post_leads_to_its_work(qtbot: QtBot, busy: OverviewScreen) -> None:
    rows = busy.post.rows()
    assert [(row.point.kind.value, row.count) for row in rows] == [
        ("register", 2), ("register", 0), ("register", 0), ("sign", 1), ("expected", 0),
    ]  # fmt: skip
    table = busy.post.table
    for number, args in ((3, [MERGER, "A9", "g3-r1"]),):
        place = table.visualRect(table.row_model.index(number, 0)).center()
        with qtbot.waitSignal(busy.letter_asked) as letter:
            QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert letter.args == args
    with qtbot.waitSignal(busy.part_opened) as part:
        QTest.mouseClick(
            table.viewport(),
            Qt.MouseButton.LeftButton,
            pos=table.visualRect(table.row_model.index(4, 0)).topLeft() + QPoint(9, 9),
        )
    assert part.args == [SCALES, "course", "e9"]
    assert table.row_model.columns[1].cell(rows[4]).text == "apr 2027"
    assert table.row_model.columns[0].cell(rows[3]).second == f"{MERGER} Advies"


def test_an_action_is_ticked_and_taken_back(
    qtbot: QtBot, archive: MemoryArchive, busy: OverviewScreen, clock: FixedClock, settled: Settled
) -> None:
    assert [row.row.item_id for row in busy.own._rows] == ["a2", "a1"]
    busy.own.ticks()[0].click()
    settled()
    done = next(item for item in archive.kept[SCALES].actions if item.id == "a2")
    assert done.done_on == clock.today()
    assert busy.own.told.text() == "Afgerond: Concept rondsturen"
    busy.own.back.click()
    settled()
    assert all(item.done_on is None for item in archive.kept[SCALES].actions)
    assert len(busy.own.ticks()) == 2
    assert busy.own.back.isHidden() or not busy.own.back.isVisible()


def test_a_tick_that_is_not_kept_does_not_stay(
    qtbot: QtBot, archive: MemoryArchive, busy: OverviewScreen, place: Workplace, settled: Settled
) -> None:
    archive.fail_with = Circumstance("archive.locked", path="x")
    with qtbot.waitSignal(place.tasks.failure):
        busy.own.ticks()[0].click()
    settled()
    assert not busy.own.ticks()[0].isChecked()


def test_a_change_elsewhere_keeps_the_place_of_the_keyboard(
    archive: MemoryArchive, desk: Desk, place: Workplace, busy: OverviewScreen, settled: Settled
) -> None:
    busy.asking.table.setFocus()
    busy.asking.table.choose(2)
    chosen = busy.asking.table.current()
    assert chosen is not None
    dossier = archive.kept["2026-001"]
    saved, changes = desk.dossiers.save(dossier, replace(dossier, title="Banenafspraak"), "S")
    place.changes.publish(changes)
    settled()
    now = busy.asking.table.current()
    assert now is not None
    assert now.row.id == chosen.row.id
    assert busy.asking.table.hasFocus()
    assert saved.title in {one.row.title for one in busy.asking.table.row_model.rows}


def test_what_changed_while_another_screen_was_shown_is_read_on_the_way_back(
    archive: MemoryArchive, desk: Desk, place: Workplace, screen: OverviewScreen, settled: Settled
) -> None:
    screen.hide()
    dossier = archive.kept["2026-001"]
    _, changes = desk.dossiers.save(dossier, replace(dossier, title="Banenafspraak"), "S")
    place.changes.publish(changes)
    settled()
    assert "Banenafspraak" not in {one.row.title for one in screen.asking.table.row_model.rows}
    screen.show()
    settled()
    assert "Banenafspraak" in {one.row.title for one in screen.asking.table.row_model.rows}


def test_dossiers_without_a_date_are_a_link(
    qtbot: QtBot, archive: MemoryArchive, screen: OverviewScreen, settled: Settled
) -> None:
    assert screen.asking.undated.isHidden()
    archive.kept["2026-001"] = replace(archive.kept["2026-001"], agreed_dates=(), commitments=())
    screen.reload()
    settled()
    assert screen.asking.undated.text() == "Zonder volgende datum: 1 dossier"
    with qtbot.waitSignal(screen.dossiers_asked) as asked:
        screen.asking.undated.click()
    assert asked.args == [DossierQuery(undated=True)]


def test_an_empty_archive_invites(qtbot: QtBot, archive: MemoryArchive, screen: OverviewScreen, settled: Settled) -> None:
    archive.kept.clear()
    screen.reload()
    settled()
    assert screen.cards.isHidden()
    screen.focus_first()
    with qtbot.waitSignal(screen.new_asked):
        QTest.keyClick(focused(), Qt.Key.Key_Space)


def test_a_calm_day_says_so(archive: MemoryArchive, screen: OverviewScreen, settled: Settled) -> None:
    quiet = archive.kept["2026-001"]
    archive.kept.clear()
    archive.kept[quiet.reference] = quiet
    screen.reload()
    settled()
    assert screen.calm.text() == "Er is vandaag niets dringends."
    assert not screen.calm.isHidden()


def test_the_sheet_for_the_chair_is_one_page(
    archive: MemoryArchive, clock: FixedClock, busy: OverviewScreen, place: Workplace
) -> None:
    in_the_month(archive, clock, IN_THE_MONTH)
    desk = desk_of(archive, clock)
    overview = desk.overview.read("secretaris", FULL_VIEW)
    document = chair_sheet(overview, the_council().name, busy, strategy=True)
    text = document.toPlainText()
    for words in ("Voorzittersblad vrijdag 12 december 2025", "week 50", "Uw beroepstermijn", "Te ondertekenen", "Zaal huren"):
        assert words.replace("Te ondertekenen", "Ondertekenen:") in text
    assert document.pageCount() == 1


def test_the_printed_sheet_is_asked_for(qtbot: QtBot, screen: OverviewScreen, settled: Settled) -> None:
    screen.print.click()
    settled()
    dialog = screen.findChild(QWidget, "printer-keuze")
    assert dialog is not None
    dialog.close()


def test_every_button_of_the_overview_has_words(busy: OverviewScreen) -> None:
    seen = [made for made in busy.findChildren(QPushButton) if made.isVisible()]
    assert seen
    assert all(made.accessibleName() and made.objectName() for made in seen)
