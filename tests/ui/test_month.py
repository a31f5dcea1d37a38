"""The month after a decision on the screen: red from day seven, two clocks that differ, and the plan inside the month."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from orapp.domain.derived import Deadline
from orapp.law.rule_keys import APPEAL
from orapp.services.desk import Desk
from orapp.texts.dates import long_date, short_date
from orapp.ui.kit.look import Tone
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.procedure import leading_deadline, tone_of
from orapp.ui.screens.dossier.screen import DossierScreen
from tests.fakes.surroundings import FixedClock
from tests.ui.conftest import Settled, Shown

HOUSING = "2025-003"
NOTIFIED = date(2025, 12, 4)
WAIVED = date(2025, 12, 18)


def appeal(desk: Desk) -> Deadline:
    view = desk.dossiers.view(HOUSING)
    found = [item for item in view.derived.deadlines if item.rule == APPEAL and item.start == NOTIFIED]
    assert found
    return leading_deadline(view, found[0].request_id, WAIVED) or found[0]


@pytest.mark.parametrize(("day", "tone"), [(6, Tone.ATTENTION), (7, Tone.DANGER), (27, Tone.DANGER)])
def test_a_fatal_month_is_red_from_day_seven(desk: Desk, clock: FixedClock, day: int, tone: Tone) -> None:
    clock.day = NOTIFIED + timedelta(days=day)
    assert tone_of(appeal(desk), clock.day) is tone


def test_a_mild_date_of_the_council_is_never_red_before_it_has_passed(desk: Desk, clock: FixedClock) -> None:
    own = [item for item in desk.dossiers.view("2025-002").derived.deadlines if item.severity == "mild"]
    assert own
    for deadline in own:
        assert tone_of(deadline, deadline.act_by) is not Tone.DANGER


def words(screen: DossierScreen) -> str:
    return "\n".join(label.text() for label in screen.findChildren(QLabel) if label.isVisibleTo(screen))


def test_before_the_waiver_two_clocks_run_with_their_own_dates(
    qtbot: QtBot, desk: Desk, clock: FixedClock, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path
) -> None:
    clock.day = WAIVED - timedelta(days=3)
    screen = DossierScreen(desk, place, lambda: tmp_path)
    shown(screen)
    screen.open(HOUSING)
    settled()
    qtbot.waitUntil(lambda: "Twee klokken" in words(screen))
    said = words(screen)
    deadline = appeal(desk)
    assert deadline.safe_day is not None
    assert "beroep schorst de uitvoering niet" in said
    assert "eken op bescherming" in said
    assert short_date(deadline.safe_day, this_year=2025) in said
    assert "Plan binnen de maand" in said
    assert "vakantie schort niets op" in said


def test_the_band_gives_safe_day_and_last_day(
    desk: Desk, clock: FixedClock, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path
) -> None:
    clock.day = WAIVED + timedelta(days=2)
    screen = DossierScreen(desk, place, lambda: tmp_path)
    shown(screen)
    screen.open(HOUSING)
    settled()
    deadline = appeal(desk)
    assert deadline.safe_day is not None
    what, why = screen.band.words()
    assert "beroep" in what
    assert f"veilig t/m {long_date(deadline.safe_day)}, uiterlijk {long_date(deadline.last_day)}" in why
    assert screen.band.property("tone") == Tone.DANGER.value
