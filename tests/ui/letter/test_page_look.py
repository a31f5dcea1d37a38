"""The preview draws the house style of the letter, and of a page only what changed."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage, QPainter

from orapp.documents.page_look_reading import read_page_look
from orapp.letters.content import LetterContent, LetterStatus, Paragraph, Run, Section, Table
from orapp.services.klassiek_page import KLASSIEK_PAGE
from orapp.services.page_look import PageLook
from orapp.ui.kit.letter_document import LetterSheet
from orapp.ui.kit.letter_preview import LetterPreview
from orapp.ui.kit.look import Look
from orapp.ui.screens.letter.head_bar import PDF_FILE, PRINT
from orapp.ui.screens.letter.paper_print import PrintSheet
from orapp.ui.screens.letter.screen import LetterScreen
from tests.benchmarks.reading_back import long_letter
from tests.fakes.archive import MemoryArchive
from tests.fakes.asker import AnsweringAsker
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
    painted = image.convertToFormat(QImage.Format.Format_RGB32)
    return {f"#{pixel & 0xFFFFFF:06x}" for pixel in set(memoryview(painted.constBits()).cast("B").cast("I"))}


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


def inks_in(page: PageObject) -> set[str]:
    """The colours with which a page is filled."""
    contents = page.get_contents()
    data = contents.get_data() if contents is not None else b""
    found = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:scn|rg)\b", data)
    return {"#" + "".join(f"{round(float(part) * 255):02x}" for part in one) for one in found}


def test_print_and_our_own_pdf_wear_what_the_preview_wears(
    screen: LetterScreen, settled: Settled, asker: AnsweringAsker, modern: PageLook, tmp_path: Path
) -> None:
    classic, teal = "#1f3a5f", "#0b5a60"
    screen.preview.wear(modern)
    asker.path = tmp_path / "brief.pdf"
    screen.bar.paper_acts[PDF_FILE].trigger()
    settled()
    pdf = PdfReader(asker.path)
    seen = inks_in(pdf.pages[0])
    assert teal in seen
    assert classic not in seen
    pages = len(pdf.pages)
    sheet = screen.papers.begin(PRINT, screen.draft)
    assert isinstance(sheet, PrintSheet)
    assert sheet.painted.count == pages
    image = QImage(1190, 1684, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(2, 2)
    sheet.painted.draw_page(painter, 0)
    painter.end()
    assert teal in colours(image)
    assert classic not in colours(image)
    assert teal in colours(sheet.pages.viewport().grab().toImage())
    sheet.close()
