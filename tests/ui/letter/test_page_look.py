"""The preview draws the house style of the letter, and of a page only what changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QImage

from orapp.documents.page_look_reading import read_page_look
from orapp.letters.content import LetterContent, LetterStatus, Paragraph, Run, Section, Table
from orapp.services.klassiek_page import KLASSIEK_PAGE
from orapp.services.page_look import PageLook
from orapp.ui.kit.letter_document import LetterSheet
from orapp.ui.kit.letter_preview import LetterPreview
from orapp.ui.kit.look import Look
from orapp.ui.screens.letter.screen import LetterScreen
from tests.benchmarks.reading_back import long_letter
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled, Shown
from tests.ui.letter.hands import HOUSING

TEMPLATES = Path(__file__).parents[3] / "resources" / "templates"


@pytest.fixture
def modern() -> PageLook:
    return read_page_look((TEMPLATES / "modern.docx").read_bytes())


def typed(letter: LetterContent, section: int, words: str) -> LetterContent:
    block = Paragraph(key="getypt", runs=(Run(text=words),), numbered=True)
    changed = replace(letter.sections[section], blocks=(*letter.sections[section].blocks, block))
    return replace(letter, sections=(*letter.sections[:section], changed, *letter.sections[section + 1 :]))


def shot(preview: LetterPreview) -> QImage:
    return preview.pages.viewport().grab().toImage()


def colours(image: QImage) -> set[str]:
    return {QColor(image.pixel(x, y)).name() for y in range(0, image.height(), 2) for x in range(0, image.width(), 2)}


def test_every_keystroke_shows_what_a_fresh_drawing_shows(look: Look, shown: Shown) -> None:
    preview = LetterPreview(look)
    preview.resize(600, 700)
    shown(preview)
    letter = long_letter()
    key = letter.sections[3].key
    preview.show_letter(letter)
    for count in (1, 2, 12, 13, 40, 3, 0):
        preview.show_letter(typed(letter, 3, "Getypt. " * count), key, 25)
        after = shot(preview)
        preview.pages._redraw()
        assert shot(preview) == after


def test_a_word_in_a_line_changes_one_page_and_only_a_strip_of_it() -> None:
    letter = typed(long_letter(), 2, "Een")
    holder = QObject()
    sheet = LetterSheet(letter, holder)
    sheet.show(typed(long_letter(), 2, "Een woord"))
    first, last = sheet.changed
    assert first == last
    band = sheet.band(first)
    assert band is not None
    assert band[1] - band[0] < 60
    sheet.show(typed(long_letter(), 2, "Een woord"))
    assert sheet.changed[1] < 0


def test_another_house_style_changes_the_pages_but_not_what_is_read(look: Look, shown: Shown, modern: PageLook) -> None:
    preview = LetterPreview(look)
    shown(preview)
    letter = replace(long_letter(), status=LetterStatus.ADOPTED)
    preview.show_letter(letter)
    text, before = preview.text(), shot(preview)
    preview.wear(modern)
    assert preview.text() == text
    assert "#0b5a60" in colours(shot(preview))
    assert "#0b5a60" not in colours(before)
    preview.wear(KLASSIEK_PAGE)
    assert shot(preview) == before


def test_a_long_table_goes_on_over_pages_and_a_small_one_stays_whole() -> None:
    holder = QObject()
    rows = tuple((f"Onderdeel {row}", str(row)) for row in range(90))
    table = Table(key="t", header=("Wat", "Hoeveel"), rows=rows, widths=(3, 1), summary="Alles")
    letter = replace(long_letter(), sections=(Section(key="s", heading="Tabel", blocks=(table,)),))
    sheet = LetterSheet(letter, holder)
    assert sheet.document.pageCount() >= 3
    assert "Onderdeel 89" in sheet.document.toPlainText()
    small = replace(table, rows=rows[:4])
    sheet.show(replace(letter, sections=(Section(key="s", heading="Tabel", blocks=(small,)),)))
    assert sheet.document.pageCount() == 1
    assert "Onderdeel 3" in sheet.text


def test_the_composer_wears_the_style_that_the_letter_chose(
    screen: LetterScreen, settled: Settled, archive: MemoryArchive, concept: str, modern: PageLook
) -> None:
    assert screen.preview.page_look == KLASSIEK_PAGE
    dossier = archive.kept[HOUSING]
    letters = tuple(replace(one, style_id="modern") if one.id == concept else one for one in dossier.letters)
    archive.kept[HOUSING] = replace(dossier, letters=letters)
    screen.open(HOUSING, "A9", "", concept)
    settled()
    assert screen.preview.page_look == modern
