"""Types in a letter of twenty pages and prints what its preview takes, beside a bare document of that text on such pages."""

from __future__ import annotations

import json
import os
import statistics
import time
from dataclasses import replace
from pathlib import Path

from orapp.letters.content import LetterContent, Paragraph, Run
from tests.benchmarks.reading_back import long_letter

SIGNS = 60
WARM = 5
# What is typed stands at the end of a section: so far below its heading that it comes into view.
LOW = 40


def main() -> None:
    """Prints one line of JSON: milliseconds on the thread of the window."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QTextCursor, QTextDocument
    from PySide6.QtWidgets import QApplication

    from orapp.ui.kit.letter_document import PAGE
    from orapp.ui.kit.letter_preview import LetterPreview
    from orapp.ui.kit.look import Look

    application = QApplication([])
    preview = LetterPreview(Look(application, Path("resources") / "icons"))
    preview.resize(700, 900)
    preview.show()
    letter = long_letter()
    middle = len(letter.sections) // 2
    preview.show_letter(letter)
    application.processEvents()
    taken = []
    for count in range(1, SIGNS + 1):
        typed = with_words(letter, middle, "Getypt. " * 3 + "x" * count)
        began = time.perf_counter()
        preview.show_letter(typed, letter.sections[middle].key, LOW)
        preview.pages.viewport().repaint()
        taken.append(time.perf_counter() - began)
    document = QTextDocument()
    document.setPlainText(preview.text())
    document.setPageSize(PAGE)
    bare = []
    cursor = QTextCursor(document.findBlockByNumber(document.blockCount() // 2))
    for _ in range(SIGNS):
        began = time.perf_counter()
        cursor.insertText("x")
        document.pageCount()
        bare.append(time.perf_counter() - began)
    figures = {
        "preview": statistics.median(taken[WARM:]) * 1000,
        "worst": max(taken[WARM:]) * 1000,
        "bare": statistics.median(bare[WARM:]) * 1000,
        "pages": preview.pages.pages(),
    }
    print(json.dumps(figures), flush=True)


def with_words(letter: LetterContent, section: int, words: str) -> LetterContent:
    """The letter with these words at the end of a section."""
    typed = Paragraph(key="getypt", runs=(Run(text=words),), numbered=True)
    changed = replace(letter.sections[section], blocks=(*letter.sections[section].blocks, typed))
    return replace(letter, sections=(*letter.sections[:section], changed, *letter.sections[section + 1 :]))


if __name__ == "__main__":
    main()
