"""In an archive that takes no edits a dossier can be read whole, and nothing in it offers to change it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from orapp.domain.items import Item
from orapp.services.desk import Desk
from orapp.ui.kit.item_list import ItemList
from orapp.ui.kit.step_wish import StepWish
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.screen import DossierScreen
from tests.fakes.archive import MemoryArchive
from tests.fakes.asker import AnsweringAsker
from tests.ui.conftest import Settled, Shown


def test_nothing_offers_to_change_what_can_only_be_read(
    desk: Desk,
    place: Workplace,
    archive: MemoryArchive,
    asker: AnsweringAsker,
    shown: Shown,
    settled: Settled,
    tmp_path: Path,
) -> None:
    archive.read_only = True
    screen = DossierScreen(desk, place, lambda: tmp_path)
    shown(screen)
    screen.open("2025-003")
    settled()
    lists: list[ItemList[Item]] = []
    for name in ("summary", "assessment", "documents", "decision", "commitments", "course"):
        screen.show_part(name, "")
        settled()
        lists += screen.findChildren(ItemList)
    assert len(lists) > 5
    adds = [one.findChild(QWidget, f"{one.objectName()}-toevoegen") for one in lists]
    assert not [add.objectName() for add in adds if add is not None and not add.isHidden()]
    texts = [one for one in screen.findChildren(QPlainTextEdit) if one.isVisibleTo(screen)]
    assert all(one.isReadOnly() for one in texts)
    before = archive.kept["2025-003"]
    screen.acts.choose()
    screen.begin_step(StepWish(reference=screen.reference, request_id="g2-r4"))
    settled()
    assert asker.asked.count("Dit archief is alleen te lezen") == 2
    assert archive.kept["2025-003"] is before
