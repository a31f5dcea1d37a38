"""The window speaks in the name of the body whose archive is open, and of an OR everywhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from orapp.domain.council import CouncilKind
from orapp.law.facts import FactKind, Party
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.procedure import party_words
from orapp.ui.screens.dossier.step_effects import effect_words
from orapp.ui.screens.overview.lists import turn_word
from orapp.ui.shell.doors import Doors
from orapp.ui.shell.window import ShellWindow
from tests.fakes.archive import MemoryArchive
from tests.fakes.surroundings import MemoryArchives
from tests.ui.conftest import Settled, Shown


@pytest.mark.parametrize("kind", [CouncilKind.PVT, CouncilKind.GOR])
def test_an_archive_of_another_body_is_spoken_of_by_its_name_until_it_closes(
    kind: CouncilKind,
    place: Workplace,
    doors: Doors,
    shown: Shown,
    archives: MemoryArchives,
    archive: MemoryArchive,
    settled: Settled,
) -> None:
    archive.the_council = replace(archive.the_council, kind=kind)
    name = kind.value.upper()
    window = ShellWindow(place, doors)
    window.setWindowState(Qt.WindowState.WindowNoState)
    shown(window)
    assert turn_word("council") == "OR"
    archives.in_keyring = True
    window.opening.choose(archive.path)
    settled()
    assert window.workspace is not None
    assert (turn_word("council"), party_words(Party.COUNCIL)) == (name, name)
    effect = effect_words(FactKind.SUSPENSION_WAIVED)
    assert f"laat de {name} de opschorting vervallen" in effect
    assert QCoreApplication.translate("test", "OK") == "OK"
    view = window.workspace.desk.dossiers.view("2025-003")
    said = [step.step.act for course in view.procedures for step in course.state.steps]
    assert any(f"{name}-besluit" in act for act in said)
    assert not any(" OR" in act for act in said)
    window.close_archive()
    settled()
    assert turn_word("council") == "OR"
    assert "laat de OR de opschorting vervallen" in effect_words(FactKind.SUSPENSION_WAIVED)
