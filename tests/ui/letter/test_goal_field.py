"""The goal of a letter on its screen: offered where it changes something, and never seen by who looks along."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLabel

from orapp.domain.letters import Letter, StrategicGoal
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.letter.screen import LetterScreen
from orapp.ui.screens.letter.versions_card import VersionsCard
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled, Shown
from tests.ui.letter.hands import HOUSING, REQUEST

ASKED = "Het doel is uitleggen aan de achterban"


def told(screen: LetterScreen) -> str:
    return "\n".join(row.accessibleName() for row in screen.findings.rows)


def test_a_goal_is_offered_where_it_matters_and_hidden_from_who_looks_along(
    archive: MemoryArchive, place: Workplace, screen: LetterScreen, settled: Settled, kept: Callable[[], Letter]
) -> None:
    screen.head.open(True)
    goal = screen.head.goal
    assert [goal.itemData(row) for row in range(goal.count())] == ["", *(one.value for one in StrategicGoal)]
    goal.setCurrentIndex(goal.findData(StrategicGoal.EXPLAIN_TO_STAFF.value))
    goal.activated.emit(goal.currentIndex())
    settled()
    assert kept().goal is StrategicGoal.EXPLAIN_TO_STAFF
    assert ASKED in told(screen)
    points = screen.bar.points.text()
    place.here.share(True)
    settled()
    assert ASKED not in told(screen)
    assert screen.bar.points.text() != points
    place.here.share(False)
    settled()
    assert ASKED in told(screen)
    # Questions are asked in one tone: there is nothing to choose, and what was chosen before says so.
    dossier = archive.kept[HOUSING]
    asking = Letter(id="q1", kind="A2", request_id=REQUEST)
    chosen = replace(asking, id="q2", goal=StrategicGoal.NEGOTIATE)
    archive.kept[HOUSING] = replace(dossier, letters=(*dossier.letters, asking, chosen))
    screen.open(HOUSING, "A2", REQUEST, "q1")
    settled()
    screen.head.open(True)
    assert screen.head.goal.isHidden()
    screen.open(HOUSING, "A2", REQUEST, "q2")
    settled()
    screen.head.open(True)
    assert not screen.head.goal.isHidden()
    assert screen.head.goal.currentText() == "Onderhandelen (maakt in deze brief geen verschil)"


def test_the_mandate_under_which_was_signed_stands_in_the_history(place: Workplace, shown: Shown) -> None:
    card = VersionsCard(place)
    shown(card)
    letter = Letter(id="l1", kind="A9", signed_on=date(2025, 12, 12), signed_by=("B. Verzonnen, secretaris",))
    card.show_letter(letter)
    assert not any("Mandaat" in label.text() for label in card.findChildren(QLabel))
    card.show_letter(replace(letter, signed_under="OR-besluit van 3 maart 2025."))
    said = [label.text() for label in card.findChildren(QLabel) if "Mandaat" in label.text()]
    assert said == ["Ondertekend op 12 december 2025 door B. Verzonnen, secretaris. Mandaat: OR-besluit van 3 maart 2025."]
