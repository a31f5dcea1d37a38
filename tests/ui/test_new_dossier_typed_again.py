"""What stands typed in the wizard of a new dossier survives a kill, is said, and is gone once it was used or cancelled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from orapp.domain.beginning import Start
from orapp.services.desk import Desk
from orapp.services.failures import Circumstance
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.new_dossier.wizard import NewDossierWizard
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled, Shown

Opens = Callable[..., NewDossierWizard]


@pytest.fixture
def opens(desk: Desk, place: Workplace, shown: Shown, settled: Settled, qtbot: QtBot) -> Opens:
    """The wizard in a new window; the one before is not closed, as a killed one is not."""

    def make(path: Path | None = None) -> NewDossierWizard:
        made = NewDossierWizard(shown(QWidget()), desk, place, path)
        made.open()
        qtbot.waitUntil(made.isActiveWindow)
        settled()
        return made

    return make


def unfinished(archive: MemoryArchive) -> str:
    return "".join(text for key, text in archive.told_settings.items() if key.startswith("typed/"))


def choose_start(wizard: NewDossierWizard, start: Start) -> None:
    wizard.start.start.setCurrentIndex(wizard.start.start.findData(start.value))


def type_over(field: QLineEdit, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)


def filled(wizard: NewDossierWizard, settled: Settled, qtbot: QtBot) -> None:
    """Something on each page, also what is no date."""
    choose_start(wizard, Start.REQUEST)
    type_over(wizard.start.name, "Verhuizing naar Zuid")
    type_over(wizard.start.on.line(), "3-11-2026")
    type_over(wizard.start.their_reference, "B/12")
    wizard.go_on()
    settled()
    type_over(wizard.grounds.words, "verhuizing")
    qtbot.waitUntil(lambda: wizard.grounds.findChild(QCheckBox, "grond-25.1.f") is not None)
    tick = wizard.grounds.findChild(QCheckBox, "grond-25.1.f")
    assert tick is not None
    tick.click()
    wizard.go_on()
    for number, title in ((1, "Het pand"), (2, "De inrichting")):
        line = wizard.decisions.findChild(QLineEdit, f"besluit-{number}")
        assert line is not None
        QTest.keyClicks(line, title)
        if number == 1:
            QTest.keyClick(line, Qt.Key.Key_Return)
    wizard.go_on()
    type_over(wizard.agreements.advice.line(), "half januari")
    wizard.agreements.secret.click()
    QTest.keyClicks(wizard.agreements.scope, "de plattegrond")


def test_every_page_comes_back_and_becomes_one_dossier(
    opens: Opens, archive: MemoryArchive, qtbot: QtBot, settled: Settled
) -> None:
    before = len(archive.kept)
    killed = opens()
    assert not killed.notice.text()
    filled(killed, settled, qtbot)
    qtbot.waitUntil(lambda: "de plattegrond" in unfinished(archive))
    stood = killed.known()

    again = opens()
    assert again.notice.text() == "Wat u eerder typte voor een nieuw dossier, staat er weer."
    assert again.current == 0
    assert again.known() == stood
    assert again.agreements.advice.text() == "half januari"
    again.next_button.click()
    assert not again.notice.text()
    for _ in range(2):
        again.go_on()
    settled()
    assert again.agreements.advice.text() == "half januari"  # a date that was typed is not proposed over
    type_over(again.agreements.advice.line(), "15-1-2027")
    again.go_on()
    settled()
    made: list[str] = []
    again.made.connect(made.append)
    again.go_on()
    settled()
    assert len(made) == 1
    assert len(archive.kept) == before + 1
    assert [one.title for one in archive.kept[made[0]].proposed_decisions] == ["Het pand", "De inrichting"]
    assert not unfinished(archive)
    fresh = opens()
    assert not fresh.notice.text()
    assert not fresh.start.name.text()


def test_begin_empty_forgets_it_at_once(opens: Opens, archive: MemoryArchive, qtbot: QtBot, settled: Settled) -> None:
    filled(opens(), settled, qtbot)
    qtbot.waitUntil(lambda: "de plattegrond" in unfinished(archive))
    again = opens()
    empty = again.notice.act
    assert empty.text() == "&Leeg beginnen"
    empty.click()
    settled()
    assert not unfinished(archive)
    assert (again.start.name.text(), again.start.on.value(), again.known().grounds) == ("", again.known().registered_on, ())
    assert again.decisions.standing()["titles"] == [""]
    assert not again.notice.text()
    again.reject()
    assert not opens().notice.text()


def test_esc_leaves_it_and_cancelling_forgets_it(opens: Opens, archive: MemoryArchive, settled: Settled) -> None:
    left = opens()
    type_over(left.start.name, "Roosters")
    QTest.keyClick(left, Qt.Key.Key_Escape)
    settled()
    assert "Roosters" in unfinished(archive)
    cancelled = opens()
    assert cancelled.start.name.text() == "Roosters"
    cancelled.cancel_button.click()
    settled()
    assert not unfinished(archive)
    assert not opens().start.name.text()


def test_a_file_that_is_dropped_comes_beside_what_was_typed_before(
    opens: Opens, archive: MemoryArchive, settled: Settled, tmp_path: Path
) -> None:
    first, second = tmp_path / "eerste.pdf", tmp_path / "tweede_brief.pdf"
    left = opens(first)
    type_over(left.start.name, "Roosters")
    left.reject()
    settled()
    again = opens(second)
    assert (again.start.name.text(), again.start.path) == ("Roosters", second)
    again.notice.act.click()
    assert (again.start.name.text(), again.start.path) == ("tweede brief", second)
    settled()
    assert not unfinished(archive)


def test_what_could_not_be_made_is_still_kept(
    opens: Opens, desk: Desk, archive: MemoryArchive, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = opens()
    choose_start(wizard, Start.SUBJECT)
    type_over(wizard.start.name, "Werkdruk")

    def full(*_given: object, **_named: object) -> object:
        raise Circumstance("window.file_unreadable", path="vol")

    with monkeypatch.context() as patch:
        patch.setattr(desk.dossiers, "begin", full)
        wizard.go_on()
        wizard.go_on()
        settled()
    assert wizard.notice.text()
    wizard.reject()
    settled()
    assert "Werkdruk" in unfinished(archive)
    assert opens().start.name.text() == "Werkdruk"
