"""What is typed for a dossier that is not made yet is forgotten by making it, in one transaction, and by nothing less."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from orapp.domain.beginning import Beginning, Start, begin
from orapp.domain.dossier import Dossier, DossierKind
from orapp.domain.items import FileRef
from orapp.domain.papers import Paper
from orapp.services.desk import Desk
from orapp.services.failures import Circumstance, Refusal

WHO, HERE, THERE = "secretaris", "venster-1", "venster-2"


@pytest.fixture
def begun(desk: Desk) -> Dossier:
    known = Beginning(start=Start.SUBJECT, title="Werkdruk", kind=DossierKind.GENERAL, on=date(2026, 11, 20))
    return begin(known, desk.dossiers.new_id)


def test_each_window_has_its_own_and_making_the_dossier_takes_that_of_its_window(desk: Desk, begun: Dossier) -> None:
    assert not desk.dossiers.unfinished(HERE)
    for window in (HERE, THERE):
        desk.dossiers.keep_unfinished(f"in {window}", WHO, window)
    made, _ = desk.dossiers.begin(begun, WHO, HERE)
    assert desk.dossiers.view(made.reference).dossier.title == "Werkdruk"
    assert (desk.dossiers.unfinished(HERE), desk.dossiers.unfinished(THERE)) == ("", "in venster-2")
    desk.dossiers.keep_unfinished("", WHO, THERE)
    assert not desk.dossiers.unfinished(THERE)


def pieces_until_the_disk_fails() -> Iterator[bytes]:
    yield b"een deel"
    raise Circumstance("window.file_unreadable", path="weg.pdf")


def test_a_dossier_that_could_not_be_made_takes_nothing(desk: Desk, begun: Dossier) -> None:
    desk.dossiers.keep_unfinished("getypt", WHO, HERE)
    with pytest.raises(Refusal):
        desk.dossiers.begin(replace(begun, title=" "), WHO, HERE)
    paper = Paper(id="p1", title="Brief", file=FileRef(sha256="", name="weg.pdf", size=0))
    with pytest.raises(Circumstance):
        desk.dossiers.begin(replace(begun, papers=(paper,)), WHO, HERE, content=pieces_until_the_disk_fails())
    assert desk.dossiers.unfinished(HERE) == "getypt"
