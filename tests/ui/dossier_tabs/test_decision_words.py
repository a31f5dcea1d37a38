"""What the council resolved about a decision, and the decision on a proof sheet, read as one sentence without a word twice."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLabel

from orapp.services.desk import Desk
from orapp.ui.kit.editor import DossierEditor
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.decision_tab import DecisionTab
from tests.fakes.archive import MemoryArchive
from tests.ui.dossier_tabs.at_a_tab import HOUSING, Opened


def test_a_decision_says_what_the_council_found_of_it(
    desk: Desk, place: Workplace, editor: DossierEditor, opened: Opened, archive: MemoryArchive
) -> None:
    dossier = archive.kept[HOUSING]
    titled = tuple(replace(one, title=f"Besluit: {one.title}") for one in dossier.decisions)
    archive.kept[HOUSING] = replace(dossier, decisions=titled)
    tab = DecisionTab(desk, place, editor)
    opened(tab, HOUSING)
    tab.show_view(desk.dossiers.view(HOUSING), "g2-r4")
    said = "\n".join(label.text() for label in tab.findChildren(QLabel))
    assert "B1: de OR heeft op " in said
    assert "besloten dat dit niet afwijkt · B2: de OR heeft op " in said
    assert "besloten dat dit afwijkt" in said
    assert "OR-besluit: wijkt" not in said
    months = [one for one in desk.dossiers.view(HOUSING).derived.deadlines if one.start_source_id in {x.id for x in titled}]
    sheets = [desk.dossiers.proof(HOUSING, one.key) for one in months]
    begins = [words for sheet in sheets for name, words in sheet.rows if name == "Begin"]
    assert begins
    assert all(" – " in words and "Besluit:" not in words and words.count(": ") == 1 for words in begins)
