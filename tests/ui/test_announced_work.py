"""The end of every work that a person waits for is said to a screen reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget

import orapp.ui
from orapp.ui.kit.look import Look, Tone
from orapp.ui.kit.notices import NoticeBar
from tests.ui.announced_work import ITSELF, SAID_BY
from tests.ui.walk import Walk
from tests.ui.walk_leads import screen

UI = Path(orapp.ui.__path__[0])
BEGINS = re.compile(r"tasks\.(write|work)\(|\.submit\(")
# A notice says aloud what it shows (a test below); these hand their words to one, or to a screen reader at once.
ALOUD = re.compile(r"announce\(|notice\.tell\(|\.tell\(")


def test_every_work_has_its_words() -> None:
    begun = {path.relative_to(UI).as_posix() for path in UI.rglob("*.py") if BEGINS.search(path.read_text(encoding="utf-8"))}
    assert not begun - set(SAID_BY)


def test_the_words_are_said_aloud_where_they_are_said_to_be() -> None:
    tellers = {said if said != ITSELF else begun for begun, said in SAID_BY.items()}
    silent = [teller for teller in sorted(tellers) if not ALOUD.search((UI / teller).read_text(encoding="utf-8"))]
    assert not silent


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is given to say."""
    words: list[str] = []

    def listen(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            words.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return words


@pytest.fixture(scope="module")
def walk(look: Look, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    look.choose("light")
    look.set_text_percent(100)
    made = Walk(look, tmp_path_factory.mktemp("gehoord"))
    made.open()
    yield made
    made.end()
    assert not made.defects


def test_a_notice_says_what_it_shows(look: Look, heard: list[str]) -> None:
    window = QWidget()
    bar = NoticeBar(look)
    bar.setParent(window)
    bar.tell("De reservekopie is gemaakt.", Tone.GOOD)
    bar.tell("De schijf is vol.", Tone.DANGER)
    assert heard == ["De reservekopie is gemaakt.", "De schijf is vol."]


def test_what_is_done_to_many_dossiers_is_said_and_so_is_its_undoing(
    walk: Walk, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    screen("dossiers")(walk)
    walk.settle()
    shown = walk.inside.dossiers
    count = len(shown.table.row_model.rows)
    rows = [
        replace(row, deadline_nature="statutory") if row.reference == "2025-003" else row for row in shown.table.row_model.rows
    ]
    monkeypatch.setattr(shown.chosen, "_chosen", lambda: rows)
    shown.chosen.to_bin()
    walk.settle()
    assert any(str(count) in words and "prullenbak" in words for words in heard)
    assert any("2025-003" in words and "termijn van de wet" in words for words in heard)
    heard.clear()
    walk.press("lijst-melding-daad")
    assert "Ongedaan gemaakt." in heard
