"""What is typed while something else is still being kept is kept too: a slow disk or a failed write refuses nobody's own text."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from orapp.domain.editing import set_head
from orapp.services.desk import Desk
from orapp.services.failures import Circumstance
from orapp.ui.kit.editor import DossierEditor
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.in_place import GrowingText
from orapp.ui.screens.dossier.summary_tab import SummaryTab
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled
from tests.ui.dossier_tabs.at_a_tab import HOUSING, MERGER, Opened, kept, text_of


@dataclass
class Disk:
    """The disk under the archive: it can hold every write up, or refuse it."""

    free: threading.Event = field(default_factory=threading.Event)
    is_full: bool = False


@pytest.fixture
def disk(archive: MemoryArchive, monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    made = Disk()
    made.free.set()
    write = archive.write

    def guarded(*given: Any, **named: Any) -> Any:
        assert made.free.wait(20)
        if made.is_full:
            raise Circumstance("archive.disk_full", path="raad.orarchief")
        return write(*given, **named)

    monkeypatch.setattr(archive, "write", guarded)
    yield made
    made.free.set()


@pytest.fixture
def tab(desk: Desk, place: Workplace, editor: DossierEditor, opened: Opened) -> SummaryTab:
    made = SummaryTab(desk, place, editor)
    opened(made, HOUSING)
    return made


def type_in(where: GrowingText, words: str) -> None:
    """Types at the end of a field, and leaves it with Tab."""
    where.setFocus()
    QTest.keyClick(where, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(where, words)
    QTest.keyClick(where, Qt.Key.Key_Tab)


def refusal(tab: SummaryTab, place: Workplace) -> bool:
    said = place.texts.say("item.changed_since", place="", collection="dossier", code="")
    return said in [label.text() for label in tab.findChildren(QLabel) if label.isVisible()]


def test_the_second_field_of_the_note_is_kept_though_the_first_was_still_on_its_way(
    tab: SummaryTab, desk: Desk, place: Workplace, disk: Disk, settled: Settled
) -> None:
    disk.free.clear()
    type_in(text_of(tab, "strategie-goal"), " Rust.")
    type_in(text_of(tab, "strategie-tactics"), " Geduld.")
    disk.free.set()
    settled()
    note = kept(desk, HOUSING).strategy
    assert note is not None
    assert note.goal.endswith("Rust.")
    assert note.tactics.endswith("Geduld.")
    assert not refusal(tab, place)


def test_a_field_typed_in_while_another_of_the_note_arrives_is_kept(
    tab: SummaryTab, desk: Desk, place: Workplace, settled: Settled
) -> None:
    tactics = text_of(tab, "strategie-tactics")
    type_in(text_of(tab, "strategie-goal"), " Rust.")
    tactics.setFocus()
    QTest.keyClicks(tactics, "Geduld. ")
    settled()
    type_in(tactics, " Altijd.")
    settled()
    note = kept(desk, HOUSING).strategy
    assert note is not None
    assert "Geduld." in note.tactics
    assert note.tactics.endswith("Altijd.")
    assert not refusal(tab, place)


def test_a_text_that_goes_on_while_it_is_kept_is_kept_whole(
    tab: SummaryTab, desk: Desk, place: Workplace, disk: Disk, editor: DossierEditor, settled: Settled
) -> None:
    summary = text_of(tab, "samenvatting-dossier")
    disk.free.clear()
    type_in(summary, " Een.")
    type_in(summary, " Twee.")
    disk.free.set()
    settled()
    type_in(summary, " Drie.")
    settled()
    assert kept(desk, HOUSING).summary.endswith(" Een. Twee. Drie.")
    assert not refusal(tab, place)
    editor.undo()
    settled()
    assert summary.toPlainText() == kept(desk, HOUSING).summary
    assert summary.toPlainText().endswith(" Een. Twee.")


def test_names_that_are_put_in_order_when_kept_can_be_added_to(
    tab: SummaryTab, desk: Desk, place: Workplace, settled: Settled
) -> None:
    tags = text_of(tab, "tags-tekst")
    type_in(tags, ",  haast , haast")
    settled()
    assert tags.toPlainText().endswith(", haast")
    assert kept(desk, HOUSING).tags.count("haast") == 1
    type_in(tags, ", spoed")
    settled()
    assert kept(desk, HOUSING).tags[-2:] == ("haast", "spoed")
    assert not refusal(tab, place)


def test_what_the_disk_refused_stays_and_is_kept_with_what_is_typed_after_it(
    tab: SummaryTab, desk: Desk, place: Workplace, disk: Disk, settled: Settled
) -> None:
    summary = text_of(tab, "samenvatting-dossier")
    disk.is_full = True
    type_in(summary, " Vol.")
    settled()
    assert summary.toPlainText().endswith(" Vol.")
    assert [one.text for one in place.unkept.texts()] == [summary.toPlainText()]
    tab.show_view(desk.dossiers.view(HOUSING), "")
    assert summary.toPlainText().endswith(" Vol.")
    disk.is_full = False
    type_in(summary, " Leeg.")
    settled()
    assert kept(desk, HOUSING).summary.endswith(" Vol. Leeg.")
    assert not place.unkept


def test_the_text_of_another_is_never_written_over(
    tab: SummaryTab, desk: Desk, place: Workplace, disk: Disk, settled: Settled
) -> None:
    summary = text_of(tab, "samenvatting-dossier")
    type_in(summary, " Een.")
    settled()
    desk.dossiers.edit(kept(desk, HOUSING).id, set_head(kept(desk, HOUSING), summary="Van een ander"), "voorzitter")
    type_in(summary, " Twee.")
    settled()
    assert kept(desk, HOUSING).summary == "Van een ander"
    assert summary.toPlainText().endswith(" Een. Twee.")
    assert refusal(tab, place)


def test_an_earlier_text_that_another_put_back_is_not_written_over(
    tab: SummaryTab, desk: Desk, place: Workplace, settled: Settled
) -> None:
    summary = text_of(tab, "samenvatting-dossier")
    for words in (" Een.", " Twee."):
        type_in(summary, words)
        settled()
    earlier = kept(desk, HOUSING).summary.removesuffix(" Twee.")
    desk.dossiers.edit(kept(desk, HOUSING).id, set_head(kept(desk, HOUSING), summary=earlier), "voorzitter")
    type_in(summary, " Drie.")
    settled()
    assert kept(desk, HOUSING).summary == earlier
    assert summary.toPlainText().endswith(" Een. Twee. Drie.")
    assert refusal(tab, place)


def test_two_places_where_something_was_found_are_kept_at_once(
    desk: Desk, place: Workplace, editor: DossierEditor, opened: Opened, disk: Disk, settled: Settled
) -> None:
    tab = SummaryTab(desk, place, editor)
    opened(tab, MERGER)
    passages = [one for one in tab.findChildren(GrowingText) if one.objectName().startswith("vindplaats-") and one.isVisible()]
    first, second = passages[:2]
    disk.free.clear()
    type_in(first, " p. 3")
    type_in(second, " p. 4")
    disk.free.set()
    settled()
    marks = {(mark.key, mark.passage) for request in kept(desk, MERGER).requests for mark in request.completeness}
    for one, page in ((first, "p. 3"), (second, "p. 4")):
        assert (one.objectName().removeprefix("vindplaats-"), one.toPlainText()) in marks
        assert one.toPlainText().endswith(page)
    assert not refusal(tab, place)
