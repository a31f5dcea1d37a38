"""Pages that nobody sees wait with what their letter became, and show it before they are seen or when somebody asks for it."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from orapp.letters.content import LetterStatus
from orapp.ui.kit.letter_preview import LetterPreview
from orapp.ui.kit.look import Look
from tests.ui.test_kit import letter


def test_pages_that_are_not_seen_are_set_when_they_are_or_are_asked_for(look: Look, qtbot: QtBot) -> None:
    preview = LetterPreview(look)
    qtbot.addWidget(preview)
    content = letter(LetterStatus.CONCEPT)
    preview.show_letter(content)
    preview.show()
    document = preview.document()
    assert document is not None
    hidden = replace(content, salutation="Geachte heer zonder naam,")
    preview.hide()
    preview.show_letter(hidden)
    assert "zonder naam" not in document.toPlainText()
    preview.show()
    assert "zonder naam" in document.toPlainText()
    preview.hide()
    preview.show_letter(content)
    assert content.salutation in preview.text()
    assert "zonder naam" not in document.toPlainText()
