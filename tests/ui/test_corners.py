"""What is met less often: the next page of a long list, an empty dossier, secrecy in the title, politics, a full disk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from orapp.domain.dossier import Dossier, DossierKind
from orapp.domain.items import Secrecy
from orapp.domain.papers import Paper
from orapp.domain.requests import PoliticalNote
from orapp.services.desk import Desk
from orapp.services.dossiers import NewDossier
from orapp.services.failures import Circumstance
from orapp.ui.kit.look import Look
from orapp.ui.kit.printing import write_pdf
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.screen import DossierScreen
from orapp.ui.screens.dossier.title import cited, secrecy_of
from orapp.ui.screens.dossiers import screen as dossiers_module
from orapp.ui.screens.dossiers.screen import DossiersScreen
from orapp.ui.shell.navigation import Navigation
from tests.ui.conftest import DEMO_DAY, Settled, Shown

MERGER = "2025-002"
LATER = date(2026, 12, 1)
BEFORE = date(2026, 1, 1)


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_the_next_page_comes_while_scrolling(
    desk: Desk, place: Workplace, shown: Shown, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dossiers_module, "PAGE", 3)
    screen = DossiersScreen(desk, place)
    shown(screen)
    screen.reload()
    settled()
    model = screen.table.row_model
    for _ in range(3):
        if model.canFetchMore(QModelIndex()):
            model.fetchMore(QModelIndex())
        settled()
    assert screen.count.text() == "4 dossiers"
    assert len({row.id for row in model.rows}) == len(model.rows) == 4
    assert not model.canFetchMore(QModelIndex())


def test_a_heading_sorts_and_sorts_back(desk: Desk, place: Workplace, shown: Shown, settled: Settled) -> None:
    screen = DossiersScreen(desk, place)
    shown(screen)
    screen.reload()
    settled()
    header = screen.table.horizontalHeader()
    orders = []
    for _ in range(2):
        header.sectionClicked.emit(0)
        settled()
        orders.append([row.reference for row in screen.table.row_model.rows])
    assert orders[0] == sorted(orders[0])
    assert orders[1] == orders[0][::-1]
    assert screen.order.currentText() == "Op kenmerk"


def test_an_empty_dossier_is_inviting(desk: Desk, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path) -> None:
    new = NewDossier(title="Nieuw rooster", kind=DossierKind.GENERAL, opened_on=DEMO_DAY)
    made, _ = desk.dossiers.create(new, "secretaris")
    screen = DossierScreen(desk, place, lambda: tmp_path)
    shown(screen)
    screen.open(made.reference)
    settled()
    said = []
    for number in range(6):
        screen.show_tab(number)
        settled()
        said.append(words(screen))
    assert "Er loopt geen termijn." in said[0]
    assert "Hier komen de voorgenomen besluiten" in said[0]
    assert "Hier komt wat er gebeurt" in said[1]
    assert "Hier komen de stukken. Sleep een bestand hierheen" in said[2]
    assert "Hier komen de vragen" in said[3]
    assert "Er is nog geen besluit vastgelegd." in said[4]
    assert "Hier komen de toezeggingen" in said[5]
    assert screen.band.words()[0] == "Er is nu niets te doen"
    assert not screen.requests.isVisible()


PLAIN = Dossier(id="x", reference="2026-001", title="Rooster", kind=DossierKind.GENERAL, opened_on=DEMO_DAY)


def paper(number: int, until: date | None) -> Paper:
    secrecy = Secrecy(imposed_by="bestuurder", scope="stuk", until=until)
    return Paper(id=f"d{number}", number=number, title="Stuk", secrecy=secrecy)


@pytest.mark.parametrize(
    ("dossier", "said"),
    [
        (PLAIN, ""),
        (replace(PLAIN, secret=True), "dossier geheim"),
        (replace(PLAIN, papers=(paper(1, LATER),)), "1 stuk geheim t/m di 1 dec"),
        (replace(PLAIN, papers=(paper(1, LATER), paper(2, None))), "2 stukken geheim"),
        (replace(PLAIN, papers=(paper(1, BEFORE),)), ""),
        (replace(PLAIN, secrecies=(Secrecy(imposed_by="x", scope="alles", until=LATER),)), "geheimhouding opgelegd t/m di 1 dec"),
    ],
)
def test_secrecy_stands_in_the_title_while_it_holds(dossier: Dossier, said: str) -> None:
    assert secrecy_of(dossier, DEMO_DAY) == said


def test_grounds_are_cited_and_free_words_are_kept() -> None:
    assert cited(("25.1.e", "25.1.a")) == "art. 25 lid 1 onder a en e WOR"
    assert cited(("het reglement",)) == "het reglement"
    assert cited(()) == ""


def test_politics_shows_both_views_apart(desk: Desk, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path) -> None:
    before = desk.dossiers.view(MERGER)
    request = before.derived.summary.request_id
    note = PoliticalNote(director_view="oprichting is politiek", council_view="oprichting ja, inrichting niet")
    noted = tuple(
        replace(item, political=note) if item.request_id == request and item.number == 1 else item
        for item in before.dossier.proposed_decisions
    )
    desk.dossiers.save(before.dossier, replace(before.dossier, proposed_decisions=noted), "secretaris")
    screen = DossierScreen(desk, place, lambda: tmp_path)
    shown(screen)
    screen.open(MERGER)
    settled()
    said = words(screen)
    assert "Politiek of organisatie?" in said
    assert "oprichting is politiek" in said
    assert "oprichting ja, inrichting niet" in said
    assert "termijnen lopen door" in said


def test_a_pdf_that_cannot_be_written_is_a_circumstance(place: Workplace, tmp_path: Path) -> None:
    target = tmp_path / "geen-map" / "blad.pdf"
    with pytest.raises(Circumstance) as raised:
        write_pdf(QTextDocument("x"), target)
    assert str(target) in place.said(raised.value)


def test_arrows_walk_the_navigation(qtbot: QtBot, look: Look, shown: Shown) -> None:
    navigation = Navigation(look)
    navigation.add("dossiers", "Dossiers")
    navigation.add("termijnen", "Termijnen")
    shown(navigation)
    first, second = navigation.entries()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is second
    with qtbot.waitSignal(navigation.chosen) as chosen:
        QTest.keyClick(second, Qt.Key.Key_Space)
    assert chosen.args == ["termijnen"]
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is first
