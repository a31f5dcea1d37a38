"""Beside a field stands where the council wrote the text itself: what changes in the field does not reach that text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel

from orapp.letters.beginnings import Beginning
from orapp.services.desk import Desk
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.letter.screen import LetterScreen
from tests.ui.conftest import Settled, Shown
from tests.ui.letter.hands import HOUSING, REQUEST, draft_of


def test_a_field_says_which_section_no_longer_follows_it(
    desk: Desk, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path
) -> None:
    screen = LetterScreen(desk, place, tmp_path)
    shown(screen)
    screen.begin(HOUSING, Beginning(kind="A11", request_id=REQUEST))
    settled()
    screen.fields.open(True)
    why, undo = screen.fields.rows["why_consent"], screen.fields.rows["undo"]
    assert why.piece.own_words.isHidden()
    assert {one.own_words for one in draft_of(screen).fields} == {()}
    screen.composition.type_text("matter", "De OR schreef dit zelf.", replaces=True)
    settled()
    found = {one.key: one.own_words for one in draft_of(screen).fields}
    assert found["why_consent"] == found["other_grounds"] == ("Waarom instemming nodig is",)
    assert found["undo"] == ()
    said = "Onderdeel “Waarom instemming nodig is” is zelf geschreven: wat u hier wijzigt, verandert die tekst niet."
    told = why.findChild(QLabel, "veld-why_consent-eigen-tekst")
    assert told is not None
    assert told.isVisible()
    assert told.text() == said
    assert why.piece.field.accessibleDescription().endswith(said)
    assert undo.piece.own_words.isHidden()
    screen.composition.type_text("matter", "", replaces=False)
    settled()
    assert told.isHidden()
    assert said not in why.piece.field.accessibleDescription()
