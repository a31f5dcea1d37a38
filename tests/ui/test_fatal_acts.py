"""Each act of the red band opens the form of its own step, ready to fill in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from orapp.domain.decisions import Resolution, ResolutionKind
from orapp.domain.papers import Event
from orapp.law.facts import FactKind
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.step_dialog import StepDialog
from orapp.ui.shell.doors import Doors
from orapp.ui.shell.window import ShellWindow
from tests.fakes.archive import MemoryArchive
from tests.fakes.surroundings import FixedClock, MemoryArchives
from tests.ui.conftest import Settled, Shown

HOUSING, DAY = "2025-003", date(2026, 1, 2)
COSTS = Event(id="n1", on=date(2025, 12, 8), kind=FactKind.COSTS_ANNOUNCED, text="Kosten", request_id="g2-r4")
LAWYER = Event(id="n2", on=date(2025, 12, 11), kind=FactKind.LAWYER_SPOKEN, text="Advocaat", request_id="g2-r4")
RESOLVED = Resolution(id="n3", kind=ResolutionKind.APPEAL, on=date(2025, 12, 18), text="Beroep", request_id="g2-r4")


@pytest.mark.parametrize(
    ("events", "resolutions", "kinds"),
    [
        ((), (), (FactKind.COSTS_ANNOUNCED,)),
        ((COSTS,), (), (FactKind.LAWYER_SPOKEN,)),
        ((COSTS, LAWYER), (), (FactKind.APPEAL_RESOLVED, FactKind.APPEAL_RENOUNCED)),
        ((COSTS, LAWYER), (RESOLVED,), (FactKind.APPEAL_FILED,)),
    ],
)
def test_enter_on_the_band_opens_the_step_that_it_names(
    events: tuple[Event, ...],
    resolutions: tuple[Resolution, ...],
    kinds: tuple[FactKind, ...],
    qtbot: QtBot,
    place: Workplace,
    doors: Doors,
    shown: Shown,
    archives: MemoryArchives,
    archive: MemoryArchive,
    clock: FixedClock,
    settled: Settled,
) -> None:
    clock.day = DAY
    archive._today = DAY
    housing = archive.kept[HOUSING]
    archive.kept[HOUSING] = replace(housing, events=(*housing.events, *events), resolutions=(*housing.resolutions, *resolutions))
    archives.in_keyring = True
    window = ShellWindow(place, doors)
    window.setWindowState(Qt.WindowState.WindowNoState)
    shown(window)
    window.opening.choose(archive.path)
    settled()
    inside = window.workspace
    assert inside is not None
    overview = inside.overview
    assert not overview.band.isHidden()
    QTest.keyClick(overview.band.act, Qt.Key.Key_Return)
    settled()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in inside.dossier.findChildren(StepDialog)))
    dialog = next(one for one in inside.dossier.findChildren(StepDialog) if one.isVisible())
    offered = tuple(FactKind(one.objectName().removeprefix("soort-")) for one in dialog._group.buttons())
    assert (offered or (dialog.kind,)) == kinds
    if len(kinds) == 1:
        assert dialog.step_form is not None
        assert dialog.step_form.recorded().request_id == "g2-r4"
    else:
        assert dialog.kind is None
    dialog.reject()
    settled()
